"""One year of a backbone: what it needs, whom it may hire, what it may buy, and who pays."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator, model_validator

from cidesign.domain.money import Funding, InKind, Office, Overhead
from cidesign.domain.problem import Wrong
from cidesign.domain.value import (
    AboveZero,
    AtLeastZero,
    Dollars,
    Flag,
    Hours,
    Id,
    Model,
    Share,
    Whole,
    exact,
    no_twice,
    plain,
    shown,
)
from cidesign.domain.words import FUNCTIONS, Function, Phase
from cidesign.text import say

LEAST = Decimal("0.001")
"""The finest step of FTE, and the least coverage and benefit, that figures can be told in."""
DEFAULT_CURVE = (
    (Decimal("0.6"), Decimal(75)),
    (Decimal("0.85"), Decimal(95)),
    (Decimal(1), Decimal(100)),
)


class CurvePoint(Model):
    """At this coverage of a need, this many points of benefit."""

    coverage: AboveZero = Field(ge=LEAST, le=1)
    benefit: AboveZero = Field(ge=LEAST, le=100)


class Role(Model):
    """A post that may be filled: not at all, or between ``min_fte`` and ``max_fte``."""

    id: Id
    salary_usd: Dollars
    benefits_rate: AtLeastZero = Decimal(0)
    min_fte: AtLeastZero
    max_fte: AtLeastZero = Field(le=1000)
    must_have: Flag = False
    does: dict[Function, AboveZero]

    @field_validator("benefits_rate")
    @classmethod
    def _rate_is_a_share(cls, value: Decimal) -> Decimal:
        if value > 2:
            raise Wrong(
                say("{value} is no rate of a salary", value=plain(value)),
                say("write 0.25 for 25 percent"),
            )
        return value

    @field_validator("does")
    @classmethod
    def _hours_are_believable(cls, value: dict[Function, Decimal]) -> dict[Function, Decimal]:
        faults = [
            (
                f".{function}",
                say("{hours} effective hours per hour are too many", hours=plain(effect)),
                say("write a number above 0 and up to 1.5"),
            )
            for function, effect in value.items()
            if effect > Decimal("1.5")
        ]
        if not value:
            faults.append(
                ("", say("the role does nothing"), say("name at least one function it does"))
            )
        if faults:
            raise Wrong.together(faults)
        return value

    @model_validator(mode="after")
    def _range_is_one(self) -> "Role":
        if self.max_fte < self.min_fte:
            raise Wrong(
                say(
                    "at most {most} FTE is below the least of {least}",
                    most=plain(self.max_fte),
                    least=plain(self.min_fte),
                ),
                say("raise max_fte or lower min_fte"),
                at=".max_fte",
            )
        if self.must_have and self.min_fte == 0:
            raise Wrong(
                say("the role is a must but may be hired at 0 FTE"),
                say("write min_fte above 0 or must_have: false"),
                at=".min_fte",
            )
        return self

    @property
    def cost_per_fte_usd(self) -> Decimal:
        """Salary with benefits of one full-time year."""
        return self.salary_usd * (1 + self.benefits_rate)


class Piece(Model):
    """The next ``usd`` of a line, and what each 1,000 dollars of it buy."""

    usd: Annotated[Dollars, Field(gt=0)]
    hours_per_month_per_1000_usd: AtLeastZero = Field(le=10**6)


class Line(Model):
    """Something that is bought: nothing, or the fixed amount and then along the pieces."""

    id: Id
    functions: dict[Function, AtLeastZero]
    fixed_usd: Dollars = Decimal(0)
    fixed_hours_per_month: Hours = Decimal(0)
    pieces: tuple[Piece, ...] = ()
    indirect: Flag = True

    @field_validator("functions")
    @classmethod
    def _serves_something(cls, value: dict[Function, Decimal]) -> dict[Function, Decimal]:
        if not any(value.values()):
            raise Wrong(
                say("the line serves no function"),
                say("give at least one function a proportion above 0"),
            )
        return value

    @field_validator("pieces")
    @classmethod
    def _returns_diminish(cls, value: tuple[Piece, ...]) -> tuple[Piece, ...]:
        faults = [
            (
                f"[{place}].hours_per_month_per_1000_usd",
                say("the rate rises from one piece to the next"),
                say("write rates that stay or fall"),
            )
            for place in range(1, len(value))
            if value[place].hours_per_month_per_1000_usd
            > value[place - 1].hours_per_month_per_1000_usd
        ]
        if faults:
            raise Wrong.together(faults)
        return value

    @property
    def most_usd(self) -> Decimal:
        """The largest spend the line allows."""
        return self.fixed_usd + sum((piece.usd for piece in self.pieces), Decimal(0))


class Plan(Model):
    """``plan.yaml``: dollars are per year, hours per month."""

    price_year: Whole | None = Field(default=None, ge=1990, le=2100)
    hours_per_fte_month: AboveZero = Field(default=Decimal(130), ge=1, le=744)
    fte_step: AboveZero = Field(default=Decimal("0.25"), ge=LEAST, le=1000)
    benefit_curve: tuple[CurvePoint, ...] = tuple(
        CurvePoint(coverage=c, benefit=b) for c, b in DEFAULT_CURVE
    )
    floor: Share | dict[Function, Share] = Decimal("0.35")
    people_only_share: Share = Decimal("0.55")
    need: dict[Function, Hours] | None = None
    drivers: dict[Id, Annotated[AtLeastZero, Field(le=10**6)]] | None = None
    phase: Phase | None = None
    priorities: dict[Function, AtLeastZero]
    roles: tuple[Role, ...]
    lines: tuple[Line, ...] = ()
    office: Office = Office()
    overhead: Overhead = Overhead()
    reserve_rate: AtLeastZero = Decimal(0)
    community_min_share: Share = Decimal(0)
    in_kind: tuple[InKind, ...] = ()
    funding: Funding

    @field_validator("office", mode="before")
    @classmethod
    def _a_number_is_the_base(cls, value: Any) -> Any:
        return value if isinstance(value, (dict, Office)) else {"base_usd": value}

    @field_validator("overhead", mode="before")
    @classmethod
    def _none_is_none(cls, value: Any) -> Any:
        return {} if value in ("none", None) else value

    @field_validator("floor", mode="before")
    @classmethod
    def _floor_is_one_or_a_map(cls, value: Any) -> Any:
        return value if isinstance(value, dict) else exact(value)

    @field_validator("reserve_rate")
    @classmethod
    def _reserve_is_a_share(cls, value: Decimal) -> Decimal:
        if value > 2:
            raise Wrong(
                say("{value} is no share of cost", value=plain(value)),
                say("write 0.1 for 10 percent of the year's cost"),
            )
        return value

    @field_validator("benefit_curve")
    @classmethod
    def _curve_rises_and_bends_down(cls, value: tuple[CurvePoint, ...]) -> tuple[CurvePoint, ...]:
        if not value:
            raise Wrong(
                say("the curve has no point"),
                say("write at least one, such as {coverage: 1, benefit: 100}"),
            )
        before, slope_before = (Fraction(0), Fraction(0)), None
        for place, point in enumerate(value):
            run, rise = Fraction(point.coverage) - before[0], Fraction(point.benefit) - before[1]
            if run <= 0 or rise <= 0:
                raise Wrong(
                    say("the curve does not rise"),
                    say("write coverage and benefit that both grow from point to point"),
                    at=f"[{place}]",
                )
            if slope_before is not None and rise * slope_before[0] > slope_before[1] * run:
                raise Wrong(
                    say("the curve gets steeper"),
                    say("write benefits that grow less and less (concave)"),
                    at=f"[{place}]",
                )
            before, slope_before = (Fraction(point.coverage), Fraction(point.benefit)), (run, rise)
        return value

    @field_validator("roles")
    @classmethod
    def _roles_fit_the_step(cls, value: tuple[Role, ...], info: ValidationInfo) -> tuple[Role, ...]:
        if not value:
            raise Wrong(say("there is no role"), say("write at least one"))
        no_twice([role.id for role in value], "role")
        step = info.data.get("fte_step")
        faults = [
            (
                f"[{place}].{key}",
                say(
                    "{fte} FTE is not a multiple of the step of {step}",
                    fte=plain(fte),
                    step=plain(step),
                ),
                say("change it, or change fte_step"),
            )
            for place, role in enumerate(value)
            for key, fte in (("min_fte", role.min_fte), ("max_fte", role.max_fte))
            if step and Fraction(fte) % Fraction(step)
        ]
        if faults:
            raise Wrong.together(faults)
        return value

    @field_validator("lines")
    @classmethod
    def _lines_stand_once(cls, value: tuple[Line, ...]) -> tuple[Line, ...]:
        no_twice([line.id for line in value], "line")
        return value

    @field_validator("in_kind")
    @classmethod
    def _in_kind_offsets_something(
        cls, value: tuple[InKind, ...], info: ValidationInfo
    ) -> tuple[InKind, ...]:
        no_twice([gift.id for gift in value], "in-kind")
        if "roles" not in info.data or "lines" not in info.data:
            return value
        targets = [
            "office",
            *(f"role:{role.id}" for role in info.data["roles"]),
            *(f"line:{line.id}" for line in info.data["lines"]),
        ]
        faults = [
            (
                f"[{place}].offsets",
                say("{word} is nothing in this plan", word=shown(gift.offsets)),
                say("write one of {words}", words=", ".join(targets)),
            )
            for place, gift in enumerate(value)
            if gift.offsets not in targets
        ]
        if faults:
            raise Wrong.together(faults)
        return value

    @model_validator(mode="after")
    def _need_is_known(self) -> "Plan":
        if self.need is None and (self.drivers is None or self.phase is None):
            raise Wrong(say("the need is not given"), say("write need, or drivers and phase"))
        if self.need is not None and self.drivers is not None:
            raise Wrong(
                say("need and drivers are both given"),
                say("keep one: need in hours a month, or drivers it is computed from"),
                at=".drivers",
            )
        if self.need is not None and not self.shares(self.need):
            raise Wrong(
                say("no function with a need has a priority"),
                say("give at least one function a need and a priority above 0"),
                at=".priorities",
            )
        return self

    def floor_of(self, function: Function) -> Decimal:
        """Least coverage of a function; 0 where a map does not name it."""
        return self.floor.get(function, Decimal(0)) if isinstance(self.floor, dict) else self.floor

    def shares(self, need: dict[Function, Decimal]) -> dict[Function, Decimal]:
        """Priorities of the functions with a need above 0 and a priority above 0, as given."""
        return {
            f: self.priorities[f]
            for f in FUNCTIONS
            if need.get(f, 0) > 0 and self.priorities.get(f, 0) > 0
        }
