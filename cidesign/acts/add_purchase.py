"""A purchase is added to the plan: a usual one, or one of the committee's own."""

from collections.abc import Iterator
from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.named import against_name
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class AddPurchase(Shared):
    """``purchase``: as ``plan.yaml`` holds it; ``called``: its name."""

    kind: ClassVar[str] = "add_purchase"
    step: ClassVar[str] = "team"
    purchase: dict[str, Any]
    called: Text

    @property
    def document(self) -> str:
        return PLAN

    def problems(self, record: Bundle) -> Iterator[Problem]:
        there = [one.id for one in record.plan.lines] if record.plan else []
        yield from against_name(record, self.purchase["id"], self.called, there)

    def change(self, record: Bundle) -> Bundle:
        if record.plan is None:
            raise BadInput(self.problems(record))
        return changed(record, PLAN, {("lines", len(record.plan.lines)): self.purchase})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} added the purchase {purchase}", who=who, purchase=self.called)
