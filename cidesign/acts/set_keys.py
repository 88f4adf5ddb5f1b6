"""A few keys of one document are set or removed: what a field, a slider or a way out of a plan
changes.
"""

from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

Place = tuple[str | int, ...]


class SetKeys(Shared):
    """``changes``: new value by place, None removes; ``thing``: the sentence id of what people read
    for it.

    For documents whose every key is a field of its own; where a change means more than its keys,
    it is a kind of act of its own.
    """

    kind: ClassVar[str] = "set_keys"
    step: ClassVar[str] = "overview"
    of: Id
    path: Text
    thing: Text
    changes: tuple[tuple[Place, Any], ...]

    @property
    def document(self) -> str:
        return self.path

    @property
    def page(self) -> str:
        return self.of

    def change(self, record: Bundle) -> Bundle:
        return changed(record, self.path, dict(self.changes))

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} changed {thing}", who=who, thing=say(self.thing))
