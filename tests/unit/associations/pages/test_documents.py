"""Documents of the Party and the state: the list of all, and a page for each."""

from pathlib import Path

import msgspec
import pytest

from associations.views import DocumentEntry, DocumentsView, DocumentView, Link
from tests.support.sites import Files, article, document, pages, prepared, reported, small_site, view_of

WHOLE = document(
    "Chỉ thị nói về [hội](/hoi/hoi-mot/).",
    kind="Chỉ thị",
    number="15-CT/MAU",
    date="2023-09",
    issuer="Tỉnh ủy Mẫu",
    title="Về công tác hội",
    signed_by="Phạm Văn D",
    in_force={"from": "2023-10-01", "until": "2028"},
    url="https://vanban.example:8080/15?a=b#c",
    source="Công báo",
)
TITLE_ONLY = document(kind="Nghị quyết", title="Về trí thức")


def listed(folder: Path, files: Files) -> tuple[DocumentEntry, ...]:
    view = view_of(prepared(folder, small_site(files)), "/van-ban/")
    assert isinstance(view, DocumentsView)
    return view.documents


def shown(folder: Path, text: str, **changes: object) -> DocumentView:
    view = view_of(prepared(folder, small_site({"documents/mot.md": text}), **changes), "/van-ban/mot/")
    assert isinstance(view, DocumentView)
    return view


def test_everything_that_is_known_of_a_document_is_shown(tmp_path: Path) -> None:
    """Dates as exact as they are known; the body with its links."""
    view = shown(tmp_path, WHOLE)
    assert msgspec.structs.replace(view, head=None) == DocumentView(
        head=None,  # type: ignore[arg-type] # looked at below
        name="Chỉ thị 15-CT/MAU",
        kind="Chỉ thị",
        number="15-CT/MAU",
        title="Về công tác hội",
        date="2023-09",
        date_label="tháng 9/2023",
        issuer="Tỉnh ủy Mẫu",
        signed_by="Phạm Văn D",
        in_force="từ ngày 01/10/2023 đến năm 2028",
        url="https://vanban.example:8080/15?a=b#c",
        host="vanban.example:8080",
        source="Công báo",
        body_html='<p>Chỉ thị nói về <a href="/hoi/hoi-mot/">hội</a>.</p>',
    )
    assert view.head.title == "Chỉ thị 15-CT/MAU – Liên hiệp Thử"
    assert view.head.description == "Về công tác hội"
    assert view.head.crumbs == (Link("Trang chủ", "/"), Link("Văn bản", "/van-ban/"))
    assert view.head.section == "/van-ban/"


def test_a_document_without_a_number_is_called_by_its_title(tmp_path: Path) -> None:
    """Which then stands once; nothing that is not known stands at all."""
    view = shown(tmp_path, TITLE_ONLY)
    assert (view.name, view.title, view.number) == ("Về trí thức", "", "")
    assert (view.date_label, view.in_force, view.host, view.body_html) == ("", "", "", "")


@pytest.mark.parametrize(
    ("force", "label"),
    [({"from": "2020"}, "từ năm 2020"), ({"until": "2021-03"}, "đến tháng 3/2021")],
)
def test_a_time_in_force_may_be_open(tmp_path: Path, force: dict[str, str], label: str) -> None:
    """Only what is known of it is said."""
    assert shown(tmp_path, document(kind="Chỉ thị", number="1", in_force=force)).in_force == label


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://a.example", "a.example"),
        ("http://ai@a.example?x", "a.example"),
        ("https://[::1/x", "[::1"),
        ("https://a.example#https://b.example/", "a.example"),
    ],
)
def test_the_host_of_the_document_is_named(tmp_path: Path, url: str, host: str) -> None:
    """However the address looks: nothing stands there that only seems to be the host, and nothing raises an error."""
    view = shown(tmp_path, document(kind="Chỉ thị", number="1", url=url))
    assert (view.url, view.host) == (url, host)


def test_the_list_names_each_once_newest_first(tmp_path: Path) -> None:
    """The kind stands beside a title that does not say it; the title beside a number."""
    files = {"documents/a.md": TITLE_ONLY, "documents/b.md": WHOLE}
    assert listed(tmp_path, files) == (
        DocumentEntry(
            name="Chỉ thị 15-CT/MAU",
            url="/van-ban/b/",
            date="2023-09",
            date_label="tháng 9/2023",
            issuer="Tỉnh ủy Mẫu",
            title="Về công tác hội",
        ),
        DocumentEntry(name="Về trí thức", url="/van-ban/a/", kind="Nghị quyết"),
    )


def test_without_documents_there_is_no_list(tmp_path: Path) -> None:
    """And nothing leads there."""
    output = pages(prepared(tmp_path, small_site()))
    assert not [path for path in output if path.startswith("van-ban/")]
    assert b"van-ban" not in b"".join(data for path, data in output.items() if path.endswith(".html"))


def test_one_document_changes_the_navigation_and_no_text(tmp_path: Path) -> None:
    """Pages of articles stay the same but for that entry."""
    path = "tin/2022/bai/index.html"
    files = small_site({"news/2022/bai.md": article("Bài", "2022-01-01")})
    before = pages(prepared(tmp_path / "1", files))[path].decode()
    after = pages(prepared(tmp_path / "2", {**files, "documents/a.md": TITLE_ONLY}))[path].decode()
    entry = '<li><a href="/van-ban/"><span>Văn bản</span></a></li>\n'
    assert entry in after and after.replace(entry, "") == before


def test_markup_in_a_document_is_text(tmp_path: Path) -> None:
    """Every field stands on both pages as it was typed."""
    wild = '<script>alert("1")</script>'
    text = document(kind=wild, number=wild, issuer=wild, title=wild, signed_by=wild, source=wild)
    output = pages(prepared(tmp_path, small_site({"documents/a.md": text})))
    for path in ("van-ban/a/index.html", "van-ban/index.html"):
        assert b"<script" not in output[path]
        assert b"&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;" in output[path]


def test_addresses_carry_the_path_of_the_site(tmp_path: Path) -> None:
    """Where SITEURL has one."""
    edition = prepared(tmp_path, small_site({"documents/a.md": WHOLE}), siteurl="https://thu.example/sub")
    output = pages(edition)
    assert b'href="/sub/van-ban/a/"' in output["van-ban/index.html"]
    assert b'<link rel="canonical" href="https://thu.example/sub/van-ban/a/">' in output["van-ban/a/index.html"]


def test_a_former_address_of_a_document_may_not_be_in_use(tmp_path: Path) -> None:
    """As of any page: its own list, a body, another document."""
    files = {
        "documents/a.md": document(
            kind="Chỉ thị", number="1", former_addresses=["/van-ban/", "/hoi/hoi-mot/", "/van-ban/b/", "/cu/"]
        ),
        "documents/b.md": document(kind="Chỉ thị", number="2"),
    }
    found = prepared(tmp_path, small_site(files))
    assert reported(found) == ["documents/a.md:4: former_addresses [duplicate-address]"] * 3
    named = [problem.message.split()[2] for problem in found.problems]
    assert sorted(named) == ["/hoi/hoi-mot/", "/van-ban/", "/van-ban/b/"]


def test_pictures_of_a_document_go_out(tmp_path: Path) -> None:
    """Its body is as any other's."""
    text = document("![Trang đầu](images/a.png)", kind="Chỉ thị", number="1")
    output = pages(prepared(tmp_path, small_site({"documents/a.md": text, "images/a.png": b"x"})))
    assert b'src="/images/a.png"' in output["van-ban/a/index.html"]
    assert output["images/a.png"] == b"x"
