"""The program of one year (CONTRACT 3): choices, and the rules they must keep.

Source: the model is ours; a concave benefit as linear pieces after Charnes & Lemke 1954 (Naval
Research Logistics 1:301-312).
"""

from collections.abc import Mapping
from decimal import Decimal

from cidesign.budget.choices import Program, by_id, choices
from cidesign.budget.rates import THOUSAND, free_money
from cidesign.domain.plan import Plan


def model(plan: Plan) -> Program:
    """The whole program of CONTRACT 3: what may be chosen, and the rules it must keep.

    Args:
        plan: with ``need`` given.
    """
    program = model_without_money(plan)
    money_is_enough(program)
    return program


def model_without_money(plan: Plan) -> Program:
    """The program with every rule but the budget."""
    program = choices(plan)
    functions_stay_above_floors(program)
    community_is_paid(program)
    return program


def booking_model(
    plan: Plan, team: Mapping[str, Decimal], lines: Mapping[str, Decimal], hours_lost_share: Decimal
) -> Program:
    """The program with team (FTE) and line dollars given: only hours, in-kind and grants are left
    to choose. No floor, no budget.
    """
    program = choices(plan, hours_lost_share)
    for place, role in enumerate(by_id(plan.roles)):
        program.statement.addConstraint(
            program.posts[role.id] == float(team.get(role.id, Decimal(0)) / plan.fte_step),
            f"team_is_given_{place}",
        )
    for place, line in enumerate(by_id(plan.lines)):
        program.statement.addConstraint(
            program.spend[line.id] == float(lines.get(line.id, Decimal(0)) / THOUSAND),
            f"line_is_given_{place}",
        )
    return program


def money_is_enough(program: Program) -> None:
    """(1 + reserve) x cost - grants used is at most (1 - fee) x (budget - grants awarded)."""
    program.statement.addConstraint(
        program.unrestricted <= float(free_money(program.plan) / THOUSAND), "money_is_enough"
    )


def functions_stay_above_floors(program: Program) -> None:
    """Every function with a need is covered at least to its floor."""
    for place, function in enumerate(program.functions):
        floor = float(program.plan.floor_of(function))
        program.statement.addConstraint(
            program.coverage[function] >= floor, f"function_stays_above_its_floor_{place}"
        )


def community_is_paid(program: Program) -> None:
    """Staff time and lines in community are at least their share of direct cost, both after
    in-kind.
    """
    share = program.plan.community_min_share
    if share:
        program.statement.addConstraint(
            program.community - float(share) * program.direct >= 0, "community_voice_is_paid"
        )
