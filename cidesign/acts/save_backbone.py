"""One of several backbones that are at work joins the list, or what is known of it is changed."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.work_lists import against_length, against_name, against_row
from cidesign.domain.backbones import BACKBONES
from cidesign.domain.listed import BETWEEN
from cidesign.domain.naming import id_from, tidy
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows
from cidesign.text import say


class SaveBackbone(Shared):
    """What somebody wrote about a backbone, as it will stand in the table. ``id`` empty: a new one,
    whose id is made of the name.
    """

    kind: ClassVar[str] = "save_backbone"
    step: ClassVar[str] = "initiative"
    id: Text = ""
    name: Text
    goal: Text = ""
    functions: tuple[Id, ...] = ()

    @property
    def document(self) -> str:
        return BACKBONES

    def problems(self, record: Bundle) -> Iterator[Problem]:
        found = [
            *against_name(self.name, self.id, record.backbones),
            *against_length((say("What it is for"), tidy(self.goal))),
        ]
        yield from found or against_row(self, record)

    def change(self, record: Bundle) -> Bundle:
        taken = [one.id for one in record.backbones]
        row = {
            "id": self.id or id_from(self.name, taken, otherwise="backbone"),
            "name": tidy(self.name),
            "goal": tidy(self.goal),
            "functions": f"{BETWEEN} ".join(self.functions),
        }
        return with_rows(record, BACKBONES, [row], key=["id"])

    def told(self, who: str, record: Bundle) -> str:
        name = tidy(self.name)
        if not self.id:
            return say("{who} added a backbone that works already: {name}", who=who, name=name)
        return say("{who} changed what is known of a backbone: {name}", who=who, name=name)
