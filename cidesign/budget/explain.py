"""Why the plan is as it is: what holds it back, which rules exclude each other, and what alone
would mend it.

All answers are finite differences: a rule is loosened and the program solved again. Duals of a
program with whole numbers mislead.
"""

import time
from decimal import ROUND_CEILING, Decimal

from cidesign.budget.program import model_without
from cidesign.budget.rules import RULES, rule_keyed
from cidesign.budget.rules.budget import BUDGET
from cidesign.budget.search import best_score
from cidesign.domain.allocation import Allocation, Edit, Repair, RuleOn
from cidesign.domain.plan import Plan
from cidesign.solver import Session

NOTICED = 0.05
"""Points: scores are told to 0.1, so a smaller gain is none."""


class _Trials:
    """Changed plans, solved against one clock."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds for the next solve."""
        return max(0.01, self._ends - time.monotonic())

    def score(self, plan: Plan) -> float | None:
        """The best plan score; None where there is no plan, or none in time."""
        return best_score(plan, self.left()).value

    def impossible(self, plan: Plan) -> bool:
        """Whether the rules of a plan cannot all hold."""
        return best_score(plan, self.left()).status == "infeasible"

    def least_budget(self, plan: Plan) -> Decimal | None:
        """As ``find_least_budget``."""
        return find_least_budget(plan, self.left())


def find_binding(plan: Plan, found: Allocation, seconds: float) -> tuple[RuleOn, ...]:
    """Rules that are tight in the plan and, loosened alone, would raise its score by what can be
    told (0.05 points).
    """
    trials = _Trials(seconds)
    enough = (found.plan_score or 0.0) + NOTICED
    return tuple(
        RuleOn(rule.name, id)
        for rule in RULES
        for id in rule.set_on(plan)
        if rule.is_tight(plan, found, id)
        and (trials.score(rule.loosened(plan, id)) or 0.0) > enough
    )


def find_conflict(plan: Plan, seconds: float) -> tuple[RuleOn, ...]:
    """A smallest set of rules that cannot all hold: none of them can be dropped from it (deletion
    filter). Empty for a possible plan.

    The budget is dropped first, so that a conflict no money mends is told without money; then rules
    from the last of the list to the first.

    Source: Chinneck & Dravnieks 1991, ORSA Journal on Computing 3:157-168.
    """
    trials = _Trials(seconds)
    if not trials.impossible(plan):
        return ()
    kept = [RuleOn(rule.name, id) for rule in RULES if rule.can_exclude for id in rule.set_on(plan)]
    current = plan
    for rule in (BUDGET, *(rule for rule in reversed(RULES) if rule is not BUDGET)):
        for one in [one for one in kept if one.rule == rule.name]:
            without = rule.loosened(current, one.id)
            if trials.impossible(without):
                current = without
                kept.remove(one)
    return tuple(kept)


def find_repairs(plan: Plan, seconds: float) -> tuple[Repair, ...]:
    """Changes of one lever each that alone make the plan possible, with the plan score each leads
    to. Empty for a possible plan.
    """
    trials = _Trials(seconds)
    if not trials.impossible(plan):
        return ()
    return tuple(repair for rule in RULES for repair in rule.repairs(plan, trials))


def edit_of(plan: Plan, repair: Repair) -> Edit:
    """The edit that carries out a repair, rounded: budgets up to a thousand dollars, shares down to
    a whole percent.

    Args:
        plan: as it stands in ``plan.yaml``; its roles in the file's order.
        repair: one of ``repairs(plan)``.

    Raises:
        LookupError: a lever this version does not know.
    """
    return rule_keyed(repair.lever).edit(plan, repair)


def find_least_budget(plan: Plan, seconds: float) -> Decimal | None:
    """The least budget, to the cent above, at which every other rule can hold; None where money
    does not help.
    """
    year = model_without(BUDGET, plan)
    answer = Session(year.statement, -1 * year.unrestricted, seconds=seconds).first
    if answer.value is None:
        return None
    awarded = plan.funding.awarded_usd
    free = Decimal(repr(round(-answer.value, 8))) * 1000 / (1 - plan.overhead.fee_rate)
    return max(
        awarded, (free + awarded + Decimal("0.001")).quantize(Decimal("0.01"), ROUND_CEILING)
    )
