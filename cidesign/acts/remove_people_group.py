"""A group leaves the equity mirror, and the groups that named it as a part."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.listed import BETWEEN
from cidesign.domain.makeup import MAKEUP
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows, without_rows
from cidesign.text import say


class RemovePeopleGroup(Shared):
    """``name``: what people read for it, so that History can tell it once it is gone."""

    kind: ClassVar[str] = "remove_people_group"
    step: ClassVar[str] = "initiative"
    id: Id
    name: str

    @property
    def document(self) -> str:
        return MAKEUP

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.id not in {one.id for one in record.makeup}:
            what = say("nothing in the equity mirror has this id")
            yield Problem(shown(self.id), what, say("reload the page and try again"))

    def change(self, record: Bundle) -> Bundle:
        left = [
            {"id": one.id, "parts": f"{BETWEEN} ".join(it for it in one.parts if it != self.id)}
            for one in record.makeup
            if self.id in one.parts
        ]
        after = with_rows(record, MAKEUP, left, key=["id"]) if left else record
        return without_rows(after, MAKEUP, {"id": self.id})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} took out of the equity mirror: {name}", who=who, name=self.name)
