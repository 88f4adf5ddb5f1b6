"""The budget of the year is changed."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.domain.figures import money
from cidesign.domain.value import Number
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class SetBudget(Shared):
    """``usd``: of the year, in the dollars of the plan's price year."""

    kind: ClassVar[str] = "set_budget"
    step: ClassVar[str] = "team"
    usd: Number

    @property
    def document(self) -> str:
        return PLAN

    def change(self, record: Bundle) -> Bundle:
        return changed(record, PLAN, {("funding", "budget_usd"): self.usd})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} changed the budget to {usd}", who=who, usd=money(self.usd))
