"""Text can be read on its field, by day and by night."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.visits import Site, Visit, Visitor, as_lines, measure

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_contrast(visit: Visit, scheme: Scheme) -> None:
    """At least 4.5:1, large text 3:1 (WCAG 2.2 AA), as the browser computes the colours."""
    visit.page.emulate_media(color_scheme=scheme)
    found = measure(visit.page, "contrast")
    visit.page.emulate_media(color_scheme="light")
    assert len(found) > 5
    weak = [text for text in found if text["ratio"] < text["needed"]]
    assert not weak, as_lines(weak)


def test_the_night_is_dark(visitor: Visitor, sites: dict[str, Site]) -> None:
    """The dark scheme is another one: its ground is dark where that of the light one is light."""
    page = visitor.see(sites["rich"], "home", 1280).page
    grounds = {scheme: _luminance(_colour(page, scheme, "background-color", "var(--paper)")) for scheme in SCHEMES}
    assert grounds["light"] > 0.8 and grounds["dark"] < 0.05


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["--paper", "--wash"])
def test_links_that_were_followed(visitor: Visitor, sites: dict[str, Site], scheme: Scheme, ground: str) -> None:
    """They can be read as well: browsers keep their colour from scripts, so the theme's own token is measured."""
    page = visitor.see(sites["rich"], "home", 1280).page
    colours = [_luminance(_colour(page, scheme, "color", f"var({name})")) for name in ("--visited", ground)]
    assert (max(colours) + 0.05) / (min(colours) + 0.05) >= 4.5


def _colour(page: Page, scheme: Scheme, name: str, value: str) -> list[int]:
    """What `value` comes to as a property of an element of the page in that scheme: red, green, blue."""
    page.emulate_media(color_scheme=scheme)
    main = page.locator("main")
    found = main.evaluate(
        """(main, [name, value]) => {
          main.style.setProperty(name, value);
          const found = getComputedStyle(main).getPropertyValue(name);
          main.removeAttribute("style");
          return found;
        }""",
        [name, value],
    )
    page.emulate_media(color_scheme="light")
    return [int(part) for part in str(found).removeprefix("rgb(").removesuffix(")").split(",")]


def _luminance(channels: list[int]) -> float:
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in channels)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
