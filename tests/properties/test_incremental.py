"""Whatever an editor, a designer or a maintainer does between two builds: the second is as good as one from nothing.

That is: the same files with the same bytes, and the same problems; with errors the old site stays.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.support.desks import Desk
from tests.support.sites import activity, article, association, document, page, small_site, tree, union

PLACES = st.integers(0, 99)  # which one, of those that are there
TITLES = st.sampled_from(["Đại hội", "Hội thảo khoa học", "Tập huấn <b>", "Bài", 'Nói "thật"'])
DATES = st.sampled_from(
    ["2019-12-31", "2020-01-01", "2021-06-15", "2022-08-31", "2022-09-01T09:00", "2022-09-02", "2023-03-03"]
)
MOMENTS = st.sampled_from(["2022-09-01T08:00", "2022-09-01T10:00", "2022-09-02T08:00", "2024-01-01T00:00"])
BODIES = st.sampled_from(
    [
        "Thân bài.",
        "## Mục\n\nChữ **đậm** và [bài](/tin/2021/bai-1/).",
        "[tệp]({filename}bai-0.md) ![Ảnh](images/a.png)",
        "[mục](#muc-mot)\n\n## Mục một",
        "[hội](/hoi/hoi-mot/) [không có](/khong-co/)",
        "Dòng.[^1]\n\n[^1]: Chú thích.",
    ]
)
BODIES_OF = st.sets(st.sampled_from(["hoi-mot", "hoi-hai", "hoi-ba", "lien-hiep-thu"]), min_size=1).map(sorted)
ABOUT = st.sets(st.sampled_from(["tap-huan", "hoi-thao", "thi-dua"]), min_size=1).map(sorted)
TEMPLATES = st.sampled_from(
    ["base.html", "article.html", "list.html", "home.html", "macros/teaser.html", "macros/footer.html",
     "macros/mark.html", "partials/article_body.html", "redirect.html", "site.webmanifest"]
)  # fmt: skip
PATTERNS = st.sampled_from(
    [
        ("ARTICLE_URL", "tin/{slug}/"),
        ("ARTICLE_URL", "tin/{date:%Y}/{date:%m}/{slug}/"),
        ("ASSOCIATION_URL", "h/{slug}/"),
        ("NUMBERED_PAGE_URL", "so/{number}/"),
        ("SITEURL", "https://thu.example/duoi"),
        ("SITEURL", "https://khac.example"),
        ("DEFAULT_LANG", "en"),
        ("THEME_STATIC_DIR", "tinh"),
    ]
)
MARKS = st.sampled_from(["", "<!-- một -->", "<!-- hai -->", "{{ 'ba'|thu }}"])


def upper(text: str) -> str:
    return text.upper()


def doubled(text: str) -> str:
    return text * 2


def small_edition() -> dict[str, dict[str, Any]]:
    """The articles of the site that the editor begins with: one more than a page holds are in no list."""
    base = {"associations": ["hoi-mot"], "activities": ["tap-huan"], "body": "Thân bài."}
    return {f"bai-{n}": {**base, "title": f"Bài {n}", "date": f"202{n}-06-15"} for n in range(3)}


class Editing(RuleBasedStateMachine):
    """The site as it should lie in the folder; only files that differ from it are written."""

    jobs = 1

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.articles = small_edition()
        self.associations: dict[str, dict[str, Any]] = {"hoi-mot": {"name": "Hội Một"}, "hoi-hai": {"name": "Hội Hai"}}
        self.activities = {"tap-huan": "Tập huấn", "hoi-thao": "Hội thảo"}
        self.others: dict[str, str | bytes] = {"images/a.png": b"a", "files/b.pdf": b"b"}
        self.union_name = "Liên hiệp các Hội tỉnh Thử"
        self.about = "Về chúng tôi."
        self.added = 0
        self.desk = Desk(self.folder, small_site())
        self.desk.jobs = self.jobs
        self.desk.settings["JINJA_FILTERS"] = {"thu": upper}
        self.sources = {
            file: file.read_bytes() for file in (self.desk.theme / "templates").rglob("*") if file.is_file()
        }

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    # What is there

    def _files(self) -> dict[str, str | bytes]:
        made: dict[str, str | bytes] = {"union.md": union(self.about, name=self.union_name), **self.others}
        for slug, keys in self.articles.items():
            front = {key: value for key, value in keys.items() if key not in ("title", "date", "body")}
            made[f"news/{slug}.md"] = article(keys["title"], keys["date"], keys["body"], **front)
        for slug, keys in self.associations.items():
            front = {key: value for key, value in keys.items() if key != "name"}
            made[f"associations/{slug}.md"] = association(keys["name"], self.about, **front)
        made |= {f"activities/{slug}.md": activity(name, self.about) for slug, name in self.activities.items()}
        return made

    def _lay(self) -> None:
        files, content = self._files(), self.desk.content
        for file in [file for file in content.rglob("*") if file.is_file()]:
            if file.relative_to(content).as_posix() not in files:
                file.unlink()
        for name, text in files.items():
            data = text.encode() if isinstance(text, str) else text
            file = content / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists() or file.read_bytes() != data:
                file.write_bytes(data)

    def _article(self, place: int) -> str:
        return sorted(self.articles)[place % len(self.articles)] if self.articles else ""

    def _change(self, place: int, **keys: Any) -> None:
        if slug := self._article(place):
            self.articles[slug] = {**self.articles[slug], **keys}

    # What an editor does

    @rule(title=TITLES, date=DATES, body=BODIES, of=BODIES_OF, about=ABOUT)
    def add_an_article(self, title: str, date: str, body: str, of: list[str], about: list[str]) -> None:
        self.added += 1
        self.articles[f"moi-{self.added}"] = {
            "title": title, "date": date, "body": body, "associations": of, "activities": about,
        }  # fmt: skip

    @rule(place=PLACES, date=DATES, count=st.sampled_from([19, 21]))
    def add_many_articles(self, place: int, date: str, count: int) -> None:
        """So that numbered pages come."""
        if len(self.articles) < 30 and (like := self._article(place)):
            for _ in range(count):
                self.added += 1
                self.articles[f"moi-{self.added}"] = {**self.articles[like], "date": date, "former_addresses": None}

    @rule(place=PLACES, body=BODIES)
    def change_a_body(self, place: int, body: str) -> None:
        self._change(place, body=body)

    @rule(place=PLACES, title=TITLES)
    def change_a_title(self, place: int, title: str) -> None:
        self._change(place, title=title)

    @rule(place=PLACES, date=DATES)
    def change_a_date(self, place: int, date: str) -> None:
        self._change(place, date=date)

    @rule(place=PLACES)
    def delete_an_article(self, place: int) -> None:
        self.articles.pop(self._article(place), None)

    @rule(place=PLACES, leaves_address=st.booleans())
    def rename_an_article(self, place: int, leaves_address: bool) -> None:
        if slug := self._article(place):
            keys = self.articles.pop(slug)
            self.added += 1
            if leaves_address:
                former = [*(keys.get("former_addresses") or []), f"/tin/{keys['date'][:4]}/{slug}/"]
                keys = {**keys, "former_addresses": former}
            self.articles[f"ten-{self.added}"] = keys

    @rule(place=PLACES, of=BODIES_OF, about=ABOUT)
    def retag(self, place: int, of: list[str], about: list[str]) -> None:
        self._change(place, associations=of, activities=about)

    @rule(place=PLACES, status=st.sampled_from(["draft", "published", "withdrawn", "withdrawn without a reason"]))
    def change_a_status(self, place: int, status: str) -> None:
        reason = {"date": "2022-08", "reason": "Sai."} if status == "withdrawn" else None
        self._change(place, status=status.split()[0], withdrawn=reason)

    @rule(place=PLACES, src=st.sampled_from(["images/a.png", "images/b.png", None]))
    def give_a_picture(self, place: int, src: str | None) -> None:
        self._change(place, image={"src": src, "alt": "Ảnh"} if src else None)

    @rule(place=PLACES, lead=st.booleans())
    def lead(self, place: int, lead: bool) -> None:
        self._change(place, lead=lead or None)

    @rule(slug=st.sampled_from(["hoi-mot", "hoi-hai", "hoi-ba"]), name=TITLES)
    def name_an_association(self, slug: str, name: str) -> None:
        """A new one, or another name."""
        self.associations[slug] = {**self.associations.get(slug, {}), "name": name, "short_name": name}

    @rule(into=st.sampled_from(["hoi-mot", "hoi-ba", None]))
    def merge_an_association(self, into: str | None) -> None:
        ended = {"how": "merged", "date": "2022-01", "into": [into]} if into else None
        self.associations["hoi-hai"] = {**self.associations.get("hoi-hai", {"name": "Hội Hai"}), "ended": ended}

    @rule(slug=st.sampled_from(["hoi-hai", "hoi-ba"]))
    def drop_an_association(self, slug: str) -> None:
        self.associations.pop(slug, None)

    @rule(slug=st.sampled_from(["tap-huan", "thi-dua"]), name=TITLES)
    def name_an_activity(self, slug: str, name: str) -> None:
        self.activities[slug] = name

    @rule(name=st.sampled_from(["Liên hiệp các Hội tỉnh Thử", "Liên hiệp tỉnh Khác"]))
    def rename_the_union(self, name: str) -> None:
        self.union_name = name

    @rule(about=st.sampled_from(["Về chúng tôi.", "Đoạn khác.\n\nĐoạn hai.", "Xem [bài](/tin/2021/bai-1/).", ""]))
    def rewrite_the_profiles(self, about: str) -> None:
        self.about = about

    @rule(place=PLACES, when=st.sampled_from(["2022-09-01T09:30", "2022-09-02", "2024-01-01"]))
    def pin_and_correct(self, place: int, when: str) -> None:
        """What time undoes or brings."""
        note = {"date": when[:7], "note": "Sửa số."}
        self._change(place, pin_until=when, modified=when, corrections=[note])

    @rule(place=PLACES, value=st.sampled_from(["3", "4"]))
    def give_results(self, place: int, value: str) -> None:
        quote = f"Trồng {value} ha rừng."
        result = {"id": "r", "value": value, "unit": "ha", "quote": quote}
        self._change(place, results=[result], body=f"{quote}\n\nHết.")

    @rule(name=st.sampled_from(["images/a.png", "images/b.png", "images/v.svg"]), data=st.binary(max_size=3))
    def change_a_picture(self, name: str, data: bytes) -> None:
        """An empty one goes."""
        self.others[name] = b"<svg xmlns='http://www.w3.org/2000/svg'></svg>" + data.hex().encode()
        if not data:
            del self.others[name]

    @rule(title=TITLES, there=st.booleans())
    def change_a_page(self, title: str, there: bool) -> None:
        """One that is in the navigation of all pages."""
        self.others["pages/gioi-thieu.md"] = page(title, menu="header")
        if not there:
            del self.others["pages/gioi-thieu.md"]

    @rule(factor=st.integers(1, 3))
    def change_the_units(self, factor: int) -> None:
        self.others["units.yml"] = f"ha:\n  kind: diện tích\n  factor: {factor}\n"
        self.others["abbreviations.yml"] = f"ABC: [một {factor}]\n"

    @rule(there=st.booleans())
    def change_a_document(self, there: bool) -> None:
        keys = {"kind": "Luật", "number": "1/2020", "date": "2020-01-01", "title": "Luật thử", "source": "bịa"}
        self.others["documents/luat.md"] = document("Chữ.", **keys)
        if not there:
            del self.others["documents/luat.md"]

    @rule(place=PLACES)
    def break_a_file(self, place: int) -> None:
        """Nothing that can be read; the next sound state mends it."""
        if slug := self._article(place):
            self.others[f"news/{slug}-hong.md"] = "---\ntitle: [\n---\n"

    @rule()
    def mend_files(self) -> None:
        self.others = {name: text for name, text in self.others.items() if not name.endswith("-hong.md")}

    # What a designer or a maintainer does

    @rule(name=TEMPLATES, mark=MARKS)
    def change_a_template(self, name: str, mark: str) -> None:
        file = self.desk.theme / "templates" / name
        text = self.sources[file].decode()
        if name != "site.webmanifest":
            file.write_text(text.replace("</", f"{mark}</", 1), encoding="utf-8")
        else:
            file.write_text(text + " " * len(mark), encoding="utf-8")

    @rule(there=st.booleans())
    def override_a_template(self, there: bool) -> None:
        """In a folder that comes before the theme's."""
        own = self.folder / "own" / "macros"
        own.mkdir(parents=True, exist_ok=True)
        (own / "teaser.html").unlink(missing_ok=True)
        if there:
            text = (self.desk.theme / "templates" / "macros" / "teaser.html").read_text(encoding="utf-8")
            (own / "teaser.html").write_text(text.replace("<h3", "<h3 data-own", 1), encoding="utf-8")
        self.desk.settings["THEME_TEMPLATES_OVERRIDES"] = [str(own.parent)]

    @rule(colour=st.sampled_from(["red", "blue"]))
    def change_the_css(self, colour: str) -> None:
        sheet = self.desk.theme / "static" / "css" / "base.css"
        sheet.write_text(f"body {{ color: {colour} }}", encoding="utf-8")

    @rule(setting=PATTERNS)
    def change_a_setting(self, setting: tuple[str, str]) -> None:
        self.desk.settings[setting[0]] = setting[1]

    @rule()
    def take_back_the_settings(self) -> None:
        self.desk.settings = {"THEME": str(self.desk.theme), "JINJA_FILTERS": {"thu": upper}}

    @rule(function=st.sampled_from([upper, doubled]))
    def change_a_filter(self, function: Callable[[str], str]) -> None:
        self.desk.settings["JINJA_FILTERS"] = {"thu": function}

    @rule(salt=st.sampled_from([b"code", b"other"]))
    def change_the_code(self, salt: bytes) -> None:
        self.desk.salt = salt

    @rule(now=MOMENTS)
    def wait(self, now: str) -> None:
        self.desk.now = now

    @rule(publish=st.booleans())
    def build_for(self, publish: bool) -> None:
        self.desk.publish = publish

    @rule(rested=st.booleans())
    def hurry(self, rested: bool) -> None:
        """Whether files have rested before the build."""
        self.desk.rested = rested

    # What happens

    @rule()
    def clone(self) -> None:
        """All files are new; the memory and the output are not."""
        shutil.copytree(self.desk.content, self.folder / "copy")
        shutil.rmtree(self.desk.content)
        (self.folder / "copy").rename(self.desk.content)

    @rule()
    def touch(self) -> None:
        for file in self.desk.content.rglob("*"):
            os.utime(file, (1_600_000_000, 1_600_000_000))

    @rule(place=PLACES, how=st.sampled_from(["gone", "edited", "emptied", "folder"]))
    def damage_the_output(self, place: int, how: str) -> None:
        files = sorted(path for path in tree(self.desk.out) if path != ".built-site") if self.desk.out.exists() else []
        if files:
            file = self.desk.out / files[place % len(files)]
            data = file.read_bytes()
            file.unlink()
            if how == "folder":
                file.mkdir()
            elif how != "gone":
                file.write_bytes(data.swapcase() if how == "edited" else b"")

    @rule(gone=st.booleans())
    def lose_the_output(self, gone: bool) -> None:
        if gone:
            shutil.rmtree(self.desk.out, ignore_errors=True)

    @rule(place=PLACES, length=st.sampled_from([0, 10, -1, None]))
    def damage_the_memory(self, place: int, length: int | None) -> None:
        files = sorted(self.desk.cache.iterdir()) if self.desk.cache.exists() else []
        if files:
            file = files[place % len(files)]
            data = file.read_bytes()
            file.unlink() if length is None else file.write_bytes(data[:length])

    @initialize()
    def begin(self) -> None:
        """The first build, from nothing."""

    @invariant()
    def the_site_is_as_if_built_anew(self) -> None:
        self._lay()
        self.desk.assert_right()


def machine(jobs: int) -> type[Editing]:
    return type("Editing", (Editing,), {"jobs": jobs})


def run(jobs: int, examples: int, steps: int) -> None:
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    chosen = settings(max_examples=examples, stateful_step_count=steps, suppress_health_check=checks, deadline=None)
    run_state_machine_as_test(machine(jobs), settings=chosen)


JOBS = [1, 2]


@pytest.mark.parametrize("jobs", JOBS)
def test_after_any_edits_the_site_is_as_if_built_anew(jobs: int) -> None:
    """Some edits one after the other."""
    run(jobs, examples=12, steps=8)


@pytest.mark.slow
@pytest.mark.parametrize("jobs", JOBS)
def test_after_very_many_edits_the_site_is_as_if_built_anew(jobs: int) -> None:
    """The same for longer."""
    run(jobs, examples=120, steps=20)
