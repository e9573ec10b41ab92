"""docs/nginx/publish.sh: a whole release or none, styles of earlier ones carried over, former addresses for nginx."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.publish.made import SITEURL, site
from tests.publish.server import SCRIPT, publish
from tests.support.sites import stamps, tree

A_DAY = 24 * 60 * 60


def current(target: Path) -> dict[str, bytes]:
    """What nginx would serve."""
    return tree(target / "current" / "web")


def test_the_build_goes_up_whole(tmp_path: Path) -> None:
    """All of it but its mark and the list of redirects; the build itself stays as it was."""
    built = site(tmp_path / "built")
    before = tree(built)
    done = publish(built, tmp_path / "target", SITEURL)
    assert (done.returncode, done.stderr) == (0, "")
    assert current(tmp_path / "target") == {n: d for n, d in before.items() if n not in (".built-site", "_redirects")}
    assert tree(built) == before
    assert (tmp_path / "target" / "current").readlink() == Path("releases/1")


def test_below_a_path(tmp_path: Path) -> None:
    """The site lies below SITEURL's path; the 404 page and robots.txt are at the top too."""
    siteurl = "https://tin.example/ban/tin"
    assert publish(site(tmp_path / "built", siteurl=siteurl), tmp_path / "target", siteurl).returncode == 0
    served = current(tmp_path / "target")
    assert {name.split("/")[0] for name in served} == {"404.html", "robots.txt", "ban"}
    assert served["404.html"] == served["ban/tin/404.html"]
    assert "ban/tin/index.html" in served


def test_the_last_slash_of_siteurl_does_not_matter(tmp_path: Path) -> None:
    """As in the build."""
    assert publish(site(tmp_path / "built"), tmp_path / "target", f"{SITEURL}/").returncode == 0


@pytest.mark.parametrize(
    ("siteurl", "broken"),
    [
        ("", None),
        ("tin.example", None),
        ("ftp://tin.example", None),
        ("https://khac.example", None),
        ("https://tin.example/../x", None),
        ("https://tin.example/a b", None),
        (SITEURL, ".built-site"),
        (SITEURL, "index.html"),
        (SITEURL, "404.html"),
    ],
)
def test_a_wrong_call_changes_nothing(tmp_path: Path, siteurl: str, broken: str | None) -> None:
    """Without SITEURL, with another than the build's, or for a folder that no finished build made: exit 2."""
    assert publish(site(tmp_path / "built"), tmp_path / "target", SITEURL).returncode == 0
    before = stamps(tmp_path / "target")
    if broken:
        (tmp_path / "built" / broken).unlink()
    done = publish(tmp_path / "built", tmp_path / "target", siteurl)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert stamps(tmp_path / "target") == before


def test_it_needs_two_folders(tmp_path: Path) -> None:
    """Otherwise it says how it is called."""
    done = subprocess.run(["/bin/sh", SCRIPT, tmp_path], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, "SITEURL" in done.stderr) == (2, True)


def test_a_page_that_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    """So its ETag stays, and a reader's browser need not fetch it again; what changed is new."""
    built, target = tmp_path / "built", tmp_path / "target"
    publish(site(built, 1), target, SITEURL)
    hour_ago = time.time() - 3600
    for name in ("images/a.png", "index.html"):
        os.utime(built / name, (hour_ago, hour_ago))
    publish(site(built, 2), target, SITEURL)
    web = target / "current" / "web"
    assert abs((web / "images" / "a.png").stat().st_mtime - hour_ago) < 1
    assert (web / "index.html").stat().st_mtime > hour_ago + 1800


def test_a_release_is_never_written_to(tmp_path: Path) -> None:
    """The next build does not reach into what is being served, though files that stay are shared."""
    built, target = tmp_path / "built", tmp_path / "target"
    publish(site(built, 1), target, SITEURL)
    before = current(target)
    site(built, 2)
    assert current(target) == before


def test_styles_of_earlier_releases_stay_a_while(tmp_path: Path) -> None:
    """A page that a reader got before finds its styles for seven days, however many releases there were since."""
    built, target = tmp_path / "built", tmp_path / "target"
    for number in range(1, 6):
        publish(site(built, number), target, SITEURL)
    assets = target / "current" / "web" / "assets"
    styles = [f"site.{number:010x}.css" for number in range(1, 6)]
    assert sorted(file.name for file in assets.glob("*.css")) == styles
    for days, name in ((6, styles[0]), (8, styles[1])):
        past = time.time() - days * A_DAY
        os.utime(assets / name, (past, past))
    publish(site(built, 6), target, SITEURL)
    left = {file.name for file in (target / "current" / "web" / "assets").glob("*.css")}
    assert left == {*styles, f"site.{6:010x}.css"} - {styles[1]}


def test_age_counts_from_the_last_use(tmp_path: Path) -> None:
    """A stylesheet that stood unchanged for months is carried over once another takes its place."""
    built, target = tmp_path / "built", tmp_path / "target"
    site(built, 1)
    past = time.time() - 90 * A_DAY
    os.utime(built / "assets" / f"site.{1:010x}.css", (past, past))
    publish(built, target, SITEURL)
    publish(site(built, 2), target, SITEURL)
    assert f"assets/site.{1:010x}.css" in current(target)


