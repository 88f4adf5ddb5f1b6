"""Each rule is an object of its own: set, it changes the program; loosened, it no longer does; and
only rules of the list are known.
"""

import re

import pytest

from cidesign.budget.program import model
from cidesign.budget.rules import RULES, Rule, rule_keyed, rule_named
from cidesign.domain.plan import Plan

# A plan in which every rule is set, with ids no name of the program may hold.
ALL_SET = Plan.model_validate(
    {
        "need": {"community": 260, "vision": 130},
        "priorities": {"community": 1, "vision": 1},
        "floor": 0.2,
        "people_only_share": 0.5,
        "community_min_share": 0.1,
        "reserve_rate": 0.05,
        "roles": [
            {
                "id": "ana_reyes",
                "salary_usd": 100_000,
                "min_fte": 0.5,
                "max_fte": 2,
                "must_have": True,
                "does": {"community": 1, "vision": 1},
            },
            {
                "id": "ben_okafor",
                "salary_usd": 80_000,
                "min_fte": 0.5,
                "max_fte": 2,
                "needs": ["ana_reyes"],
                "does": {"community": 1},
            },
        ],
        "supervision": {"by": ["ana_reyes"], "hours_per_person": 8},
        "lines": [
            {
                "id": "oak_house",
                "functions": {"community": 1},
                "fixed_usd": 1000,
                "min_usd": 2000,
                "pieces": [{"usd": 9000, "hours_per_month_per_1000_usd": 2}],
            }
        ],
        "funding": {
            "budget_usd": 200_000,
            "grants": [{"id": "elm_fund", "usd": 50_000, "functions": ["community"]}],
        },
    }
)


def stated(plan: Plan) -> str:
    """The program of a plan as it reads, its limits and the ends of its choices, and the money it
    counts.
    """
    year = model(plan)
    return f"{year.statement} {year.unrestricted}"


def named(rule: Rule) -> str:
    return rule.name


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_changes_the_program_wherever_it_is_set_and_not_where_it_is_loosened(rule):
    assert rule.set_on(ALL_SET)
    for id in rule.set_on(ALL_SET):
        assert stated(rule.loosened(ALL_SET, id)) != stated(ALL_SET), id


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.can_be_left_out], ids=named)
def test_a_rule_that_is_left_out_is_set_on_nothing(rule):
    assert rule.set_on(rule.left_out(ALL_SET)) == ()


def test_no_two_rules_share_a_name_or_a_key():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert len({rule.key for rule in RULES}) == len(RULES)


def test_limits_have_a_phrase_and_an_index_for_a_name_and_no_id_of_anybody():
    names = re.findall(r"^(\w+): ", str(model(ALL_SET).statement), re.MULTILINE)

    assert {"money_is_enough", "function_stays_above_its_floor_0"} <= set(names)
    assert [name for name in names if not re.fullmatch(r"[a-z]+(_[a-z]+)*(_\d+)*", name)] == []
    assert [id for id in ("ana", "okafor", "oak", "elm") for name in names if id in name] == []


@pytest.mark.parametrize("asked", [lambda: rule_named("coffee"), lambda: rule_keyed("coffee:ana")])
def test_a_rule_nobody_knows_is_refused_by_name(asked):
    with pytest.raises(LookupError, match="coffee"):
        asked()
