"""Where an address leads that an editor typed: to a page, a part of one, a file, or to a problem."""

import re
from pathlib import Path

import pytest

from associations.edition import Edition
from associations.views import ArticleView
from tests.support.sites import (
    UNION,
    Files,
    activity,
    article,
    association,
    document,
    page,
    prepared,
    reported,
    small_site,
    view_of,
)

SITE = small_site(
    {
        "associations/hoi-mot.md": association(
            "Hội Một", "## Lịch sử\n\nx", former_addresses=["/hoi/hoi-cu/", "/cu.html"]
        ),
        "activities/tap-huan.md": activity("Tập huấn"),
        "news/2022/dich.md": article("Đích", "2022-01-02", "## Kết quả\n\nx[^1]\n\n[^1]: ghi chú"),
        "news/2022/nhap.md": article(
            "Nháp", "2022-01-02", "## Phần\n\nx", status="draft", former_addresses=["/nhap-cu"]
        ),
        "news/2023/mai.md": article("Mai", "2023-01-02"),
        "news/2021/rut.md": article(
            "Rút", "2021-01-02", status="withdrawn", withdrawn={"date": "2022", "reason": "Sai"}
        ),
        "pages/lien-he.md": page("Liên hệ"),
        "documents/mot.md": document(
            "## Điểm chính\n\nx", kind="Chỉ thị", number="1", former_addresses=["/cong-van/1"]
        ),
        "images/Ảnh đẹp.png": "x",
        "files/a.pdf": "x",
        "files/a#b?.pdf": "x",
    }
)


def linked(folder: Path, typed: str, files: Files | None = None, **changes: object) -> tuple[list[str], list[str]]:
    """What becomes of `[chữ](<typed>)` in an article: the hrefs of its text, and the rules of its problems."""
    text = article("Bài", "2022-01-01", f"## Ở đây\n\n[chữ](<{typed}>)")
    edition = prepared(folder, {**SITE, "news/2022/bai.md": text, **(files or {})}, **changes)
    rules = [line.rpartition("[")[2].rstrip("]") for line in reported(edition)]
    if not edition.is_sound:
        return [], rules
    return re.findall(r'<p><a href="([^"]*)">chữ</a></p>', shown(edition)), rules


