"""Where a year's cost lies: exact dollars in pieces, and what each month costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cidesign.budget import Part, line_share, parts_of
from cidesign.domain.allocation import Allocation
from cidesign.domain.filling import Filled
from cidesign.domain.funding import Source
from cidesign.domain.money import may_pay
from cidesign.domain.plan import Plan, Role
from cidesign.domain.value import MONTHS
from cidesign.domain.words import FUNCTIONS, Function

ZERO = Fraction(0)
NEW = " new"


@dataclass(frozen=True)
class Cost:
    """One piece of a year's cost, spread evenly over its months.

    Args:
        usd: dollars, before gifts.
        months: first and last, 1 to 12.
        bears: whether indirect is charged on it.
        gift: the name under which gifts meet it; they may move between pieces of one name, which
            share months and indirect. Empty where none may.
        function: in which it is, where that has a need.
        role: whose it is; ``line`` and ``is_office`` likewise.
    """

    usd: Fraction
    months: tuple[int, int]
    bears: bool
    gift: str = ""
    function: Function | None = None
    role: str = ""
    line: str = ""
    is_office: bool = False

    def may_be_paid_by(self, source: Source) -> bool:
        """Whether a source names it."""
        return may_pay(
            source,
            function=self.function,
            role=self.role,
            line=self.line,
            is_office=self.is_office,
        )

    @property
    def count(self) -> int:
        """How many months it lies in."""
        return self.months[1] - self.months[0] + 1


@dataclass(frozen=True)
class Costs:
    """All pieces of a year's cost, and the dollars of gifts on those of one name."""

    pieces: tuple[Cost, ...]
    gifts: Mapping[str, Fraction]


def costs_of(plan: Plan, found: Allocation, *, has_office: bool = True) -> Costs:
    """Every piece of a year's cost, indirect not included.

    Args:
        plan: of the year, at its prices, with ``in_post`` of the year before.
        found: what it hires, books and buys.
        has_office: whether the office's base is due.
    """
    fte = {id: steps(plan, count) for id, count in (found.fte or {}).items()}
    pieces: list[Cost] = []
    for role in plan.roles:
        pieces += _of_role(plan, role, fte[role.id], found)
    for line in plan.lines:
        usd = Fraction(Decimal(repr(found.lines.get(line.id, 0.0))))
        for function in FUNCTIONS:
            share = Fraction(line_share(line, function))
            if share:
                needed = bool((plan.need or {}).get(function))
                pieces.append(
                    Cost(
                        usd * share,
                        (1, MONTHS),
                        bears=line.indirect,
                        gift=f"line:{line.id}",
                        function=function if needed else None,
                        line=line.id,
                    )
                )
    desks = [role.id for role in plan.roles if not role.is_contractor]
    people = sum(found.people.get(id, 0) for id in desks)
    office = (
        (plan.office.base_usd if has_office else Decimal(0))
        + plan.office.per_fte_usd * sum((fte[id] for id in desks), Decimal(0))
        + plan.office.per_person_usd * people
    )
    pieces.append(
        Cost(
            Fraction(office),
            (1, MONTHS),
            bears=plan.office.indirect,
            gift="office",
            is_office=True,
        )
    )
    return Costs(tuple(pieces), _gifts(pieces, found.in_kind_placed))


def steps(plan: Plan, fte: float) -> Decimal:
    """An FTE that was told, as the exact number of steps it is."""
    return round(fte / float(plan.fte_step)) * plan.fte_step


def _of_role(plan: Plan, role: Role, fte: Decimal, found: Allocation) -> list[Cost]:
    who = role.filled(fte)
    pieces = []
    for part in parts_of(plan, role):
        there = who.new if part.new else who.stay
        if not there:
            continue
        pay = Fraction(role.cost_per_fte_usd) * there * part.year_share
        months, gift = (part.first_month, MONTHS), f"role:{role.id}" + (NEW * part.new)
        other = pay
        for function in FUNCTIONS:
            usd = _exact(_hours(part, found, function)) * part.hour_cost_usd
            usd = min(usd, other)
            if usd:
                pieces.append(
                    Cost(usd, months, bears=True, gift=gift, function=function, role=role.id)
                )
            other -= usd
        pieces.append(Cost(other, months, bears=True, gift=gift, role=role.id))
    return pieces + _comings_and_goings(plan, role, who)


def _hours(part: Part, found: Allocation, function: Function) -> float:
    new = found.hours_new.get(part.role.id, {}).get(str(function), 0.0)
    return new if part.new else found.hours.get(part.role.id, {}).get(str(function), 0.0) - new


def _comings_and_goings(plan: Plan, role: Role, who: Filled) -> list[Cost]:
    """Hiring in the month they start; severance in the first, which no source pays."""
    hiring, leaving = plan.hiring_usd(role, who), plan.severance_usd(role, who)
    start = (role.start_month, role.start_month)
    return [
        *([Cost(hiring, start, bears=False, role=role.id)] if hiring else []),
        *([Cost(leaving, (1, 1), bears=False)] if leaving else []),
    ]


def _exact(number: float) -> Fraction:
    return Fraction(Decimal(repr(number)))


def _gifts(pieces: list[Cost], placed: Mapping[str, Mapping[str, float]]) -> dict[str, Fraction]:
    """Dollars of gifts by the name of the pieces they meet. On people who were there and on new
    ones of one role a gift is parted by what they cost in the function it lies on.
    """
    found: dict[str, Fraction] = {}
    for target, by_function in placed.items():
        met = [piece for piece in pieces if piece.gift.removesuffix(NEW) == target]
        for function, usd in by_function.items():
            same = [piece for piece in met if str(piece.function or "") == function] or met
            whole = sum((piece.usd for piece in same), ZERO)
            for piece in same:
                share = piece.usd / whole if whole else ZERO
                found[piece.gift] = found.get(piece.gift, ZERO) + _exact(usd) * share
    most = {
        name: sum((piece.usd for piece in pieces if piece.gift == name), ZERO) for name in found
    }
    return {name: min(usd, most[name]) for name, usd in found.items()}


def month_costs(costs: Costs, indirect_rate: Decimal) -> tuple[Fraction, ...]:
    """What each of the twelve months costs: after gifts, with indirect, without a fee."""
    months = [ZERO] * MONTHS
    seen: set[str] = set()
    for piece in costs.pieces:
        given = ZERO if piece.gift in seen else costs.gifts.get(piece.gift, ZERO)
        seen.add(piece.gift)
        usd = (piece.usd - given) / piece.count
        usd *= 1 + (Fraction(indirect_rate) if piece.bears else ZERO)
        for month in range(piece.months[0] - 1, piece.months[1]):
            months[month] += usd
    return tuple(months)
