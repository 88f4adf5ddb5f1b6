"""Where each dollar goes in words: rows that add to the budget, what one who pays makes possible,
what management is, and what buys nothing.
"""

import pytest

from cidesign.budget import allocate
from cidesign.catalog import load
from cidesign.domain.flows import TO_RAISE, WhoPays
from cidesign.domain.funding import FundingSheet
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle, Workshop
from cidesign.views.team.dollars import Dollars, by_function, dollars, management, rows
from cidesign.views.team.left_over import left_over
from cidesign.views.team.one_pays import one_pays
from tests.budget.test_where_dollars_go import SHEET

STATE, FOUNDATION = WhoPays("grant", "state"), WhoPays("free", "foundation")
SOURCES = FundingSheet.model_validate(
    {"sources": [{"id": "foundation", "usd": 160_000, "from": "2027-07", "to": "2029-06"}]}
)


def seen(sheet=SHEET, sources: FundingSheet = SOURCES, start: str = "2027-01") -> Dollars:
    """The plan worked by hand in tests/budget; of the foundation's year six months are in it."""
    plan = Plan.model_validate(sheet)
    bundle = Bundle(
        files={},
        workshop=Workshop(name="Ours"),
        plan=plan,
        outlook=OutlookPlan.model_validate({"start": start}),
        funding=sources,
    )
    return dollars(bundle, load().labels, plan, allocate(plan))


@pytest.fixture(scope="module")
def by_hand() -> Dollars:
    return seen()


def granted(**terms):
    """The same with 60,000 from the state on these terms, and a budget that holds it."""
    grant = {"id": "state", "usd": 60_000, **terms}
    return seen({**SHEET, "funding": {"budget_usd": 186_000, "grants": [grant]}})


def test_the_table_tells_who_pays_each_thing_and_adds_to_the_budget(by_hand):
    told = [list(row.values()) for row in rows(by_hand)]

    assert told == [
        ["Director", "Foundation $50k, Still to raise $10k",
         "Vision and strategy $54k, Leading people $6k", "$60,000"],
        ["worker", "State $29k, Foundation $10k, Still to raise $2k",
         "Community engagement", "$40,000"],
        ["papers", "Foundation $4k, Still to raise $833", "Vision and strategy", "$5,000"],
        ["Office", "Foundation $8k, Still to raise $2k", "–", "$10,000"],
        ["Host's share", "State $1k, Foundation $8k, Still to raise $2k", "–", "$11,000"],
        ["Not spent", "Still to raise", "–", "$24,000"],
        ["The whole budget", "", "", "$150,000"],
    ]  # fmt: skip


def test_a_grant_says_what_it_may_and_cannot_pay_for(by_hand):
    told = one_pays(by_hand, STATE)

    assert told.question == "What do the $30,000 of State pay for?"
    assert [list(row.values()) for row in told.rows] == [
        ["worker", "Community engagement", "$28,571"],
        ["Host's share", "–", "$1,429"],
        ["All together", "", "$30,000"],
    ]
    assert told.said == (
        "It may pay for community engagement.",
        "It is for all twelve months of the year.",
        "It cannot pay for vision and strategy, leading people and office: other money must pay "
        "these $75,000 of the plan.",
        "It bears at most 5% for what the host charges ($1,429); free money pays the rest, up to "
        "10%.",
        "All of it is spent.",
    )


def test_free_money_pays_its_part_of_everything(by_hand):
    told = one_pays(by_hand, FOUNDATION)

    assert told.question == "What do the $80,000 of Foundation pay for?"
    assert told.said[0].startswith("It is free money, 67% of all free money of the year")
    assert told.said[1] == "In this year it is for July to December."
    assert told.said[-1] == "All of it is spent or put aside."


def test_what_nobody_promised_says_so_and_what_of_it_need_not_be_raised(by_hand):
    told = one_pays(by_hand, TO_RAISE)

    assert told.question == "What would the $40,000 still to raise pay for?"
    assert told.said[0].startswith("Nobody has promised it yet.")
    assert told.said[-1] == "$24,000 of it is not needed: raise that much less."


def test_a_grant_of_some_months_names_them():
    told = granted(functions=["community"], months=[1, 6])

    assert "It pays only what falls from January to June." in one_pays(told, STATE).said


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (
            {"functions": ["policy"]},
            "$60,000 of State cannot be spent: nothing in this plan is what it may pay for. Ask "
            "whether it may also pay for vision and strategy.",
        ),
        (
            # half of 40,000 and 10% on it
            {"functions": ["community"], "months": [1, 6]},
            "$38,000 of State cannot be spent: the rest of what it may pay for falls outside its "
            "months. Ask whether its months can be moved.",
        ),
        (
            {"functions": ["community"]},
            "$16,000 of State cannot be spent: all that it may pay for costs $40,000, and that is "
            "paid. Ask whether it may also pay for vision and strategy.",
        ),
    ],
)
def test_money_of_a_grant_that_is_left_says_why_and_what_to_ask(terms, why):
    assert why in left_over(granted(**terms))


def test_management_is_told_in_one_sentence(by_hand):
    # 27,000 of 126,000
    assert management(by_hand.plan, by_hand.found).plain == (
        "21% of what the year costs is management: $6,000 for leading people, $10,000 for the "
        "office and $11,000 for the host."
    )


def test_the_table_by_function_adds_to_the_cost_of_the_year(by_hand):
    told = {
        row["What for"]: list(row.values())[1:]
        for row in by_function(by_hand.plan, by_hand.found, by_hand.labels)
    }

    assert told["Vision and strategy"] == ["$59,000", "$5,400", "$64,400"]
    assert told["Office"] == ["$10,000", "$1,000", "$11,000"]
    assert told["Cost of the year"] == ["$115,000", "$11,000", "$126,000"]


def test_free_money_that_is_left_says_what_comes_next():
    # An analyst is the next step; 10,000 are left.
    roles = [
        *SHEET["roles"],
        {
            "id": "analyst",
            "salary_usd": 40_000,
            "min_fte": 1,
            "max_fte": 1,
            "does": {"policy": 1},
        },
    ]
    sheet = {
        **SHEET,
        "roles": roles,
        "need": {**SHEET["need"], "policy": 100},
        "supervision": None,
        "funding": {"budget_usd": 136_000},
    }
    paid = FundingSheet.model_validate(
        {"sources": [{"id": "foundation", "usd": 136_000, "from": "2027-01", "to": "2027-12"}]}
    )

    told = left_over(seen(sheet, paid))

    # 40,000 and 10% on it are 44,000; 34,000 more are missing; 3,667 a month: two months fit
    assert told == [
        "$10,000 of free money is left because the next step, 1 FTE analyst, takes about $44,000 "
        "of a year's money: find $34,000 more, or keep what is left as reserve. Hired from "
        "November on, it would take about $7,333 this year."
    ]


def test_where_the_budget_is_spent_nothing_is_left_over():
    sheet = {**SHEET, "funding": {"budget_usd": 126_000}}

    assert left_over(seen(sheet, FundingSheet())) == []
