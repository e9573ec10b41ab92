"""The manifest: what a phone needs to put the site on its home screen."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.support.sites import ROOT, pages, prepared, small_site, union

SCHEMA = json.loads((ROOT / "tests" / "schemas" / "manifest.schema.json").read_text(encoding="utf-8"))


def test_the_manifest_names_the_union_and_icons_that_are_there(tmp_path: Path) -> None:
    """Below the site's path; a name is text, whatever it holds."""
    names = {"name": "Liên hiệp </script> & \"Thử\" '1'", "short_name": "LH <Thử>"}
    files = small_site({"union.md": union(**names)})
    out = pages(prepared(tmp_path, files, publish=True, siteurl="https://thu.example/sub"))
    manifest = json.loads(out["site.webmanifest"])
    Draft202012Validator(SCHEMA).validate(manifest)
    assert {key: manifest[key] for key in names} == names
    assert manifest["start_url"] == manifest["scope"] == "/sub/"
    assert {icon["src"].removeprefix("/sub/") for icon in manifest["icons"]} <= set(out)
    assert '<link rel="manifest" href="/sub/site.webmanifest">' in out["index.html"].decode()
