"""Every criterion without a pass mark gets the middle of its scale: 3 of 5; our assumption."""

from typing import Any, ClassVar

from cidesign.acts.rule_change import RuleChange, place_of, sheet_of
from cidesign.acts.seal import RULES
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class UseUsualPassMarks(RuleChange):
    """Marks that are there stay."""

    kind: ClassVar[str] = "use_usual_pass_marks"

    def change(self, record: Bundle) -> Bundle:
        marks: dict[tuple[str | int, ...], Any] = {
            (*place_of(record, one.id), "pass_mark"): (one.scale.worst + one.scale.best) / 2
            for one in sheet_of(record).criteria
            if one.pass_mark is None
        }
        return changed(record, RULES, marks)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} set missing pass marks to the middle of each scale", who=who)
