"""The index of the activities and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from associations.links import Links
from associations.model import Activity
from associations.pages import parts, structured
from associations.pages.lists import Listed, bare_part, bare_updated, list_head, numbered_pages, year_choices
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import ActivitiesView, ActivityView, Counted
from messages import texts


def pages(site: Site) -> Iterator[Planned]:
    """The index, where there is an activity at all, and a page for each with the further pages of its list."""
    if site.registry.activities:
        yield Planned(site.addresses.of("ACTIVITIES_URL"), "activities.html", partial(_index, site))
    for activity in site.registry.activities.values():
        listed = _listed(site, activity)
        make = partial(_view, site, activity=activity, listed=listed)
        yield Planned(listed.address, "activity.html", make, activity.path, bare_updated(site, listed))
        yield from numbered_pages(site, listed)


def _index(site: Site, links: Links) -> ActivitiesView:
    address = site.addresses.of("ACTIVITIES_URL")
    description = texts.ACTIVITIES_DESCRIPTION.format(union=site.registry.union.name)
    activities = tuple(
        (parts.activity_ref(site, slug), len(site.archive.by_activity.get(slug, ())), activity.body.opening)
        for slug, activity in site.registry.activities.items()
    )
    head = parts.head(site, texts.ACTIVITIES, description, address, "ACTIVITIES_URL")
    return ActivitiesView(structured.collection(site, head, texts.ACTIVITIES), texts.ACTIVITIES, activities)


def _listed(site: Site, activity: Activity) -> Listed:
    return Listed(
        address=site.address(activity),
        title=activity.name,
        description=activity.body.opening or texts.ACTIVITY_DESCRIPTION.format(name=activity.name),
        section="ACTIVITIES_URL",
        crumbs=(parts.crumb(site, texts.ACTIVITIES, "ACTIVITIES_URL"),),
        articles=site.archive.by_activity.get(activity.slug, []),
        activity=activity.slug,
        about=(activity,),
        feeds=parts.feed_links(site, site.address(activity), activity.name),
    )


def _view(site: Site, links: Links, activity: Activity, listed: Listed) -> ActivityView:
    head = list_head(site, listed, activity.name)
    return ActivityView(
        head=structured.collection(site, head, activity.name, listed.about),
        activity=parts.activity_ref(site, activity.slug),
        description_html=parts.body_html(site, links, activity),
        associations=_associations(site, activity),
        years=year_choices(site, listed.articles, "ACTIVITY_YEAR_URL", slug=activity.slug),
        list=bare_part(site, links, listed),
    )


def _associations(site: Site, activity: Activity) -> tuple[Counted, ...]:
    """The bodies that work in an activity, each with the address of the two together and its count."""
    return tuple(
        Counted(body.short_name, site.href("ASSOCIATION_ACTIVITY_URL", slug=body.slug, activity=activity.slug), count)
        for body in site.registry.organisations.values()
        if (count := len(site.archive.by_pair.get((body.slug, activity.slug), ())))
    )
