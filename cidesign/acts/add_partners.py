"""Several partners are added at once, from a list."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.work_lists import against_length, against_name
from cidesign.domain.apart import as_seen
from cidesign.domain.figures import count
from cidesign.domain.naming import id_from, tidy
from cidesign.domain.problem import Problem
from cidesign.domain.value import Model, Text
from cidesign.domain.work import COSTS, PARTNERS
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows
from cidesign.text import say, say_count


class Joining(Model):
    """One that takes part; ``organization``: which kind it is, such as nonprofit; ``line``: where
    it stands in the list, so that one can be told.
    """

    name: Text
    sector: Text = ""
    organization: Text = ""
    serves: Text = ""
    good_at: Text = ""
    people_a_year: Text = ""
    each_usd: Text = ""
    alone_usd: Text = ""
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
        for one in self.partners:
            where = say("Line {line}", line=one.line)
            found = [
                *against_name(one.name, "", record.partners),
                *against_length(*((where, cell) for cell in one.cells.values())),
            ]
            before = first.setdefault(as_seen(one.name), one.line)
            if before != one.line:
                what = say("{name} stands in line {first} too", name=tidy(one.name), first=before)
                found.append(Problem(where, what, say("take one of the two out")))
            yield from (Problem(where, each.what, each.remedy) for each in found[:1])

    def change(self, record: Bundle) -> Bundle:
        taken = {one.id for one in record.partners}
        rows = []
        for one in self.partners:
            id = id_from(one.name, taken, otherwise="partner")
            taken.add(id)
            rows.append({"id": id, **one.cells})
        return with_rows(record, PARTNERS, rows, key=["id"])

    def told(self, who: str, record: Bundle) -> str:
        return say_count(
            "{who} added {n} partner",
            "{who} added {n} partners",
            len(self.partners),
            who=who,
            n=count(len(self.partners)),
        )
