"""What a choice about the structure sets in the plan: the plan and its years move, it is told where
it comes from, one press takes it out, and nothing is left behind.
"""

from decimal import Decimal

import pytest

from cidesign.acts.add_gift import AddGift
from cidesign.acts.choose_structure import ChooseStructure
from cidesign.acts.choose_variant import ChooseVariant
from cidesign.acts.count_in_plan import CountInPlan
from cidesign.acts.give_function import GiveFunction
from cidesign.acts.lend_post import LendPost
from cidesign.acts.remove_post import RemovePost
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.memo.agreement import agreement_of
from cidesign.memo.blocks import sentences_of
from cidesign.memo.cost import our_terms
from cidesign.memo.need import what_we_assume
from cidesign.memo.snapshot import Snapshot
from cidesign.outlook import with_first_need
from cidesign.record import changed, example_bundle, read_files
from cidesign.record.variations import rests_on
from cidesign.views.outlook.view import years_ahead
from cidesign.views.structure.sets import (
    BENEFITS,
    FEE,
    HOURS,
    in_short,
    sets_view,
    usual_benefits,
    usual_sets,
)
from cidesign.views.team.hosting import hosted

CATALOG = load()
STEM = example_bundle("philadelphia_stem")


def arranged(variant):
    return ChooseVariant(variant=variant, sets=usual_sets(CATALOG, variant)).on(STEM)


def decided(structure):
    return ChooseStructure(
        of="structure",
        what="It fits.",
        because="It fits us.",
        figures={"chosen": structure},
        **usual_benefits(CATALOG).get(structure, {}),
    ).on(STEM)


def need(record):
    return with_first_need(record.plan, record.outlook, CATALOG.need_table()).need


def test_a_sponsor_sets_the_fee_in_the_plan_and_its_scenarios():
    record = arranged("fiscally_sponsored")
    row = sets_view(record, CATALOG).row(FEE)

    assert (record.plan.overhead.kind, record.plan.overhead.rate) == ("fee", Decimal("0.1"))
    assert row.section == "money"
    assert "5% to 15%" in row.told
    assert in_short(sets_view(record, CATALOG)).endswith("fee of the sponsor 10%.")


def test_another_arrangement_or_none_gives_the_plan_its_own_charge_back():
    sponsored = arranged("fiscally_sponsored")
    loaned = ChooseVariant(variant="loaned", sets=usual_sets(CATALOG, "loaned")).on(sponsored)
    none = ChooseVariant(variant="", sets=usual_sets(CATALOG, "")).on(sponsored)

    assert loaned.plan == none.plan == STEM.plan


def test_one_press_takes_the_fee_out_and_one_counts_it_again():
    sponsored = arranged("fiscally_sponsored")
    taken = CountInPlan(of="team", key=FEE, called="Fee").on(sponsored)
    again = CountInPlan(of="team", key=FEE, value=Decimal("0.1"), called="Fee").on(taken)
    asked = {row.key: row for row in sets_view(taken, CATALOG).rows}[FEE]

    assert taken.plan == STEM.plan
    assert asked.value is None
    assert asked.told.startswith("Not counted")
    assert again.plan == sponsored.plan


def test_what_the_chosen_host_offers_comes_before_it():
    sponsored = arranged("fiscally_sponsored")
    offer = next(one for one in STEM.candidates if one.id == "brightline")

    assert hosted(sponsored.plan, offer).overhead == offer.offer.overhead


@pytest.mark.parametrize("structure", ["government", "university"])
def test_a_public_host_sets_its_own_benefits_for_every_employee(structure):
    record = decided(structure)

    assert {one.benefits_rate for one in record.plan.roles} == {Decimal("0.35")}
    assert sets_view(record, CATALOG).row(BENEFITS).usual == CATALOG.price("benefits_public")
    assert {one.benefits_rate for one in decided("funder").plan.roles} == {Decimal("0.25")}


def test_the_same_decision_again_keeps_a_rate_of_our_own():
    own = changed(decided("government"), "structure.yaml", {("sets", BENEFITS): Decimal("0.4")})
    act = {"of": "structure", "what": "It fits.", "benefits_rate": Decimal("0.35")}

    again = ChooseStructure(figures={"chosen": "government"}, **act).on(own)

    assert again.structure.sets.benefits_rate == Decimal("0.4")
    assert {one.benefits_rate for one in again.plan.roles} == {Decimal("0.4")}


