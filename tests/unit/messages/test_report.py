"""A report for people, for GitHub, for programs: the same problems in three forms."""

import json
from pathlib import Path

from messages.problem import Problem, problem
from messages.report import file_label, report

HERE = Path("/nha/toi")
ERROR = problem("unknown-association", "news/2022/x.md", 7, "associations", "hoi-luat-gia", value="hoi-luat-gja")
WARNING = problem("unknown-file", "a.txt", 1, "file")


def test_as_text_it_is_one_line_a_problem() -> None:
    """`file:line: field: message; remedy [rule]`, and a warning says so before its message."""
    assert report([ERROR, WARNING], HERE / "content", HERE) == (
        'content/news/2022/x.md:7: associations: không có hội "hoi-luat-gja"; ý bạn là "hoi-luat-gia"?'
        " [unknown-association]\n"
        f"content/a.txt:1: file: cảnh báo: {WARNING.message}; {WARNING.remedy} [unknown-file]\n"
    )


def test_where_there_is_nothing_to_say_nothing_is_said() -> None:
    """As JSON it is an empty list, so that a program can read it."""
    assert report([], HERE, HERE) == ""
    assert report([], HERE, HERE, "github") == ""
    assert json.loads(report([], HERE, HERE, "json")) == []


def test_a_file_is_named_as_its_editor_would_type_it() -> None:
    """Relative below the folder where one stands, else in full; always with `/`."""
    assert file_label(HERE / "content", "a/b.md", HERE) == "content/a/b.md"
    assert file_label(HERE / "content", "a/b.md", HERE / "content") == "a/b.md"
    assert file_label(Path("/khac"), "a/b.md", HERE) == "/khac/a/b.md"
    assert file_label(Path("/nha/toi-nua"), "b.md", HERE) == "/nha/toi-nua/b.md"
    assert file_label(Path("content"), "b.md", Path()) == "content/b.md"


def test_for_github_it_is_an_annotation() -> None:
    """With the severity as the command and the rule as its title."""
    line = report([WARNING], HERE / "content", HERE, "github")
    assert line.startswith("::warning file=content/a.txt,line=1,title=unknown-file::file: ")
    assert report([ERROR], HERE / "content", HERE, "github").startswith("::error file=content/news/2022/x.md,line=7,")


def test_no_value_can_begin_a_command_of_its_own() -> None:
    """GitHub's runner reads `::` at the start of a line; %, `:` and `,` have a meaning inside one."""
    hostile = Problem("a,b:c%.md", 1, "f", "unknown-key", "error", "x\n::set-output name=a::b 100%", "r")
    text = report([hostile], HERE, HERE, "github")
    assert text.count("\n") == 1
    assert "file=a%2Cb%3Ac%25.md,line=1" in text
    assert "x%0A::set-output name=a::b 100%25" in text


def test_file_names_and_fields_can_be_hostile_too() -> None:
    """A line break or an escape code in them stays one visible line."""
    text = report([problem("unknown-key", "a\n\x1b.md", 1, "k\nl\x1b", key="k")], HERE, HERE)
    assert text.count("\n") == 1
    assert "\x1b" not in text


def test_as_json_it_has_every_part() -> None:
    """A list of objects, Vietnamese readable as it is."""
    text = report([ERROR], HERE / "content", HERE, "json")
    assert json.loads(text) == [
        {
            "file": "content/news/2022/x.md",
            "line": 7,
            "field": "associations",
            "rule": "unknown-association",
            "severity": "error",
            "message": 'không có hội "hoi-luat-gja"',
            "remedy": 'ý bạn là "hoi-luat-gia"?',
        }
    ]
    assert "không có hội" in text


def test_a_command_names_files_as_its_reader_would_type_them() -> None:
    """The remedy of a wrong folder can be copied into a terminal; no value can stand for the content folder."""
    moved = problem("folder-year", "news/2021/x.md", 3, "date", year=2022, folder="\ue000", old="news/a.md", new="b.md")
    assert moved.remedy != report([moved], HERE / "content", HERE)
    assert "; git mv content/news/a.md content/b.md [" in report([moved], HERE / "content", HERE)
    assert "thư mục \\ue000;" in report([moved], HERE / "content", HERE)
