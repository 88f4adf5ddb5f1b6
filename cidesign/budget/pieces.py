"""Where a year's cost lies: in pieces, each spread evenly over its months, which gifts meet and
grants pay.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cidesign.domain.money import Grant, indirect_borne, may_pay
from cidesign.domain.plan import Plan
from cidesign.domain.value import MONTHS
from cidesign.domain.words import Function
from cidesign.solver import Expression, Variable, amount, total

Key = tuple[str, bool, Function | None]
"""What a gift would offset, whether those of the role are new, and the function."""


@dataclass(frozen=True)
class Piece:
    """One piece of cost.

    Args:
        cost: thousand dollars, before gifts.
        given: thousand dollars of gifts on it.
        months: first and last, 1 to 12, over which it lies evenly.
        bears: whether indirect is charged on it.
        function: in which it is, where that has a need.
        role: whose it is; ``line`` and ``office`` likewise.
    """

    cost: Expression
    months: tuple[int, int]
    bears: bool
    given: Expression = 0
    function: Function | None = None
    role: str = ""
    line: str = ""
    is_office: bool = False

    @property
    def net(self) -> Expression:
        """What is left to pay."""
        return self.cost - self.given

    def may_be_paid_by(self, grant: Grant) -> bool:
        """Whether a grant names it."""
        return may_pay(
            grant,
            function=self.function,
            role=self.role,
            line=self.line,
            is_office=self.is_office,
        )


@dataclass(frozen=True)
class Payment:
    """What grants pay of like pieces in the months that the same of them cover.

    Args:
        most: thousand dollars there are to pay.
        paid: thousand dollars each pays, by grant.
        uses: what a dollar of it uses of the grant, its indirect included, by grant.
        months: those whose cost it is, 1 to 12, each an equal part of it.
        of: the keys of the pieces.
    """

    most: Expression
    paid: Mapping[str, Variable]
    uses: Mapping[str, float]
    months: tuple[int, ...]
    of: tuple[Key, ...]


def payments(
    statement: Any, plan: Plan, grants: Sequence[Grant], pieces: Mapping[Key, Piece]
) -> tuple[Payment, ...]:
    """All that grants may pay. Pieces that the same grants may pay, over the same months and with
    the same indirect, are one: whatever is paid of them together can be parted among them.
    """
    alike: dict[tuple[Any, ...], list[Key]] = {}
    for key, piece in pieces.items():
        payers = tuple(grant.id for grant in grants if piece.may_be_paid_by(grant))
        if payers:
            alike.setdefault((payers, piece.months, piece.bears), []).append(key)
    found: list[Payment] = []
    rate = plan.overhead.indirect_rate
    for (payers, months, bears), listed in alike.items():
        able = [grant for grant in grants if grant.id in payers]
        left = total(pieces[key].net for key in listed)
        spread = months[1] - months[0] + 1
        for covering, covered in _covered(able, months):
            place = len(found)
            found.append(
                Payment(
                    most=left * (len(covered) / spread),
                    paid={
                        grant.id: amount(statement, f"paid_{grants.index(grant)}_{place}")
                        for grant in covering
                    },
                    uses={
                        grant.id: 1 + float(indirect_borne(grant, rate, bears=bears))
                        for grant in covering
                    },
                    months=covered,
                    of=tuple(listed),
                )
            )
    return tuple(found)


def _covered(
    grants: Sequence[Grant], months: tuple[int, int]
) -> Iterator[tuple[tuple[Grant, ...], tuple[int, ...]]]:
    """The sets of grants that cover the same months, and those months."""
    found: dict[tuple[str, ...], tuple[tuple[Grant, ...], tuple[int, ...]]] = {}
    for month in range(months[0], months[1] + 1):
        covering = tuple(one for one in grants if one.months[0] <= month <= one.months[1])
        key = tuple(one.id for one in covering)
        found[key] = (covering, (*found.get(key, (covering, ()))[1], month))
    yield from (one for key, one in found.items() if key)


ALL_YEAR = (1, MONTHS)
