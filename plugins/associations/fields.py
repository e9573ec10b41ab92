"""Types of front matter values: each reads a node, reports what is wrong with it, and gives a value or its default."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol
from urllib.parse import unquote

import msgspec

from frontmatter.nodes import Mapping, Node, Scalar, Sequence
from messages.problem import Problem, problem
from messages.rules import GROUP, RULES, TOP
from vietnamese.dates import has_offset, is_partial_date, is_period, parse_date_time
from vietnamese.legacy import control_characters, legacy_font
from vietnamese.suggest import closest

FORMER_ADDRESS = re.compile(r"/(?!/)[A-Za-z0-9\-._~%/]{0,299}")
WEB_ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\]+\.?[^\s\"'<>\\]*", re.IGNORECASE)
SHAPES = {Scalar: "chữ", Sequence: "danh sách", Mapping: "nhóm khóa"}
IN_BRACKETS = re.compile(r"[^\[\]{}\"':#&*!|>%@`]+")  # text that may stand in a list in brackets as it is
WHOLE, PART = "số nguyên", "số từ 0 đến 1"
TRUE, FALSE = ("true", "yes", "on", "có"), ("false", "no", "off", "không")


class Reading:
    """What is gathered while one file's front matter is read: its problems and the line of each field."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def report(self, rule: str, line: int, field: str, suggestion: str | None = None, **values: object) -> None:
        self.problems.append(problem(rule, self.path, line, field, suggestion, **values))

    def wrong_type(self, node: Node, field: str, expected: str, example: str) -> None:
        """`example` is a value; it is shown with its key, unless the value is an item of a list."""
        key, found = field.rpartition(".")[2], SHAPES[type(node)]
        if isinstance(node, Sequence):
            found = f"{found} {len(node.items)} mục"
        shown = example if key.endswith("]") else f"{key}: {example}"
        self.report("wrong-type", node.line, field, expected=expected, found=found, example=shown)


class Kind(Protocol):
    """A type of value. `name` and `example` are shown to editors; `default` stands in for a wrong or absent value."""

    name: str
    example: str

    @property
    def default(self) -> Any: ...

    def read(self, node: Node, field: str, reading: Reading) -> Any: ...


def is_empty(node: Node) -> bool:
    """Whether the editor wrote nothing after the key."""
    if isinstance(node, Scalar):
        return not node.text.strip()
    return not (node.items if isinstance(node, Sequence) else node.entries)


class Text:
    """Plain text as typed; `check` gives the rule and values of what is wrong with it, or None."""

    def __init__(
        self,
        name: str = "chữ",
        example: str = '"…"',
        check: Callable[[str], tuple[str, dict[str, object]] | None] = lambda text: None,
        convert: Callable[[str], Any] = lambda text: text,
        default: Any = "",
    ) -> None:
        self.name, self.example, self.check, self.convert, self.default = name, example, check, convert, default

    def read(self, node: Node, field: str, reading: Reading) -> Any:
        if not isinstance(node, Scalar):
            reading.wrong_type(node, field, self.name, self.example)
            return self.default
        _check_characters(node, field, reading)
        text = node.text.strip()
        wrong = self.check(text)
        if wrong:
            rule, values = wrong
            reading.report(rule, node.line, field, None, value=text, **values)
            return self.default
        return self.convert(text)


def _check_characters(node: Scalar, field: str, reading: Reading) -> None:
    for _, code in control_characters(node.text)[:1]:
        reading.report("control-characters", node.line, field, code=code)
    font = legacy_font(node.text)
    if font:
        reading.report("legacy-font", node.line, field, font=font, sample=node.text[:40])


class Choice(Text):
    """One of a fixed set of words."""

    def __init__(self, *allowed: str, default: str = "") -> None:
        super().__init__("một trong: " + ", ".join(allowed), allowed[0], default=default)
        self.allowed = allowed

    def read(self, node: Node, field: str, reading: Reading) -> Any:
        text = super().read(node, field, reading)
        if not isinstance(node, Scalar) or text in self.allowed:
            return text
        guess = closest(text, self.allowed)
        reading.report("bad-value", node.line, field, guess, value=text, allowed=", ".join(self.allowed))
        return self.default


def _date_problem(text: str, example: str) -> tuple[str, dict[str, object]]:
    return ("date-offset", {}) if has_offset(text) else ("bad-date", {"example": example})


def _checked(accepts: Callable[[str], object], example: str) -> Callable[[str], tuple[str, dict[str, object]] | None]:
    return lambda text: None if accepts(text) else _date_problem(text, example)


def _whole(text: str) -> tuple[str, dict[str, object]] | None:
    sound = re.fullmatch(r"[0-9]{1,15}", text)
    return None if sound else ("bad-number", {"expected": WHOLE, "example": "1203 (không có dấu chấm)"})


def _truth(text: str) -> tuple[str, dict[str, object]] | None:
    return None if text.lower() in TRUE + FALSE else ("bad-value", {"allowed": "true, false"})


def _fraction(text: str) -> tuple[str, dict[str, object]] | None:
    sound = re.fullmatch(r"0(\.[0-9]{1,6})?|1(\.0{1,6})?", text)
    return None if sound else ("bad-number", {"expected": PART, "example": "0.5"})


def _former_address(text: str) -> tuple[str, dict[str, object]] | None:
    asked_for = unquote(text)  # as a server reads it
    sound = FORMER_ADDRESS.fullmatch(text) and not any(part in (".", "..") for part in asked_for.split("/"))
    return None if sound and "\0" not in asked_for else ("bad-former-address", {})


