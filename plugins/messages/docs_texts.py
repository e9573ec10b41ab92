"""The words of docs/content.md that stand in no schema and no rule. Text in Markdown, for editors."""

from __future__ import annotations

NOTICE = "<!-- Máy viết tệp này từ mô hình nội dung: python3 tasks.py docs. Đừng sửa tay. -->"
INTRO = """\
# Mô hình nội dung

Tệp này nói đủ mọi điều được viết trong thư mục `content/`: có những loại tệp nào, mỗi tệp có những khóa nào, thân bài
viết thế nào, máy báo những lỗi gì, mỗi trang ở địa chỉ nào. Cách làm từng việc, theo bước, ở
[bien-tap.md](bien-tap.md).

Mọi tên hội, tên người, con số và địa chỉ trong các ví dụ đều bịa ra. Gộp lại chúng là một trang nhỏ đầy đủ trong
`docs/example/`; xem thử bằng `python3 tasks.py serve --content docs/example`."""

# Files
FILES = "Các tệp"
FILES_HEAD = ("Tệp trong content/", "Là gì")
UNITS_LABEL = "Đơn vị của số liệu"
ABBREVIATIONS_LABEL = "Chữ viết tắt"
MEDIA_LABELS = {"images": "Ảnh", "files": "Tệp đính kèm"}
FILES_NOTES = """\
Chỉ `union.md` là bắt buộc. Bài nằm thẳng trong `news/`, không có thư mục năm, vẫn được đọc và có cảnh báo. Tệp không
thuộc dòng nào ở trên thì có cảnh báo `unknown-file` và không được dùng; các tệp ẩn (`.*`), tệp tạm và bản lưu của
chương trình soạn thảo (`*~`, `~$*`, `#*#`, `*.bak`, `*.orig`, `*.rej`, `*.tmp`, `*.swp`), `Thumbs.db` và
`desktop.ini` được bỏ qua."""
MEDIA_NOTES = """\
**Ảnh và tệp đính kèm** chỉ được là những loại sau, xét theo đuôi tên tệp; loại khác là lỗi `media-type`. Tệp nặng hơn
mức ghi ở cột cuối có cảnh báo `large-file`. Ảnh SVG chỉ được gồm hình vẽ (lỗi `unsafe-svg`), nặng nhất {svg}."""
MEDIA_HEAD = ("Loại", "Đuôi tên tệp", "Cảnh báo khi nặng hơn")
PICTURES = "ảnh"
DOCUMENTS = "tệp đính kèm"
SLUG_NOTES = """\
**Tên tệp là tên trong địa chỉ** (`<slug>`): chữ thường không dấu, chữ số, dấu gạch nối; không toàn chữ số; dài nhất
{longest} ký tự. Trong mỗi loại không có hai tên giống nhau, với bài viết thì trong mọi năm. Không dùng được:
{reserved}; với trang riêng (`pages/`) thì cả: {pages}."""

