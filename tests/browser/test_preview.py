"""The preview as an editor has it: a browser beside the editor's program, and a terminal that is closed in the end."""

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser.visits import Log
from tests.support.previews import Preview, copy_program, previewed, wait_for
from tests.support.sites import article, small_site

pytestmark = pytest.mark.browser

SECONDS = 60_000  # ms of patience with a busy machine
ONE, TWO = "content/news/2022/mot.md", "content/news/2022/hai.md"
LONG = "\n\n".join(f"Đoạn {number}." for number in range(1, 200))
FILES = small_site(
    {
        "news/2022/mot.md": article("Một", "2022-07-01", f"Câu đầu.\n\n{LONG}\n\nCâu cuối."),
        "news/2022/hai.md": article("Hai", "2022-07-02", "Bài thứ hai."),
    }
)
MARKED = "window.marked === true"  # of a page that was not loaded anew since `mark`
STATE = "(document.querySelector('#preview-panel')?.shadowRoot.textContent ?? '')"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewed(copy_program(tmp_path_factory.mktemp("preview"), FILES)) as preview:
        yield preview


@pytest.fixture
def preview(running: Preview) -> Iterator[Preview]:
    """What a test changes is set back, and the site is sound again when the next begins."""
    files = [file for part in ("content", "theme", "plugins") for file in (running.tree / part).rglob("*.*")]
    kept = {file: file.read_bytes() for file in (*files, running.tree / "pelicanconf.py") if file.is_file()}
    yield running
    for file, data in kept.items():
        if not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)


@pytest.fixture
def window(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 1000, "height": 700}) as context:
        context.set_default_timeout(SECONDS)
        yield context


def opened(window: BrowserContext, preview: Preview, address: str) -> Page:
    """A page that has heard how the last build ended, well, and has nothing to do."""
    page = window.new_page()
    page.goto(preview.address + address)
    settled(page)
    return page


def settled(page: Page) -> None:
    until(page, "performance.getEntriesByType('resource').some((e) => e.name.includes('/.preview/change'))")
    until(page, f"{STATE} === ''")


def until(page: Page, expression: str) -> None:
    """Back once it is true in the page; asked from outside, since the page's policy lets nothing be evaluated in it."""

    def is_true() -> bool:
        try:
            return bool(page.evaluate(expression))
        except Error as error:  # it is being loaded anew just now
            if "context was destroyed" not in str(error):
                raise
            return False

    wait_for(is_true)


def mark(*pages: Page) -> None:
    for page in pages:
        page.evaluate("window.marked = true")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate(MARKED))


def test_a_saved_text_appears_and_the_page_stays_where_it_was(preview: Preview, window: BrowserContext) -> None:
    """In the page that shows it; another that does not show it is left alone. Nothing but the text was touched."""
    page, other = opened(window, preview, "tin/2022/mot/"), opened(window, preview, "tin/2022/hai/")
    page.evaluate("scrollTo(0, 2345)")
    mark(page, other)
    other.evaluate("document.body.marked = true")
    for word in ("sửa", "sửa nữa"):
        preview.change(ONE, "Câu cuối", f"Câu cuối {word}")
        until(page, f"document.body?.innerText.includes('Câu cuối {word}')")
        assert page.evaluate("scrollY") == 2345 and is_marked(page)
    heard(other)
    assert is_marked(other) and other.evaluate("document.body.marked")


def test_a_page_that_is_loaded_anew_stays_where_it_was(preview: Preview, window: BrowserContext) -> None:
    """Its title is another: the whole page is."""
    page = opened(window, preview, "tin/2022/mot/#noi-dung")
    page.evaluate("scrollTo(0, 2345)")
    mark(page)
    preview.change(ONE, '"Một"', '"Mốt"')
    until(page, "document.title.includes('Mốt') && document.readyState === 'complete'")
    until(page, "scrollY === 2345")
    assert not is_marked(page)


def test_a_page_with_scripts_is_always_loaded_anew(preview: Preview, window: BrowserContext) -> None:
    """A script of the theme goes through the page that it was written for."""
    preview.save("theme/static/own.js", "document.querySelector('h1').append(' từ mã');\n")
    preview.change(
        "theme/templates/base.html", "</body>", '<script src="{{ shell.assets["own.js"] }}"></script></body>'
    )
    page = opened(window, preview, "tin/2022/mot/")
    until(page, "document.querySelector('h1')?.innerText.endsWith('từ mã')")
    preview.change(ONE, "Câu cuối", "Câu chót")
    until(page, "document.body?.innerText.includes('Câu chót')")
    until(page, "document.querySelector('h1')?.innerText.endsWith('Một từ mã')")
    (preview.tree / "theme/static/own.js").unlink()


