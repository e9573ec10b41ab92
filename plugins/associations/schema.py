"""The schema: for every kind of file its keys, their types and, in Vietnamese for docs/content.md, what they mean."""

from __future__ import annotations

import msgspec

from associations.fields import Group, Key, Listing, TextByRule
from associations.model import (
    Activity,
    Article,
    Association,
    Attachment,
    Contact,
    DocumentProfile,
    Ended,
    Event,
    FormerName,
    Legal,
    Note,
    Officer,
    Page,
    Parent,
    Picture,
    Predecessor,
    Record,
    Result,
    Span,
    StatedMembers,
    Union,
    Video,
    Withdrawn,
)
from associations.scalars import (
    AUTHORITY_TEXT,
    DATE_TIME,
    FORMER_ADDRESS_TEXT,
    FRACTION,
    MOMENT,
    PARTIAL_DATE,
    PERIOD,
    TEXT,
    TRUTH,
    WEB,
    WHOLE_NUMBER,
    Choice,
)

PIGMENTS = ("cham", "son", "hoe", "gi")
TEXTS = Listing(TEXT)


class Schema(msgspec.Struct, frozen=True):
    """The keys of one kind of file, and the record they are read into."""

    record: type[Record]
    where: str  # for docs/content.md
    keys: tuple[Key, ...]


FORMER_ADDRESSES = Key(
    "former_addresses", Listing(FORMER_ADDRESS_TEXT), "địa chỉ cũ của trang, cũ nhất đứng đầu và không bao giờ xóa"
)
ACKNOWLEDGED = Key("acknowledged", TextByRule(), "mã cảnh báo → vì sao được giữ nguyên; cảnh báo đó không hiện nữa")
ALIASES = Key("aliases", TEXTS, "những cách viết khác")
SOURCE = "những điều trên lấy từ đâu"

SPAN_KEYS = (
    Key("from", PARTIAL_DATE, "từ khi nào", attribute="since"),
    Key("until", PARTIAL_DATE, "đến khi nào"),
)
SPAN = Group(Span, *SPAN_KEYS)
PICTURE_KEYS = (
    Key("src", TEXT, "ảnh trong thư mục images", required=True),
    Key("alt", TEXT, "mô tả ảnh cho người không nhìn thấy", required=True),
    Key("caption", TEXT, "lời chú dưới ảnh"),
    Key("credit", TEXT, "người chụp"),
    Key("focus", Listing(FRACTION, 2), "điểm chính của ảnh: từ trái, từ trên"),
)
PICTURE = Group(Picture, *PICTURE_KEYS)
LOGO = Group(Picture, *PICTURE_KEYS[:2])
NOTE = Group(Note, Key("date", PARTIAL_DATE, "ngày", required=True), Key("note", TEXT, "nội dung", required=True))

ORGANISATION_KEYS = (
    Key("name", TEXT, "tên đầy đủ", required=True),
    Key("short_name", TEXT, "tên gọi ngắn, hiện trong danh sách", required=True),
    Key("acronym", TEXT, "tên viết tắt"),
    ALIASES,
    Key("not_to_confuse", TEXTS, "tổ chức khác có tên gần giống"),
    Key(
        "former_names",
        Listing(
            Group(
                FormerName,
                Key("name", TEXT, "tên cũ", required=True),
                Key("until", PARTIAL_DATE, "dùng đến khi nào", required=True),
                Key("decision", TEXT, "quyết định đổi tên"),
            )
        ),
        "tên cũ; bài viết hiện tên đúng vào ngày của bài",
    ),
    Key("founded", PARTIAL_DATE, "thành lập"),
    Key(
        "officers",
        Listing(
            Group(
                Officer,
                Key("name", TEXT, "họ tên", required=True),
                Key("role", TEXT, "chức vụ", required=True),
                *SPAN_KEYS,
                Key("source", TEXT, "theo nguồn nào"),
            )
        ),
        "lãnh đạo",
    ),
    Key(
        "contact",
        Group(
            Contact,
            Key("address", TEXT, "địa chỉ"),
            Key("phone", TEXT, "điện thoại"),
            Key("email", TEXT, "thư điện tử"),
            Key("website", WEB, "trang web"),
        ),
        "liên hệ",
    ),
    Key("logo", LOGO, "biểu trưng"),
    Key("source", TEXT, SOURCE, required=True),
    FORMER_ADDRESSES,
)