# Front matter
HEAD = "Phần thông tin ở đầu tệp"
HEAD_NOTES = """\
Mỗi tệp `.md` bắt đầu bằng một dòng `---`, rồi các dòng `khóa: giá trị` viết theo YAML, rồi lại một dòng `---`; dưới
đó là thân bài. Máy lấy giá trị đúng như đã gõ: `12.000`, `01`, `9:48`, `0222355123`, `no` không bị đổi thành thứ
khác.

- Giá trị có dấu hai chấm rồi dấu cách, có ` #`, hoặc bắt đầu bằng `[`, `{`, `"`, `@`, `&`, `*`, `!`, `|`, `>`, `%`
  thì đặt trong dấu ngoặc kép: `title: "Hội nghị: tổng kết"`.
- Danh sách viết `[một, hai]`, hoặc mỗi mục một dòng bắt đầu bằng `- `. Nhóm khóa viết `{date: 2024-07-05, note: …}`,
  hoặc mỗi khóa một dòng, thụt vào hai dấu cách.
- Khóa không dùng thì không viết. Mỗi khóa chỉ viết một lần. Không dùng neo (`&`), bí danh (`*`), thẻ (`!`) của YAML."""
TYPES_HEAD = ("Kiểu", "Ví dụ", "Viết thế nào")
TYPE_NOTES = {
    "chữ": "chữ thường, không định dạng",
    "ngày, có thể có giờ": "năm-tháng-ngày, thêm `T` hoặc một dấu cách rồi giờ:phút; giờ Việt Nam, không ghi múi giờ",
    "ngày, tháng hoặc năm": "`2022`, `2022-07` hoặc `2022-07-02`: biết đến đâu ghi đến đó",
    "ngày, có thể có giờ; hoặc tháng, năm": "ngày giờ như bài viết, hoặc chỉ tháng, chỉ năm",
    "kỳ": "năm `2022`, nửa năm `2022-H1`, quý `2022-Q3` hoặc tháng `2022-07`",
    "số nguyên": "chỉ chữ số, không có dấu chấm",
    "số từ 0 đến 1": "dùng dấu chấm: `0.5`",
    "true hoặc false": "`true`/`false`; `có`/`không` cũng được",
    "địa chỉ web": "đầy đủ, bắt đầu bằng `https://` hoặc `http://`",
    "tên miền và năm": "một tên miền, dấu phẩy, rồi năm (hay ngày) mà tên miền ấy đã là của mình",
    "địa chỉ cũ trong trang": "bắt đầu bằng một dấu `/`, không có tên miền, không có dấu `?`",
}

# The keys of one kind
KINDS = {
    "union": "Liên hiệp Hội",
    "association": "Hội thành viên",
    "activity": "Lĩnh vực hoạt động",
    "document": "Văn bản",
    "article": "Bài viết",
    "page": "Trang riêng",
}
KIND_NOTES = {
    "union": "Một tệp duy nhất. Mọi điều riêng của Liên hiệp Hội lấy từ đây; slug của nó được ghi trong `associations`"
    " của bài, và nó không bao giờ bị đếm là hội thành viên. Thân tệp là lời giới thiệu.",
    "association": "Mỗi hội một tệp; thư mục này là danh bạ. Tên tệp là tên dùng trong `associations` của bài. Thân tệp"
    " giới thiệu hội.",
    "activity": "Mỗi lĩnh vực một tệp; tên tệp là tên dùng trong `activities` của bài. Thân tệp nói lĩnh vực gồm những"
    " gì.",
    "document": "Văn bản của Đảng, Nhà nước mà biên tập viên muốn nói nhiều hơn số hiệu. Tên trang là loại và số hiệu;"
    " không có số hiệu thì là trích yếu. Thân tệp nói văn bản về việc gì.",
    "article": "Mỗi bài một tệp, trong thư mục của năm đăng. Chỉ năm khóa bắt buộc; những khóa còn lại dùng khi cần.",
    "page": "Giới thiệu, liên hệ, điều khoản và những trang như thế. Trang báo lỗi 404 do giao diện lo.",
}
KEYS_HEAD = ("Khóa", "Bắt buộc", "Kiểu", "Ví dụ", "Ý nghĩa")
KEYS_NOTES = """\
Khóa nằm trong nhóm được viết `nhóm.khóa`, trong danh sách thì `danh_sách[].khóa`; dòng báo lỗi ghi thứ tự của mục,
đếm từ 0: `results[0].quote`. “Bắt buộc” của khóa nằm trong nhóm nghĩa là: đã viết nhóm thì phải có khóa ấy."""
REQUIRED = "có"
DEFAULT = "{name} (mặc định: {default})"
EXAMPLE = "Ví dụ, `content/{path}`:"

# units.yml and abbreviations.yml
UNITS = "units.yml và abbreviations.yml"
UNITS_NOTES = """\
`units.yml` kê các đơn vị mà `unit` của số liệu được dùng: tên đơn vị, rồi các khóa dưới đây. Chỉ những số cùng `kind`
mới được cộng với nhau; `factor` đổi ra đơn vị gốc của loại."""
ABBREVIATIONS_NOTES = "`abbreviations.yml`: chữ viết tắt, rồi danh sách những cách viết đầy đủ."

