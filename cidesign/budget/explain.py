"""Why the plan is as it is: what holds it back, which rules exclude each other, and what alone
would mend it.

All answers are finite differences: a rule is relaxed and the program solved again. Duals of a
program with whole numbers mislead.
"""

import time
from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, Decimal

from cidesign.budget.choices import by_id
from cidesign.budget.program import model_without_money
from cidesign.budget.search import best_score
from cidesign.domain.allocation import Allocation, Repair, Rule
from cidesign.domain.plan import Piece, Plan
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.solver import Session

NOTICED = 0.05
"""Points: scores are told to 0.1, so a smaller gain is none."""
_PLENTY = Decimal(10) ** 13
_PLENTY_OF_STEPS = 200
_TIGHT = 1e-6
_THOUSANDTH = Decimal("0.001")
_TEN_THOUSANDTH = Decimal("0.0001")


def find_binding(plan: Plan, found: Allocation, seconds: float) -> tuple[Rule, ...]:
    """Rules that are tight in the plan and, relaxed alone, would raise its score by what can be
    told (0.05 points).
    """
    ends = time.monotonic() + seconds
    score = found.plan_score or 0.0
    held = []
    for rule in _tight(plan, found):
        answer = best_score(relaxed(plan, rule), max(0.01, ends - time.monotonic()))
        if answer.value is not None and answer.value > score + NOTICED:
            held.append(rule)
    return tuple(held)


def find_conflict(plan: Plan, seconds: float) -> tuple[Rule, ...]:
    """A smallest set of rules that cannot all hold: none of them can be dropped from it (deletion
    filter). Empty for a possible plan.

    What others set always holds: what a grant may pay, how much of a line there is, and the reserve
    inside the budget rule.

    Source: Chinneck & Dravnieks 1991, ORSA Journal on Computing 3:157-168.
    """
    ends = time.monotonic() + seconds
    if best_score(plan, seconds).status != "infeasible":
        return ()
    kept = list(_rules(plan))
    current = plan
    for rule in tuple(kept):
        without = relaxed(current, rule)
        if best_score(without, max(0.01, ends - time.monotonic())).status == "infeasible":
            current = without
            kept.remove(rule)
    return tuple(kept)


def find_repairs(plan: Plan, seconds: float) -> tuple[Repair, ...]:
    """Changes of one lever each that alone make the plan possible, with the plan score each leads
    to. Empty for a possible plan.
    """
    ends = time.monotonic() + seconds
    if best_score(plan, seconds).status != "infeasible":
        return ()

    def score(changed: Plan) -> float | None:
        return best_score(changed, max(0.01, ends - time.monotonic())).value

    return tuple(
        repair for repair in _repairs(plan, score, seconds) if repair.plan_score is not None
    )


def _repairs(plan: Plan, score: Callable[[Plan], float | None], seconds: float) -> Iterator[Repair]:
    budget = find_least_budget(plan, seconds)
    if budget is not None:
        more = budget - plan.funding.budget_usd
        yield Repair("budget_usd", float(more), score(_funded(plan, budget)))
    floors = {f: plan.floor_of(f) for f in FUNCTIONS if (plan.need or {}).get(f, 0) > 0}
    if any(floors.values()):
        top = max(floors.values())
        cap = _largest(
            lambda share: plan.model_copy(
                update={"floor": {f: min(v, share) for f, v in floors.items()}}
            ),
            top,
            _TEN_THOUSANDTH,
            score,
        )
        if cap is not None:
            yield Repair("floor", float(cap[0] - top), cap[1])
    if plan.community_min_share:
        share = _largest(
            lambda s: plan.model_copy(update={"community_min_share": s}),
            plan.community_min_share,
            _THOUSANDTH,
            score,
        )
        if share is not None:
            yield Repair(
                "community_min_share", float(share[0] - plan.community_min_share), share[1]
            )
    if plan.reserve_rate:
        rate = _largest(
            lambda r: plan.model_copy(update={"reserve_rate": r}),
            plan.reserve_rate,
            _THOUSANDTH,
            score,
        )
        if rate is not None:
            yield Repair("reserve_rate", float(rate[0] - plan.reserve_rate), rate[1])
    for role in by_id(plan.roles):
        raised = _more_posts(plan, role.id, score)
        if raised is not None:
            yield Repair(f"max_fte:{role.id}", float(raised[0]), raised[1])
        if role.must_have:
            yield Repair(
                f"must_have:{role.id}",
                float(-role.min_fte),
                score(relaxed(plan, Rule("must_have", role.id))),
            )


def _more_posts(
    plan: Plan, id: str, score: Callable[[Plan], float | None]
) -> tuple[Decimal, float] | None:
    """The least FTE more of one role that makes the plan possible; None where that does not
    help.
    """
    steps = _PLENTY_OF_STEPS
    if score(_with_limit(plan, id, steps)) is None:
        return None
    low, high = 0, steps
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (
            (low, middle) if score(_with_limit(plan, id, middle)) is not None else (middle, high)
        )
    value = score(_with_limit(plan, id, high))
    return None if value is None else (high * plan.fte_step, value)


def _with_limit(plan: Plan, id: str | None, steps: int) -> Plan:
    more = plan.fte_step * steps
    return plan.model_copy(
        update={
            "roles": tuple(
                r.model_copy(update={"max_fte": r.max_fte + more}) if r.id == id else r
                for r in plan.roles
            )
        }
    )


def _capped(plan: Plan, floors: dict[Function, Decimal], most: Decimal) -> Plan:
    return plan.model_copy(
        update={"floor": {function: min(floor, most) for function, floor in floors.items()}}
    )


