"""What the raters' own orders say of two candidates, in one sentence counted from them."""

from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.figures import count, points
from cidesign.selection.cross_checks.ballots import Duel, margins
from cidesign.selection.cross_checks.way import Asked
from cidesign.text import say

FEWEST_FOR_MARGINS = 5
"""From so many raters on a mean over some of them is told."""


def majority_told(asked: Asked, leader: str, rival: str) -> str:
    """How many raters put which of the two ahead, and by how much, where enough scored both; else
    nothing but the fact.

    Points are steep and orders are flat: who leads by few votes may lose by wide margins. Where the
    margins show that, it is told.
    """
    counted = asked.duels.get((rival, leader), Duel())
    told = {"rival": asked.name(rival), "leader": asked.name(leader)}
    if counted.compared < FEWEST_IN_A_GROUP:
        return say("Only raters' own orders count here, not by how many points one is ahead.")
    told |= {
        "ahead": count(counted.ahead, opening=True),
        "behind": count(counted.behind) if counted.behind else say("none"),
        "raters": count(counted.compared),
    }
    apart = margins(asked.ballots, rival, leader)
    up, down = [one for one in apart if one > 0], [-one for one in apart if one < 0]
    if (
        counted.compared >= FEWEST_FOR_MARGINS
        and up
        and down
        and counted.ahead > counted.behind
        and _mean(down) > _mean(up)
    ):
        return say(
            "{ahead} of {raters} raters put {rival} ahead of {leader}, by {little} points in the "
            "mean; {behind} put it behind, by {much}.",
            **told,
            little=points(_mean(up)),
            much=points(_mean(down)),
        )
    return say(
        "{ahead} of {raters} raters put {rival} ahead of {leader}; {behind} put it behind.", **told
    )


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
