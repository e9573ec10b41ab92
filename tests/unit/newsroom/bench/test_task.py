"""The whole of a measurement, with programs that stand for the generators."""

from collections import Counter
from itertools import groupby
from pathlib import Path

import msgspec
import pytest

from newsroom.bench import document, places, task
from newsroom.bench import records as kinds
from newsroom.bench.edits import EDITS
from newsroom.bench.measuring import BenchProblem
from newsroom.bench.records import HUGO, OURS, PELICAN, Report, decode
from tests.unit.newsroom.bench import stubs

EDITED = [edit.scenario for edit in EDITS]


def measured(root: Path, fault: str = "none") -> Report:
    return task.measure(root, stubs.empty(), stubs.lay(root, fault), {"PATH": "/usr/bin:/bin"}, pause=0)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return measured(tmp_path_factory.mktemp("bench"))


def test_a_round_has_every_tool_and_every_kind_of_build(report: Report) -> None:
    """Hugo and stock Pelican from nothing; ours from nothing, after each edit, and as a clone; the larger site too."""
    first = [run for run in report.runs if run.round == 1]
    assert Counter((run.tool, run.scenario, run.articles) for run in first) == Counter(
        [
            (HUGO, kinds.CLEAN, 10),
            (PELICAN, kinds.CLEAN, 10),
            *((OURS, scenario, 10) for scenario in (kinds.CLEAN, *EDITED, kinds.CLONE)),
            (HUGO, kinds.CLEAN, 50),
            (OURS, kinds.CLEAN, 50),
            (OURS, kinds.UNCHANGED, 50),
        ]
    )
    assert {edit.scenario for edit in EDITS} == set(EDITED) and len(EDITED) == 7


def test_ours_goes_from_one_edit_to_the_next(report: Report) -> None:
    """In one tree and in this order: each build stands on the one before."""
    order = [run.scenario for run in report.runs if (run.tool, run.articles, run.round) == (OURS, 10, 1)]
    assert order == [kinds.CLEAN, *EDITED, kinds.CLONE]


def test_another_tool_begins_in_each_round(tmp_path: Path) -> None:
    """So that none is always the one after the pause."""
    first = []
    for number, runs in groupby(measured(tmp_path).runs, lambda run: (run.round, run.articles)):
        first.append((*number, next(runs).tool))
    assert first[0][2] != OURS
    assert len({tool for round, articles, tool in first if articles == 10}) == len({r for r, a, _ in first if a == 10})


def test_what_a_build_wrote_is_counted_in_its_output(report: Report) -> None:
    """From nothing all files, after an edit those that differ, and none where nothing was changed."""
    ours = {run.scenario: run for run in report.runs if (run.tool, run.articles, run.round) == (OURS, 10, 1)}
    everything = ours[kinds.CLEAN].files
    assert (ours[kinds.CLEAN].written, ours[kinds.UNCHANGED].written, ours[kinds.CLONE].written) == (everything, 0, 0)
    assert ours[kinds.BODY].written == ours[kinds.TITLE].written == 1
    assert ours[kinds.NEWEST].written == 2 and ours[kinds.NEWEST].files == everything + 1
    assert ours[kinds.FOOTER].written == ours[kinds.OUTPUT_GONE].written == everything + 1
    assert (ours[kinds.TITLE].pages, ours[kinds.NEWEST].pages, ours[kinds.CLONE].pages) == (10, 11, 11)


def test_memory_is_measured_of_each_tool(report: Report) -> None:
    """A Python takes some MiB."""
    assert [(peak.tool, peak.articles) for peak in report.peaks] == [(OURS, 10), (HUGO, 10), (PELICAN, 10)]
    assert all(1 < peak.mebibytes < 100 for peak in report.peaks)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("drops an article", "ours ghi 9 trang bài viết, phải là 10"),
        ("writes an empty page", "ours ghi 9 trang bài viết, phải là 10"),
        ("keeps what is there", "ours dựng xong mà “Dòng thêm vào thân bài” không có trong"),
        ("fails", "kết thúc với mã 1.\nnothing works"),
    ],
)
def test_a_tool_that_does_less_is_not_measured(tmp_path: Path, fault: str, told: str) -> None:
    """A page too few, an edit that does not show, a failure: each ends the measurement and says why."""
    with pytest.raises(BenchProblem) as problem:
        measured(tmp_path, fault)
    assert told in str(problem.value)


def test_nothing_is_left_behind_and_nothing_of_the_tree_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in memory and not on the disk, whether it ends well or not."""
    monkeypatch.setattr(places, "MEMORY", tmp_path / "memory")
    (tmp_path / "memory").mkdir()
    programs = stubs.lay(tmp_path / "tree", "fails")
    before = sorted((tmp_path / "tree").rglob("*"))
    assert task.bench(tmp_path / "tree", stubs.empty(), programs, {}, 0, None) == 1
    assert [path for path in sorted((tmp_path / "tree").rglob("*")) if ".cache" not in path.parts] == before
    assert not [path for path in (tmp_path / "tree" / ".cache").rglob("*") if path.is_file()]


def test_numbers_and_document_are_written_together(
    tmp_path: Path, report: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    """The document says what the numbers say; --json has the same numbers."""
    (tmp_path / "docs").mkdir()
    task.write(report, tmp_path, tmp_path / "more" / "numbers.json")
    numbers = (tmp_path / "docs" / "benchmarks.json").read_bytes()
    assert decode(numbers) == report and (tmp_path / "more" / "numbers.json").read_bytes() == numbers
    assert (tmp_path / "docs" / "benchmarks.md").read_text(encoding="utf-8") == document.text(report)
    assert "0 mục tiêu đạt, 0 chưa đạt, 15 chưa xét" in capsys.readouterr().err


def test_variables_that_change_what_is_built_stay_outside(tmp_path: Path) -> None:
    """Those of Python, of the tools, and SITEURL; ours gets its own."""
    programs = stubs.lay(tmp_path)
    stub = (tmp_path / "tasks.py").read_text(encoding="utf-8")
    for name in ("hugo", "pelican", "tasks.py"):
        asked = "import os; assert not {n for n in os.environ if n.startswith(('PYTHON', 'HUGO_T'))}, os.environ\n"
        asked += f"assert os.environ.get('SITEURL', '') == {'https://example.org' if name == 'tasks.py' else ''!r}\n"
        (tmp_path / name).write_text(stub.replace("articles =", asked + "articles ="), encoding="utf-8")
    hostile = {"PYTHONDONTWRITEBYTECODE": "1", "HUGO_TITLE": "x", "SITEURL": "https://other.example", "PATH": "/bin"}
    assert task.measure(tmp_path, stubs.empty(), programs, hostile, pause=0).runs


def test_a_report_can_be_read_back_only_if_it_is_one() -> None:
    """A file of another kind is an error at once."""
    with pytest.raises(msgspec.ValidationError):
        decode(b'{"date": "2022-05-01"}')
