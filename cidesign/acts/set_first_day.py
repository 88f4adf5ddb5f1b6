"""The day on which the selection begins is set, or taken back."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.dates import day
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

WORKSHOP = "workshop.yaml"


class SetFirstDay(Shared):
    """``first``: such as 2027-02-01; empty takes it back."""

    kind: ClassVar[str] = "set_first_day"
    step: ClassVar[str] = "process"
    first: Text

    @property
    def document(self) -> str:
        return WORKSHOP

    def change(self, record: Bundle) -> Bundle:
        return changed(record, WORKSHOP, {("timetable", "start"): self.first or None})

    def told(self, who: str, record: Bundle) -> str:
        if not self.first:
            return say("{who} took back the first day of the selection", who=who)
        return say("{who} set the first day of the selection: {day}", who=who, day=day(self.first))
