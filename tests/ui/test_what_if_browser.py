"""What if, in a real browser: presses that follow each other fast all count, and a reload shows what
was asked.
"""

import pytest
from playwright.sync_api import expect

from tests.ui.driving import open_example, settled

pytestmark = [pytest.mark.browser, pytest.mark.soak]


def test_fast_presses_all_count_and_a_reload_shows_what_was_asked(page):
    example = open_example(page)
    page.goto(f"/scenarios?{example}")
    settled(page)
    page.get_by_text("All switches").click()
    settled(page)
    higher = page.locator(".st-key-scenarios-what_if-pay button").last

    for _ in range(3):
        higher.click()

    answer = page.get_by_text("If pay is 15% higher, the plan score goes from")
    expect(answer).to_be_visible(timeout=60_000)
    settled(page)
    page.reload()
    settled(page)
    expect(answer).to_be_visible(timeout=60_000)
    page.get_by_text("All switches").click()
    expect(page.locator(".st-key-scenarios-what_if-pay input")).to_have_value("15")
