"""A published build: for readers, at one host, with no trace of anything else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.build.crawl import broken, parsed
from tests.support.posts import post, posts
from tests.support.schemas import (
    assert_valid_atom,
    assert_valid_json_feed,
    assert_valid_news_sitemap,
    assert_valid_sitemap,
    read_redirects,
)
from tests.support.sites import ROOT, article, build, lay, pages, prepared, reported, small_site, tree

SITEURL = "https://thu.example/sub"
Output = Mapping[str, bytes]


def picture(name: str) -> dict[str, Any]:
    return {"image": {"src": f"images/{name}.png", "alt": f"Ảnh {name}"}}


def hidden(slug: str, **keys: object) -> dict[str, str | bytes]:
    """An article whose every part names it, with a picture, an attachment and a figure of its own."""
    day = keys.pop("day", "2022-08-01")
    return {
        f"news/2022/{slug}.md": article(
            f"Tựa {slug}",
            str(day),
            f"Thân {slug}: tư vấn cho 4 lượt người. ![Sơ đồ](images/{slug}-trong-bai.png)",
            associations=["hoi-hai"],
            activities=["hoi-thao"],
            author=f"Người viết {slug}",
            former_addresses=[f"/cu/{slug}/"],
            attachments=[{"src": f"files/{slug}.pdf", "title": f"Tệp {slug}"}],
            results=[{"value": "4", "unit": "lượt người", "quote": "tư vấn cho 4 lượt người"}],
            **picture(slug),
            **keys,
        ),
        f"images/{slug}.png": slug,
        f"images/{slug}-trong-bai.png": slug,
        f"files/{slug}.pdf": slug,
    }


CONTENT = small_site(
    posts(
        post("hien", "2022-08-05", **picture("chung")),
        hidden("nhap-kin", status="draft"),
        hidden("mai-sau", day="2022-09-01T08:01"),
        hidden("rut-lui", status="withdrawn", withdrawn={"date": "2022-08-03", "reason": "Đăng nhầm"}),
        {"images/chung.png": b"x", "units.yml": "lượt người: {kind: persons}\n"},
    )
)


def traces(output: Output, word: str) -> list[str]:
    """The files whose path or text has the word, in any spelling that the site makes of it."""
    needle = word.encode()
    return [path for path, data in output.items() if word in path or needle in data]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Output:
    folder = tmp_path_factory.mktemp("published")
    assert build(lay(folder / "content", CONTENT), folder / "out", publish=True, siteurl=SITEURL) == 0
    return tree(folder / "out")


@pytest.mark.parametrize("slug", ["nhap-kin", "mai-sau"])
def test_there_is_no_trace_of_drafts_and_of_the_future(output: Output, slug: str) -> None:
    """No page, list, feed, sitemap, redirect, picture or attachment names them, in its path or in its text."""
    assert traces(output, slug) == []


def test_they_are_in_no_count_and_no_list(output: Output) -> None:
    """The only association and activity that they concern have nothing."""
    assert "hoi/hoi-hai/hoi-thao/index.html" not in output and "tin/2022/09/index.html" not in output
    assert "Chưa có bài viết nào." in output["hoi/hoi-hai/index.html"].decode()


def test_a_withdrawn_article_keeps_title_date_and_reason(output: Output) -> None:
    """Its page is not for search engines; its address is only on it and where it was before."""
    page = output["tin/2022/rut-lui/index.html"].decode()
    assert "Tựa rut-lui" in page and "Đăng nhầm" in page and '<meta name="robots" content="noindex">' in page
    assert traces(output, "rut-lui") == ["_redirects", "cu/rut-lui/index.html", "tin/2022/rut-lui/index.html"]
    assert all(word not in page for word in ("Thân", "Người viết", "lượt người", "/images/", "/files/"))


def test_the_future_comes_with_its_moment(tmp_path: Path) -> None:
    """A minute later the article, its picture and its attachment are there; nothing of the content has changed."""
    before = pages(prepared(tmp_path, CONTENT, publish=True, siteurl=SITEURL, now="2022-09-01T08:00"))
    after = pages(prepared(tmp_path, CONTENT, publish=True, siteurl=SITEURL, now="2022-09-01T08:01"))
    assert "tin/2022/mai-sau/index.html" not in before
    assert {"tin/2022/mai-sau/index.html", "images/mai-sau.png", "files/mai-sau.pdf"} <= set(after)
    for name in ("atom.xml", "feed.json", "sitemap.xml", "sitemap-news.xml", "hoi/hoi-hai/index.html"):
        assert b"mai-sau" in after[name]


def test_every_address_carries_the_sites_path(output: Output) -> None:
    """Pages, styles, pictures, feeds: below a path nothing leads to the host's root; all of it is there."""
    assert list(broken(output, parsed(output), base="/sub")) == []
    for path, data in output.items():
        if path.endswith(".html"):
            assert not re.findall(r'(?:href|src)="/(?!sub/)', data.decode()), path


