"""Money around a plan: the office, what the host charges, gifts in kind, grants and the budget."""

from decimal import Decimal
from typing import Literal

from pydantic import ValidationInfo, field_validator, model_validator

from cidesign.domain.problem import Wrong
from cidesign.domain.value import Dollars, Flag, Id, Model, Share, no_twice, plain
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say

MOST_FEE = Decimal("0.99")


class Office(Model):
    """Room, computers, insurance: a base and an amount for each FTE. No function's cost."""

    base_usd: Dollars = Decimal(0)
    per_fte_usd: Dollars = Decimal(0)
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
    """Money that may pay only for some functions."""

    id: Id
    usd: Dollars
    functions: tuple[Function, ...]

    @field_validator("functions")
    @classmethod
    def _pays_for_something(cls, value: tuple[Function, ...]) -> tuple[Function, ...]:
        if not value:
            raise Wrong(
                say("the grant names no function"),
                say("name the functions it may pay for; free money needs no grant"),
            )
        return tuple(function for function in FUNCTIONS if function in value)


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
