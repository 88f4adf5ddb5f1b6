"""The plan's money as a funder's form has it: personnel, fringe benefits, travel and the like,
direct cost, indirect cost with its base, total.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import fte, money, rate
from cidesign.domain.labels import Labels
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.reading import Cost, cost
from cidesign.domain.value import MONTHS, exact
from cidesign.domain.words import HEADINGS, Heading
from cidesign.text import mark, say, say_count

NAMES = {
    Heading.TRAVEL: mark("Travel"),
    Heading.EQUIPMENT: mark("Equipment"),
    Heading.SUPPLIES: mark("Supplies"),
    Heading.CONTRACTUAL: mark("Contractual"),
    Heading.PARTICIPANTS: mark("Participant support"),
    Heading.OTHER: mark("Other"),
}
Part = tuple[str, float]
"""What it is, and its dollars."""


def heading_of(line: Line, catalog: Catalog) -> Heading:
    """Where a purchase stands: as the plan says, else as the usual purchase of this id does, else
    under Other.
    """
    usual = {one.id: one.heading for one in catalog.lines}
    return line.heading or usual.get(line.id, Heading.OTHER)


def form_rows(
    plan: Plan, found: Allocation, catalog: Catalog, labels: Labels
) -> list[dict[str, str]]:
    """The form, one row for each of its lines that has dollars, the sums always; empty without a
    plan.
    """
    paid = cost(plan, found)
    if paid is None:
        return []
    direct = paid.total - paid.reserve - paid.host
    posts = [
        (role, paid.roles[role.id])
        for role in plan.roles
        if role.id in paid.roles and not role.is_contractor
    ]
    bought = _bought(plan, paid, catalog, labels)
    rows = [
        _row(say("Personnel"), _personnel(posts, found, labels), always=True),
        _row(say("Fringe benefits"), _fringe(posts, labels), always=True),
        *(_row(say(NAMES[heading]), bought[heading]) for heading in HEADINGS),
        _row(say("Given in kind"), [("", -paid.in_kind)]),
        _row(say("Total direct cost"), [("", direct)], always=True),
        _row(*_host(plan, paid.host), always=True),
        _row(say("Put aside as reserve"), [("", paid.reserve)]),
        _row(say("Total"), [("", paid.total)], always=True),
    ]
    return [row for row in rows if row]


def _row(name: str, parts: Sequence[Part], *, always: bool = False) -> dict[str, str]:
    """A line of the form; nothing where it has no dollars, unless it is always there."""
    usd = sum(one for _, one in parts)
    if not (always or round(usd)):
        return {}
    told = [
        f"{what} {money(one)}" if len(parts) > 1 else what
        for what, one in parts
        if what and (len(parts) == 1 or round(one))
    ]
    return {
        say("Line"): name,
        say("Made of"): " · ".join(told),
        say("A year"): money(usd),
    }


def _personnel(
    posts: Sequence[tuple[Role, float]], found: Allocation, labels: Labels
) -> list[Part]:
    """Pay of those employed, without benefits."""
    return [
        (
            say(
                "{post} ({size})",
                post=labels.roles[role.id],
                size=_size(role, (found.fte or {})[role.id]),
            ),
            _pay(role, usd),
        )
        for role, usd in posts
    ]


def _size(role: Role, filled: float) -> str:
    """FTE, and months where all of it is paid for a part of the year."""
    size = say("{size} FTE", size=fte(filled))
    if role.start_month == 1 or role.filled(exact(filled)).stay:
        return size
    months = MONTHS + 1 - role.start_month
    return say_count(
        "{size}, {months} month", "{size}, {months} months", months, size=size, months=months
    )


def _fringe(posts: Sequence[tuple[Role, float]], labels: Labels) -> list[Part]:
    """Benefits and payroll taxes; one share of all pay where it is the same for everybody."""
    shares = {role.benefits_rate for role, _ in posts}
    if len(shares) == 1 and len(posts) > 1:
        pay = sum(_pay(role, usd) for role, usd in posts)
        (share,) = shares
        return [(_share_of(share, pay), sum(usd for _, usd in posts) - pay)]
    return [
        (
            say("{post} ({rate})", post=labels.roles[role.id], rate=rate(role.benefits_rate)),
            usd - _pay(role, usd),
        )
        for role, usd in posts
        if role.benefits_rate
    ]


def _pay(role: Role, usd: float) -> float:
    return usd / (1 + float(role.benefits_rate))


def _bought(
    plan: Plan, paid: Cost, catalog: Catalog, labels: Labels
) -> Mapping[Heading, list[Part]]:
    """What is bought beside people who are employed, by line of the form."""
    under: dict[Heading, list[Part]] = {heading: [] for heading in HEADINGS}
    for role in plan.roles:
        if role.is_contractor and role.id in paid.roles:
            under[Heading.CONTRACTUAL].append((labels.roles[role.id], paid.roles[role.id]))
    for line in plan.lines:
        if line.id in paid.lines:
            part = (labels.lines[line.id], paid.lines[line.id])
            under[heading_of(line, catalog)].append(part)
    rest = [
        (say("Office, computers, insurance"), paid.office),
        (say("Hiring and parting"), paid.hiring),
    ]
    under[Heading.OTHER] += [(what, usd) for what, usd in rest if round(usd)]
    return under


def _host(plan: Plan, usd: float) -> tuple[str, list[Part]]:
    """Indirect cost with the part of direct cost it is charged on, or the fee with the budget it
    is kept of.
    """
    share = plan.overhead.rate
    if plan.overhead.kind == "fee":
        return say("Fee of the host"), [(_share_of(share, float(plan.funding.budget_usd)), usd)]
    return say("Indirect cost"), [(_share_of(share, usd / float(share)) if share else "", usd)]


def _share_of(share: Decimal, usd: float) -> str:
    return say("{rate} of {usd}", rate=rate(share), usd=money(usd))
