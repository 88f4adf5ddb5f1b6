"""An oracle by exhaustion: every staffing, and for each the best use of hours, lines and money.

Nothing is cut but what a stated bound rules out: too little capacity for a floor or for the best
score seen, or too little money even if every gift and every grant could be used whole; and a line
is decided only where buying a part of its fixed amount would be better. Meant for ``fte_step`` 0.5.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from math import ceil, floor, inf

import numpy as np

from cidesign.domain.plan import Line, Plan, Role
from tests.budget.inner import Inner, Name, Row, state_of

SCORE_SLACK = 1e-5
Fte = dict[str, float]
Bought = Mapping[str, float]
Solve = Callable[[Fte, Bought], tuple[float, Mapping[Name, float]]]


@dataclass(frozen=True)
class Answer:
    """Best plan score and the least unrestricted money within 1e-5 points of it; both None where no
    plan exists.
    """

    score: float | None
    money: float | None
    fte: dict[str, float] | None
    programs_solved: int


def admissible(plan: Plan, role: Role) -> list[float]:
    """The FTE a role may have."""
    step, post = plan.fte_step, plan.smallest_post
    between = {
        full + part * step
        for full in range(floor(role.max_fte) + 1)
        for part in range(ceil(1 / step))
        if part == 0 or (part * step < 1 and part * step >= post)
        if 1 % step == 0 and role.min_fte <= full + part * step <= role.max_fte
    }
    assert 1 % step == 0, "the oracle is meant for steps that divide a whole post"
    nobody = set() if role.must_have else {0}
    return sorted(float(fte) for fte in (between - {0}) | ({role.in_post} - {0}) | nobody)


def staffings(plan: Plan) -> list[Fte]:
    """Every staffing in which each role has those it needs."""
    ids = [role.id for role in plan.roles]
    drawn = product(*(admissible(plan, role) for role in plan.roles))
    return [
        fte
        for fte in (dict(zip(ids, one, strict=True)) for one in drawn)
        if all(fte[other] for role in plan.roles if fte[role.id] for other in role.needs)
    ]


def exhaust(plan: Plan) -> Answer:
    """The best of all staffings and line choices."""
    inner, search = Inner(plan), _Lines(plan)
    everybody = staffings(plan)
    if not everybody:
        return Answer(None, None, None, 0)
    bound, money = score_bounds(inner, everybody), money_bounds(inner, everybody)
    possible = np.flatnonzero((bound > -inf) & (money <= inner.free + 1e-6))
    top = -inf
    for k in possible[np.argsort(-bound[possible], kind="stable")]:
        if bound[k] <= top + 1e-9:
            break
        top = max(top, search.most(inner.most_score, everybody[k], above=top))
    if top == -inf:
        return Answer(None, None, None, search.solved)
    least, at = inf, -1
    near = possible[bound[possible] >= top - SCORE_SLACK - 1e-9]

    def saved(fte: Fte, on: Bought) -> tuple[float, Mapping[Name, float]]:
        usd, values = inner.least_money(fte, on, top - SCORE_SLACK)
        return -usd, values

    for k in near[np.argsort(money[near], kind="stable")]:
        if money[k] >= least:
            break
        usd = -search.most(saved, everybody[k], above=-least)
        if usd < least:
            least, at = usd, int(k)
    return Answer(top, least, everybody[at], search.solved)


class _Lines:
    """The search over lines of one staffing: bought or not where a part of a fixed amount would be
    better.
    """

    def __init__(self, plan: Plan) -> None:
        self.due = {line.id: 1.0 for line in plan.lines if line.min_usd or not line.fixed_usd}
        self.open = [line.id for line in plan.lines if line.id not in self.due]
        self.solved = 0

    def most(self, solve: Solve, fte: Fte, *, above: float) -> float:
        """The most that any choice of lines gives; ``above`` where none gives more."""
        left: list[Bought] = [self.due]
        while left:
            on = left.pop()
            self.solved += 1
            value, columns = solve(fte, on)
            if value <= above + 1e-9:
                continue
            parted = [k for k in self.open if k not in on and 1e-9 < columns["on", k] < 1 - 1e-9]
            if parted:
                left += [{**on, parted[0]: 0.0}, {**on, parted[0]: 1.0}]
            else:
                above = value
        return above


def _states(plan: Plan, everybody: list[Fte], state: str) -> Row:
    """One figure of every role in every staffing."""
    return np.array(
        [
            [state_of(plan, role, fte[role.id]).get(state, 0.0) for role in plan.roles]
            for fte in everybody
        ]
    )


def score_bounds(inner: Inner, everybody: list[Fte]) -> Row:
    """No more score than all capacity spent on each function at the same time; -inf below a floor
    or where nobody can lead so many.
    """
    plan = inner.plan
    there, new = _states(plan, everybody, "there"), _states(plan, everybody, "new")
    hours = there * inner.month + new * np.array([inner.effect(r, "new") for r in plan.roles])
    bound = np.zeros(len(everybody))
    points = [0.0, *(float(point.coverage) for point in plan.benefit_curve)]
    tops = [0.0, *(float(point.benefit) for point in plan.benefit_curve)]
    for f, need in inner.need.items():
        effect = np.array(
            [float({str(g): e for g, e in r.does.items()}.get(f, 0)) for r in plan.roles]
        )
        bought = min(
            sum(_most_hours(line, f) for line in plan.lines),
            (1 - float(plan.people_only_share)) * need,
        )
        covered = np.minimum(1.0, (np.minimum(hours @ effect, need) + bought) / need)
        share = inner.weight[f] / sum(inner.weight.values())
        bound += share * np.interp(covered, points, tops)
        bound[covered < inner.floor_of(f) - 1e-9] = -inf
    if plan.supervision:
        lead = np.array([float(role.id in plan.supervision.by) for role in plan.roles])
        people = _states(plan, everybody, "people").sum(axis=1)
        owed = float(plan.supervision.hours_per_person) * np.maximum(0, people - 1)
        bound[hours @ lead < owed - 1e-9] = -inf
    return bound


def money_bounds(inner: Inner, everybody: list[Fte]) -> Row:
    """No less unrestricted money than with every gift and every grant used whole."""
    plan = inner.plan
    least = np.zeros(len(everybody))
    for part in inner.parts:
        for (kind, *rest), factor in part.amount.items():
            if kind == "one":
                least += 1000 * factor * part.load
            elif kind in ("there", "new", "hire", "newcomers", "left", "desk_fte", "desk_people"):
                role = next(k for k, one in enumerate(plan.roles) if one.id == rest[0])
                least += 1000 * factor * part.load * _states(plan, everybody, kind)[:, role]
    gifts = inner.rho * float(sum(gift.usd for gift in plan.in_kind))
    due = sum(float(line.min_usd) for line in plan.lines)
    granted = inner.keep * float(sum(grant.usd for grant in plan.funding.grants))
    return (1 + float(plan.reserve_rate)) * np.maximum(least + due - gifts, 0) - granted


def _most_hours(line: Line, function: str) -> float:
    part = {
        str(f): float(share / sum(line.functions.values())) for f, share in line.functions.items()
    }
    pieces = sum(
        float(piece.usd * piece.hours_per_month_per_1000_usd) / 1000 for piece in line.pieces
    )
    return part.get(function, 0.0) * (float(line.fixed_hours_per_month) + pieces)
