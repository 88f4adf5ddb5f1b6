"""The time of a meeting: how long it may be, and what each item of its agenda gets of it."""

from collections.abc import Sequence
from decimal import Decimal

LENGTHS = (60, 90, 120)
"""Minutes a meeting may take."""
USUAL = 90
STEP = 5
"""Minutes an item gets are whole multiples of this, and at least one."""


def minutes_of(usual: Sequence[Decimal], whole: int) -> tuple[int, ...]:
    """What each item gets, so that all add up to the whole: in proportion to what it usually takes,
    in steps of five minutes, none without a step.

    Args:
        usual: minutes of each item, all above 0.
        whole: minutes of the meeting, a multiple of five and enough for a step each.

    Source: Jefferson's method of apportionment, with a first step for everybody.
    """
    given = [1] * len(usual)
    for _ in range(whole // STEP - len(usual)):
        neediest = max(range(len(usual)), key=lambda place: usual[place] / (given[place] + 1))
        given[neediest] += 1
    return tuple(STEP * steps for steps in given)
