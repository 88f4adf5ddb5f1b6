"""A year's money worked out from CONTRACT 3 alone, in fractions, for posts, purchases, bookings and
gifts that are given.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil

from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS


@dataclass(frozen=True)
class Money:
    """What the contract asks for, exact dollars a year."""

    by_role: dict[str, Fraction]
    direct: Fraction
    cost: Fraction
    by_function: dict[str, Fraction]
    needed: Fraction
    there: Fraction


def cents(usd) -> Decimal:
    """Dollars as told: half a cent up; what a float misses by less than a millionth is no
    difference.
    """
    exact = (
        usd.numerator / Decimal(usd.denominator)
        if isinstance(usd, Fraction)
        else Decimal(repr(usd))
    )
    return exact.quantize(Decimal("0.000001")).quantize(Decimal("0.01"), ROUND_HALF_UP)


def money(plan: Plan, found: Allocation) -> Money:
    """Staff, lines, office, gifts, the host's share, reserve and grants, with the plan's salaries
    and the answer's posts, hours and gifts.

    A gift lies where the answer put it, but on no cost more than there is.
    """
    hours = Fraction(plan.hours_per_fte_month)
    full = {
        role.id: Fraction(role.salary_usd) * (1 + Fraction(role.benefits_rate))
        for role in plan.roles
    }
    stays, new, people, hiring = {}, {}, {}, Fraction(0)
    for role in plan.roles:
        fte, there_before = Fraction(str(found.fte[role.id])), Fraction(role.in_post)
        stays[role.id] = min(fte, Fraction(ceil(there_before)))
        new[role.id] = fte - stays[role.id]
        people[role.id] = ceil(fte)
        if role.kind == "employee":
            costs, salary = plan.hiring, Fraction(role.salary_usd)
            hiring += Fraction(costs.cost_share) * salary * new[role.id]
            hiring += Fraction(costs.per_person_usd) * max(0, ceil(fte) - ceil(there_before))
            hiring += Fraction(costs.severance_share) * salary * max(0, there_before - fte)
    year = {role.id: Fraction(13 - role.start_month, 12) for role in plan.roles}
    lost = {
        role.id: Fraction(0) if role.kind == "contractor" else Fraction(plan.hiring.ramp_up_loss)
        for role in plan.roles
    }
    by_role = {
        role.id: (stays[role.id] + year[role.id] * new[role.id]) * full[role.id]
        for role in plan.roles
    }
    desks = [role.id for role in plan.roles if role.kind == "employee"]
    lines = {line.id: Fraction(str(found.lines[line.id])) for line in plan.lines}
    office = Fraction(plan.office.base_usd) + Fraction(plan.office.per_fte_usd) * sum(
        Fraction(str(found.fte[id])) for id in desks
    )
    office += Fraction(plan.office.per_person_usd) * sum(people[id] for id in desks)
    rate = Fraction(plan.overhead.rate) if plan.overhead.kind == "indirect" else Fraction(0)
    fee = Fraction(plan.overhead.rate) if plan.overhead.kind == "fee" else Fraction(0)

    there = {("office", ""): office}
    for role in plan.roles:
        fresh = found.hours_new.get(role.id, {})
        parts = (
            (stays[role.id] * hours, full[role.id] / hours, False),
            (
                new[role.id] * hours * year[role.id] * (1 - lost[role.id]),
                full[role.id] / hours / (1 - lost[role.id]),
                True,
            ),
        )
        for f in (*map(str, FUNCTIONS), ""):
            there[f"role:{role.id}", f] = Fraction(0)
        for all_hours, rate_of_one, is_new in parts:
            given = {
                str(f): Fraction(str(fresh.get(str(f), 0.0)))
                if is_new
                else Fraction(str(found.hours[role.id].get(str(f), 0.0)))
                - Fraction(str(fresh.get(str(f), 0.0)))
                for f in FUNCTIONS
            }
            for f, time in [*given.items(), ("", all_hours - sum(given.values()))]:
                there[f"role:{role.id}", f] += time * rate_of_one
    for line in plan.lines:
        whole = sum(Fraction(part) for part in line.functions.values())
        for f, part in line.functions.items():
            there[f"line:{line.id}", str(f)] = lines[line.id] * Fraction(part) / whole
    placed = {
        (target, f): min(Fraction(str(usd)), max(Fraction(0), there.get((target, f), Fraction(0))))
        for target, parts in found.in_kind_placed.items()
        for f, usd in parts.items()
    }

    def on(target: str) -> Fraction:
        return sum((usd for (one, _), usd in placed.items() if one == target), Fraction(0))

    direct = sum(by_role.values()) + hiring + sum(lines.values()) + office - sum(placed.values())
    without = sum(
        (lines[line.id] - on(f"line:{line.id}") for line in plan.lines if not line.indirect),
        Fraction(0),
    )
    without += Fraction(0) if plan.office.indirect else office - on("office")
    cost = direct + rate * (direct - hiring - without)
    by_function = {
        str(f): sum(
            (
                there.get((f"role:{role.id}", str(f)), Fraction(0))
                - placed.get((f"role:{role.id}", str(f)), Fraction(0))
            )
            * (1 + rate)
            for role in plan.roles
        )
        + sum(
            (
                there.get((f"line:{line.id}", str(f)), Fraction(0))
                - placed.get((f"line:{line.id}", str(f)), Fraction(0))
            )
            * (1 + (rate if line.indirect else 0))
            for line in plan.lines
        )
        for f in FUNCTIONS
    }
    awarded = sum((Fraction(grant.usd) for grant in plan.funding.grants), Fraction(0))
    used = sum(
        (
            max(
                Fraction(0),
                min(
                    Fraction(str(found.grants_used[g.id])),
                    (1 - fee) * Fraction(g.usd),
                    *(
                        []
                        if g.roles or g.lines or g.office
                        else [sum(by_function[str(f)] for f in g.functions)]
                    ),
                ),
            )
            for g in plan.funding.grants
        ),
        Fraction(0),
    )
    return Money(
        by_role,
        direct,
        cost + fee * Fraction(plan.funding.budget_usd),
        by_function,
        (1 + Fraction(plan.reserve_rate)) * cost - used,
        (1 - fee) * (Fraction(plan.funding.budget_usd) - awarded),
    )
