"""What is known of a partner is changed."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.add_partners import Joining
from cidesign.acts.work_lists import (
    PARTNER_FIELDS,
    against_length,
    against_name,
    against_row,
    on_screen,
)
from cidesign.domain.naming import tidy
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import Id, shown
from cidesign.domain.work import COSTS, PARTNERS
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows
from cidesign.text import say


class SavePartner(Shared):
    """``partner``: all that is known of the one with this id."""

    kind: ClassVar[str] = "save_partner"
    step: ClassVar[str] = "partners"
    id: Id
    partner: Joining

    @property
    def document(self) -> str:
        return PARTNERS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.id not in {one.id for one in record.partners}:
            what = say("no partner has this id")
            yield Problem(shown(self.id), what, say("reload the page and try again"))
            return
        found = list(against_name(self.partner.name, self.id, record.partners))
        cells = self.partner.row(record)
        found += against_length(
            *((say(PARTNER_FIELDS[key]), cell) for key, cell in cells.items() if key != "name")
        )
        yield from found or against_row(self, record)

    def change(self, record: Bundle) -> Bundle:
        known = any(
            one is not None for it in record.partners if it.id == self.id for one in it.costs
        )
        blank = dict.fromkeys(COSTS, "") if known else {}
        row = {"id": self.id, **blank, **self.partner.row(record)}
        try:
            return with_rows(record, PARTNERS, [row], key=["id"])
        except BadInput as error:
            raise on_screen(error, PARTNER_FIELDS) from error

    def told(self, who: str, record: Bundle) -> str:
        name = tidy(self.partner.name)
        return say("{who} changed what is known of the partner {name}", who=who, name=name)
