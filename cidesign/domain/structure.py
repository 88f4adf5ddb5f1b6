"""Which backbone structure fits: what a committee answers, and what follows from it."""

from dataclasses import dataclass, field
from decimal import Decimal

from pydantic import Field

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
    """

    answers: dict[Id, AtLeastZero] = Field(default_factory=dict)
    judgements: dict[Id, dict[Id, Exact]] = Field(default_factory=dict)
    hosts: dict[Function, Text] = Field(default_factory=dict)
    decision: StructureDecision = StructureDecision()


@dataclass(frozen=True)
class Contribution:
    """What one driver adds to a structure's points, and the most it could add."""

    driver: str
    points: Decimal
    most: Decimal


@dataclass(frozen=True)
class StructureFit:
    """How one structure fits: points 0 to 100, contributions largest first, reasons and warnings in
    words.
    """

    structure: str
    points: float
    contributions: tuple[Contribution, ...] = ()
    because: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()


@dataclass(frozen=True)
class ModeAdvice:
    """Open, semi-open or closed selection, and why."""

    advice: str
    because: tuple[str, ...] = field(default=())


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
