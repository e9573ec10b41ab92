"""What all pages share: it names only the kinds of page that this build makes, and nothing that articles change."""

from pathlib import Path

from associations.edition import Edition
from associations.shell import shell
from associations.views import Link, Shell
from tests.support.posts import daily
from tests.support.sites import UNION, Files, document, page, prepared, small_site, union


def shell_of(edition: Edition) -> Shell:
    return shell(edition.site, edition.assets)


def shown(folder: Path, files: Files, **changes: object) -> Shell:
    return shell_of(prepared(folder, files, **changes))


def test_the_navigation_names_every_kind_and_the_editors_pages(tmp_path: Path) -> None:
    """Kinds first; pages of the header in their order; those without a menu in none."""
    files = {
        "pages/lien-he.md": page("Liên hệ", menu="header", order=2),
        "pages/gioi-thieu.md": page("Giới thiệu", menu="header", order=1),
        "pages/dieu-khoan.md": page("Điều khoản", menu="footer"),
        "pages/khac.md": page("Khác"),
        "documents/mot.md": document(kind="Chỉ thị", number="1"),
    }
    found = shown(tmp_path, small_site(files))
    assert [link.label for link in found.navigation] == [
        "Tin bài",
        "Các hội",
        "Lĩnh vực",
        "Bảng tổng hợp",
        "Văn bản",
        "Giới thiệu",
        "Liên hệ",
    ]
    assert found.footer == (Link("Điều khoản", "/dieu-khoan/"),)


def test_of_a_new_union_it_names_what_there_is(tmp_path: Path) -> None:
    """Without activities no page of activities and no matrix, without documents no list of them; every entry leads
    somewhere."""
    edition = prepared(tmp_path, {"union.md": union()})
    links = shell_of(edition).navigation
    assert [link.label for link in links] == ["Tin bài", "Các hội"]
    assert {link.url for link in links} <= {page.address for page in edition.pages}


def test_articles_change_nothing_in_it(tmp_path: Path) -> None:
    """Or every page would change with each of them."""
    assert shown(tmp_path / "1", small_site()) == shown(tmp_path / "2", small_site(daily(50)))


def test_names_contact_and_legal_lines_are_the_unions(tmp_path: Path) -> None:
    """What no source states is left out."""
    found = shown(tmp_path / "1", small_site())
    assert (found.site_name, found.short_name) == ("Liên hiệp các Hội tỉnh Thử", "Liên hiệp Thử")
    assert (found.parent, found.contact, found.legal) == (None, None, ())
    text = union(
        parent={"name": "Liên hiệp cả nước"},
        contact={"phone": "0222"},
        legal={"licence": "số 1/GP", "responsible": "Ông A"},
    )
    found = shown(tmp_path / "2", small_site({"union.md": text}))
    assert found.parent == Link("Liên hiệp cả nước", "")
    assert found.contact
    assert found.contact.phone == "0222"
    assert found.legal == ("Giấy phép: số 1/GP", "Chịu trách nhiệm: Ông A")


def test_addresses_carry_the_path_of_siteurl(tmp_path: Path) -> None:
    """Those of assets too."""
    files = small_site({"pages/a.md": page("A", menu="header")})
    found = shown(tmp_path, files, siteurl="https://example.org/sub")
    urls = [
        found.home,
        found.stylesheet,
        found.sprite,
        *found.assets.values(),
        *(link.url for link in found.navigation),
    ]
    assert all(url.startswith("/sub/") for url in urls)
    assert UNION not in "".join(urls)
