"""Parts of the sentences of problems: why a date or number is doubted, what contradicts what, what a drawing does."""

from __future__ import annotations

# contradictory-dates
TERM_ENDS_FIRST = "nhiệm kỳ kết thúc trước khi bắt đầu"
NAME_BEFORE_FOUNDING = "tên cũ hết dùng trước ngày thành lập"
NAME_AFTER_END = "tên cũ còn dùng sau khi đã kết thúc"
LEFT_BEFORE_JOINING = "thôi là thành viên trước khi gia nhập"
JOINED_BEFORE_FOUNDING = "gia nhập trước ngày thành lập"
JOINED_AFTER_END = "gia nhập sau khi đã kết thúc"
MEMBER_AFTER_END = "còn là thành viên sau khi đã kết thúc"
ENDED_BEFORE_FOUNDING = "kết thúc trước ngày thành lập"
HEIR_ENDED_FIRST = "{heir} đã kết thúc trước đó"
FORCE_ENDS_FIRST = "hết hiệu lực trước khi có hiệu lực"

# implausible-date, implausible-result
BEFORE_YEAR = "trước năm {year}"
FAR_AHEAD = "hơn một năm nữa mới tới"
WRITTEN_IN_BILLIONS = "từ một nghìn triệu trở lên thường viết bằng tỷ"
MORE_THAN_ALL = "hơn số dân cả nước"

# result-whose, bad-number
OWNER_ASSOCIATION = "hội"
OWNER_ACTIVITY = "lĩnh vực"
NUMBER = "số"
NUMBER_EXAMPLE = "10.950.000 hoặc 12,5 (dấu chấm tách hàng nghìn)"

# broken-anchor
THIS_PAGE = "trang này"

# unsafe-svg
SVG_SIZE = "hơn {limit}"
SVG_ENTITY = "khai báo ENTITY"
SVG_ENCODING = "bảng mã lạ"
SVG_BROKEN = "mã XML không hợp lệ"
SVG_STYLESHEET = "lệnh xml-stylesheet"
SVG_STYLE = "<style> gọi tệp khác"
SVG_ANIMATION = "<{element}> đổi {attribute}"
SVG_LINK = "liên kết ra ngoài tệp"
SVG_RUNS = "{attribute} chạy được"
SVG_FETCHES = "{attribute} gọi tệp khác"

# Where a missing key belongs: at the top of the file, or in a group of keys.
TOP = "phần thông tin ở đầu tệp"
GROUP = 'nhóm "{name}"'

# What has an address that an editor wanted: a page that no file makes, or the very page the editor writes.
SYSTEM_PAGE = "một trang có sẵn của hệ thống"
SAME_PAGE = "chính trang này"
STATIC_FOLDER = "thư mục {name}, nơi chỉ có tệp"

# Why a file cannot be read.
NOT_ALLOWED = "không có quyền đọc"
NO_FILE = "không phải tệp thường"
TOO_LONG = "các thư mục lồng nhau quá sâu, đường dẫn quá dài"

# Which lines become one, where it is more than one.
RANGE = "dòng {first}–{last} "

# Working on several cores
WORKER_DIED = "một tiến trình phụ đã dừng giữa chừng, có thể vì hết bộ nhớ"
