"""The program of one year (CONTRACT 3): the block of choices, and the rules stated on it.

Source: the model is ours; a concave benefit as linear pieces after Charnes & Lemke 1954 (Naval
Research Logistics 1:301-312).
"""

from collections.abc import Mapping
from decimal import Decimal

from cidesign.budget.block import Block, block
from cidesign.budget.rates import THOUSAND
from cidesign.budget.rules import RULES, Rule
from cidesign.domain.plan import Plan


def model(plan: Plan) -> Block:
    """The whole program of CONTRACT 3: what may be chosen, and the rules it must keep.

    Args:
        plan: with ``need`` given.
    """
    year = block(plan)
    for rule in RULES:
        rule.state(year)
    return year


def model_without(rule: Rule, plan: Plan) -> Block:
    """The program with every rule but one."""
    year = block(plan)
    for other in RULES:
        if other is not rule:
            other.state(year)
    return year


def booking_model(plan: Plan, team: Mapping[str, Decimal], lines: Mapping[str, Decimal]) -> Block:
    """The program with team (FTE) and line dollars given: only hours, in-kind and grants are left
    to choose. Rules that would change the team are not asked.
    """
    year = block(plan)
    for rule in RULES:
        if rule.asked_of_a_given_team:
            rule.state(year)
    for place, role in enumerate(year.roles):
        steps = team.get(role.id, Decimal(0)) / plan.fte_step
        year.exactly(f"team_is_given_{place}", year.staff[role.id].steps, steps)
    for place, line in enumerate(year.lines):
        usd = lines.get(line.id, Decimal(0))
        year.exactly(f"line_is_given_{place}", year.spend[line.id], usd / THOUSAND)
    return year


def link_rules(year: Block) -> None:
    """State on a year of a hiring plan what is asked of one."""
    for rule in RULES:
        if rule.asked_of_a_hiring_plan:
            rule.state(year)
