"""The page Outlook says when the money runs out, and saves who pays, when, and for how long."""

import time
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from cidesign.acts.add_award import AddAward
from cidesign.acts.decide import Decide
from cidesign.record import changed, example_bundle, read_files
from cidesign.ui.kit import searches
from cidesign.workshop import Store
from tests.ui.driving import ANSWER, answer, open_example, settled, shows_no_more
from tests.ui.planning import charts, drawn, look_closer, outlook_of, tab_on, widget, words

EXAMPLE = "philadelphia_stem"
# The contract's own case: 30,000 and 100,000 a year against 120,000, then 126,000; in November 2028
# the cash is gone.
PLAN = {
    "fte_step": 0.5,
    "floor": 0,
    "need": {"vision": 130},
    "priorities": {"vision": 1},
    "roles": [
        {
            "id": "director",
            "salary_usd": 120_000,
            "min_fte": 1,
            "max_fte": 1,
            "must_have": True,
            "does": {"vision": 1},
        }
    ],
    "funding": {"budget_usd": 120_000},
}
FOUNDATION = {
    "id": "foundation",
    "usd": 100_000,
    "from": "2027-01",
    "to": "2028-12",
    "pays": "yearly_ahead",
    "functions": [],
}
YEARS = {
    "start": "2027-01",
    "years": 2,
    "growth": {"salaries": 0.05},
    "opening_reserve_usd": 30_000,
    "funding": [FOUNDATION],
}


@pytest.fixture(autouse=True)
def _nothing_searched_yet():
    searches.forget_all()


def kept(store: Store, plan=PLAN, years=YEARS) -> str:
    """A workshop in the store, with this plan and these years, or none."""
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})
    for file, document in (("plan.yaml", plan), ("outlook.yaml", years)):
        bundle = bundle if document is None else changed(bundle, file, {(): document})
    return store.create(bundle)


def opened(tab, section: str):
    """The tab of all figures, open at a section."""
    tab.session_state["outlook.section"] = section
    return look_closer(tab, "change")


def test_the_contracts_case_is_answered_with_its_month_and_what_prevents_it(store):
    tab = tab_on("outlook", kept(store))

    assert not tab.exception
    assert tab.header[0].value.replace("\\", "") == (
        "Our team of 1 FTE runs out of money in November 2028, and $16,000 more by January 2028 keeps it."
    )
    assert tab.subheader[0].value == "Cash ends in November 2028"
    assert charts(tab) == 1
    assert "The team keeps pace with the work" in words(look_closer(tab, "team"))


def test_the_example_is_answered_with_its_evidence_and_a_decision():
    tab = drawn("outlook")

    assert not tab.exception
    assert tab.title[0].value == "What will we need, and when does the money run out?"
    assert charts(tab) == 1
    assert tab.subheader[-1].value == "Our decision"
    assert "No uncertainty yet" in words(tab)


