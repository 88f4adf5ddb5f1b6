"""Which next $25,000 adds most: as free money, or for one function only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cidesign.budget import allocate
from cidesign.domain.allocation import Allocation
from cidesign.domain.figures import (
    difference,
    either,
    inside,
    listed,
    money,
    money_short,
)
from cidesign.domain.labels import Labels
from cidesign.domain.money import Grant
from cidesign.domain.plan import Plan
from cidesign.domain.reading import step_between
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say
from cidesign.views.scenarios.changes import changes, falls
from cidesign.views.team.view import STEP, Solve

NOTICED = 0.05
DOLLAR = 0.5
ID = "next_gift"


@dataclass(frozen=True)
class Gift:
    """So much money more, and what it adds.

    Args:
        function: the only one it may pay for; None: free money.
        points: change of the plan score; None without a plan.
        used_usd: what of it the plan uses; of free money all.
    """

    function: Function | None
    points: float | None
    found: Allocation
    used_usd: float


def gifts(plan: Plan, *, usd: Decimal = STEP, solve: Solve = allocate) -> tuple[Gift, ...]:
    """One for free money, and one for each function that needs hours; what adds most first, free
    money before what adds as much.
    """
    now = solve(plan).plan_score
    made = [_gift(plan, function, usd, now, solve) for function in _asked(plan)]
    return tuple(sorted(made, key=lambda one: -round(one.points or 0.0, 1)))


def _asked(plan: Plan) -> Iterator[Function | None]:
    yield None
    yield from (one for one in FUNCTIONS if (plan.need or {}).get(one))


def _gift(
    plan: Plan, function: Function | None, usd: Decimal, now: float | None, solve: Solve
) -> Gift:
    taken = {grant.id for grant in plan.funding.grants}
    id = ID
    while id in taken:
        id += "_"
    more = () if function is None else (Grant(id=id, usd=usd, functions=(function,)),)
    funding = plan.funding.model_copy(
        update={
            "budget_usd": plan.funding.budget_usd + usd,
            "grants": (*plan.funding.grants, *more),
        }
    )
    found = solve(plan.model_copy(update={"funding": funding}))
    gain = None if now is None or found.plan_score is None else found.plan_score - now
    used = float(usd) if function is None else found.grants_used.get(id, 0.0)
    return Gift(function, gain, found, used)


def claim(made: tuple[Gift, ...], functions: Mapping[str, str]) -> str:
    """Which of them adds most, as a heading."""
    best = made[0]
    if best.points is None:
        return say("Which $25,000 to fund next")
    if best.points < NOTICED:
        return say("The next $25,000 adds no points")
    return say(
        "Fund next: {what}, {points} points",
        what=inside(_named(best, functions)),
        points=difference(best.points),
    )


def _named(gift: Gift, functions: Mapping[str, str]) -> str:
    return say("Free money") if gift.function is None else functions[gift.function]


def sentences(made: tuple[Gift, ...], now: Allocation, labels: Labels) -> list[str]:
    """What each adds, buys and lowers; those that do the same in one sentence."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for one in made:
        points = "–" if one.points is None else difference(one.points)
        name = _named(one, labels.functions)
        does = (points, _buys(one, now, labels), _lowers(one, now, labels))
        groups.setdefault(does, []).append(name)
    return [
        " ".join(
            part
            for part in (
                say("{names}: {points} points; {buys}.", names=names, points=points, buys=buys),
                lowers,
            )
            if part
        )
        for (points, buys, lowers), names in (
            (does, _together(names, alike=len(groups) == 1)) for does, names in groups.items()
        )
    ]


def _together(names: list[str], *, alike: bool) -> str:
    """Names of one sentence; where whatever it is for does the same, that it does."""
    if alike and len(names) > 1:
        return say("Free money, or money for any one function")
    return either([names[0], *(inside(name) for name in names[1:])])


def _lowers(gift: Gift, now: Allocation, labels: Labels) -> str:
    """Which functions get less than today although there is more money."""
    step = step_between(now, gift.found, usd=0)
    if step is None or step.score <= NOTICED:
        return ""
    return " ".join(falls(step, labels))


def _buys(gift: Gift, now: Allocation, labels: Labels) -> str:
    step = step_between(now, gift.found, usd=0)
    if step is None:
        return "–"
    bought = changes(step, labels)
    told = listed(bought) if bought else say("the same team and purchases")
    if gift.function is not None and gift.used_usd < float(STEP) - DOLLAR:
        return say(
            "{told}; {usd} of it finds nothing it may pay",
            told=told,
            usd=money_short(float(STEP) - gift.used_usd),
        )
    return told


def note() -> str:
    """How to read it."""
    return say(
        "{usd} added to this year's budget, once as free money and once for each function only; "
        "the team is chosen anew each time.",
        usd=money(STEP),
    )
