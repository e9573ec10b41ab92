"""The theme's files: stylesheets joined into one, everything under a name that changes with its bytes."""

import re
from pathlib import Path

import pytest

from associations.assets import Assets, BrokenTheme, collect
from associations.edition import prepare
from tests.support.sites import Files, lay, options, prepared, reported, small_site

THEME: Files = {
    "css/layers.css": "@layer reset, base;",
    "css/base.css": "a { background: url(../x.png) }".replace("../x.png", "img/x.png"),
    "css/aa.css": "b { mask: url('marks.svg#a'); fill: url(#b) }",
    "css/font-face.css": '@font-face { src: url("piazzolla.woff2") }',
    "img/x.png": "png",
    "marks.svg": '<svg><symbol id="can-can"/><symbol viewBox="0" id="la"/></svg>',
    ".DS_Store": "x",
}


def collected(folder: Path, given: Files = THEME, font: bool = False) -> Assets:
    lay(folder, {"piazzolla.woff2": "font", "piazzolla-OFL.txt": "OFL"})
    files = (folder / "piazzolla.woff2", folder / "piazzolla-OFL.txt") if font else None
    return collect([lay(folder / "static", given)], "assets", lambda address: f"/sub{address}", files)


def stylesheet(assets: Assets) -> str:
    return assets.files[assets.urls["site.css"].removeprefix("/sub/")].decode()


def test_every_file_has_a_name_with_its_hash(tmp_path: Path) -> None:
    """Its address is found by the name that the theme uses; folders stay; hidden files do not go out."""
    assets = collected(tmp_path)
    assert re.fullmatch(r"/sub/assets/img/x\.[0-9a-f]{10}\.png", assets.urls["img/x.png"])
    assert set(assets.urls) == {"img/x.png", "marks.svg", "site.css"}
    assert {f"/sub/{path}" for path in assets.files} == set(assets.urls.values())


def test_stylesheets_are_one_and_the_layers_come_first(tmp_path: Path) -> None:
    """The others by name: their order is settled by the layers."""
    css = stylesheet(collected(tmp_path))
    assert css.index("@layer") < css.index("b{") < css.index("a{")


def test_addresses_in_stylesheets_are_those_of_the_hashed_files(tmp_path: Path) -> None:
    """Relative to the joined sheet, quoted, with their part; parts of the page itself stay."""
    assets = collected(tmp_path)
    css = stylesheet(assets)
    assert f'url("{assets.urls["img/x.png"].removeprefix("/sub/assets/")}")' in css
    assert f'url("{assets.urls["marks.svg"].removeprefix("/sub/assets/")}#a")' in css
    assert "url(#b)" in css


def test_comments_and_needless_space_go_and_nothing_else(tmp_path: Path) -> None:
    """A space may separate an element from what is inside it, or be an operator's; strings are the theme's."""
    css = """
    a /* x */  :is(b,
      c) > d { content: "/*  */" ; width: calc( 1px + (2px - 3px) ) }
    @media print and (min-width: 3em) { e { --x: 1 2 , 3; } }
    """
    assert stylesheet(collected(tmp_path, {"css/a.css": css})) == (
        'a :is(b,c) > d{content:"/*  */";width:calc(1px + (2px - 3px))}@media print and (min-width:3em){e{--x:1 2 ,3}}'
    )


def test_a_changed_file_changes_its_name_and_that_of_the_sheet(tmp_path: Path) -> None:
    """So that browsers may keep them for ever."""
    before = collected(tmp_path / "1").urls
    after = collected(tmp_path / "2", {**THEME, "img/x.png": "other"}).urls
    assert before["marks.svg"] == after["marks.svg"]
    assert before["img/x.png"] != after["img/x.png"]
    assert before["site.css"] != after["site.css"]


def test_the_heading_font_is_named_only_where_it_is(tmp_path: Path) -> None:
    """With its licence beside it."""
    assert "@font-face" not in stylesheet(collected(tmp_path / "1"))
    assets = collected(tmp_path / "2", font=True)
    assert assets.urls["piazzolla.woff2"].removeprefix("/sub/assets/") in stylesheet(assets)
    assert "piazzolla-OFL.txt" in assets.urls


def test_a_file_that_the_theme_lacks_is_an_error(tmp_path: Path) -> None:
    """It says in which sheet."""
    with pytest.raises(BrokenTheme, match=r"css/a\.css.*khong\.png"):
        collected(tmp_path, {"css/a.css": "a { background: url(khong.png) }"})


