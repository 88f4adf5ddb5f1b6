"""How a rule gives way: the least change of it that makes an impossible plan possible, and that
change in round numbers.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any, Protocol

from cidesign.domain.allocation import Edit, Repair
from cidesign.domain.plan import Plan

THOUSANDTH = Decimal("0.001")
HUNDREDTH = Decimal("0.01")
ZERO = Decimal(0)

Change = tuple[str | None, Decimal, float]
"""What is changed (an id, None: the plan's own), by how much, and the plan score it leads to."""


class Trials(Protocol):
    """Changed plans, solved against one clock."""

    def score(self, plan: Plan) -> float | None:
        """The best plan score; None where there is no plan."""

    def least_budget(self, plan: Plan) -> Decimal | None:
        """The least budget at which every other rule holds; None where no money is enough."""


class Lever(ABC):
    """A change of a rule that mends plans."""

    @abstractmethod
    def repairs(self, plan: Plan, trials: Trials) -> Iterator[Change]:
        """The least changes that each alone make the plan possible."""

    @abstractmethod
    def edit(self, plan: Plan, repair: Repair) -> Edit:
        """A repair as an edit of ``plan.yaml``, rounded on the side that keeps the plan
        possible.
        """


class LowerShare(Lever):
    """A share under one key of ``plan.yaml``, lowered to whole percents."""

    def __init__(self, key: str) -> None:
        self._key = key

    def repairs(self, plan: Plan, trials: Trials) -> Iterator[Change]:
        share = self._share(plan)
        if share:
            found = largest(
                lambda less: plan.model_copy(update={self._key: less}), share, THOUSANDTH, trials
            )
            if found is not None:
                yield None, found[0] - share, found[1]

    def edit(self, plan: Plan, repair: Repair) -> Edit:
        share = self._share(plan)
        after = rounded_down(share + signed(repair), HUNDREDTH)
        return Edit(self._key, "", share, after, {(self._key,): after})

    def _share(self, plan: Plan) -> Decimal:
        share: Decimal = getattr(plan, self._key)
        return share


class DoWithout(Lever):
    """What the plan says must be there, a post or a purchase, may be left out."""

    def __init__(self, key: str, *, among: str, least: str, cleared: object) -> None:
        """Under ``key`` the things listed ``among`` the plan's say so; ``least``: the key of what
        is given up; ``cleared``: what stands under ``key`` afterwards.
        """
        self._key, self._among, self._least, self._cleared = key, among, least, cleared

    def repairs(self, plan: Plan, trials: Trials) -> Iterator[Change]:
        for thing in sorted(self._listed(plan), key=lambda thing: thing.id):
            if getattr(thing, self._key):
                score = trials.score(self.without(plan, thing.id))
                if score is not None:
                    yield thing.id, -getattr(thing, self._least), score

    def without(self, plan: Plan, id: str | None) -> Plan:
        """The plan in which this one need not be there."""
        things = tuple(
            thing.model_copy(update={self._key: self._cleared}) if thing.id == id else thing
            for thing in self._listed(plan)
        )
        return plan.model_copy(update={self._among: things})

    def edit(self, plan: Plan, repair: Repair) -> Edit:
        id = repair.id or ""
        place = next(at for at, thing in enumerate(self._listed(plan)) if thing.id == id)
        least = getattr(self._listed(plan)[place], self._least)
        return Edit(self._key, id, least, ZERO, {(self._among, place, self._key): self._cleared})

    def _listed(self, plan: Plan) -> tuple[Any, ...]:
        listed: tuple[Any, ...] = getattr(plan, self._among)
        return listed


def signed(repair: Repair) -> Decimal:
    """The signed change of a repair."""
    return Decimal(str(repair.change))


def rounded_down(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of ``step`` at or below a value."""
    return (value / step).to_integral_value(ROUND_FLOOR) * step


def rounded_up(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of ``step`` at or above a value."""
    return (value / step).to_integral_value(ROUND_CEILING) * step


def largest(
    changed: Callable[[Decimal], Plan], top: Decimal, grain: Decimal, trials: Trials
) -> tuple[Decimal, float] | None:
    """The largest value below ``top``, to the grain, at which the plan is possible, and the plan
    score there; None where not even 0 helps.
    """
    best = trials.score(changed(ZERO))
    if best is None:
        return None
    low, high = 0, int(rounded_up(top, grain) / grain)
    while high - low > 1:
        middle = (low + high) // 2
        score = trials.score(changed(middle * grain))
        low, high, best = (middle, high, score) if score is not None else (low, middle, best)
    return low * grain, best


def fewest(changed: Callable[[int], Plan], most: int, trials: Trials) -> tuple[int, float] | None:
    """The fewest steps, at most ``most``, that make the plan possible, and the plan score there;
    None where not even all of them help.
    """
    best = trials.score(changed(most))
    if best is None:
        return None
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        score = trials.score(changed(middle))
        low, high, best = (low, middle, score) if score is not None else (middle, high, best)
    return high, best
