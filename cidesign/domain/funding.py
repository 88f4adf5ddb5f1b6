"""Who pays, how much, when, what for, and what else they take on: one list of money for the plan,
the years and what-ifs.
"""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator, model_validator

from cidesign.domain.listed import nothing_if_blank
from cidesign.domain.money import Grant
from cidesign.domain.problem import Wrong
from cidesign.domain.value import (
    MONTHS,
    AboveZero,
    Dollars,
    Exact,
    Flag,
    Id,
    Model,
    Month,
    Share,
    Text,
    Whole,
    months_between,
    no_twice,
    shown,
)
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import mark, say


class Results(StrEnum):
    """How somebody who pays wants to read what came of it."""

    NOT_SAID = ""
    SHARED = "shared"
    OWN = "own"

    @property
    def in_words(self) -> str:
        """What people read for it; the id of a sentence."""
        return _IN_WORDS[self]


_IN_WORDS = {
    Results.NOT_SAID: mark("Nobody has asked yet"),
    Results.SHARED: mark("By our shared measures"),
    Results.OWN: mark("In a report of its own"),
}


class TakenOn(Model):
    """Something a funder does beside paying.

    Args:
        role: id of one of the parts a funder can play.
        who: the person there who does it; empty where nobody has said.
        by: the month by which; None where nobody has said.
    """

    role: Id
    who: Text = ""
    by: Annotated[Month | None, BeforeValidator(nothing_if_blank)] = None


class Renewal(Model):
    """A grant that may be given again: chance (0 to 1), dollars per year, years."""

    chance: Share
    usd: Dollars
    years: AboveZero


AHEAD = {12: "yearly_ahead", 3: "quarterly_ahead", 1: "monthly"}
"""How the file calls what is paid ahead, by the months between two payments."""
_AHEAD = {word: months for months, word in AHEAD.items()}


class Pays(Model):
    """When a grant's money arrives: ahead by year, quarter or month, or N days after it was
    spent.
    """

    ahead_months: int | None = None
    arrears_days: Whole | None = Field(default=None, ge=0, le=3650)


class Source(Model):
    """One source of money: dollars per year, on its own dates.

    Args:
        functions: it may pay whatever is in these; ``roles``, ``lines`` and ``office`` likewise.
            One that names nothing is free money.
        indirect_cap: the most indirect it bears, as a share of what it pays; None: all of it.
        takes_on: what it does beside paying.
        results: how it wants to read what came of it.
    """

    id: Id
    usd: Dollars
    from_: Month = Field(alias="from")
    to: Month
    pays: Pays = Pays(ahead_months=12)
    functions: tuple[Function, ...] = ()
    roles: tuple[Id, ...] = ()
    lines: tuple[Id, ...] = ()
    office: Flag = False
    indirect_cap: Share | None = None
    renewal: Renewal | None = None
    match: dict[str, Exact | Text] | None = None
    takes_on: tuple[TakenOn, ...] = ()
    results: Results = Results.NOT_SAID

    @field_validator("takes_on")
    @classmethod
    def _takes_on_once(cls, value: tuple[TakenOn, ...]) -> tuple[TakenOn, ...]:
        no_twice([one.role for one in value], "part", key="role")
        return value

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
    def _ends_after_it_starts(self) -> "Source":
        if self.to < self.from_:
            raise Wrong(
                say(
                    "it ends in {last}, before it starts in {first}", last=self.to, first=self.from_
                ),
                say("write a last month that is not before the first"),
                at=".to",
            )
        return self

    @property
    def restricted(self) -> bool:
        """Whether it may pay for some things only."""
        return bool(self.functions or self.roles or self.lines or self.office)

    @property
    def matched_usd(self) -> Decimal | None:
        """What of its yearly dollars is paid only against a match: so many dollars as must be
        matched, or all where nobody says how many; None where it asks for none.
        """
        if self.match is None:
            return None
        asked = self.match.get("usd")
        return min(self.usd, asked) if isinstance(asked, Decimal) else self.usd

    def months_in_year(self, start: str, year: int = 0) -> tuple[int, int] | None:
        """Its first and last month of a year from an anniversary of ``start`` (0 is the first
        year), 1 to 12; None where it pays in none of them.
        """
        first = months_between(start, self.from_) - year * MONTHS
        last = months_between(start, self.to) - year * MONTHS
        if last < 0 or first >= MONTHS:
            return None
        return max(first, 0) + 1, min(last, MONTHS - 1) + 1

    def count_in_year(self, start: str, year: int = 0) -> int:
        """How many months of that year it pays in."""
        months = self.months_in_year(start, year)
        return 0 if months is None else months[1] - months[0] + 1

    def usd_in_year(self, start: str, year: int = 0) -> Decimal:
        """A twelfth of its yearly dollars for each of these months; not rounded."""
        return self.usd * self.count_in_year(start, year) / MONTHS

    def as_grant(self, usd: Decimal, months: tuple[int, int]) -> Grant:
        """What a year's plan knows of it: so many dollars, for the same things, in these months."""
        grant = Grant(
            id=self.id,
            usd=Decimal(0),
            functions=self.functions,
            roles=self.roles,
            lines=self.lines,
            office=self.office,
            months=months,
            indirect_cap=self.indirect_cap,
        )
        return grant.model_copy(update={"usd": usd})  # saved up, it may pass what one year allows


class FundingSheet(Model):
    """``funding.yaml``: the free cash there is at the start, and who pays."""

    opening_reserve_usd: Dollars = Decimal(0)
    sources: tuple[Source, ...] = ()

    @field_validator("sources")
    @classmethod
    def _each_stands_once(cls, value: tuple[Source, ...]) -> tuple[Source, ...]:
        no_twice([source.id for source in value], "funding")
        return value


def grants_of_first_year(sources: Iterable[Source], start: str) -> tuple[Grant, ...]:
    """The restricted sources as the grants of the first year's plan: its months of them, and so
    many twelfths of a year's dollars.
    """
    found = []
    for source in sources:
        months = source.months_in_year(start) if source.restricted else None
        if months is not None:
            found.append(source.as_grant(source.usd_in_year(start), months))
    return tuple(found)
