"""In a real browser: what is written is there after a tap on a link, a reload and a Tab, and fast
presses of one person meet nobody else's.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.ui.driving import DOORS, open_example, settled
from tools.browser import Watch

pytestmark = pytest.mark.browser

REASON = "We chose this because of the rent."


@pytest.fixture
def phone(windows):
    """A page one taps on, which reports no fault when the test is over."""
    with windows(has_touch=True) as page:
        watch = Watch(page)
        yield page
        assert (watch.faults(), watch.probes) == ([], [])


def started(page: Page) -> str:
    """A workshop of our own, on the page Initiative; what the address says of it."""
    page.goto(DOORS)
    settled(page)
    page.get_by_label("Name of your alliance").fill("Ours")
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url(lambda url: "w=" in url and not url.endswith(DOORS))
    named = page.url.split("?")[1]
    page.goto(f"/initiative?{named}")
    settled(page)
    return named


def because(page: Page):
    return page.locator(".st-key-decision_initiative textarea").first


def lead(page: Page, name: str) -> None:
    page.locator("[data-testid=stSidebar] a", has_text=name).tap()
    page.wait_for_url(f"**/{name.lower()}*")
    settled(page)


def test_a_reason_outlives_a_tap_on_a_link_and_a_reload(phone):
    named = started(phone)
    because(phone).fill(REASON)

    lead(phone, "Sources")
    lead(phone, "Initiative")
    expect(because(phone)).to_have_value(REASON)
    expect(phone.locator(".st-key-decision_initiative")).to_contain_text("not yet saved")
    phone.goto(f"/initiative?{named}")
    settled(phone)

    expect(because(phone)).to_have_value(REASON)


def test_a_seat_of_ones_own_stays_when_one_leaves_it_by_tab(phone):
    started(phone)
    phone.get_by_text("Committee", exact=True).click()
    settled(phone)
    seat = phone.locator(".st-key-initiative-join-seat input")
    seat.fill("Tribal council")
    seat.press("Tab")
    settled(phone)

    expect(seat).to_have_value("Tribal council")


def test_fast_presses_on_a_slider_are_nobody_elses(phone):
    named = open_example(phone)
    phone.goto(f"/team?{named}")
    settled(phone)
    slider = phone.locator(".st-key-team-budget input[type=range]")
    first = int(slider.input_value())
    slider.focus()
    for _ in range(6):
        slider.press("ArrowRight")
    settled(phone)

    expect(slider).to_have_value(str(first + 6))
    expect(phone.locator(".st-key-conflict")).to_have_count(0)
