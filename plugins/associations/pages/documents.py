"""Documents of the Party and the state: the list of all, and a page for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from associations.links import Links
from associations.model import DocumentProfile
from associations.pages import parts, structured
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import DocumentEntry, DocumentsView, DocumentView
from messages import texts
from vietnamese.dates import partial_date_label


def pages(site: Site) -> Iterator[Planned]:
    """The list and a page for each file in documents/; nothing where there is none."""
    documents = site.registry.documents.values()
    if documents:
        yield Planned(site.addresses.of("DOCUMENTS_URL"), "documents.html", partial(_list, site))
    for document in documents:
        make = partial(_view, site, document=document)
        yield Planned(site.address(document), "document.html", make, document.path)


def _list(site: Site, links: Links) -> DocumentsView:
    description = texts.DOCUMENTS_DESCRIPTION.format(union=site.registry.union.name)
    head = parts.head(site, texts.DOCUMENTS, description, site.addresses.of("DOCUMENTS_URL"), "DOCUMENTS_URL")
    entries = tuple(_entry(site, document) for document in site.registry.documents.values())
    return DocumentsView(structured.collection(site, head, texts.DOCUMENTS), texts.DOCUMENTS, entries)


def _entry(site: Site, document: DocumentProfile) -> DocumentEntry:
    return DocumentEntry(
        name=document.name,
        url=site.addresses.href(site.address(document)),
        kind="" if document.number else document.kind,
        date=document.date,
        date_label=_date_label(document),
        issuer=document.issuer,
        title=_title(document),
    )


def _view(site: Site, links: Links, document: DocumentProfile) -> DocumentView:
    crumbs = (parts.crumb(site, texts.DOCUMENTS, "DOCUMENTS_URL"),)
    description = _title(document) or document.body.opening or document.name
    head = parts.head(site, document.name, description, site.address(document), "DOCUMENTS_URL", crumbs)
    force = document.in_force
    return DocumentView(
        head=structured.plain(site, head, document.name),
        name=document.name,
        kind=document.kind,
        number=document.number,
        title=_title(document),
        date=document.date,
        date_label=_date_label(document),
        issuer=document.issuer,
        signed_by=document.signed_by,
        in_force=parts.span(force.since, force.until) if force else "",
        url=document.url,
        host=_host(document.url),
        source=document.source,
        body_html=parts.body_html(site, links, document),
    )


def _host(url: str) -> str:
    """Whose site it is. Not by urlsplit, which raises an error at some hosts that only look strange."""
    return re.split("[/?#]", url)[2].rpartition("@")[2] if url else ""


def _title(document: DocumentProfile) -> str:
    """Where it is not what the document is cited by."""
    return document.title if document.number else ""


def _date_label(document: DocumentProfile) -> str:
    return partial_date_label(document.date) if document.date else ""
