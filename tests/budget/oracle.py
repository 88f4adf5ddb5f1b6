"""An oracle by exhaustion: every staffing with every choice of lines, and for each the best use of
hours and money.

Nothing is cut but what a stated bound rules out: too little capacity for a floor or for the best
score seen, or too little money even if every gift and every grant could be used whole. Meant for
``fte_step`` 0.5.
"""

from dataclasses import dataclass
from itertools import product
from math import inf

import numpy as np

from cidesign.domain.plan import Line, Plan
from tests.budget.inner import Inner, Row

SCORE_SLACK = 1e-5


@dataclass(frozen=True)
class Answer:
    """Best plan score and the least unrestricted money within 1e-5 points of it; both None where no
    plan exists.
    """

    score: float | None
    money: float | None
    fte: dict[str, float] | None
    programs_solved: int


def _steps(plan: Plan) -> list[list[float]]:
    """The FTE each role may have: none (unless a must), and least to most by steps."""
    choices = []
    for role in plan.roles:
        count = round((role.max_fte - role.min_fte) / plan.fte_step)
        between = [float(role.min_fte + k * plan.fte_step) for k in range(count + 1)]
        choices.append(sorted({*between, *([] if role.must_have else [0.0])}))
    return choices


def exhaust(plan: Plan) -> Answer:
    """The best of all staffings and line choices."""
    inner = Inner(plan)
    everything = list(product(product(*_steps(plan)), product(*([0.0, 1.0] for _ in plan.lines))))
    ftes = np.array([fte for fte, _ in everything])
    lines = np.array([on for _, on in everything]).reshape(len(everything), len(plan.lines))
    bound = score_bounds(inner, ftes, lines)
    money = money_bounds(inner, ftes, lines)
    possible = np.flatnonzero((bound > -inf) & (money <= inner.free + 1e-6))
    solved, top = 0, -inf
    for k in possible[np.argsort(-bound[possible], kind="stable")]:
        if bound[k] <= top + 1e-9:
            break
        solved += 1
        top = max(top, inner.best(ftes[k], lines[k]))
    if top == -inf:
        return Answer(None, None, None, solved)
    least, at = inf, -1
    near = possible[bound[possible] >= top - SCORE_SLACK - 1e-9]
    for k in near[np.argsort(money[near], kind="stable")]:
        if money[k] >= least:
            break
        solved += 1
        usd = inner.cheapest(ftes[k], lines[k], top - SCORE_SLACK)
        if usd < least:
            least, at = usd, int(k)
    return Answer(
        top,
        least,
        dict(zip([role.id for role in plan.roles], ftes[at].tolist(), strict=True)),
        solved,
    )


def score_bounds(inner: Inner, ftes: Row, lines: Row) -> Row:
    """For many choices at once: no more score than all capacity spent on each function at the same
    time; -inf below a floor.
    """
    bound = np.zeros(len(ftes))
    points = [0.0, *(float(point.coverage) for point in inner.plan.benefit_curve)]
    tops = [0.0, *(float(point.benefit) for point in inner.plan.benefit_curve)]
    shares = inner.plan.shares(inner.plan.need or {})
    whole = float(sum(shares.values()))
    for f in inner.asked:
        effect = np.array([inner.month * float(role.does.get(f, 0)) for role in inner.plan.roles])
        most = np.array(
            [inner.part[line.id].get(f, 0.0) * _most_hours(line) for line in inner.plan.lines]
        )
        bought = np.minimum(lines @ most, (1 - float(inner.plan.people_only_share)) * inner.need[f])
        covered = np.minimum(1.0, (ftes @ effect + bought) / inner.need[f])
        bound += float(shares.get(f, 0)) / whole * np.interp(covered, points, tops)
        bound[covered < float(inner.plan.floor_of(f)) - 1e-9] = -inf
    return bound


def money_bounds(inner: Inner, ftes: Row, lines: Row) -> Row:
    """For many choices at once: no less unrestricted money than with every gift and every grant
    used whole.
    """
    plan = inner.plan
    _, constant, per_fte, fixed = inner.total(loaded=True)
    gifts = sum(
        float(gift.usd)
        * (inner.rho if gift.offsets.startswith("role:") else _load(inner, gift.offsets))
        for gift in plan.in_kind
    )
    gross = (
        constant
        + ftes @ np.array(list(per_fte.values()))
        + lines @ np.array([fixed[line.id] for line in plan.lines])
    )
    granted = inner.keep * float(sum(grant.usd for grant in plan.funding.grants))
    return (1 + float(plan.reserve_rate)) * np.maximum(gross - gifts, 0) - granted


def _load(inner: Inner, target: str) -> float:
    return inner.rate_office if target == "office" else inner.rate[target.removeprefix("line:")]


def _most_hours(line: Line) -> float:
    pieces = sum(
        float(piece.usd * piece.hours_per_month_per_1000_usd) / 1000 for piece in line.pieces
    )
    return float(line.fixed_hours_per_month) + pieces
