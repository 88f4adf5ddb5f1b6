"""What the page Structure shows: the questions, which structure fits and why, what to watch, and
how to select a host.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import (
    CaseEntry,
    Example,
    ModeEntry,
    Said,
    StructureDriver,
    StructureEntry,
)
from cidesign.domain.fact import Fact, Source
from cidesign.domain.structure import StructureDecision, StructureFit, StructureProfile
from cidesign.domain.workshop import Bundle
from cidesign.structure import advise_mode, fit
from cidesign.views.structure.ours import our_answers, usual_answers
from cidesign.views.structure.reasons import entries, in_words


@dataclass(frozen=True)
class Question:
    """One question to the committee. ``answer``: 0 to 4, None where nobody has answered; ``start``:
    where an input may stand; ``usual``: whether the answer may be the usual one and nobody's.
    """

    id: str
    label: str
    question: str
    about: str
    means_0: str
    means_4: str
    answer: Decimal | None
    start: Decimal
    source: Source
    usual: bool = False


@dataclass(frozen=True)
class Part:
    """One driver's part in a structure's points: what it adds, the most it could add, and the level
    it rests on.

    ``fact`` and ``words``: the catalog's level and the source's words; None and empty where there
    is none or the committee judged.
    """

    driver: str
    label: str
    points: Decimal
    most: Decimal
    judged_by_us: bool
    fact: Fact | None
    words: str


@dataclass(frozen=True)
class FitRow:
    """How one structure fits, in words people read."""

    id: str
    label: str
    what: str
    points: float
    parts: tuple[Part, ...]
    because: tuple[str, ...]
    watch: tuple[str, ...]
    pros: tuple[Said, ...]
    cons: tuple[Said, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class ModeRow:
    """One way to select a host; ``advised`` where our advice is this one."""

    id: str
    label: str
    what: str
    weeks: Fact
    pros: tuple[Said, ...]
    cons: tuple[Said, ...]
    advised: bool


@dataclass(frozen=True)
class StructureView:
    """The page: fits best first, modes from open to closed; ``raw`` and ``decision`` as the engine
    and the record have them.

    Args:
        answered: how many of the questions about the structure have an answer above 0.
        lead: points between the first and the second; 0 for a tie.
        mode_because: why we advise the mode that is marked.
        assumed: how many of the levels shown are our assumptions.
        ours: how many of them no usual value gave.
        sources: every source the page rests on, in the catalog's order.
        cases: real initiatives, those of the best structure first.
    """

    questions: tuple[Question, ...]
    fits: tuple[FitRow, ...]
    modes: tuple[ModeRow, ...]
    answered: int
    lead: float
    mode_because: tuple[str, ...]
    assumed: int
    sources: tuple[Source, ...]
    raw: tuple[StructureFit, ...]
    decision: StructureDecision
    cases: tuple[CaseEntry, ...] = ()
    ours: int = 0

    @property
    def mostly_usual(self) -> bool:
        """Whether more of the answers that count are usual ones than are ours."""
        return self.ours * 2 < self.answered

    @property
    def best(self) -> FitRow:
        """The structure that fits best."""
        return self.fits[0]

    @property
    def advised_mode(self) -> ModeRow:
        """The way to select a host that we advise."""
        return next(mode for mode in self.modes if mode.advised)

    def about(self, what: str) -> tuple[Question, ...]:
        """The questions about ``structure`` or about ``mode``."""
        return tuple(question for question in self.questions if question.about == what)


def structure_view(bundle: Bundle, catalog: Catalog) -> StructureView:
    """The view of a bundle's profile; without one, of no answers.

    Raises:
        BadInput: an answer or judgement about something unknown, or off its scale.
    """
    return profile_view(bundle.structure or StructureProfile(), catalog)


def profile_view(profile: StructureProfile, catalog: Catalog) -> StructureView:
    """The view of a profile that stands alone.

    Raises:
        BadInput: an answer or judgement about something unknown, or off its scale.
    """
    fits = fit(profile, catalog.structures, catalog.structure_drivers)
    advice = advise_mode(profile, catalog.modes)
    by_id = {structure.id: structure for structure in catalog.structures}
    rows = tuple(_row(one, by_id[one.structure], catalog, profile) for one in fits)
    modes = tuple(_mode(mode, mode.id == advice.advice) for mode in catalog.modes)
    return StructureView(
        questions=tuple(
            _question(driver, profile, catalog) for driver in catalog.structure_drivers
        ),
        fits=rows,
        modes=modes,
        answered=sum(
            1
            for driver in catalog.structure_drivers
            if driver.about == "structure" and profile.answers.get(driver.id)
        ),
        lead=fits[0].points - fits[1].points if len(fits) > 1 else 0.0,
        mode_because=in_words(advice.because, entries(catalog)),
        assumed=sum(1 for row in rows for part in row.parts if part.fact and part.fact.assumed),
        sources=_sources(catalog, rows, modes),
        raw=fits,
        decision=profile.decision,
        cases=tuple(sorted(catalog.cases, key=lambda case: rows[0].id not in case.structures)),
        ours=sum(1 for answer in our_answers(profile, catalog).values() if answer),
    )


def _question(driver: StructureDriver, profile: StructureProfile, known: Catalog) -> Question:
    answer = profile.answers.get(driver.id)
    return Question(
        id=driver.id,
        label=driver.label,
        question=driver.question,
        about=driver.about,
        means_0=driver.means_0,
        means_4=driver.means_4,
        answer=answer,
        start=driver.default.value if answer is None else answer,
        source=known.source(driver.source),
        usual=driver.id in usual_answers(profile, known),
    )


def _row(
    one: StructureFit, entry: StructureEntry, known: Catalog, profile: StructureProfile
) -> FitRow:
    return FitRow(
        id=entry.id,
        label=entry.label,
        what=entry.what,
        points=one.points,
        parts=tuple(_parts(one, entry, known, profile)),
        because=in_words(one.because, entries(known)),
        watch=in_words(one.watch, entries(known)),
        pros=entry.pros,
        cons=entry.cons,
        examples=entry.examples,
    )


def _parts(
    one: StructureFit, entry: StructureEntry, known: Catalog, profile: StructureProfile
) -> Iterable[Part]:
    own = profile.judgements.get(entry.id, {})
    for part in one.contributions:
        level = None if part.driver in own else entry.levels.get(part.driver)
        yield Part(
            driver=part.driver,
            label=known.labels.structure_drivers[part.driver],
            points=part.points,
            most=part.most,
            judged_by_us=part.driver in own,
            fact=level.fact if level else None,
            words=level.words if level else "",
        )


def _mode(mode: ModeEntry, advised: bool) -> ModeRow:
    return ModeRow(mode.id.value, mode.label, mode.what, mode.weeks, mode.pros, mode.cons, advised)


def _sources(
    known: Catalog, rows: Iterable[FitRow], modes: Iterable[ModeRow]
) -> tuple[Source, ...]:
    used = {said.source for row in rows for said in (*row.pros, *row.cons, *row.examples)}
    used |= {part.fact.source for row in rows for part in row.parts if part.fact}
    used |= {said.source for mode in modes for said in (*mode.pros, *mode.cons)} | {
        mode.weeks.source for mode in modes
    }
    used |= {driver.source for driver in known.structure_drivers}
    used |= {said.source for case in known.cases for said in case.what}
    return tuple(source for source in known.sources if source.id in used)
