"""How pages are changed on their way to the browser, and what counts as a change of one."""

import re
from pathlib import Path

import pytest

from newsroom.live.pages import Look, look, opened, with_script

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'"
PAGE = f"""<!doctype html>
<html lang="vi">
<head>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>Một</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/assets/site.1a2b.css">
</head>
<body><p>Chữ</p><img src="/images/a.png" alt=""><img srcset="b.png 1x, /images/c.png 2x" src="b.png" alt=""></body>
</html>
"""
SCRIPT = '<script src="/.preview/page.js" defer data-mark="0-1"></script>\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("images/a.png", "images/c.png", "tin/b.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def seen(page: str, site: Path, address: str = "/tin/") -> Look:
    return look(page.encode(), address, lambda place: site / place.lstrip("/"))


def test_the_script_is_the_last_thing_in_the_head() -> None:
    """Nothing else is added, and nothing taken away but what forbids the script."""
    sent = with_script(PAGE.encode(), "0-1").decode()
    assert sent.count(SCRIPT) == 1 and sent.index(SCRIPT) == sent.index("</head>") - len(SCRIPT)
    policy = re.findall('content="([^"]+)"', sent)
    assert policy == [f"{POLICY}; script-src 'self'; connect-src 'self'"]
    assert sent.replace(SCRIPT, "").replace(policy[0], POLICY) == PAGE


@pytest.mark.parametrize("page", ["", "<p>không có đầu trang", "\xff\xfe nhị phân"])
def test_a_page_without_a_head_gets_it_at_its_end(page: str) -> None:
    """However broken a theme is, the preview goes on."""
    assert with_script(page.encode("latin-1", "replace"), "0-1").endswith(SCRIPT.encode())


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'"),
        ("default-src 'self'; img-src *", "default-src 'self'; img-src *"),
        ("img-src *", "img-src *"),
        ("script-src 'none'; connect-src https://x.example", "script-src 'self'; connect-src https://x.example 'self'"),
        ("script-src 'self' 'sha256-x'; SCRIPT-SRC 'none'", "script-src 'self' 'sha256-x'"),
        ("default-src *; worker-src 'none'", "default-src *; worker-src 'self'"),
        ("; ;", ""),
    ],
)
def test_a_policy_is_opened_for_the_previews_own_files(policy: str, expected: str) -> None:
    """And for nothing else; what it does not restrict stays so."""
    assert opened(policy) == expected


@pytest.mark.parametrize(
    "attributes",
    ["http-equiv='content-security-policy' content='{}'", 'content="{}" http-equiv="CONTENT-SECURITY-POLICY"'],
)
def test_a_policy_is_found_however_it_is_written(attributes: str) -> None:
    """Order, case and quotes of attributes mean nothing in HTML."""
    policy = "img-src &#39;self&#39;; default-src &#39;none&#39;"
    sent = with_script(f"<meta {attributes.format(policy)}></head>".encode(), "0-1").decode()
    assert "img-src 'self'; default-src 'none'; script-src 'self'" in sent


def test_the_same_page_has_not_changed(site: Path) -> None:
    """Its mark says so, whenever it is taken."""
    assert seen(PAGE, site).change_since(seen(PAGE, site).mark) == "none"


def test_another_stylesheet_is_no_other_page(site: Path) -> None:
    """Its new name is told, so that it can be put in place of the old one."""
    before, after = seen(PAGE, site), seen(PAGE.replace("site.1a2b.css", "site.3c4d.css"), site)
    assert after.change_since(before.mark) == "styles"
    assert after.styles == ("/assets/site.3c4d.css",)


@pytest.mark.parametrize(("old", "new"), [("Chữ", "Chữ mới"), ("<body>", "<body class='x'>"), ("</html>", "")])
def test_another_text_is_another_body(old: str, new: str, site: Path) -> None:
    """With other stylesheets or the same."""
    assert old in PAGE
    for style in ("site.1a2b.css", "site.3c4d.css"):
        changed = PAGE.replace(old, new).replace("site.1a2b.css", style)
        assert seen(changed, site).change_since(seen(PAGE, site).mark) == "body"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<title>Một", "<title>Hai"),
        ('lang="vi"', 'lang="en"'),
        ("favicon.svg", "favicon.2.svg"),
        ('rel="stylesheet"', 'rel="stylesheet" media="print"'),
        ("</head>", '<link rel="stylesheet" href="/more.css"></head>'),
        ('<link rel="stylesheet" href="/assets/site.1a2b.css">', ""),
        ('src="/images/a.png"', 'src="/images/c.png"'),
        ("<body", "<article"),
    ],
)
def test_any_other_byte_is_another_page(old: str, new: str, site: Path) -> None:
    """In the head, a stylesheet more or less too; and other pictures."""
    assert old in PAGE
    changed = PAGE.replace(old, new, 1).replace("Chữ", "Chữ mới")
    assert seen(changed, site).change_since(seen(PAGE, site).mark) == "page"


@pytest.mark.parametrize("name", ["images/a.png", "images/c.png", "tin/b.png"])
def test_a_picture_that_changes_under_its_name_is_a_change(name: str, site: Path) -> None:
    """So is one that goes. Addresses are meant from where the page stands."""
    before = seen(PAGE, site)
    (site / name).write_text("another picture", encoding="utf-8")
    after = seen(PAGE, site)
    assert after.change_since(before.mark) == "page"
    (site / name).unlink()
    assert seen(PAGE, site).change_since(after.mark) == "page"


@pytest.mark.parametrize(
    "address", ["http://[", "https://other.example/a.png", "//other.example/a.png", "data:x,y", "", "%00", "a\0b"]
)
def test_addresses_that_lead_nowhere_do_no_harm(address: str, site: Path) -> None:
    """Or to other sites: nothing is looked for there."""
    page = f'<img src="{address}" srcset=",, {address}">'
    assert seen(page, site).change_since(seen(page, site).mark) == "none"


def test_names_of_stylesheets_are_read_as_html(site: Path) -> None:
    """Quotes of either kind or none, entities, other attributes first."""
    page = "<LINK href='/a.css?x&amp;y' rel=stylesheet><link rel=\"alternate stylesheet\" href=/b.css>"
    assert seen(page, site).styles == ("/a.css?x&y", "/b.css")
