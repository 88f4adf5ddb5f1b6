"""The rules of a year's plan: one object for each, one file for each, and the one list of them.

Whatever tells or tries rules loops over ``RULES``: the program, what holds a plan back, conflicts,
repairs, what each rule costs, the workbook. Their sentences stand in ``views.team.rules``.
"""

from cidesign.budget.rules.budget import BUDGET
from cidesign.budget.rules.community_share import COMMUNITY_SHARE
from cidesign.budget.rules.floor import FLOOR
from cidesign.budget.rules.grant import GRANT_LIMIT
from cidesign.budget.rules.least_spend import LEAST_SPEND
from cidesign.budget.rules.line_limit import LINE_LIMIT
from cidesign.budget.rules.most_posts import MOST_POSTS
from cidesign.budget.rules.must_have import MUST_HAVE
from cidesign.budget.rules.needs import NEEDS
from cidesign.budget.rules.people_share import PEOPLE_SHARE
from cidesign.budget.rules.reserve import RESERVE
from cidesign.budget.rules.rule import Rule
from cidesign.budget.rules.supervision import SUPERVISION

__all__ = ["RULES", "Rule", "rule_keyed", "rule_named"]

RULES: tuple[Rule, ...] = (
    BUDGET,
    FLOOR,
    MUST_HAVE,
    NEEDS,
    SUPERVISION,
    LEAST_SPEND,
    COMMUNITY_SHARE,
    RESERVE,
    PEOPLE_SHARE,
    GRANT_LIMIT,
    LINE_LIMIT,
    MOST_POSTS,
)
"""In the order in which people see them, those they hold dearest first."""


def rule_named(name: str) -> Rule:
    """The rule that answers name so.

    Raises:
        LookupError: there is none.
    """
    return _only([rule for rule in RULES if rule.name == name], name)


def rule_keyed(key: str) -> Rule:
    """The rule that a key of ``plan.yaml`` sets, or a repair's lever (``key`` or ``key:id``)
    changes.

    Raises:
        LookupError: there is none.
    """
    return _only([rule for rule in RULES if rule.key == key.partition(":")[0]], key)


def _only(found: list[Rule], asked: str) -> Rule:
    if not found:
        raise LookupError(f"{asked} is no rule of a plan; rules stand in RULES")
    return found[0]
