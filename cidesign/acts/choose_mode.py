"""A committee chooses who may apply: an open, a semi-open or a closed selection."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.seal import RULES, STRUCTURE, against_change
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class ChooseMode(Shared):
    """It stands in the rules, where there are some, and in the structure decision; ``called``: what
    people read for it.
    """

    kind: ClassVar[str] = "choose_mode"
    step: ClassVar[str] = "process"
    mode: Text
    called: Text = ""

    @property
    def document(self) -> str:
        return RULES

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_change(record)

    def change(self, record: Bundle) -> Bundle:
        after = record
        if record.rules is not None:
            after = changed(after, RULES, {("mode",): self.mode})
        return changed(after, STRUCTURE, {("decision", "selection_mode"): self.mode})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} chose who may apply: {mode}", who=who, mode=self.called or self.mode)
