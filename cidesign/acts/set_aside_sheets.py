"""A member's unfinished sheets are set aside, so that the round can be closed without them."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.put_right import against_silence, withdrawn
from cidesign.acts.sheets import Sheet, sheets_of
from cidesign.acts.step_aside import RECUSALS, SET_ASIDE
from cidesign.domain.labels import labels_of
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows
from cidesign.record.entries import SCORES
from cidesign.text import say


class SetAsideSheets(Shared):
    """What she has given on them is withdrawn, and she counts there as one who steps aside;
    finished sheets of hers stay and count.
    """

    kind: ClassVar[str] = "set_aside_sheets"
    step: ClassVar[str] = "score"
    hidden: ClassVar[frozenset[str]] = frozenset({"reason"})
    rater_in: ClassVar[str] = "rater"
    rater: Text
    reason: Text

    @property
    def document(self) -> str:
        return SCORES

    @property
    def undoable(self) -> bool:
        return False

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_silence(record, self.rater, self.reason)
        sheets = sheets_of(record, self.rater)
        if sheets and not any(sheet.saved for sheet in sheets):
            yield Problem(
                labels_of(record).members[self.rater],
                say("no score was given, so nothing of hers counts"),
                say("close the round; nothing has to be set aside"),
            )
        elif not self._unfinished(record):
            yield Problem(
                labels_of(record).members[self.rater],
                say("no sheet of hers is unfinished"),
                say("look whose sheet it is"),
            )

    def change(self, record: Bundle) -> Bundle:
        after = record
        for sheet in self._unfinished(record):
            after = withdrawn(after, self.rater, sheet)
        rows = [
            {
                "rater": self.rater,
                "candidate": sheet.candidate.id,
                "kind": SET_ASIDE,
                "reason": " ".join(self.reason.split()),
            }
            for sheet in self._unfinished(record)
        ]
        return with_rows(after, RECUSALS, rows, key=["rater", "candidate"])

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} set unfinished sheets of a member aside", who=who)

    def _unfinished(self, record: Bundle) -> tuple[Sheet, ...]:
        return tuple(sheet for sheet in sheets_of(record, self.rater) if sheet.left)
