"""What was said about a cell after a round, and whether more can be said now."""

from dataclasses import dataclass

from cidesign.acts.sheets import last_round
from cidesign.domain.panel import Note
from cidesign.domain.workshop import Bundle

LONGEST = 600


@dataclass(frozen=True)
class CellNotes:
    """What was said about one cell: after the last round (empty where nothing was), and after each
    round before, oldest first.
    """

    now: Note | None
    before: tuple[Note, ...]


def may_be_written(bundle: Bundle) -> bool:
    """Whether notes can be written now: after a round, before the next, under sealed rules, and not
    once the selection is final.
    """
    sealed = bool(bundle.rules and bundle.rules.seal)
    return sealed and bundle.workshop.stage.against_notes is None


def notes_on(bundle: Bundle, candidate: str, criterion: str) -> CellNotes:
    """What counts of the notes on a cell; withdrawn ones are left out."""
    counts: dict[int, Note] = {}
    for one in sorted(bundle.notes, key=lambda one: one.seq or 0):
        if (one.candidate, one.criterion) == (candidate, criterion):
            counts[one.round] = one
    told = {turn: one for turn, one in sorted(counts.items()) if one.note.strip()}
    last = last_round(bundle)
    return CellNotes(told.get(last), tuple(one for turn, one in told.items() if turn != last))
