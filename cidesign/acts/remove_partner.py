"""A partner leaves the list, with what it led or supported and the measures it answered for."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.listed import BETWEEN
from cidesign.domain.measures import MEASURES
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, shown
from cidesign.domain.work import GROUPS, PARTNERS
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows, without_rows
from cidesign.text import say


class RemovePartner(Shared):
    """``name``: what people read for it, so that History can tell it once it is gone."""

    kind: ClassVar[str] = "remove_partner"
    step: ClassVar[str] = "partners"
    id: Id
    name: str

    @property
    def document(self) -> str:
        return PARTNERS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.id not in {one.id for one in record.partners}:
            what = say("no partner has this id")
            yield Problem(shown(self.id), what, say("reload the page and try again"))

    def change(self, record: Bundle) -> Bundle:
        left = [
            {
                "id": group.id,
                "lead": "" if group.lead == self.id else group.lead,
                "supports": f"{BETWEEN} ".join(id for id in group.supports if id != self.id),
            }
            for group in record.groups
            if self.id in (group.lead, *group.supports)
        ]
        after = with_rows(record, GROUPS, left, key=["id"]) if left else record
        owned = [
            {"id": one.id, "owners": f"{BETWEEN} ".join(id for id in one.owners if id != self.id)}
            for one in record.measures
            if self.id in one.owners
        ]
        after = with_rows(after, MEASURES, owned, key=["id"]) if owned else after
        return without_rows(after, PARTNERS, {"id": self.id})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} took the partner {name} off the list", who=who, name=self.name)
