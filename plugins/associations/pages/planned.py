"""A page before it is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec

from associations.addresses import file_of
from associations.links import Links
from associations.views import View


class Planned(msgspec.Struct, frozen=True):
    """`make` gives the view once links can be resolved; `origin` is the content file whose own page it is.

    `updated` is when its articles last changed; `indexed` says whether sitemaps name it. `depends`, where it is given,
    gives all that the view follows from besides what all pages share (`output.shared`), and costs less than the view.
    """

    address: str
    template: str
    make: Callable[[Links], View]
    origin: str = ""
    updated: datetime | None = None
    indexed: bool = True
    depends: Callable[[Links], object] | None = None

    @property
    def is_html(self) -> bool:
        """Whether it is for a browser, and not a feed or a sitemap."""
        return self.template.endswith(".html")

    @property
    def file(self) -> str:
        """Where the page stands in the output."""
        return file_of(self.address)
