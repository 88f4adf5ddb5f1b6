"""Borda count: how many of the others each candidate beats on the raters' own orders."""

from collections.abc import Sequence
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.otherwise import SharesBeaten
from cidesign.domain.reason import Reason
from cidesign.selection.cross_checks.ballots import HALF, Duel, Duels, best
from cidesign.selection.cross_checks.majority import by_majority
from cidesign.selection.cross_checks.way import Asked, Found, Way, pair
from cidesign.text import mark


def borda_points(found: Duels, candidates: Sequence[str]) -> dict[str, Fraction]:
    """One point for each candidate beaten on each ballot, half a point for each equal.

    Source: Borda 1781, Mémoire sur les élections au scrutin; ties as in Black 1976, Public Choice
    28:1-15.
    """
    return {
        one: sum(
            (
                found[one, other].ahead + HALF * found[one, other].level
                for other in candidates
                if other != one
            ),
            Fraction(0),
        )
        for one in candidates
    }


def borda_shares(found: Duels, candidates: Sequence[str]) -> dict[str, Fraction | None]:
    """Borda points as a share of the comparisons a candidate stood in, so that one whom fewer
    raters judged is not punished.

    Where every ballot names everybody it puts them in the same order as the points do. None for a
    candidate nobody compared.
    """
    points = borda_points(found, candidates)
    stood = {
        one: sum(found[one, other].compared for other in candidates if other != one)
        for one in candidates
    }
    return {one: points[one] / stood[one] if stood[one] else None for one in candidates}


def _find(asked: Asked) -> Found:
    shares = borda_shares(asked.duels, asked.candidates)
    return Found(best(shares), shares)


def _why(asked: Asked, found: Found) -> Reason:
    leader, rival = pair(asked, found)
    counted = asked.duels.get((rival, leader), Duel())
    if counted.ahead > counted.behind or len(asked.ballots) < FEWEST_IN_A_GROUP:
        return by_majority(asked, leader, rival)
    more, less = (found.figures[id] or Fraction(0) for id in (rival, leader))
    return SharesBeaten(rival, leader, more, less)


BORDA = Way("borda", mark("Borda count"), "beaten", _find, _why, headline=True)
