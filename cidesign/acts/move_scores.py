"""Scores that were given in the wrong name are moved to the member who gave them."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.may_score import against_scoring
from cidesign.acts.put_right import against_silence, withdrawn
from cidesign.acts.sheets import Sheet, sheets_of
from cidesign.domain.labels import labels_of
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record.entries import SCORES, with_remark, with_score
from cidesign.text import say


class MoveScores(Shared):
    """Of one candidate, all at once. ``to`` empty: they are withdrawn and stand in nobody's name.

    Under the wrong name blank rows follow, under the right one the same scores; nobody sees them.
    """

    kind: ClassVar[str] = "move_scores"
    step: ClassVar[str] = "score"
    hidden: ClassVar[frozenset[str]] = frozenset({"to", "reason"})
    rater_in: ClassVar[str] = "rater"
    rater: Text
    candidate: Text
    to: Text = ""
    reason: Text

    @property
    def document(self) -> str:
        return SCORES

    @property
    def undoable(self) -> bool:
        return False

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_silence(record, self.rater, self.reason)
        labels = labels_of(record)
        if self.candidate not in labels.candidates:
            yield Problem(
                say("Which candidate"), say("none is chosen"), say("choose the candidate")
            )
            return
        if self.to == self.rater:
            what, remedy = say("it is the same member"), say("choose whose they are")
            yield Problem(say("Whose they are"), what, remedy)
            return
        sheet = _sheet(record, self.rater, self.candidate)
        if sheet is None or not sheet.saved:
            yield Problem(
                labels.members[self.rater],
                say("no score for {candidate} stands there", candidate=self._label(record)),
                say("look in whose name it was saved"),
            )
        if not self.to:
            return
        yield from against_scoring(record, self.to, self.candidate)
        own = _sheet(record, self.to, self.candidate)
        if own is not None and own.saved:
            yield Problem(
                labels.members[self.to],
                say("scores of her own for {candidate} stand there", candidate=self._label(record)),
                say("leave “Whose they are” empty, so that the wrong ones are only withdrawn"),
            )

    def change(self, record: Bundle) -> Bundle:
        sheet = _sheet(record, self.rater, self.candidate)
        if sheet is None:
            return record
        after = withdrawn(record, self.rater, sheet)
        if not self.to:
            return after
        turn = record.workshop.round
        for cell in sheet.cells:
            if cell.score is not None:
                after = with_score(
                    after,
                    rater=self.to,
                    candidate=self.candidate,
                    criterion=cell.criterion.id,
                    score=cell.score,
                    reason=cell.reason,
                    round=turn,
                )
        if sheet.strength or sheet.concern:
            after = with_remark(
                after,
                rater=self.to,
                candidate=self.candidate,
                strength=sheet.strength,
                concern=sheet.concern,
                round=turn,
            )
        return after

    def told(self, who: str, record: Bundle) -> str:
        label = self._label(record)
        if not self.to:
            return say("{who} withdrew a member's scores for {candidate}", who=who, candidate=label)
        return say(
            "{who} moved scores for {candidate} to the member who gave them",
            who=who,
            candidate=label,
        )

    def _label(self, record: Bundle) -> str:
        return labels_of(record).candidates[self.candidate]


def _sheet(record: Bundle, rater: str, candidate: str) -> Sheet | None:
    return next((one for one in sheets_of(record, rater) if one.candidate.id == candidate), None)
