"""A gift in kind is taken out of the plan."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN, against_gone
from cidesign.domain.problem import Problem
from cidesign.domain.set_in_plan import OnLoan
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class RemoveGift(Shared):
    """``called``: its name."""

    kind: ClassVar[str] = "remove_gift"
    step: ClassVar[str] = "team"
    id: Text
    called: Text

    @property
    def document(self) -> str:
        return PLAN

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if record.plan is None or self.id not in [
            one.id for one in record.plan.in_kind if not isinstance(one, OnLoan)
        ]:
            yield from against_gone(self.called)

    def change(self, record: Bundle) -> Bundle:
        return changed(record, PLAN, {("in_kind", self.id): None})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} removed the gift in kind {gift}", who=who, gift=self.called)
