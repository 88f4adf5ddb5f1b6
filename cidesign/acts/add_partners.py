"""Several partners are added at once, from a list."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.work_lists import (
    PARTNER_FIELDS,
    against_length,
    against_name,
    against_row,
    on_screen,
)
from cidesign.domain.apart import as_seen
from cidesign.domain.figures import count
from cidesign.domain.naming import id_from, tidy
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import Model, Text
from cidesign.domain.work import COSTS, PARTNERS
from cidesign.domain.workshop import Bundle
from cidesign.record import columns_of, with_rows
from cidesign.text import say, say_count


class Joining(Model):
    """One that takes part; ``organization``: which kind it is, such as nonprofit; dollars and hours
    are text as they will stand in the table, blank where nothing was said; ``line``: where it
    stands in the list, so that one can be told.
    """

    name: Text
    sector: Text = ""
    organization: Text = ""
    serves: Text = ""
    good_at: Text = ""
    people_a_year: Text = ""
    each_usd: Text = ""
    alone_usd: Text = ""
    formal_member: bool = False
    has_committed: Text = ""
    credit_wanted: Text = ""
    own_money_usd: Text = ""
    volunteer_hours: Text = ""
    line: int = 0

    @property
    def cells(self) -> dict[str, str]:
        """What the table holds of it, beside its id."""
        told = {
            "name": self.name,
            "sector": self.sector,
            "kind": self.organization,
            "serves": self.serves,
            "good_at": self.good_at,
        }
        return {column: tidy(cell) for column, cell in told.items()} | self.costs

    @property
    def costs(self) -> dict[str, str]:
        """The cells on what its help costs; none where nobody has said."""
        told = {column: tidy(str(getattr(self, column))) for column in COSTS}
        return told if any(told.values()) else {}

    def row(self, record: Bundle) -> dict[str, str]:
        """The same with what it gives and was promised, as far as somebody said it here or the
        table has a column for it: a list that asks for none of it stays as narrow as it was.
        """
        told = {
            "formal_member": "yes" if self.formal_member else "",
            "has_committed": tidy(self.has_committed),
            "credit_wanted": tidy(self.credit_wanted),
            "own_money_usd": tidy(self.own_money_usd),
            "volunteer_hours": tidy(self.volunteer_hours),
        }
        there = columns_of(record, PARTNERS)
        return self.cells | {
            column: cell for column, cell in told.items() if cell or column in there
        }


class AddPartners(Shared):
    """They stand at the end of the list, in the order given; all are added, or none."""

    kind: ClassVar[str] = "add_partners"
    step: ClassVar[str] = "partners"
    partners: tuple[Joining, ...]

    @property
    def document(self) -> str:
        return PARTNERS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if not self.partners:
            remedy = say("write one name on each line, such as Oak House; schools; nonprofit")
            yield Problem(say("The list"), say("nothing is written there"), remedy)
        first: dict[str, int] = {}
        bad = False
        for one in self.partners:
            where = say("Line {line}", line=one.line)
            found = [
                *against_name(one.name, "", record.partners),
                *against_length(*((where, cell) for cell in one.row(record).values())),
            ]
            before = first.setdefault(as_seen(one.name), one.line)
            if before != one.line:
                what = say("{name} stands in line {first} too", name=tidy(one.name), first=before)
                found.append(Problem(where, what, say("take one of the two out")))
            yield from (Problem(where, each.what, each.remedy) for each in found[:1])
            bad = bad or bool(found)
        if self.partners and not bad:
            yield from against_row(self, record)

    def change(self, record: Bundle) -> Bundle:
        taken = {one.id for one in record.partners}
        rows = []
        for one in self.partners:
            id = id_from(one.name, taken, otherwise="partner")
            taken.add(id)
            rows.append({"id": id, **one.row(record)})
        try:
            return with_rows(record, PARTNERS, rows, key=["id"])
        except BadInput as error:
            raise on_screen(error, PARTNER_FIELDS) from error

    def told(self, who: str, record: Bundle) -> str:
        return say_count(
            "{who} added {n} partner",
            "{who} added {n} partners",
            len(self.partners),
            who=who,
            n=count(len(self.partners)),
        )
