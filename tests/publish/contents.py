"""A made-up union for a server: the rich site of the browser tests, and what matters only once it is published."""

from pathlib import Path

from tests.browser import rich_site
from tests.support.sites import activity, article, association, lay, page

WITHDRAWN = "/tin/2022/rut/"
HIDDEN = (rich_site.DRAFT, rich_site.FUTURE)  # titles that no reader may see

FORMER = {
    "/tin/2019/bai-cu": "/tin/2022/da-chuyen/",
    "/tin/2019/bai-cu/": "/tin/2022/da-chuyen/",
    "/tin.php/17.html": "/tin/2022/da-chuyen/",
    "/tin/b%C3%A0i%20c%C5%A9/": "/tin/2022/da-chuyen/",
    "/tin/b%c3%a0i%20c%c5%a9": "/tin/2022/da-chuyen/",
    "/tin/gi%24a/%7Bb%7D;c/": "/tin/2022/da-chuyen/",
    "/gioi-thieu.html": "/ve-hoi/",
    "/hoi/hoi-ten-cu/": "/hoi/hoi-ten-moi/",
    "/hoi/hoi-ten-cu": "/hoi/hoi-ten-moi/",
    "/hoi/hoi-ten-cu/viec-moi/": "/hoi/hoi-ten-moi/viec-moi/",
    "/hoi/hoi-ten-cu/2022": "/hoi/hoi-ten-moi/2022/",
    "/linh-vuc/viec-cu/": "/linh-vuc/viec-moi/",
}
"""Former addresses as a reader may ask for them, and where each leads, both below the site's own path."""

FILES = {
    "ke-hoach.pdf": "application/pdf",
    "bieu-mau.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "so-lieu.csv": "text/csv; charset=utf-8",
    "ghi-chu.txt": "text/plain; charset=utf-8",
    "so-do.svg": "image/svg+xml; charset=utf-8",
}
"""Attachments of one article, and the types with which they are sent."""

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<style>path { fill: #080 }</style><path d="M0 0h9v9z"/></svg>"""


def write(folder: Path) -> Path:
    """Lay the content into `folder`, which is returned; to be built as of rich_site's moment."""
    rich_site.write(folder)
    attachments = [{"src": f"files/{name}", "title": f"Tệp {name}"} for name in FILES]
    moved = article(
        "Bài đã chuyển chỗ",
        "2022-08-10",
        "Xem [sơ đồ](files/so-do.svg) và [hội](/hoi/hoi-ten-moi/).\n\n![Sơ đồ](images/so-do.svg)",
        associations=["hoi-ten-moi"],
        activities=["viec-moi"],
        attachments=attachments,
        former_addresses=[
            "/tin/2019/bai-cu",
            "/tin.php/17.html",
            "/tin/b%C3%A0i%20c%C5%A9/",
            "/tin/gi%24a/%7Bb%7D%3Bc/",
        ],
    )
    return lay(
        folder,
        {
            "associations/hoi-ten-moi.md": association("Hội Tên Mới", former_addresses=["/hoi/hoi-ten-cu/"]),
            "activities/viec-moi.md": activity("Việc mới", former_addresses=["/linh-vuc/viec-cu/"]),
            "pages/ve-hoi.md": page("Về hội", former_addresses=["/gioi-thieu.html"]),
            "news/2022/da-chuyen.md": moved,
            "files/ke-hoach.pdf": PDF,
            "files/bieu-mau.docx": b"PK\x05\x06" + b"\0" * 18,
            "files/so-lieu.csv": "hội,bài\nHội Tên Mới,1\n",
            "files/ghi-chu.txt": "Ghi chú.\n",
            "files/so-do.svg": SVG,
            "images/so-do.svg": SVG,
        },
    )
