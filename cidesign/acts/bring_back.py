"""Documents are brought back to what they were before an act: History's undo, itself an act and
undoable.
"""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.problem import Problem
from cidesign.domain.workshop import Bundle
from cidesign.record import reread
from cidesign.text import say


class BringBack(Shared):
    """What was done in act ``undone`` is undone: ``files`` by path as they were before it, None
    where there was none.
    """

    kind: ClassVar[str] = "bring_back"
    step: ClassVar[str] = "overview"
    undone: int
    page_of: str
    main: str
    files: dict[str, bytes | None]

    @property
    def document(self) -> str:
        return self.main

    @property
    def page(self) -> str:
        return self.page_of

    def problems(self, record: Bundle) -> Iterator[Problem]:
        after = reread(record, self.files)
        before_it = (record.workshop.stage, record.workshop.round, _seal(record))
        if (after.workshop.stage, after.workshop.round, _seal(after)) != before_it:
            what = say("it would open or close a round, or change a seal")
            remedy = say("use the buttons of the pages Process and Score for that")
            yield Problem(say("Undo"), what, remedy)

    def change(self, record: Bundle) -> Bundle:
        return reread(record, self.files)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} undid change {number}", who=who, number=self.undone)


def _seal(record: Bundle) -> object:
    return record.rules.seal if record.rules else None
