"""Seats that count equally: every rater whose score counts must have one, and a seat of one rater
is told.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.reason import LoneSeat, Reason
from cidesign.domain.rules import RuleSheet, Seats
from cidesign.domain.value import shown
from cidesign.text import say
from cidesign.value.counted import Panel


def counted_seats(
    rules: RuleSheet, panel: Panel, seats: Mapping[str, str] | None
) -> dict[str, str]:
    """The seats of the raters whose scores count; where each rater counts the same, one without a
    seat is just absent.

    Args:
        rules: the sheet.
        panel: whose scores count.
        seats: seat by rater; None where nobody knows the members, as for files that stand alone.

    Raises:
        BadInput: seats count equally, and they are not known, or a rater has none (each is named).
    """
    raters = sorted({rater for by_rater in panel.cells.values() for rater in by_rater})
    found = {
        rater: seat for rater in raters if (seat := " ".join((seats or {}).get(rater, "").split()))
    }
    if rules.seats is Seats.EQUAL and rules.rated:
        if seats is None:
            raise BadInput([_unknown()])
        without = [rater for rater in raters if rater not in found]
        if without:
            raise BadInput(_seatless(rater) for rater in without)
    return found


def _unknown() -> Problem:
    return Problem(
        "rules.yaml: seats",
        say("every seat counts equally, and nobody's seat is known"),
        say("give --bundle with the members in workshop.yaml, or leave the key seats out"),
    )


def _seatless(rater: str) -> Problem:
    return Problem(
        "workshop.yaml: members",
        say(
            "{rater} has scored and has no seat, while the rules count every seat equally",
            rater=shown(rater),
        ),
        say("give this rater a seat in the list of members on the page Initiative"),
    )


def of_lone_seats(rules: RuleSheet, panel: Panel, seats: Mapping[str, str]) -> Iterator[Reason]:
    """A warning where one rater is all there is of a seat and another seat has more; it names
    neither rater nor seat.
    """
    if rules.seats is not Seats.EQUAL:
        return
    sizes = [
        Counter(seats[rater] for rater in panel.raters_of(candidate))
        for candidate in panel.candidates
    ]
    most = max(
        (max(size.values()) for size in sizes if size and min(size.values()) == 1), default=1
    )
    if most > 1:
        yield LoneSeat(most)
