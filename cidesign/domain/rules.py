"""The rule sheet: criteria, scales, weights, and how scores become a result."""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from pydantic import Field, PrivateAttr, field_validator, model_validator

from cidesign.domain.apart import told_apart
from cidesign.domain.naming import name_from
from cidesign.domain.problem import Wrong
from cidesign.domain.value import AtLeastZero, Exact, Flag, Id, Model, Text, Whole, no_twice, plain
from cidesign.text import say


class Aggregation(StrEnum):
    """How a panel's scores of one cell become one value."""

    MEAN = "mean"
    MEDIAN = "median"
    TRIMMED = "trimmed"
    CONSENSUS = "consensus"


class Missing(StrEnum):
    """What a missing score means; it is never zero."""

    REFUSE = "refuse"
    LEAVE_OUT = "leave_out"


class Reasons(StrEnum):
    """Which written reasons a rater owes."""

    PER_CANDIDATE = "per_candidate"
    PER_SCORE = "per_score"
    EXTREMES = "extremes"
    NONE = "none"


class Names(StrEnum):
    """How raters appear after the close."""

    LETTERS = "letters"
    SHOWN = "shown"


class Seats(StrEnum):
    """Whether every rater counts the same, or every seat of the committee."""

    EACH_RATER = "each_rater"
    EQUAL = "equal"


class Scale(Model):
    """A fixed, anchored scale; best below worst means lower is better."""

    worst: Exact
    best: Exact
    step: Exact | None = None
    levels: dict[Exact, Text] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_length(self) -> "Scale":
        if self.worst == self.best:
            raise Wrong(
                say("worst and best are the same"),
                say("give the scale two different ends"),
                at=".best",
            )
        if self.step is not None:
            if self.step <= 0:
                raise Wrong(
                    say("a step of {step} leads nowhere", step=plain(self.step)),
                    say("write a step above 0, or leave it out"),
                    at=".step",
                )
            if (Fraction(self.best) - Fraction(self.worst)) % Fraction(self.step):
                raise Wrong(
                    say(
                        "steps of {step} do not lead from {worst} to {best}",
                        step=plain(self.step),
                        worst=plain(self.worst),
                        best=plain(self.best),
                    ),
                    say("write a step that divides the scale, or leave it out"),
                    at=".step",
                )
        faults = [
            (
                f".levels.{plain(level)}",
                say("level {level} is off the scale", level=plain(level)),
                say("describe only values the scale has"),
            )
            for level in self.levels
            if not self.holds(level)
        ]
        if faults:
            raise Wrong.together(faults)
        return self

    @property
    def low(self) -> Decimal:
        """The smaller end."""
        return min(self.worst, self.best)

    @property
    def high(self) -> Decimal:
        """The larger end."""
        return max(self.worst, self.best)

    def holds(self, score: Decimal) -> bool:
        """Whether a score lies on the scale and on one of its steps."""
        if not score.is_finite() or not self.low <= score <= self.high:
            return False
        return (
            self.step is None or (Fraction(score) - Fraction(self.worst)) % Fraction(self.step) == 0
        )


class Criterion(Model):
    """One thing candidates are judged on.

    ``calculated`` criteria take their value from the candidate's own column; nobody scores them.
    """

    id: Id
    label: Text = ""
    question: Text = ""
    weight: AtLeastZero
    scale: Scale
    pass_mark: Exact | None = None
    calculated: Flag = False
    _apart: str = PrivateAttr("")

    @property
    def name(self) -> str:
        """What people read: the label, told apart from others of the sheet; the id where there is
        none.
        """
        return self._apart or self.label or name_from(self.id)

    def written_as(self, name: str) -> "Criterion":
        """The same criterion, which people read under this name."""
        if name == (self.label or name_from(self.id)):
            return self
        one = self.model_copy()
        one._apart = name
        return one


class Rounding(Model):
    """Decimal places of the panel value and of each product, half up."""

    cell: Whole | None = Field(default=None, ge=0, le=12)
    points: Whole | None = Field(default=None, ge=0, le=12)
    mode: str = Field(default="half_up", pattern="^half_up$")


class RuleSheet(Model):
    """The sealed sheet: what counts, how much, and how a result is computed."""

    criteria: tuple[Criterion, ...]
    aggregation: Aggregation = Aggregation.MEAN
    seats: Seats = Seats.EACH_RATER
    missing: Missing = Missing.REFUSE
    quorum: Whole = Field(default=1, ge=1)
    rounding: Rounding = Rounding()
    ties: tuple[Text, ...] = ("shared",)
    reasons: Reasons = Reasons.PER_CANDIDATE
    names: Names = Names.LETTERS
    mode: Text = ""
    seal: dict[str, Any] | None = None

    @field_validator("rounding", mode="before")
    @classmethod
    def _none_is_no_rounding(cls, value: Any) -> Any:
        return {} if value in ("none", None) else value

    @field_validator("criteria")
    @classmethod
    def _criteria_stand_once(cls, value: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
        if not value:
            raise Wrong(say("there is no criterion"), say("write at least one"))
        no_twice([criterion.id for criterion in value], "criterion")
        if not any(criterion.weight for criterion in value):
            raise Wrong(
                say("all weights are 0"), say("give at least one criterion a weight above 0")
            )
        names = told_apart([(criterion.name, "") for criterion in value])
        return tuple(one.written_as(name) for one, name in zip(value, names, strict=True))

    @model_validator(mode="after")
    def _ties_can_be_applied(self) -> "RuleSheet":
        known = {criterion.id for criterion in self.criteria}
        faults = []
        for place, rule in enumerate(self.ties):
            if rule.startswith("criterion:") and rule.removeprefix("criterion:") not in known:
                faults.append(
                    (
                        f".ties[{place}]",
                        say('"{rule}" names no criterion', rule=rule),
                        say("name one of {words}", words=", ".join(sorted(known))),
                    )
                )
            elif not rule.startswith("criterion:") and rule not in ("shared", "lot"):
                faults.append(
                    (
                        f".ties[{place}]",
                        say('"{rule}" is not a tie rule', rule=rule),
                        say("write criterion:<id>, shared or lot"),
                    )
                )
            elif rule in ("shared", "lot") and place != len(self.ties) - 1:
                faults.append(
                    (
                        f".ties[{place}]",
                        say('"{rule}" can only stand last', rule=rule),
                        say("move it to the end"),
                    )
                )
        if not self.ties or self.ties[-1] not in ("shared", "lot"):
            faults.append(
                (
                    ".ties",
                    say("the last tie rule must settle it"),
                    say("end the list with shared or lot"),
                )
            )
        if faults:
            raise Wrong.together(faults)
        return self

    @model_validator(mode="after")
    def _seats_have_scores(self) -> "RuleSheet":
        if self.seats is Seats.EQUAL and self.aggregation is Aggregation.CONSENSUS:
            raise Wrong(
                say("one agreed score has no seats to count equally"),
                say("write each_rater, or choose another aggregation than consensus"),
                at=".seats",
            )
        return self

    @property
    def sealed_at(self) -> str:
        """When the sheet was sealed, as its seal says; empty before."""
        return str((self.seal or {}).get("at", ""))

    @property
    def rated(self) -> tuple[Criterion, ...]:
        """The criteria raters score."""
        return tuple(criterion for criterion in self.criteria if not criterion.calculated)

    def criterion(self, id: str) -> Criterion:
        """The criterion with this id.

        Raises:
            KeyError: there is none.
        """
        for criterion in self.criteria:
            if criterion.id == id:
                return criterion
        raise KeyError(id)
