"""A committee decides on its way: on with collective impact, a lean start until a month, another
form or several together, or a backbone that works already. What it decides changes the walk.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from cidesign.acts.decide import Decide
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle, Initiative
from cidesign.record import changed
from cidesign.text import say

WORKSHOP = "workshop.yaml"
ANOTHER, LEAN = "another", "lean"
ALONE = "collective_impact"


class DecideWay(Decide):
    """Which way stands in ``figures`` as ``chosen``.

    Args:
        forms: of another way the forms of collaboration, by id; none of any other.
        lean_until: of a lean start the month in which it is looked at again, ``YYYY-MM``; empty of
            any other.
    """

    kind: ClassVar[str] = "decide_way"
    step: ClassVar[str] = "initiative"
    forms: tuple[Id, ...] = ()
    lean_until: Text = ""

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_way(str(self.figures["chosen"]), self.forms, self.lean_until)
        if self.forms and record.workshop.round_is_open:
            yield Problem(
                say("Our way"),
                say("a round of scoring is open, and another form may need no host"),
                say("close the round on the page Score first"),
            )

    def change(self, record: Bundle) -> Bundle:
        way: dict[tuple[str | int, ...], Any] = {
            ("initiative", "forms"): list(self.forms) or None,
            ("initiative", "lean_until"): self.lean_until or None,
        }
        return changed(super().change(record), WORKSHOP, way)


def against_way(chosen: str, forms: tuple[str, ...], lean_until: str) -> Iterator[Problem]:
    """What a way lacks: the forms, or the month of the next look."""
    if chosen == ANOTHER and not forms:
        yield Problem(
            say("Which form, or which together?"),
            say("no form is chosen"),
            say("choose one or several; that is what changes the walk"),
        )
    if chosen == ANOTHER and forms == (ALONE,):
        yield Problem(
            say("Which form, or which together?"),
            say("a collective impact initiative alone is no other form"),
            say("choose a second form, or decide to go on with collective impact"),
        )
    if chosen == LEAN and not _is_month(lean_until):
        yield Problem(
            say("When we look again"),
            say("it is no month"),
            say("write month and year, such as June 2027"),
        )


def _is_month(text: str) -> bool:
    try:
        return Initiative(lean_until=text).lean_until is not None
    except ValueError:
        return False
