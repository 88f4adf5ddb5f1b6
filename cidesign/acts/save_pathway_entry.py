"""A root cause, principle, method, strategy, practice or lesson joins our common agenda, or what is
known of one is changed.
"""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.work_lists import against_name, against_row
from cidesign.domain.listed import BETWEEN
from cidesign.domain.naming import id_from, tidy
from cidesign.domain.pathway import PATHWAY, Activity, PathwayKind
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows
from cidesign.text import say


class SavePathwayEntry(Shared):
    """What somebody wrote about an entry, as it will stand in the table.

    ``id`` empty: a new one, whose id is made of the name. Only what groups carry and measures show
    keeps them, only a strategy its activity and the root causes it works on.
    """

    kind: ClassVar[str] = "save_pathway_entry"
    step: ClassVar[str] = "initiative"
    id: Text = ""
    name: Text
    what: PathwayKind = PathwayKind.STRATEGY
    activity: Activity = Activity.NOT_SAID
    groups: tuple[Id, ...] = ()
    measures: tuple[Id, ...] = ()
    causes: tuple[Id, ...] = ()

    @property
    def document(self) -> str:
        return PATHWAY

    def problems(self, record: Bundle) -> Iterator[Problem]:
        found = list(against_name(self.name, self.id, record.pathway))
        yield from found or against_row(self, record)

    def change(self, record: Bundle) -> Bundle:
        taken = [one.id for one in record.pathway]
        carried = self.what.is_carried
        row = {
            "id": self.id or id_from(self.name, taken, otherwise=str(self.what)),
            "name": tidy(self.name),
            "kind": str(self.what),
            "activity": str(self.activity) if self.what is PathwayKind.STRATEGY else "",
            "groups": f"{BETWEEN} ".join(self.groups) if carried else "",
            "measures": f"{BETWEEN} ".join(self.measures) if carried else "",
        }
        if self.causes or any(one.causes for one in record.pathway):
            works_on = self.causes if self.what is PathwayKind.STRATEGY else ()
            row["causes"] = f"{BETWEEN} ".join(works_on)
        return with_rows(record, PATHWAY, [row], key=["id"])

    def told(self, who: str, record: Bundle) -> str:
        name = tidy(self.name)
        if not self.id:
            return say("{who} added to the common agenda: {name}", who=who, name=name)
        return say("{who} changed the common agenda: {name}", who=who, name=name)
