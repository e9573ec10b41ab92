"""Sound unions are built without a word, and everything in them is on their pages: tests/sites/valid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from associations.fields import Group, Key, Listing
from associations.parse import UNIT
from associations.schema import SCHEMAS
from associations.sources import KINDS
from frontmatter.nodes import Mapping, Node, Sequence
from frontmatter.reader import read, read_yaml
from tests.build.crawl import broken, parsed, reachable
from tests.support.sites import NOW, build, tree

SITES = Path(__file__).resolve().parents[1] / "sites" / "valid"
Output = dict[str, bytes]

ARTICLE = "tin/2022/mua-ca-giong/"
MEMBER = "hoi/hoi-thuy-san/"
MERGED = "hoi/hoi-lam-muoi/"
UNION = "hoi/lien-hiep-ha-linh/"
DOCUMENT = "van-ban/17-qd-2020/"

# What a reader sees, by page. White space counts as one space.
SHOWN: list[tuple[str, str]] = [
    (ARTICLE, "Mùa cá giống ở bến Ven Sông"),
    (ARTICLE, "Thứ Bảy, 02/07/2022, 08:00"),
    (ARTICLE, "Sửa ngày 05/07/2022"),
    (ARTICLE, "1.203 lượt xem"),
    (ARTICLE, "Hơn 1.200 người dự ba lớp nuôi cá giống do hai hội cùng mở."),
    (ARTICLE, "Hoãn. Thứ Năm, 20/10/2022, 08:00 – Thứ Sáu, 21/10/2022"),
    (ARTICLE, "Bến Ven Sông"),
    (ARTICLE, "Thay đổi, ngày 04/07/2022. Lùi lại vì mưa bão"),
    (ARTICLE, "Cá giống trước khi thả Ảnh: Hà Mẫu"),
    (ARTICLE, "Ba lớp có hơn 1.200 người dự, trong đó có 400 phụ nữ."),
    (ARTICLE, "Ao số 4. Ảnh: Hà Mẫu"),
    (ARTICLE, "Lớp Người Một 400 Hai 800"),
    (ARTICLE, "Tỉ lệ 1/5.000."),
    (ARTICLE, "M. Thử"),
    (ARTICLE, "Đính chính, ngày 06/07/2022. Bản đầu ghi nhầm số lớp"),
    (ARTICLE, "Phim thả cá giống"),
    (ARTICLE, "Cảnh cuối phim Ảnh: Đài Thử"),
    (ARTICLE, "Ao số 4 Ảnh: Hà Mẫu"),
    (ARTICLE, "Tệp đính kèm Kế hoạch số 12 PDF, 193 B Bảng theo dõi CSV, 3 KB"),
    (ARTICLE, "Hội Thủy sản “hơn 1.200 người dự” quý II/2022 hơn 1.200 người"),
    (ARTICLE, "Hội Thủy sản “có 400 phụ nữ” 6 tháng đầu năm 2022 400 người"),
    (ARTICLE, "Liên hiệp Hạ Lĩnh “vẽ 01 bản đồ” 6 tháng đầu năm 2022 01 bản đồ"),
    (ARTICLE, "Trạm Thủy văn Trường Nghề số 3"),
    (ARTICLE, "Nuôi trồng Khảo sát"),
    (ARTICLE, "Cùng về Hội Thủy sản"),
    (ARTICLE, "Bài trước Bản đồ con sông"),
    (ARTICLE, "Bài sau Bài còn viết dở"),
    (MEMBER, "Hội Thủy sản tỉnh Hạ Lĩnh (HTS)"),
    (MEMBER, "Hội của những người nuôi cá ở Hạ Lĩnh."),
    (MEMBER, "Thành lập tháng 5/1998."),
    (MEMBER, "Là hội thành viên từ năm 2005."),
    (MEMBER, "Thôi là hội thành viên từ tháng 1/2030."),
    (MEMBER, "Mang tên Hội Nghề cá đến ngày 01/05/2020 (Quyết định 17/QĐ)."),
    (MEMBER, "Tiếp nhận Hội Làm muối sáp nhập vào ngày 31/12/2019."),
    (MEMBER, "Phạm Thị Ví Dụ, Chủ tịch từ năm 2019 đến năm 2024; nguồn: Báo cáo năm 2020"),
    (MEMBER, "Bến cá số 2"),
    (MEMBER, "0999 222 333"),
    (MEMBER, "thuy-san@ha-linh.example"),
    (MEMBER, "thuy-san.example"),
    (MEMBER, "Nguồn: Kỷ yếu hội năm 2018"),
    (MERGED, "Đã sáp nhập vào Hội Thủy sản ngày 31/12/2019."),
    (MERGED, "Sáp nhập vào Hội Thủy sản ngày 31/12/2019 (Quyết định 88/QĐ)."),
    (MERGED, "Là hội thành viên từ tháng 3/2001."),
    (UNION, "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Hạ Lĩnh (LHHHL)"),
    (UNION, "Thành lập ngày 12/09/1995."),
    (UNION, "Mang tên Ban Vận động Khoa học Hạ Lĩnh đến ngày 31/01/1999 (Quyết định 05/QĐ)."),
    (UNION, "Liên hiệp Hội Bờ Đông là một trong những tổ chức hợp thành, hoạt động đến ngày 01/07/2000."),
    (UNION, "Trần Thị Thử, Chủ tịch từ năm 2016 đến tháng 6/2022; nguồn: Biên bản đại hội"),
    (UNION, "Lê Văn Mẫu, Phó Chủ tịch từ ngày 15/06/2022"),
    (UNION, "Nguồn: Kỷ yếu 20 năm"),
    ("hoi/", "Hội trước đây Hội Làm muối"),
    ("tin/2020/hoi-nghe-ca/", "Hội trong bài Hội Nghề cá"),
    ("tin/2020/", "Hội Nghề cá họp tổng kết"),
    ("linh-vuc/nuoi-trong/", "Dạy nghề nuôi cá, trồng rong."),
    (DOCUMENT, "Quyết định 17/QĐ Về việc đổi tên hội"),
    (DOCUMENT, "Cho phép hội đổi tên."),
    (DOCUMENT, "Loại Quyết định Số hiệu 17/QĐ Ban hành ngày 20/04/2020 Cơ quan ban hành Ủy ban Hạ Lĩnh"),
    (DOCUMENT, "Người ký Ngô Văn Ký Có hiệu lực từ ngày 01/05/2020 đến năm 2040"),
    (DOCUMENT, "Nguồn: Công báo"),
    ("van-ban/", "Ban hành ngày 20/04/2020 Ủy ban Hạ Lĩnh Quyết định 17/QĐ Về việc đổi tên hội"),
    ("gioi-thieu/", "Liên hiệp là ai."),
    ("gioi-thieu/", "Nguồn: Điều lệ"),
    ("tin/2022/rut/", "Số đo sai"),
    ("tin/2022/nhap/", "Bản nháp."),
    ("tin/2022/hen-dang/", "Hẹn đăng."),
    ("", "9 hội thành viên"),
    ("", "Báo cáo cuối năm 2021"),
    ("", "tháng 12/2021"),
    # on every page, so on this one
    ("404.html", "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Hạ Lĩnh"),
    ("404.html", "Thành viên của Liên hiệp Toàn cõi"),
    ("404.html", "Số 1 đường Ven Sông, Hạ Lĩnh"),
    ("404.html", "0999 000 111"),
    ("404.html", "Giấy phép: Số 01/GP-HL"),
    ("404.html", "Cấp: Sở Văn hóa Hạ Lĩnh, ngày 02/03/2015"),
    ("404.html", "Chịu trách nhiệm: Bà Trần Thị Thử"),
    ("404.html", "Về chúng tôi"),
    ("404.html", "Thư từ"),
]

# Attributes of some element on a page.
MARKED: list[tuple[str, str, str]] = [
    (ARTICLE, "alt", "Con cá giống trên tay"),
    (ARTICLE, "alt", "Ao cá nhìn từ bờ"),
    (ARTICLE, "alt", "Tấm lưới phơi"),
    (ARTICLE, "alt", "Người thả cá"),
    (ARTICLE, "alt", "Ao cá lúc sáng sớm"),
    (ARTICLE, "href", "https://phim.example/ca-giong"),
    (ARTICLE, "href", "/files/2022/ke-hoach.pdf"),
    (ARTICLE, "href", "/files/2022/so-lieu.csv"),
    (ARTICLE, "href", "/tin/2022/ban-do-song/#muc-cach-do"),
    (ARTICLE, "href", "/hoi/hoi-thuy-san/"),
    (ARTICLE, "href", "/linh-vuc/khao-sat/"),
    (ARTICLE, "start", "3"),
    (ARTICLE, "content", "Hơn 1.200 người dự ba lớp nuôi cá giống do hai hội cùng mở."),
    (MEMBER, "alt", "Con cá trong vòng tròn"),
    (MEMBER, "href", "/hoi/hoi-lam-muoi/"),
    (MEMBER, "href", "/hoi/hoi-thuy-san/nuoi-trong/"),
    (MEMBER, "href", "/hoi/hoi-thuy-san/2020/"),
    (MERGED, "href", "/hoi/hoi-thuy-san/"),
    (UNION, "alt", "Biểu trưng có ba vòng tròn"),
    (UNION, "href", "https://toan-coi.example/"),
    (UNION, "href", "mailto:van-phong@ha-linh.example"),
    ("linh-vuc/", "href", "/linh-vuc/khao-sat/"),
    (DOCUMENT, "href", "https://ha-linh.example/17-qd"),
    ("van-ban/", "href", "/van-ban/17-qd-2020/"),
    ("van-ban-cu/17/", "href", "/van-ban/17-qd-2020/"),
    ("404.html", "href", "/van-ban/"),
]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The output of the union that uses every key; with --strict a warning would have failed the build."""
    output = tmp_path_factory.mktemp("everything") / "out"
    assert build(SITES / "everything" / "content", output, NOW, strict=True) == 0
    return tree(output)