def test_a_post_on_loan_is_a_gift_in_kind_worth_its_days():
    lent = LendPost(
        of="structure", post="facilitator", called="Facilitator", days_a_week=3, lender="The city"
    ).on(arranged("loaned"))
    gift = lent.plan.in_kind[-1]
    told = sets_view(lent, CATALOG).loans[0]

    # 86,500 dollars, a quarter more for benefits, three days of five.
    assert (gift.offsets, gift.usd) == ("role:facilitator", 64875)
    assert "3 days a week, worth $64,875 a year" in told.worth
    assert "The city" in told.worth
    ended = LendPost(of="team", post="facilitator", called="Facilitator").on(lent)
    assert ended.plan == STEM.plan


def test_a_loan_of_no_days_or_of_a_post_the_plan_lacks_is_refused():
    for act in (
        LendPost(of="structure", post="facilitator", called="Facilitator", days_a_week=0),
        LendPost(of="structure", post="facilitator", called="Facilitator", days_a_week=6),
        LendPost(of="structure", post="cook", called="Cook", days_a_week=1),
    ):
        with pytest.raises(BadInput):
            act.on(STEM)


def test_a_loan_stays_out_of_the_plan_where_its_post_was_taken_out():
    lent = changed(STEM, "structure.yaml", {("sets", "loans", "fundraiser"): {"days_a_week": 1}})
    without = RemovePost(id="fundraiser", called="Development manager").on(lent)

    assert [one.id for one in lent.plan.in_kind] == ["employers_equipment", "loan_fundraiser"]
    assert [one.id for one in without.plan.in_kind] == ["employers_equipment"]
    assert "no such post" in sets_view(without, CATALOG).loans[0].worth


def test_a_gift_added_beside_a_loan_stands_in_the_plan_and_a_name_twice_is_told():
    lent = changed(STEM, "structure.yaml", {("sets", "loans", "fundraiser"): {"days_a_week": 1}})
    given = AddGift(name="Room", usd=Decimal(900), offsets="office").on(lent)

    assert [one.id for one in given.plan.in_kind][::2] == ["employers_equipment", "loan_fundraiser"]
    assert given.plan.in_kind[1].usd == 900
    twice = {("in_kind", 1): {"id": "loan_fundraiser", "usd": 5, "offsets": "office"}}
    with pytest.raises(BadInput, match="stands in the plan already"):
        changed(lent, "plan.yaml", twice)


def test_functions_with_several_hosts_add_hours_of_coordination_to_the_need():
    hours = CATALOG.price(HOURS).value
    one = GiveFunction(function="policy", host="quadrant", hours=hours).on(STEM)
    two = GiveFunction(function="measurement", host="spark", hours=hours).on(one)
    before, after = need(STEM), need(two)

    assert [record.counts.get("coordination") for record in (STEM, one, two)] == [None, 8, 16]
    # Seven tenths of 16 hours, in a phase that asks for three levels of three.
    assert after["aligned"] - before["aligned"] == Decimal("11.2")
    assert after["vision"] > before["vision"]
    assert after["policy"] == before["policy"]


def test_hours_of_coordination_go_when_one_host_carries_all_again():
    hours = CATALOG.price(HOURS).value
    given = GiveFunction(function="policy", host="quadrant", hours=hours).on(STEM)
    back = GiveFunction(function="policy", host="", hours=hours).on(given)

    assert need(back) == need(STEM)
    assert back.structure.sets.coordination_hours is None


def test_hours_of_our_own_stay_when_another_function_is_given():
    hours = CATALOG.price(HOURS).value
    given = GiveFunction(function="policy", host="quadrant", hours=hours).on(STEM)
    ours = changed(given, "structure.yaml", {("sets", HOURS): 20})
    more = GiveFunction(function="resources", host="quadrant", hours=hours).on(ours)

    assert more.counts["coordination"] == 20


def test_a_function_with_the_host_we_chose_is_with_one_host_still():
    record = changed(
        STEM,
        "decisions.yaml",
        {("decisions",): [{"page": "compare", "what": "Q", "figures": {"chosen": "quadrant"}}]},
    )
    given = GiveFunction(function="policy", host="quadrant", hours=Decimal(8)).on(record)

    assert "coordination" not in given.counts


def test_a_workshop_that_chose_before_this_was_counted_keeps_its_plan():
    old = changed(STEM, "structure.yaml", {("decision", "variant"): "fiscally_sponsored"})
    asked = sets_view(old, CATALOG)

    assert old.plan == STEM.plan
    assert [row.key for row in asked.rows] == [FEE]
    assert not asked.any_counted
    assert in_short(asked) == ""


