"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from associations.archive import Relation
from associations.links import Links
from associations.model import Article, Note
from associations.pages import parts, structured
from associations.pages.facts import event_box, result_rows
from associations.pages.keys import article_key
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import ArticleView, Attachment, Head, Link, Related, Video
from associations.views import Note as NoteView
from messages import texts
from vietnamese.dates import partial_date_label, period_label, short_date
from vietnamese.numbers import file_size, group_digits


def pages(site: Site) -> Iterator[Planned]:
    """A page for every article that this build shows, the withdrawn ones included."""
    for article in site.with_pages:
        listed = article.status != "withdrawn"
        make = _view if listed else _withdrawn
        yield Planned(
            site.address(article),
            "article.html",
            partial(make, site, article=article),
            origin=article.path,
            updated=site.updated(article),
            indexed=listed,
            depends=partial(_depends, site, article=article),
        )


def _depends(site: Site, links: Links, article: Article) -> object:
    """The article itself, and what its page says of others."""
    own = article_key(site, links, article), article.date.year in site.archive.years
    if article.status == "withdrawn":
        return own
    beside = [other and (other.slug, other.title, other.date) for other in site.archive.neighbours(article)]
    related = [
        (r.article.slug, r.article.title, r.article.date, r.associations, r.activities)
        for r in site.archive.related(article)
    ]
    return own, beside, related


def _head(site: Site, article: Article, description: str, noindex: bool) -> Head:
    year = article.date.year
    crumbs = (
        parts.crumb(site, texts.ARCHIVES, "ARCHIVES_URL"),
        Link(str(year), site.addresses.href(site.addresses.year("YEAR_ARCHIVE_URL", year))),
    )
    # A withdrawn article may be the only one of its year, whose archive then does not exist.
    shown = crumbs if year in site.archive.years else crumbs[:1]
    address = site.address(article)
    return parts.head(site, article.title, description, address, "ARCHIVES_URL", shown, noindex)


def _withdrawn(site: Site, links: Links, article: Article) -> ArticleView:
    """Title, date and reason: nothing else of a withdrawn article is shown anywhere."""
    assert article.withdrawn is not None  # checked: withdrawn-without-reason
    reason = article.withdrawn
    date, date_label = parts.moment(article.date)
    return ArticleView(
        head=structured.plain(site, _head(site, article, reason.reason, True), article.title),
        title=article.title,
        date=date,
        date_label=date_label,
        withdrawn=NoteView(partial_date_label(reason.date), reason.reason),
    )


def _view(site: Site, links: Links, article: Article) -> ArticleView:
    state = site.visibility.state(article)
    newer, older = site.archive.neighbours(article)
    date, date_label = parts.moment(article.date)
    head, image = _head(site, article, article.summary, bool(state)), parts.picture(site, links, article.image)
    return ArticleView(
        head=structured.article(site, article, head, image),
        title=article.title,
        date=date,
        date_label=date_label,
        state=state,
        modified=short_date(article.modified) if article.modified else "",
        summary=article.summary,
        body_html=parts.body_html(site, links, article),
        image=image,
        gallery=tuple(view for given in article.gallery if (view := parts.picture(site, links, given))),
        attachments=_attachments(site, links, article),
        video=_video(site, links, article),
        byline=article.author or site.registry.union.short_name,
        associations=tuple(parts.names_on_date(site, article)),
        activities=tuple(parts.activity_ref(site, slug) for slug in article.activities),
        partners=article.partners,
        period=period_label(article.period) if article.period else "",
        views=group_digits(article.views_base) if article.views_base is not None else "",
        corrections=notes(article.corrections),
        results=result_rows(site, article),
        event=event_box(article.event) if article.event else None,
        newer=_neighbour(site, newer),
        older=_neighbour(site, older),
        related=tuple(_related(site, relation) for relation in site.archive.related(article)),
    )


def notes(given: tuple[Note, ...]) -> tuple[NoteView, ...]:
    """Dated remarks as they are shown."""
    return tuple(NoteView(partial_date_label(note.date), note.note) for note in given)


def _attachments(site: Site, links: Links, article: Article) -> tuple[Attachment, ...]:
    shown = []
    for attachment in article.attachments:
        found = links.library.find(attachment.src, "link")
        kind = PurePosixPath(found.media).suffix.lstrip(".").upper()
        size = file_size(links.library.size(found.media))
        shown.append(Attachment(attachment.title, site.addresses.href(found.address or ""), kind, size))
    return tuple(shown)


def _video(site: Site, links: Links, article: Article) -> Video | None:
    video = article.video
    return Video(video.url, video.title, parts.picture(site, links, video.image)) if video else None


def _neighbour(site: Site, article: Article | None) -> Link | None:
    return Link(article.title, site.addresses.href(site.address(article))) if article else None


def _related(site: Site, relation: Relation) -> Related:
    """The reason names what is shared: the bodies first, since they are what readers follow."""
    bodies = [site.registry.organisations[slug].short_name for slug in relation.associations]
    names = bodies or [site.registry.activities[slug].name for slug in relation.activities]
    article = relation.article
    return Related(
        url=site.addresses.href(site.address(article)),
        title=article.title,
        date=parts.moment(article.date)[0],
        date_label=short_date(article.date),
        reason=texts.SHARED.format(what=", ".join(names[:2])),
    )
