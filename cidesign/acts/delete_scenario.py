"""A saved scenario is deleted."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.locked import locked
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import reread, scenario_file
from cidesign.text import say


class DeleteScenario(Shared):
    """``called``: its name, which nobody else knows afterwards."""

    kind: ClassVar[str] = "delete_scenario"
    step: ClassVar[str] = "scenarios"
    id: Text
    called: Text = ""

    @property
    def document(self) -> str:
        return scenario_file(self.id)

    def problems(self, record: Bundle) -> Iterator[Problem]:
        kept = record.scenarios.get(self.id)
        if kept and kept.locked:
            yield locked(kept)

    def change(self, record: Bundle) -> Bundle:
        return reread(record, {scenario_file(self.id): None})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} deleted the scenario {name}", who=who, name=self.called or self.id)
