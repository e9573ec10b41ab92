"""Which pictures and attachments go out: all but those that only hidden articles use."""

from __future__ import annotations

from collections.abc import Iterable

from associations.content import Content
from associations.links import Links
from associations.media import media_fields
from associations.model import Article, Record
from associations.site import Site


def shown_media(content: Content, site: Site, links: Links) -> list[str]:
    """Paths of the media without what only withdrawn articles, or those that this build does not show, use."""
    listed = {article.path for article in site.archive.articles}
    hidden = [r for r in content.records if isinstance(r, Article) and r.path not in listed]
    hidden_paths = {record.path for record in hidden}
    withheld = _used(hidden, links) - _used((r for r in content.records if r.path not in hidden_paths), links)
    return [path for path in content.media if path not in withheld]


def _used(records: Iterable[Record], links: Links) -> set[str]:
    used = set()
    for record in records:
        resolved = [links.library.find(target, kind) for _, target, kind in media_fields(record)]
        resolved += [links.resolve(record, reference) for reference in record.body.references]
        used |= {found.media for found in resolved}
    return used
