"""What a solved program pays for, piece by piece, and which grants pay it.

Pieces that the same grants may pay over the same months are one to the solver; what is paid of them
together is parted here by what each costs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from cidesign.budget.block import Block
from cidesign.budget.pieces import Key
from cidesign.budget.rates import line_share
from cidesign.budget.staffing import Part, parts_of
from cidesign.domain.filling import Filled
from cidesign.domain.money import indirect_borne
from cidesign.domain.plan import Plan, Role
from cidesign.domain.spent import Item, Spent, Use
from cidesign.domain.words import FUNCTIONS, Function

ZERO = Decimal(0)
_NOTHING_USD = Decimal("0.0001")


@dataclass(frozen=True)
class Chosen:
    """What the values of a solved program say, exact.

    Args:
        hours: booked, by role, whether those who give them are new, and function.
        leading: hours of leading by role and whether those are new; ``idle`` likewise.
        there: who fills each role.
        lines: dollars by line.
        office: dollars.
        placed: dollars of gifts by piece.
        paid: direct dollars of each of the program's payments, by grant.
    """

    hours: Mapping[tuple[str, bool, Function], float]
    leading: Mapping[tuple[str, bool], float]
    idle: Mapping[tuple[str, bool], float]
    there: Mapping[str, Filled]
    lines: Mapping[str, Decimal]
    office: Decimal
    placed: Mapping[Key, Decimal]
    paid: tuple[Mapping[str, Decimal], ...]


def spent(program: Block, chosen: Chosen) -> tuple[Spent, ...]:
    """Every piece that costs anything: posts in order of id, purchases likewise, office, hiring."""
    plan = program.plan
    found: dict[Key, list[Spent]] = {}
    for role in program.roles:
        for part in parts_of(plan, role):
            found |= dict(_of_part(part, chosen))
    for line in program.lines:
        for function in FUNCTIONS:
            share = line_share(line, function)
            if share:
                usd = chosen.lines[line.id] * share
                found[f"line:{line.id}", False, function] = [
                    Spent(Item("line", line.id), str(function), usd)
                ]
    found["office", False, None] = [Spent(Item("office"), Use.OFFICE, chosen.office)]
    for role in program.roles:
        who = chosen.there[role.id]
        found[f"hiring:{role.id}", True, None] = [_once(role.id, plan.hiring_usd(role, who))]
        found[f"parting:{role.id}", True, None] = [_once("", plan.severance_usd(role, who))]
    return _together(_paid(program, chosen, _met(chosen, found)))


def _of_part(part: Part, chosen: Chosen) -> Iterator[tuple[Key, list[Spent]]]:
    """A post's hours by function; its other time is parted into leading and time not assigned."""
    role, item = part.role, Item("role", part.role.id)
    left = _pay(role, chosen.there[role.id], new=part.new)
    for function in FUNCTIONS:
        hours = chosen.hours.get((*part.key, function), 0.0)
        usd = min(Fraction(Decimal(repr(hours))) * part.hour_cost_usd, left)
        left -= usd
        yield (
            (f"role:{role.id}", part.new, function),
            [Spent(item, str(function), _exact(usd))],
        )
    leading, idle = chosen.leading.get(part.key, 0.0), chosen.idle.get(part.key, 0.0)
    share = Fraction(Decimal(repr(leading))) / Fraction(Decimal(repr(leading + idle or 1.0)))
    yield (
        (f"role:{role.id}", part.new, None),
        [
            Spent(item, Use.LEADING, _exact(left * share)),
            Spent(item, Use.UNASSIGNED, _exact(left * (1 - share))),
        ],
    )


def _pay(role: Role, who: Filled, *, new: bool) -> Fraction:
    share = who.new * role.year_share if new else who.stay
    return Fraction(role.cost_per_fte_usd) * share


def _once(role: str, usd: Fraction) -> Spent:
    return Spent(Item("hiring", role), Use.HIRING, _exact(usd))


def _met(chosen: Chosen, found: Mapping[Key, list[Spent]]) -> dict[Key, list[Spent]]:
    """The same after gifts, each parted among the parts of its piece by what they cost."""
    met = {}
    for key, pieces in found.items():
        given, whole = chosen.placed.get(key, ZERO), sum((one.usd for one in pieces), ZERO)
        met[key] = [
            replace(one, usd=one.usd - gift, given_usd=gift)
            for one in pieces
            for gift in [min(given * one.usd / whole if whole else ZERO, one.usd)]
        ]
    return met


def _paid(program: Block, chosen: Chosen, met: Mapping[Key, list[Spent]]) -> Iterator[Spent]:
    """The same with what the host charges on each, and what each grant pays of it."""
    plan, grants = program.plan, {grant.id: grant for grant in program.grants}
    whole = {key: sum((one.usd for one in pieces), ZERO) for key, pieces in met.items()}
    paid: dict[Key, dict[str, Decimal]] = {}
    for payment, dollars in zip(program.payments, chosen.paid, strict=True):
        together = sum((whole[key] for key in payment.of), ZERO)
        for key in payment.of if together > _NOTHING_USD else ():
            of_key = paid.setdefault(key, {})
            for id, usd in dollars.items():
                of_key[id] = of_key.get(id, ZERO) + usd * whole[key] / together
    for key, pieces in met.items():
        bears = _bears(plan, program, key)
        rate = plan.overhead.indirect_rate if bears else ZERO
        for one in pieces:
            share = one.usd / whole[key] if whole[key] > _NOTHING_USD else ZERO
            direct = {id: usd * share for id, usd in paid.get(key, {}).items() if usd * share}
            yield replace(
                one,
                indirect_usd=one.usd * rate,
                grants=direct,
                grants_indirect={
                    id: usd * indirect_borne(grants[id], plan.overhead.indirect_rate, bears=bears)
                    for id, usd in direct.items()
                },
            )


def _bears(plan: Plan, program: Block, key: Key) -> bool:
    """Whether the host charges indirect on it; on who leaves it does not."""
    piece = program.lying.get(key)
    return piece is not None and piece.bears


def _together(pieces: Iterator[Spent]) -> tuple[Spent, ...]:
    """What is alike as one: those who were there and who are new, parting of all posts."""
    found: dict[tuple[Item, str], Spent] = {}
    for one in pieces:
        before = found.get((one.item, one.use))
        found[one.item, one.use] = one if before is None else _sum(before, one)
    return tuple(one for one in found.values() if one.usd or one.given_usd)


def _sum(one: Spent, other: Spent) -> Spent:
    return replace(
        one,
        usd=one.usd + other.usd,
        given_usd=one.given_usd + other.given_usd,
        indirect_usd=one.indirect_usd + other.indirect_usd,
        grants=_added(one.grants, other.grants),
        grants_indirect=_added(one.grants_indirect, other.grants_indirect),
    )


def _added(one: Mapping[str, Decimal], other: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {id: one.get(id, ZERO) + other.get(id, ZERO) for id in dict.fromkeys([*one, *other])}


def _exact(usd: Fraction) -> Decimal:
    return Decimal(usd.numerator) / Decimal(usd.denominator)
