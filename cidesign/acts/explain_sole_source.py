"""A committee writes why only one organization was asked, or takes that back."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

WORKSHOP = "workshop.yaml"


class ExplainSoleSource(Shared):
    """``reason``: in words the others may read; empty takes it back."""

    kind: ClassVar[str] = "explain_sole_source"
    step: ClassVar[str] = "process"
    reason: Text

    @property
    def document(self) -> str:
        return WORKSHOP

    def change(self, record: Bundle) -> Bundle:
        return changed(record, WORKSHOP, {("sole_source",): self.reason.strip() or None})

    def told(self, who: str, record: Bundle) -> str:
        reason = self.reason.strip().rstrip(".")
        if not reason:
            return say("{who} took back why only one was asked", who=who)
        return say("{who} wrote why only one was asked: {reason}", who=who, reason=reason)
