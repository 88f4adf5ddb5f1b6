"""A whole table of scores is brought in: its rows are added behind those that are there."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.sheets import raters
from cidesign.domain.nearest import instead
from cidesign.domain.panel import Score
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.stage import IS_FINAL
from cidesign.domain.value import shown
from cidesign.domain.workshop import Bundle
from cidesign.record import numbered, reread, with_rows
from cidesign.record.brought.scores import kept_cells
from cidesign.record.entries import SCORES
from cidesign.record.entry_cells import score_cells
from cidesign.record.written_rows import Cells
from cidesign.text import say
from cidesign.value import CONSENSUS_RATER, latest, problems_of


class BringScores(Shared):
    """``content``: the table. Rows that say what counts here already come no second time; all
    others are of the open round. Columns we do not know are kept.
    """

    kind: ClassVar[str] = "bring_scores"
    step: ClassVar[str] = "score"
    brings: ClassVar[str] = "scores"
    content: bytes

    @property
    def document(self) -> str:
        return SCORES

    @property
    def undoable(self) -> bool:
        return False

    def problems(self, record: Bundle) -> Iterator[Problem]:
        try:
            brought = reread(record, {SCORES: self.content})
        except BadInput as error:
            yield from error.problems
            return
        if record.rules:
            yield from problems_of(record.rules, brought.scores, record.candidates, record.recusals)
        if record.workshop.stage.is_final:
            yield IS_FINAL.at(SCORES)
        yield from _of_rows(record, _new(record, brought))

    def change(self, record: Bundle) -> Bundle:
        brought = reread(record, {SCORES: self.content})
        if not record.scores:
            return brought
        new, counted = _new(record, brought), numbered(record, SCORES, "seq")
        seq = max((one.seq or 0 for one in counted.scores), default=0)
        kept = kept_cells(brought)
        rows = [
            {**kept.get(one.row, {}), **score_cells(one), "seq": str(seq + place)}
            for place, one in enumerate(new, start=1)
        ]
        return with_rows(counted, SCORES, rows) if rows else record

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of scores", who=who)


def _new(record: Bundle, brought: Bundle) -> list[Score]:
    """The rows that say something else than what counts here: of each cell the latest alone, where
    scores are here already.
    """
    if not record.scores:
        return sorted(brought.scores, key=lambda one: (one.round, one.seq or 0, one.row))
    held, here = latest(iter(record.scores)), kept_cells(record)
    kept = kept_cells(brought)
    found = []
    for key, one in latest(iter(brought.scores)).items():
        before = held.get(key)
        if before is None:
            if one.score is not None:
                found.append(one)
        elif _says_more(one, before) or _keeps_more(
            kept.get(one.row, {}), here.get(before.row, {})
        ):
            found.append(one)
    return sorted(found, key=lambda one: (one.round, one.seq or 0, one.row))


def _says_more(one: Score, before: Score) -> bool:
    return one.score != before.score or (bool(one.reason) and one.reason != before.reason)


def _keeps_more(one: Cells, before: Cells) -> bool:
    return any(cell and before.get(column, "") != cell for column, cell in one.items())


def _of_rows(record: Bundle, new: Sequence[Score]) -> Iterator[Problem]:
    if new and not record.workshop.round_is_open:
        yield Problem(
            SCORES,
            say("no round is open, and a late score would change a closed result"),
            say("open a round, then bring it in"),
        )
        return
    aside = {(one.rater, one.candidate) for one in record.recusals}
    panel = list(raters(record)) if record.workshop.members else []
    known: dict[str, str] = {one.casefold(): one for one in panel}
    for one in sorted(new, key=lambda one: one.row):
        where = say("{file}: row {row}", file=SCORES, row=one.row)
        if one.round != record.workshop.round:
            what = say("round {round} is not the one that is open", round=one.round)
            yield Problem(
                where,
                what,
                say("only scores of round {round} can be added now", round=record.workshop.round),
            )
        if panel and one.rater not in [*panel, CONSENSUS_RATER]:
            yield Problem(
                where,
                say("{rater} is nobody on the panel", rater=shown(one.rater)),
                instead(one.rater, panel),
            )
        elif known.setdefault(one.rater.casefold(), one.rater) != one.rater:
            what = say(
                "{rater} and {other} differ in capitals only",
                rater=shown(one.rater),
                other=shown(known[one.rater.casefold()]),
            )
            yield Problem(where, what, say("write one name one way, so that nobody counts twice"))
        if one.score is not None and (one.rater, one.candidate) in aside:
            yield Problem(
                where,
                say("this member steps aside for this candidate"),
                say("delete the row; it cannot count"),
            )