def test_what_machines_read_is_sound(output: Output) -> None:
    """Each file by its standard."""
    checks = {
        "atom.xml": assert_valid_atom,
        "feed.json": assert_valid_json_feed,
        "sitemap.xml": assert_valid_sitemap,
        "sitemap-news.xml": assert_valid_news_sitemap,
        "_redirects": read_redirects,
    }
    seen = set()
    for path, data in output.items():
        if check := checks.get(path.rpartition("/")[2]):
            check(data)
            seen.add(path.rpartition("/")[2])
    assert seen == set(checks)


def test_the_output_says_nothing_of_the_machine_that_made_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No path, no user's name, no source map, no file that an editor or the system left lying about."""
    user = "nguoi-ngoi-may"
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME", "GIT_AUTHOR_NAME", "EMAIL", "HOSTNAME"):
        monkeypatch.setenv(name, user)
    monkeypatch.setenv("HOME", f"/home/{user}")
    left = [f"images/{n}" for n in ("a.png~", ".DS_Store", "~$b.docx", "c.png.bak", "#d.png#", "Thumbs.db")]
    content = lay(tmp_path / "cua-may-nay" / "content", {**CONTENT, **dict.fromkeys(left, "rác")})
    assert build(content, tmp_path / "noi-ghi" / "out", publish=True, siteurl=SITEURL) == 0
    out = tree(tmp_path / "noi-ghi" / "out")
    for word in ("cua-may-nay", "noi-ghi", str(ROOT), str(Path.home()), user, "sourceMappingURL"):
        assert traces(out, word) == [], word
    assert not [path for path in out if re.search(r"\.map$|~|\.bak$|#|\.db$|/\.", path)]
    assert "rác".encode() not in b"".join(out.values())


@pytest.mark.parametrize(
    ("siteurl", "said"),
    [
        ("", "SITEURL=https://"),
        ("x.example", '"x.example"'),
        ("ftp://x.example", '"ftp://x.example"'),
        ("//x.example", '"//x.example"'),
        ("https://x.example?a=1", "?a=1"),
        ("https://nguoi:mat@x.example", "không dùng được"),
        ("https://x.example/../y", "không dùng được"),
        ("https://x.example/a b", "không dùng được"),
        ("https://x.example.", "không dùng được"),
        ("https://a..b", "không dùng được"),
        ("https://x.example:99999", "không dùng được"),
        ('https://x.example/"><script>', "không dùng được"),
    ],
)
def test_without_a_place_to_stand_nothing_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], siteurl: str, said: str
) -> None:
    """Exit 2, what to set, and the old site stays."""
    content = lay(tmp_path / "content", CONTENT)
    assert build(content, tmp_path / "out", publish=True, siteurl=SITEURL) == 0
    before = tree(tmp_path / "out")
    capsys.readouterr()
    assert build(content, tmp_path / "out", publish=True, siteurl=siteurl) == 2
    assert said in capsys.readouterr().err
    assert tree(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("count", "length", "told"), [(1000, 10, False), (1001, 10, True), (500, 80, False), (500, 120, True)]
)
def test_more_redirects_than_every_host_reads_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], count: int, length: int, told: bool
) -> None:
    """Over 1,000 lines or 64 KiB, on stderr; it is no problem, and `--strict` knows no other."""
    addresses = [f"/{number:0{length}}/" for number in range(count)]
    content = lay(tmp_path / "content", small_site(post("a", "2022-08-01", former_addresses=addresses)))
    assert build(content, tmp_path / "out", publish=True, strict=True) == 0
    assert ("_redirects" in capsys.readouterr().err) is told
    assert build(content, tmp_path / "plain", strict=True) == 0
    assert "_redirects" not in capsys.readouterr().err


@pytest.mark.parametrize("siteurl", ["http://x.example:8080", "https://x.example/", "https://x.example/a/b-c"])
def test_a_host_with_a_port_or_a_path_is_a_place(tmp_path: Path, siteurl: str) -> None:
    """A final slash is one too many, and left out."""
    out = pages(prepared(tmp_path, small_site(), publish=True, siteurl=siteurl))
    assert f'<link rel="canonical" href="{siteurl.rstrip("/")}/hoi/">' in out["hoi/index.html"].decode()


def test_links_to_feeds_wait_for_the_published_build(tmp_path: Path) -> None:
    """The editors' build has no feeds: there such a link is text, and no problem."""
    text = post("a", "2022-08-01")
    (path,) = text
    text = {path: str(text[path]).replace("Thân bài.", "[theo dõi](/hoi/hoi-mot/atom.xml)")}
    for publish, expected in (
        (False, "<p>theo dõi</p>"),
        (True, '<p><a href="/hoi/hoi-mot/atom.xml">theo dõi</a></p>'),
    ):
        edition = prepared(tmp_path, small_site(text), publish=publish, siteurl="https://x.example" if publish else "")
        assert reported(edition) == []
        assert expected in pages(edition)["tin/2022/a/index.html"].decode()
