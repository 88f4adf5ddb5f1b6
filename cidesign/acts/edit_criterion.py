"""One criterion of the rule sheet is written anew: its name, question, weight, levels and pass
mark.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from cidesign.acts.rule_change import LONGEST, CriterionChange, place_of, sheet_of
from cidesign.acts.seal import RULES
from cidesign.domain.problem import Problem, Wrong
from cidesign.domain.rules import Scale
from cidesign.domain.value import Number, Text, exact, plain
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class EditCriterion(CriterionChange):
    """``levels``: words by level, where there are any to change; one without words loses its
    descriptor. ``pass_mark``: as typed; empty for none.
    """

    kind: ClassVar[str] = "edit_criterion"
    label: Text
    question: Text
    weight: Number
    levels: dict[Text, Text]
    pass_mark: Text

    def problems(self, record: Bundle) -> Iterator[Problem]:
        found = tuple(super().problems(record))
        yield from found
        if not 1 <= len(self._label) <= LONGEST:
            what, remedy = say("it is empty or too long"), say("write 1 to 200 letters")
            yield Problem(say("Name of the criterion"), what, remedy)
        if not found:
            yield from self._of_the_mark(sheet_of(record).criterion(self.criterion).scale)

    def _of_the_mark(self, scale: Scale) -> Iterator[Problem]:
        if not self.pass_mark.strip():
            return
        where = say("Pass mark")
        try:
            mark = exact(self.pass_mark)
        except Wrong as wrong:
            yield from (Problem(where, what, remedy) for _, what, remedy in wrong.faults)
            return
        if not scale.low <= mark <= scale.high:
            low, high = plain(scale.low), plain(scale.high)
            yield Problem(
                where,
                say("{mark} is off the scale", mark=plain(mark)),
                say("write a number from {low} to {high}", low=low, high=high),
            )

    def change(self, record: Bundle) -> Bundle:
        at = place_of(record, self.criterion)
        changes: dict[tuple[str | int, ...], Any] = {
            (*at, "label"): self._label,
            (*at, "question"): " ".join(self.question.split()) or None,
            (*at, "weight"): self.weight,
            (*at, "pass_mark"): exact(self.pass_mark) if self.pass_mark.strip() else None,
        }
        if self.levels:
            told = {exact(level): words.strip() for level, words in self.levels.items()}
            kept = {level: words for level, words in told.items() if words}
            changes[(*at, "scale", "levels")] = kept or None
        return changed(record, RULES, changes)

    @property
    def _label(self) -> str:
        return " ".join(self.label.split())

    def told(self, who: str, record: Bundle) -> str:
        return say(
            "{who} changed the criterion {criterion}, weight {weight}",
            who=who,
            criterion=self._label,
            weight=plain(self.weight),
        )
