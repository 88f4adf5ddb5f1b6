"""A measure is added to the plan of measures, or what is known of one is changed."""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.work_lists import (
    MEASURE_FIELDS,
    against_length,
    against_name,
    against_row,
    on_screen,
)
from cidesign.domain.listed import BETWEEN
from cidesign.domain.measures import (
    MEASURES,
    About,
    Often,
    Whose,
    by_group_cell,
    by_group_in,
    by_year_cell,
    by_year_in,
)
from cidesign.domain.naming import id_from, tidy
from cidesign.domain.problem import BadInput, Problem, Wrong
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import columns_of, with_rows
from cidesign.text import say


class SaveMeasure(Shared):
    """What somebody wrote about a measure, as it will stand in the table.

    ``id`` empty: a new one, whose id is made of the name.
    """

    kind: ClassVar[str] = "save_measure"
    step: ClassVar[str] = "partners"
    id: Text = ""
    name: Text
    definition: Text = ""
    baseline: Text = ""
    target: Text = ""
    target_year: Text = ""
    split_by: Text = ""
    holder: Text = ""
    how_often: Often = Often.NOT_SAID
    whose: Whose = Whose.SHARED
    owners: tuple[Id, ...] = ()
    about: About = About.RESULT
    counts_people: bool = False
    by_year: Text = ""
    by_group: Text = ""

    @property
    def document(self) -> str:
        return MEASURES

    @property
    def _texts(self) -> dict[str, str]:
        told = ("definition", "baseline", "target", "target_year", "split_by", "holder")
        return {column: tidy(str(getattr(self, column))) for column in told}

    def problems(self, record: Bundle) -> Iterator[Problem]:
        found = list(against_name(self.name, self.id, record.measures))
        found += against_length(
            *((say(MEASURE_FIELDS[column]), text) for column, text in self._texts.items()),
            *((say(MEASURE_FIELDS[one]), tidy(str(getattr(self, one)))) for one in _AS_READ),
        )
        yield from found or against_row(self, record)

    def change(self, record: Bundle) -> Bundle:
        taken = [one.id for one in record.measures]
        row = {
            "id": self.id or id_from(self.name, taken, otherwise="measure"),
            "name": tidy(self.name),
            **self._texts,
            "how_often": str(self.how_often),
            "whose": str(self.whose),
            "owners": f"{BETWEEN} ".join(self.owners),
            "about": str(self.about),
            "counts_people": "yes" if self.counts_people else "no",
        }
        there = columns_of(record, MEASURES)
        for column, read in _AS_READ.items():
            written = tidy(str(getattr(self, column)))
            if written or column in there:
                row[column] = read(written)
        try:
            return with_rows(record, MEASURES, [row], key=["id"])
        except BadInput as error:
            raise on_screen(error, MEASURE_FIELDS) from error

    def told(self, who: str, record: Bundle) -> str:
        name = tidy(self.name)
        if not self.id:
            return say("{who} added the measure {name}", who=who, name=name)
        return say("{who} changed what is known of the measure {name}", who=who, name=name)


def _years(written: str) -> str:
    """As the table has them; what cannot be read stays, and is told by its row."""
    try:
        return by_year_cell(by_year_in(written))
    except Wrong:
        return written


def _groups(written: str) -> str:
    """Likewise."""
    try:
        return by_group_cell(by_group_in(written))
    except Wrong:
        return written


_AS_READ: Mapping[str, Callable[[str], str]] = {"by_year": _years, "by_group": _groups}
"""Columns that stand there once somebody has said something, and how each is written."""
