"""What was said about a cell after a round is written down."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Personal
from cidesign.acts.notes import LONGEST, notes_on
from cidesign.acts.sheets import last_round
from cidesign.domain.entry_rows import Row, note_row
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, Text, shown
from cidesign.domain.workshop import Bundle
from cidesign.record.entries import NOTES, with_note
from cidesign.text import say


class WriteNote(Personal):
    """Earlier notes stay, the latest counts, a blank one withdraws."""

    kind: ClassVar[str] = "write_note"
    step: ClassVar[str] = "compare"
    hidden: ClassVar[frozenset[str]] = frozenset({"note", "by"})
    candidate: Id
    criterion: Id
    note: Text
    by: Text = ""
    at: Text = ""

    @property
    def document(self) -> str:
        return NOTES

    @property
    def said(self) -> str:
        """The note on one line."""
        return " ".join(self.note.split())

    def problems(self, record: Bundle) -> Iterator[Problem]:
        where = say("Note")
        if refusal := record.workshop.stage.against_notes:
            yield refusal.at(where)
        if record.rules is None or not record.rules.seal:
            yield Problem(
                where, say("the rules are not sealed"), say("seal them on the page Process")
            )
        if self.candidate not in [one.id for one in record.candidates]:
            yield Problem(
                where,
                say("{candidate} is no candidate", candidate=shown(self.candidate)),
                say("choose one from the list"),
            )
        if record.rules is not None and self.criterion not in [
            one.id for one in record.rules.criteria
        ]:
            what = say(
                "{criterion} is no criterion of the rule sheet", criterion=shown(self.criterion)
            )
            yield Problem(where, what, say("choose one of the sheet"))
        if len(self.said) > LONGEST:
            yield Problem(
                where,
                say("it has {letters} letters", letters=len(self.said)),
                say("write at most {most} letters", most=LONGEST),
            )

    def change(self, record: Bundle) -> Bundle:
        now = notes_on(record, self.candidate, self.criterion).now
        if self.said == (now.note if now else ""):
            return record
        return with_note(
            record,
            candidate=self.candidate,
            criterion=self.criterion,
            round=last_round(record),
            note=self.said,
            by=" ".join(self.by.split()),
            at=self.at,
        )

    def rows(self, after: Bundle) -> tuple[Row, ...]:
        now = notes_on(after, self.candidate, self.criterion).now
        written = (one for one in reversed(after.notes))
        mine = next(
            (
                one
                for one in written
                if (one.candidate, one.criterion) == (self.candidate, self.criterion)
            ),
            now,
        )
        return () if mine is None else (note_row(mine),)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} wrote a note about a score we differ on", who=who)
