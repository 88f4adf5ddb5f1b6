"""Most first places: whom most raters put at the top of their own order."""

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.selection.cross_checks.ballots import best, first_places
from cidesign.selection.cross_checks.way import Asked, Found, Way, pair, votes_told
from cidesign.text import mark, say


def _find(asked: Asked) -> Found:
    """First places, equals sharing one; a rater who stepped aside for some names the first of those
    she scored.

    Source: Brams & Fishburn 2002, Handbook of Social Choice and Welfare 1, chapter 4 (plurality).
    """
    places = first_places(asked.ballots, asked.candidates)
    return Found(best({**places}), {**places})


def _why(asked: Asked, found: Found) -> str:
    leader, rival = pair(asked, found)
    if len(asked.ballots) < FEWEST_IN_A_GROUP:
        return say(
            "Only who comes first on a rater's own order counts here, not the places behind."
        )
    return say(
        "First places of {all} raters: {rival} {more}, {leader} {less}. The places behind do not "
        "count here.",
        rival=asked.name(rival),
        leader=asked.name(leader),
        more=votes_told(found.figures[rival]),
        less=votes_told(found.figures[leader]),
        all=len(asked.ballots),
    )


PLURALITY = Way("plurality", mark("Most first places"), "places", _find, _why)