def page(output: Output, address: str) -> BeautifulSoup:
    file = address if address.endswith(".html") else f"{address}index.html"
    return BeautifulSoup(output[file].decode("utf-8"), "html.parser")


def visible(soup: BeautifulSoup) -> str:
    return re.sub(r" (?=[.,;)])", "", re.sub(r"\s+", " ", soup.get_text(" ")))


@pytest.mark.parametrize(("address", "text"), SHOWN)
def test_what_an_editor_wrote_is_shown(everything: Output, address: str, text: str) -> None:
    """Each fact on the page it belongs to, in words."""
    assert text in visible(page(everything, address))


@pytest.mark.parametrize(("address", "attribute", "value"), MARKED)
def test_what_an_editor_linked_or_described_is_in_the_markup(
    everything: Output, address: str, attribute: str, value: str
) -> None:
    """Links, descriptions of pictures, numbers of lists."""
    assert page(everything, address).find(None, {attribute: value}) is not None


def test_the_lead_leads_and_the_pinned_stays_on_top(everything: Output) -> None:
    """Of the front page: before newer ones."""
    front = page(everything, "")
    titles = [link.get_text(strip=True) for link in front.select("h2 a, h3 a")]
    assert titles[:3] == ["Mùa cá giống ở bến Ven Sông", "Bản đồ con sông", "Bài hẹn tháng Mười"]