def heard(page: Page) -> None:
    """It has asked what the last build means for it."""
    count = "performance.getEntriesByType('resource').filter((e) => e.name.includes('/.preview/change')).length"
    until(page, f"{count} > 1")


def test_a_title_changes_every_open_page_that_shows_it(preview: Preview, window: BrowserContext) -> None:
    """Front page, list and article, in tabs of their own."""
    pages = [opened(window, preview, address) for address in ("", "tin/", "tin/2022/hai/")]
    preview.change(TWO, '"Hai"', '"Hai mươi"')
    for page in pages:
        until(page, "document.body?.innerText.includes('Hai mươi')")


def test_many_open_tabs_hold_up_nobody(preview: Preview, window: BrowserContext) -> None:
    """A browser opens six connections to one server: ten tabs take one of them together."""
    pages = [opened(window, preview, "tin/2022/hai/") for _ in range(10)]
    preview.change(TWO, "Bài thứ hai.", "Cho cả mười.")
    for page in pages:
        until(page, "document.body?.innerText.includes('Cho cả mười.')")


def test_a_stylesheet_changes_without_loading_the_page(preview: Preview, window: BrowserContext) -> None:
    """What a script keeps, an open menu, the place on the page stay; twice in a row too, and one stylesheet is left."""
    page = opened(window, preview, "tin/2022/mot/")
    page.evaluate("scrollTo(0, 1000)")
    mark(page)
    layers = next((preview.tree / "theme/static/css").glob("layers.css")).relative_to(preview.tree)
    text = (preview.tree / layers).read_text(encoding="utf-8")
    for width in (7, 9):
        preview.save(str(layers), f"{text}\nh1 {{ outline: {width}px solid !important; }}\n")
        until(page, f"getComputedStyle(document.querySelector('h1')).outlineWidth === '{width}px'")
    until(page, "document.querySelectorAll('head link[rel=stylesheet]').length === 1")
    assert is_marked(page) and page.evaluate("scrollY") == 1000


def test_a_picture_that_is_replaced_shows(preview: Preview, window: BrowserContext) -> None:
    """The page's own bytes are the same."""
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}" viewBox="0 0 {0} {0}"/>'
    (preview.tree / "content/images").mkdir(exist_ok=True)
    preview.save("content/images/a.svg", picture.format(40))
    preview.change(TWO, "Bài thứ hai.", "Có ![hình](/images/a.svg) đây.")
    page = opened(window, preview, "tin/2022/hai/")
    until(page, "document.querySelector('main img')?.naturalWidth === 40")
    preview.save("content/images/a.svg", picture.format(80))
    until(page, "document.querySelector('main img')?.naturalWidth === 80")
    (preview.tree / "content/images/a.svg").unlink()
    preview.change(TWO, "Có ![hình](/images/a.svg) đây.", "Bài thứ hai.")


def panel(page: Page) -> str:
    return str(page.evaluate(STATE))


def test_a_problem_shows_in_the_page_until_it_is_mended(preview: Preview, window: BrowserContext) -> None:
    """In Vietnamese, with file and line, in every open page, and in the terminal. The last good site stays."""
    page, other = opened(window, preview, "tin/2022/mot/"), opened(window, preview, "")
    mark(page, other)
    preview.change(ONE, '"2022-07-01"', '"hôm qua"')
    for each in (page, other):
        until(each, f"{STATE}.includes('Có 1 lỗi: trang đang xem là lần dựng tốt gần nhất.')")
        assert re.search(rf"{ONE}:3.*date: \"hôm qua\" không phải là ngày hợp lệ", panel(each))
        assert each.locator("#preview-panel details").evaluate("e => e.open && e.getBoundingClientRect().height > 40")
    assert f"{ONE}:3: date:" in preview.said()
    page.reload()
    until(page, f"{STATE}.includes('{ONE}:3 ')")
    expect(page.locator("main")).to_contain_text("Câu đầu.")
    mark(page)
    preview.change(ONE, '"hôm qua"', '"2022-07-01"')
    for each in (page, other):
        until(each, f"{STATE} === ''")
        assert is_marked(each)


