"""What the values of flags may be."""

from pathlib import Path

import pytest
from invoke.exceptions import Exit

from newsroom import arguments


def test_folders_default_to_the_work_trees(tmp_path: Path) -> None:
    """Without flags: content/ and output/ beside tasks.py."""
    (tmp_path / "content").mkdir()
    assert arguments.content_folder(None, tmp_path) == tmp_path / "content"
    assert arguments.output_folder(None, tmp_path / "output") == tmp_path / "output"


def test_a_relative_folder_is_meant_from_where_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not from where tasks.py lies."""
    (tmp_path / "here" / "other").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    assert arguments.content_folder("other", Path("/elsewhere")) == tmp_path / "here" / "other"
    assert arguments.output_folder("../out", Path("/elsewhere")) == tmp_path / "out"


@pytest.mark.parametrize("name", ["missing", "file", ""])
def test_content_that_is_no_folder_is_misuse(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2, and the flag is named."""
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Exit) as stop:
        arguments.content_folder(name, tmp_path)
    assert stop.value.code == 2 and "--content" in str(stop.value.message)


@pytest.mark.parametrize("value", ["abc", "0", "65536", "-1", "8000.5", "", "８０００"])
def test_only_port_numbers_are_ports(value: str) -> None:
    """Anything else is misuse."""
    with pytest.raises(Exit) as stop:
        arguments.port_number(value)
    assert stop.value.code == 2


def test_ports_and_formats_that_exist_are_taken() -> None:
    """8000 without the flag."""
    assert [arguments.port_number(value) for value in (None, "1", "65535")] == [8000, 1, 65535]
    assert [arguments.report_format(value) for value in ("text", "github", "json")] == ["text", "github", "json"]
    with pytest.raises(Exit):
        arguments.report_format("xml")


def test_a_preview_of_other_content_leaves_output_alone(tmp_path: Path) -> None:
    """The same folder always goes to the same place, two folders of one name to two places."""
    own, first, second = (tmp_path / name / "content" for name in ("", "a", "b"))
    for folder in (own, first, second):
        folder.mkdir(parents=True)
    assert arguments.preview_folder(own, tmp_path) == tmp_path / "output"
    places = [arguments.preview_folder(folder, tmp_path) for folder in (first, second, first)]
    assert places[0] == places[2] != places[1]
    assert all(place.parent == tmp_path / ".cache" / "preview" for place in places)
