"""The rule sheet gets other weights: those a committee agreed on, or the middle of its members'."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.rule_change import RuleChange, place_of
from cidesign.acts.seal import RULES
from cidesign.domain.figures import listed
from cidesign.domain.labels import labels_of
from cidesign.domain.problem import Problem
from cidesign.domain.value import Number, Text, plain, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class SetWeights(RuleChange):
    """``weights`` by criterion; a criterion without one keeps its own."""

    kind: ClassVar[str] = "set_weights"
    weights: dict[Text, Number]

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from super().problems(record)
        known = {one.id for one in record.rules.criteria} if record.rules else set(self.weights)
        for id in self.weights:
            if id not in known:
                what = say("{criterion} is no criterion of the rule sheet", criterion=shown(id))
                yield Problem(say("Weights"), what, say("weigh the criteria of the sheet again"))

    def change(self, record: Bundle) -> Bundle:
        placed = {id: place_of(record, id) for id in self.weights}
        return changed(
            record, RULES, {(*placed[id], "weight"): one for id, one in self.weights.items()}
        )

    def told(self, who: str, record: Bundle) -> str:
        weights = [
            say("{criterion} {weight}", criterion=labels_of(record).criteria[id], weight=plain(one))
            for id, one in self.weights.items()
        ]
        return say("{who} set the weights: {weights}", who=who, weights=listed(weights))
