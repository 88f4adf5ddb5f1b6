"""The panel: who applied, who scored what, who stepped aside, and the ranking that follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import Field, PrivateAttr

from cidesign.domain.apart import told_apart
from cidesign.domain.money import InKind, Overhead
from cidesign.domain.naming import name_from
from cidesign.domain.reason import Reason
from cidesign.domain.value import AboveZero, AtLeastZero, Exact, Id, Model, Month, Text, Whole


class Offer(Model):
    """What a candidate brings or charges as host; flows from its application into the budget.

    ``pay_scale`` multiplies the plan's salaries; ``benefits_rate`` and ``overhead`` replace the
    plan's own.
    """

    in_kind: tuple[InKind, ...] = ()
    overhead: Overhead | None = None
    pay_scale: AboveZero = Field(default=Decimal(1), le=5)
    benefits_rate: Annotated[AtLeastZero, Field(le=2)] | None = None
    start: Month | None = None


class Candidate(Model):
    """An organization that applied. ``values`` holds its calculated criteria; ``eligible_reason``
    why it may, or may not, be chosen.
    """

    id: Id
    name: Text = ""
    kind: Text = ""
    eligible: bool = True
    eligible_reason: Text = ""
    values: dict[str, Exact | None] = Field(default_factory=dict)
    offer: Offer = Offer()
    _apart: str = PrivateAttr("")

    @property
    def label(self) -> str:
        """What people read: the name, told apart from others of the list; the id where there is
        none.
        """
        return self._apart or self.called

    @property
    def called(self) -> str:
        """The name as it is written; the id where there is none."""
        return self.name or name_from(self.id)

    def written_as(self, label: str) -> "Candidate":
        """The same candidate, which people read under this label."""
        if label == self.called:
            return self
        one = self.model_copy()
        one._apart = label
        return one


def listed_apart(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one list; two of one name are told apart by their kind or a number."""
    labels = told_apart([(one.called, one.kind) for one in candidates])
    return tuple(one.written_as(label) for one, label in zip(candidates, labels, strict=True))


class Letter(str):
    """What stands in place of a rater whose name is not shown.

    The page Candidates names who stepped aside for whom. So nothing that is said of a letter tells
    which candidates it rated or lacks: the name could be read off. Such a thing is said of one
    rater, or of so many.
    """

    __slots__ = ()


class Score(Model):
    """One row of the score file. ``score`` None: withdrawn or never given, never zero. ``row`` is
    its line in the file.
    """

    rater: Id
    candidate: Id
    criterion: Id
    score: Exact | None = None
    round: Whole = Field(default=1, ge=1)
    reason: Text = ""
    via: Text = ""
    entered_by: Text = ""
    seq: Whole | None = Field(default=None, ge=0)
    row: int = 0


class Recusal(Model):
    """A rater who steps aside for one candidate: neither reads, scores nor counts."""

    rater: Id
    candidate: Id
    kind: Text = ""
    reason: Text = ""


class Declaration(Model):
    """A rater who has said that nothing ties her to a candidate; said before she reads the
    application.
    """

    rater: Id
    candidate: Id


class Remark(Model):
    """One row of ``reasons.csv``: what a rater finds strong in a candidate and what worries her.
    The largest ``seq`` counts.
    """

    rater: Id
    candidate: Id
    strength: Text = ""
    concern: Text = ""
    round: Whole = Field(default=1, ge=1)
    seq: Whole | None = Field(default=None, ge=0)


class Note(Model):
    """One row of ``notes.csv``: what was said about a cell after a round. Of a candidate, criterion
    and round the largest ``seq`` counts.

    ``note`` blank withdraws it. Free text is for the committee only: no part of a public bundle
    unless released line by line.
    """

    candidate: Id
    criterion: Id
    round: Whole = Field(default=1, ge=1)
    note: Text = ""
    by: Text = ""
    at: Text = ""
    seq: Whole | None = Field(default=None, ge=0)
    row: int = 0


@dataclass(frozen=True)
class Carried:
    """A counted score that was given in an earlier round than the one shown."""

    rater: str
    candidate: str
    criterion: str
    round: int


@dataclass(frozen=True)
class Standing:
    """Where one candidate stands.

    Args:
        points: exact; None where a cell is empty.
        rank: 1 is best; None where the candidate cannot be ranked (``unranked_because`` says why).
        raters: how many raters have at least one counted score for the candidate.
        cells: panel value by criterion (rounded where the sheet rounds), None where nobody scored.
        products: points by criterion.
    """

    candidate: str
    points: Fraction | None
    rank: int | None
    raters: int
    cells: dict[str, Fraction | None]
    products: dict[str, Fraction | None]
    unranked_because: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Ranking:
    """Everybody's standing in rank order, unranked last; and what a reader must know beside it."""

    standings: tuple[Standing, ...]
    ties: tuple[tuple[str, ...], ...] = ()
    carried: tuple[Carried, ...] = ()
    warnings: tuple[Reason, ...] = ()
    round: int = 1
