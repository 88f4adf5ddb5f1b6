"""A step of the selection takes so many weeks; the usual number leaves nothing in the file."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.problem import Problem
from cidesign.domain.value import Number, Text, plain
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say, say_count

WORKSHOP = "workshop.yaml"
MOST_WEEKS = 104


class PlanWeeks(Shared):
    """``part``: the step's id; ``called``: what people read for it."""

    kind: ClassVar[str] = "plan_weeks"
    step: ClassVar[str] = "process"
    part: Text
    weeks: Number
    usual: Number
    called: Text = ""

    @property
    def document(self) -> str:
        return WORKSHOP

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if not self.weeks.is_finite() or not 0 <= self.weeks <= MOST_WEEKS:
            what = say("{weeks} cannot be planned", weeks=plain(self.weeks))
            yield Problem(say("Weeks"), what, say("write a number from 0 to 104"))

    def change(self, record: Bundle) -> Bundle:
        weeks = None if self.weeks == self.usual else self.weeks
        return changed(record, WORKSHOP, {("timetable", "weeks", self.part): weeks})

    def told(self, who: str, record: Bundle) -> str:
        return say_count(
            "{who} planned {n} week for: {part}",
            "{who} planned {n} weeks for: {part}",
            1 if self.weeks == 1 else 2,
            who=who,
            n=plain(self.weeks),
            part=self.called or self.part,
        )
