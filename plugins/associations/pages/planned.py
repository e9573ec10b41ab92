"""A page before it is made."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from associations.addresses import file_of
from associations.links import Links
from associations.views import View


class Planned(msgspec.Struct, frozen=True):
    """`make` gives the view once links can be resolved; `origin` is the content file whose own page it is."""

    address: str
    template: str
    make: Callable[[Links], View]
    origin: str = ""

    @property
    def file(self) -> str:
        """Where the page stands in the output."""
        return file_of(self.address)
