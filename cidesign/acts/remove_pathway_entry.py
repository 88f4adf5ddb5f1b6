"""A root cause, principle, method, strategy, practice or lesson leaves our common agenda."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.carried import off_the_pathway
from cidesign.domain.pathway import PATHWAY
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import without_rows
from cidesign.text import say


class RemovePathwayEntry(Shared):
    """``name``: what people read for it, so that History can tell it once it is gone."""

    kind: ClassVar[str] = "remove_pathway_entry"
    step: ClassVar[str] = "initiative"
    id: Id
    name: str

    @property
    def document(self) -> str:
        return PATHWAY

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.id not in {one.id for one in record.pathway}:
            what = say("nothing in the common agenda has this id")
            yield Problem(shown(self.id), what, say("reload the page and try again"))

    def change(self, record: Bundle) -> Bundle:
        left = off_the_pathway(record, "causes", self.id)
        return without_rows(left, PATHWAY, {"id": self.id})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} took out of the common agenda: {name}", who=who, name=self.name)
