"""A first plan is made, with usual posts, purchases and money."""

from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

PLAN = "plan.yaml"


class BeginPlan(Shared):
    """``plan``: what ``plan.yaml`` then says."""

    kind: ClassVar[str] = "begin_plan"
    step: ClassVar[str] = "team"
    plan: dict[str, Any]

    @property
    def document(self) -> str:
        return PLAN

    def change(self, record: Bundle) -> Bundle:
        return changed(record, PLAN, {(): self.plan})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} made a first plan", who=who)