def test_a_warning_is_only_counted(preview: Preview, window: BrowserContext) -> None:
    """It can be opened, and hides nothing of the page until then."""
    page = opened(window, preview, "tin/2022/mot/")
    preview.save("content/news/lac.md", article("Lạc", "2022-07-03"))
    until(page, f"{STATE}.includes('Có 1 cảnh báo.')")
    summary = page.locator("#preview-panel summary")
    expect(page.locator("#preview-panel li")).not_to_be_visible()
    summary.click()
    expect(page.locator("#preview-panel li")).to_contain_text("content/news/lac.md:")
    (preview.tree / "content/news/lac.md").unlink()
    until(page, f"{STATE} === ''")


@pytest.mark.parametrize(
    ("file", "old", "more"),
    [
        ("theme/templates/article.html", "{% extends", "{% nonsense %}"),
        ("plugins/associations/generator.py", "import sys\n", "1 / 0\n"),
        ("pelicanconf.py", "import sys\n", "1 / 0\n"),
    ],
)
def test_a_broken_program_is_shown_and_survived(
    preview: Preview, window: BrowserContext, file: str, old: str, more: str
) -> None:
    """The theme, the plugin, the settings: with file and line, in the page and in the terminal; the site stays."""
    text = (preview.tree / file).read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    page = opened(window, preview, "tin/2022/mot/")
    mark(page)
    preview.change(file, old, f"{more}{old}")
    until(page, f"{STATE}.includes('{file}:{line} ')")
    assert "có lỗi" in panel(page) and is_marked(page)
    assert "Traceback" in preview.said() or "Giao diện có lỗi" in preview.said()
    page.reload()
    expect(page.locator("main")).to_contain_text("Câu đầu.")
    preview.save(file, text)
    until(page, f"{STATE} === ''")


def test_changed_code_and_templates_and_settings_take_effect(preview: Preview, window: BrowserContext) -> None:
    """Without a new start."""
    page = opened(window, preview, "tin/2022/mot/")
    preview.change("theme/templates/base.html", "<body>", "<body>\n<p>Từ mẫu</p>")
    until(page, "document.body?.innerText.includes('Từ mẫu')")
    preview.change("plugins/messages/texts.py", 'ARCHIVES = "Tin bài"', 'ARCHIVES = "Tin từ mã"')
    until(page, "document.body?.innerText.includes('Tin từ mã')")
    preview.change("pelicanconf.py", '"bang-tong-hop/"', '"bang/"')
    page.wait_for_selector("a[href='/bang/']")


def test_another_theme_is_watched_once_the_settings_name_it(preview: Preview, window: BrowserContext) -> None:
    """And what is saved in it shows."""
    page = opened(window, preview, "tin/2022/mot/")
    mine = preview.tree / "mau"
    mine.mkdir()
    preview.save(
        "pelicanconf.py", (preview.tree / "pelicanconf.py").read_text() + '\nTHEME_TEMPLATES_OVERRIDES = ["mau"]\n'
    )
    heard(page)
    base = (preview.tree / "theme/templates/base.html").read_text(encoding="utf-8")
    for word in ("mẫu một", "mẫu hai"):
        preview.save("mau/base.html", base.replace("<body>", f"<body>\n<p>Từ {word}</p>"))
        until(page, f"document.body?.innerText.includes('Từ {word}')")


def test_ten_saves_in_a_second_end_in_the_last_state(preview: Preview, window: BrowserContext) -> None:
    """Of one file and of two by turns."""
    page, other = opened(window, preview, "tin/2022/mot/"), opened(window, preview, "tin/2022/hai/")
    first, second = ((preview.tree / name).read_text(encoding="utf-8") for name in (ONE, TWO))
    for number in range(1, 11):
        preview.save(ONE, first.replace("Câu đầu.", f"Lần {number}."))
        preview.save(TWO, second.replace("Bài thứ hai.", f"Lượt {number}."))
        page.wait_for_timeout(90)
    until(page, "document.body?.innerText.includes('Lần 10.')")
    until(other, "document.body?.innerText.includes('Lượt 10.')")


def test_a_page_that_is_new_comes_up_in_the_tab_that_waits_for_it(preview: Preview, window: BrowserContext) -> None:
    """An editor opens the address before the article is there; when it goes, the tab says so."""
    page = window.new_page()
    page.goto(f"{preview.address}tin/2022/ba/")
    settled(page)
    preview.save("content/news/2022/ba.md", article("Ba", "2022-07-03", "Bài thứ ba."))
    until(page, "document.body?.innerText.includes('Bài thứ ba.')")
    (preview.tree / "content/news/2022/ba.md").unlink()
    until(page, "!document.body?.innerText.includes('Bài thứ ba.')")


