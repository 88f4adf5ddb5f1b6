"""The years ahead: phases, growth, hiring, and money as it arrives month by month."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import Field, field_validator, model_validator

from cidesign.domain.problem import Wrong
from cidesign.domain.value import (
    AboveZero,
    AtLeastZero,
    Dollars,
    Exact,
    Growth,
    Id,
    Model,
    Month,
    Share,
    Text,
    Whole,
    no_twice,
    shown,
)
from cidesign.domain.words import FUNCTIONS, Function, Phase
from cidesign.text import say


class PhaseStart(Model):
    """From this month on the initiative is in this phase."""

    phase: Phase
    from_: Month = Field(alias="from")


class GrowthRates(Model):
    """Yearly growth of salaries, of other prices, and of single drivers of need."""

    salaries: Growth = Decimal(0)
    other: Growth = Decimal(0)
    drivers: dict[Id, Growth] = Field(default_factory=dict)


class HiringCosts(Model):
    """What hiring and leaving cost, as shares of salary; and the share of a new hire's first-year
    hours that is lost.
    """

    cost_share: AtLeastZero = Field(default=Decimal(0), le=5)
    severance_share: AtLeastZero = Field(default=Decimal(0), le=5)
    ramp_up_loss: Share = Decimal(0)


class Renewal(Model):
    """A grant that may be given again: chance (0 to 1), dollars per year, years."""

    chance: Share
    usd: Dollars
    years: AboveZero


class Pays(Model):
    """When a grant's money arrives: ahead by year, quarter or month, or N days after it was
    spent.
    """

    ahead_months: int | None = None
    arrears_days: Whole | None = Field(default=None, ge=0, le=3650)


_AHEAD = {"yearly_ahead": 12, "quarterly_ahead": 3, "monthly": 1}


class Award(Model):
    """One source of money: dollars per year of the grant, on the grant's own dates. No functions:
    unrestricted.
    """

    id: Id
    usd: Dollars
    from_: Month = Field(alias="from")
    to: Month
    pays: Pays = Pays(ahead_months=12)
    functions: tuple[Function, ...] = ()
    renewal: Renewal | None = None
    match: dict[str, Exact | Text] | None = None

    @field_validator("pays", mode="before")
    @classmethod
    def _pays_in_known_ways(cls, value: Any) -> Any:
        if isinstance(value, Pays):
            return value
        if isinstance(value, str) and value in _AHEAD:
            return {"ahead_months": _AHEAD[value]}
        if isinstance(value, dict) and set(value) == {"in_arrears_days"}:
            return {"arrears_days": value["in_arrears_days"]}
        raise Wrong(
            say("{value} is no way to pay", value=shown(value)),
            say("write yearly_ahead, quarterly_ahead, monthly or {in_arrears_days: 60}"),
        )

    @field_validator("functions")
    @classmethod
    def _functions_in_order(cls, value: tuple[Function, ...]) -> tuple[Function, ...]:
        return tuple(function for function in FUNCTIONS if function in value)

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "Award":
        if self.to < self.from_:
            raise Wrong(
                say(
                    "it ends in {last}, before it starts in {first}", last=self.to, first=self.from_
                ),
                say("write a last month that is not before the first"),
                at=".to",
            )
        return self


class OutlookPlan(Model):
    """``outlook.yaml``: the years after and around ``plan.yaml``."""

    start: Month
    years: Whole = Field(default=5, ge=1, le=10)
    phases: tuple[PhaseStart, ...] = ()
    growth: GrowthRates = GrowthRates()
    hiring: HiringCosts = HiringCosts()
    opening_reserve_usd: Dollars = Decimal(0)
    reserve_target_months: AtLeastZero = Decimal(3)
    funding: tuple[Award, ...] = ()

    @field_validator("phases")
    @classmethod
    def _phases_follow_each_other(cls, value: tuple[PhaseStart, ...]) -> tuple[PhaseStart, ...]:
        faults = [
            (
                f"[{place}].from",
                say("phase {phase} does not start after the one before", phase=value[place].phase),
                say("list the phases by month, each later than the last"),
            )
            for place in range(1, len(value))
            if value[place].from_ <= value[place - 1].from_
        ]
        if faults:
            raise Wrong.together(faults)
        return value

    @field_validator("funding")
    @classmethod
    def _funding_stands_once(cls, value: tuple[Award, ...]) -> tuple[Award, ...]:
        no_twice([award.id for award in value], "funding")
        return value


@dataclass(frozen=True)
class OutlookMonth:
    """One month: cash in, cash out, and the unrestricted cash at its end (may be below 0)."""

    month: str
    funding_usd: float
    cost_usd: float
    free_cash_usd: float


@dataclass(frozen=True)
class OutlookYear:
    """One year from an anniversary of the start. Hours per month by function; dollars of the year.

    ``reserve_usd`` is the free cash at the year's end, never below 0; what is lacking is
    ``gap_usd``.
    """

    year: int
    need_hours: dict[str, float]
    capacity_hours: dict[str, float]
    coverage: dict[str, float | None]
    plan_score: float | None
    fte: dict[str, float]
    cost_usd: float
    funding_usd: float
    grants_unspendable_usd: float
    reserve_usd: float
    gap_usd: float


@dataclass(frozen=True)
class Outlook:
    """The years ahead, and the first month in which free cash would be below 0 (None: never).

    ``status`` is that of the first year's plan; without a plan there are no years.
    """

    status: str
    years: tuple[OutlookYear, ...] = ()
    months: tuple[OutlookMonth, ...] = ()
    runs_out: str | None = None
