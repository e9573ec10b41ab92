"""Types of single values: each reads text as typed, reports what is wrong with it, and gives a value or its default."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from associations.reading import Reading
from frontmatter.nodes import Node, Scalar
from vietnamese.dates import has_offset, is_partial_date, is_period, parse_date_time
from vietnamese.legacy import control_characters, legacy_font
from vietnamese.suggest import closest

FORMER_ADDRESS = re.compile(r"/(?!/)[A-Za-z0-9\-._~%/]{0,299}")
WEB_ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\]+\.?[^\s\"'<>\\]*", re.IGNORECASE)
WHOLE, PART = "số nguyên", "số từ 0 đến 1"
TRUE, FALSE = ("true", "yes", "on", "có"), ("false", "no", "off", "không")


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
    # A part that begins with a dot leads out of the site or to a hidden file.
    sound = FORMER_ADDRESS.fullmatch(text) and not any(part.startswith(".") for part in asked_for.split("/"))
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
