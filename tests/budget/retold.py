"""The plan that the second program chose, told as ours is told, so that the audit can hear it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS
from tests.budget.linear import Form, value_of
from tests.budget.milp import Ties, fte_of, stated


@dataclass(frozen=True)
class Told(Allocation):
    """An allocation that also says who leads, who is new, and what hiring and leaving cost."""

    supervision_hours: dict[str, float] = field(default_factory=dict)
    hours_new: dict[str, dict[str, float]] = field(default_factory=dict)
    hiring_cost_usd: float | None = None


def retold(plan: Plan, ties: Ties) -> Told:
    """Every figure of the plan, dollars in cents."""
    year, values = stated(plan), ties.values

    def at(form: Form) -> float:
        return value_of(form, values)

    def of(*start: str) -> dict[tuple[str, ...], float]:
        return {key: value for key, value in values.items() if key[: len(start)] == start}

    hours: dict[str, dict[str, float]] = {role.id: {} for role in plan.roles}
    new: dict[str, dict[str, float]] = {
        role.id: {} for role in plan.roles if role.kind == "employee"
    }
    for (_, role, who, function), much in of("hours").items():
        hours[role][function] = hours[role].get(function, 0.0) + much
        if who == "new" and role in new:
            new[role][function] = much
    rate = float(plan.overhead.indirect_rate)
    cost, direct = dict.fromkeys(map(str, FUNCTIONS), 0.0), 0.0
    placed: dict[str, dict[str, float]] = {}
    for piece in year.pieces:
        gifts = sum(of_piece(values, piece.name).values())
        if gifts:
            there = placed.setdefault(piece.owner, {})
            there[piece.function] = there.get(piece.function, 0.0) + gifts
        direct += at(piece.usd) - gifts
        if piece.function:
            cost[piece.function] += (1 + piece.bears * rate) * (at(piece.usd) - gifts)
    need = {str(f): float((plan.need or {}).get(f, 0)) for f in FUNCTIONS}
    counted = {f: min(much, at(year.bought[f])) for (_, f), much in of("counted").items()}
    coverage = {
        f: min(1.0, (at(year.effective[f]) + counted[f]) / asked) if asked else None
        for f, asked in need.items()
    }
    fee = float(plan.overhead.fee_rate)
    awarded = float(sum(grant.usd for grant in plan.funding.grants))
    return Told(
        status="optimal",
        plan_score=at(year.made.score),
        gap=0.0,
        need=need,
        coverage=coverage,
        fte=fte_of(values),
        lines={
            line.id: _cents(
                sum(of("piece", line.id).values())
                + float(line.fixed_usd) * round(values["used", line.id])
            )
            for line in plan.lines
        },
        hours=hours,
        unassigned_hours={role.id: sum(of("idle", role.id).values()) for role in plan.roles},
        line_hours=counted,
        grants_used={id: _cents(at(form)) for id, form in year.made.granted.items()},
        in_kind_used={id: _cents(at(form)) for id, form in year.made.given.items()},
        in_kind_placed=placed,
        function_cost_usd=cost,
        direct_cost_usd=_cents(direct),
        cost_usd=_cents(at(year.made.cost) + fee * float(plan.funding.budget_usd)),
        unrestricted_usd=_cents(at(year.made.money)),
        free_usd=(1 - fee) * (float(plan.funding.budget_usd) - awarded),
        supervision_hours={role.id: sum(of("lead", role.id).values()) for role in plan.roles},
        hours_new=new,
        hiring_cost_usd=_cents(sum(at(p.usd) for p in year.pieces if p.is_of_hiring)),
    )


def of_piece(
    values: Mapping[tuple[str, ...], float], piece: tuple[str, ...]
) -> dict[tuple[str, ...], float]:
    """The gifts on one piece of cost."""
    return {key: usd for key, usd in values.items() if key[0] == "gift" and key[2:] == piece}


def _cents(usd: float) -> float:
    return round(usd, 2) + 0.0
