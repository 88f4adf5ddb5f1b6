"""The initiative is in another phase: the plan's, and the one the years ahead begin with."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.domain.first_year import OUTLOOK
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class SetPhase(Shared):
    """``phase``: its id; ``called``: what people read for it."""

    kind: ClassVar[str] = "set_phase"
    step: ClassVar[str] = "team"
    phase: Text
    called: Text = ""

    @property
    def document(self) -> str:
        return PLAN

    def change(self, record: Bundle) -> Bundle:
        after = changed(record, PLAN, {("phase",): self.phase})
        years = record.outlook
        first = years.phase_at(years.start) if years else None
        if years is None or first is None:
            return after
        place = years.phases.index(first)
        return changed(after, OUTLOOK, {("phases", place, "phase"): self.phase})

    def told(self, who: str, record: Bundle) -> str:
        phase = self.called or self.phase
        return say("{who} changed the phase of the initiative to: {phase}", who=who, phase=phase)
