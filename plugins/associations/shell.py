"""What all pages share: name, navigation, footer, assets. Nothing in it follows from the articles."""

from __future__ import annotations

from associations.assets import SPRITE, STYLESHEET, Assets
from associations.model import Page, Union
from associations.pages import parts
from associations.pages.association import contact
from associations.pages.manifest import MANIFEST
from associations.site import Site
from associations.views import Link, Shell
from messages import texts


def shell(site: Site, assets: Assets) -> Shell:
    """The shell of one build: navigation and footer name only the kinds of page that it makes."""
    union = site.registry.union
    return Shell(
        language=site.language,
        site_name=union.name,
        short_name=union.short_name,
        home=site.href("HOME_URL"),
        navigation=(*_kinds(site), *_pages(site, "header")),
        footer=_pages(site, "footer"),
        stylesheet=assets.urls[STYLESHEET],
        sprite=assets.urls.get(SPRITE, ""),
        assets=assets.urls,
        parent=Link(union.parent.name, union.parent.website) if union.parent else None,
        contact=contact(union),
        legal=_legal(union),
        feeds=parts.feed_links(site, site.addresses.of("HOME_URL"), union.short_name)[:1],
        manifest=site.addresses.href(MANIFEST) if site.visibility.publish else "",
    )


def _kinds(site: Site) -> list[Link]:
    registry = site.registry
    kinds = [
        (texts.ARCHIVES, "ARCHIVES_URL", True),
        (texts.ASSOCIATIONS, "ASSOCIATIONS_URL", True),
        (texts.ACTIVITIES, "ACTIVITIES_URL", bool(registry.activities)),
        (texts.MATRIX, "MATRIX_URL", site.has_matrix),
        (texts.DOCUMENTS, "DOCUMENTS_URL", bool(registry.documents)),
    ]
    return [Link(label, site.href(setting)) for label, setting, made in kinds if made]


def _pages(site: Site, menu: str) -> tuple[Link, ...]:
    pages: list[Page] = [page for page in site.registry.pages.values() if page.menu == menu]
    return tuple(Link(page.title, site.addresses.href(site.address(page))) for page in pages)


def _legal(union: Union) -> tuple[str, ...]:
    if not union.legal:
        return ()
    lines = (
        (texts.LICENCE, union.legal.licence),
        (texts.ISSUED, union.legal.issued),
        (texts.RESPONSIBLE, union.legal.responsible),
    )
    return tuple(template.format(text=text) for template, text in lines if text)
