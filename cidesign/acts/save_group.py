"""A working group, a workstream or a committee is added, or what is known of one is changed: also
who leads and who supports it.
"""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.work_lists import FIELDS, against_length, against_name, against_row, on_screen
from cidesign.domain.listed import BETWEEN
from cidesign.domain.naming import id_from, tidy
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import Id, Text
from cidesign.domain.work import GROUPS, GroupKind
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows
from cidesign.text import say


class SaveGroup(Shared):
    """What somebody wrote about a group; figures and months are text as they will stand in the
    table, blank where nothing was said.

    ``id`` empty: a new one, whose id is made of the name.
    """

    kind: ClassVar[str] = "save_group"
    step: ClassVar[str] = "partners"
    hidden: ClassVar[frozenset[str]] = frozenset({"chair"})
    id: Text = ""
    name: Text
    what: GroupKind = GroupKind.WORKING_GROUP
    aim: Text = ""
    element: Text = ""
    chair: Text = ""
    lead: Text = ""
    supports: tuple[Id, ...] = ()
    people_affected: bool = False
    evidence: bool = False
    meetings_a_year: Text = ""
    begins: Text = ""
    ends: Text = ""

    @property
    def document(self) -> str:
        return GROUPS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        found = list(against_name(self.name, self.id, record.groups))
        texts = {"aim": self.aim, "element": self.element, "chair": self.chair}
        found += against_length(*((say(FIELDS[key]), tidy(one)) for key, one in texts.items()))
        yield from found or against_row(self, record)

    def change(self, record: Bundle) -> Bundle:
        taken = [one.id for one in record.groups]
        row = {
            "id": self.id or id_from(self.name, taken, otherwise="group"),
            "name": tidy(self.name),
            "kind": str(self.what),
            "aim": tidy(self.aim),
            "element": tidy(self.element),
            "chair": tidy(self.chair),
            "lead": self.lead,
            "supports": f"{BETWEEN} ".join(self.supports),
            "people_affected": "yes" if self.people_affected else "no",
            "evidence": "yes" if self.evidence else "no",
            "meetings_a_year": self.meetings_a_year,
            "begins": self.begins,
            "ends": self.ends,
        }
        try:
            return with_rows(record, GROUPS, [row], key=["id"])
        except BadInput as error:
            raise on_screen(error, FIELDS) from error

    def told(self, who: str, record: Bundle) -> str:
        name = tidy(self.name)
        if not self.id:
            return say("{who} added the group {name}", who=who, name=name)
        return say("{who} changed what is known of the group {name}", who=who, name=name)
