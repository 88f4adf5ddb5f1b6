"""A whole table of conflicts is brought in: each of its members steps aside for a candidate."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.declare import DECLARATIONS
from cidesign.acts.step_aside import RECUSALS, TIES
from cidesign.domain.nearest import instead, unknown
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.domain.workshop import Bundle
from cidesign.record import reread, with_rows, without_rows
from cidesign.text import say


class BringRecusals(Shared):
    """``content``: the table, with rater and candidate, kind and reason where they are known.
    Nobody returns by it.
    """

    kind: ClassVar[str] = "bring_recusals"
    step: ClassVar[str] = "candidates"
    brings: ClassVar[str] = "recusals"
    content: bytes

    @property
    def document(self) -> str:
        return RECUSALS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if against := record.workshop.stage.against_recusals:
            yield against.at(say("Candidates"))
        try:
            brought = reread(record, {RECUSALS: self.content}).recusals
        except BadInput as error:
            yield from error.problems
            return
        members = [one.id for one in record.workshop.members]
        candidates = [one.id for one in record.candidates]
        for one in brought:
            where = f"{RECUSALS}: {one.rater}, {one.candidate}"
            if members and one.rater not in members:
                what = say("{member} is nobody on the committee", member=shown(one.rater))
                yield Problem(where, what, instead(one.rater, members))
            if one.candidate not in candidates:
                yield unknown(where, "candidate", one.candidate, candidates)

    def change(self, record: Bundle) -> Bundle:
        after = record
        rows = []
        for one in reread(record, {RECUSALS: self.content}).recusals:
            key = {"rater": one.rater, "candidate": one.candidate}
            if after.declarations:
                after = without_rows(after, DECLARATIONS, key)
            told = {"kind": _tie(one.kind), "reason": one.reason}
            rows.append({**key, **{name: cell for name, cell in told.items() if cell}})
        columns = dict.fromkeys(("rater", "candidate", "kind", "reason"), "")
        if RECUSALS not in record.files and rows:
            rows[0] = {**columns, **rows[0]}
        return with_rows(after, RECUSALS, rows, key=("rater", "candidate")) if rows else record

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of conflicts", who=who)


def _tie(written: str) -> str:
    """The word of the record for a kind of tie that is written as people read it."""
    told = " ".join(written.split()).casefold()
    return next((id for id, words in TIES.items() if told in (id, say(words).casefold())), written)