def test_a_scenario_follows_what_is_set_but_for_what_it_changes_itself():
    changes = {
        "plain": {"floor": "0.2"},
        "own": {
            "overhead": {"kind": "indirect", "rate": "0.05"},
            "roles": [{"id": "director", "benefits_rate": "0.2"}],
        },
    }
    record = changed(arranged("fiscally_sponsored"), "structure.yaml", {("sets", BENEFITS): "0.35"})
    for id, asks in changes.items():
        record = changed(record, f"scenarios/{id}.yaml", {(): {"name": id, **asks}})
    plain, own = (record.scenarios[id].plan for id in changes)

    assert (plain.overhead.kind, own.overhead.kind) == ("fee", "indirect")
    assert {one.benefits_rate for one in plain.roles} == {Decimal("0.35")}
    rates = {one.id: one.benefits_rate for one in own.roles}
    assert (rates["director"], rates["facilitator"]) == (Decimal("0.2"), Decimal("0.35"))
    back = ChooseVariant(variant="", sets=usual_sets(CATALOG, "")).on(record)
    assert back.scenarios["plain"].plan.overhead.kind == "indirect"


def test_a_locked_scenario_says_that_what_it_rests_on_has_changed():
    before, after = (rests_on(one.files, "x") for one in (STEM, arranged("fiscally_sponsored")))

    assert "structure.yaml" not in before
    assert "structure.yaml" in after


def all_set():
    """A backbone that works already, with every figure that a choice can set."""
    works = {("initiative", "existing_backbone"): "yes", ("initiative", "backbone"): "Harbor"}
    told = {
        ("decision", "structure"): "government",
        ("hosts", "policy"): "quadrant",
        ("sets",): {
            "fee_rate": Decimal("0.09"),
            "benefits_rate": Decimal("0.33"),
            "coordination_hours": 12,
            "loans": {"facilitator": {"days_a_week": 2, "lender": "The city"}},
        },
    }
    record = changed(changed(STEM, "workshop.yaml", works), "structure.yaml", told)
    return Snapshot(bundle=record, catalog=CATALOG, asked=record.plan)


# A director alone, who must be there and costs 100,000; 150,000 promised for each of two years.
SMALL = {
    "workshop.yaml": b"name: Ours\n",
    "plan.yaml": b"""
need: {vision: 100}
roles:
- {id: director, salary_usd: 100000, min_fte: 1, max_fte: 1, must_have: true, does: {vision: 1}}
funding: {budget_usd: 200000}
""",
    "funding.yaml": b"""
sources: [{id: fund, usd: 150000, from: 2027-01, to: 2028-12, pays: monthly}]
""",
    "outlook.yaml": b"{start: 2027-01, years: 2}\n",
}


@pytest.mark.parametrize(
    ("sets", "cost"),
    [
        ("", 100_000),
        ("fee_rate: 0.1", 115_000),  # of 150,000 received
        ("benefits_rate: 0.35", 135_000),
        ("loans: {director: {days_a_week: 2}}", 60_000),
        ("benefits_rate: 0.35, loans: {director: {days_a_week: 2}}", 81_000),
    ],
)
def test_every_year_ahead_moves_with_what_is_set(sets, cost):
    told = {"structure.yaml": f"sets: {{{sets}}}\n".encode()}
    record = read_files({**SMALL, **told})

    years = years_ahead(record.plan, record.outlook, CATALOG).years

    assert [round(one.cost_usd) for one in years] == [cost, cost]


def test_hours_of_coordination_stay_in_every_year_ahead():
    hours = CATALOG.price(HOURS).value
    record = GiveFunction(function="policy", host="quadrant", hours=hours).on(STEM)

    later = record.outlook.drivers_in(3, record.plan.drivers)

    assert later["coordination"] == 8


def test_the_memo_prints_what_is_set_and_where_it_stands():
    seen = all_set()
    rows = {row[0].plain: row for row in our_terms(seen, seen.asked)[0].rows}

    assert rows["Fee of the fiscal sponsor, on all revenue"][2].plain == "9%"
    assert rows["Benefits at a host of the chosen kind, as a share of salary"][2].plain == "33%"
    assert not [name for name in rows if name.startswith("Benefits, as a share")]
    # 86,500 dollars, a third more for benefits, two days of five.
    assert rows["Post on loan, a gift in kind: Facilitator"][2].plain == "$46,018"
    need = " ".join(row[0].plain for row in what_we_assume(seen).blocks[1].rows)
    assert "Hours to keep further hosts in step: 12" in need


def test_the_draft_agreement_names_fee_benefits_loan_and_who_keeps_hosts_in_step():
    said = " ".join(one.plain for one in sentences_of(agreement_of(all_set()).sections))

    assert "9% of all revenue, as the sponsor's fee" in said
    assert "our plan counts 33% of salary; agreed: [to be agreed]" in said
    assert "2 days a week, lent by The city; notice: [to be agreed]" in said
    assert "takes 12 hours a month in our plan" in said
