"""The page Outlook says when the money runs out, and saves who pays, when, and for how long."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from cidesign.acts.decide import Decide
from cidesign.record import changed, example_bundle, read_files
from cidesign.workshop import Store
from tests.ui.driving import answer, open_example, settled
from tests.ui.planning import charts, drawn, outlook_of, tab_on, widget, words

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


def kept(store: Store, plan=PLAN, years=YEARS) -> str:
    """A workshop in the store, with this plan and these years, or none."""
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})
    for file, document in (("plan.yaml", plan), ("outlook.yaml", years)):
        bundle = bundle if document is None else changed(bundle, file, {(): document})
    return store.create(bundle)


def opened(tab, section: str):
    """The fold of all figures, open at a section."""
    tab.session_state["outlook.fold"] = True
    tab.session_state["outlook.section"] = section
    return tab.run()


def test_the_contracts_case_is_answered_with_its_month_and_what_prevents_it(store):
    tab = tab_on("outlook", kept(store))

    assert not tab.exception
    assert (
        tab.header[0].value.replace("\\", "")
        == "The money runs out in November 2028 unless we raise $16,000 by January 2028."
    )
    assert [heading.value for heading in tab.subheader][:2] == [
        "Cash ends in November 2028",
        "The team keeps pace with the work",
    ]
    assert charts(tab) == 2


def test_the_example_is_answered_with_its_evidence_and_a_decision():
    tab = drawn("outlook")

    assert not tab.exception
    assert tab.title[0].value == "What will we need, and when does the money run out?"
    assert charts(tab) == 2
    assert tab.subheader[-1].value == "Our decision"
    assert "No uncertainty yet" in words(tab)


def test_a_host_chosen_meanwhile_is_counted_in_at_the_next_look(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = tab_on("outlook", workshop)
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
    shown = words(tab_on("outlook", kept(store)))

    assert "| January 2027 | $100,000 | $10,000 | $120,000 |" in shown  # 30,000 + 100,000 - 10,000


def test_without_a_plan_the_way_leads_to_the_team(store):
    tab = tab_on("outlook", kept(store, None, None))

    assert not tab.exception
    assert tab.header[0].value == "There is no plan yet\\."
    assert charts(tab) == 0


def test_without_years_a_first_outlook_is_made_by_one_button(store):
    workshop = kept(store, PLAN, None)
    tab = tab_on("outlook", workshop)

    widget(tab, "button", "outlook.first").click().run()

    assert not tab.exception
    assert outlook_of(store, workshop).years == 5
    assert "The money" in tab.header[0].value


def test_a_first_year_without_a_plan_says_so_and_keeps_the_inputs(store):
    tab = tab_on("outlook", kept(store, {**PLAN, "funding": {"budget_usd": 50_000}}))

    assert not tab.exception
    assert charts(tab) == 0
    assert "Team" in words(tab)
    assert widget(tab, "segmented_control", "outlook.years").value == 2


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
    assert tab.header[0].value.replace("\\", "") == "The money lasts through December 2028."
    assert tab.subheader[0].value == "Cash never falls below zero"


def test_growth_is_shown_in_percent_and_kept_as_a_share(store):
    workshop = kept(store)
    tab = tab_on("outlook", workshop)
    assert widget(tab, "number_input", "outlook.salaries").value == 5.0

    widget(tab, "number_input", "outlook.salaries").set_value(2.5).run()

    assert outlook_of(store, workshop).growth.salaries == Decimal("0.025")


@pytest.mark.parametrize("section", ["money", "phases", "prices"])
def test_every_section_of_figures_can_be_opened(store, section):
    before = tab_on("outlook", store.create(example_bundle(EXAMPLE)))
    fields = len(before.number_input) + len(before.text_input)

    tab = opened(before, section)

    assert not tab.exception
    assert len(tab.number_input) + len(tab.text_input) > fields


def test_somebody_who_pays_can_be_added_changed_and_removed(store):
    workshop = kept(store)
    tab = opened(tab_on("outlook", workshop), "money")

    widget(tab, "button", "outlook.add").click().run()
    widget(tab, "number_input", "outlook.usd.1").set_value(60_000.0).run()
    widget(tab, "text_input", "outlook.name.1").set_value("city").run()
    widget(tab, "selectbox", "outlook.pays.1").set_value("in_arrears").run()

    added = outlook_of(store, workshop).funding[1]
    assert (added.id, added.usd, added.pays.arrears_days) == ("city", 60_000, 60)
    widget(tab, "button", "outlook.remove.0").click().run()
    assert [award.id for award in outlook_of(store, workshop).funding] == ["city"]
    assert widget(tab, "text_input", "outlook.name.0").value == "city"


def test_a_month_that_is_none_is_told_and_nothing_is_saved(store):
    workshop = kept(store)
    tab = opened(tab_on("outlook", workshop), "money")

    widget(tab, "text_input", "outlook.to.0").set_value("next year").run()

    assert not tab.exception
    assert "Nothing was saved." in words(tab)
    assert "such as 2027-01" in words(tab)
    assert outlook_of(store, workshop).funding[0].to == "2028-12"
    assert widget(tab, "text_input", "outlook.to.0").value == "2028-12"


def test_money_can_be_bound_to_functions(store):
    workshop = kept(store)
    tab = opened(tab_on("outlook", workshop), "money")

    widget(tab, "multiselect", "outlook.functions.0").set_value(["vision"]).run()

    assert outlook_of(store, workshop).funding[0].functions == ("vision",)


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
    expect(page.locator(".st-key-answer_page h2")).not_to_have_text(before)
    settled(page)
    after = answer(page)
    page.reload()
    settled(page)

    assert answer(page) == after
    assert field.input_value() == "900000"


@pytest.mark.browser
def test_the_years_chosen_survive_a_reload(page):
    address = open_example(page)
    page.goto(f"/outlook?{address}")
    settled(page)

    page.get_by_role("radio", name="8", exact=True).click()
    expect(page.locator('.st-key-outlook-work_chart[data-stale="false"]')).to_contain_text("’34")
    page.reload()
    settled(page)

    expect(page.locator(".st-key-outlook-work_chart")).to_contain_text("’34")
