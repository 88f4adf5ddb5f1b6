"""A working group, a workstream or a committee leaves the list; its partners stay."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.carried import off_the_pathway
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, shown
from cidesign.domain.work import GROUPS
from cidesign.domain.workshop import Bundle
from cidesign.record import without_rows
from cidesign.text import say


class RemoveGroup(Shared):
    """``name``: what people read for it, so that History can tell it once it is gone."""

    kind: ClassVar[str] = "remove_group"
    step: ClassVar[str] = "partners"
    id: Id
    name: str

    @property
    def document(self) -> str:
        return GROUPS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.id not in {one.id for one in record.groups}:
            what = say("no group has this id")
            yield Problem(shown(self.id), what, say("reload the page and try again"))

    def change(self, record: Bundle) -> Bundle:
        after = off_the_pathway(record, "groups", self.id)
        return without_rows(after, GROUPS, {"id": self.id})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} took the group {name} off the list", who=who, name=self.name)
