"""Who pays for what a year costs: month by month the restricted sources claim in turn.

A source may take back any cost of the year so far that lies in its own months; each in its turn
takes the most that leaves what was claimed before possible. Which piece a claim lies on may change
until the year ends, so this is a small linear program asked once for each claim.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cidesign.domain.money import indirect_borne
from cidesign.domain.value import MONTHS
from cidesign.outlook.costs import ZERO, Cost, Costs
from cidesign.outlook.sources import Stream
from cidesign.solver import Session, Variable, amount, problem, total

THOUSAND = 1000
SECONDS = 20.0
_SLACK = 1e-9
_PLACES = Decimal("0.000001")


def claims_of(
    costs: Costs,
    awards: Iterable[Stream],
    *,
    year: int,
    indirect_rate: Decimal,
    kept: Fraction,
    paid_usd: Mapping[str, Fraction],
) -> list[dict[str, Fraction]]:
    """What each restricted source pays in each of a year's months, its indirect included.

    Args:
        costs: of the year.
        awards: all sources.
        year: 0 is the first.
        indirect_rate: the host's.
        kept: what a fee leaves of a dollar.
        paid_usd: what each source paid in the years before.
    """
    begin = year * MONTHS
    payers = sorted((one for one in awards if one.restricted), key=lambda one: one.turn)
    payers = [one for one in payers if one.first < begin + MONTHS and one.last >= begin]
    told: list[dict[str, Fraction]] = [dict.fromkeys((one.id for one in payers), ZERO)] * MONTHS
    if not any(piece.may_be_paid_by(one.source) for one in payers for piece in costs.pieces):
        return told
    asked = _Asked(costs, payers, begin, indirect_rate)
    end = begin + MONTHS - 1
    so_far = dict.fromkeys((one.id for one in payers), ZERO)
    for month in range(MONTHS):
        asked.open(month)
        claimed = dict.fromkeys((one.id for one in payers), ZERO)
        for one in payers:
            if one.runs(begin + month):
                room = min(one.paid_in_usd(begin + month), one.room_usd(end)) * kept
                most = max(ZERO, room - paid_usd.get(one.id, ZERO))
                reached = asked.most(one.id, so_far[one.id], most)
                claimed[one.id] = reached - so_far[one.id]
                so_far[one.id] = reached
        told[month] = claimed
    return told


@dataclass(frozen=True)
class _Alike:
    """Pieces that the same sources may pay, over the same months."""

    usd: Fraction
    months: tuple[int, int]
    bears: bool
    gift: str


class _Asked:
    """The linear program of a year's claims, in thousand dollars."""

    def __init__(
        self, costs: Costs, payers: list[Stream], begin: int, indirect_rate: Decimal
    ) -> None:
        """States it with every month closed."""
        statement = problem("claims")
        self._opens: dict[int, list[Variable]] = {month: [] for month in range(MONTHS)}
        self._claimed = {
            one.id: amount(statement, f"claimed_{place}") for place, one in enumerate(payers)
        }
        uses: dict[str, list[Any]] = {one.id: [] for one in payers}
        placed: dict[str, list[Any]] = {}
        for group, (able, alike) in enumerate(_groups(costs, payers)):
            spread = alike.months[1] - alike.months[0] + 1
            there = float(alike.usd / THOUSAND)
            gift = amount(statement, f"placed_{group}", there) if alike.gift else 0
            if alike.gift:
                placed.setdefault(alike.gift, []).append(gift)
            for month in range(alike.months[0] - 1, alike.months[1]):
                paid = []
                for one in able:
                    if one.runs(begin + month):
                        dollars = amount(statement, f"paid_{group}_{month}_{payers.index(one)}", 0)
                        paid.append(dollars)
                        borne = indirect_borne(one.source, indirect_rate, bears=alike.bears)
                        uses[one.id].append((1 + float(borne)) * dollars)
                        self._opens[month].append(dollars)
                if paid:
                    statement.addConstraint(
                        total(paid) + gift * (1 / spread) <= there / spread,
                        f"month_is_paid_once_{group}_{month}",
                    )
        for place, (name, listed) in enumerate(placed.items()):
            given = float(costs.gifts[name] / THOUSAND)
            whole = sum((piece.usd for piece in costs.pieces if piece.gift == name), ZERO)
            elsewhere = whole - sum(
                (alike.usd for _, alike in _groups(costs, payers) if alike.gift == name), ZERO
            )
            rest = amount(statement, f"placed_elsewhere_{place}", float(elsewhere / THOUSAND))
            statement.addConstraint(total(listed) + rest == given, f"gift_is_placed_{place}")
        for place, one in enumerate(payers):
            statement.addConstraint(
                total(uses[one.id]) - self._claimed[one.id] == 0, f"claim_is_paid_{place}"
            )
        self._session = Session(statement, total(self._claimed.values()), seconds=SECONDS)

    def open(self, month: int) -> None:
        """From now on the cost of this month may be claimed."""
        for dollars in self._opens[month]:
            self._session.between(dollars, 0.0, float("inf"))

    def most(self, id: str, reached_usd: Fraction, most_usd: Fraction) -> Fraction:
        """The most a source may have claimed by now, cumulated over the year."""
        claimed = self._claimed[id]
        low, high = float(reached_usd / THOUSAND), float(most_usd / THOUSAND)
        self._session.between(claimed, max(0.0, low - _SLACK), max(low, high))
        answer = self._session.most(1.0 * claimed)
        if answer.value is None:
            raise RuntimeError("claims that were possible are not any more")
        value = min(max(answer.value, low), max(low, high))
        self._session.between(claimed, max(0.0, value - _SLACK), value)
        usd = Fraction(Decimal(repr(value * THOUSAND)).quantize(_PLACES))
        return max(reached_usd, min(usd, max(most_usd, reached_usd)))


def _groups(costs: Costs, payers: list[Stream]) -> list[tuple[list[Stream], _Alike]]:
    alike: dict[tuple[Any, ...], list[Cost]] = {}
    for piece in costs.pieces:
        able = tuple(one.id for one in payers if piece.may_be_paid_by(one.source))
        if able and piece.usd:
            gift = piece.gift if costs.gifts.get(piece.gift) else ""
            alike.setdefault((able, piece.months, piece.bears, gift), []).append(piece)
    return [
        (
            [one for one in payers if one.id in able],
            _Alike(sum((piece.usd for piece in listed), ZERO), months, bears, gift),
        )
        for (able, months, bears, gift), listed in alike.items()
    ]