UNION = Schema(
    Union,
    "union.md",
    (
        Key(
            "slug",
            TEXT,
            "tên trong địa chỉ và trong associations; trang của Liên hiệp Hội là /hoi/<slug>/",
            required=True,
        ),
        *ORGANISATION_KEYS,
        Key("province", TEXT, "tỉnh, thành phố", required=True),
        Key(
            "parent",
            Group(Parent, Key("name", TEXT, "tên", required=True), Key("website", WEB, "trang web")),
            "tổ chức cấp trên",
        ),
        Key(
            "stated_members",
            Listing(
                Group(
                    StatedMembers,
                    Key("count", WHOLE_NUMBER, "số hội thành viên", required=True),
                    Key("date", PARTIAL_DATE, "vào lúc nào", required=True),
                    Key("source", TEXT, "theo nguồn nào", required=True),
                )
            ),
            "số hội thành viên mà một nguồn nêu; số hội có trang được tự đếm",
        ),
        Key(
            "legal",
            Group(
                Legal,
                Key("licence", TEXT, "giấy phép"),
                Key("issued", TEXT, "nơi và ngày cấp"),
                Key("responsible", TEXT, "người chịu trách nhiệm"),
            ),
            "dòng pháp lý ở chân trang",
        ),
        Key(
            "predecessors",
            Listing(
                Group(
                    Predecessor,
                    Key("name", TEXT, "tên", required=True),
                    Key("province", TEXT, "tỉnh", required=True),
                    Key("until", PARTIAL_DATE, "đến khi nào", required=True),
                    Key("website", WEB, "trang web"),
                )
            ),
            "các liên hiệp hội đã hợp thành liên hiệp hội này",
        ),
        Key("feed_authority", AUTHORITY_TEXT, "tên miền và năm trong mã của bản tin Atom"),
    ),
)

ASSOCIATION = Schema(
    Association,
    "associations/<slug>.md",
    (
        *ORGANISATION_KEYS,
        Key(
            "member",
            SPAN,
            "là hội thành viên",
        ),
        Key(
            "ended",
            Group(
                Ended,
                Key("how", Choice("merged", "split", "dissolved", "left"), "kết thúc thế nào", required=True),
                Key("date", PARTIAL_DATE, "khi nào", required=True),
                Key("into", TEXTS, "hội tiếp nối (bắt buộc với merged và split)"),
                Key("decision", TEXT, "quyết định"),
            ),
            "hội đã sáp nhập, chia tách, giải thể hoặc rời Liên hiệp Hội",
        ),
    ),
)

ACTIVITY = Schema(
    Activity,
    "activities/<slug>.md",
    (
        Key("name", TEXT, "tên lĩnh vực", required=True),
        Key("mark", TEXT, "hình vẽ trong bộ hình của giao diện"),
        Key("pigment", Choice(*PIGMENTS), "màu"),
        Key("order", WHOLE_NUMBER, "thứ tự trong bảng và danh mục"),
        ALIASES,
        FORMER_ADDRESSES,
    ),
)

DOCUMENT = Schema(
    DocumentProfile,
    "documents/<slug>.md",
    (
        Key("kind", TEXT, "loại văn bản: Chỉ thị, Nghị quyết…", required=True),
        Key("number", TEXT, "số hiệu; không có số hiệu thì phải có title"),
        Key("date", PARTIAL_DATE, "ngày ban hành"),
        Key("issuer", TEXT, "cơ quan ban hành"),
        Key("title", TEXT, "trích yếu"),
        Key("signed_by", TEXT, "người ký"),
        Key(
            "in_force",
            SPAN,
            "thời gian có hiệu lực",
        ),
        Key("url", WEB, "địa chỉ bản gốc"),
        Key("source", TEXT, SOURCE),
        ALIASES,
        FORMER_ADDRESSES,
    ),
)

