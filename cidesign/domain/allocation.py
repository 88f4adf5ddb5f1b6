"""What a budget buys: the plan that was found, the rules that hold it back, and what would mend
it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cidesign.domain.spent import Spent


@dataclass(frozen=True)
class RuleOn:
    """A rule of the plan: its name, and the role, line, function or grant it is set on (None: the
    plan as a whole).
    """

    rule: str
    id: str | None = None


@dataclass(frozen=True)
class Repair:
    """One change that alone makes the plan possible: the lever, the signed change, and the plan
    score it leads to.
    """

    lever: str
    change: float
    plan_score: float | None

    @property
    def id(self) -> str | None:
        """The role it is about; None for the plan's own."""
        return self.lever.partition(":")[2] or None


@dataclass(frozen=True)
class Edit:
    """A repair as a change of ``plan.yaml``.

    Args:
        lever: what is changed, such as ``budget_usd`` or ``max_fte``.
        id: the role it is about; empty for the plan's own.
        before: the value now.
        after: the value that makes the plan possible.
        changes: new value by place in ``plan.yaml``.
    """

    lever: str
    id: str
    before: Decimal
    after: Decimal
    changes: Mapping[tuple[str | int, ...], Any]


@dataclass(frozen=True)
class Allocation:
    """The plan a budget buys. Hours per month, dollars per year; without a plan only ``status``
    says something.

    Args:
        status: optimal | best_found | infeasible | none_found.
        plan_score: 0 to 100, our scale of coverage; never called impact.
        gap: how far the best plan could lie above, in points; 0 when optimal.
        need: hours by function.
        coverage: 0 to 1 by function, None where there is no need.
        fte: by role, zeros included.
        lines: dollars by line, zeros included.
        people: how many fill each role.
        hours: booked (paid) hours, by role and function.
        hours_new: those of them that newly hired people and contractors give.
        supervision_hours: hours of leading, by role that may lead.
        unassigned_hours: paid hours booked to nothing, by role.
        line_hours: hours bought by lines that count, by function.
        grants_used: dollars by grant.
        in_kind_used: dollars by gift.
        in_kind_placed: dollars by what the gifts offset (``office``, ``role:<id>``, ``line:<id>``),
            and there by function; not rounded. The office, and a role's unassigned time, stand
            under the empty name.
        function_cost_usd: cost of each function, indirect included, after in-kind; not rounded, the
            years ahead count on.
        hiring_cost_usd: of hiring, first desks and severance.
        direct_cost_usd: D of the contract.
        cost_usd: C, plus the fee where there is one.
        unrestricted_usd: free money the plan takes, reserve included.
        free_usd: free money there is.
        spent: what it pays for, piece by piece, and which grants pay it; not rounded.
    """

    status: str
    plan_score: float | None = None
    gap: float | None = None
    need: dict[str, float] = field(default_factory=dict)
    coverage: dict[str, float | None] | None = None
    fte: dict[str, float] | None = None
    people: dict[str, int] = field(default_factory=dict)
    lines: dict[str, float] = field(default_factory=dict)
    hours: dict[str, dict[str, float]] = field(default_factory=dict)
    hours_new: dict[str, dict[str, float]] = field(default_factory=dict)
    supervision_hours: dict[str, float] = field(default_factory=dict)
    unassigned_hours: dict[str, float] = field(default_factory=dict)
    line_hours: dict[str, float] = field(default_factory=dict)
    grants_used: dict[str, float] = field(default_factory=dict)
    in_kind_used: dict[str, float] = field(default_factory=dict)
    in_kind_placed: dict[str, dict[str, float]] = field(default_factory=dict)
    function_cost_usd: dict[str, float] = field(default_factory=dict)
    hiring_cost_usd: float | None = None
    direct_cost_usd: float | None = None
    cost_usd: float | None = None
    unrestricted_usd: float | None = None
    free_usd: float | None = None
    spent: tuple[Spent, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is a plan to show."""
        return self.plan_score is not None


@dataclass(frozen=True)
class FrontierPoint:
    """The best plan at one budget; status ``refused`` where the budget is below the grants."""

    budget_usd: float
    status: str
    plan_score: float | None
    coverage: dict[str, float | None] | None
    fte: dict[str, float] | None
    cost_usd: float | None = None