# Bodies
BODY = "Thân bài"
BODY_NOTES = """\
Thân bài viết bằng Markdown (Python-Markdown với bảng, chú thích cuối bài, danh sách định nghĩa, chữ viết tắt).

| Muốn có | Viết |
|---|---|
| đoạn mới | để trống một dòng |
| xuống dòng trong đoạn | hai dấu cách ở cuối dòng |
| chữ đậm, chữ nghiêng | `**đậm**`, `*nghiêng*` |
| mục trong bài | `## Tên mục`, mục nhỏ hơn `### …`; một dấu `#` được hiện như hai dấu |
| danh sách | `- mục`, hoặc `1. mục`; số đã gõ được giữ nguyên |
| trích dẫn | `> lời trích` |
| bảng | `\\| Cột một \\| Cột hai \\|`, dòng dưới `\\|---\\|---\\|`, rồi các hàng |
| chú thích cuối bài | `chữ[^1]` trong bài, và một dòng `[^1]: lời chú` |
| giải nghĩa chữ tắt | một dòng `*[KHKT]: khoa học và kỹ thuật` |
| định nghĩa | dòng tên, rồi dòng `:   lời giải` |

Số lớn hơn 31 ở đầu đoạn (`2022. Năm qua…`) là chữ, không thành danh sách. Bảng, danh sách, chú thích phải cách đoạn
trên một dòng trống.

**Liên kết** viết `[chữ](địa chỉ)`. Địa chỉ là một trong:

- tệp nội dung: `{filename}/news/2024/ten-bai.md` (tính từ `content/`) hoặc `{filename}ten-bai.md` (cùng thư mục);
- trang của hệ thống: `/hoi/hoi-lam-vuon/`, `/tin/2024/`;
- một mục: `#muc-sau-lop-hoc` trong cùng trang, hoặc sau địa chỉ của trang khác; tên mục là `muc-` và tên không dấu
  của tiêu đề;
- tệp đính kèm: `files/2024/ke-hoach.pdf`;
- nơi khác: `https://…`, `http://…`, `mailto:…`, `tel:…`.

Liên kết không dẫn tới đâu là lỗi. Liên kết tới bài nháp hay bài hẹn giờ là cảnh báo: trang công bố chỉ hiện chữ.

**Ảnh và tệp** nằm trong `content/images/` và `content/files/`, viết `images/…` hoặc `files/…` (cũng nhận `/images/…`
và `{static}/images/…`), ở thân bài và ở phần thông tin như nhau. Ảnh viết `![mô tả](images/2024/x.jpg)`; mô tả là bắt
buộc. Ảnh đứng riêng một đoạn thành hình có chú thích: `![mô tả](images/2024/x.jpg "Lời chú. Ảnh: Tên người chụp")`.

**Gắn đoạn với hội.** `[!hoi-lam-vuon]` ở đầu đoạn nói đoạn ấy viết về hội đó, `[!-hoi-lam-vuon]` nói không phải; cả
hai không hiện ra."""
HTML_NOTES = """\
**HTML** chỉ nên dùng khi Markdown không có cách viết. Được giữ: {tags}. Thẻ và thuộc tính khác bị bỏ, có cảnh báo
`markup-removed`; phần chạy được (script, `onclick`…) là lỗi `script-in-html`."""
LIMITS = "Giới hạn"
LIMITS_HEAD = ("Cái gì", "Nhiều nhất")
LIMIT_LABELS = {
    "file": "tệp `.md`, `.yml`",
    "head": "phần thông tin ở đầu tệp",
    "title": "tiêu đề bài (quá thì cảnh báo)",
    "summary": "tóm tắt (quá thì cảnh báo)",
    "depth": "lồng nhau",
    "blocks": "đoạn trong một tệp",
    "brackets": "dấu `[` không đóng trong một đoạn",
    "all-brackets": "dấu `[` không đóng trong một tệp",
    "cells": "ô của các bảng trong một tệp",
    "tags": "thẻ HTML trong một tệp",
    "definitions": "định nghĩa (liên kết, chú thích, chữ tắt) trong một tệp",
}
CHARACTERS = "{count} ký tự"
LEVELS = "{count} tầng"

