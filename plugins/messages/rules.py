"""The catalogue of problems: rule id → severity, what is wrong, what to do.

The ids are stable: editors acknowledge warnings by them and docs/content.md lists them. Words in braces are values.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


# Stands in a sentence for the content folder as the reader of a report would type it (a private-use character, which
# no editor's text can bring: `problem` shows such characters by their number).
CONTENT_FOLDER = "\ue000"

# What to do where the catalogue's own advice is worth less than the name that was probably meant.
SUGGESTION = 'ý bạn là "{suggestion}"?'


class Rule(NamedTuple):
    """`message` says what is wrong, `remedy` what to do about it."""

    severity: Severity
    message: str
    remedy: str


def _error(message: str, remedy: str) -> Rule:
    return Rule("error", message, remedy)


def _warning(message: str, remedy: str) -> Rule:
    return Rule("warning", message, remedy)


_FILES = {
    "bad-slug": _error(
        '"{name}" không dùng làm địa chỉ được',
        "đặt tên bằng chữ thường không dấu, chữ số và dấu gạch nối, không toàn chữ số,"
        " dài nhất 80 ký tự, ví dụ {example}",
    ),
    "reserved-slug": _error('tên "{name}" đã dành cho trang khác của hệ thống', "đặt tên khác"),
    "duplicate-slug": _error("trùng tên với {other}", "đổi tên một trong hai tệp"),
    "duplicate-address": _error(
        "địa chỉ {address} trùng với {other}", "đổi tên tệp, hoặc sửa hay bỏ địa chỉ cũ ở một trong hai nơi"
    ),
    "same-name": _error(
        "tên tệp chỉ khác {other} ở chữ hoa, chữ thường hoặc cách gõ dấu",
        "đổi tên một tệp: trên nhiều máy hai tên này là một",
    ),
    "bad-file-name": _error(
        "tên tệp có ký tự không dùng được hoặc quá dài",
        "đổi tên tệp, chỉ dùng chữ, chữ số, dấu cách, dấu chấm và gạch nối",
    ),
    "symlink": _error("đây là liên kết tượng trưng (symlink)", "thay bằng tệp thật trong thư mục nội dung"),
    "unreadable-file": _error("không đọc được tệp: {reason}", "kiểm tra quyền đọc, hoặc xóa đi rồi chép lại tệp"),
    "not-utf8": _error("tệp không phải văn bản UTF-8", "lưu lại tệp với bảng mã UTF-8"),
    "stacked-marks": _error(
        "một chữ mang hơn {limit} dấu chồng lên nhau", "xóa chữ ấy rồi gõ lại: chữ Việt có nhiều nhất hai dấu"
    ),
    "file-too-large": _error("tệp lớn hơn {limit}", "chia bài thành nhiều tệp, chuyển tài liệu dài thành tệp đính kèm"),
    "media-type": _error('không nhận loại tệp của "{value}"', "dùng ảnh {pictures}; hoặc tệp {documents}"),
    "large-file": _warning(
        "tệp nặng {size}, hơn mức {limit}", "thu nhỏ ảnh, nén tệp hoặc chia nhỏ: nhiều người đọc dùng mạng chậm"
    ),
    "missing-union": _error("thiếu tệp union.md", "tạo union.md với slug, name, short_name, province và source"),
    "unknown-file": _warning(
        "tệp này không thuộc loại nội dung nào nên không được dùng", "chuyển vào đúng thư mục hoặc xóa đi"
    ),
    "folder-year": _warning(
        "bài đề ngày năm {year} nhưng nằm trong thư mục {folder}",
        f"git mv {CONTENT_FOLDER}/{{old}} {CONTENT_FOLDER}/{{new}}",
    ),
}

_FRONT_MATTER = {
    "front-matter-missing": _error(
        "tệp không bắt đầu bằng dòng ---", "thêm phần thông tin giữa hai dòng --- ở đầu tệp"
    ),
    "front-matter-unclosed": _error(
        "phần thông tin ở đầu tệp không có dòng --- đóng lại", "thêm một dòng --- sau khóa cuối cùng"
    ),
    "front-matter-too-large": _error("phần thông tin ở đầu tệp dài hơn {limit}", "chuyển nội dung xuống phần thân bài"),
    "front-matter-not-yaml": _error("không hiểu được dòng này: {typed}", "viết lại {where}thành: {rewritten}"),
    "front-matter-unreadable": _error(
        "không hiểu được phần thông tin từ dòng này: {typed}",
        "viết mỗi dòng theo dạng khóa: giá trị; giá trị có ký tự đặc biệt thì đặt trong dấu ngoặc kép",
    ),
    "bad-indentation": _error(
        "dòng này không thẳng hàng với các dòng cùng nhóm",
        "để đúng {count} dấu cách ở đầu dòng, không dùng phím Tab",
    ),
    "pelican-header": _error("phần đầu tệp viết theo kiểu Pelican, không phải YAML", "thay bằng: {rewritten}"),
    "duplicate-key": _error('khóa "{key}" đã có ở dòng {first}', "giữ lại một dòng"),
    "yaml-alias": _error(
        "không dùng neo (&) và bí danh (*) của YAML", "đặt giá trị trong dấu ngoặc kép hoặc viết lại đầy đủ"
    ),
    "yaml-tag": _error("không dùng thẻ (!) của YAML", "bỏ dấu ! hoặc đặt cả giá trị trong dấu ngoặc kép"),
    "yaml-document-marker": _error(
        'dòng "{typed}" cắt phần thông tin làm hai', "xóa dòng này; phần thông tin chỉ kết thúc bằng một dòng ---"
    ),
    "key-not-text": _error(
        "khóa phải là chữ, không để trống, không phải danh sách hay nhóm",
        "đặt cả giá trị trong dấu ngoặc kép hoặc sửa lại tên khóa",
    ),
    "comment-after-value": _warning(
        'phần "{cut}" bị bỏ vì đứng sau dấu #', "đặt cả giá trị trong dấu ngoặc kép: {rewritten}"
    ),
    "nesting-too-deep": _error("lồng nhau quá {limit} tầng", "viết lại đơn giản hơn"),
}

_FIELDS = {
    "unknown-key": _error('không có khóa "{key}"', "sửa lại tên khóa hoặc xóa khóa này"),
    "missing-field": _error('thiếu khóa "{key}"', "thêm {key}: … vào {where}"),
    "empty-field": _error('khóa "{key}" để trống', "điền giá trị sau dấu hai chấm"),
    "empty-item": _error('danh sách "{key}" có mục để trống', "điền giá trị hoặc xóa mục đó"),
    "wrong-type": _error("cần {expected}, nhưng lại là {found}", "viết lại như: {example}"),
    "bad-value": _error('không nhận giá trị "{value}"', "dùng một trong các giá trị: {allowed}"),
    "bad-date": _error('"{value}" không phải là ngày hợp lệ', "viết năm-tháng-ngày, ví dụ {example}"),
    "date-offset": _error('"{value}" có múi giờ', "bỏ phần múi giờ: mọi giờ đều là giờ Việt Nam"),
    "bad-period": _error('"{value}" không phải là kỳ hợp lệ', "viết như 2022, 2022-H1, 2022-Q3 hoặc 2022-07"),
    "bad-number": _error('"{value}" không phải là {expected}', "viết lại, ví dụ {example}"),
    "bad-web-address": _error('"{value}" không phải là địa chỉ web', "viết đầy đủ, bắt đầu bằng https:// hoặc http://"),
    "bad-former-address": _error(
        'địa chỉ cũ "{value}" không hợp lệ',
        "bắt đầu bằng một dấu /, chỉ gồm chữ không dấu, chữ số và - . _ ~ % /, dài nhất 300 ký tự;"
        " không viết //, không có phần nào bắt đầu bằng dấu chấm",
    ),
    "bad-feed-authority": _error(
        '"{value}" không phải là tên miền và năm', "viết một tên miền mà Liên hiệp Hội có vào năm ấy, như {example}"
    ),
    "acknowledged-rule": _error(
        '"{value}" không phải là cảnh báo có thể xác nhận',
        "dùng mã trong ngoặc vuông ở cuối dòng cảnh báo; lỗi thì phải sửa, không xác nhận được",
    ),
    "title-too-long": _warning("tiêu đề dài {count} ký tự", "rút còn tối đa {limit} ký tự"),
    "summary-too-long": _warning("tóm tắt dài {count} ký tự", "rút còn tối đa {limit} ký tự"),
    "legacy-font": _warning('có đoạn chữ còn ở phông cũ {font}: "{sample}"', "chuyển sang Unicode rồi dán lại"),
    "control-characters": _warning("có ký tự điều khiển không nhìn thấy ({code})", "xóa ký tự đó, gõ lại chỗ ấy"),
}

_REGISTRY = {
    "unknown-association": _error(
        'không có hội "{value}"', "dùng tên một tệp trong thư mục associations, không có .md"
    ),
    "unknown-activity": _error(
        'không có lĩnh vực "{value}"', "dùng tên một tệp trong thư mục activities, không có .md"
    ),
    "unknown-unit": _error('không có đơn vị "{value}"', "sửa lại hoặc thêm đơn vị vào units.yml"),
    "repeated-value": _error('"{value}" được ghi hai lần', "giữ lại một"),
    "ambiguous-name": _warning('tên "{value}" cũng là tên của {other}', "ghi thêm để phân biệt hai hội"),
    "ambiguous-unit": _error('"{value}" đã là đơn vị ở dòng {first}', "giữ lại một"),
    "document-unnamed": _error(
        "văn bản không có số hiệu thì phải có trích yếu", "thêm number: …, hoặc title: … nếu văn bản không có số hiệu"
    ),
    "unknown-mark": _warning('giao diện không có hình "{value}"', "dùng tên một hình của giao diện hoặc bỏ khóa mark"),
    "contradictory-dates": _error("{what}", "sửa lại các ngày cho khớp nhau"),
    "end-leads-nowhere": _error(
        "hội kết thúc do {how} nhưng không nói thành hội nào", "thêm into: [tên tệp của hội tiếp nối]"
    ),
    "end-without-heir": _error("hội kết thúc do {how} thì không có hội tiếp nối", "bỏ khóa into hoặc sửa lại how"),
    "end-in-circle": _error("các hội nối tiếp nhau thành vòng tròn: {path}", "sửa khóa into của một hội"),
    "withdrawn-without-reason": _error(
        "bài có status: withdrawn nhưng thiếu phần withdrawn", "thêm withdrawn: {{date: …, reason: …}}"
    ),
    "withdrawn-without-status": _error(
        "bài có phần withdrawn nhưng status không phải là withdrawn", "ghi status: withdrawn hoặc xóa phần withdrawn"
    ),
}

_ARTICLES = {
    "implausible-date": _warning("ngày {value} khó đúng: {why}", "kiểm tra lại ngày của bài"),
    "after-association-ended": _warning(
        "bài đề ngày {date}, sau khi {name} đã kết thúc ({ended})", "kiểm tra lại ngày hoặc ghi hội tiếp nối"
    ),
    "quote-not-in-body": _error(
        'câu trích "{value}" không có nguyên văn trong một đoạn của bài', "chép lại đúng từng chữ như trong bài"
    ),
    "value-not-in-quote": _error('số "{value}" không có trong câu trích', "ghi số đúng như trong câu trích"),
    "result-association": _error(
        'hội "{value}" không nằm trong associations của bài', "thêm hội vào associations hoặc sửa lại"
    ),
    "result-activity": _error(
        'lĩnh vực "{value}" không nằm trong activities của bài', "thêm lĩnh vực vào activities hoặc sửa lại"
    ),
    "result-whose": _error(
        "bài có nhiều {kind} nên số liệu phải nói rõ của {kind} nào", "thêm {key}: … cho số liệu này"
    ),
    "repeated-id": _error('id "{value}" đã dùng cho số liệu khác của bài', "đặt id khác"),
    "part-of-nothing": _error('bài không có số liệu nào mang id "{value}"', "ghi id của một số liệu trong cùng bài"),
    "part-of-circle": _error("các số liệu là phần của nhau thành vòng tròn", "bỏ part_of của một số liệu"),
    "restates-nothing": _error('không có số liệu "{value}"', "ghi tên-bài#id của một số liệu có thật ở bài khác"),
    "restates-same-article": _error(
        'số liệu "{value}" ở ngay trong bài này', "restates chỉ dùng cho số liệu của bài khác; bỏ khóa restates"
    ),
    "restates-circle": _error("các số liệu nhắc lại nhau thành vòng tròn", "bỏ restates của một số liệu"),
    "implausible-result": _warning(
        '"{value} {unit}" khó đúng: {why}',
        "kiểm tra lại; nếu bản gốc viết đúng như vậy thì thêm acknowledged: {{implausible-result: lý do}}",
    ),
    "event-order": _error("sự kiện kết thúc trước khi bắt đầu", "sửa lại start hoặc end"),
    "change-ahead": _warning(
        '"{value}" chưa tới', "ghi ngày đã sửa: người theo dõi bản tin chỉ được báo khi ngày ấy tới"
    ),
    "modified-before-date": _error("ngày sửa {value} trước ngày đăng", "sửa lại modified hoặc date"),
}

_BODY = {
    "too-many-brackets": _error("có hơn {limit} dấu [ không đóng", "xóa bớt hoặc viết \\[ thay cho ["),
    "too-many-marks": _error("đoạn dài này có hơn {limit} ký hiệu Markdown", "chia thành nhiều đoạn bằng dòng trống"),
    "too-many-blocks": _error("có hơn {limit} đoạn", "chia bài thành nhiều tệp"),
    "too-many-tags": _error("có hơn {limit} thẻ HTML", "viết bằng Markdown, hoặc chia bài thành nhiều tệp"),
    "table-too-large": _error("các bảng có hơn {limit} ô", "chuyển bảng thành tệp đính kèm"),
    "too-many-definitions": _error("có hơn {limit} định nghĩa (liên kết, chú thích, chữ tắt)", "chia thành nhiều bài"),
    "definition-too-long": _error("định nghĩa dài hơn {limit} ký tự mà được dùng nhiều lần", "rút ngắn định nghĩa"),
    "heading-level": _warning("tiêu đề một dấu # được hiển thị như hai dấu ##", "dùng ## cho các mục trong bài"),
    "repeated-definition": _error('"{value}" được định nghĩa hai lần', "giữ lại một định nghĩa"),
    "unused-definition": _warning(
        'dòng "{value} …" là định nghĩa không được dùng nên không hiển thị',
        "xóa đi, hoặc viết \\[ thay cho [ nếu là chữ",
    ),
    "row-too-long": _error("hàng có {count} ô nhưng bảng chỉ có {columns} cột", "bớt ô, hoặc thêm cột ở dòng đầu bảng"),
    "broken-link": _error('liên kết "{value}" không dẫn tới trang hay tệp nào', "sửa lại địa chỉ"),
    "broken-anchor": _error('không có mục "#{value}" ở {page}', "sửa lại phần sau dấu #"),
    "broken-image": _error('không có ảnh "{value}"', "chép ảnh vào thư mục images hoặc sửa lại tên"),
    "picture-type": _error('"{value}" không phải là ảnh mà trình duyệt hiện được', "dùng ảnh {pictures}"),
    "broken-attachment": _error('không có tệp "{value}"', "chép tệp vào thư mục files hoặc sửa lại tên"),
    "image-without-alt": _error('ảnh "{value}" thiếu lời mô tả (alt)', "viết mô tả trong ngoặc vuông: ![mô tả](…)"),
    "media-address": _error(
        '"{value}" không phải là ảnh hay tệp của trang này', "dùng images/… hoặc files/… trong thư mục nội dung"
    ),
    "path-outside-content": _error(
        '"{value}" dẫn ra ngoài thư mục nội dung', "chỉ dùng tệp nằm trong thư mục nội dung"
    ),
    "link-scheme": _error(
        'không cho phép địa chỉ "{value}"',
        "dùng https://, http://, mailto:, tel: hoặc địa chỉ trong trang; ảnh thì dùng images/…",
    ),
    "script-in-html": _error("mã HTML có phần chạy được: {value}", "xóa phần đó"),
    "markup-removed": _warning("mã HTML không được phép nên đã bị bỏ: {value}", "viết lại bằng Markdown"),
    "unsafe-svg": _error("tệp SVG có {value}", "xuất lại ảnh SVG chỉ gồm hình vẽ, hoặc dùng PNG"),
    "unknown-pin": _error('không có hội "{value}" để gắn đoạn này', "viết [!tên-tệp-của-hội] ở đầu đoạn"),
    "link-to-unpublished": _warning(
        "dẫn tới bài hoặc trang chưa đăng: {value}", "bản công bố chỉ hiện chữ, tự thành liên kết khi nơi đó được đăng"
    ),
}

_GROUPS = (_FILES, _FRONT_MATTER, _FIELDS, _REGISTRY, _ARTICLES, _BODY)
RULES: dict[str, Rule] = {rule: entry for group in _GROUPS for rule, entry in group.items()}
assert len(RULES) == sum(map(len, _GROUPS)), "two rules have one id"
