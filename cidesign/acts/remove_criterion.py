"""A criterion leaves the rule sheet, with what members said about its weight or noted about it."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.rule_change import CriterionChange, place_of, sheet_of
from cidesign.acts.seal import RULES
from cidesign.domain.labels import labels_of
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, without_rows
from cidesign.text import say

TABLES = ("weights.csv", "notes.csv")


class RemoveCriterion(CriterionChange):
    """One that somebody has scored stays; ``called``: what people read for it."""

    kind: ClassVar[str] = "remove_criterion"
    called: Text = ""

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from super().problems(record)
        if any(one.criterion == self.criterion and one.score is not None for one in record.scores):
            name = labels_of(record).criteria[self.criterion]
            yield Problem(name, say("it has scores"), say("give it a weight of 0 instead"))

    def change(self, record: Bundle) -> Bundle:
        after = record
        for file in TABLES:
            if file in after.files:
                after = without_rows(after, file, {"criterion": self.criterion})
        broken = f"criterion:{self.criterion}"
        ties = [rule for rule in sheet_of(record).ties if rule != broken]
        gone = place_of(record, self.criterion)
        return changed(after, RULES, {("ties",): ties or ["shared"], gone: None})

    def told(self, who: str, record: Bundle) -> str:
        name = self.called or labels_of(record).criteria[self.criterion]
        return say("{who} removed the criterion {criterion}", who=who, criterion=name)
