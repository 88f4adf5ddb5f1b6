"""The judge of accessibility sees what breaks a rule, and keeps quiet where nothing does; no tab of
the pages where a committee writes and reads breaks one: a few in every run, all of them in the soak.
"""

import pytest

from tests.ui.driving import open_example, settled, shows
from tools.axe import violations
from tools.tour import PALE_MS, SHORT_TABS, TABS, tab_too_high

pytestmark = pytest.mark.browser
HEIGHTS = {1280: 900, 390: 844}
WIDE, PHONE = HEIGHTS
SAMPLE = (
    ("initiative", "equity-mirror", WIDE),
    ("initiative", "agenda", PHONE),
    ("partners", "groups", WIDE),
    ("partners", "many", PHONE),
    ("process", "weeks", WIDE),
    ("memo", "to-talk-about", PHONE),
)
LOOKED_AT = (
    *("initiative", "partners", "process", "structure", "team", "candidates", "compare", "memo"),
)


@pytest.fixture(scope="module")
def opened(browser, app_url):
    """A page of the example with a tab open, by page, tab and width."""
    with browser.new_context(base_url=app_url) as context:
        example = open_example(context.new_page())
        window = context.new_page()

        def page_of(name: str, more: str, width: int):
            window.set_viewport_size({"width": width, "height": HEIGHTS[width]})
            window.goto(f"/{name}?{example}&more={more}")
            settled(window)
            shows(window, "")
            return window

        yield page_of


def broken(page):
    """What breaks a rule once nothing is pale any more, because it is about to be drawn anew."""
    if violations(page):
        page.wait_for_timeout(PALE_MS)
        settled(page)
    return violations(page)


@pytest.mark.parametrize(("name", "more", "width"), SAMPLE)
def test_a_tab_breaks_no_rule(opened, name, more, width):
    page = opened(name, more, width)

    assert page.locator(f".st-key-layer_{name}").count() == 1
    assert broken(page) == []


@pytest.mark.soak
@pytest.mark.parametrize("width", HEIGHTS)
@pytest.mark.parametrize("name", LOOKED_AT)
def test_no_tab_of_a_page_breaks_a_rule(opened, name, width):
    page = opened(name, "", width)
    found = {"": broken(page)}
    tabs = page.locator(TABS)
    for place in range(tabs.count()):
        tabs.nth(place).click()
        settled(page)
        found[page.url.rpartition("more=")[2]] = broken(page)

    assert len(found) > 1
    assert {tab: faults for tab, faults in found.items() if faults} == {}


@pytest.mark.parametrize(("name", "more"), [(name, tabs[0]) for name, tabs in SHORT_TABS.items()])
def test_a_tab_where_a_committee_writes_down_much_is_no_longer_than_it_may_be(opened, name, more):
    page = opened(name, more, WIDE)

    assert tab_too_high(page, name, WIDE) == []


@pytest.mark.soak
@pytest.mark.parametrize(
    ("name", "more"), [(name, more) for name, tabs in SHORT_TABS.items() for more in tabs[1:]]
)
def test_so_are_the_others(opened, name, more):
    assert tab_too_high(opened(name, more, WIDE), name, WIDE) == []


def test_a_field_without_a_name_is_a_violation(page):
    page.set_content("<html lang=en><title>A page</title><main><h1>A page</h1><input></main>")

    assert [fault.split()[1] for fault in violations(page)] == ["label"]


def test_pale_text_is_a_violation_and_dark_text_is_none(page):
    page.set_content(
        "<html lang=en><title>A page</title><main><h1>A page</h1><p style='color:#bbb'>Pale words "
        "on white</p></main>"
    )
    pale = violations(page)
    page.set_content(
        "<html lang=en><title>A page</title><main><h1>A page</h1><p style='color:#222'>Dark words "
        "on white</p></main>"
    )

    assert [fault.split()[1] for fault in pale] == ["color-contrast"]
    assert violations(page) == []
