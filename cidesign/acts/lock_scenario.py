"""A scenario is locked: it keeps its figures, whatever changes around it."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.problem import Problem
from cidesign.domain.scenario import Figures
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import (
    bundle_fingerprint,
    changed,
    rests_on,
    scenario_file,
    short_fingerprint,
)
from cidesign.text import say


class LockScenario(Shared):
    """With the record it was computed under, so that one sees later what changed since.

    Args:
        figures: as they were just computed.
        at: when, as an ISO time.
    """

    kind: ClassVar[str] = "lock_scenario"
    step: ClassVar[str] = "scenarios"
    id: Text
    at: Text = ""
    figures: Figures

    @property
    def document(self) -> str:
        return scenario_file(self.id)

    def problems(self, record: Bundle) -> Iterator[Problem]:
        kept = record.scenarios.get(self.id)
        if kept is None:
            yield Problem(self.document, say("is not there any more"), say("reload the page"))
        elif kept.locked:
            yield Problem(kept.name, say("is locked already"), say("reload the page"))

    def change(self, record: Bundle) -> Bundle:
        lock = {
            "record": short_fingerprint(bundle_fingerprint(record)),
            "at": self.at,
            "figures": self.figures.model_dump(exclude_defaults=True),
            "of": rests_on(record.files, self.id),
        }
        return changed(record, self.document, {("locked",): lock})

    def told(self, who: str, record: Bundle) -> str:
        kept = record.scenarios.get(self.id)
        name = kept.name if kept else self.id
        return say("{who} locked the scenario {name}", who=who, name=name)
