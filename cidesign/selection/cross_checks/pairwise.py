"""Pairwise majority: whom more raters put ahead than behind against each of the others, one by
one.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from cidesign.domain.otherwise import Circle, NeverCompared, NobodyUnbeaten
from cidesign.domain.reason import Reason
from cidesign.selection.cross_checks.ballots import HALF, Duel, Duels
from cidesign.selection.cross_checks.majority import by_majority
from cidesign.selection.cross_checks.way import Asked, Found, Way, pair
from cidesign.text import mark

LONGEST_CIRCLE = 4


def duels_won(found: Duels, candidates: Sequence[str]) -> dict[str, Fraction]:
    """How many others each candidate beats by majority, a draw counted half; a pair nobody compared
    counts for neither.

    Source: Copeland 1951, A reasonable social welfare function (University of Michigan seminar).
    """
    return {
        one: sum((_won(found[one, other]) for other in candidates if other != one), Fraction(0))
        for one in candidates
    }


def _won(one: Duel) -> Fraction:
    if not one.compared:
        return Fraction(0)
    return Fraction(one.ahead > one.behind) + HALF * (one.ahead == one.behind)


def unbeaten(found: Duels, candidates: Sequence[str]) -> tuple[str, ...]:
    """Those compared with every other one and beaten by none, sorted: one Condorcet winner, several
    where majorities draw, or nobody.

    Source: Condorcet 1785, Essai sur l'application de l'analyse à la probabilité des décisions.
    """
    return tuple(
        sorted(
            one
            for one in candidates
            if all(
                found[one, other].compared and found[one, other].ahead >= found[one, other].behind
                for other in candidates
                if other != one
            )
        )
    )


def _find(asked: Asked) -> Found:
    first = unbeaten(asked.duels, asked.candidates)
    return Found(first, duels_won(asked.duels, asked.candidates), None if first else _nobody(asked))


def _nobody(asked: Asked) -> Reason:
    found = asked.duels
    strangers = next((two for two, one in found.items() if not one.compared), None)
    if circle := _circle(asked.candidates, found):
        return Circle(circle)
    return NeverCompared(*strangers) if strangers else NobodyUnbeaten()


def _circle(candidates: Sequence[str], found: Duels) -> tuple[str, ...]:
    """The shortest circle of majorities among the foremost, the best ranked first; empty where
    there is none that short.
    """
    beats = {two for two, one in found.items() if one.ahead > one.behind}
    wins = {one: sum((one, other) in beats for other in candidates) for one in candidates}
    foremost = sorted(candidates, key=lambda one: (-wins[one], candidates.index(one)))[
        : LONGEST_CIRCLE + 2
    ]
    for length in range(3, LONGEST_CIRCLE + 1):
        for circle in permutations(foremost, length):
            if all(step in beats for step in zip(circle, (*circle[1:], circle[0]))):
                turn = min(range(length), key=lambda place: candidates.index(circle[place]))
                return (*circle[turn:], *circle[:turn])
    return ()


def _why(asked: Asked, found: Found) -> Reason:
    return by_majority(asked, *pair(asked, found))


PAIRWISE = Way("pairwise", mark("Pairwise majority"), "duels", _find, _why, headline=True)
