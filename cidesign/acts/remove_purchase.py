"""A purchase is taken out of the plan, with what names it."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.untied import against_untying, untied
from cidesign.domain.problem import Problem
from cidesign.domain.ties import Listed
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.text import say


class RemovePurchase(Shared):
    """``called``: its name."""

    kind: ClassVar[str] = "remove_purchase"
    step: ClassVar[str] = "team"
    id: Text
    called: Text

    @property
    def document(self) -> str:
        return PLAN

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_untying(record, Listed.PURCHASES, self.id, self.called)

    def change(self, record: Bundle) -> Bundle:
        return untied(record, Listed.PURCHASES, self.id)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} removed the purchase {purchase}", who=who, purchase=self.called)
