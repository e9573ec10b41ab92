"""Settings as data. Nothing here knows the union: all that is its own comes from the content folder."""

import sys
from pathlib import Path

# The two statements that are not data: our packages are found, and a plugin that cannot be imported stops the build
# (Pelican itself would only log it and exit with 0).
sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))
import associations.generator  # noqa: F401 - must follow the line above; imported for its failure alone

PLUGINS = ["associations.generator"]

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_DIR = "assets"
STATIC_PATHS = ["images", "files"]

TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
SITEURL = ""
SITE_CACHE = str(Path(__file__).resolve().parent / ".cache" / "site")  # what a build remembers; "" for nothing

# NOW = "2022-08-05T10:00"  # the moment of the build; without it the clock is read once
STRICT = False  # warnings are errors
PUBLISH = False  # for readers: without drafts and posts of the future

HOME_URL = ""
ARCHIVES_URL = "tin/"
YEAR_ARCHIVE_URL = "tin/{date:%Y}/"
MONTH_ARCHIVE_URL = "tin/{date:%Y}/{date:%m}/"
ARTICLE_URL = "tin/{date:%Y}/{slug}/"
ASSOCIATIONS_URL = "hoi/"
ASSOCIATION_URL = "hoi/{slug}/"
ASSOCIATION_ACTIVITY_URL = "hoi/{slug}/{activity}/"
ASSOCIATION_YEAR_URL = "hoi/{slug}/{year}/"
ASSOCIATION_ACTIVITY_YEAR_URL = "hoi/{slug}/{activity}/{year}/"
ACTIVITIES_URL = "linh-vuc/"
ACTIVITY_URL = "linh-vuc/{slug}/"
ACTIVITY_YEAR_URL = "linh-vuc/{slug}/{year}/"
MATRIX_URL = "bang-tong-hop/"
MATRIX_YEAR_URL = "bang-tong-hop/{year}/"
DOCUMENTS_URL = "van-ban/"
DOCUMENT_URL = "van-ban/{slug}/"
PAGE_URL = "{slug}/"
NOT_FOUND_URL = "404.html"
NUMBERED_PAGE_URL = "trang/{number}/"  # below the address of a list
ATOM_URL = "atom.xml"  # the same; feeds are made by a published build only
JSON_FEED_URL = "feed.json"

# Pelican's own readers, pages and feeds have nothing to do: the plugin makes them all.
READERS = {"rst": None, "html": None}
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ATOM = FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
