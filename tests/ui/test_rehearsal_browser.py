"""A rehearsal on a member's phone: its taps wait like real ones, it works without a script, an open
page learns that it is over, and no page of it breaks a rule.
"""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from cidesign.domain.person import OPERATOR, Person, Role
from cidesign.views.sheet.rehearsal import of_invented
from cidesign.workshop import rehearsing, timing
from tests.ui.test_sheet_browser import Standing, broken, choose, each_window, phone, state
from tests.workshop.test_rehearsing import FEIGNED, SIX, files, give

pytestmark = pytest.mark.browser

ANA = Person("ana", Role.MEMBER, "Ana", "ana")


@pytest.fixture
def server(tmp_path, sheet_copies):
    with Standing(tmp_path, sheet_copies, files()) as one:
        yield one


@pytest.fixture
def held(server):
    return rehearsing.begin(server.store, server.id, OPERATOR, candidates=FEIGNED)


def path(held, place=0):
    return "/sheet?of=" + of_invented(held, FEIGNED[place]).replace(":", "%3A")


def test_a_tap_waits_for_the_signal_and_an_open_page_learns_that_it_is_over(browser, server, held):
    timing.set_timer(server.store, server.id, OPERATOR, minutes=9)
    with phone(browser, server, path(held)) as page:
        page.context.set_offline(True)
        expect(page.locator("#clock")).to_contain_text("Time left: 8:")
        choose(page, "trust", "4")
        expect(page.locator("#unsaved")).to_contain_text("No connection")
        page.context.set_offline(False)
        expect(state(page, "trust")).to_contain_text("Saved ")
        expect(page.locator("#state")).to_have_text("All saved")
        kept = rehearsing.mine(server.store, server.id, ANA)
        rehearsing.end(server.store, server.id, OPERATOR)
        choose(page, "trust", "5")
        expect(page.locator("#unsaved")).to_contain_text("The rehearsal is over")

    assert kept == {(FEIGNED[0], "trust"): Decimal(4)}
    assert rehearsing.mine(server.store, server.id, ANA) == kept


def test_with_the_script_off_both_are_read_and_the_outcome_is_seen(browser, server, held):
    for who, level in zip(SIX[1:], (2, 2, 2, 2, 4), strict=True):
        give(server.store, server.id, who, level)
    with phone(browser, server, "/sheet", java_script_enabled=False) as page:
        for _ in FEIGNED:
            page.locator("#rehearsal a").get_by_text("Begin").first.click()
            for criterion in held.criteria:
                choose(page, criterion, "4")
            page.locator("button.first").click()
            page.goto("/sheet")
        expect(page.locator("#rehearsal")).to_contain_text("Complete")
        rehearsing.end(server.store, server.id, OPERATOR)
        page.reload()
        expect(page.locator("#rehearsal")).to_contain_text("Four read level 2 and two level 4")

    assert len(rehearsing.mine(server.store, server.id, ANA)) == len(held.cells)


@each_window(320, 390, 1280)
def test_no_page_of_it_overflows_or_breaks_a_rule(browser, server, held, width, scheme):
    faults = []
    for who in SIX:
        for cell in held.cells:
            give(server.store, server.id, who, 2 if who < "chi" else 4, cell=cell)
    with browser.new_context(
        base_url=server.at, viewport={"width": width, "height": 800}, color_scheme=scheme
    ) as context:
        page = context.new_page()
        page.goto("/enter?who=ana")
        for over in (False, True):
            if over:
                rehearsing.end(server.store, server.id, OPERATOR)
            for at in ("/sheet", path(held)):
                page.goto(at)
                faults += [f"{at} {over}: {one}" for one in broken(page)]

    assert faults == []
