"""A whole table of scores is brought in: its rows are added behind those that are there."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.sheets import raters
from cidesign.domain.nearest import instead
from cidesign.domain.panel import Score
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.stage import IS_FINAL
from cidesign.domain.value import plain, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import numbered, reread, with_rows
from cidesign.record.entries import SCORES
from cidesign.text import say
from cidesign.value import CONSENSUS_RATER, problems_of


class BringScores(Shared):
    """``content``: the table. Rows that are there already come no second time; all others are of
    the open round.
    """

    kind: ClassVar[str] = "bring_scores"
    step: ClassVar[str] = "score"
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
        rows = [_row(one, seq + place) for place, one in enumerate(new, start=1)]
        return with_rows(counted, SCORES, rows) if rows else record

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of scores", who=who)


def _new(record: Bundle, brought: Bundle) -> list[Score]:
    held = {_said(one) for one in record.scores}
    in_order = sorted(brought.scores, key=lambda one: (one.round, one.seq or 0, one.row))
    return [one for one in in_order if _said(one) not in held]


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


def _said(one: Score) -> tuple[object, ...]:
    return (one.rater, one.candidate, one.criterion, one.round, one.score, one.reason)


def _row(one: Score, seq: int) -> dict[str, str]:
    return {
        "rater": one.rater,
        "candidate": one.candidate,
        "criterion": one.criterion,
        "score": "" if one.score is None else plain(one.score),
        "round": str(one.round),
        "reason": one.reason,
        "via": one.via,
        "entered_by": one.entered_by,
        "seq": str(seq),
    }
