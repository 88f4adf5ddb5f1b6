"""Recompute an allocation from the plan's inputs: every figure it tells and every rule it must
keep, one sentence a fault.
"""

from collections.abc import Iterator

from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Line, Plan
from cidesign.domain.words import FUNCTIONS

CENT = 0.01
HOUR = 1e-4
SHARE = 1e-6


def faults_of(plan: Plan, told: Allocation) -> list[str]:
    """What does not hold in an allocation that says it found a plan; empty when all does."""
    return [
        *_cents(told),
        *_people(plan, told),
        *_lines(plan, told),
        *_coverage(plan, told),
        *_money(plan, told),
    ]


def _differ(name: str, told: float, ours: float, within: float) -> Iterator[str]:
    if abs(told - ours) > within:
        yield f"{name}: told {told!r}, recomputed {ours!r}"


def _above(name: str, value: float, most: float, within: float) -> Iterator[str]:
    if value > most + within:
        yield f"{name}: {value!r} is above {most!r}"


def _cents(told: Allocation) -> Iterator[str]:
    """Dollars are told in cents; function cost is not told but handed on to the years ahead, so it
    is not rounded.
    """
    maps = {"lines": told.lines, "grants": told.grants_used, "gifts": told.in_kind_used}
    dollars = {
        f"{kind} {name}": usd for kind, figures in maps.items() for name, usd in figures.items()
    }
    dollars |= {
        "direct cost": told.direct_cost_usd or 0.0,
        "cost": told.cost_usd or 0.0,
        "unrestricted": told.unrestricted_usd or 0.0,
    }
    for name, usd in dollars.items():
        if round(usd, 2) != usd:
            yield f"{name}: {usd!r} is not in whole cents"


def _need(plan: Plan) -> dict[str, float]:
    return {str(f): float((plan.need or {}).get(f, 0)) for f in FUNCTIONS}


def _people(plan: Plan, told: Allocation) -> Iterator[str]:
    need = _need(plan)
    assert told.fte is not None
    if set(told.fte) != {role.id for role in plan.roles}:
        yield f"fte names {sorted(told.fte)}"
    effective = dict.fromkeys(need, 0.0)
    for role in plan.roles:
        fte = told.fte[role.id]
        steps = fte / float(plan.fte_step)
        if abs(steps - round(steps)) > 1e-9:
            yield f"{role.id}: {fte} FTE is no whole number of steps"
        if fte != 0 and not float(role.min_fte) <= fte <= float(role.max_fte):
            yield f"{role.id}: {fte} FTE is neither 0 nor from {role.min_fte} to {role.max_fte}"
        if role.must_have and fte < float(role.min_fte):
            yield f"{role.id}: a must, and has {fte} FTE"
        booked = told.hours.get(role.id, {})
        for function, hours in booked.items():
            if hours < -HOUR or (hours > HOUR and function not in role.does):
                yield f"{role.id}: {hours} hours for {function}"
            effective[function] += hours * float(role.does.get(function, 0))  # type: ignore[call-overload]
        idle = told.unassigned_hours.get(role.id, 0.0)
        if idle < -HOUR:
            yield f"{role.id}: {idle} unassigned hours"
        yield from _differ(
            f"hours of {role.id}",
            sum(booked.values()) + idle,
            fte * float(plan.hours_per_fte_month),
            HOUR,
        )
    for function, hours in effective.items():
        yield from _above(f"effective staff hours of {function}", hours, need[function], HOUR)


def hours_bought(line: Line, usd: float) -> float:
    """Hours per month that a spend buys: nothing for nothing, else the fixed hours and then along
    the pieces.
    """
    if usd <= 0:
        return 0.0
    hours, left = float(line.fixed_hours_per_month), usd - float(line.fixed_usd)
    for piece in line.pieces:
        hours += (
            min(max(left, 0.0), float(piece.usd)) * float(piece.hours_per_month_per_1000_usd) / 1000
        )
        left -= float(piece.usd)
    return hours


