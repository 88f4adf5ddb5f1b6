"""Repairs become edits in round numbers that keep the plan possible: money up, shares down."""

from decimal import Decimal

import pytest

from cidesign.budget import edit_of
from cidesign.domain.allocation import Repair
from cidesign.domain.plan import Plan

PLAN = {
    "priorities": {"vision": 1},
    "need": {"vision": 130},
    "community_min_share": "0.15",
    "reserve_rate": "0.1",
    "roles": [
        {
            "id": "clerk",
            "salary_usd": 1,
            "min_fte": "0.5",
            "max_fte": "0.75",
            "does": {"vision": 1},
        },
        {
            "id": "director",
            "salary_usd": 1,
            "min_fte": "0.5",
            "max_fte": 1,
            "must_have": True,
            "does": {"vision": 1},
        },
    ],
    "funding": {"budget_usd": 300000},
}


@pytest.mark.parametrize(
    ("lever", "change", "changes"),
    [
        ("budget_usd", 45_976.28, {("funding", "budget_usd"): Decimal(346_000)}),
        ("floor", -0.1366, {("floor",): Decimal("0.21")}),
        ("floor", -0.3499, {("floor",): Decimal(0)}),
        ("community_min_share", -0.021, {("community_min_share",): Decimal("0.12")}),
        ("reserve_rate", -0.1, {("reserve_rate",): Decimal(0)}),
        ("max_fte:director", 0.75, {("roles", 1, "max_fte"): Decimal("1.75")}),
        ("must_have:director", -0.5, {("roles", 1, "must_have"): False}),
    ],
)
def test_a_repair_is_rounded_to_the_safe_side(lever, change, changes):
    edit = edit_of(Plan.model_validate(PLAN), Repair(lever, change, 60.0))

    assert dict(edit.changes) == changes


def test_a_map_of_floors_is_lowered_only_where_it_is_higher():
    plan = Plan.model_validate({**PLAN, "floor": {"vision": "0.5", "policy": "0.2"}})

    edit = edit_of(plan, Repair("floor", -0.15, 60.0))

    assert (edit.before, edit.after) == (Decimal("0.5"), Decimal("0.35"))
    assert dict(edit.changes) == {("floor", "vision"): Decimal("0.35")}
