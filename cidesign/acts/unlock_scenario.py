"""A scenario is unlocked: it follows plan, money and years again."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, scenario_file
from cidesign.text import say


class UnlockScenario(Shared):
    """Its kept figures are lost."""

    kind: ClassVar[str] = "unlock_scenario"
    step: ClassVar[str] = "scenarios"
    id: Text

    @property
    def document(self) -> str:
        return scenario_file(self.id)

    def problems(self, record: Bundle) -> Iterator[Problem]:
        kept = record.scenarios.get(self.id)
        if kept is None or not kept.locked:
            what = say("is not there any more") if kept is None else say("is not locked")
            where = self.document if kept is None else kept.name
            yield Problem(where, what, say("reload the page"))

    def change(self, record: Bundle) -> Bundle:
        return changed(record, self.document, {("locked",): None})

    def told(self, who: str, record: Bundle) -> str:
        kept = record.scenarios.get(self.id)
        name = kept.name if kept else self.id
        return say("{who} unlocked the scenario {name}", who=who, name=name)
