"""What whoever publishes should know although nothing is wrong."""

from __future__ import annotations

from associations.edition import Edition
from associations.views import RedirectsView
from messages import texts
from outputs import redirects
from vietnamese.numbers import file_size, group_digits


def notes(edition: Edition) -> str:
    """Of a published build, one a line; nothing where there is nothing to say."""
    views = (page.make(edition.links) for page in edition.pages if page.template == "_redirects")
    return "".join(_unread(view) for view in views if isinstance(view, RedirectsView) and edition.options.publish)


def _unread(view: RedirectsView) -> str:
    """Where there are more redirects than every host reads."""
    lines, size = len(view.redirects), len(redirects.write(view.redirects))
    if lines <= redirects.FEWEST_LINES and size <= redirects.FEWEST_BYTES:
        return ""
    return texts.MANY_REDIRECTS.format(lines=group_digits(lines), size=file_size(size)) + "\n"
