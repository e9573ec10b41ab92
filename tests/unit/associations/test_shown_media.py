"""Pictures and attachments of what readers may not see stay at home, even if their address is guessed."""

from pathlib import Path

import pytest

from associations.shown_media import shown_media
from tests.support.sites import Files, article, page, prepared, small_site

USE = {"src": "images/x.png", "alt": "Ảnh"}
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2022", "reason": "Sai."}}


def goes_out(folder: Path, texts: Files, path: str = "images/x.png", publish: bool = True) -> bool:
    files = small_site({"images/x.png": "x", "files/x.pdf": "x", **texts})
    edition = prepared(folder, files, publish=publish)
    assert edition.is_sound
    return path in shown_media(edition.content, edition.site, edition.links)


@pytest.mark.parametrize(
    ("body", "keys"),
    [
        ("![Ảnh](images/x.png)", {}),
        ("![Ảnh]({static}/images/x.png)", {}),
        ("[ảnh](/images/x.png)", {}),
        ('<img src="images/x.png" alt="Ảnh">', {}),
        ("", {"image": USE}),
        ("", {"gallery": [USE]}),
        ("", {"video": {"url": "https://example.org", "title": "x", "image": USE}}),
        ("", {"attachments": [{"src": "images/x.png", "title": "x"}]}),
    ],
)
def test_a_picture_of_a_draft_alone_is_not_published(tmp_path: Path, body: str, keys: dict[str, object]) -> None:
    """However it is used; an editor's build has it; a withdrawn article's is in no build."""
    draft = {"news/2022/a.md": article("A", "2022-01-01", body, status="draft", **keys)}
    assert not goes_out(tmp_path / "1", draft)
    assert goes_out(tmp_path / "2", draft, publish=False)
    withdrawn = {"news/2022/a.md": article("A", "2022-01-01", body, **WITHDRAWN, **keys)}
    assert not goes_out(tmp_path / "3", withdrawn)
    assert not goes_out(tmp_path / "4", withdrawn, publish=False)


def test_a_post_of_the_future_waits_with_its_pictures(tmp_path: Path) -> None:
    """And its attachments."""
    future = {"news/2023/a.md": article("A", "2023-01-01", attachments=[{"src": "files/x.pdf", "title": "x"}])}
    assert not goes_out(tmp_path, future, "files/x.pdf")


def test_a_picture_that_something_published_uses_goes_out(tmp_path: Path) -> None:
    """Though a draft uses it too."""
    texts = {"news/2022/a.md": article("A", "2022-01-01", "![Ảnh](images/x.png)", status="draft")}
    assert goes_out(tmp_path / "1", {**texts, "news/2022/b.md": article("B", "2022-01-01", image=USE)})
    assert goes_out(tmp_path / "2", {**texts, "pages/b.md": page("B", "[x](images/x.png)")})


def test_what_nothing_uses_goes_out(tmp_path: Path) -> None:
    """An editor may have given its address to somebody."""
    assert goes_out(tmp_path, {})