def test_the_pages_policy_forbids_nothing_that_the_preview_needs(preview: Preview, window: BrowserContext) -> None:
    """No complaint in the browser's console, no request that goes astray, nothing in the output."""
    page = window.new_page()
    log = Log(page)
    page.goto(f"{preview.address}tin/2022/mot/")
    settled(page)
    preview.change(ONE, '"2022-07-01"', '"hôm qua"')
    until(page, f"{STATE} !== ''")
    preview.change(ONE, '"hôm qua"', '"2022-07-01"')
    until(page, f"{STATE} === ''")
    assert log.console == []
    assert [request for request in log.requests if request[1] != 200] == []
    assert not [file for file in (preview.tree / "output").rglob("*.html") if b"/.preview/" in file.read_bytes()]


def test_a_tab_outlives_its_server(tmp_path: Path, window: BrowserContext) -> None:
    """What was saved meanwhile shows as soon as the preview runs again, though nobody touches the tab."""
    tree = copy_program(tmp_path, FILES)
    with previewed(tree) as first:
        page = opened(window, first, "tin/2022/hai/")
        assert first.stop() == 0
    first.change(TWO, "Bài thứ hai.", "Sửa khi nghỉ.")
    with previewed(tree, first.port) as second:
        assert second.address == first.address
        until(page, "document.body?.innerText.includes('Sửa khi nghỉ.')")
        second.change(TWO, "Sửa khi nghỉ.", "Sửa khi chạy.")
        until(page, "document.body?.innerText.includes('Sửa khi chạy.')")


def test_a_preview_may_begin_with_errors(tmp_path: Path, window: BrowserContext) -> None:
    """There is no site yet: a page says so and what is wrong, and the site comes when that is mended."""
    tree = copy_program(tmp_path, {**FILES, "news/2022/mot.md": article("Một", "hôm qua")})
    with previewed(tree) as preview:
        page = window.new_page()
        page.goto(preview.address)
        until(page, f"{STATE}.includes('{ONE}:3 ')")
        expect(page.locator("body")).to_contain_text("Chưa có trang này.")
        preview.change(ONE, '"hôm qua"', '"2022-07-01"')
        until(page, f"{STATE} === '' && document.body?.innerText.includes('Một')")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("busy", [False, True])
def test_the_end_leaves_no_process(tmp_path: Path, number: signal.Signals, busy: bool) -> None:
    """Ctrl-C in the terminal and SIGTERM: exit code 0, no traceback, also in the middle of builds."""
    with previewed(copy_program(tmp_path, FILES)) as preview:
        assert len(preview.processes()) >= 2
        if busy:
            preview.change(ONE, "Câu đầu.", "Câu khác.")
            wait_for(lambda: len(preview.processes()) >= 3)
        assert preview.stop(number) == 0
        assert preview.processes() == []
        with pytest.raises(ProcessLookupError):
            os.killpg(preview.process.pid, 0)
        assert "Traceback" not in preview.said()


def test_a_server_that_is_killed_leaves_no_process(tmp_path: Path) -> None:
    """Its worker sees that."""
    with previewed(copy_program(tmp_path, FILES)) as preview:
        preview.process.kill()
        preview.process.wait()
        wait_for(lambda: not preview.processes())


def test_many_rebuilds_need_no_more_memory(tmp_path: Path, window: BrowserContext) -> None:
    """Thirty of them with a tab open: the memory of the server and its worker stays as it was after the first few; no
    thread, process or open file is left over."""

    def memory() -> int:
        """Kilobytes that the processes have for themselves."""
        text = "".join(Path(f"/proc/{n}/smaps_rollup").read_text(encoding="utf-8") for n in preview.processes())
        return sum(map(int, re.findall(r"Private_(?:Clean|Dirty): +(\d+) kB", text)))

    def in_use() -> int:
        return sum(
            len(list(Path(f"/proc/{n}/{kind}").iterdir())) for n in preview.processes() for kind in ("fd", "task")
        )

    def rebuild(number: int) -> None:
        preview.save(TWO, text.replace("Bài thứ hai.", f"Lần {number}."))
        until(page, f"document.body?.innerText.includes('Lần {number}.')")

    with previewed(copy_program(tmp_path, FILES)) as preview:
        page = opened(window, preview, "tin/2022/hai/")
        text = (preview.tree / TWO).read_text(encoding="utf-8")
        for number in range(1, 6):
            rebuild(number)
        before, used = memory(), in_use()
        for number in range(6, 36):
            rebuild(number)
        assert preview.said().count("giữ nguyên") >= 30
        wait_for(lambda: in_use() <= used + 2)
        assert memory() < before + 1000, (before, memory())
