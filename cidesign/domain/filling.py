"""How far a post may be filled: one person after another, all but the last full time."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor


@dataclass(frozen=True)
class Run:
    """FTE a role may have, from ``least`` to ``most`` steps without a gap; nobody's number of
    people, of those who stay or of those who leave bends in between.

    Args:
        least: in steps of FTE, above 0.
        most: likewise.
        people: how many fill it.
        all_stay: nobody is new: whoever is in post fills it.
        some_leave: at most as many FTE as are in post.
    """

    least: int
    most: int
    people: int
    all_stay: bool
    some_leave: bool


def runs(
    *, least: Decimal, most: Decimal, step: Decimal, smallest_post: Decimal, in_post: Decimal
) -> tuple[Run, ...]:
    """The FTE above 0 a role may have, in order.

    Args:
        least: FTE, a multiple of ``step`` like all that follow.
        most: FTE.
        step: FTE.
        smallest_post: FTE the last person has at least.
        in_post: FTE already employed; may always be kept as they are.
    """
    unit, there = Fraction(step), Fraction(in_post)
    found = list(_between(Fraction(least), Fraction(most), unit, Fraction(smallest_post)))
    kept = int(there / unit)
    if kept and not any(low <= kept <= high for low, high in found):
        found.append((kept, kept))
    bends = sorted({kept, int(ceil(there) // unit)})
    return tuple(
        Run(
            low,
            high,
            people=ceil(high * unit),
            all_stay=high * unit <= ceil(there),
            some_leave=high <= kept,
        )
        for first, last in sorted(found)
        for low, high in _parted(first, last, bends)
    )


def _between(
    least: Fraction, most: Fraction, unit: Fraction, smallest: Fraction
) -> Iterator[tuple[int, int]]:
    """For each number of people the steps at which the last of them has enough."""
    for full in range(max(0, ceil(least) - 1), ceil(most)):
        low = max(ceil((full + smallest) / unit), floor(full / unit) + 1, ceil(least / unit))
        high = min(floor((full + 1) / unit), floor(most / unit))
        if low <= high:
            yield low, high


def _parted(low: int, high: int, bends: list[int]) -> Iterator[tuple[int, int]]:
    """A run in parts that end at each bend inside it."""
    for bend in bends:
        if low <= bend < high:
            yield low, bend
            low = bend + 1
    yield low, high


@dataclass(frozen=True)
class Filled:
    """What an FTE of a role means: FTE and people, exact.

    Args:
        stay: FTE of those who were there.
        new: FTE newly hired, or a contractor's.
        people: how many fill it.
        new_people: how many of them are newly hired.
        leave: FTE in post that go.
    """

    stay: Fraction
    new: Fraction
    people: int
    new_people: int
    leave: Fraction


def filled(fte: Decimal, *, in_post: Decimal, is_contractor: bool) -> Filled:
    """What an FTE of a role means, where so many are in post."""
    there, have = Fraction(in_post), Fraction(fte)
    stay = Fraction(0) if is_contractor else min(have, Fraction(ceil(there)))
    people = ceil(have)
    return Filled(
        stay=stay,
        new=have - stay,
        people=people,
        new_people=0 if is_contractor else max(0, people - ceil(there)),
        leave=max(Fraction(0), there - have),
    )