def test_marks_are_the_symbols_of_the_sprite(tmp_path: Path) -> None:
    """A theme without one has none."""
    assert collected(tmp_path / "1").marks == ("can-can", "la")
    assert collected(tmp_path / "2", {"css/a.css": ""}).marks == ()


def test_several_folders_are_one(tmp_path: Path) -> None:
    """THEME_STATIC_PATHS; the later one wins."""
    folders = [lay(tmp_path / "a", {"x.txt": "1", "y.txt": "1"}), lay(tmp_path / "b", {"x.txt": "2"})]
    assets = collect(folders, "assets", str, None)
    assert sorted(data for path, data in assets.files.items() if path.endswith(".txt")) == [b"1", b"2"]


def test_the_folder_root_stands_in_the_sites_root(tmp_path: Path) -> None:
    """Browsers ask for /favicon.ico by that name."""
    files: Files = {"css/a.css": "a{}", "root/favicon.ico": b"ico", "root/.x": b"x", "marks.svg": "<svg><g/></svg>"}
    assets = collect([lay(tmp_path, files)], "assets", lambda address: f"/sub{address}", None)
    assert assets.files["favicon.ico"] == b"ico" and assets.urls["root/favicon.ico"] == "/sub/favicon.ico"
    assert sorted(name.split(".")[0] for name in assets.files) == ["assets/marks", "assets/site", "favicon"]


@pytest.mark.parametrize("publish", [False, True])
@pytest.mark.parametrize(
    "name", ["robots.txt", "Sitemap.xml", "_redirects", "index.html", "hoi", "404.html/x", "images/a.png"]
)
def test_a_theme_file_is_never_in_the_way_of_another(tmp_path: Path, name: str, publish: bool) -> None:
    """Not of what the build makes, in whichever build, nor of what editors have: the theme is wrong, and is told so."""
    theme = lay(tmp_path / "theme", {f"root/{name}": "x", "root/khac.txt": "x"})
    content = lay(tmp_path / "content", small_site({"images/a.png": b"x"}))
    siteurl = "https://x.example" if publish else ""
    given = options(content, theme_static=(*options(content).theme_static, theme), publish=publish, siteurl=siteurl)
    with pytest.raises(BrokenTheme, match=f"^{re.escape(name)} "):
        prepare(given)
    (theme / "root" / name).unlink()
    assert prepare(given).is_sound


@pytest.mark.parametrize("publish", [False, True])
@pytest.mark.parametrize("name", ["robots.txt", "Atom.xml", "_redirects", "404.html"])
def test_an_editors_file_is_never_in_the_way_of_another(tmp_path: Path, name: str, publish: bool) -> None:
    """STATIC_PATHS may name any file: one that the build makes itself is the content's mistake."""
    siteurl = "https://x.example" if publish else ""
    paths = (*options(tmp_path).static_paths, name)
    edition = prepared(tmp_path, small_site({name: b"x"}), static_paths=paths, publish=publish, siteurl=siteurl)
    assert reported(edition) == [f"{name}:1: file [duplicate-address]"]


def test_what_tools_and_editors_leave_is_no_part_of_the_theme(tmp_path: Path) -> None:
    """Nor are source maps, which name the places where files were made, or the comments of drawings."""
    left = ["a.css.map", "b.svg~", ".c.swp", "d.bak", "#e#"]
    files: Files = {**dict.fromkeys(left, "rác"), "css/a.css": "a{}", "marks.svg": "<svg><!-- rác -->\n<g/></svg>"}
    assets = collect([lay(tmp_path, files)], "assets", str, None)
    assert sorted(name.split(".")[0] for name in assets.files) == ["assets/marks", "assets/site"]
    assert b"r\xc3\xa1c" not in b"".join(assets.files.values())


def test_sheets_of_one_layer_share_its_block(tmp_path: Path) -> None:
    """Next to each other; what a sheet has besides, and the order, stay."""
    files = {
        "css/a.css": "@layer x { a { b: c } }",
        "css/b.css": "@layer x { d { e: f } @media print { g { h: i } } }",
        "css/c.css": "@layer y { j { k: l } }",
        "css/d.css": "@layer x { m { n: o } } p { q: r }",
        "css/e.css": "@layer x, y;",
    }
    assets = collect([lay(tmp_path, files)], "assets", str, None)
    sheet = assets.files[assets.urls["site.css"].removeprefix("/")].decode()
    assert sheet.split("\n") == [
        "@layer x{a{b:c}d{e:f}@media print{g{h:i}}}",
        "@layer y{j{k:l}}",
        "@layer x{m{n:o}}p{q:r}",
        "@layer x,y;",
    ]
