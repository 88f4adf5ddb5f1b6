"""What we know about work and money: functions, phases, drivers, roles, lines and prices. Every
figure is a fact.
"""

from typing import Literal

from pydantic import Field, field_validator

from cidesign.domain.fact import Fact
from cidesign.domain.plan import Line, Piece, Role
from cidesign.domain.problem import Wrong
from cidesign.domain.value import Id, Model, Text, plain
from cidesign.domain.words import FUNCTIONS, Function, Phase
from cidesign.text import say

HIGHEST_NEED_LEVEL = 3


class Activity(Model):
    """Something a backbone does for a function, and the role that usually does it."""

    says: Text
    role: Id
    source: Id


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
    what it is not.
    """

    id: Function
    label: Text
    short: Text
    what: Text
    does_not: Text
    source: Id
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
    that asks for all of it.
    """

    id: Id
    label: Text
    question: Text
    unit: Text
    usual: Fact
    hours: dict[Function, Fact]


class Proxy(Model):
    """An occupation whose published pay stands in for a role's."""

    occupation: Text
    soc: Text = ""
    salary: Fact


class RoleEntry(Model):
    """A post backbones fill. ``fte``: the usual size and its bounds; ``benefits`` names a price;
    ``does``: effective hours per hour.
    """

    id: Id
    label: Text
    what: Text
    when: Literal["start_up", "later"]
    salary: Fact
    benefits: Id
    fte: Fact
    does: dict[Function, Fact] = Field(min_length=1)
    proxies: tuple[Proxy, ...] = ()

    def role(self, benefits: Fact, *, must_have: bool = False) -> Role:
        """The role as a plan holds it, at usual values and sizes."""
        return Role(
            id=self.id,
            salary_usd=self.salary.value,
            benefits_rate=benefits.value,
            min_fte=self.fte.range[0],
            max_fte=self.fte.range[1],
            must_have=must_have,
            does={function: fact.value for function, fact in self.does.items()},
        )


class PieceEntry(Model):
    """The next dollars of a line, and the hours a month that 1,000 of them buy."""

    usd: Fact
    hours_per_month_per_1000_usd: Fact


class LineEntry(Model):
    """Something backbones buy. ``usual_usd``: a usual year; ``rests_on``: the unit prices behind
    it.
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
