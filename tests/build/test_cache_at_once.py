"""Two builds at once: one waits for the other, and both end well."""

from __future__ import annotations

from pathlib import Path

from tests.support.desks import Desk
from tests.support.posts import daily, post
from tests.support.processes import ended, start
from tests.support.sites import association, lay, small_site, tree


def desk_with(folder: Path) -> Desk:
    return Desk(folder, small_site(daily(12)))


def test_two_builds_of_one_content_into_one_output(tmp_path: Path) -> None:
    """From nothing, and after an edit."""
    desk = desk_with(tmp_path)
    for _ in range(2):
        builds = [start(desk.build) for _ in range(2)]
        assert [ended(build) for build in builds] == [0, 0]
        assert tree(desk.out) == desk.clean()
        desk.assert_right()
        lay(desk.content, post("moi", "2022-08-01"))


def test_two_builds_with_one_cache_into_two_outputs(tmp_path: Path) -> None:
    """Neither takes from the other what it remembers of its output."""
    desk = desk_with(tmp_path)
    outputs = [desk.out, tmp_path / "other"]
    for number in range(3):
        lay(desk.content, {"associations/hoi-mot.md": association(f"Hội {number}")})
        builds = [start(lambda output=output: desk.build(output)) for output in outputs]  # type: ignore[misc] # one each
        assert [ended(build) for build in builds] == [0, 0]
        assert tree(outputs[0]) == tree(outputs[1]) == desk.clean()
    assert len(list(desk.cache.glob("*.ledger"))) == 2


def test_two_builds_with_two_caches_into_one_output(tmp_path: Path) -> None:
    """What either remembers of the output is not so any more once the other has written."""
    desk, caches = desk_with(tmp_path), [tmp_path / "one", tmp_path / "two"]
    for number in range(4):
        lay(desk.content, {"associations/hoi-mot.md": association(f"Hội {number % 2}")})
        assert desk.build(cache=caches[number % 2]) == 0
        assert tree(desk.out) == desk.clean()
    builds = [start(lambda cache=cache: desk.build(cache=cache)) for cache in caches]  # type: ignore[misc] # one each
    assert [ended(build) for build in builds] == [0, 0]
    assert tree(desk.out) == desk.clean()


def test_two_contents_with_one_cache_and_one_output(tmp_path: Path) -> None:
    """By turns, from two folders that have files of the same names; at once, the output is one of both as a whole."""
    desk, other = desk_with(tmp_path), tmp_path / "other"
    contents = [desk.content, lay(other, small_site({**daily(12), "associations/hoi-mot.md": association("Hội Khác")}))]
    expected = []
    for number in range(4):
        desk.content = contents[number % 2]
        desk.assert_right()
        expected.append(tree(desk.out))
    assert expected[:2] == expected[2:] and expected[0] != expected[1]

    def build(content: Path) -> int:
        desk.content = content
        return desk.build()

    builds = [start(lambda content=content: build(content)) for content in contents]  # type: ignore[misc] # one each
    assert [ended(build) for build in builds] == [0, 0]
    assert tree(desk.out) in expected