def shown(edition: Edition) -> str:
    """The text of the article as its page shows it."""
    view = view_of(edition, "/tin/2022/bai/")
    assert isinstance(view, ArticleView)
    return view.body_html


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("/hoi/hoi-mot/", "/hoi/hoi-mot/"),
        (f"/hoi/{UNION}/", f"/hoi/{UNION}/"),
        ("/hoi/hoi-mot/#muc-lich-su", "/hoi/hoi-mot/#muc-lich-su"),
        ("/hoi/hoi-mot/tap-huan/2022/", "/hoi/hoi-mot/tap-huan/2022/"),
        ("/linh-vuc/tap-huan/", "/linh-vuc/tap-huan/"),
        ("/tin/2022/dich/", "/tin/2022/dich/"),
        ("/tin/2022/01/", "/tin/2022/01/"),
        ("/tin/2021/rut/", "/tin/2021/rut/"),
        ("/lien-he/", "/lien-he/"),
        ("/bang-tong-hop/", "/bang-tong-hop/"),
        ("/", "/"),
        ("#muc-o-day", "#muc-o-day"),
        ("{filename}dich.md", "/tin/2022/dich/"),
        ("{filename}dich.md#muc-ket-qua", "/tin/2022/dich/#muc-ket-qua"),
        ("{filename}../../associations/hoi-hai.md", "/hoi/hoi-hai/"),
        ("{filename}/associations/hoi-hai.md", "/hoi/hoi-hai/"),
        ("{filename}/union.md", f"/hoi/{UNION}/"),
        ("{filename}/pages/lien-he.md", "/lien-he/"),
        ("|filename|dich.md", "/tin/2022/dich/"),
        ("{index}", "/"),
        ("{static}/files/a.pdf", "/files/a.pdf"),
        ("{attach}/files/a.pdf", "/files/a.pdf"),
        ("/files/a.pdf", "/files/a.pdf"),
        ("files/a.pdf", "/files/a.pdf"),
        ("files/a.pdf#page=3", "/files/a.pdf#page=3"),
        ("files/a.pdf?v=2&amp;w=3", "/files/a.pdf?v=2&amp;w=3"),
        ("/hoi/hoi-mot/?a=b&c=đ#muc-lich-su", "/hoi/hoi-mot/?a=b&amp;c=%C4%91#muc-lich-su"),
        ("/images/Ảnh đẹp.png", "/images/%E1%BA%A2nh%20%C4%91%E1%BA%B9p.png"),
        ("/images/%E1%BA%A2nh%20%C4%91%E1%BA%B9p.png", "/images/%E1%BA%A2nh%20%C4%91%E1%BA%B9p.png"),
        ("/images/A\u0309nh đẹp.png", "/images/%E1%BA%A2nh%20%C4%91%E1%BA%B9p.png"),
        ("/files/a%23b%3F.pdf", "/files/a%23b%3F.pdf"),
        ("/hoi/hoi-cu/", "/hoi/hoi-mot/"),
        ("/hoi/hoi-cu", "/hoi/hoi-mot/"),
        ("/cu.html", "/hoi/hoi-mot/"),
        ("/van-ban/", "/van-ban/"),
        ("/van-ban/mot/#muc-diem-chinh", "/van-ban/mot/#muc-diem-chinh"),
        ("{filename}/documents/mot.md", "/van-ban/mot/"),
        ("/cong-van/1", "/van-ban/mot/"),
        ("/hoi/hoi-cu/#muc-lich-su", "/hoi/hoi-mot/#muc-lich-su"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_an_address_that_leads_somewhere(tmp_path: Path, typed: str, href: str) -> None:
    """Pelican's ways, addresses of the site, former ones (straight to the page of today), files, other sites."""
    assert linked(tmp_path, typed) == ([href], [])


HIDDEN_PAIR = {
    "news/2022/nhap-hai.md": article(
        "Nháp hai", "2022-01-02", associations=["hoi-hai"], activities=["tap-huan"], status="draft"
    ),
    "news/2022/toi.md": article("Tới", "2022-12-01", associations=["hoi-hai"], activities=["hoi-thao"]),
    "associations/hoi-hai.md": association("Hội Hai", former_addresses=["/hai/"]),
}


@pytest.mark.parametrize("publish", [False, True])
@pytest.mark.parametrize(
    "typed",
    [
        "/hoi/hoi-hai/tap-huan/",
        "/hoi/hoi-hai/tap-huan/atom.xml",
        "/hoi/hoi-hai/hoi-thao/feed.json",
        "/hai/hoi-thao/feed.json",
    ],
)
def test_a_feed_is_as_public_as_its_page(tmp_path: Path, typed: str, publish: bool) -> None:
    """One that only drafts and articles of the future make is still to come, like the page that it follows: readers
    see the text, and the editor is warned."""
    changes = {"publish": True, "siteurl": "https://x.example"} if publish else {}
    hrefs, rules = linked(tmp_path, typed, HIDDEN_PAIR, **changes)
    assert rules == ["link-to-unpublished"]
    assert hrefs == ([typed] if typed.endswith("/") and not publish else [])


def test_a_draft_may_name_the_feed_that_it_makes(tmp_path: Path) -> None:
    """Both become readable in their own time; a list that has no feed has none."""
    text = article(
        "Nháp hai", "2022-01-02", "[chữ](/hoi/hoi-hai/tap-huan/atom.xml)", associations=["hoi-hai"], status="draft"
    )
    edition = prepared(tmp_path, {**SITE, "news/2022/bai.md": text})
    assert reported(edition) == []
    assert "<p>chữ</p>" in shown(edition)
    assert linked(tmp_path / "2", "/tin/2022/atom.xml")[1] == ["broken-link"]
    assert linked(tmp_path / "3", "/hoi/hoi-hai/atom.xml")[1] == []


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("/hoi/hoi-mott/", "broken-link"),
        ("/hoi/hoi-mot/hoi-thao/", "broken-link"),
        ("/hoi/hoi-mot/tap-huan/2021/", "broken-link"),
        ("/tin/1999/", "broken-link"),
        ("/van-ban/hai/", "broken-link"),
        ("{filename}khong-co.md", "broken-link"),
        ("{filename}/documents/hai.md", "broken-link"),
        ("/van-ban/mot/#muc-khac", "broken-anchor"),
        ("{filename}", "broken-link"),
        ("dich.md", "broken-link"),
        ("dich", "broken-link"),
        ("?a=b", "broken-link"),
        ("{author}x", "broken-link"),
        ("/hoi/hoi-mot/#muc-khac", "broken-anchor"),
        ("#muc-khac", "broken-anchor"),
        ("/#muc", "broken-anchor"),
        ("/files/b.pdf", "broken-attachment"),
        ("{static}/files/b.pdf", "broken-attachment"),
        ("{static}/news/2022/dich.md", "media-address"),
        ("{static}/union.md", "media-address"),
        ("{static}/../../etc/passwd", "path-outside-content"),
        ("{attach}../.env", "path-outside-content"),
        ("{static}/files/%2e%2e/%2e%2e/x", "path-outside-content"),
        ("files/../../x", "path-outside-content"),
        ("files/../union.md", "media-address"),
        ("{filename}/../x.md", "path-outside-content"),
        ("{filename}../../../x.md", "path-outside-content"),
        ("javascript:alert(1)", "link-scheme"),
        ("JaVaScRiPt:alert(1)", "link-scheme"),
        ("data:text/html,x", "link-scheme"),
        ("vbscript:x", "link-scheme"),
        ("file:///etc/passwd", "link-scheme"),
    ],
)
def test_an_address_that_leads_nowhere_is_an_error(tmp_path: Path, typed: str, rule: str) -> None:
    """One problem each; hostile ones are named as what they are."""
    assert linked(tmp_path, typed)[1] == [rule]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/hoi/hoi-mott/", "/hoi/hoi-mot/"),
        ("{filename}dihc.md", "{filename}/news/2022/dich.md"),
        ("/files/a.pdff", "files/a.pdf"),
        ("/tin/2022/dich/#muc-ket-quả", "#muc-ket-qua"),
    ],
)
def test_what_was_probably_meant(tmp_path: Path, typed: str, meant: str) -> None:
    """Pages, files and headings are all guessed from what there is."""
    text = article("Bài", "2022-01-01", f"[chữ](<{typed}>)")
    (problem,) = prepared(tmp_path, {**SITE, "news/2022/bai.md": text}).problems
    assert problem.remedy == f'ý bạn là "{meant}"?'
    assert (problem.line, problem.field) == (8, "body")


