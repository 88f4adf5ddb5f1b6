"""The years ahead: phases, growth, hiring, and money as it arrives month by month."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from pydantic import Field, field_validator

from cidesign.domain.allocation import Allocation
from cidesign.domain.funding import Source
from cidesign.domain.hiring import HiringCosts
from cidesign.domain.naming import name_from
from cidesign.domain.problem import Wrong
from cidesign.domain.value import (
    AtLeastZero,
    Dollars,
    Growth,
    Id,
    Model,
    Month,
    Whole,
    no_twice,
)
from cidesign.domain.words import Phase
from cidesign.text import say

MOST_YEARS = 10


class PhaseStart(Model):
    """From this month on the initiative is in this phase."""

    phase: Phase
    from_: Month = Field(alias="from")


class GrowthRates(Model):
    """Yearly growth of salaries, of other prices, and of single drivers of need."""

    salaries: Growth = Decimal(0)
    other: Growth = Decimal(0)
    drivers: dict[Id, Growth] = Field(default_factory=dict)


class OutlookPlan(Model):
    """``outlook.yaml``: the years after and around ``plan.yaml``."""

    start: Month
    years: Whole = Field(default=5, ge=1, le=MOST_YEARS)
    phases: tuple[PhaseStart, ...] = ()
    growth: GrowthRates = GrowthRates()
    hiring: HiringCosts = HiringCosts()
    opening_reserve_usd: Dollars = Decimal(0)
    reserve_target_months: AtLeastZero = Decimal(3)
    funding: tuple[Source, ...] = ()

    def phase_at(self, month: str) -> PhaseStart | None:
        """The listed phase a month lies in; before the first of them, the first; None where none is
        listed.
        """
        begun = [entry for entry in self.phases if entry.from_ <= month]
        return (begun[-1:] or self.phases[:1] or (None,))[0]

    def phase_in(self, month: str) -> Phase | None:
        """Likewise, as a phase."""
        listed = self.phase_at(month)
        return listed.phase if listed else None

    def drivers_in(self, year: int, drivers: Mapping[str, Decimal]) -> dict[str, Decimal]:
        """How many there are of what makes work in a year (0 is the first), of so many in the
        first.
        """
        return {
            name: many * (1 + self.growth.drivers.get(name, Decimal(0))) ** year
            for name, many in drivers.items()
        }

    @field_validator("phases")
    @classmethod
    def _phases_follow_each_other(cls, value: tuple[PhaseStart, ...]) -> tuple[PhaseStart, ...]:
        faults = [
            (
                f"[{place}].from",
                say(
                    "phase {phase} does not start after the one before",
                    phase=name_from(value[place].phase),
                ),
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
    def _funding_stands_once(cls, value: tuple[Source, ...]) -> tuple[Source, ...]:
        no_twice([source.id for source in value], "funding")
        return value


@dataclass(frozen=True)
class OutlookMonth:
    """One month: cash in, cash out, and what there is at its end.

    Args:
        free_cash_usd: cash that may pay for anything; may be below 0.
        on_its_way_usd: claimed, or owed by who pays in arrears, and not yet paid.
        received_usd: cash in by source, of those that paid.
    """

    month: str
    funding_usd: float
    cost_usd: float
    free_cash_usd: float
    on_its_way_usd: float = 0.0
    received_usd: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class OutlookYear:
    """One year from an anniversary of the start. Hours per month by function; dollars of the year.

    ``balance_usd`` is the free cash at the year's end, below 0 where it is lacking; ``gap_usd`` is
    by how much what is lacking grew in the year.
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
    balance_usd: float
    gap_usd: float


@dataclass(frozen=True)
class Hired:
    """One row of a hiring plan: FTE of a role in a year, and by how much it changed."""

    year: int
    role: str
    fte: float
    change: float


@dataclass(frozen=True)
class Outlook:
    """The years ahead, and when money runs out.

    Args:
        status: of the first year's plan, or of the hiring plan; without a plan there are no years.
        runs_out: the first month from whose end on free cash, with what is on its way, stays below
            0; None where nothing is missing at the very end.
        missing_usd: what is lacking at the very end.
        bridge_usd: the credit still needed for a time if the missing money came on the first day.
        short_from: the first month at whose end free cash is below 0.
        hiring: of a hiring plan, a row for each year and role.
        gap: of a hiring plan, by what share a better one could still lie above.
        first: the first year's plan; None in a hiring plan.
    """

    status: str
    years: tuple[OutlookYear, ...] = ()
    months: tuple[OutlookMonth, ...] = ()
    runs_out: str | None = None
    missing_usd: float = 0.0
    bridge_usd: float = 0.0
    short_from: str | None = None
    hiring: tuple[Hired, ...] = ()
    gap: float = 0.0
    first: Allocation | None = None


class HiringQuestion(StrEnum):
    """What a hiring plan is asked, in this order; the answers before are kept."""

    LACKING = "lacking"  # the fewest hours lacking to floors
    LEAST = "least"  # the greatest plan score of the worst year
    AVERAGE = "average"  # the greatest average plan score
    STEADY = "steady"  # the fewest changes of posts
    FREE = "free"  # the most free cash at the end


@dataclass(frozen=True)
class HiringSoFar:
    """The best hiring plan found so far, while the search goes on.

    Args:
        question: which is being asked; those before it are answered.
        found: the plan so far; its ``gap`` is the share by which the answer to ``question`` may
            still be better.
    """

    question: HiringQuestion
    found: Outlook
