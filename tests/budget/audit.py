"""Recompute an allocation from the plan's inputs: every figure it tells and every rule it must
keep, one sentence a fault.

What is not told (where each gift and each grant's dollar went, month by month) must at least be
possible: a linear program looks for it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from cidesign.domain.allocation import Allocation
from cidesign.domain.money import Grant
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.words import FUNCTIONS
from tests.budget.linear import Form, Program, solved, times, total, value_of

CENT = 0.01
HOUR = 1e-4
SHARE = 1e-6
PLACED = 0.05


def faults_of(plan: Plan, told: Allocation) -> list[str]:
    """What does not hold in an allocation that says it found a plan; empty when all does."""
    return [
        *_cents(told),
        *_people(plan, told),
        *_lines(plan, told),
        *_coverage(plan, told),
        *_money(plan, told),
        *_who_pays(plan, told),
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
        "hiring": getattr(told, "hiring_cost_usd", None) or 0.0,
    }
    for name, usd in dollars.items():
        if round(usd, 2) != usd:
            yield f"{name}: {usd!r} is not in whole cents"


@dataclass(frozen=True)
class Filled:
    """What the FTE of a role means: hours a month and dollars a year.

    Args:
        staying: hours of those who stay.
        new: hours of those who are newly hired, or of a contractor.
        wage: dollars a year for an hour a month of those who stay.
        new_wage: likewise of those who are new.
        pay: of all of them.
        hiring: hiring cost, severance not in it.
        severance: of those who leave.
        desks: what they add to the office.
    """

    people: int
    staying: float
    new: float
    wage: float
    new_wage: float
    hiring: float = 0.0
    severance: float = 0.0
    desks: float = 0.0

    @property
    def pay(self) -> float:
        return self.staying * self.wage + self.new * self.new_wage


def filled(plan: Plan, role: Role, fte: float) -> Filled:
    """How many people, who of them stays, what they work and cost."""
    month = float(plan.hours_per_fte_month)
    wage = float(role.salary_usd * (1 + role.benefits_rate)) / month
    part = (13 - role.start_month) / 12
    people = ceil(round(fte, 9))
    if role.kind == "contractor":
        return Filled(people, 0.0, part * fte * month, wage, wage)
    chairs, there = ceil(role.in_post), float(role.in_post)
    stay = min(fte, chairs)
    kept = 1 - float(plan.hiring.ramp_up_loss)
    salary = float(role.salary_usd)
    newcomers = max(0, people - chairs)
    return Filled(
        people,
        stay * month,
        part * kept * (fte - stay) * month,
        wage,
        wage / kept,
        hiring=float(plan.hiring.cost_share) * salary * (fte - stay)
        + float(plan.hiring.per_person_usd) * newcomers,
        severance=float(plan.hiring.severance_share) * salary * max(0.0, there - fte),
        desks=float(plan.office.per_fte_usd) * fte + float(plan.office.per_person_usd) * people,
    )


def _need(plan: Plan) -> dict[str, float]:
    return {str(f): float((plan.need or {}).get(f, 0)) for f in FUNCTIONS}


def _effect(role: Role, function: str) -> float:
    return {str(f): float(effect) for f, effect in role.does.items()}.get(function, 0.0)


def _leading(told: Allocation, role: Role) -> float:
    return (getattr(told, "supervision_hours", None) or {}).get(role.id, 0.0)


def _may_be(plan: Plan, role: Role, fte: float) -> bool:
    """Whether a role may have this FTE at all."""
    exact = Fraction(fte).limit_denominator(10**6)
    last = exact - exact // 1
    if exact == 0:
        return not role.must_have
    if exact == Fraction(role.in_post):
        return True
    within = Fraction(role.min_fte) <= exact <= Fraction(role.max_fte)
    return within and (last == 0 or last >= Fraction(plan.smallest_post))


def _people(plan: Plan, told: Allocation) -> Iterator[str]:
    need = _need(plan)
    assert told.fte is not None
    if set(told.fte) != {role.id for role in plan.roles}:
        yield f"fte names {sorted(told.fte)}"
    effective = dict.fromkeys(need, 0.0)
    people, led, idle_leaders = 0, 0.0, 0.0
    leaders = plan.supervision.by if plan.supervision else ()
    for role in plan.roles:
        fte = told.fte[role.id]
        steps = fte / float(plan.fte_step)
        if abs(steps - round(steps)) > 1e-9:
            yield f"{role.id}: {fte} FTE is no whole number of steps"
        if not _may_be(plan, role, fte):
            yield f"{role.id}: {fte} FTE is none it may have"
        for other in role.needs:
            if fte and not told.fte[other]:
                yield f"{role.id} is hired without {other}"
        post = filled(plan, role, fte)
        people += post.people
        booked = told.hours.get(role.id, {})
        for function, hours in booked.items():
            if hours < -HOUR or (hours > HOUR and not _effect(role, function)):
                yield f"{role.id}: {hours} hours for {function}"
            effective[function] += hours * _effect(role, function)
        idle, leading = told.unassigned_hours.get(role.id, 0.0), _leading(told, role)
        if idle < -HOUR:
            yield f"{role.id}: {idle} unassigned hours"
        if leading < -HOUR or (leading > HOUR and role.id not in leaders):
            yield f"{role.id}: {leading} hours of supervision"
        led += leading
        idle_leaders += idle if role.id in leaders else 0.0
        yield from _differ(
            f"hours of {role.id}",
            sum(booked.values()) + leading + idle,
            post.staying + post.new,
            HOUR,
        )
        yield from _newcomers(told, role, post)
    if plan.supervision:
        owed = float(plan.supervision.hours_per_person) * max(0, people - 1)
        if getattr(told, "supervision_hours", None) is None:
            led = idle_leaders
        yield from _above(f"hours that {people} people are owed", owed, led, HOUR)
    for function, hours in effective.items():
        yield from _above(f"effective staff hours of {function}", hours, need[function], HOUR)


def _newcomers(told: Allocation, role: Role, post: Filled) -> Iterator[str]:
    """The hours of those who are new lie within all hours, and within what they have."""
    if role.kind == "contractor" or getattr(told, "hours_new", None) is None:
        return
    booked, new = told.hours.get(role.id, {}), told.hours_new.get(role.id, {})  # type: ignore[attr-defined]
    for function, hours in new.items():
        yield from _above(f"new hours of {role.id}", hours, booked.get(function, 0.0), HOUR)
        yield from _above(f"new hours of {role.id} below 0", -hours, 0.0, HOUR)
    yield from _above(f"all new hours of {role.id}", sum(new.values()), post.new, HOUR)
    staying = sum(booked.values()) - sum(new.values())
    yield from _above(f"all staying hours of {role.id}", staying, post.staying, HOUR)


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
        if line.min_usd:
            yield from _above(f"owed to {line.id}", float(line.min_usd), usd, CENT)


def _coverage(plan: Plan, told: Allocation) -> Iterator[str]:
    need = _need(plan)
    said = {str(f): float(priority) for f, priority in plan.priorities.items()}
    weights = {f: said.get(f, 1.0) * hours for f, hours in need.items()}
    assert told.coverage is not None
    assert told.plan_score is not None
    score = 0.0
    for function in FUNCTIONS:
        if need[function] == 0:
            if told.coverage.get(function) is not None:
                yield f"{function} has no need and coverage {told.coverage[function]}"
            continue
        staff = sum(
            told.hours.get(r.id, {}).get(function, 0.0) * _effect(r, function) for r in plan.roles
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
        floor = plan.floor.get(function, 0) if isinstance(plan.floor, dict) else plan.floor
        if covered < float(floor) - SHARE:
            yield f"{function}: coverage {covered} is below its floor"
        score += weights[function] / sum(weights.values()) * benefit(plan, covered)
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
    """Totals, the money row, gifts within what they offset, grants within their dollars."""
    assert told.fte is not None
    assert told.direct_cost_usd is not None
    assert told.cost_usd is not None
    assert told.unrestricted_usd is not None
    assert told.free_usd is not None
    indirect, fee = float(plan.overhead.indirect_rate), float(plan.overhead.fee_rate)
    posts = {role.id: filled(plan, role, told.fte[role.id]) for role in plan.roles}
    gross = {f"role:{role}": post.pay for role, post in posts.items()}
    gross |= {f"line:{x.id}": told.lines[x.id] for x in plan.lines}
    gross["office"] = float(plan.office.base_usd) + sum(post.desks for post in posts.values())
    hiring = sum(post.hiring + post.severance for post in posts.values())
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
    direct = hiring + sum(gross.values()) - sum(given.values())
    cost = direct + indirect * sum(
        gross[target] - given[target] for target in gross if target not in exempt
    )
    if getattr(told, "hiring_cost_usd", None) is not None:
        yield from _differ("hiring cost", told.hiring_cost_usd, hiring, CENT)  # type: ignore[attr-defined]
    yield from _differ("direct cost", told.direct_cost_usd, direct, 2 * CENT)
    yield from _differ("cost", told.cost_usd, cost + fee * float(plan.funding.budget_usd), 3 * CENT)
    awarded = float(sum(grant.usd for grant in plan.funding.grants))
    free = (1 - fee) * (float(plan.funding.budget_usd) - awarded)
    yield from _differ("free money", told.free_usd, free, CENT)
    taken = (1 + float(plan.reserve_rate)) * cost - sum(told.grants_used.values())
    yield from _differ("unrestricted money", told.unrestricted_usd, taken, 5 * CENT)
    yield from _above("unrestricted money", told.unrestricted_usd, free, CENT)
    if set(told.grants_used) != {grant.id for grant in plan.funding.grants}:
        yield f"grants_used names {sorted(told.grants_used)}"
    for grant in plan.funding.grants:
        used = told.grants_used[grant.id]
        yield from _above(f"grant {grant.id}", used, (1 - fee) * float(grant.usd), CENT)
        yield from _above(f"grant {grant.id} below 0", -used, 0, 0)


class _Told:
    """A linear program in which what is told may be missed, each dollar at its price."""

    def __init__(self) -> None:
        self.made, self.missed = Program(), {}  # type: tuple[Program, dict[str, Form]]

    def is_told(self, name: str, form: Form, usd: float) -> None:
        over, under = self.made.column("over", name), self.made.column("under", name)
        self.made.row(name, total(form, under, times(-1, over)), low=usd, high=usd)
        self.missed[name] = total(over, under)

    def is_at_least_0(self, name: str, form: Form) -> None:
        under = self.made.column("under", name)
        self.made.row(name, total(form, under), low=0)
        self.missed[name] = under

    def faults(self) -> Iterator[str]:
        values = solved(self.made, total(*self.missed.values()))
        for name, form in self.missed.items():
            yield from _above(f"{name}: off by dollars", value_of(form, values), 0.0, PLACED)


@dataclass(frozen=True)
class _Part:
    """A part of cost with its months: ``place`` is what a gift offsets and the function in it."""

    place: tuple[str, str]
    usd: Form
    first: int
    load: float
    may: Callable[[Grant], bool]
    last: int = 12
    takes_gifts: bool = True


def _who_pays(plan: Plan, told: Allocation) -> Iterator[str]:
    """Whether hours of those who stay and who are new, gifts and grants can be placed as told."""
    checked = _Told()
    parts = [*_parts(plan, told, checked)]
    made, nets = checked.made, []
    paid: dict[str, Form] = {grant.id: {} for grant in plan.funding.grants}
    for number, part in enumerate(parts):
        gifts = [
            made.column("gift", gift.id, str(number))
            for gift in plan.in_kind
            if part.takes_gifts and gift.offsets == part.place[0]
        ]
        net = total(part.usd, *(times(-1, gift) for gift in gifts))
        nets.append(net)
        if gifts:
            made.row("gifts within the cost", net, low=0)
        payers = [grant for grant in plan.funding.grants if part.may(grant)]
        for month in range(part.first, part.last + 1):
            spent: Form = {}
            for grant in payers:
                if grant.months[0] <= month <= grant.months[1]:
                    direct = made.column("pays", grant.id, str(number), str(month))
                    spent = total(spent, direct)
                    cap = 9.0 if grant.indirect_cap is None else float(grant.indirect_cap)
                    paid[grant.id] = total(
                        paid[grant.id], times(1 + min(cap, part.load - 1), direct)
                    )
            if spent:
                each = times(1 / (part.last - part.first + 1), net)
                made.row("paid once", total(spent, times(-1, each)), high=0)
    for grant in plan.funding.grants:
        checked.is_told(f"use of grant {grant.id}", paid[grant.id], told.grants_used[grant.id])
    for gift in plan.in_kind:
        placed = {key: 1.0 for key in made.columns if key[:2] == ("gift", gift.id)}
        checked.is_told(f"use of gift {gift.id}", placed, told.in_kind_used[gift.id])
    for place in {part.place for part in parts if part.takes_gifts}:
        figure = told.in_kind_placed.get(place[0], {}).get(place[1], 0.0)
        here = [number for number, part in enumerate(parts) if part.place == place]
        placed = total(
            *(
                {key: 1.0}
                for key in made.columns
                if key[0] == "gift" and int(key[2]) in here  # type: ignore[arg-type]
            )
        )
        if told.in_kind_placed:
            checked.is_told(f"gifts on {' '.join(place)}", placed, figure)
    for function in FUNCTIONS if told.function_cost_usd else ():
        cost = [
            times(part.load, net)
            for part, net in zip(parts, nets, strict=True)
            if part.place[1] == function
        ]
        checked.is_told(
            f"cost of {function}", total(*cost), told.function_cost_usd.get(function, 0.0)
        )
    share = float(plan.community_min_share)
    if share:
        everything = [part for part in parts if part.takes_gifts]
        voice = [part.usd for part in everything if part.place[1] == "community"]
        checked.is_at_least_0(
            "community share", total(*voice, *(times(-share, part.usd) for part in everything))
        )
    yield from checked.faults()


def _parts(plan: Plan, told: Allocation, checked: _Told) -> Iterator[_Part]:
    """All cost that is told, in parts; where it is not told who of a role is new, that is left
    open.
    """
    assert told.fte is not None
    rho = 1 + float(plan.overhead.indirect_rate)
    need, desks = _need(plan), float(plan.office.base_usd)
    for role in plan.roles:
        post = filled(plan, role, told.fte[role.id])
        desks += post.desks
        other = told.unassigned_hours.get(role.id, 0.0) + _leading(told, role)
        split = getattr(told, "hours_new", None)
        all_new: Form = {}
        for function, said in {**told.hours.get(role.id, {}), "": other}.items():
            hours = max(said, 0.0)
            new = _new_hours(checked.made, role, post, function, hours, split)
            all_new = total(all_new, new)
            staying = total({(): hours}, times(-1, new))

            def may(grant: Grant, role: str = role.id, function: str = function) -> bool:
                return role in grant.roles or function in grant.functions

            place = (f"role:{role.id}", function)
            yield _Part(place, times(post.wage, staying), 1, rho, may)
            yield _Part(place, times(post.new_wage, new), role.start_month, rho, may)
        checked.is_told(
            f"hours of who is new among {role.id}",
            times(post.wage, all_new),
            post.wage * post.new,
        )
        start = role.start_month
        yield _Part(
            (f"role:{role.id}", "hiring"),
            {(): post.hiring},
            start,
            1.0,
            lambda grant, role=role.id: role in grant.roles,
            last=start,
            takes_gifts=False,
        )
    for line in plan.lines:
        for name, proportion in line.functions.items():
            usd = float(proportion / sum(line.functions.values())) * max(told.lines[line.id], 0.0)
            load = rho if line.indirect else 1.0

            def pays(grant: Grant, line: str = line.id, function: str = name) -> bool:
                return line in grant.lines or (need[function] > 0 and function in grant.functions)

            yield _Part((f"line:{line.id}", name), {(): usd}, 1, load, pays)
    load = rho if plan.office.indirect else 1.0
    yield _Part(("office", ""), {(): desks}, 1, load, lambda grant: grant.office)


def _new_hours(
    made: Program,
    role: Role,
    post: Filled,
    function: str,
    hours: float,
    split: dict[str, dict[str, float]] | None,
) -> Form:
    """The part of a role's hours in a function (or of its other time) that those who are new give:
    as told where it is, else whatever fits.
    """
    if role.kind == "contractor" or post.staying < HOUR:
        return {(): hours}
    if post.new < HOUR:
        return {(): 0.0}
    if split is not None and function:
        return {(): min(hours, max(0.0, split.get(role.id, {}).get(function, 0.0)))}
    return made.column("new", role.id, function, high=hours)
