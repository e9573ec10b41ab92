"""Text and attribute values of XML 1.0.

Out of reach for XML 1.0 are the control characters but tab and line ends, surrogates, U+FFFE and U+FFFF (its
production Char): even as `&#1;` they would make the document ill-formed and every reader refuse the whole feed. They
carry nothing that a reader could see, so they are removed. Everything else comes out of a parser as it went in.
"""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_UNCARRIABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def carriable(text: str) -> str:
    """The text without the characters that XML 1.0 has no way to write."""
    return _UNCARRIABLE.sub("", text)


def text(value: str) -> str:
    """Escaped for the content of an element; `]]>` cannot arise, and a carriage return is not read as a line end."""
    escaped = carriable(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\r", "&#13;")


def attribute(value: str) -> str:
    """Escaped for a value in double quotes; tabs and line ends are not read as spaces."""
    return text(value).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def element(name: str, value: str, **attributes: str) -> str:
    """One element with text; attributes in the order given."""
    return f"<{name}{_written(attributes)}>{text(value)}</{name}>"


def empty(name: str, **attributes: str) -> str:
    """One element without content; attributes in the order given."""
    return f"<{name}{_written(attributes)}/>"


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{attribute(value)}"' for name, value in attributes.items())
