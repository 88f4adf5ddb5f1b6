"""What the raters' own orders say of two candidates, counted from them."""

from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.otherwise import MajorityAhead, MajorityByLittle, OrdersOnly
from cidesign.domain.reason import Reason
from cidesign.selection.cross_checks.ballots import Duel, margins
from cidesign.selection.cross_checks.way import Asked

FEWEST_FOR_MARGINS = 5
"""From so many raters on a mean over some of them is told."""


def by_majority(asked: Asked, leader: str, rival: str) -> Reason:
    """How many raters put which of the two ahead, and by how much, where enough scored both; else
    nothing but the fact.

    Points are steep and orders are flat: who leads by few votes may lose by wide margins. Where the
    margins show that, it is told.
    """
    counted = asked.duels.get((rival, leader), Duel())
    if counted.compared < FEWEST_IN_A_GROUP:
        return OrdersOnly()
    votes = (counted.ahead, counted.behind, counted.compared)
    apart = margins(asked.ballots, rival, leader)
    up, down = [one for one in apart if one > 0], [-one for one in apart if one < 0]
    if (
        counted.compared >= FEWEST_FOR_MARGINS
        and up
        and down
        and counted.ahead > counted.behind
        and _mean(down) > _mean(up)
    ):
        return MajorityByLittle(rival, leader, *votes, _mean(up), _mean(down))
    return MajorityAhead(rival, leader, *votes)


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
