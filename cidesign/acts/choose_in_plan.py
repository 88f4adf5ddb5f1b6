"""Something is chosen in the plan that is no figure, such as who leads or what a gift is for."""

from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.set_keys import Place
from cidesign.domain.value import Text, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class ChooseInPlan(Shared):
    """``changes``: new value by place in ``plan.yaml``, None removes; ``called``: what people read
    beside the choice; ``chosen``: what they chose, in words.
    """

    kind: ClassVar[str] = "choose_in_plan"
    step: ClassVar[str] = "team"
    changes: tuple[tuple[Place, Any], ...]
    called: Text
    chosen: Text

    @property
    def document(self) -> str:
        return PLAN

    def change(self, record: Bundle) -> Bundle:
        return changed(record, PLAN, dict(self.changes))

    def told(self, who: str, record: Bundle) -> str:
        field = shown(self.called)
        return say("{who} changed {field} to {chosen}", who=who, field=field, chosen=self.chosen)
