"""A lean start on the page Team: without one nothing is said; with one a smaller budget and first
team are offered, and a first plan begins with them.
"""

from dataclasses import replace

from cidesign.catalog import load
from cidesign.record import changed, read_files
from cidesign.views.overview.assumed import assumed
from cidesign.views.team.lean import lean_budget, lean_team, lean_told
from tests.ui.planning import just_begun

CATALOG = load()
FULL = just_begun()
LEAN_USD = CATALOG.price("lean_year_usd").value


def lean(bundle=FULL):
    return changed(bundle, "workshop.yaml", {("initiative", "lean_until"): "2027-07"})


def musts(bundle):
    return sum(role.min_fte for role in bundle.plan.roles if role.must_have)


def test_who_begins_in_full_reads_nothing_of_a_lean_year():
    assert lean_told(FULL, CATALOG).said == ""
    assert lean_budget(FULL, CATALOG) is None


def test_a_lean_start_offers_a_smaller_budget_and_says_that_it_is_assumed():
    told = lean_told(lean(), CATALOG)

    assert told.offered
    assert told.said.startswith("We begin lean, and look again in July 2027. A lean year has ")
    assert "(assumed)" in told.said


def test_taking_it_makes_the_team_smaller_and_is_not_offered_again():
    before = lean()

    after = lean_team(before, CATALOG).on(before)

    assert after.plan.funding.budget_usd == LEAN_USD < before.plan.funding.budget_usd
    assert 0 < musts(after) < musts(before)
    assert after.plan.drivers == before.plan.drivers
    assert not lean_told(after, CATALOG).offered
    assert any("lean year may cost" in said for said in assumed(after, CATALOG))


def test_money_for_some_things_only_is_never_planned_away():
    money = (
        b"sources:\n- {id: state, usd: 150000, from: 2027-01, to: 2027-12, functions: [policy]}\n"
    )
    bundle = read_files({**lean().files, "funding.yaml": money})

    assert lean_budget(bundle, CATALOG) == 150_000
    assert lean_budget(replace(bundle, plan=None), CATALOG) == LEAN_USD
