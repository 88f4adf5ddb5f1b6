"""The whole catalog: all of ``data/``, every fact in it, and the table that turns drivers into
hours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, TypeVar

from cidesign.domain.about import Gap, Limit, Method, Reading, Word
from cidesign.domain.choices import (
    CapabilityEntry,
    CaseEntry,
    CriterionEntry,
    Invented,
    ModeEntry,
    StructureDriver,
    StructureEntry,
)
from cidesign.domain.entries import (
    HIGHEST_NEED_LEVEL,
    DriverEntry,
    FunctionEntry,
    LineEntry,
    PhaseEntry,
    PriceEntry,
    RoleEntry,
)
from cidesign.domain.fact import Fact, Source
from cidesign.domain.guidance import (
    AgendaItem,
    Check,
    FormEntry,
    FormLeaves,
    FunderRole,
    Guidance,
    Practice,
    Prompt,
    Region,
    Seat,
    SixQuestion,
    TimelineEntry,
    VariantEntry,
)
from cidesign.domain.labels import Labels, Named
from cidesign.domain.need import NeedTable
from cidesign.domain.plan import Line, Role
from cidesign.domain.value import Model
from cidesign.domain.walk import Step
from cidesign.domain.workshop import Workshop


@dataclass(frozen=True)
class Catalog:
    """All of ``data/``, each kind in the order people see it."""

    functions: tuple[FunctionEntry, ...]
    phases: tuple[PhaseEntry, ...]
    drivers: tuple[DriverEntry, ...]
    roles: tuple[RoleEntry, ...]
    lines: tuple[LineEntry, ...]
    prices: tuple[PriceEntry, ...]
    structures: tuple[StructureEntry, ...]
    structure_drivers: tuple[StructureDriver, ...]
    modes: tuple[ModeEntry, ...]
    criteria: tuple[CriterionEntry, ...]
    capabilities: tuple[CapabilityEntry, ...]
    invented: tuple[Invented, ...]
    cases: tuple[CaseEntry, ...]
    checks: tuple[Check, ...]
    forms: tuple[FormEntry, ...]
    variants: tuple[VariantEntry, ...]
    timelines: tuple[TimelineEntry, ...]
    guidance: tuple[Guidance, ...]
    practices: tuple[Practice, ...]
    funder_roles: tuple[FunderRole, ...]
    prompts: tuple[Prompt, ...]
    agenda: tuple[AgendaItem, ...]
    six_questions: tuple[SixQuestion, ...]
    seats: tuple[Seat, ...]
    regions: tuple[Region, ...]
    methods: tuple[Method, ...]
    limits: tuple[Limit, ...]
    gaps: tuple[Gap, ...]
    further_reading: tuple[Reading, ...]
    glossary: tuple[Word, ...]
    sources: tuple[Source, ...]

    def of(self, workshop: Workshop) -> "Catalog":
        """The catalog in this workshop's words: candidates are organizations or people."""
        return self._of_a_person if workshop.seeks_a_person else self

    @cached_property
    def _of_a_person(self) -> "Catalog":
        """The very same one each time, because what was worked out is kept by it."""
        modes = (
            mode.model_copy(update={"steps": tuple(said_of_a_person(one) for one in mode.steps)})
            for mode in self.modes
        )
        return replace(
            self,
            modes=tuple(modes),
            prompts=tuple(said_of_a_person(one) for one in self.prompts),
            invented=tuple(said_of_a_person(one) for one in self.invented),
        )

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Every fact, with its place such as ``roles.director.salary``."""
        for place, value in self._walk():
            if isinstance(value, Fact):
                yield place, value

    def citations(self) -> Iterator[tuple[str, str]]:
        """Every place that names a source, with the source's id."""
        for place, value in self._walk():
            for key in type(value).model_fields if isinstance(value, Model) else ():
                source = getattr(value, key) if key.endswith("source") else None
                if isinstance(source, str):
                    yield place, source

    def _walk(self) -> Iterator[tuple[str, Any]]:
        for kind in fields(self):
            yield from _inside(kind.name, getattr(self, kind.name))

    def checks_about(self, about: str) -> tuple[Check, ...]:
        """The checks about the form, the conditions, the principles or readiness."""
        return tuple(check for check in self.checks if check.about == about)

    def guidance_about(self, about: str) -> tuple[Guidance, ...]:
        """What there is to know of one list, such as leadership or equity."""
        return tuple(one for one in self.guidance if one.about == about)

    def prompts_for(self, page: str) -> tuple[Prompt, ...]:
        """What the committee may talk about at a page."""
        return tuple(prompt for prompt in self.prompts if prompt.page == page)

    def forms_of(self, workshop: Workshop) -> tuple[FormEntry, ...]:
        """The forms chosen in place of collective impact alone, in our order; none where it goes
        on.
        """
        return tuple(form for form in self.forms if form.id in workshop.initiative.forms)

    def left_out(self, page: str, workshop: Workshop) -> tuple[FormLeaves, ...]:
        """Why none of the chosen forms needs a page, and what to do instead, one for each form;
        nothing where one of them needs it.
        """
        forms = self.forms_of(workshop)
        found = tuple(one for form in forms for one in form.left_out if page in one.pages)
        return found if len(found) == len(forms) else ()

    def needs(self, step: Step, workshop: Workshop) -> bool:
        """Whether a workshop has to take a step: nobody chooses where a backbone works already, nor
        what no chosen form needs, nor designs a backbone where a director is chosen.
        """
        if workshop.seeks_a_person:
            return not step.of_the_backbone
        if step.of_the_choice and workshop.has_a_backbone:
            return False
        return not self.left_out(step.id, workshop)

    def speaks_for_residents(self, written: str) -> bool:
        """Whether a seat, as somebody wrote it, speaks for the people the effort is about."""
        return any(seat.for_residents and seat.is_meant_by(written) for seat in self.seats)

    def entry(self, kind: str, id: str) -> Any:
        """The entry of a kind (``roles``, ``sources`` …) with this id.

        Raises:
            KeyError: there is none.
        """
        for entry in getattr(self, kind):
            if entry.id == id:
                return entry
        raise KeyError(f"{kind}: {id}")

    def price(self, id: str) -> Fact:
        """The fact of a price.

        Raises:
            KeyError: there is none.
        """
        price: PriceEntry = self.entry("prices", id)
        return price.fact

    def source(self, id: str) -> Source:
        """The source with this id.

        Raises:
            KeyError: there is none.
        """
        source: Source = self.entry("sources", id)
        return source

    @cached_property
    def labels(self) -> Labels:
        """What people read for the ids of all kinds that our own facts name."""
        return Labels(
            functions=Named.of((one.id, one.short) for one in self.functions),
            functions_in_full=Named.of((one.id, one.label) for one in self.functions),
            phases=Named.of((one.id, one.label) for one in self.phases),
            drivers=Named.of((one.id, one.label) for one in self.drivers),
            roles=Named.of((one.id, one.label) for one in self.roles),
            lines=Named.of((one.id, one.label) for one in self.lines),
            prices=Named.of((one.id, one.label) for one in self.prices),
            structures=Named.of((one.id, one.label) for one in self.structures),
            structure_drivers=Named.of((one.id, one.label) for one in self.structure_drivers),
            forms=Named.of((one.id, one.label) for one in self.forms),
            variants=Named.of((one.id, one.label) for one in self.variants),
            modes=Named.of((one.id, one.label) for one in self.modes),
            regions=Named.of((one.id, one.label) for one in self.regions),
            criteria=Named.of((one.id, one.label) for one in self.criteria),
            criteria_short=Named.of((one.id, one.short) for one in self.criteria),
        )

    def need_table(self) -> NeedTable:
        """Hours per driver, and phase factors: a phase's need level over the highest, 3."""
        return NeedTable(
            hours_per_driver={
                driver.id: {f: fact.value for f, fact in driver.hours.items()}
                for driver in self.drivers
            },
            phase_factor={
                phase.id: {
                    f: fact.value / HIGHEST_NEED_LEVEL for f, fact in phase.need_level.items()
                }
                for phase in self.phases
            },
            first_year_only=frozenset(one.id for one in self.drivers if one.first_year_only),
        )

    def salary(self, role: str, year: int | None = None) -> Fact:
        """The usual salary of a role in dollars of a year; None: as it was read.

        Raises:
            KeyError: there is no such role.
        """
        entry: RoleEntry = self.entry("roles", role)
        return entry.salary if year is None else entry.salary_of(year, self.price("salary_growth"))

    def plan_roles(self, year: int | None = None) -> tuple[Role, ...]:
        """All roles at usual values, none of them a must; salaries in dollars of a year."""
        return tuple(
            entry.role(self.salary(entry.id, year), self.price(entry.benefits))
            for entry in self.roles
        )

    def plan_lines(self) -> tuple[Line, ...]:
        """All lines at usual values."""
        return tuple(entry.line() for entry in self.lines)


def _inside(place: str, value: Any) -> Iterator[tuple[str, Any]]:
    yield place, value
    if isinstance(value, Model) and not isinstance(value, Fact):
        for name in type(value).model_fields:
            yield from _inside(f"{place}.{name}", getattr(value, name))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _inside(f"{place}.{key}", one)
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _inside(f"{place}.{getattr(one, 'id', number)}", one)


M = TypeVar("M", bound=Model)
_OF_A_PERSON = "_of_a_person"


def said_of_a_person(entry: M) -> M:
    """An entry with the words it has for people as candidates in place of those for
    organizations.
    """
    told = {
        name.removesuffix(_OF_A_PERSON): said
        for name in type(entry).model_fields
        if name.endswith(_OF_A_PERSON) and (said := getattr(entry, name))
    }
    return entry.model_copy(update=told)
