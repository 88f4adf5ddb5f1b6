"""Time to build trust: hours of the first year alone, what is usual for our partners, and what the
hours cost.
"""

from fractions import Fraction

import pytest

from cidesign.budget import allocate
from cidesign.catalog import load
from cidesign.domain.words import Function
from cidesign.memo.blocks import sentences_of
from cidesign.memo.snapshot import snapshot
from cidesign.memo.team import on_team
from cidesign.outlook import with_first_need
from cidesign.outlook.need import need_of_year
from cidesign.record import changed, read_files
from cidesign.views.team.once import line, once, usd_of_an_hour, usual

CATALOG = load()
PLAN = {
    "drivers": {"partners": 12, "trust": 10},
    "phase": "organize_for_impact",
    "floor": 0,
    "roles": [
        {
            "id": "director",
            "salary_usd": 104_000,
            "benefits_rate": 0.25,
            "min_fte": 1,
            "max_fte": 1,
            "must_have": True,
            "does": {"vision": 1, "aligned": 1},
        }
    ],
    "funding": {"budget_usd": 200_000},
}


def ours(**drivers):
    plan = {**PLAN, "drivers": {**PLAN["drivers"], **drivers}}
    record = changed(read_files({"workshop.yaml": b"name: Ours\n"}), "plan.yaml", {(): plan})
    return changed(record, "outlook.yaml", {(): {"start": "2027-01", "years": 3}})


def solved(record):
    plan = with_first_need(record.plan, record.outlook, CATALOG.need_table())
    return plan, allocate(plan)


def level(function):
    """How much of it this phase asks for, of three."""
    return Fraction(CATALOG.entry("phases", "organize_for_impact").need_level[function].value)


def test_hours_to_build_trust_are_needed_in_the_first_year_and_never_after():
    table, record, without = CATALOG.need_table(), ours(), ours(trust=0)

    more = [
        need_of_year(record.plan, record.outlook, table, year)[Function.ALIGNED]
        - need_of_year(without.plan, without.outlook, table, year)[Function.ALIGNED]
        for year in range(3)
    ]

    # Six of ten hours, as far as the phase asks for them.
    assert more[0] == pytest.approx(float(6 * level(Function.ALIGNED) / 3))
    assert more[0] > 0
    assert more[1:] == [0, 0]


def test_the_hours_are_told_with_what_they_cost():
    plan, found = solved(ours())

    (one,) = once(ours(), CATALOG, plan, found)

    # 104,000 and a quarter on it, over 130 hours in each of twelve months
    assert usd_of_an_hour(plan, found) == pytest.approx(130_000 / (130 * 12))
    needed = (6 * level(Function.ALIGNED) + 4 * level(Function.COMMUNITY)) / 3
    assert one.hours == pytest.approx(float(needed))
    assert one.usd == pytest.approx(float(needed) * 12 * 130_000 / 1560)
    assert f"that is ${float(needed) * 1000:,.0f} of staff" in line(one).plain


def test_the_memo_tells_the_hours_beside_the_cost_and_only_where_there_are_any():
    def said(record):
        section = on_team(snapshot(record, CATALOG)).sections
        return " ".join(one.plain for one in sentences_of(section))

    assert "Hours to build trust: the plan needs" in said(ours())
    assert "trust" not in said(ours(trust=0))


def test_without_a_team_the_hours_are_told_without_dollars():
    plan, found = solved(changed(ours(), "plan.yaml", {("funding", "budget_usd"): 1_000}))

    (one,) = once(ours(), CATALOG, plan, found)

    assert one.usd is None
    assert line(one).plain.endswith("a month for it, in the first year only.")


def test_what_we_assume_follows_the_partners():
    trust, partners = (CATALOG.entry("drivers", id) for id in ("trust", "partners"))

    assert usual(trust, ours()) == (
        "We assume 0.5 hours a month for each partner (0.25 to 1): 6 for 12 partners."
    )
    assert usual(partners, ours()) == ""


def test_a_plan_whose_hours_are_set_by_hand_tells_none():
    plan = {key: one for key, one in PLAN.items() if key not in ("drivers", "phase")}
    record = changed(
        read_files({"workshop.yaml": b"name: Ours\n"}),
        "plan.yaml",
        {(): {**plan, "need": {"vision": 100}}},
    )

    assert once(record, CATALOG, *solved(record)) == ()
