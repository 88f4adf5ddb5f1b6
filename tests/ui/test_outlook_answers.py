"""Years nobody pays for, dates out of order, a source from before the start, ten years: the page
Outlook answers in words, each with a way out.
"""

import pytest

from tests.ui.planning import charts, look_closer, outlook_of, tab_on, widget, words
from tests.ui.test_outlook_page import FOUNDATION, PLAN, YEARS, hired, kept, press


def heading(tab) -> str:
    return tab.header[0].value.replace("\\", "")


def test_without_any_money_the_page_says_so_and_leads_to_who_pays(store):
    tab = tab_on("outlook", kept(store, years={"start": "2027-01", "years": 2}))

    assert heading(tab) == (
        "Nobody has promised money yet; our team of 1 FTE runs out of money in January 2027, and "
        "$120,000 more a year from 2027 keeps it."
    )
    shown = press(tab, "outlook.say_who_pays")
    assert "Add somebody who pays" in [button.label for button in shown.button]


def test_a_budget_of_nothing_is_answered_by_what_money_carries_all_the_same(store):
    plan = {**PLAN, "funding": {"budget_usd": 0}}
    tab = tab_on("outlook", kept(store, plan), more="what-money-carries")

    assert heading(tab) == "The first year's plan does not fit its budget."
    assert "2027: director comes with 1 FTE." in words(hired(press(tab, "outlook.carry")))


def test_money_from_before_the_start_is_told_with_what_to_do(store):
    before = {**FOUNDATION, "id": "church", "from": "2025-01", "to": "2026-06"}
    tab = tab_on(
        "outlook", kept(store, years={**YEARS, "funding": [FOUNDATION, before]}), more="who-pays"
    )

    assert not tab.exception
    assert "It ends before January 2027, when the first year begins" in words(tab)


def test_phases_out_of_order_are_refused_in_words(store):
    phases = [
        {"phase": "initiate_action", "from": "2027-01"},
        {"phase": "organize_for_impact", "from": "2028-01"},
    ]
    workshop = kept(store, years={**YEARS, "phases": phases})
    tab = tab_on("outlook", workshop)
    tab.session_state["outlook.section"] = "phases"
    look_closer(tab, "change")

    widget(tab, "text_input", "outlook.phase_from.1").set_value("2026-06").run()

    assert "List the phases by month, each later than the last" in words(tab)
    assert "organize_for_impact" not in words(tab)
    assert outlook_of(store, workshop).phases[1].from_ == "2028-01"


@pytest.mark.parametrize("more", ["team", "what-money-carries", "first-year"])
def test_ten_years_are_answered(store, more):
    long = {**FOUNDATION, "usd": 160_000, "to": "2036-12"}
    tab = tab_on("outlook", kept(store, years={**YEARS, "years": 10, "funding": [long]}), more=more)
    if more == "what-money-carries":
        tab = hired(press(tab, "outlook.carry"))

    assert not tab.exception
    assert "through 2036" in heading(tab)
    assert charts(tab) == 2