TEXT = Text()
DATE_TIME = Text(
    "ngày, có thể có giờ",
    "2022-07-02T08:00",
    _checked(parse_date_time, "2022-07-02 hoặc 2022-07-02T08:00"),
    parse_date_time,
    None,
)
PARTIAL_DATE = Text("ngày, tháng hoặc năm", "2022-07", _checked(is_partial_date, "2022, 2022-07 hoặc 2022-07-02"))
MOMENT = Text(
    "ngày, có thể có giờ; hoặc tháng, năm",
    "2022-08-20T08:00",
    _checked(lambda text: is_partial_date(text) or parse_date_time(text), "2022-08-20T08:00, 2022-08 hoặc 2022"),
)
PERIOD = Text("kỳ", "2022-H1", lambda text: None if is_period(text) else ("bad-period", {}))
WHOLE_NUMBER = Text(WHOLE, "103", _whole, int, None)
TRUTH = Text("true hoặc false", "true", _truth, lambda text: text.lower() in TRUE, False)
FRACTION = Text(PART, "0.5", _fraction)
WEB = Text(
    "địa chỉ web",
    "https://…",
    lambda text: None if WEB_ADDRESS.fullmatch(text) else ("bad-web-address", {}),
)
FORMER_ADDRESS_TEXT = Text("địa chỉ cũ trong trang", "/tin/2021/bai-cu/", _former_address)


class Listing:
    """A list of one type."""

    def __init__(self, of: Kind, length: int | None = None) -> None:
        self.of, self.length = of, length
        self.name = "danh sách" if isinstance(of, Text) and not length else f"danh sách {length or 'các'} {of.name}"
        self.example = f"[{', '.join([of.example] * (length or 1))}]"
        self.default: tuple[Any, ...] = ()

    def read(self, node: Node, field: str, reading: Reading) -> tuple[Any, ...]:
        if isinstance(node, Sequence) and self.length in (None, len(node.items)):
            return tuple(self._item(item, field, number, reading) for number, item in enumerate(node.items))
        example = self.example
        if isinstance(node, Scalar) and isinstance(self.of, Text) and IN_BRACKETS.fullmatch(node.text):
            example = f"[{node.text.strip()}]"
        reading.wrong_type(node, field, self.name, example)
        return ()

    def _item(self, item: Node, field: str, number: int, reading: Reading) -> Any:
        """Even where it is wrong there is a value: those that follow keep their numbers."""
        # A group's fields need their index (results[0].quote); a word in a list is named by its key alone.
        place = f"{field}[{number}]"
        reading.lines[place] = item.line
        if is_empty(item):
            reading.report("empty-item", item.line, field, key=field)
            value = self.of.default
        else:
            value = self.of.read(item, place if isinstance(self.of, Group) else field, reading)
        return self.of.struct() if value is None and isinstance(self.of, Group) else value


class TextByRule:
    """Keys of the editor's own with text values: warning rules and why they may stand."""

    name, example = "nhóm khóa, mỗi khóa là mã một cảnh báo", '{implausible-result: "…"}'

    @property
    def default(self) -> dict[str, str]:
        return {}

    def read(self, node: Node, field: str, reading: Reading) -> dict[str, str]:
        if not isinstance(node, Mapping):
            reading.wrong_type(node, field, self.name, self.example)
            return {}
        warnings = [rule for rule, entry in RULES.items() if entry.severity == "warning"]
        reasons = {}
        for entry in node.entries:
            place = f"{field}.{entry.key}"
            if entry.key not in warnings:
                guess = closest(entry.key, warnings)
                reading.report("acknowledged-rule", entry.line, place, guess, value=entry.key)
            elif is_empty(entry.value):
                reading.report("empty-field", entry.line, place, key=entry.key)
            else:
                reasons[entry.key] = TEXT.read(entry.value, place, reading)
        return reasons


class Key(msgspec.Struct, frozen=True):
    """A key of a file or of a group. `attribute` is the record's field where it cannot have the key's name."""

    name: str
    kind: Any
    about: str  # in Vietnamese, for docs/content.md
    required: bool = False
    attribute: str = ""


class Group:
    """A set of keys, read into `struct`."""

    name = "nhóm khóa"
    default = None

    def __init__(self, struct: Callable[..., Any], *keys: Key) -> None:
        self.struct, self.keys = struct, keys
        shown = [key for key in keys if key.required] or keys[:2]
        self.example = "{" + ", ".join(f"{key.name}: …" for key in shown) + "}"

    def read(self, node: Node, field: str, reading: Reading) -> Any:
        if not isinstance(node, Mapping):
            reading.wrong_type(node, field, self.name, self.example)
            return None
        return self.struct(**read_keys(node, self.keys, field, reading))


def read_keys(node: Mapping, keys: tuple[Key, ...], field: str, reading: Reading) -> dict[str, Any]:
    """The values of `keys` found in `node` by attribute name; what is unknown, missing or wrong is reported."""
    by_name = {key.name: key for key in keys}
    values: dict[str, Any] = {}
    for entry in node.entries:
        place = f"{field}.{entry.key}" if field else entry.key
        key = by_name.pop(entry.key, None)
        if key is None:
            guess = closest(entry.key, [key.name for key in keys])
            reading.report("unknown-key", entry.line, place, guess, key=entry.key)
            continue
        reading.lines[place] = entry.line
        if is_empty(entry.value):
            if key.required:
                reading.report("empty-field", entry.line, place, key=key.name)
            continue
        value = key.kind.read(entry.value, place, reading)
        if value is not None:
            values[key.attribute or key.name] = value
    for key in by_name.values():
        if key.required:
            place = f"{field}.{key.name}" if field else key.name
            where = GROUP.format(name=field) if field else TOP
            reading.report("missing-field", node.line, place, key=key.name, where=where)
    return values


def moment(text: str) -> datetime | None:
    """A MOMENT that names a day, as a date with time; None for a month or a year."""
    return parse_date_time(text) if text else None
