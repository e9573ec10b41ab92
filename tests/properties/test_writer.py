"""Whatever lay in the output and whatever a build makes: afterwards there is exactly what it made."""

import os
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from incremental.writer import MARK, MARK_TEXT, write
from tests.support.sites import lay, stamps, tree

NAMES = st.sampled_from(["a", "b", "index.html", "đ", ".x", "A b"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
TREES = st.dictionaries(PATHS, st.binary(max_size=3), max_size=8).map(
    lambda files: {path: data for path, data in files.items() if not _needs_a_folder(path, files)}
)


def _needs_a_folder(path: str, files: dict[str, bytes]) -> bool:
    """A tree can't hold `a` and `a/b` both as files."""
    return any(other.startswith(f"{path}/") for other in files)


def _marked(folder: Path, files: dict[str, bytes]) -> Path:
    return lay(folder, {**files, MARK: MARK_TEXT})


@given(TREES, TREES, st.booleans())
def test_after_a_build_the_output_is_what_it_made(old: dict[str, bytes], new: dict[str, bytes], copied: bool) -> None:
    """And no empty folder; the counts tell what happened; a second build writes nothing."""
    with tempfile.TemporaryDirectory() as name:
        output, sources = _marked(Path(name, "output"), old), lay(Path(name), {f"from/{p}": d for p, d in new.items()})
        files = [(path, sources / "from" / path if copied else data) for path, data in new.items()]
        done = write(output, files)
        assert tree(output) == {**new, MARK: MARK_TEXT}
        assert all(any(folder.iterdir()) for folder in output.rglob("*") if folder.is_dir())
        same = sum(old.get(path) == data for path, data in new.items())
        assert (done.written, done.removed, done.unchanged) == (len(new) - same, len(old.keys() - new), same + 1)
        before = stamps(output)
        assert write(output, reversed(files)).unchanged == len(new) + 1
        assert stamps(output) == before


@given(TREES, TREES, st.integers(0, 8))
def test_a_build_that_fails_anywhere_leaves_the_output(
    old: dict[str, bytes], new: dict[str, bytes], after: int
) -> None:
    """By an error of a page, or by one that shows only while files are put in place."""
    with tempfile.TemporaryDirectory() as name:
        output = _marked(Path(name), old)
        for entry in output.rglob("*"):
            os.utime(entry, (1_000_000_000, 1_000_000_000))
        before = tree(output), stamps(output)
        for bad in ("../x", "x" * 300):
            files = list(new.items())
            files.insert(after, (bad, b""))
            try:
                write(output, files)
            except (ValueError, OSError):
                assert (tree(output), stamps(output)) == before
            else:
                raise AssertionError(bad)