def test_a_host_chosen_meanwhile_is_counted_in_at_the_next_look(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = tab_on("outlook", workshop, more="to-watch")
    on_our_own_terms = words(tab)
    choice = Decide(
        of="compare",
        what="Ours",
        because="So",
        at="2026-11-20T10:00:00+00:00",
        figures={"chosen": "harborlight"},
    )
    store.do(workshop, choice, nonce="choice")

    tab.run()

    assert "the chosen host" not in on_our_own_terms
    assert "Harborlight Community Foundation, the chosen host, are counted in" in words(tab)


def test_the_first_years_months_stand_in_a_table(store):
    shown = words(tab_on("outlook", kept(store), more="first-year"))

    # 30,000 + 100,000 - 10,000; at the end of the year 10,000 are left
    assert "| January 2027 | Foundation $100,000 | $10,000 | $120,000 |" in shown
    assert "Cash is lowest in December 2027" in shown
    assert "Nothing more must be raised for the first year." in shown


def press(tab, key: str):
    """The page after a press."""
    return widget(tab, "button", key).click().run()


def hired(tab):
    """The page once the search that was asked for is over."""
    for _ in range(600):
        if not any(button.key == "outlook.carry.stop" for button in tab.button):
            return tab
        time.sleep(0.05)
        tab.run()
    raise AssertionError("the search is not over")


def test_what_promised_money_carries_is_worked_out_by_one_press_and_planned_on_by_another(store):
    # 230,000 pay one year of a whole director, 120,000 or 126,000, and not both; more is left at the
    # end if it is the first
    workshop = kept(store)
    tab = hired(press(tab_on("outlook", workshop), "outlook.carry.first"))

    assert tab.header[0].value.replace("\\", "") == (
        "Promised money carries at most 1 FTE, and nobody in 2028; our team of 1 FTE runs out of "
        "money in November 2028, and $16,000 more by January 2028 keeps it."
    )
    assert "2028: director leaves with 1 FTE." in words(tab)
    widget(tab, "radio", "outlook.decision.chosen").set_value("carry").run()
    widget(tab, "text_area", "outlook.decision.because").set_value("It is what there is").run()
    press(tab, "outlook.decision.record")
    figures = store.read(workshop).bundle.decisions.latest("outlook").figures
    assert figures["chosen"] == "carry"
    assert [year["posts"] for year in figures["carried"]["years"]] == [{"director": 1}, {}]


def test_a_hiring_plan_that_was_decided_on_is_there_again_without_a_search(store):
    workshop = kept(store)
    tab = hired(press(tab_on("outlook", workshop), "outlook.carry.first"))
    widget(tab, "radio", "outlook.decision.chosen").set_value("keep").run()
    widget(tab, "text_area", "outlook.decision.because").set_value("We raise it").run()
    press(tab, "outlook.decision.record")
    searches.forget_all()

    again = tab_on("outlook", workshop, more="what-money-carries")

    assert "Promised money carries at most 1 FTE" in again.header[0].value
    assert "What changes when" in words(again)
    widget(again, "number_input", "outlook.reserve").set_value(40_000.0).run()
    assert "Promised money carries" not in again.header[0].value.replace("\\", "")


def test_a_team_is_planned_on_without_a_search_by_one_sentence(store):
    workshop = kept(store)
    tab = tab_on("outlook", workshop)
    widget(tab, "text_area", "outlook.decision.because").set_value("We raise it").run()

    press(tab, "outlook.decision.record")

    figures = store.read(workshop).bundle.decisions.latest("outlook").figures
    assert figures["chosen"] == "keep"
    assert "carried" not in figures


def test_without_a_plan_the_way_leads_to_the_team(store):
    tab = tab_on("outlook", kept(store, None, None))

    assert not tab.exception
    assert tab.header[0].value == "There is no plan yet\\."
    assert charts(tab) == 0


def test_without_years_a_first_outlook_is_made_by_one_button(store):
    workshop = kept(store, {**PLAN, "funding": {"budget_usd": 200_000}}, None)
    tab = tab_on("outlook", workshop)

    widget(tab, "button", "outlook.first").click().run()

    assert not tab.exception
    assert outlook_of(store, workshop).years == 5
    assert "money" in tab.header[0].value


def test_a_first_year_without_a_plan_says_so_and_keeps_the_inputs(store):
    tab = tab_on("outlook", kept(store, {**PLAN, "funding": {"budget_usd": 50_000}}))

    assert not tab.exception
    assert charts(tab) == 0
    assert "Team" in words(tab)
    assert widget(tab, "segmented_control", "outlook.years").value == 2


def test_a_first_outlook_begins_when_somebody_who_pays_does(store):
    workshop = kept(store, PLAN, None)
    source = {**FOUNDATION, "from": "2026-07", "functions": ["vision"]}
    store.do(workshop, AddAward(source=source), nonce="paid")
    tab = tab_on("outlook", workshop)

    widget(tab, "button", "outlook.first").click().run()

    assert not tab.exception
    assert outlook_of(store, workshop).start == "2026-07"


def test_the_number_of_years_is_saved(store):
    workshop = kept(store)
    tab = tab_on("outlook", workshop)

    widget(tab, "segmented_control", "outlook.years").set_value(3).run()

    assert outlook_of(store, workshop).years == 3


def test_a_larger_reserve_is_saved_and_the_money_lasts(store):
    workshop = kept(store)
    tab = tab_on("outlook", workshop)

    widget(tab, "number_input", "outlook.reserve").set_value(46_000.0).run()

    assert outlook_of(store, workshop).opening_reserve_usd == 46_000
    assert (
        tab.header[0].value.replace("\\", "")
        == "Promised money keeps our team of 1 FTE through 2028."
    )
    assert tab.subheader[0].value == "Cash never falls below zero"


def test_growth_is_shown_in_percent_and_kept_as_a_share(store):
    workshop = kept(store)
    tab = tab_on("outlook", workshop)
    assert widget(tab, "number_input", "outlook.salaries").value == 5.0

    widget(tab, "number_input", "outlook.salaries").set_value(2.5).run()

    assert outlook_of(store, workshop).growth.salaries == Decimal("0.025")


@pytest.mark.parametrize("section", ["phases", "prices"])
def test_every_section_of_figures_can_be_opened(store, section):
    before = tab_on("outlook", store.create(example_bundle(EXAMPLE)))
    fields = len(before.number_input) + len(before.text_input)

    tab = opened(before, section)

    assert not tab.exception
    assert len(tab.number_input) + len(tab.text_input) > fields


def test_phases_can_be_added_and_removed(store):
    workshop = kept(store)
    tab = opened(tab_on("outlook", workshop), "phases")

    widget(tab, "button", "outlook.phase.add").click().run()
    widget(tab, "button", "outlook.phase.add").click().run()
    assert [one.from_ for one in outlook_of(store, workshop).phases] == ["2027-01", "2028-01"]
    widget(tab, "button", "outlook.phase.remove").click().run()

    assert [one.from_ for one in outlook_of(store, workshop).phases] == ["2027-01"]


@pytest.mark.browser
def test_a_reserve_typed_in_survives_a_reload(page):
    address = open_example(page)
    page.goto(f"/outlook?{address}")
    settled(page)
    before = answer(page)
    field = page.get_by_label("Opening reserve, in dollars")

    field.fill("900000")
    field.press("Enter")
    shows_no_more(page, before, ANSWER)
    after = answer(page)
    page.reload()
    settled(page)

    assert answer(page) == after
    assert field.input_value() == "900000"


@pytest.mark.browser
@pytest.mark.soak
def test_the_years_chosen_survive_a_reload(page):
    address = open_example(page)
    page.goto(f"/outlook?{address}&more=team")
    settled(page)

    page.get_by_role("radio", name="8", exact=True).click()
    expect(page.locator('.st-key-outlook-work_chart[data-stale="false"]')).to_contain_text("’34")
    page.reload()
    settled(page)

    expect(page.locator(".st-key-outlook-work_chart")).to_contain_text("’34")
