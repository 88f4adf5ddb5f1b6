"""What we know about work and money: functions, phases, drivers, roles, lines and prices. Every
figure is a fact.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from pydantic import Field, field_validator

from cidesign.domain.fact import Basis, Fact
from cidesign.domain.plan import Line, Piece, Role
from cidesign.domain.problem import Wrong
from cidesign.domain.value import Flag, Id, Model, Text, plain
from cidesign.domain.words import FUNCTIONS, Function, Heading, Phase
from cidesign.text import say

HIGHEST_NEED_LEVEL = 3
_HUNDRED = Decimal(100)


class Activity(Model):
    """Something a backbone does for a function, and the role that usually does it. ``role_source``:
    of who does it, where that is another.
    """

    says: Text
    role: Id
    source: Id
    role_source: Id | None = None


class Indicator(Model):
    """How one sees that a function works: what changes early, and what later. ``early_source``: of
    the early sign, where it is another.
    """

    early: Text
    later: Text
    source: Id
    early_source: Id | None = None


class FunctionEntry(Model):
    """One of the six functions: its full and its short name, what it is, what is done for it, and
    what it is not. ``does_not_source``: of what it is not, where that is another.
    """

    id: Function
    label: Text
    short: Text
    what: Text
    does_not: Text
    source: Id
    does_not_source: Id | None = None
    activities: tuple[Activity, ...] = ()
    indicator: Indicator | None = None


class PhaseEntry(Model):
    """A phase of the initiative. ``need_level``: how much of each function it asks for, 0 (none) to
    3 (all of it).
    """

    id: Phase
    label: Text
    what: Text
    source: Id
    need_level: dict[Function, Fact]

    @field_validator("need_level")
    @classmethod
    def _all_six_on_the_scale(cls, value: dict[Function, Fact]) -> dict[Function, Fact]:
        faults = [
            (f".{f}", say("the level is missing"), say("write a fact, 0 where nothing is needed"))
            for f in FUNCTIONS
            if f not in value
        ]
        faults += [
            (
                f".{f}",
                say("{value} is off the scale", value=plain(fact.value)),
                say("write a level from 0 to {highest}", highest=HIGHEST_NEED_LEVEL),
            )
            for f, fact in value.items()
            if not 0 <= fact.value <= HIGHEST_NEED_LEVEL
        ]
        if faults:
            raise Wrong.together(faults)
        return value


class DriverEntry(Model):
    """Something that makes work. ``hours``: hours a month by function for one of them, in a phase
    that asks for all of it. ``counted_on``: the page whose lists can tell how many;
    ``tab``: where on it, if not at the top. ``first_year_only``: whether it makes work in the first
    year and in none after it. ``for_each_partner``: how many of it for each partner, where somebody
    plans for it.
    """

    id: Id
    label: Text
    question: Text
    unit: Text
    usual: Fact
    hours: dict[Function, Fact]
    counted_on: Id = "partners"
    tab: Text = ""
    first_year_only: Flag = False
    for_each_partner: Fact | None = None


class Proxy(Model):
    """An occupation whose published pay stands in for a role's."""

    occupation: Text
    soc: Text = ""
    salary: Fact


class OwnActivity(Model):
    """Something a post does for a function, beside what the function's own list gives it."""

    function: Function
    says: Text
    source: Id


class RoleEntry(Model):
    """A post backbones fill.

    Args:
        when: from the first day, later, or where money is small.
        benefits: id of a price.
        fte: the usual size; its bounds are the least and the most of a plan.
        needs: ids of roles that must be filled for this one to be.
        start_month: of the first year, where somebody else leads.
        does: effective hours per hour.
        activities: what it does beside what the functions' own lists give it.
    """

    id: Id
    label: Text
    what: Text
    when: Literal["start_up", "later", "small_budget"]
    salary: Fact
    benefits: Id
    fte: Fact
    needs: tuple[Id, ...] = ()
    start_month: Fact
    does: dict[Function, Fact] = Field(min_length=1)
    proxies: tuple[Proxy, ...] = ()
    activities: tuple[OwnActivity, ...] = ()

    def role(self, salary: Fact, benefits: Fact) -> Role:
        """The role as a plan holds it, at usual values and sizes; no must."""
        return Role(
            id=self.id,
            salary_usd=salary.value,
            benefits_rate=benefits.value,
            min_fte=self.fte.range[0],
            max_fte=self.fte.range[1],
            does={function: fact.value for function, fact in self.does.items()},
            needs=self.needs,
            start_month=int(self.start_month.value),
        )

    def salary_of(self, year: int, growth: Fact) -> Fact:
        """The usual salary in dollars of a year, to the next hundred: brought there from the year
        it was true in. Assumed; as it is where the year is no later.

        Args:
            year: whose dollars.
            growth: of salaries, as a share a year.
        """
        passed = year - self.salary.as_of.year
        if passed <= 0:
            return self.salary
        grown = (1 + growth.value) ** passed
        low, high = self.salary.range
        return self.salary.model_copy(
            update={
                "value": _hundreds(self.salary.value * grown),
                "range": (_hundreds(low * grown), _hundreds(high * grown)),
                "basis": Basis.ASSUMED,
            }
        )


def _hundreds(usd: Decimal) -> Decimal:
    return (usd / _HUNDRED).to_integral_value(ROUND_HALF_UP) * _HUNDRED


class PieceEntry(Model):
    """The next dollars of a line, and the hours a month that 1,000 of them buy."""

    usd: Fact
    hours_per_month_per_1000_usd: Fact


class LineEntry(Model):
    """Something backbones buy. ``usual_usd``: a usual year; ``heading``: where it stands in a
    funder's form; ``rests_on``: the unit prices behind it.
    """

    id: Id
    label: Text
    what: Text
    functions: dict[Function, Fact] = Field(min_length=1)
    usual_usd: Fact
    fixed_usd: Fact | None = None
    fixed_hours_per_month: Fact | None = None
    pieces: tuple[PieceEntry, ...] = ()
    indirect: bool = True
    heading: Heading = Heading.OTHER
    rests_on: dict[Id, Fact] = Field(default_factory=dict)

    def line(self) -> Line:
        """The line as a plan holds it."""
        return Line(
            id=self.id,
            functions={function: fact.value for function, fact in self.functions.items()},
            fixed_usd=self.fixed_usd.value if self.fixed_usd else 0,
            fixed_hours_per_month=self.fixed_hours_per_month.value
            if self.fixed_hours_per_month
            else 0,
            pieces=tuple(
                Piece(
                    usd=piece.usd.value,
                    hours_per_month_per_1000_usd=piece.hours_per_month_per_1000_usd.value,
                )
                for piece in self.pieces
            ),
            indirect=self.indirect,
        )


class PriceEntry(Model):
    """One figure about money or time that plans and years ahead start from."""

    id: Id
    label: Text
    what: Text
    fact: Fact
