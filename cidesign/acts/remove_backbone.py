"""One of several backbones leaves the list."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.backbones import BACKBONES
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import without_rows
from cidesign.text import say


class RemoveBackbone(Shared):
    """``name``: what people read for it, so that History can tell it once it is gone."""

    kind: ClassVar[str] = "remove_backbone"
    step: ClassVar[str] = "initiative"
    id: Id
    name: str

    @property
    def document(self) -> str:
        return BACKBONES

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.id not in {one.id for one in record.backbones}:
            what = say("no backbone on the list has this id")
            yield Problem(shown(self.id), what, say("reload the page and try again"))

    def change(self, record: Bundle) -> Bundle:
        return without_rows(record, BACKBONES, {"id": self.id})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} took a backbone off the list: {name}", who=who, name=self.name)
