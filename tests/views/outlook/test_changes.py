"""What changes in a hiring plan when, and what else is new then, is told year by year."""

from decimal import Decimal

from cidesign.catalog import load
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Decision, Decisions
from cidesign.views.outlook.carried import (
    Carried,
    CarriedYear,
    as_figures,
    carried_in,
    fingerprint,
)
from cidesign.views.outlook.changes import changes

CATALOG = load()
PLAN = Plan.model_validate(
    {
        "priorities": {"vision": 1},
        "need": {"vision": 100},
        "roles": [
            {"id": "director", "salary_usd": 1, "min_fte": 0.5, "max_fte": 1, "in_post": 0.5,
             "does": {"vision": 1}},
            {"id": "data_manager", "salary_usd": 1, "min_fte": 0.5, "max_fte": 1,
             "does": {"measurement": 1}},
        ],
        "funding": {"budget_usd": 1},
    }
)  # fmt: skip
YEARS = OutlookPlan.model_validate(
    {
        "start": "2027-01",
        "years": 3,
        "phases": [
            {"phase": "initiate_action", "from": "2027-01"},
            {"phase": "sustain", "from": "2028-07"},
        ],
        "funding": [
            {"id": "church", "usd": 1, "from": "2027-01", "to": "2027-12"},
            {"id": "city", "usd": 1, "from": "2028-03", "to": "2029-12"},
        ],
    }
)


def year(number, posts, measurement=100.0):
    need = {"vision": 100.0, "measurement": measurement}
    return CarriedYear(number, posts, need, 0.5, "vision", 0.4, 10.0, 12.0, 0.0, 2.0)


def carried(*years):
    return Carried("abc", "optimal", years, "2029-12", 0.0)


def test_each_year_tells_who_comes_and_goes_and_what_is_new_then():
    told = changes(
        carried(
            year(2027, {"director": 1.0}),
            year(2028, {"director": 1.0, "data_manager": 0.5}, 150.0),
            year(2029, {"director": 0.5}, 150.0),
        ),
        PLAN,
        YEARS,
        CATALOG,
    )

    assert told == (
        "2027: director grows from 0.5 to 1 FTE.",
        "2028: data manager comes with 0.5 FTE. At that time: “Sustain action and impact” begins in "
        "July 2028, the money of Church ends in December 2027, the money of City begins in March "
        "2028 and shared measurement needs 150 h a month, before it 100 h.",
        "2029: data manager leaves with 0.5 FTE; director goes down from 1 to 0.5 FTE. At that "
        "time: the money of City ends in December 2029.",
    )


def test_posts_that_stay_as_they_are_are_said_to():
    told = changes(
        carried(*(year(2027 + n, {"director": 0.5}) for n in range(3))), PLAN, YEARS, CATALOG
    )

    assert told == ("The posts stay as they are.",)


def test_a_decision_keeps_a_hiring_plan_whole():
    ours = Carried(
        "abc", "best_found", (year(2027, {"director": 1.0}), year(2028, {})), "2028-12", 0.025
    )
    held = Decision(
        page="outlook", what="So", figures={"asked": "abc", "carried": as_figures(ours)}
    )

    found = carried_in(Decisions(decisions=(Decision(page="team", what="Us"), held)))

    assert found == ours
    assert found.address("years", 1, "fte") == (
        "decisions.yaml: decisions[1].figures.carried.years[1].fte"
    )


def test_a_decision_without_a_hiring_plan_or_with_a_broken_one_keeps_none():
    for figures in ({}, {"carried": 3}, {"carried": {"status": "optimal", "years": [{}]}}):
        held = Decision(page="outlook", what="So", figures=figures)

        assert carried_in(Decisions(decisions=(held,))) is None


def test_a_hiring_plan_is_known_by_all_it_is_asked_of():
    richer = YEARS.model_copy(update={"opening_reserve_usd": Decimal(1)})

    assert fingerprint(PLAN, YEARS) == fingerprint(PLAN, YEARS)
    assert fingerprint(PLAN, YEARS) != fingerprint(PLAN, richer)
