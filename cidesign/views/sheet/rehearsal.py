"""A member's sheet on the candidates of a rehearsal: like the real one, and apart from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from cidesign.acts.sheets import Cell, Sheet
from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import Invented
from cidesign.domain.labels import as_read
from cidesign.domain.panel import Candidate
from cidesign.domain.rehearsal import Rehearsal
from cidesign.domain.rules import Criterion, Reasons
from cidesign.domain.workshop import Bundle
from cidesign.views.room import rehearsal_words as words
from cidesign.views.room.rehearsal import ReadApart
from cidesign.views.sheet.view import MySheet

PREFIX = "rehearsal:"


@dataclass(frozen=True)
class RehearsedSheet:
    """Everything her sheet shows of a rehearsal.

    Args:
        mine: her sheets in it; none for who gives no levels.
        held: which rehearsal it is.
        record: whose criteria are read.
        catalog: has the invented candidates.
        apart: how far apart everybody read, once it is over.
    """

    mine: MySheet
    held: Rehearsal
    record: Bundle
    catalog: Catalog
    apart: tuple[ReadApart, ...] = ()

    def about(self, of: str) -> Invented | None:
        """The invented candidate of one of its sheets."""
        key, id = invented_in(of)
        listed = [one for one in self.catalog.invented if one.id == id]
        return listed[0] if listed and key == self.held.key else None

    def says(self, one: Invented, criterion: str) -> str:
        """What an invented candidate says on a criterion."""
        own = [entry.invented for entry in self.catalog.criteria if entry.id == criterion]
        place = [other.id for other in self.catalog.invented].index(one.id)
        return own[0][place] if own and len(own[0]) > place else one.says


def of_invented(held: Rehearsal, candidate: str) -> str:
    """The id of an invented candidate on a sheet; no real one can have it."""
    return f"{PREFIX}{held.key}.{candidate}"


def invented_in(of: str) -> tuple[str, str]:
    """The key of a rehearsal and the id of an invented candidate; empty where it is a real one."""
    key, _, candidate = of.removeprefix(PREFIX).partition(".")
    return (key, candidate) if of.startswith(PREFIX) else ("", "")


def rehearsed_sheet(
    held: Rehearsal,
    given: Mapping[tuple[str, str], Decimal] | None,
    mine: MySheet,
    record: Bundle,
    catalog: Catalog,
    apart: tuple[ReadApart, ...] = (),
) -> RehearsedSheet:
    """Her sheet in a rehearsal.

    Args:
        held: the rehearsal.
        given: her own levels, by candidate and criterion; None where she gives none in it.
        mine: her real sheet, of whose owner this is another.
        record: whose criteria are read.
        catalog: has the invented candidates.
        apart: how far apart everybody read, once it is over.
    """
    listed = [one for one in catalog.invented if one.id in held.candidates]
    sheets = (
        () if given is None else tuple(_sheet(held, one, given, record, catalog) for one in listed)
    )
    marks = (words.nothing_counts(), mine.example)
    hers = replace(
        mine,
        example=" · ".join(one for one in marks if one),
        silent=(),
        asides=(),
        may_return=False,
        sheets=sheets,
        criteria=(),
        given=(),
        reasons=Reasons.NONE,
        is_open=not held.is_over,
        one_score=False,
    )
    return RehearsedSheet(hers, held, record, catalog, apart)


def _sheet(
    held: Rehearsal,
    one: Invented,
    given: Mapping[tuple[str, str], Decimal],
    record: Bundle,
    catalog: Catalog,
) -> Sheet:
    return Sheet(
        candidate=Candidate(id=of_invented(held, one.id), name=one.label),
        cells=tuple(
            Cell(criterion, given.get((one.id, criterion.id)))
            for criterion in _criteria(held, record, catalog)
        ),
    )


def _criteria(held: Rehearsal, record: Bundle, catalog: Catalog) -> tuple[Criterion, ...]:
    rules = as_read(record.rules, catalog.labels) if record.rules else None
    return tuple(one for one in rules.rated if one.id in held.criteria) if rules else ()
