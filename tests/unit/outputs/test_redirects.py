"""`_redirects`: every line means one address and leads to one, on each of the hosts that read it."""

import pytest

from outputs import redirects
from outputs.redirects import Redirect
from tests.support.schemas import read_redirects


def test_lines_are_permanent_and_in_the_order_given() -> None:
    """A host that stops reading reads the first. Addresses as given, encoded or not."""
    given = [
        Redirect("/sub/tin/b%C3%A0i/", "/sub/tin/2022/bai/"),
        Redirect("/sub/hội/", "/sub/hoi/"),
        Redirect("/sub/cu.html", "/sub/"),
    ]
    data = redirects.write(given)
    assert data.decode() == (
        "/sub/tin/b%C3%A0i/ /sub/tin/2022/bai/ 301\n/sub/hội/ /sub/hoi/ 301\n/sub/cu.html /sub/ 301\n"
    )
    assert read_redirects(data) == {one.source: one.target for one in given}


def test_without_redirects_the_file_is_empty() -> None:
    """No comment, no rule."""
    assert redirects.write([]) == b""


def test_no_pattern_arises_by_accident() -> None:
    """`*` and `:name` would catch other addresses or be replaced."""
    data = redirects.write([Redirect("/a/*", "/b/:splat"), Redirect("/:nam/", "/x:y/")])
    assert read_redirects(data) == {"/%3Anam/": "/x%3Ay/", "/a/%2A": "/b/%3Asplat"}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a/",
        "//evil.example/",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a b",
        "/a\n/b /c 301",
        "/a\r",
        "/a\t",
        "/a\0",
        "/a\u00a0b",
        "/a\u2028b",
        "/a#muc",
        "/a?q=1",
        "/\\evil.example",
    ],
)
def test_what_hosts_would_read_in_another_way_is_refused(address: str) -> None:
    """As a source and as a target."""
    with pytest.raises(ValueError, match="not a path"):
        redirects.write([Redirect(address, "/dich/")])
    with pytest.raises(ValueError, match="not a path"):
        redirects.write([Redirect("/nguon/", address)])


@pytest.mark.parametrize("second", [Redirect("/a/", "/c/"), Redirect("/a/", "/b/"), Redirect("/d/", "/d/")])
def test_one_address_leads_to_one_other(second: Redirect) -> None:
    """Not twice, not to itself."""
    with pytest.raises(ValueError, match="one address leads to one other"):
        redirects.write([Redirect("/a/", "/b/"), second])