# Problems
RULES = "Lỗi và cảnh báo"
RULES_NOTES = """\
Mỗi dòng báo có dạng `tệp:dòng: khóa: có gì sai; làm gì [mã]`; trước cảnh báo có chữ “cảnh báo:”. Khóa `body` là thân
bài, `file` là cả tệp. **Lỗi** làm trang không được dựng lại. **Cảnh báo** thì không (trừ khi chạy với `--strict`);
cảnh báo được giữ nguyên có lý do thì ghi vào `acknowledged` của bài, lỗi thì phải sửa. Khi máy đoán được tên đúng,
phần “làm gì” là `ý bạn là "…"?`. Dấu … trong bảng là chỗ máy điền vào."""
RULES_HEAD = ("Mã", "Loại", "Có gì sai", "Làm gì")
SEVERITIES = {"error": "lỗi", "warning": "cảnh báo"}
# Where the rule's own sentence is all value.
RULE_NOTES = {"contradictory-dates": "các ngày không thể cùng đúng, ví dụ hội gia nhập trước ngày thành lập"}

# Addresses
ADDRESSES = "Địa chỉ"
ADDRESSES_NOTES = """\
Địa chỉ nằm trong `pelicanconf.py`; đây là các địa chỉ đang dùng. Năm trong địa chỉ của bài là năm của `date`."""
ADDRESSES_HEAD = ("Địa chỉ", "Trang", "Cài đặt")
ADDRESS_LABELS = {
    "HOME_URL": "trang chủ",
    "ARCHIVES_URL": "mọi bài viết",
    "YEAR_ARCHIVE_URL": "bài viết của một năm",
    "MONTH_ARCHIVE_URL": "bài viết của một tháng",
    "ARTICLE_URL": "một bài viết",
    "ASSOCIATIONS_URL": "danh sách các hội",
    "ASSOCIATION_URL": "một hội, hoặc Liên hiệp Hội",
    "ASSOCIATION_ACTIVITY_URL": "một hội trong một lĩnh vực, khi có bài",
    "ASSOCIATION_YEAR_URL": "một hội trong một năm, khi có bài",
    "ASSOCIATION_ACTIVITY_YEAR_URL": "một hội trong một lĩnh vực và một năm, khi có bài",
    "ACTIVITIES_URL": "danh sách các lĩnh vực",
    "ACTIVITY_URL": "một lĩnh vực",
    "ACTIVITY_YEAR_URL": "một lĩnh vực trong một năm, khi có bài",
    "MATRIX_URL": "bảng tổng hợp hội × lĩnh vực",
    "MATRIX_YEAR_URL": "bảng tổng hợp của một năm",
    "DOCUMENTS_URL": "danh sách văn bản, khi có văn bản",
    "DOCUMENT_URL": "một văn bản",
    "PAGE_URL": "một trang riêng",
    "NOT_FOUND_URL": "trang báo không tìm thấy",
    "NUMBERED_PAGE_URL": "các trang tiếp theo của một danh sách, sau địa chỉ của danh sách",
    "ATOM_URL": "bản tin Atom của cả trang, một hội, một lĩnh vực hay một hội trong một lĩnh vực (bản --publish)",
    "JSON_FEED_URL": "cùng bản tin ấy ở dạng JSON Feed",
}
STATIC_LABEL = "ảnh và tệp, giữ nguyên tên"
THEME_LABEL = "tệp của giao diện, tên mang mã băm"
PLACEHOLDERS = {"slug": "<slug>", "activity": "<lĩnh vực>", "year": "<năm>", "number": "<số>"}
DATE_PLACEHOLDERS = {"%Y": "<năm>", "%m": "<tháng>", "%d": "<ngày>"}
