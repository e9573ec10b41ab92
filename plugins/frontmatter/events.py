"""Where a parser's event stands; the marks are optional in PyYAML's types, but a parser always sets them."""

from __future__ import annotations

from yaml._yaml import Mark
from yaml.events import Event


def start(event: Event) -> Mark:
    """`line` and `column` count from 0, in characters; anchors and tags are part of an event."""
    return event.start_mark  # type: ignore[return-value]  # see above


def end(event: Event) -> Mark:
    """Just behind the last character."""
    return event.end_mark  # type: ignore[return-value]  # see above
