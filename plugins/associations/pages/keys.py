"""What stands for the part of a page that follows from one article: cheaper than the part, and other when it is other.

What follows from the profiles, the settings and the theme is no part of a key: a change of those renders every page
(`output.shared`).
"""

from __future__ import annotations

import msgspec

from associations.links import Links
from associations.model import Article
from associations.site import Site
from incremental.sealed import digest

encode = msgspec.msgpack.Encoder().encode


def teaser_key(site: Site, article: Article) -> bytes:
    """For an article's teaser in whichever list."""
    found = site.keys.get(("teaser", article.slug))
    if found is None:
        image = article.image and (article.image.src, article.image.alt, article.image.caption, article.image.credit)
        shown = (article.slug, article.title, article.date, article.summary, article.associations, article.activities)
        found = digest(encode((shown, image, site.visibility.state(article))))
        site.keys["teaser", article.slug] = found
    return found


def article_key(site: Site, links: Links, article: Article) -> bytes:
    """For all that an article's own file says, with where its links lead, how large its attachments are, whether it is
    for readers yet and when it last changed."""
    found = site.keys.get(("article", article.slug))
    if found is None:
        leads = [links.resolve(article, reference).address for reference in article.body.references]
        sizes = [links.library.size(links.library.find(file.src, "link").media) for file in article.attachments]
        known = (leads, sizes, site.visibility.state(article), site.updated(article))
        found = digest(site.bodies.key(article), encode(known))
        site.keys["article", article.slug] = found
    return found
