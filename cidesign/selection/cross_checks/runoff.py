"""Instant runoff: whoever has the fewest first places drops out, and those ballots pass to their
next, until one has more than half.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.otherwise import DropsOut, FewestDropOut, LastCount
from cidesign.domain.reason import Reason
from cidesign.selection.cross_checks.ballots import Ballot, first_places
from cidesign.selection.cross_checks.way import Asked, Found, Way, pair
from cidesign.text import mark


@dataclass(frozen=True)
class Runoff:
    """Who is left, what everybody had when last counted, and in which count each dropped out
    (absent for those who are left).
    """

    first: tuple[str, ...]
    votes: dict[str, Fraction]
    out: dict[str, int]


def runoff(ballots: Sequence[Ballot], candidates: Sequence[str]) -> Runoff:
    """Count first places; without more than half for one, all with the fewest drop out together,
    unless nobody would be left.

    Equals on a ballot share it; a ballot whose candidates have all dropped out counts no more.

    Source: Tideman 1995, Journal of Economic Perspectives 9(1):27-38 (single transferable vote for
    one seat).
    """
    left, votes, out = sorted(candidates), dict.fromkeys(candidates, Fraction(0)), dict[str, int]()
    for turn in range(1, len(left) + 1):
        now = first_places(ballots, left)
        votes |= now
        most, fewest, cast = max(now.values()), min(now.values()), sum(now.values(), Fraction(0))
        if 2 * most > cast:
            return Runoff(tuple(id for id in left if now[id] == most), votes, out)
        if most == fewest:
            break
        out |= {id: turn for id in left if now[id] == fewest}
        left = [id for id in left if id not in out]
    return Runoff(tuple(left), votes, out)


def _find(asked: Asked) -> Found:
    counted = runoff(asked.ballots, asked.candidates)
    return Found(counted.first, {**counted.votes})


def _why(asked: Asked, found: Found) -> Reason:
    leader, rival = pair(asked, found)
    counted = runoff(asked.ballots, asked.candidates)
    if len(asked.ballots) < FEWEST_IN_A_GROUP:
        return FewestDropOut()
    more, less = counted.votes[rival], counted.votes[leader]
    if leader in counted.out:
        return DropsOut(rival, leader, more, less, counted.out[leader])
    return LastCount(rival, leader, more, less)


RUNOFF = Way("runoff", mark("Instant runoff"), "places", _find, _why)
