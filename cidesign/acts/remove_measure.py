"""A measure leaves the plan of measures."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.carried import off_the_pathway
from cidesign.domain.measures import MEASURES
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import without_rows
from cidesign.text import say


class RemoveMeasure(Shared):
    """``name``: what people read for it, so that History can tell it once it is gone."""

    kind: ClassVar[str] = "remove_measure"
    step: ClassVar[str] = "partners"
    id: Id
    name: str

    @property
    def document(self) -> str:
        return MEASURES

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.id not in {one.id for one in record.measures}:
            what = say("no measure has this id")
            yield Problem(shown(self.id), what, say("reload the page and try again"))

    def change(self, record: Bundle) -> Bundle:
        after = off_the_pathway(record, "measures", self.id)
        return without_rows(after, MEASURES, {"id": self.id})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} took the measure {name} off the list", who=who, name=self.name)
