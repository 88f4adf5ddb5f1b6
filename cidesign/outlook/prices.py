"""The plan at a later year's prices, and what the same team and lines cost then."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.allocation import Allocation
from cidesign.domain.money import Funding, Grant, InKind
from cidesign.domain.outlook import GrowthRates
from cidesign.domain.plan import Line, Plan
from cidesign.domain.words import Function

HALF_A_CENT = Decimal("0.005")


@dataclass(frozen=True)
class Backbone:
    """Whom the plan hires (FTE by role) and what it buys (dollars by line, first-year prices); the same in every year."""

    fte: Mapping[str, Decimal]
    lines: Mapping[str, Decimal]


def backbone(plan: Plan, allocation: Allocation) -> Backbone:
    """What an allocation hires and buys, in whole steps of FTE and within what each line allows."""
    hired = allocation.fte or {}
    return Backbone(
        fte={role.id: round(hired.get(role.id, 0.0) / float(plan.fte_step)) * plan.fte_step for role in plan.roles},
        lines={line.id: _spend(line, allocation.lines.get(line.id, 0.0)) for line in plan.lines},
    )


def _spend(line: Line, usd: float) -> Decimal:
    told = Decimal(repr(float(usd)))
    return min(max(told, line.fixed_usd), line.most_usd) if told > HALF_A_CENT else Decimal(0)


def plan_of_year(plan: Plan, growth: GrowthRates, year: int, *, need: Mapping[Function, Decimal], grants: tuple[Grant, ...] = ()) -> Plan:
    """The plan at the prices of a year (0 is the first), with that year's need and restricted grants; its budget is those grants."""
    salaries, other = (1 + growth.salaries) ** year, (1 + growth.other) ** year
    return plan.model_copy(
        update={
            "need": dict(need),
            "drivers": None,
            "roles": tuple(role.model_copy(update={"salary_usd": role.salary_usd * salaries}) for role in plan.roles),
            "lines": tuple(_at_prices(line, other) for line in plan.lines),
            "office": plan.office.model_copy(
                update={"base_usd": plan.office.base_usd * other, "per_fte_usd": plan.office.per_fte_usd * other}
            ),
            "in_kind": tuple(
                gift.model_copy(update={"usd": gift.usd * (salaries if _is_for_a_role(gift) else other)}) for gift in plan.in_kind
            ),
            "funding": Funding(budget_usd=sum((grant.usd for grant in grants), Decimal(0)), grants=grants),
        }
    )


def _at_prices(line: Line, price: Decimal) -> Line:
    """A line whose dollars have grown and whose hours have not."""
    pieces = tuple(
        piece.model_copy(update={"usd": piece.usd * price, "hours_per_month_per_1000_usd": piece.hours_per_month_per_1000_usd / price})
        for piece in line.pieces
    )
    return line.model_copy(update={"fixed_usd": line.fixed_usd * price, "pieces": pieces})


def _is_for_a_role(gift: InKind) -> bool:
    return gift.offsets.startswith("role:")


def cost_usd(plan: Plan, growth: GrowthRates, year: int, team: Backbone) -> Fraction:
    """Cost C of a year (0 is the first): staff, lines and office less gifts in kind, indirect included; no fee, no reserve."""
    salaries, other = Fraction(1 + growth.salaries) ** year, Fraction(1 + growth.other) ** year
    indirect = Fraction(plan.overhead.indirect_rate)
    parts = [(f"role:{role.id}", salaries, Fraction(role.cost_per_fte_usd) * Fraction(team.fte[role.id]), True) for role in plan.roles]
    parts += [(f"line:{line.id}", other, Fraction(team.lines[line.id]), line.indirect) for line in plan.lines]
    office = Fraction(plan.office.base_usd) + Fraction(plan.office.per_fte_usd) * Fraction(sum(team.fte.values(), Decimal(0)))
    parts.append(("office", other, office, plan.office.indirect))
    total = Fraction(0)
    for name, price, spent, has_indirect in parts:
        given = sum((Fraction(gift.usd) for gift in plan.in_kind if gift.offsets == name), Fraction(0))
        total += max(spent - given, Fraction(0)) * price * (1 + indirect if has_indirect else 1)
    return total


def hiring_usd(plan: Plan, share: Decimal, team: Backbone) -> Fraction:
    """What it costs to hire the team: a share of each salary, without benefits."""
    return Fraction(share) * sum((Fraction(role.salary_usd) * Fraction(team.fte[role.id]) for role in plan.roles), Fraction(0))