def _lines(plan: Plan, told: Allocation) -> Iterator[str]:
    if set(told.lines) != {line.id for line in plan.lines}:
        yield f"lines names {sorted(told.lines)}"
    for line in plan.lines:
        usd = told.lines[line.id]
        if usd != 0 and not float(line.fixed_usd) - CENT <= usd <= float(line.most_usd) + CENT:
            yield f"{line.id}: ${usd} is neither 0 nor from {line.fixed_usd} to {line.most_usd}"


def _coverage(plan: Plan, told: Allocation) -> Iterator[str]:
    need, shares = _need(plan), plan.shares(plan.need or {})
    assert told.coverage is not None
    assert told.plan_score is not None
    score = 0.0
    for function in FUNCTIONS:
        if need[function] == 0:
            if told.coverage.get(function) is not None:
                yield f"{function} has no need and coverage {told.coverage[function]}"
            continue
        staff = sum(
            told.hours.get(r.id, {}).get(function, 0.0) * float(r.does.get(function, 0))
            for r in plan.roles
        )
        bought = sum(
            float(x.functions.get(function, 0) / sum(x.functions.values()))
            * hours_bought(x, told.lines[x.id])
            for x in plan.lines
        )
        counted = told.line_hours.get(function, 0.0)
        yield from _above(f"counted hours of {function} beside those bought", counted, bought, HOUR)
        yield from _above(
            f"counted hours of {function}",
            counted,
            (1 - float(plan.people_only_share)) * need[function],
            HOUR,
        )
        covered = told.coverage[function]
        assert covered is not None, function
        yield from _differ(
            f"coverage of {function}", covered, min(1.0, (staff + counted) / need[function]), SHARE
        )
        if covered < float(plan.floor_of(function)) - SHARE:
            yield f"{function}: coverage {covered} is below its floor"
        if function in shares:
            score += float(shares[function] / sum(shares.values())) * benefit(plan, covered)
    yield from _differ("plan score", told.plan_score, score, 1e-4)


def benefit(plan: Plan, coverage: float) -> float:
    """Points of benefit at a coverage, along the plan's curve and flat after its last point."""
    at, height = 0.0, 0.0
    for point in plan.benefit_curve:
        to, top = float(point.coverage), float(point.benefit)
        if coverage <= to:
            return height + (top - height) * (coverage - at) / (to - at)
        at, height = to, top
    return height


def _money(plan: Plan, told: Allocation) -> Iterator[str]:
    """Totals, the money row, gifts within what they offset, grants within what they may pay."""
    assert told.fte is not None
    assert told.direct_cost_usd is not None
    assert told.cost_usd is not None
    assert told.unrestricted_usd is not None
    assert told.free_usd is not None
    indirect, fee = float(plan.overhead.indirect_rate), float(plan.overhead.fee_rate)
    gross = {f"role:{r.id}": float(r.cost_per_fte_usd) * told.fte[r.id] for r in plan.roles}
    gross |= {f"line:{x.id}": told.lines[x.id] for x in plan.lines}
    gross["office"] = float(plan.office.base_usd) + float(plan.office.per_fte_usd) * sum(
        told.fte.values()
    )
    exempt = {f"line:{x.id}" for x in plan.lines if not x.indirect} | (
        set() if plan.office.indirect else {"office"}
    )
    given = dict.fromkeys(gross, 0.0)
    if set(told.in_kind_used) != {gift.id for gift in plan.in_kind}:
        yield f"in_kind_used names {sorted(told.in_kind_used)}"
    for gift in plan.in_kind:
        used = told.in_kind_used[gift.id]
        given[gift.offsets] += used
        yield from _above(f"gift {gift.id}", used, float(gift.usd), CENT)
        yield from _above(f"gift {gift.id} below 0", -used, 0, 0)
    for target, usd in given.items():
        yield from _above(f"gifts on {target}", usd, gross[target], CENT)
    direct = sum(gross.values()) - sum(given.values())
    cost = direct + indirect * sum(
        gross[target] - given[target] for target in gross if target not in exempt
    )
    yield from _differ("direct cost", told.direct_cost_usd, direct, 2 * CENT)
    yield from _differ("cost", told.cost_usd, cost + fee * float(plan.funding.budget_usd), 3 * CENT)
    awarded = float(sum(grant.usd for grant in plan.funding.grants))
    free = (1 - fee) * (float(plan.funding.budget_usd) - awarded)
    yield from _differ("free money", told.free_usd, free, CENT)
    taken = (1 + float(plan.reserve_rate)) * cost - sum(told.grants_used.values())
    yield from _differ("unrestricted money", told.unrestricted_usd, taken, 5 * CENT)
    yield from _above("unrestricted money", told.unrestricted_usd, free, CENT)
    yield from _functions(plan, told, given)


