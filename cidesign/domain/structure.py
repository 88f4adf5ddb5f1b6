"""Which backbone structure fits: what a committee answers, and what follows from it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pydantic import Field

from cidesign.domain.reason import Reason
from cidesign.domain.set_in_plan import SetInPlan
from cidesign.domain.value import AtLeastZero, Exact, Id, Model, Text
from cidesign.domain.words import Function


class StructureDecision(Model):
    """The memo's six questions, answered, and the variant (loaned, shared, fiscally sponsored) if
    any. Empty: not decided.
    """

    structure: Text = ""
    variant: Text = ""
    existing_or_new: Text = ""
    selection_mode: Text = ""
    capacity: Text = ""
    staff_report_to: Text = ""
    fiscal_agent: Text = ""
    place: Text = ""
    funds_short_term: Text = ""
    funds_long_term: Text = ""


class StructureProfile(Model):
    """``structure.yaml``.

    Args:
        answers: by driver id, how much it matters or how true it is for us, 0 (not at all) to 4
            (decisive).
        judgements: by structure id and driver id, our own level from 1 (weak) to 5 (strong) in
            place of the catalog's.
        hosts: by function, the candidate it sits with, where functions sit with several.
        sets: what these choices set in the plan.
    """

    answers: dict[Id, AtLeastZero] = Field(default_factory=dict)
    judgements: dict[Id, dict[Id, Exact]] = Field(default_factory=dict)
    hosts: dict[Function, Text] = Field(default_factory=dict)
    decision: StructureDecision = StructureDecision()
    sets: SetInPlan = SetInPlan()


@dataclass(frozen=True)
class Contribution:
    """What one driver adds to a structure's points, and the most it could add."""

    driver: str
    points: Decimal
    most: Decimal


@dataclass(frozen=True)
class EqualShares(Reason):
    """Nobody has said yet what matters, so every question counts the same."""


@dataclass(frozen=True)
class JudgedByUs(Reason):
    """Our own level on a driver, 1 to 5."""

    driver: str
    level: Decimal


@dataclass(frozen=True)
class NotJudged(Reason):
    """A driver that nobody has judged counts with this level."""

    driver: str
    level: Decimal


@dataclass(frozen=True)
class JudgedByCatalog(Reason):
    """The catalog's level of a structure on a driver, with its words."""

    structure: str
    driver: str


@dataclass(frozen=True)
class Strength(Reason):
    """What one driver adds to a structure's points, of how many, and who judged it."""

    driver: str
    points: Fraction
    most: Fraction
    judged: JudgedByUs | NotJudged | JudgedByCatalog


@dataclass(frozen=True)
class Caution(Reason):
    """The catalog's caution at this place of a structure's list; our answers meet it."""

    structure: str
    place: int


@dataclass(frozen=True)
class Con(Reason):
    """What the catalog says against a structure at this place, whatever we answered."""

    structure: str
    place: int


@dataclass(frozen=True)
class ModeRuleHolds(Reason):
    """The catalog's rule at this place of a selection mode's list holds for our answers."""

    mode: str
    place: int


@dataclass(frozen=True)
class StructureFit:
    """How one structure fits: points 0 to 100, contributions largest first, what speaks for it, and
    what to watch.
    """

    structure: str
    points: float
    contributions: tuple[Contribution, ...] = ()
    because: tuple[EqualShares | Strength, ...] = ()
    watch: tuple[Caution | Con | NotJudged, ...] = ()


@dataclass(frozen=True)
class ModeAdvice:
    """Open, semi-open or closed selection, and why."""

    advice: str
    because: tuple[ModeRuleHolds, ...] = ()


@dataclass(frozen=True)
class NearCase:
    """A real initiative that is like us, and how like.

    Args:
        case: id of the case.
        apart: how far our answers lie from what mattered there: root mean square over the shared
            questions, 0 (the same) to 4.
        shared: ids of the questions we answered and the case describes, the least apart first.
        differences: by shared question, our answer less the case's.
    """

    case: str
    apart: float
    shared: tuple[str, ...]
    differences: dict[str, Decimal]


@dataclass(frozen=True)
class NearCases:
    """The nearest initiatives, nearest first; ``silent``: how many describe too few of the
    questions we answered to be compared.
    """

    found: tuple[NearCase, ...]
    silent: int
    least_shared: int
