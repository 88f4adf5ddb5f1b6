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
    """Whom the plan hires (FTE by role), what it buys (dollars by line) and what it is given
    (dollars by what a gift offsets).

    The same in every year; dollars at first-year prices.
    """

    fte: Mapping[str, Decimal]
    lines: Mapping[str, Decimal]
    given: Mapping[str, Decimal]


def backbone(plan: Plan, allocation: Allocation) -> Backbone:
    """What an allocation hires, buys and is given: whole steps of FTE, spends that the lines allow,
    gifts in kind as far as used.
    """
    hired = allocation.fte or {}
    fte = {
        role.id: round(hired.get(role.id, 0.0) / float(plan.fte_step)) * plan.fte_step
        for role in plan.roles
    }
    lines = {line.id: _spend(line, allocation.lines.get(line.id, 0.0)) for line in plan.lines}
    targets = sorted({gift.offsets for gift in plan.in_kind})
    spent = spent_usd(plan, fte, lines)
    return Backbone(
        fte, lines, {target: _given(plan, allocation, target, spent[target]) for target in targets}
    )


def _spend(line: Line, usd: float) -> Decimal:
    told = Decimal(repr(float(usd)))
    return min(max(told, line.fixed_usd), line.most_usd) if told > HALF_A_CENT else Decimal(0)


def _given(plan: Plan, allocation: Allocation, target: str, spent: Decimal) -> Decimal:
    """Gifts used on a target. The plan tells cents: within a cent of all there is to use, it is
    all.
    """
    gifts = [gift for gift in plan.in_kind if gift.offsets == target]
    most = min(sum((gift.usd for gift in gifts), Decimal(0)), spent)
    used = sum(
        (Decimal(repr(allocation.in_kind_used.get(gift.id, 0.0))) for gift in gifts), Decimal(0)
    )
    return most if used > most - 2 * HALF_A_CENT else used


def spent_usd(
    plan: Plan, fte: Mapping[str, Decimal], lines: Mapping[str, Decimal]
) -> dict[str, Decimal]:
    """First-year dollars before gifts in kind, by ``role:<id>``, ``line:<id>`` and ``office``."""
    spent = {f"role:{role.id}": role.cost_per_fte_usd * fte[role.id] for role in plan.roles}
    spent |= {f"line:{line.id}": lines[line.id] for line in plan.lines}
    return spent | {
        "office": plan.office.base_usd + plan.office.per_fte_usd * sum(fte.values(), Decimal(0))
    }


def plan_of_year(
    plan: Plan,
    growth: GrowthRates,
    year: int,
    team: Backbone,
    *,
    need: Mapping[Function, Decimal],
    grants: tuple[Grant, ...],
) -> Plan:
    """The plan at the prices of a year (0 is the first), with that year's need and restricted
    grants; its budget is those grants.
    """
    salaries, other = (1 + growth.salaries) ** year, (1 + growth.other) ** year
    return plan.model_copy(
        update={
            "need": dict(need),
            "drivers": None,
            "roles": tuple(
                role.model_copy(update={"salary_usd": role.salary_usd * salaries})
                for role in plan.roles
            ),
            "lines": tuple(_at_prices(line, other) for line in plan.lines),
            "office": plan.office.model_copy(
                update={
                    "base_usd": plan.office.base_usd * other,
                    "per_fte_usd": plan.office.per_fte_usd * other,
                }
            ),
            "in_kind": tuple(
                InKind(id=target, usd=Decimal(0), offsets=target).model_copy(
                    update={"usd": usd * (salaries if _is_a_role(target) else other)}
                )
                for target, usd in team.given.items()
            ),
            "funding": Funding(budget_usd=Decimal(0)).model_copy(
                update={
                    "budget_usd": sum((grant.usd for grant in grants), Decimal(0)),
                    "grants": grants,
                }
            ),
        }
    )


def _at_prices(line: Line, price: Decimal) -> Line:
    """A line whose dollars have grown and whose hours have not."""
    pieces = tuple(
        piece.model_copy(
            update={
                "usd": piece.usd * price,
                "hours_per_month_per_1000_usd": piece.hours_per_month_per_1000_usd / price,
            }
        )
        for piece in line.pieces
    )
    return line.model_copy(update={"fixed_usd": line.fixed_usd * price, "pieces": pieces})


def _is_a_role(target: str) -> bool:
    return target.startswith("role:")


def cost_usd(plan: Plan, growth: GrowthRates, year: int, team: Backbone) -> Fraction:
    """Cost C of a year (0 is the first): staff, lines and office less gifts in kind, indirect
    included; no fee, no reserve.
    """
    salaries, other = Fraction(1 + growth.salaries) ** year, Fraction(1 + growth.other) ** year
    indirect = {f"line:{line.id}": line.indirect for line in plan.lines} | {
        "office": plan.office.indirect
    }
    total = Fraction(0)
    for target, spent in spent_usd(plan, team.fte, team.lines).items():
        net = Fraction(spent) - Fraction(team.given.get(target, 0))
        rate = Fraction(plan.overhead.indirect_rate) if indirect.get(target, True) else 0
        total += net * (salaries if _is_a_role(target) else other) * (1 + rate)
    return total


def hiring_usd(plan: Plan, share: Decimal, team: Backbone) -> Fraction:
    """What it costs to hire the team: a share of each salary, without benefits."""
    return Fraction(share) * sum(
        (Fraction(role.salary_usd) * Fraction(team.fte[role.id]) for role in plan.roles),
        Fraction(0),
    )


def hiring_of(plan: Plan, allocation: Allocation, share: Decimal) -> Fraction:
    """Likewise for what was allocated."""
    return hiring_usd(plan, share, backbone(plan, allocation))
