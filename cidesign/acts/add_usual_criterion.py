"""The rule sheet gets one more of the usual criteria."""

from typing import Any, ClassVar

from cidesign.acts.rule_change import RuleChange, sheet_of
from cidesign.acts.rule_sheet import with_levels
from cidesign.acts.seal import RULES
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class AddUsualCriterion(RuleChange):
    """``criterion``: as a rule sheet holds it."""

    kind: ClassVar[str] = "add_usual_criterion"
    criterion: dict[str, Any]

    def change(self, record: Bundle) -> Bundle:
        at = ("criteria", len(sheet_of(record).criteria))
        return changed(record, RULES, {at: with_levels(self.criterion)})

    def told(self, who: str, record: Bundle) -> str:
        name = self.criterion["label"]
        return say("{who} added the criterion {criterion}", who=who, criterion=name)
