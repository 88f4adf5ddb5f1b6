"""How well each backbone structure fits a committee's answers, why, and what to watch.

Points = 100 x sum over drivers of (answer / all answers) x (level - 1) / 4: the additive model that
also ranks hosts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.choices import HIGHEST_LEVEL, LOWEST_LEVEL, StructureDriver, StructureEntry
from cidesign.domain.rules import Scale
from cidesign.domain.structure import (
    Caution,
    Con,
    Contribution,
    EqualShares,
    JudgedByCatalog,
    JudgedByUs,
    NotJudged,
    Strength,
    StructureFit,
    StructureProfile,
)
from cidesign.structure.profile import checked, holds
from cidesign.value import scale_share

LEVELS = Scale(worst=Decimal(LOWEST_LEVEL), best=Decimal(HIGHEST_LEVEL))
MIDDLE = (LEVELS.worst + LEVELS.best) / 2
STRONG_FROM = 4
REASONS = 3


def fit(
    profile: StructureProfile,
    structures: Sequence[StructureEntry],
    drivers: Sequence[StructureDriver],
) -> tuple[StructureFit, ...]:
    """Every structure's fit, best first; ties by id.

    Args:
        profile: answers 0 to 4 by driver; a driver without one has no weight, and with no answer
            above 0 all weigh the same. Its judgements (levels 1 to 5) take the place of the
            catalog's.
        structures: their levels; a driver without one counts as the middle, 3, and that is said.
        drivers: questions; those about the selection mode may be answered but have no weight here.

    Raises:
        BadInput: an answer or judgement about something unknown, or off its scale.
    """
    checked(profile, structures, drivers)
    weighed = sorted(
        (driver for driver in drivers if driver.about == "structure"), key=lambda driver: driver.id
    )
    shares = _shares(profile.answers, weighed)
    fits = [_fit(structure, profile, weighed, shares) for structure in structures]
    return tuple(sorted(fits, key=lambda one: (-one.points, one.structure)))


def _shares(
    answers: Mapping[str, Decimal], drivers: Sequence[StructureDriver]
) -> dict[str, Fraction]:
    given = {driver.id: Fraction(answers.get(driver.id, 0)) for driver in drivers}
    total = sum(given.values(), Fraction(0))
    if not total:
        return {id: Fraction(1, len(given)) for id in given}
    return {id: answer / total for id, answer in given.items() if answer}


@dataclass(frozen=True)
class _Part:
    """One driver's part in a structure's points."""

    driver: StructureDriver
    share: Fraction
    level: Decimal
    judged: JudgedByUs | NotJudged | JudgedByCatalog

    @property
    def points(self) -> Fraction:
        return self.most * scale_share(LEVELS, Fraction(self.level))

    @property
    def most(self) -> Fraction:
        return 100 * self.share


def _fit(
    structure: StructureEntry,
    profile: StructureProfile,
    drivers: Sequence[StructureDriver],
    shares: Mapping[str, Fraction],
) -> StructureFit:
    parts = [
        _part(structure, profile, driver, shares[driver.id])
        for driver in drivers
        if driver.id in shares
    ]
    parts.sort(key=lambda part: (-part.points, part.driver.id))
    return StructureFit(
        structure=structure.id,
        points=float(sum((part.points for part in parts), Fraction(0))),
        contributions=tuple(
            Contribution(part.driver.id, _decimal(part.points), _decimal(part.most))
            for part in parts
        ),
        because=tuple(_because(parts, any(profile.answers.get(driver.id) for driver in drivers))),
        watch=tuple(_watch(structure, profile, parts)),
    )


def _part(
    structure: StructureEntry, profile: StructureProfile, driver: StructureDriver, share: Fraction
) -> _Part:
    own = profile.judgements.get(structure.id, {}).get(driver.id)
    level = structure.levels.get(driver.id)
    if own is not None:
        return _Part(driver, share, own, JudgedByUs(driver.id, own))
    if level is None:
        return _Part(driver, share, MIDDLE, NotJudged(driver.id, MIDDLE))
    return _Part(driver, share, level.fact.value, JudgedByCatalog(structure.id, driver.id))


def _because(parts: Sequence[_Part], answered: bool) -> list[EqualShares | Strength]:
    strong = [part for part in parts if part.level >= STRONG_FROM][:REASONS] or [
        part for part in parts if part.points
    ][:1]
    found = [Strength(part.driver.id, part.points, part.most, part.judged) for part in strong]
    return [*found] if answered else [EqualShares(), *found]


def _watch(
    structure: StructureEntry, profile: StructureProfile, parts: Sequence[_Part]
) -> list[Caution | Con | NotJudged]:
    """Conditions that the answers meet, then what speaks against the structure whatever the
    answers, then what is not judged.
    """
    met = [
        Caution(structure.id, place)
        for place, caution in enumerate(structure.watch)
        if all(holds(one, profile.answers) for one in caution.when)
    ]
    always = [Con(structure.id, place) for place in range(len(structure.cons))]
    open_ = [part.judged for part in parts if isinstance(part.judged, NotJudged)]
    return [*met, *always, *open_]


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
