"""Types of single values: each reads text as typed, reports what is wrong with it, and gives a value or its default."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from associations.addresses import decoded
from associations.reading import Reading
from frontmatter.nodes import Node, Scalar
from vietnamese.dates import has_offset, is_partial_date, is_period, parse_date_time
from vietnamese.legacy import control_characters, legacy_font
from vietnamese.suggest import closest

FORMER_ADDRESS = re.compile(r"/(?=.{0,299}\Z)(?:[A-Za-z0-9\-._~/]|%[0-9A-Fa-f]{2})*")
# What an encoded character must not stand for: no file of every system has it in its name, or a server reads it anew.
UNSERVABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd\\:*?\"<>|#]")
LONGEST_PART = 255  # bytes that file systems give to a name
# What hosts read at the top of a site as orders to themselves (Netlify, Cloudflare, GitHub, Vercel, Azure, IIS).
HOST_FILES = (
    *("_headers", "_redirects", "_routes.json", "_worker.js", "cname", "netlify.toml", "vercel.json"),
    *("staticwebapp.config.json", "web.config"),
)
WEB_ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\]++(?:[/?#][^\s\"'<>\\]*+)?", re.IGNORECASE)
# RFC 4151: a host name or mail address that somebody owned on that date.
AUTHORITY = re.compile(
    r"(?:[A-Za-z0-9._-]+@)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?,[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
)
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
    path = decoded(text)  # as a server reads it
    parts = _parts(path)
    if not FORMER_ADDRESS.fullmatch(text) or UNSERVABLE.search(path) or not all(map(_is_file_name, parts)):
        return "bad-former-address", {}
    return ("reserved-slug", {"name": parts[0]}) if parts and parts[0].lower() in HOST_FILES else None


def _parts(path: str) -> list[str]:
    """The names between the slashes of a path that begins with one; the last of a folder is empty and left out."""
    return path.removesuffix("/").split("/")[1:]


def _is_file_name(part: str) -> bool:
    """Not empty, and with no full stop at its beginning: that leads out of the site, or to a hidden file."""
    return part != "" and not part.startswith(".") and len(part.encode()) <= LONGEST_PART


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
AUTHORITY_TEXT = Text(
    "tên miền và năm",
    "lienhiephoi.example,2024",
    lambda text: None if AUTHORITY.fullmatch(text) else ("bad-feed-authority", {"example": "lienhiephoi.example,2024"}),
)
FORMER_ADDRESS_TEXT = Text("địa chỉ cũ trong trang", "/tin/2021/bai-cu/", _former_address)
