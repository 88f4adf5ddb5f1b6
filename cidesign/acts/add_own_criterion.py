"""The rule sheet gets a criterion of the committee's own, on a scale of 1 to 5 whose levels still
need words.
"""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.rule_change import LONGEST, RuleChange, sheet_of
from cidesign.acts.seal import RULES
from cidesign.domain.apart import as_seen
from cidesign.domain.naming import id_from
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

WEIGHT = 10
SCALE = {"worst": 1, "best": 5, "step": 1}


class AddOwnCriterion(RuleChange):
    """``label``: its name; the id follows from it."""

    kind: ClassVar[str] = "add_own_criterion"
    label: Text

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if not 1 <= len(self._label) <= LONGEST:
            what, remedy = say("it has no name, or one too long"), say("write 1 to 200 letters")
            yield Problem(say("New criterion"), what, remedy)
        named = {as_seen(one.name) for one in record.rules.criteria} if record.rules else set()
        if as_seen(self._label) in named:
            what, remedy = say("another one has this name"), say("write another name")
            yield Problem(say("New criterion"), what, remedy)
        yield from super().problems(record)

    def change(self, record: Bundle) -> Bundle:
        known = [one.id for one in sheet_of(record).criteria]
        id = id_from(self._label, set(known), otherwise="criterion")
        criterion = {"id": id, "label": self._label, "weight": WEIGHT, "scale": SCALE}
        return changed(record, RULES, {("criteria", len(known)): criterion})

    @property
    def _label(self) -> str:
        return " ".join(self.label.split())

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} added the criterion {criterion}", who=who, criterion=self._label)
