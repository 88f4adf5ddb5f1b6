"""Why a structure fits, what to watch with it, and why a way to select a host is advised, in words:
those of the catalog where it has some.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from cidesign.domain import structure
from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import ModeEntry, StructureDriver, StructureEntry
from cidesign.domain.figures import rounded
from cidesign.domain.reason import Reason
from cidesign.domain.value import plain
from cidesign.text import say


@dataclass(frozen=True)
class Entries:
    """What the catalog says of structures, drivers and modes, in the reader's language."""

    structures: Sequence[StructureEntry]
    drivers: Sequence[StructureDriver]
    modes: Sequence[ModeEntry] = ()

    def structure(self, id: str) -> StructureEntry:
        """A structure by its id."""
        return next(one for one in self.structures if one.id == id)

    def driver(self, id: str) -> str:
        """What people call a driver."""
        return next(one.label for one in self.drivers if one.id == id)


def entries(catalog: Catalog) -> Entries:
    """Those of a catalog."""
    return Entries(catalog.structures, catalog.structure_drivers, catalog.modes)


def in_words(reasons: Iterable[Reason], known: Entries) -> tuple[str, ...]:
    """Each reason in one sentence or two, in their order; what two of them say alike, once."""
    return tuple(dict.fromkeys(WORDS[type(one)](one, known) for one in reasons))


def _tenths(number: Decimal | Fraction) -> str:
    return plain(rounded(number, "0.1"))


def _equal_shares(one: structure.EqualShares, known: Entries) -> str:
    return say("You have not said yet what matters to you, so every question counts the same.")


def _strength(one: structure.Strength, known: Entries) -> str:
    return say(
        "{label}: {points} of {most} points. {reason}",
        label=known.driver(one.driver),
        points=_tenths(one.points),
        most=_tenths(one.most),
        reason=WORDS[type(one.judged)](one.judged, known),
    )


def _by_us(one: structure.JudgedByUs, known: Entries) -> str:
    return say(
        "{label}: your committee judged it {level} of 5.",
        label=known.driver(one.driver),
        level=_tenths(one.level),
    )


def _not_judged(one: structure.NotJudged, known: Entries) -> str:
    return say(
        "{label}: nobody has judged this yet, so it counts as {level} of 5. Judge it yourselves.",
        label=known.driver(one.driver),
        level=_tenths(one.level),
    )


def _by_catalog(one: structure.JudgedByCatalog, known: Entries) -> str:
    return known.structure(one.structure).levels[one.driver].because


def _caution(one: structure.Caution, known: Entries) -> str:
    return known.structure(one.structure).watch[one.place].says


def _con(one: structure.Con, known: Entries) -> str:
    return known.structure(one.structure).cons[one.place].says


def _mode(one: structure.ModeRuleHolds, known: Entries) -> str:
    return next(mode for mode in known.modes if mode.id == one.mode).rules[one.place].says


WORDS: Mapping[type[Reason], Callable[[Any, Entries], str]] = MappingProxyType(
    {
        structure.EqualShares: _equal_shares,
        structure.Strength: _strength,
        structure.JudgedByUs: _by_us,
        structure.NotJudged: _not_judged,
        structure.JudgedByCatalog: _by_catalog,
        structure.Caution: _caution,
        structure.Con: _con,
        structure.ModeRuleHolds: _mode,
    }
)
