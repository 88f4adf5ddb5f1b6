"""One year of a backbone: what it needs, whom it may hire, what it may buy, and who pays."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from cidesign.domain.filling import Filled, Run, filled, runs
from cidesign.domain.hiring import HiringCosts, Supervision
from cidesign.domain.money import Funding, InKind, MonthOfYear, Office, Overhead
from cidesign.domain.problem import Wrong
from cidesign.domain.value import (
    MONTHS,
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
from cidesign.domain.words import FUNCTIONS, Function, Heading, Phase
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
    """A post that may be filled: not at all, with the FTE already there, or between ``min_fte`` and
    ``max_fte``.

    Args:
        salary_usd: of a full-time year.
        does: effective hours an hour of it gives, by function.
        kind: an employee, or a contractor, who needs no desk and is not hired.
        needs: ids of roles, all of which must be filled for this one to be.
        in_post: FTE already employed.
        start_month: the first month in which newly hired FTE, or a contractor, work and are paid.
    """

    id: Id
    salary_usd: Dollars
    benefits_rate: AtLeastZero = Decimal(0)
    min_fte: AtLeastZero
    max_fte: AtLeastZero = Field(le=1000)
    must_have: Flag = False
    does: dict[Function, AboveZero]
    kind: Literal["employee", "contractor"] = "employee"
    needs: tuple[Id, ...] = ()
    in_post: AtLeastZero = Decimal(0)
    start_month: MonthOfYear = 1

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
            faults.append(("", say("it does nothing"), say("name at least one function it does")))
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
                say("it is a must and may still have 0 FTE"),
                say("write min_fte above 0 or must_have: false"),
                at=".min_fte",
            )
        if self.in_post and self.is_contractor:
            raise Wrong(say("a contractor is in no post"), say("write in_post: 0"), at=".in_post")
        if self.in_post > self.max_fte:
            raise Wrong(
                say(
                    "{there} FTE in post are more than the most of {most}",
                    there=plain(self.in_post),
                    most=plain(self.max_fte),
                ),
                say("raise max_fte or lower in_post"),
                at=".in_post",
            )
        return self

    @property
    def is_contractor(self) -> bool:
        """Whether it is bought by the hour instead of employed."""
        return self.kind == "contractor"

    @property
    def year_share(self) -> Fraction:
        """The part of a year that newly hired FTE, or a contractor, work and are paid."""
        return Fraction(MONTHS + 1 - self.start_month, MONTHS)

    def filled(self, fte: Decimal) -> Filled:
        """Who stays, comes and goes where it has so many FTE."""
        return filled(fte, in_post=self.in_post, is_contractor=self.is_contractor)

    @property
    def cost_per_fte_usd(self) -> Decimal:
        """Salary with benefits of one full-time year."""
        return self.salary_usd * (1 + self.benefits_rate)


class Piece(Model):
    """The next ``usd`` of a line, and what each 1,000 dollars of it buy."""

    usd: Annotated[Dollars, Field(gt=0)]
    hours_per_month_per_1000_usd: AtLeastZero = Field(le=10**6)


class Line(Model):
    """Something that is bought: nothing, or the fixed amount and then along the pieces.

    ``heading``: where it stands in a funder's form; None: where the usual purchase of this id does.
    """

    id: Id
    functions: dict[Function, AtLeastZero]
    fixed_usd: Dollars = Decimal(0)
    fixed_hours_per_month: Hours = Decimal(0)
    pieces: tuple[Piece, ...] = ()
    min_usd: Dollars = Decimal(0)
    indirect: Flag = True
    heading: Heading | None = None

    @field_validator("functions")
    @classmethod
    def _serves_something(cls, value: dict[Function, Decimal]) -> dict[Function, Decimal]:
        if not any(value.values()):
            raise Wrong(
                say("it serves no function"),
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

    @model_validator(mode="after")
    def _can_hold_what_is_owed(self) -> "Line":
        if self.min_usd > self.most_usd:
            raise Wrong(
                say(
                    "at least ${least} is more than the ${most} it can hold",
                    least=f"{self.min_usd:,f}",
                    most=f"{self.most_usd:,f}",
                ),
                say("lower min_usd, or lengthen a piece"),
                at=".min_usd",
            )
        return self

    @property
    def most_usd(self) -> Decimal:
        """The largest spend the line allows."""
        return self.fixed_usd + sum((piece.usd for piece in self.pieces), Decimal(0))


class Plan(Model):
    """``plan.yaml``: dollars are per year, hours per month."""

    price_year: Whole | None = Field(default=None, ge=1990, le=2100)
    hours_per_fte_month: AboveZero = Field(default=Decimal(130), ge=1, le=744)
    fte_step: AboveZero = Field(default=Decimal("0.25"), ge=LEAST, le=1000)
    smallest_post: Share = Decimal(0)
    benefit_curve: tuple[CurvePoint, ...] = tuple(
        CurvePoint(coverage=c, benefit=b) for c, b in DEFAULT_CURVE
    )
    floor: Share | dict[Function, Share] = Decimal("0.35")
    people_only_share: Share = Decimal("0.55")
    need: dict[Function, Hours] | None = None
    drivers: dict[Id, Annotated[AtLeastZero, Field(le=10**6)]] | None = None
    phase: Phase | None = None
    priorities: dict[Function, AtLeastZero] = Field(default_factory=dict)
    roles: tuple[Role, ...]
    supervision: Supervision | None = None
    hiring: HiringCosts = HiringCosts()
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
            for key, fte in (
                ("min_fte", role.min_fte),
                ("max_fte", role.max_fte),
                ("in_post", role.in_post),
            )
            if step and Fraction(fte) % Fraction(step)
        ]
        known = {role.id for role in value}
        faults += [
            (
                f"[{place}].needs",
                say("{word} is no role of this plan", word=shown(id)),
                say("write one of {words}", words=", ".join(sorted(known - {role.id}))),
            )
            for place, role in enumerate(value)
            for id in role.needs
            if id not in known - {role.id}
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

    @field_validator("smallest_post")
    @classmethod
    def _post_fits_the_step(cls, value: Decimal, info: ValidationInfo) -> Decimal:
        step = info.data.get("fte_step")
        if step and Fraction(value) % Fraction(step):
            raise Wrong(
                say(
                    "{fte} FTE is not a multiple of the step of {step}",
                    fte=plain(value),
                    step=plain(step),
                ),
                say("change it, or change fte_step"),
            )
        return value

    @field_validator("supervision")
    @classmethod
    def _leaders_are_employees(
        cls, value: Supervision | None, info: ValidationInfo
    ) -> Supervision | None:
        if value is None or "roles" not in info.data:
            return value
        employees = [role.id for role in info.data["roles"] if not role.is_contractor]
        faults = [
            (
                f".by[{place}]",
                say("{word} is no employee's role of this plan", word=shown(id)),
                say("write one of {words}", words=", ".join(employees)),
            )
            for place, id in enumerate(value.by)
            if id not in employees
        ]
        if faults:
            raise Wrong.together(faults)
        return value

    @field_validator("funding")
    @classmethod
    def _grants_name_what_there_is(cls, value: Funding, info: ValidationInfo) -> Funding:
        if "roles" not in info.data or "lines" not in info.data:
            return value
        there = {
            "roles": [role.id for role in info.data["roles"]],
            "lines": [line.id for line in info.data["lines"]],
        }
        faults = [
            (
                f".grants[{place}].{key}",
                say("{word} is nothing in this plan", word=shown(id)),
                say("write one of {words}", words=", ".join(known))
                if known
                else say("leave it out"),
            )
            for place, grant in enumerate(value.grants)
            for key, known in there.items()
            for id in getattr(grant, key)
            if id not in known
        ]
        if faults:
            raise Wrong.together(faults)
        return value

    @model_validator(mode="after")
    def _every_role_can_be_filled(self) -> "Plan":
        for place, role in enumerate(self.roles):
            if role.max_fte and not self.runs_of(role):
                raise Wrong(
                    say(
                        "no FTE from {least} to {most} leaves the last person at least {post}",
                        least=plain(role.min_fte),
                        most=plain(role.max_fte),
                        post=plain(self.smallest_post),
                    ),
                    say("raise max_fte, or lower smallest_post"),
                    at=f".roles[{place}].max_fte",
                )
        return self

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
        if self.need is not None and not self.weights(self.need):
            raise Wrong(
                say("in no function with a need does an hour count"),
                say("let an hour count in at least one function with a need"),
                at=".priorities",
            )
        return self

    def floor_of(self, function: Function) -> Decimal:
        """Least coverage of a function; 0 where a map does not name it."""
        return self.floor.get(function, Decimal(0)) if isinstance(self.floor, dict) else self.floor

    def runs_of(self, role: Role) -> tuple[Run, ...]:
        """The FTE above 0 that a role may have, in steps."""
        return runs(
            least=role.min_fte,
            most=role.max_fte,
            step=self.fte_step,
            smallest_post=self.smallest_post,
            in_post=role.in_post,
        )

    def kept_share(self, role: Role) -> Fraction:
        """The part of their hours that newly hired FTE, or a contractor, do not lose learning."""
        return Fraction(1) if role.is_contractor else 1 - Fraction(self.hiring.ramp_up_loss)

    def hiring_usd(self, role: Role, who: Filled) -> Fraction:
        """What it costs once that people come to a role."""
        if role.is_contractor:
            return Fraction(0)
        costs = self.hiring
        salaries = Fraction(costs.cost_share) * Fraction(role.salary_usd) * who.new
        return salaries + Fraction(costs.per_person_usd) * who.new_people

    def severance_usd(self, role: Role, who: Filled) -> Fraction:
        """What it costs once that people in post leave a role."""
        return Fraction(self.hiring.severance_share) * Fraction(role.salary_usd) * who.leave

    def priority_of(self, function: Function) -> Decimal:
        """What an hour of need counts there beside an hour elsewhere; 1 until somebody says."""
        return self.priorities.get(function, Decimal(1))

    def weights(self, need: dict[Function, Decimal]) -> dict[Function, Decimal]:
        """Priority times need of the functions where both are above 0, not yet divided by their
        sum.
        """
        return {
            f: self.priority_of(f) * need[f]
            for f in FUNCTIONS
            if need.get(f, 0) > 0 and self.priority_of(f) > 0
        }
