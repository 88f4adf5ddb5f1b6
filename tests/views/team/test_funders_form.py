"""The plan's money by the lines of a funder's form, against sums made by hand."""

from decimal import Decimal

import pytest

from cidesign.budget import allocate
from cidesign.catalog import load
from cidesign.domain.plan import Line, Plan
from cidesign.domain.words import HEADINGS, Heading
from cidesign.views.team.funders_form import NAMES, form_rows, heading_of
from tests.budget.test_golden import CASES, case

CATALOG = load()
POST = {"must_have": True, "does": {"vision": 1}}
DIRECTOR = {
    **POST,
    "id": "director",
    "salary_usd": 100_000,
    "benefits_rate": "0.25",
    "min_fte": 1,
    "max_fte": 1,
}
ANALYST = {
    **POST,
    "id": "Analyst",
    "salary_usd": 40_000,
    "benefits_rate": "0.1",
    "min_fte": "1.5",
    "max_fte": "1.5",
    "in_post": 1,
    "start_month": 7,
}
WRITER = {
    **POST,
    "id": "Writer",
    "kind": "contractor",
    "salary_usd": 60_000,
    "min_fte": "0.5",
    "max_fte": "0.5",
}
PLAN = {
    "need": {"vision": 1_000},
    "priorities": {"vision": 1},
    "floor": 0,
    "people_only_share": 0,
    "fte_step": "0.25",
    "hiring": {"cost_share": 0, "ramp_up_loss": 0},
    "roles": [DIRECTOR, ANALYST, WRITER],
    "office": {"base_usd": 6_000, "indirect": False},
    "overhead": {"kind": "indirect", "rate": "0.1"},
    "reserve_rate": "0.1",
    "in_kind": [{"id": "Rooms", "usd": 2_000, "offsets": "office"}],
    "funding": {"budget_usd": 300_000},
}


def bought(id: str, usd: int, **more):
    return {
        "id": id,
        "functions": {"vision": 1},
        "fixed_usd": usd,
        "fixed_hours_per_month": 1,
        "min_usd": usd,
        **more,
    }


LINES = [
    bought("evaluation", 10_000),
    bought("Van", 20_000, indirect=False, heading="equipment"),
    bought("Pens", 500),
]


def rows(plan, **more):
    asked = Plan.model_validate({**plan, **more})
    told = form_rows(asked, allocate(asked), CATALOG, CATALOG.labels)
    return [(row["Line"], row["A year"], row["Made of"]) for row in told]


def test_every_dollar_stands_in_the_line_it_belongs_to():
    # Analyst: one all year and half a post for six months, 40,000 x 1.25 = 50,000. Indirect cost
    # is not charged on the van, nor on the office of 6,000 less 2,000 given.
    assert rows(PLAN, lines=LINES) == [
        (
            "Personnel",
            "$150,000",
            "Director (1 FTE) $100,000 · Analyst (1.5 FTE) $50,000",
        ),
        ("Fringe benefits", "$30,000", "Director (25%) $25,000 · Analyst (10%) $5,000"),
        ("Equipment", "$20,000", "Van"),
        ("Contractual", "$40,000", "Writer $30,000 · Outside evaluation $10,000"),
        ("Other", "$6,500", "Pens $500 · Office, computers, insurance $6,000"),
        ("Given in kind", "−$2,000", ""),
        ("Total direct cost", "$244,500", ""),
        ("Indirect cost", "$22,050", "10% of $220,500"),
        ("Put aside as reserve", "$26,655", ""),
        ("Total", "$293,205", ""),
    ]


def test_a_fee_stands_where_indirect_cost_would_with_the_budget_it_is_kept_of():
    fee = {"kind": "fee", "rate": "0.1"}

    told = rows(PLAN, overhead=fee, reserve_rate=0, roles=[DIRECTOR])

    # 125,000 and the office of 4,000 net; a tenth of the budget.
    assert told[-3:] == [
        ("Total direct cost", "$129,000", ""),
        ("Fee of the host", "$30,000", "10% of $300,000"),
        ("Total", "$159,000", ""),
    ]


def test_one_share_for_everybody_is_told_as_a_share_of_all_pay_and_months_where_a_year_is_not_full():
    analyst = {**ANALYST, "benefits_rate": "0.25", "in_post": 0}

    told = rows(PLAN, roles=[DIRECTOR, analyst])

    assert told[:2] == [
        (
            "Personnel",
            "$130,000",
            "Director (1 FTE) $100,000 · Analyst (1.5 FTE, 6 months) $30,000",
        ),
        ("Fringe benefits", "$32,500", "25% of $130,000"),
    ]


@pytest.mark.parametrize(
    ("id", "said", "stands"),
    [
        ("evaluation", None, Heading.CONTRACTUAL),
        ("evaluation", "travel", Heading.TRAVEL),
        ("Pens", None, Heading.OTHER),
        ("Pens", "supplies", Heading.SUPPLIES),
    ],
)
def test_a_purchase_stands_where_the_plan_says_else_where_the_usual_one_does(id, said, stands):
    line = Line.model_validate(bought(id, 500, heading=said))

    assert heading_of(line, CATALOG) is stands


def test_every_line_a_purchase_may_stand_in_has_a_name_in_the_same_order():
    assert tuple(NAMES) == HEADINGS


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_lines_add_to_the_direct_cost_and_to_the_total(path):
    plan, _ = case(path)
    found = allocate(plan)

    told = form_rows(plan, found, CATALOG, CATALOG.labels)

    assert bool(told) == found.found
    if not told:
        return
    usd = [
        Decimal(row["A year"].replace("−", "-").replace("$", "").replace(",", "")) for row in told
    ]
    at = [row["Line"] for row in told].index("Total direct cost")
    assert sum(usd[:at]) == pytest.approx(usd[at], abs=at)
    assert sum(usd[at:-1]) == pytest.approx(usd[-1], abs=3)
