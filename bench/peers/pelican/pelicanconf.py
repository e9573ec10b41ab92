"""Settings of the bare stock Pelican site that the bench compares with: the same articles, lists and feeds."""

SITENAME = "Tin tức"
SITEURL = "https://example.org"
PATH = "content"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
THEME = "theme"
ARTICLE_PATHS = ["news"]
ARTICLE_URL = "news/{slug}/"
ARTICLE_SAVE_AS = "news/{slug}/index.html"
TAG_URL = "associations/{slug}/"
TAG_SAVE_AS = "associations/{slug}/index.html"
CATEGORY_URL = "activities/{slug}/"
CATEGORY_SAVE_AS = "activities/{slug}/index.html"
AUTHOR_SAVE_AS = ""
AUTHORS_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"index": None, "tag": None, "category": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "index.xml"
CATEGORY_FEED_ATOM = "activities/{slug}/index.xml"
TAG_FEED_ATOM = "associations/{slug}/index.xml"
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 20
MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}},
    "output_format": "html5",
}
