"""A first outlook is made: when we start, for how many years, and who pays."""

from collections.abc import Iterator
from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.first_year import FUNDING, OUTLOOK
from cidesign.domain.problem import Problem
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class BeginOutlook(Shared):
    """``outlook``: what ``outlook.yaml`` then says, and under ``funding`` who pays; that goes to
    ``funding.yaml`` where nothing stands there yet.
    """

    kind: ClassVar[str] = "begin_outlook"
    step: ClassVar[str] = "outlook"
    outlook: dict[str, Any]

    @property
    def document(self) -> str:
        return OUTLOOK

    def change(self, record: Bundle) -> Bundle:
        years = {key: value for key, value in self.outlook.items() if key != "funding"}
        after = changed(record, OUTLOOK, {(): years})
        sources = self.outlook.get("funding")
        if record.funding is not None or not sources:
            return after
        return changed(after, FUNDING, {("sources",): sources})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} made a first outlook", who=who)


def against_no_outlook(record: Bundle) -> Iterator[Problem]:
    """That nothing is said about the years ahead yet, where that is so."""
    if record.outlook is None:
        remedy = say("make a first outlook on the page Outlook")
        yield Problem(OUTLOOK, say("there is none yet"), remedy)