RESULT = Group(
    Result,
    Key("id", TEXT, "mã để nơi khác nhắc tới"),
    Key("association", TEXT, "một hội của bài; không ghi khi bài chỉ có một hội"),
    Key("activity", TEXT, "một lĩnh vực của bài; không ghi khi bài chỉ có một lĩnh vực"),
    Key("value", TEXT, "con số như viết trong bài", required=True),
    Key("unit", TEXT, "đơn vị trong units.yml", required=True),
    Key("qualifier", Choice("trên", "hơn", "gần", "khoảng"), "từ đứng trước con số"),
    Key("period", PERIOD, "kỳ; không ghi thì theo bài"),
    Key("quote", TEXT, "câu trích đúng nguyên văn từ một đoạn của bài", required=True),
    Key("part_of", TEXT, "id của số liệu mà số này là một phần"),
    Key("restates", TEXT, "bài-khác#id: cùng con số được kể lại"),
)

ARTICLE = Schema(
    Article,
    "news/<năm>/<slug>.md",
    (
        Key("title", TEXT, "tiêu đề", required=True),
        Key("date", DATE_TIME, "ngày giờ đăng, giờ Việt Nam", required=True),
        Key("modified", DATE_TIME, "ngày sửa"),
        Key("summary", TEXT, "sapo, chữ thường không định dạng", required=True),
        Key("author", TEXT, "tên ký cuối bài; không ghi thì là Liên hiệp Hội"),
        Key("associations", TEXTS, "các hội, hội chính đứng đầu; được ghi cả slug của Liên hiệp Hội", required=True),
        Key("activities", TEXTS, "các lĩnh vực, lĩnh vực chính đứng đầu", required=True),
        Key("partners", TEXTS, "đơn vị bên ngoài cùng tham gia"),
        Key("period", PERIOD, "bài nói về thời gian nào; không ghi thì là tháng của bài"),
        Key("image", PICTURE, "ảnh chính"),
        Key("gallery", Listing(PICTURE), "chùm ảnh"),
        Key(
            "attachments",
            Listing(
                Group(
                    Attachment,
                    Key("src", TEXT, "tệp trong thư mục files", required=True),
                    Key("title", TEXT, "tên hiện ra", required=True),
                )
            ),
            "tệp đính kèm",
        ),
        Key(
            "video",
            Group(
                Video,
                Key("url", WEB, "địa chỉ video", required=True),
                Key("title", TEXT, "tên", required=True),
                Key("image", PICTURE, "ảnh"),
            ),
            "một liên kết có ảnh",
        ),
        Key("lead", TRUTH, "đưa lên đầu trang chủ"),
        Key("pin_until", DATE_TIME, "giữ ở đầu danh sách trang chủ đến khi nào"),
        Key("results", Listing(RESULT), "số liệu hội đạt được"),
        Key(
            "event",
            Group(
                Event,
                Key("start", MOMENT, "bắt đầu", required=True),
                Key("end", MOMENT, "kết thúc"),
                Key("place", TEXT, "nơi"),
                Key("status", Choice("provisional", "confirmed", "postponed", "cancelled"), "tình trạng"),
                Key("changes", Listing(NOTE), "thay đổi đã báo"),
            ),
            "sự kiện",
        ),
        Key("views_base", WHOLE_NUMBER, "số lượt xem ở trang cũ"),
        Key("corrections", Listing(NOTE), "đính chính"),
        Key("status", Choice("published", "draft", "withdrawn", default="published"), "tình trạng"),
        Key(
            "withdrawn",
            Group(
                Withdrawn,
                Key("date", PARTIAL_DATE, "ngày rút", required=True),
                Key("reason", TEXT, "lý do", required=True),
            ),
            "bắt buộc khi status: withdrawn",
        ),
        FORMER_ADDRESSES,
        ACKNOWLEDGED,
    ),
)

PAGE = Schema(
    Page,
    "pages/<slug>.md",
    (
        Key("title", TEXT, "tiêu đề", required=True),
        Key("summary", TEXT, "mô tả ngắn"),
        Key("menu", Choice("header", "footer"), "đặt liên kết ở đầu hay chân trang"),
        Key("order", WHOLE_NUMBER, "thứ tự"),
        Key("source", TEXT, SOURCE),
        FORMER_ADDRESSES,
    ),
)

SCHEMAS = {
    "union": UNION,
    "association": ASSOCIATION,
    "activity": ACTIVITY,
    "document": DOCUMENT,
    "article": ARTICLE,
    "page": PAGE,
}
