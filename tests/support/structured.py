"""What stands for machines in the head of a page, and whether it keeps the rules of tests/schemas/json_ld/.

graph = graph_of(page)                    # the things of its JSON-LD, by type where `only` asks
assert faults(json_ld_of(page)) == []     # against schema.org's and Google's rules
assert preview_faults(preview(page)) == []
"""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.support.sites import ROOT

SCHEMAS = ROOT / "tests" / "schemas" / "json_ld"
DATES = ("datePublished", "dateModified", "startDate", "endDate", "foundingDate", "dissolutionDate")
PREVIEW = ("og:", "article:", "twitter:")


def json_ld_of(page: bytes) -> Any:
    """The JSON-LD of a page as a parser of HTML finds it; None for a page without."""
    scripts = BeautifulSoup(page, "html.parser").find_all("script")
    assert [script.get("type") for script in scripts] in ([], ["application/ld+json"])
    return json.loads(scripts[0].get_text()) if scripts else None


def graph_of(page: bytes, only: str = "") -> list[dict[str, Any]]:
    """The things of a page's JSON-LD, or those of one type."""
    data = json_ld_of(page) or {"@graph": []}
    return [thing for thing in data["@graph"] if only in ("", thing["@type"])]


def preview(page: bytes) -> dict[str, str]:
    """The meta elements for previews; each may stand once only."""
    found: dict[str, str] = {}
    for meta in BeautifulSoup(page, "html.parser").find_all("meta"):
        name = str(meta.get("property") or meta.get("name") or "")
        if name.startswith(PREVIEW):
            assert name not in found, name
            found[name] = str(meta["content"])
    return found


def faults(data: Any) -> list[str]:
    """What is wrong with the JSON-LD of a page: place and rule."""
    return _invalid("graph.json", data) or [
        fault for thing in data["@graph"] for fault in (*_trail_faults(thing), *_date_faults(thing))
    ]


def preview_faults(found: dict[str, str]) -> list[str]:
    """What is wrong with the meta elements of a preview."""
    return _invalid("open_graph.json", found)


def _invalid(schema: str, data: Any) -> list[str]:
    errors = sorted(_validator(schema).iter_errors(data), key=lambda error: error.json_path)
    return [f"{error.json_path}: {error.message}" for error in errors]


@lru_cache
def _validator(name: str) -> Draft202012Validator:
    schemas = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(SCHEMAS.glob("*.json"))]
    for schema in schemas:
        Draft202012Validator.check_schema(schema)
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas)
    return Draft202012Validator({"$ref": name}, registry=registry)


def _trail_faults(thing: dict[str, Any]) -> list[str]:
    """What a schema cannot say of breadcrumbs: they are counted from 1, and all but the last lead somewhere."""
    items = thing.get("itemListElement", [])
    counted = [item["position"] for item in items] == list(range(1, len(items) + 1))
    leading = all("item" in item for item in items[:-1])
    return [
        f"{thing['@type']}: {what}" for sound, what in ((counted, "position"), (leading, "item missing")) if not sound
    ]


def _date_faults(thing: dict[str, Any]) -> list[str]:
    """What a schema cannot say of dates: the day exists, and nothing ends before it begins."""
    given = {name: str(thing[name]) for name in DATES if name in thing}
    wrong = [f"{name}: {text}" for name, text in given.items() if not _exists(text)]
    for first, last in (
        ("datePublished", "dateModified"),
        ("startDate", "endDate"),
        ("foundingDate", "dissolutionDate"),
    ):
        if first in given and last in given and given[last][: len(given[first])] < given[first][: len(given[last])]:
            wrong.append(f"{last} is before {first}")
    return wrong


def _exists(text: str) -> bool:
    try:
        if "T" in text:
            return datetime.fromisoformat(text).utcoffset() is not None
        date.fromisoformat((text + "-01-01")[: len("2022-01-01")])
    except ValueError:
        return False
    return True
