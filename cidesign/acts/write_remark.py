"""A member writes one strength and one concern about a candidate."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Personal
from cidesign.acts.may_score import against_scoring
from cidesign.domain.entry_rows import Row, remark_row
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle
from cidesign.record.entries import REMARKS, with_remark
from cidesign.text import say


class WriteRemark(Personal):
    """What she wrote before stays in the record; the latest counts."""

    kind: ClassVar[str] = "write_remark"
    step: ClassVar[str] = "score"
    hidden: ClassVar[frozenset[str]] = frozenset({"strength", "concern"})
    rater_in: ClassVar[str] = "rater"
    rater: Id
    candidate: Id
    strength: Text
    concern: Text

    @property
    def document(self) -> str:
        return REMARKS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_scoring(record, self.rater, self.candidate)
        written = ((say("One strength"), self.strength), (say("One concern"), self.concern))
        for label, text in written:
            if not text.strip():
                yield Problem(
                    label,
                    say("nothing is written there"),
                    say("write one sentence; every candidate gets both from everybody"),
                )

    def change(self, record: Bundle) -> Bundle:
        return with_remark(record, **self.model_dump(), round=record.workshop.round)

    def rows(self, after: Bundle) -> tuple[Row, ...]:
        return (remark_row(after.remarks[-1]),)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} saved a strength and a concern", who=who)
