"""A group joins the equity mirror, or what is counted of it is changed; so is everybody's row."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from cidesign.acts.act import Shared
from cidesign.acts.work_lists import against_length, against_name, against_row
from cidesign.domain.listed import BETWEEN
from cidesign.domain.makeup import MAKEUP, Kept, hosts_cell
from cidesign.domain.naming import id_from, tidy
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows
from cidesign.text import say


class SavePeopleGroup(Shared):
    """What somebody wrote about a group, as it will stand in the table: one to three people are
    kept as ``few``, here already.

    ``id`` empty: a new one, whose id is made of the name. ``everybody``: the row that counts all
    people of each body. ``hosts``: by candidate.
    """

    kind: ClassVar[str] = "save_people_group"
    step: ClassVar[str] = "initiative"
    hidden: ClassVar[frozenset[str]] = frozenset({"community", "committee", "staff", "hosts"})
    id: Text = ""
    name: Text
    everybody: bool = False
    community: Kept = ""
    committee: Kept = ""
    staff: Kept = ""
    hosts: dict[Id, Kept] = Field(default_factory=dict)
    parts: tuple[Id, ...] = ()
    brings: Text = ""

    @property
    def document(self) -> str:
        return MAKEUP

    def problems(self, record: Bundle) -> Iterator[Problem]:
        found = [
            *against_name(self.name, self.id, record.makeup),
            *against_length((say("What it brings"), self.brings)),
        ]
        yield from found or against_row(self, record)

    def change(self, record: Bundle) -> Bundle:
        taken = [one.id for one in record.makeup]
        otherwise = "everybody" if self.everybody else "group"
        row = {
            "id": self.id or id_from(self.name, taken, otherwise=otherwise),
            "name": tidy(self.name),
            "everybody": "yes" if self.everybody else "",
            "community": self.community,
            "committee": self.committee,
            "staff": self.staff,
            "hosts": hosts_cell(self.hosts),
            "parts": "" if self.everybody else f"{BETWEEN} ".join(self.parts),
            "brings": "" if self.everybody else tidy(self.brings),
        }
        return with_rows(record, MAKEUP, [row], key=["id"])

    def told(self, who: str, record: Bundle) -> str:
        name = tidy(self.name)
        if not self.id:
            return say("{who} added to the equity mirror: {name}", who=who, name=name)
        return say("{who} changed in the equity mirror: {name}", who=who, name=name)