def test_nothing_else_is_carried_over(tmp_path: Path) -> None:
    """Pictures and search data of what was taken down are gone with the next release."""
    built, target = tmp_path / "built", tmp_path / "target"
    publish(site(built, 1), target, SITEURL)
    publish(site(built, 2), target, SITEURL)
    left = [name for name in current(target) if "/" in name and f"{1:010x}" in name]
    assert left == [f"assets/site.{1:010x}.css"]


def test_three_releases_stay(tmp_path: Path) -> None:
    """The present one and two to go back to; a folder of another name is nobody's business."""
    built, target = site(tmp_path / "built"), tmp_path / "target"
    (target / "releases" / "khac").mkdir(parents=True)
    for _ in range(11):
        assert publish(built, target, SITEURL).returncode == 0
    assert {folder.name for folder in (target / "releases").iterdir()} == {"9", "10", "11", "khac"}
    assert (target / "current").readlink() == Path("releases/11")


def test_redirects_that_cannot_be_read_stop_it(tmp_path: Path) -> None:
    """Every line is named, and the release before goes on being served."""
    built, target = tmp_path / "built", tmp_path / "target"
    publish(site(built, 1), target, SITEURL)
    before = current(target)
    lines = [
        "/a/ /b/ 302",
        "/a/ /b/",
        "/a /b c 301",
        "a /b/ 301",
        "/a/ //evil.example/ 301",
        "/a/ javascript:x 301",
        "/a%00/ /b/ 301",
        "/a%0A/ /b/ 301",
        "/a%7f/ /b/ 301",
    ]
    done = publish(site(built, 2, "\n".join(["/good/ /b/ 301", *lines])), target, SITEURL)
    assert done.returncode == 1
    for number, line in enumerate(lines, start=2):
        assert f"_redirects:{number}: {line}" in done.stderr
    assert current(target) == before
    assert [folder.name for folder in (target / "releases").iterdir()] == ["1"]


def test_the_map_for_nginx(tmp_path: Path) -> None:
    """Sources decoded and quoted, a folder's with and without its last slash, none twice; targets as they are sent."""
    redirects = "\n".join(
        [
            "# ghi chú",
            "",
            "/cu/ /moi/ 301",
            "/cu /moi/ 301",
            "/Cu/ /moi/ 301",
            "/tep.html /moi/ 301",
            "/b%C3%A0i%20/ /moi/ 301",
            "/b%c3%a0i%20 /moi/ 301",
            "/%22;%7D%5C$x/ /moi/$%22 301",
            "/%252e%252e/ /moi/ 301",
            "/hai//gach/ https://tin.example/moi/ 301",
            "/bài/ /mới/ 301",
        ]
    )
    publish(site(tmp_path / "built", redirects=redirects), tmp_path / "target", SITEURL)
    assert (tmp_path / "target" / "current" / "redirects.map").read_text(encoding="utf-8").splitlines() == [
        '"/cu/" "/moi/";',
        '"/cu" "/moi/";',
        '"/tep.html" "/moi/";',
        '"/bài /" "/moi/";',
        '"/bài " "/moi/";',
        r'"/\";}\\$x/" "/moi/%24%22";',
        r'"/\";}\\$x" "/moi/%24%22";',
        '"/%2e%2e/" "/moi/";',
        '"/%2e%2e" "/moi/";',
        '"/hai/gach/" "https://tin.example/moi/";',
        '"/hai/gach" "https://tin.example/moi/";',
        '"/bài/" "/mới/";',
        '"/bài" "/mới/";',
    ]


def test_it_says_when_nginx_must_read_the_map_again(tmp_path: Path) -> None:
    """Only when the map differs from the one before."""
    built, target = tmp_path / "built", tmp_path / "target"
    said = [
        "systemctl reload nginx" in publish(site(built, 1, redirects), target, SITEURL).stdout
        for redirects in ("", "", "/cu/ /moi/ 301", "/cu/ /moi/ 301", "")
    ]
    assert said == [True, False, True, False, True]


def test_a_strict_umask_does_not_hide_the_site(tmp_path: Path) -> None:
    """nginx reads as another user; what the build's user keeps to itself, it could not serve."""
    built = site(tmp_path / "built")
    for entry in (built, *built.rglob("*")):
        entry.chmod(0o700 if entry.is_dir() else 0o600)
    command = f"umask 077; SITEURL={SITEURL} sh {SCRIPT} {built} {tmp_path / 'target'}"
    subprocess.run(["/bin/sh", "-c", command], check=True, stdout=subprocess.DEVNULL)
    for entry in (tmp_path / "target" / "releases" / "1").rglob("*"):
        assert entry.stat().st_mode & 0o444 == 0o444, entry
        assert not entry.is_dir() or entry.stat().st_mode & 0o111 == 0o111, entry
    assert (tmp_path / "target" / "releases").stat().st_mode & 0o005 == 0o005
