"""A committee decides: what, because, who agreed, who did not. Earlier records stay; the last one
of a page holds.
"""

from typing import Any, ClassVar

from pydantic import Field

from cidesign.acts.act import Shared
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle, Decision
from cidesign.record import with_decision
from cidesign.text import say


class Decide(Shared):
    """The record of one page's decision, as ``decisions.yaml`` holds it."""

    kind: ClassVar[str] = "decide"
    step: ClassVar[str] = "overview"
    of: Id
    what: Text
    because: Text = ""
    agreed: Text = ""
    dissent: Text = ""
    departs: Text = ""
    by: Text = ""
    at: Text = ""
    figures: dict[str, Any] = Field(default_factory=dict)

    @property
    def document(self) -> str:
        return "decisions.yaml"

    @property
    def page(self) -> str:
        return self.of

    def change(self, record: Bundle) -> Bundle:
        told = {name: getattr(self, name) for name in Decide.model_fields if name != "of"}
        return with_decision(record, Decision(page=self.of, **told))

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} recorded a decision: {what}", who=who, what=self.what.rstrip("."))
