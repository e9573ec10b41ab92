"""An article as a feed carries it: complete, and with addresses that work away from the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from associations.links import Links
from associations.model import Article, Picture, Video
from associations.pages import parts
from associations.pages.facts import event_box
from associations.site import Site
from messages import texts
from vietnamese.dates import partial_date_label

INNER_ADDRESS = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")([/#][^"]*)')


def content_html(site: Site, links: Links, article: Article) -> str:
    """Event, picture, text, corrections, video, gallery and attachments, in the order of the article's page."""
    pieces = [
        *_event(article),
        _figure(site, links, article.image),
        parts.body_html(site, links, article),
        *(_paragraph(texts.CORRECTION, note.date, note.note) for note in article.corrections),
        *_video(site, links, article.video),
        *(_figure(site, links, picture) for picture in article.gallery),
        _attachments(site, links, article),
    ]
    page = site.addresses.canonical(site.address(article))

    def absolute(match: re.Match[str]) -> str:
        inner = match[2]
        return match[1] + (page + inner if inner.startswith("#") else site.addresses.absolute(inner))

    return INNER_ADDRESS.sub(absolute, "\n".join(filter(None, pieces)))


def _figure(site: Site, links: Links, picture: Picture | None) -> str:
    if picture is None:
        return ""
    src = parts.media(site, links, picture.src, "image")
    credit = texts.CREDIT.format(name=picture.credit) if picture.credit else ""
    caption = escape(" ".join(filter(None, (picture.caption, credit))))
    image = f'<img src="{escape(src)}" alt="{escape(picture.alt)}">'
    return f"<figure>{image}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def _event(article: Article) -> Iterator[str]:
    if article.event is None:
        return
    box = event_box(article.event)
    status = texts.EVENT_STATUS.get(box.status, "")
    when = " – ".join(filter(None, (box.start_label, box.end_label)))
    yield f"<p>{escape('. '.join(filter(None, (status, when, box.place))))}</p>"
    for change in article.event.changes:
        yield _paragraph(texts.EVENT_CHANGE, change.date, change.note)


def _paragraph(template: str, date: str, note: str) -> str:
    return f"<p>{escape(template.format(date=partial_date_label(date), note=note))}</p>"


def _video(site: Site, links: Links, video: Video | None) -> Iterator[str]:
    if video:
        yield _figure(site, links, video.image)
        yield f'<p><a href="{escape(video.url)}">{escape(video.title or video.url)}</a></p>'


def _attachments(site: Site, links: Links, article: Article) -> str:
    items = [
        f'<li><a href="{escape(parts.media(site, links, file.src, "link"))}">{escape(file.title)}</a></li>'
        for file in article.attachments
    ]
    return f"<ul>{''.join(items)}</ul>" if items else ""
