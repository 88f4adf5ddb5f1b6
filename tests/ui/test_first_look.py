"""Each page of the example as it opens, in a real browser: drawn once for each window, and looked at
by every test.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache

import pytest

from tests.conftest import stays_open
from tests.ui.driving import ANSWER, PAGES, open_example, settled, shows
from tools.browser import Watch
from tools.tour import FIRST_LAYER, TABS, too_high

pytestmark = pytest.mark.browser
HEIGHTS = {1280: 900, 390: 844}
WIDE, PHONE, NIGHT = (1280, "light"), (390, "light"), (390, "dark")
ALL_PAGES = ("/", *PAGES)
TARGETS = ", ".join(
    f"[data-testid=stMain] {kind}:visible"
    for kind in ("button", "[data-testid=stRadio] label:has(input)")
)
PLACES = "all => all.map(one => one.getBoundingClientRect())"


@dataclass(frozen=True)
class Look:
    """What was seen of a page."""

    faults: list[str]
    too_high: list[str]
    answer: str
    says_example: bool
    tabs: list[dict[str, float]]
    targets: list[dict[str, float]]


Looks = Callable[[str, tuple[int, str]], Look]


@pytest.fixture(scope="module")
def look(browser, app_url) -> Iterator[Looks]:
    """A page in a window: by its address, width and scheme."""
    with ExitStack() as stack:

        @cache
        def window(width: int, scheme: str):
            size = {"width": width, "height": HEIGHTS[width]}
            opened = stack.enter_context(
                browser.new_context(base_url=app_url, viewport=size, color_scheme=scheme)
            )
            stays_open(opened)
            return opened

        example = open_example(window(*WIDE).new_page())

        @cache
        def looked(path: str, at: tuple[int, str]) -> Look:
            page = window(*at).new_page()
            watch = Watch(page)
            page.goto(f"{path}?{example}")
            settled(page)
            shows(page, "")
            seen = Look(
                watch.faults(),
                too_high(page, path, at[0]),
                page.locator(ANSWER).inner_text() if path in PAGES else "",
                page.locator(".st-key-watermark").is_visible(),
                page.locator(TABS).evaluate_all(PLACES),
                page.locator(TARGETS).evaluate_all(PLACES),
            )
            page.close()
            return seen

        yield looked


@pytest.mark.parametrize("path", ALL_PAGES)
@pytest.mark.parametrize("window", [WIDE, PHONE, pytest.param(NIGHT, marks=pytest.mark.soak)])
def test_nothing_is_broken_and_nothing_is_wider_than_the_screen(look, path, window):
    assert look(path, window).faults == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_and_says_that_it_is_of_an_example(look, path):
    seen = look(path, WIDE)

    assert seen.answer.endswith(".")
    assert seen.says_example


@pytest.mark.parametrize("path", ALL_PAGES)
@pytest.mark.parametrize("window", [WIDE, PHONE])
def test_a_page_opens_no_higher_than_a_first_layer_may_be(look, path, window):
    assert window[0] in FIRST_LAYER
    assert look(path, window).too_high == []


@pytest.mark.parametrize("path", PAGES)
def test_thumbs_find_every_tab_on_a_phone(look, path):
    tabs = look(path, PHONE).tabs

    assert min(one["height"] for one in tabs) >= 44
    assert max(one["right"] for one in tabs) <= 390


@pytest.mark.parametrize("path", ["/structure", "/compare"])
def test_thumbs_find_every_button_on_a_phone(look, path):
    assert min(one["height"] for one in look(path, PHONE).targets) >= 44
