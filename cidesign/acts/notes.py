"""What was said about a cell after a round: kept beside the scores, changed by a new row, and only
while no round is open.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cidesign.acts.sheets import last_round
from cidesign.domain.panel import Note
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.domain.workshop import Bundle
from cidesign.record import numbered, with_rows
from cidesign.text import say

NOTES = "notes.csv"
LONGEST = 600


@dataclass(frozen=True)
class CellNotes:
    """What was said about one cell: after the last round (empty where nothing was), and after each
    round before, oldest first.
    """

    now: Note | None
    before: tuple[Note, ...]


def with_note(
    bundle: Bundle, *, candidate: str, criterion: str, note: str, by: str = "", at: str = ""
) -> Bundle:
    """The bundle with what was said about a cell after the last round; earlier rows stay, the
    latest counts, a blank one withdraws.

    Raises:
        BadInput: a round is open or none was held, the rules are not sealed, the selection is
            final, the cell is unknown, or the note is longer than 600 letters; nothing was added.
    """
    said = " ".join(note.split())
    found = list(_faults(bundle, candidate, criterion, said))
    if found:
        raise BadInput(found)
    now = notes_on(bundle, candidate, criterion).now
    if said == (now.note if now else ""):
        return bundle
    counted = numbered(bundle, NOTES, "seq") if bundle.notes else bundle
    row = {
        "candidate": candidate,
        "criterion": criterion,
        "round": str(last_round(bundle)),
        "note": said,
        "by": " ".join(by.split()),
        "at": at,
        "seq": str(1 + max((one.seq or 0 for one in counted.notes), default=0)),
    }
    return with_rows(counted, NOTES, [row])


def may_be_written(bundle: Bundle) -> bool:
    """Whether notes can be written now: after a round, before the next, under sealed rules, and not
    once the selection is final.
    """
    sealed = bool(bundle.rules and bundle.rules.seal)
    return sealed and bundle.workshop.stage.against_notes is None


def _faults(bundle: Bundle, candidate: str, criterion: str, said: str) -> Iterator[Problem]:
    where = say("Note")
    if refusal := bundle.workshop.stage.against_notes:
        yield refusal.at(where)
    if bundle.rules is None or not bundle.rules.seal:
        yield Problem(where, say("the rules are not sealed"), say("seal them on the page Process"))
    if candidate not in [one.id for one in bundle.candidates]:
        yield Problem(
            where,
            say("{candidate} is no candidate", candidate=shown(candidate)),
            say("choose one from the list"),
        )
    if bundle.rules is not None and criterion not in [one.id for one in bundle.rules.criteria]:
        what = say("{criterion} is no criterion of the rule sheet", criterion=shown(criterion))
        yield Problem(where, what, say("choose one of the sheet"))
    if len(said) > LONGEST:
        yield Problem(
            where,
            say("it has {letters} letters", letters=len(said)),
            say("write at most {most} letters", most=LONGEST),
        )


def notes_on(bundle: Bundle, candidate: str, criterion: str) -> CellNotes:
    """What counts of the notes on a cell; withdrawn ones are left out."""
    counts: dict[int, Note] = {}
    for one in sorted(bundle.notes, key=lambda one: one.seq or 0):
        if (one.candidate, one.criterion) == (candidate, criterion):
            counts[one.round] = one
    told = {turn: one for turn, one in sorted(counts.items()) if one.note.strip()}
    last = last_round(bundle)
    return CellNotes(told.get(last), tuple(one for turn, one in told.items() if turn != last))
