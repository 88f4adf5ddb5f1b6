"""One more phase is added to the years ahead, a year after the last one."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_outlook import against_no_outlook
from cidesign.domain.first_year import OUTLOOK
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import MONTHS, Text, months_after
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class AddPhase(Shared):
    """``phase``: its id; ``called``: what people read for it. The first one begins with the years
    ahead.
    """

    kind: ClassVar[str] = "add_phase"
    step: ClassVar[str] = "outlook"
    phase: Text
    called: Text = ""

    @property
    def document(self) -> str:
        return OUTLOOK

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_no_outlook(record)

    def change(self, record: Bundle) -> Bundle:
        years = record.outlook
        if years is None:
            raise BadInput(against_no_outlook(record))
        begins = months_after(years.phases[-1].from_, MONTHS) if years.phases else years.start
        added = {"phase": self.phase, "from": begins}
        return changed(record, OUTLOOK, {("phases", len(years.phases)): added})

    def told(self, who: str, record: Bundle) -> str:
        phase = self.called or self.phase
        return say("{who} added a phase to the years ahead: {phase}", who=who, phase=phase)