def _largest(
    changed: Callable[[Decimal], Plan],
    top: Decimal,
    grain: Decimal,
    score: Callable[[Plan], float | None],
) -> tuple[Decimal, float] | None:
    """The largest value below ``top``, to the grain, at which the plan is possible; None where not
    even 0 helps.
    """
    best = score(changed(Decimal(0)))
    if best is None:
        return None
    low, high = 0, int((top / grain).to_integral_value(ROUND_CEILING))
    while high - low > 1:
        middle = (low + high) // 2
        value = score(changed(middle * grain))
        low, high, best = (middle, high, value) if value is not None else (low, middle, best)
    return low * grain, best


def find_least_budget(plan: Plan, seconds: float) -> Decimal | None:
    """The least budget, to the cent above, at which every other rule can hold; None where money
    does not help.
    """
    program = model_without_money(plan)
    answer = Session(program.statement, -1 * program.unrestricted, seconds=seconds).first
    if answer.value is None:
        return None
    awarded = plan.funding.awarded_usd
    free = Decimal(repr(round(-answer.value, 8))) * 1000 / (1 - plan.overhead.fee_rate)
    return max(
        awarded, (free + awarded + Decimal("0.001")).quantize(Decimal("0.01"), ROUND_CEILING)
    )


def _funded(plan: Plan, budget_usd: Decimal) -> Plan:
    return plan.model_copy(
        update={"funding": plan.funding.model_copy(update={"budget_usd": budget_usd})}
    )


def _rules(plan: Plan) -> Iterator[Rule]:
    """Every rule that can stand in another's way. The first is dropped first: a conflict that no
    money mends is told without money.
    """
    yield Rule("budget")
    yield from (Rule("max_fte", role.id) for role in by_id(plan.roles))
    if plan.people_only_share:
        yield Rule("people_only_share")
    if plan.community_min_share:
        yield Rule("community_min_share")
    yield from (Rule("must_have", role.id) for role in by_id(plan.roles) if role.must_have)
    yield from (
        Rule("floor", str(f))
        for f in FUNCTIONS
        if (plan.need or {}).get(f, 0) > 0 and plan.floor_of(f)
    )


def _tight(plan: Plan, found: Allocation) -> Iterator[Rule]:
    coverage, fte = found.coverage or {}, found.fte or {}
    yield Rule("budget")
    yield from (
        Rule("max_fte", r.id)
        for r in by_id(plan.roles)
        if r.max_fte and fte[r.id] >= float(r.max_fte) - _TIGHT
    )
    yield from (
        Rule("must_have", r.id)
        for r in by_id(plan.roles)
        if r.must_have and fte[r.id] <= float(r.min_fte) + _TIGHT
    )
    for function in found.need:
        covered = coverage.get(function)
        floor = float(plan.floor_of(Function(function)))
        if covered is not None and floor and covered <= floor + 1e-4:
            yield Rule("floor", function)
    cap = float(1 - plan.people_only_share)
    if plan.people_only_share and any(
        need and found.line_hours.get(f, 0.0) >= cap * need - 1e-4 for f, need in found.need.items()
    ):
        yield Rule("people_only_share")
    yield from (
        Rule("line_limit", line.id)
        for line in by_id(plan.lines)
        if found.lines[line.id] >= float(line.most_usd) > 0
    )
    yield from (Rule("grant", grant.id) for grant in by_id(plan.funding.grants))
    if plan.community_min_share:
        yield Rule("community_min_share")
    if plan.reserve_rate:
        yield Rule("reserve")


def relaxed(plan: Plan, rule: Rule) -> Plan:
    """The plan without one rule."""
    return plan.model_copy(update=_RELAXED[rule.rule](plan, rule.id))


def _without_limit(plan: Plan, id: str | None) -> dict[str, object]:
    return {"roles": _with_limit(plan, id, _PLENTY_OF_STEPS).roles}


def _not_a_must(plan: Plan, id: str | None) -> dict[str, object]:
    return {
        "roles": tuple(
            r.model_copy(update={"must_have": False}) if r.id == id else r for r in plan.roles
        )
    }


def _without_floor(plan: Plan, id: str | None) -> dict[str, object]:
    return {"floor": {f: plan.floor_of(f) for f in FUNCTIONS if f != id}}


def _more_of_line(plan: Plan, id: str | None) -> dict[str, object]:
    return {
        "lines": tuple(
            line.model_copy(update={"pieces": (*line.pieces[:-1], _longer(line.pieces[-1]))})
            if line.id == id and line.pieces
            else line
            for line in plan.lines
        )
    }


def _longer(piece: Piece) -> Piece:
    return piece.model_copy(update={"usd": piece.usd * 100})


def _freed(plan: Plan, id: str | None) -> dict[str, object]:
    return {
        "funding": plan.funding.model_copy(
            update={"grants": tuple(grant for grant in plan.funding.grants if grant.id != id)}
        )
    }


_RELAXED: dict[str, Callable[[Plan, str | None], dict[str, object]]] = {
    "budget": lambda plan, _: {"funding": plan.funding.model_copy(update={"budget_usd": _PLENTY})},
    "max_fte": _without_limit,
    "must_have": _not_a_must,
    "floor": _without_floor,
    "people_only_share": lambda _plan, _: {"people_only_share": Decimal(0)},
    "community_min_share": lambda _plan, _: {"community_min_share": Decimal(0)},
    "line_limit": _more_of_line,
    "grant": _freed,
    "reserve": lambda _plan, _: {"reserve_rate": Decimal(0)},
}