def test_nothing_of_a_withdrawn_article_but_title_date_and_reason(everything: Output) -> None:
    """Its page stays; in no list, count or neighbour is anything of it."""
    for path, data in everything.items():
        assert "không ai được thấy nữa" not in data.decode("utf-8", "replace"), path
        if path != "tin/2022/rut/index.html":
            assert b"/tin/2022/rut/" not in data, path


def test_pins_are_not_shown(everything: Output) -> None:
    """`[!hội]` at the start of a paragraph is for the register, not for readers."""
    assert b"[!" not in everything[f"{ARTICLE}index.html"]


def test_published_it_has_no_trace_of_drafts_and_the_future(tmp_path: Path) -> None:
    """Neither titles nor addresses; the same content without --publish shows them marked."""
    assert build(SITES / "everything" / "content", tmp_path / "out", NOW, strict=True, publish=True) == 0
    for path, data in tree(tmp_path / "out").items():
        text = f"/{path}\n{data.decode('utf-8', 'replace')}"
        for trace in ("viết dở", "hẹn tháng Mười", "/nhap/", "/hen-dang/", "/tin/2022/08/", "/tin/2022/10/"):
            assert trace not in text, (path, trace)


def test_every_key_of_the_schema_is_used() -> None:
    """So that a key which nothing shows, or that no longer exists, is noticed here."""
    used, known = set[str](), set[str]()
    content = SITES / "everything" / "content"
    for file in sorted(content.rglob("*.md")):
        path = file.relative_to(content).as_posix()
        kind = next(kind for pattern, kind in KINDS if pattern.fullmatch(path))
        document, problems = read(file.read_bytes(), path)
        assert document is not None and not problems
        used.update(f"{kind}.{name}" for name in names_used(document.head))
    units, _ = read_yaml((content / "units.yml").read_bytes(), "units.yml")
    assert units is not None
    used.update(f"units.{name}" for entry in units.entries for name in names_used(entry.value))
    for owner, schema in SCHEMAS.items():
        known.update(f"{owner}.{name}" for name in names_known(schema.keys))
    known.update(f"units.{name}" for name in names_known(UNIT.keys))
    assert known - used == set()


def names_used(node: Node) -> Iterator[str]:
    """Every key below a node, joined with dots; lists have no part in a name."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from names_used(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from (f"{entry.key}.{name}" for name in names_used(entry.value))


def names_known(keys: tuple[Key, ...]) -> Iterator[str]:
    for key in keys:
        yield key.name
        kind = key.kind.of if isinstance(key.kind, Listing) else key.kind
        if isinstance(kind, Group):
            yield from (f"{key.name}.{name}" for name in names_known(kind.keys))


@pytest.mark.parametrize("site", sorted(folder.name for folder in SITES.iterdir()))
def test_every_page_of_a_sound_union_is_reachable_and_no_link_is_broken(site: str, tmp_path: Path) -> None:
    """From nothing but union.md to every key: navigation and pages fit what there is."""
    assert build(SITES / site / "content", tmp_path / "out", "2033-01-01", strict=True) == 0
    output = tree(tmp_path / "out")
    pages = parsed(output)
    assert list(broken(output, pages)) == []
    alone = {"404.html", "tin/2022/rut/index.html"}
    alone |= {path for path in pages if b'http-equiv="refresh"' in output[path]}  # where pages were once
    assert {path for path in pages if path.endswith(".html")} - reachable(pages) <= alone
