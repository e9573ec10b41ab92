"""What machines read in the head of a page: JSON-LD and OpenGraph.

Each function returns a page's head with both; in a build that is not published, the head as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from associations.model import Activity, Article, Organisation, Union
from associations.pages import entities
from associations.site import Site
from associations.views import Head, Picture, Social
from outputs.json_ld import Node, breadcrumbs, json_ld


def article(site: Site, article: Article, head: Head, picture: Picture | None) -> Head:
    """The page of an article that has not been withdrawn, with its event."""
    if not site.visibility.publish:
        return head
    news = entities.news_article(site, article, head, picture)
    event = entities.event(article, head.canonical)
    preview = _preview(site, picture)
    social = Social("article", article.title, news.date_published, news.date_modified, *preview)
    return _completed(site, head, article.title, social, [news, event] if event else [news])


def organisation(site: Site, body: Organisation, head: Head, logo: Picture | None) -> Head:
    """The page of an association or the union, which is also the list of what it did."""
    if not site.visibility.publish:
        return head
    members = site.members if isinstance(body, Union) else ()
    profile = entities.organisation(site, body, head.description, logo, members)
    page = entities.collection_page(site, head, body.short_name, (body,))
    return _completed(site, head, body.short_name, _website(site, body.name, logo), [profile, page])


def collection(site: Site, head: Head, title: str, about: Iterable[Organisation | Activity] = ()) -> Head:
    """A page that lists articles or profiles, a numbered one too; `about` says whose."""
    if not site.visibility.publish:
        return head
    page = entities.collection_page(site, head, title, about)
    return _completed(site, head, title, _website(site, title), [page])


def home(site: Site, head: Head, logo: Picture | None) -> Head:
    """The front page: the site, and who publishes it."""
    if not site.visibility.publish:
        return head
    union = site.registry.union
    publisher = entities.organisation(site, union, head.description, logo)
    short = union.short_name if union.short_name != union.name else ""
    website = msgspec.structs.replace(
        entities.website(site), alternate_name=short, publisher=publisher, in_language=site.language
    )
    return _completed(site, head, union.name, _website(site, union.name, logo), [website])


def plain(site: Site, head: Head, title: str) -> Head:
    """A page of which there is nothing to say but where it stands."""
    if not site.visibility.publish:
        return head
    return _completed(site, head, title, _website(site, title), [])


def _completed(site: Site, head: Head, title: str, social: Social, nodes: Sequence[Node]) -> Head:
    trail = [(crumb.label, site.addresses.absolute(crumb.url)) for crumb in head.crumbs]
    graph = [*nodes, breadcrumbs(trail, title)] if trail else nodes
    return msgspec.structs.replace(head, json_ld=json_ld(graph), social=social)


def _website(site: Site, title: str, picture: Picture | None = None) -> Social:
    image, alt = _preview(site, picture)
    return Social("website", title, image=image, image_alt=alt)


def _preview(site: Site, picture: Picture | None) -> tuple[str, str]:
    """Address and description of the picture of a preview, none of which shows an SVG."""
    if picture is None or picture.src.lower().endswith(".svg"):
        return "", ""
    return entities.absolute(site, picture), picture.alt
