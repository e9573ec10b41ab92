"""What is read back is what was written, or nothing; reading runs no code."""

import ast
from pathlib import Path

import pytest

import incremental
from incremental.sealed import DIGEST, digest, load, save

KIND = dict[str, int]
VALUE = {"a": 1, "b": 2}


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    """Under its name alone: no other file stays."""
    save(tmp_path / "x", VALUE)
    assert load(tmp_path / "x", KIND) == VALUE
    assert [file.name for file in tmp_path.iterdir()] == ["x"]


def test_nothing_is_loaded_from_nothing(tmp_path: Path) -> None:
    """Where there is no file, or a folder."""
    assert load(tmp_path / "x", KIND) is None
    assert load(tmp_path, KIND) is None


def test_no_byte_may_be_missing_or_another(tmp_path: Path) -> None:
    """Wherever it stands."""
    file = tmp_path / "x"
    save(file, VALUE)
    whole = file.read_bytes()
    for place in range(len(whole)):
        for spoilt in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :], whole + b"x"):
            file.write_bytes(spoilt)
            assert load(file, KIND) is None


@pytest.mark.parametrize("other", [[1], {"a": "b"}, {1: 1}, None, {"a": 1.5}])
def test_a_value_of_another_kind_is_none(tmp_path: Path, other: object) -> None:
    """Even where its seal is whole: of another version, or made by somebody."""
    save(tmp_path / "x", other)
    assert load(tmp_path / "x", KIND) is None


def test_a_whole_seal_around_no_message_is_none(tmp_path: Path) -> None:
    """Bytes that nothing was encoded to."""
    payload = b"\xc1" * 9
    (tmp_path / "x").write_bytes(digest(payload) + payload)
    assert load(tmp_path / "x", KIND) is None
    assert len(digest(payload)) == DIGEST


def test_saving_fails_whole(tmp_path: Path) -> None:
    """What stood there stays, and nothing beside it."""
    (tmp_path / "x").mkdir()
    with pytest.raises(OSError):
        save(tmp_path / "x", VALUE)
    assert [file.name for file in tmp_path.iterdir()] == ["x"]


def test_parts_are_kept_apart() -> None:
    """Where one ends and the next begins is a part of the hash."""
    assert len({digest(b"ab", b"c"), digest(b"a", b"bc"), digest(b"abc"), digest(b"abc", b""), digest()}) == 5


def test_no_module_of_the_cache_can_run_what_it_reads() -> None:
    """Of the package, and of what it is given: no pickle, marshal, shelve, eval or exec."""
    forbidden = {"pickle", "marshal", "shelve", "dill", "runpy", "eval", "exec", "compile", "__import__"}
    package = Path(incremental.__file__).parent
    files = [*package.glob("*.py"), *(package.parent / "associations").rglob("*.py")]
    assert len(files) > 40
    for file in files:
        names: set[str] = set()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add((node.module or "").partition(".")[0])
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                names.add(node.func.id)
        assert not names & forbidden, file
