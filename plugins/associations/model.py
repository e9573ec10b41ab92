"""The records of the content: what an editor may write, typed. docs/content.md says what each key means.

Dates stay text where a partial date may stand (`2022`, `2022-07`, `2022-07-02`). A record made from a broken file has
defaults where a value was wrong: it takes part in further checks, and is never shown, since any error stops the build.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import msgspec

from bodies.model import Reference
from vietnamese.dates import partial_end, partial_start

NO_DATE = datetime(1, 1, 1)  # stands for a date that could not be read


class Part(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """Base of what stands inside a record."""


class Picture(Part, frozen=True):
    src: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    focus: tuple[str, ...] = ()


class Officer(Part, frozen=True):
    name: str = ""
    role: str = ""
    since: str = ""
    until: str = ""
    source: str = ""


class Contact(Part, frozen=True):
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""


class FormerName(Part, frozen=True):
    name: str = ""
    until: str = ""
    decision: str = ""


class Span(Part, frozen=True):
    """From when until when something held."""

    since: str = ""
    until: str = ""


class Ended(Part, frozen=True):
    how: str = ""
    date: str = ""
    into: tuple[str, ...] = ()
    decision: str = ""


class Parent(Part, frozen=True):
    name: str = ""
    website: str = ""


class StatedMembers(Part, frozen=True):
    count: int = 0
    date: str = ""
    source: str = ""


class Predecessor(Part, frozen=True):
    name: str = ""
    province: str = ""
    until: str = ""
    website: str = ""


class Legal(Part, frozen=True):
    licence: str = ""
    issued: str = ""
    responsible: str = ""


class Attachment(Part, frozen=True):
    src: str = ""
    title: str = ""


class Video(Part, frozen=True):
    url: str = ""
    title: str = ""
    image: Picture | None = None


class Note(Part, frozen=True):
    """A dated remark: `note` of a correction or a change, the reason of a withdrawal."""

    date: str = ""
    note: str = ""


class Change(Part, frozen=True):
    """When an article was changed: at `since`, or some time between it and the end of the day `until`, as `text` in
    `field` says."""

    since: datetime = NO_DATE
    until: date = NO_DATE.date()
    text: str = ""
    field: str = ""


class Withdrawn(Part, frozen=True):
    date: str = ""
    reason: str = ""


class Event(Part, frozen=True):
    start: str = ""
    end: str = ""
    place: str = ""
    status: str = ""
    changes: tuple[Note, ...] = ()


class Result(Part, frozen=True):
    id: str = ""
    association: str = ""
    activity: str = ""
    value: str = ""
    unit: str = ""
    qualifier: str = ""
    period: str = ""
    quote: str = ""
    part_of: str = ""
    restates: str = ""


class Pin(Part, frozen=True):
    """A slug that `[!slug]` or `[!-slug]` names, and the line of its paragraph."""

    slug: str = ""
    line: int = 0


class Outline(Part, frozen=True):
    """What other files and lists need to know of a body; its HTML is made and kept apart, for the page that shows it.

    `opening` is the first paragraph as text.
    """

    references: tuple[Reference, ...] = ()
    anchors: tuple[str, ...] = ()
    opening: str = ""
    pins: tuple[Pin, ...] = ()


class Record(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """Base of what one file holds. `path` is the file inside content/, `lines` the line of each field path."""

    path: str = ""
    slug: str = ""
    lines: dict[str, int] = {}
    body: Outline = Outline()
    former_addresses: tuple[str, ...] = ()
    acknowledged: dict[str, str] = {}

    def line(self, field: str) -> int:
        """The line of a field, or of the nearest field around it, or 1."""
        while field and field not in self.lines:
            field = field[: max(field.rfind("."), field.rfind("["), 0)]
        return self.lines.get(field, 1)


class Organisation(Record, frozen=True):
    """What a member association and the union have in common."""

    name: str = ""
    short_name: str = ""
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    not_to_confuse: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    founded: str = ""
    officers: tuple[Officer, ...] = ()
    contact: Contact | None = None
    logo: Picture | None = None
    source: str = ""

    def name_on(self, day: date) -> str:
        """The name in use on `day`: the former name whose end is the first not before it, else the short name."""
        valid = [(partial_end(former.until), former.name) for former in self.former_names if former.until]
        return min((pair for pair in valid if pair[0] >= day), default=(day, self.short_name))[1]


class Union(Organisation, frozen=True):
    province: str = ""
    parent: Parent | None = None
    stated_members: tuple[StatedMembers, ...] = ()
    legal: Legal | None = None
    predecessors: tuple[Predecessor, ...] = ()
    feed_authority: str = ""


class Association(Organisation, frozen=True):
    member: Span | None = None
    ended: Ended | None = None


class Activity(Record, frozen=True):
    name: str = ""
    mark: str = ""
    pigment: str = ""
    order: int | None = None
    aliases: tuple[str, ...] = ()


class DocumentProfile(Record, frozen=True):
    """A document of the Party or the state."""

    kind: str = ""
    number: str = ""
    date: str = ""
    issuer: str = ""
    title: str = ""
    signed_by: str = ""
    in_force: Span | None = None
    url: str = ""
    source: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is cited by: kind and number, or its title where it has no number."""
        return f"{self.kind} {self.number}" if self.number else self.title


class Article(Record, frozen=True):
    title: str = ""
    date: datetime = NO_DATE
    modified: datetime | None = None
    summary: str = ""
    author: str = ""
    associations: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    period: str = ""
    image: Picture | None = None
    gallery: tuple[Picture, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    video: Video | None = None
    lead: bool = False
    pin_until: datetime | None = None
    results: tuple[Result, ...] = ()
    event: Event | None = None
    views_base: int | None = None
    corrections: tuple[Note, ...] = ()
    status: str = "published"
    withdrawn: Withdrawn | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """What `modified` and the corrections say, in the order in which they count."""
        found = []
        if self.modified:
            text = self.modified.isoformat(timespec="minutes").removesuffix("T00:00")
            found.append(Change(self.modified, self.modified.date(), text, "modified"))
        for number, note in enumerate(self.corrections):
            if note.date:
                begin = datetime.combine(partial_start(note.date), time.min)
                found.append(Change(begin, partial_end(note.date), note.date, f"corrections[{number}].date"))
        return tuple(sorted(found, key=lambda change: (change.until, change.since)))

    def updated(self, now: datetime) -> datetime:
        """When readers last got something new: its date, or what `modified` and the corrections say.

        A change in a period that is reached already, its moment unknown, counts as a second later: whoever follows a
        feed learns of it. What lies after `now` has not happened.
        """
        newest = self.date
        for change in self.changes:
            if change.since > now:
                continue
            if change.since > newest:
                newest = change.since
            elif change.until >= newest.date():
                newest += timedelta(seconds=1)
        return max(self.date, min(newest, now))

    @property
    def pictures(self) -> tuple[tuple[str, Picture], ...]:
        """Every picture of the front matter with its field path."""
        found = [("image", self.image), *((f"gallery[{n}]", picture) for n, picture in enumerate(self.gallery))]
        if self.video:
            found.append(("video.image", self.video.image))
        return tuple((field, picture) for field, picture in found if picture)


class Page(Record, frozen=True):
    title: str = ""
    summary: str = ""
    menu: str = ""
    order: int | None = None
    source: str = ""


class Unit(Part, frozen=True):
    name: str = ""
    kind: str = ""
    factor: int = 1
    aliases: tuple[str, ...] = ()