def _functions(plan: Plan, told: Allocation, given: dict[str, float]) -> Iterator[str]:
    """Function costs lie between everything after all gifts and everything before; their sum is
    what is not idle, office or needless.
    """
    indirect, fee = float(plan.overhead.indirect_rate), float(plan.overhead.fee_rate)
    month = float(plan.hours_per_fte_month)
    assert told.fte is not None
    before, after_all, slack, wasted = dict.fromkeys(map(str, FUNCTIONS), 0.0), 0.0, 0.0, 0.0
    for role in plan.roles:
        wage = float(role.cost_per_fte_usd) / month
        for function, hours in told.hours.get(role.id, {}).items():
            before[function] += (1 + indirect) * wage * hours
        idle = wage * told.unassigned_hours.get(role.id, 0.0)
        booked = wage * sum(told.hours.get(role.id, {}).values())
        gifts = given[f"role:{role.id}"]
        after_all += (1 + indirect) * (booked - gifts)
        slack += (1 + indirect) * min(idle, gifts)
        wasted += idle
    for line in plan.lines:
        rate = 1 + (indirect if line.indirect else 0)
        for function, proportion in line.functions.items():
            before[function] += (
                rate * float(proportion / sum(line.functions.values())) * told.lines[line.id]
            )
        after_all += rate * (told.lines[line.id] - given[f"line:{line.id}"])
    for function, usd in before.items():
        cost = told.function_cost_usd.get(function, 0.0)
        yield from _above(f"cost of {function}", cost, usd, 2 * CENT)
        yield from _above(f"cost of {function} below 0", -cost, 0, 0)
    whole = sum(told.function_cost_usd.values())
    yield from _above("function costs together", whole, after_all + slack, 0.1)
    yield from _above("function costs together, less than", -whole, -after_all, 0.1)
    yield from _grants(plan, told, fee)
    share = float(plan.community_min_share)
    if share and told.direct_cost_usd is not None:
        # The least load there can be on community work is none: its cost after in-kind is at most
        # its function cost.
        voice = told.function_cost_usd.get("community", 0.0)
        yield from _above("community share", share * told.direct_cost_usd, voice, 0.05)


def _grants(plan: Plan, told: Allocation, fee: float) -> Iterator[str]:
    """Each grant within its dollars, each set of grants within the cost of all functions they may
    pay for (Hall's condition).
    """
    need = _need(plan)
    grants = plan.funding.grants
    if set(told.grants_used) != {grant.id for grant in grants}:
        yield f"grants_used names {sorted(told.grants_used)}"
    for grant in grants:
        used = told.grants_used[grant.id]
        yield from _above(f"grant {grant.id}", used, (1 - fee) * float(grant.usd), CENT)
        yield from _above(f"grant {grant.id} below 0", -used, 0, 0)
    for chosen in range(1, 2 ** len(grants)):
        some = [grant for number, grant in enumerate(grants) if chosen >> number & 1]
        paid = {f for grant in some for f in grant.functions if need[f] > 0}
        most = sum(told.function_cost_usd.get(f, 0.0) for f in paid)
        yield from _above(
            f"grants {[g.id for g in some]} together",
            sum(told.grants_used[g.id] for g in some),
            most,
            2 * CENT,
        )
