"""Money around a plan: the office, what the host charges, gifts in kind, grants and the budget."""

from decimal import Decimal
from typing import Annotated, Literal, Protocol

from pydantic import Field, ValidationInfo, field_validator, model_validator

from cidesign.domain.problem import Wrong
from cidesign.domain.value import Dollars, Flag, Id, Model, Share, Whole, no_twice, plain
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say

MOST_FEE = Decimal("0.99")
MonthOfYear = Annotated[Whole, Field(ge=1, le=12)]


class Office(Model):
    """Room, computers, insurance: a base, an amount for each FTE and one for each person, for the
    whole year; contractors need none. No function's cost.
    """

    base_usd: Dollars = Decimal(0)
    per_fte_usd: Dollars = Decimal(0)
    per_person_usd: Dollars = Decimal(0)
    indirect: Flag = True


class Overhead(Model):
    """What the host charges: nothing, indirect on direct cost, or a fee on all revenue. Never
    two.
    """

    kind: Literal["none", "indirect", "fee"] = "none"
    rate: Share = Decimal(0)

    @model_validator(mode="after")
    def _rate_fits_the_kind(self) -> "Overhead":
        if self.kind == "none" and self.rate:
            raise Wrong(
                say("there is a rate but the kind is none"),
                say("write kind: indirect or kind: fee, or leave the rate out"),
                at=".rate",
            )
        if self.kind == "fee" and self.rate > MOST_FEE:
            what = (
                say("the fee takes all revenue")
                if self.rate == 1
                else say("the fee takes nearly all revenue")
            )
            raise Wrong(what, say("write at most {most}", most=plain(MOST_FEE)), at=".rate")
        return self

    @property
    def indirect_rate(self) -> Decimal:
        """Share charged on direct cost; 0 unless the kind is indirect."""
        return self.rate if self.kind == "indirect" else Decimal(0)

    @property
    def fee_rate(self) -> Decimal:
        """Share kept of all revenue; 0 unless the kind is fee."""
        return self.rate if self.kind == "fee" else Decimal(0)


class InKind(Model):
    """A gift that is not money. ``offsets``: ``office``, ``role:<id>`` or ``line:<id>``."""

    id: Id
    usd: Dollars
    offsets: Id


class Grant(Model):
    """Money that may pay only for what it names; any of the four is enough.

    Args:
        functions: whatever is in these.
        roles: ids of posts: their hours in any function, their other time, their hiring.
        lines: ids of purchases.
        office: whether the office too.
        months: first and last month whose cost it may pay, 1 to 12.
        indirect_cap: the most indirect it bears, as a share of what it pays; None: all of it.
    """

    id: Id
    usd: Dollars
    functions: tuple[Function, ...] = ()
    roles: tuple[Id, ...] = ()
    lines: tuple[Id, ...] = ()
    office: Flag = False
    months: tuple[MonthOfYear, MonthOfYear] = (1, 12)
    indirect_cap: Share | None = None

    @field_validator("functions")
    @classmethod
    def _in_order(cls, value: tuple[Function, ...]) -> tuple[Function, ...]:
        return tuple(function for function in FUNCTIONS if function in value)

    @field_validator("months")
    @classmethod
    def _begins_before_it_ends(cls, value: tuple[int, int]) -> tuple[int, int]:
        if value[1] < value[0]:
            raise Wrong(
                say("it ends before it begins"), say("write the first month before the last")
            )
        return value

    @model_validator(mode="after")
    def _pays_for_something(self) -> "Grant":
        if not (self.functions or self.roles or self.lines or self.office):
            raise Wrong(
                say("the grant names nothing it may pay for"),
                say(
                    "name functions, roles, lines or the office; free money needs no grant, it is "
                    "part of the budget"
                ),
                at=".functions",
            )
        return self


class Payer(Protocol):
    """A grant or a source: what it may pay for, and the most indirect it bears on it."""

    @property
    def functions(self) -> tuple[Function, ...]:
        """Whatever is in these."""

    @property
    def roles(self) -> tuple[str, ...]:
        """Ids of posts."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Ids of purchases."""

    @property
    def office(self) -> bool:
        """Whether the office too."""

    @property
    def indirect_cap(self) -> Decimal | None:
        """None: all of it."""


def may_pay(
    payer: Payer, *, function: Function | None, role: str, line: str, is_office: bool
) -> bool:
    """Whether it names a piece of cost: the function it is in, the post or purchase it is of, or
    the office.
    """
    return (
        (function is not None and function in payer.functions)
        or role in payer.roles
        or line in payer.lines
        or (is_office and payer.office)
    )


def indirect_borne(payer: Payer, rate: Decimal, *, bears: bool) -> Decimal:
    """The indirect it bears on a dollar it pays, where the host charges this rate on what
    ``bears`` it.
    """
    if not bears:
        return Decimal(0)
    return rate if payer.indirect_cap is None else min(rate, payer.indirect_cap)


class Funding(Model):
    """This year's cash, grants included, in-kind not."""

    budget_usd: Dollars
    grants: tuple[Grant, ...] = ()

    @property
    def awarded_usd(self) -> Decimal:
        """All grants together; no budget is smaller."""
        return sum((grant.usd for grant in self.grants), Decimal(0))

    @field_validator("grants")
    @classmethod
    def _grants_fit(cls, value: tuple[Grant, ...], info: ValidationInfo) -> tuple[Grant, ...]:
        no_twice([grant.id for grant in value], "grant")
        budget = info.data.get("budget_usd")
        total = sum((grant.usd for grant in value), Decimal(0))
        if budget is not None and total > budget:
            raise Wrong(
                say(
                    "the grants add to ${total}, more than the budget of ${budget}",
                    total=plain(total),
                    budget=plain(budget),
                ),
                say(
                    "the budget is all cash of the year, grants included: raise it or lower a grant"
                ),
            )
        return value
