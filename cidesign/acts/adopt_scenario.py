"""A saved scenario becomes our plan."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.domain.problem import Problem
from cidesign.domain.scenario import merged
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, document, scenario_file
from cidesign.text import say


class AdoptScenario(Shared):
    """Its figures go into the plan; the scenario stays, and no host is chosen by it."""

    kind: ClassVar[str] = "adopt_scenario"
    step: ClassVar[str] = "scenarios"
    id: Text

    @property
    def document(self) -> str:
        return PLAN

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.id not in record.scenarios:
            where = scenario_file(self.id)
            yield Problem(where, say("is not there any more"), say("reload the page"))
        elif record.scenarios[self.id].what_if:
            yield Problem(
                record.scenarios[self.id].name,
                say("asks what if, and what is only asked is no plan"),
                say("change what came true on the pages Team and budget and Outlook"),
            )

    def change(self, record: Bundle) -> Bundle:
        changes = record.scenarios[self.id].changes
        return changed(record, PLAN, {(): merged(document(record, PLAN), changes)})

    def told(self, who: str, record: Bundle) -> str:
        kept = record.scenarios.get(self.id)
        name = kept.name if kept else self.id
        return say("{who} made the scenario {name} our plan", who=who, name=name)
