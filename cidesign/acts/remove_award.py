"""Somebody who pays is taken out of the years ahead."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.first_year import FUNDING
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class RemoveAward(Shared):
    """``id``: who paid, as people read it."""

    kind: ClassVar[str] = "remove_award"
    step: ClassVar[str] = "outlook"
    id: Text

    @property
    def document(self) -> str:
        return FUNDING

    def change(self, record: Bundle) -> Bundle:
        return changed(record, FUNDING, {("sources", self.id): None})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} took {award} out of who pays", who=who, award=self.id)
