"""The words that Python puts on pages and says in commands. Templates have their own, in Vietnamese directly."""

from __future__ import annotations

# Names of the kinds of page
HOME = "Trang chủ"
ARCHIVES = "Tin bài"
ASSOCIATIONS = "Các hội"
ACTIVITIES = "Lĩnh vực"
MATRIX = "Bảng tổng hợp"
DOCUMENTS = "Văn bản"
NOT_FOUND = "Không tìm thấy trang"

# Titles and descriptions
PAGE_TITLE = "{title} – {site}"
YEAR_ARCHIVE = "Tin bài năm {year}"
MONTH_ARCHIVE = "Tin bài tháng {month}/{year}"
PAIR = "{first}: {second}"
IN_YEAR = "{title}, năm {year}"
MATRIX_YEAR = "Bảng tổng hợp năm {year}"
NUMBERED = "{title}, {span}"
FEED = "{title} ({form})"
SPAN = "Từ {first} đến {last}"
HOME_DESCRIPTION = "Tin hoạt động của {union} và các hội thành viên."
ARCHIVES_DESCRIPTION = "Tất cả tin bài của {union} và các hội thành viên, mới nhất trước."
LIST_DESCRIPTION = "{title}: các bài viết trên trang của {union}."
ASSOCIATIONS_DESCRIPTION = "Danh sách các hội thành viên của {union}."
ASSOCIATION_DESCRIPTION = "Giới thiệu và tin hoạt động của {name}."
ACTIVITIES_DESCRIPTION = "Các lĩnh vực hoạt động của {union} và các hội thành viên."
ACTIVITY_DESCRIPTION = "Lĩnh vực {name}: những hội tham gia và các bài viết."
MATRIX_DESCRIPTION = "Số bài viết của từng hội theo từng lĩnh vực hoạt động."
DOCUMENTS_DESCRIPTION = "Văn bản của Đảng và Nhà nước liên quan đến hoạt động của {union} và các hội thành viên."
NOT_FOUND_DESCRIPTION = "Địa chỉ này không có trên trang."

# Lists
BY_YEAR = "Theo năm"
BY_MONTH = "Theo tháng"
BY_ACTIVITY = "Theo lĩnh vực"
BY_ASSOCIATION = "Theo hội"
ALL_YEARS = "Mọi năm"
MONTH = "Tháng {month}"
ALL_ARTICLES = "Tất cả tin bài"
COUNTED_ACTIVITIES = "{count} lĩnh vực"
NEWEST_PAGE = "Mới nhất"
AND_OTHERS = "{names} và {count} hội khác"
AND = " và "

# The life of an association, one sentence a line
FOUNDED = "Thành lập {when}."
FORMER_NAME = "Mang tên {name} đến {until}"
JOINED = "Là hội thành viên từ {when}."
LEFT_MEMBERSHIP = "Thôi là hội thành viên từ {when}."
ENDED = {
    "merged": "Sáp nhập vào {heirs} {when}",
    "split": "Chia tách thành {heirs} {when}",
    "dissolved": "Giải thể {when}",
    "left": "Rời {union} {when}",
}
ENDED_STATUS = {
    "merged": "Đã sáp nhập vào {heirs} {when}.",
    "split": "Đã chia tách thành {heirs} {when}.",
    "dissolved": "Đã giải thể {when}.",
    "left": "Đã rời {union} {when}.",
}
FORERUNNER = {
    "merged": "Tiếp nhận {name} sáp nhập vào {when}.",
    "split": "Ra đời khi {name} chia tách {when}.",
}
PREDECESSOR = "{name} là một trong những tổ chức hợp thành, hoạt động đến {until}."
DECISION = " ({decision})"
FROM = "từ {when}"
UNTIL = "đến {when}"

# Articles
SHARED = "Cùng về {what}"
PLANNED = "Dự kiến {when}"
EVENT_STATUS = {"provisional": "Dự kiến", "postponed": "Hoãn", "cancelled": "Huỷ"}
EVENT_CHANGE = "Thay đổi, {date}: {note}"
CORRECTION = "Đính chính, {date}: {note}"
CREDIT = "Ảnh: {name}"
LICENCE = "Giấy phép: {text}"
ISSUED = "Cấp: {text}"
RESPONSIBLE = "Chịu trách nhiệm: {text}"

# Inside the text of a post
TABLE_REGION = "Bảng"
FOOTNOTE_BACK = "Về chỗ có chú thích {number}"

# Commands
NOT_BUILT = "Nội dung có {count} lỗi: trang chưa được làm lại, bản cũ giữ nguyên."
NOT_OUR_OUTPUT = "Thư mục {folder} có sẵn những thứ không phải do hệ thống làm ra; hãy chọn thư mục trống."
OVERLAP = "Thư mục nội dung {content} và thư mục ghi trang {output} không được nằm trong nhau."
NO_EMPTYING = "Không dùng DELETE_OUTPUT_DIRECTORY (pelican -d): trang cũ phải còn nguyên khi nội dung có lỗi."
BAD_NOW = '"{value}" không phải là thời điểm; viết như 2022-08-05T10:00.'
SITEURL_NEEDED = (
    "Chưa biết trang sẽ đăng ở địa chỉ nào: đặt biến môi trường SITEURL, ví dụ"
    " SITEURL=https://example.org python3 tasks.py build --publish"
)
BAD_SITEURL = (
    'SITEURL "{value}" không dùng được; viết như https://example.org hoặc https://example.org/tin:'
    " bắt đầu bằng https:// hoặc http://, không có dấu ? và #."
)
NOT_A_FOLDER = (
    "{settings}: địa chỉ của một danh sách phải kết thúc bằng dấu /, vì các trang sau và bản tin của nó nằm bên dưới."
)
MANY_REDIRECTS = (
    "Tệp _redirects có {lines} dòng, {size}: GitLab Pages chỉ dùng 1.000 dòng đầu và không đọc tệp lớn hơn 64 KiB,"
    " Cloudflare Pages dùng 2.000 dòng. Những địa chỉ cũ ở sau vẫn có trang chuyển tiếp."
)
BROKEN_THEME = "Giao diện có lỗi: {reason}. Bản cũ giữ nguyên."
TWIN = "{file} đứng vào chỗ của {other}: xóa hoặc đổi tên tệp ấy trong static/root của giao diện"
NOT_WRITTEN = "Không ghi được trang: {reason}. Bản cũ giữ nguyên."
WRITTEN = (
    "Đã dựng {rendered} trang, ghi {written} tệp, xóa {removed}, giữ nguyên {unchanged}."
    " (rendered: {rendered}, written: {written}, removed: {removed}, unchanged: {unchanged})"
)
CACHE_INSIDE = "Bộ nhớ đệm {cache} không được nằm trong thư mục ghi trang {output}."
NO_CACHE = "Không dùng được bộ nhớ đệm {folder} ({reason}): lần này mọi thứ được làm lại từ đầu."
