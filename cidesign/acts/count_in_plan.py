"""What a choice about the structure sets in the plan counts there, or its own figure does."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.set_in_plan import STRUCTURE
from cidesign.domain.value import Id, Number, Text, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class CountInPlan(Shared):
    """``of``: the page it is done on; ``key``: of ``sets`` in ``structure.yaml``; ``value``: what
    is set, None for the plan's own figure; ``called``: what people read for it.
    """

    kind: ClassVar[str] = "count_in_plan"
    step: ClassVar[str] = "structure"
    of: Id
    key: Text
    value: Number | None = None
    called: Text

    @property
    def document(self) -> str:
        return STRUCTURE

    @property
    def page(self) -> str:
        return self.of

    def change(self, record: Bundle) -> Bundle:
        return changed(record, STRUCTURE, {("sets", self.key): self.value})

    def told(self, who: str, record: Bundle) -> str:
        what = shown(self.called)
        if self.value is None:
            return say(
                "{who} took out of the plan what our structure sets: {what}", who=who, what=what
            )
        return say("{who} counted in the plan what our structure sets: {what}", who=who, what=what)
