"""Most first places: whom most raters put at the top of their own order."""

from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.otherwise import FirstPlaces, FirstPlacesOnly
from cidesign.domain.reason import Reason
from cidesign.selection.cross_checks.ballots import best, first_places
from cidesign.selection.cross_checks.way import Asked, Found, Way, pair
from cidesign.text import mark


def _find(asked: Asked) -> Found:
    """First places, equals sharing one; a rater who stepped aside for some names the first of those
    she scored.

    Source: Brams & Fishburn 2002, Handbook of Social Choice and Welfare 1, chapter 4 (plurality).
    """
    places = first_places(asked.ballots, asked.candidates)
    return Found(best({**places}), {**places})


def _why(asked: Asked, found: Found) -> Reason:
    leader, rival = pair(asked, found)
    if len(asked.ballots) < FEWEST_IN_A_GROUP:
        return FirstPlacesOnly()
    more, less = (found.figures[id] or Fraction(0) for id in (rival, leader))
    return FirstPlaces(rival, leader, more, less, len(asked.ballots))


PLURALITY = Way("plurality", mark("Most first places"), "places", _find, _why)
