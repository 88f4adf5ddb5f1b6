"""A way out is taken where no plan keeps all rules, such as a larger budget or a lower floor."""

from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.set_keys import Place
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class MendPlan(Shared):
    """``changes``: new value by place in ``plan.yaml``; ``called``: what its button said."""

    kind: ClassVar[str] = "mend_plan"
    step: ClassVar[str] = "team"
    changes: tuple[tuple[Place, Any], ...]
    called: Text

    @property
    def document(self) -> str:
        return PLAN

    def change(self, record: Bundle) -> Bundle:
        return changed(record, PLAN, dict(self.changes))

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} took a way out for the plan: {change}", who=who, change=self.called)
