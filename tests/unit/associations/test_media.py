"""Pictures and attachments, in the text and in front matter alike: four ways to name one, all others are problems."""

from pathlib import Path

import pytest

from tests.support.sites import article, association, pages, prepared, reported, small_site

MEDIA: dict[str, str | bytes] = {"images/2022/a b.png": "ảnh", "files/k.pdf": "tệp"}
ADDRESS = "/images/2022/a%20b.png"


@pytest.mark.parametrize(
    "src", ["images/2022/a b.png", "/images/2022/a b.png", "{static}/images/2022/a b.png", "images/2022/a%20b.png"]
)
def test_the_ways_to_name_a_picture(tmp_path: Path, src: str) -> None:
    """All give the one address, and the file goes out."""
    picture = {"src": src, "alt": "Ảnh"}
    text = article("A", "2022-01-01", f"![Ảnh](<{src}>)", image=picture, gallery=[picture])
    logo = association("Hội Một", logo=picture)
    files = small_site({**MEDIA, "news/2022/a.md": text, "associations/hoi-mot.md": logo})
    made = pages(prepared(tmp_path, files))
    assert made["tin/2022/a/index.html"].decode().count(f'src="{ADDRESS}"') == 3
    assert f'src="{ADDRESS}"' in made["hoi/hoi-mot/index.html"].decode()
    assert made["images/2022/a b.png"] == "ảnh".encode()


@pytest.mark.parametrize(
    ("src", "rule"),
    [
        ("images/2022/b.png", "broken-image"),
        ("images/2022/A b.png", "broken-image"),
        ("anh/a.png", "media-address"),
        ("2022/a b.png", "media-address"),
        ("images", "media-address"),
        ("https://example.org/a.png", "media-address"),
        ("images/../../secret.png", "path-outside-content"),
        ("{static}../images/a.png", "path-outside-content"),
        ("/etc/passwd", "media-address"),
        ("images/../union.md", "media-address"),
    ],
)
def test_a_picture_that_is_not_there(tmp_path: Path, src: str, rule: str) -> None:
    """The same rule for the same mistake, wherever it was written."""
    picture = {"src": src, "alt": "Ảnh"}
    text = article("A", "2022-01-01", f"![Ảnh](<{src}>)", image=picture, gallery=[picture])
    found = reported(prepared(tmp_path, small_site({**MEDIA, "news/2022/a.md": text})))
    assert found == [
        f"news/2022/a.md:7: image.src [{rule}]",
        f"news/2022/a.md:8: gallery[0].src [{rule}]",
        f"news/2022/a.md:10: body [{rule}]",
    ]


def test_what_is_no_picture_is_shown_as_none(tmp_path: Path) -> None:
    """A file that browsers show as a broken picture, or that could never be there."""
    text = article(
        "A", "2022-01-01", "![Ảnh](files/k.pdf) [x](files/chuong-trinh.exe)", image={"src": "/files/k.pdf", "alt": "x"}
    )
    found = reported(prepared(tmp_path, small_site({**MEDIA, "news/2022/a.md": text})))
    assert found == [
        "news/2022/a.md:7: image.src [picture-type]",
        "news/2022/a.md:9: body [media-type]",
        "news/2022/a.md:9: body [picture-type]",
    ]


def test_a_picture_of_another_computer(tmp_path: Path) -> None:
    """An address without a scheme that names a host is no picture of ours."""
    text = article("A", "2022-01-01", "![Ảnh](//example.org/a.png)", image={"src": "//example.org/a.png", "alt": "x"})
    assert not prepared(tmp_path, small_site({"news/2022/a.md": text})).is_sound


def test_an_attachment_has_its_kind_and_size(tmp_path: Path) -> None:
    """Like "PDF" and "4 B"; one that is not there is a problem of its own."""
    files = {**MEDIA, "files/big.docx": b"x" * 1_300_000}
    attached = [{"src": "files/k.pdf", "title": "Kế hoạch"}, {"src": "/files/big.docx", "title": "Văn bản"}]
    text = article("A", "2022-01-01", attachments=attached)
    html = pages(prepared(tmp_path / "1", small_site({**files, "news/2022/a.md": text})))[
        "tin/2022/a/index.html"
    ].decode()
    assert 'href="/files/k.pdf"' in html
    for word in ("PDF", "5 B", "DOCX", "1,2 MB"):
        assert word in html
    text = article("A", "2022-01-01", attachments=[{"src": "files/x.pdf", "title": "K"}])
    assert reported(prepared(tmp_path / "2", small_site({**files, "news/2022/a.md": text}))) == [
        "news/2022/a.md:7: attachments[0].src [broken-attachment]"
    ]


def test_a_picture_needs_words_for_those_who_cannot_see_it(tmp_path: Path) -> None:
    """In the text and in front matter."""
    text = article("A", "2022-01-01", "![](<images/2022/a b.png>)", image={"src": "images/2022/a b.png"})
    assert reported(prepared(tmp_path, small_site({**MEDIA, "news/2022/a.md": text}))) == [
        "news/2022/a.md:7: image.alt [missing-field]",
        "news/2022/a.md:9: body [image-without-alt]",
    ]


def test_the_folders_of_media_are_a_setting(tmp_path: Path) -> None:
    """STATIC_PATHS."""
    text = article("A", "2022-01-01", "![Ảnh](tranh/a.png)")
    files = small_site({"tranh/a.png": "x", "news/2022/a.md": text})
    assert pages(prepared(tmp_path, files, static_paths=("tranh",)))["tranh/a.png"] == b"x"