@pytest.mark.parametrize(
    ("typed", "draft"),
    [
        ("/tin/2022/nhap/", "/tin/2022/nhap/"),
        ("{filename}nhap.md#muc-phan", "/tin/2022/nhap/#muc-phan"),
        ("/nhap-cu/", "/tin/2022/nhap/"),
        ("{filename}/news/2023/mai.md", "/tin/2023/mai/"),
        ("/tin/2023/", "/tin/2023/"),
        ("/hoi/hoi-mot/2023/", "/hoi/hoi-mot/2023/"),
    ],
)
def test_a_link_to_what_readers_cannot_see_yet(tmp_path: Path, typed: str, draft: str) -> None:
    """A warning in every build: an editor's has the link, a published one the text alone, until it is due."""
    assert linked(tmp_path, typed) == ([draft], ["link-to-unpublished"])
    assert linked(tmp_path, typed, publish=True) == ([], ["link-to-unpublished"])


def test_it_links_once_it_is_due(tmp_path: Path) -> None:
    """Without an edit."""
    assert linked(tmp_path, "/tin/2023/mai/", publish=True, now="2023-01-02T00:00") == (["/tin/2023/mai/"], [])


def test_the_text_of_such_a_link_stays_whole(tmp_path: Path) -> None:
    """Emphasis in it, and other links around it."""
    body = "[một **hai**](/tin/2022/nhap/) và [ba](/tin/2022/dich/) và [bốn](/tin/2022/nhap/)"
    edition = prepared(tmp_path, {**SITE, "news/2022/bai.md": article("Bài", "2022-01-01", body)}, publish=True)
    assert shown(edition) == '<p>một <strong>hai</strong> và <a href="/tin/2022/dich/">ba</a> và bốn</p>'


def test_from_one_draft_to_another_is_no_problem(tmp_path: Path) -> None:
    """Both are for editors' eyes only."""
    text = article("Bài", "2022-01-01", "[x](/tin/2022/nhap/)", status="draft")
    assert reported(prepared(tmp_path, {**SITE, "news/2022/bai.md": text})) == []


def test_addresses_carry_the_path_of_siteurl(tmp_path: Path) -> None:
    """Typed with it or without."""
    for number, typed in enumerate(("/hoi/hoi-mot/", "/sub/hoi/hoi-mot/", "{filename}/associations/hoi-mot.md")):
        found = linked(tmp_path / str(number), typed, siteurl="https://example.org/sub")
        assert found == (["/sub/hoi/hoi-mot/"], [])
    assert linked(tmp_path / "f", "files/a.pdf", siteurl="https://example.org/sub") == (["/sub/files/a.pdf"], [])
    assert linked(tmp_path / "h", "#muc-o-day", siteurl="https://example.org/sub") == (["#muc-o-day"], [])


@pytest.mark.parametrize("kind", ["associations/hoi-ba.md", "activities/ba.md", "pages/ba.md", "union.md"])
def test_every_body_is_checked(tmp_path: Path, kind: str) -> None:
    """Not only those of articles."""
    makers = {"associations": association, "activities": activity, "pages": page}
    maker = makers.get(kind.partition("/")[0])
    text = maker("Ba", "[x](/khong/)") if maker else str(SITE["union.md"]) + "[x](/khong/)\n"
    assert [line.rpartition(" ")[2] for line in reported(prepared(tmp_path, {**SITE, kind: text}))] == ["[broken-link]"]
