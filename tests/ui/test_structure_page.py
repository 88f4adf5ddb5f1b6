"""The page Structure drawn without a browser: six answers kept, a variant, functions given away,
questions behind a button.
"""

from decimal import Decimal

from streamlit.testing.v1 import AppTest

from cidesign.catalog import load
from cidesign.record import changed, example_bundle
from cidesign.workshop import Store
from tests.ui.planning import drawn, just_begun, look_closer, tab_on

EXAMPLE = "philadelphia_stem"


def visit(workshop: str, more: str = "") -> AppTest:
    return tab_on("structure", workshop, **({"more": more} if more else {}))


def press(tab: AppTest, key: str) -> AppTest:
    return next(button for button in tab.button if button.key == key).click().run()


def headings(tab: AppTest) -> list[str]:
    return [one.value for one in tab.subheader]


def told(tab: AppTest) -> str:
    return "\n".join(one.value for one in tab.markdown)


def ours(store: Store) -> str:
    return store.create(just_begun())


def questions(tab: AppTest) -> int:
    return len([one for one in tab.button_group if one.key != "structure.closer"])


def test_four_questions_stand_open_and_the_others_in_a_tab(store):
    tab = visit(ours(store))
    before = questions(tab)

    look_closer(tab, "more-questions")

    assert not tab.exception
    assert (before, questions(tab)) == (
        4,
        sum(driver.about == "structure" for driver in load().structure_drivers),
    )


def test_the_card_says_which_of_the_six_are_open(store):
    tab = visit(ours(store), "six-questions")

    # How much staff is answered by the first plan.
    assert "Still open: existing or new, how to choose, whom staff report to" in told(tab)
    assert "One of six questions answered" in headings(tab)


def test_a_suggested_answer_is_kept_at_once_and_counted(store):
    workshop = ours(store)
    tab = press(visit(workshop, "six-questions"), "structure.six.toggle")
    usual = tab.button_group(key="structure.six.staff_report_to.usual")

    usual.set_value(usual.options[0]).run()

    assert not tab.exception
    assert store.read(workshop).bundle.structure.decision.staff_report_to == usual.options[0]
    assert tab.text_input(key="structure.six.staff_report_to").value == usual.options[0]
    assert "Two of six questions answered" in headings(tab)


def test_an_answer_of_ones_own_is_shown_and_can_be_changed(store):
    workshop = store.create(
        changed(
            example_bundle(EXAMPLE),
            "structure.yaml",
            {("decision", "place"): "Above *the* bakery"},
        )
    )
    tab = visit(workshop, "six-questions")

    shown = told(tab)
    press(tab, "structure.six.toggle")

    assert r"Above \*the\* bakery" in shown
    assert tab.text_input(key="structure.six.place").value == "Above *the* bakery"


def test_a_variant_is_kept(store):
    workshop = ours(store)
    tab = visit(workshop, "arrangement")

    tab.selectbox(key="structure.variant").set_value("loaned").run()

    assert not tab.exception
    assert store.read(workshop).bundle.structure.decision.variant == "loaned"


def test_a_sponsor_sets_the_fee_in_the_plan_and_one_press_takes_it_out(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit(workshop, "arrangement")

    tab.selectbox(key="structure.variant").set_value("fiscally_sponsored").run()

    assert "What this sets in the plan" in headings(tab)
    assert store.read(workshop).bundle.plan.overhead.kind == "fee"
    tab.number_input(key="structure.sets.fee_rate").set_value(12.0).run()
    assert store.read(workshop).bundle.plan.overhead.rate == Decimal("0.12")
    press(tab, "structure.sets.fee_rate.press")
    assert store.read(workshop).bundle.plan == example_bundle(EXAMPLE).plan


def test_a_post_on_loan_is_counted_from_its_form(store):
    loaned = {("decision", "variant"): "loaned"}
    workshop = store.create(changed(example_bundle(EXAMPLE), "structure.yaml", loaned))
    tab = visit(workshop, "arrangement")

    press(tab, "structure.loan.add")
    assert "cannot be lent" in " ".join(one.value for one in tab.error)
    tab.selectbox(key="structure.loan.post").set_value("facilitator")
    tab.number_input(key="structure.loan.days").set_value(2.0)
    tab.text_input(key="structure.loan.lender").set_value("The city")
    press(tab, "structure.loan.add")

    gift = store.read(workshop).bundle.plan.in_kind[-1]
    assert (gift.id, gift.usd) == ("loan_facilitator", 43250)
    assert "lent by The city" in told(tab)
    press(tab, "structure.loan.end.facilitator")
    assert len(store.read(workshop).bundle.plan.in_kind) == 1


def test_a_function_is_given_to_a_candidate(store):
    bundle = example_bundle(EXAMPLE)
    workshop = store.create(bundle)
    tab = press(visit(workshop, "arrangement"), "structure.hosts.toggle")

    tab.selectbox(key="structure.host.policy").set_value(bundle.candidates[0].id).run()

    assert not tab.exception
    assert store.read(workshop).bundle.structure.hosts == {"policy": bundle.candidates[0].id}
    assert "1 of six functions sits elsewhere" in headings(tab)
    assert store.read(workshop).bundle.counts["coordination"] == 8
    assert "8 h a month in all" in told(tab)


def test_the_map_and_the_nearest_initiatives_are_shown():
    assert "The map of our initiative" in headings(drawn("structure", more="map"))
    assert any(
        one.startswith("Most like us: ") for one in headings(drawn("structure", more="like-us"))
    )


def test_where_a_backbone_works_already_the_way_past_is_shown(store):
    said = {
        ("initiative", "existing_backbone"): "yes",
        ("initiative", "backbone"): "Harbor Alliance",
    }
    tab = visit(store.create(changed(example_bundle(EXAMPLE), "workshop.yaml", said)))

    assert "A backbone works already" in tab.info[0].value
    assert (
        tab.header[0].value == "This step is not needed: Harbor Alliance is our backbone already\\."
    )


def test_of_a_question_with_two_parts_the_open_part_is_named(store):
    half = changed(example_bundle(EXAMPLE), "structure.yaml", {("decision", "place"): None})
    tab = visit(store.create(half), "six-questions")

    assert "Where the staff sit: not answered yet" in told(tab)
    # How much staff and who pays stand there from the plan and the list of money, our note beside.
    assert r"By the plan 3" in told(tab)
    assert "A fundraiser should come as soon as the second year" in told(tab)
    assert r"Foundation \$300,000 a year until December 2029" in told(tab)
    assert "Five of six questions answered" in headings(tab)


def test_a_function_cannot_be_given_away_before_anybody_is_listed(store):
    tab = visit(ours(store), "arrangement")

    assert "Once candidates are listed" in told(tab)
    assert not [button for button in tab.button if button.key == "structure.hosts.toggle"]
