"""Where each dollar of the budget goes, in words and rows: who pays, what is paid, what for."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from cidesign.domain.allocation import Allocation
from cidesign.domain.figures import money, money_short, percent
from cidesign.domain.first_year import first_month
from cidesign.domain.flows import (
    DOLLAR,
    TO_RAISE,
    Flow,
    WhoPays,
    YearCost,
    flows,
    summed,
    year_cost,
)
from cidesign.domain.funding import Source
from cidesign.domain.labels import Labels
from cidesign.domain.naming import payer_named
from cidesign.domain.plan import Plan
from cidesign.domain.spent import Item, Use
from cidesign.domain.words import FUNCTIONS
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say
from cidesign.text.sentence import Figure, Sentence, in_a_row, of, told, words

K = TypeVar("K", bound=Hashable)
ZERO = Decimal(0)
USES = {
    Use.LEADING: mark("Leading people"),
    Use.UNASSIGNED: mark("Time not yet assigned"),
    Use.OFFICE: mark("Office"),
    Use.HIRING: mark("Hiring and parting"),
    Use.HOST: mark("Host's share"),
    Use.RESERVE: mark("Reserve"),
    Use.UNSPENT: mark("Not spent"),
}
IN_TURN = ("role", "line", "hiring", "office", "host", "reserve", "unspent")


@dataclass(frozen=True)
class Dollars:
    """Every dollar of a budget, and what people read for all that stands in it.

    Args:
        plan: as it was solved.
        found: what its budget buys.
        flows: they add to the budget.
        who, items, uses: what people read, in the order in which it stands.
        labels: what people read for what does not stand in it.
        months: first and last, 1 to 12, of those who pay.
        start: the first month of the plan's year; empty where nobody said.
    """

    plan: Plan
    found: Allocation
    flows: tuple[Flow, ...]
    who: dict[WhoPays, str]
    items: dict[Item, str]
    uses: dict[str, str]
    labels: Labels
    months: dict[WhoPays, tuple[int, int]]
    start: str = ""


def dollars(bundle: Bundle, labels: Labels, plan: Plan, found: Allocation) -> Dollars:
    """Where each dollar of a plan goes.

    Args:
        bundle: the workshop, for who promised free money.
        labels: what people read for posts, purchases and functions.
        plan: as it was solved, on its terms.
        found: what its budget buys.
    """
    sources = bundle.funding.sources if bundle.funding else ()
    start = first_month(sources, bundle.outlook)
    free = {one.id: one.usd_in_year(start) for one in sources if not one.restricted}
    told = tuple(sorted(flows(plan, found, free), key=lambda one: IN_TURN.index(one.item.kind)))
    payers = dict.fromkeys(one.who for one in told)
    uses = dict.fromkeys((*map(str, FUNCTIONS), *map(str, Use)))
    return Dollars(
        plan,
        found,
        told,
        {who: _who(who) for who in sorted(payers, key=_grants_first)},
        {
            item: _item(item, labels)
            for item in sorted({one.item for one in told}, key=lambda one: _place(plan, one))
        },
        {use: use_named(use, labels) for use in uses},
        labels,
        _months(plan, sources, start),
        start,
    )


def _months(plan: Plan, sources: Iterable[Source], start: str) -> dict[WhoPays, tuple[int, int]]:
    free = {
        WhoPays("free", one.id): months
        for one in sources
        if not one.restricted and (months := one.months_in_year(start))
    }
    return free | {WhoPays("grant", one.id): one.months for one in plan.funding.grants}


def _grants_first(who: WhoPays) -> int:
    return ("grant", "free", "to_raise").index(who.kind)


def _who(who: WhoPays) -> str:
    return say("Still to raise") if who == TO_RAISE else payer_named(who.id)


def _place(plan: Plan, item: Item) -> tuple[int, int]:
    """As the plan lists posts and purchases; the rest after them."""
    ids = [one.id for one in (plan.lines if item.kind == "line" else plan.roles)]
    return IN_TURN.index(item.kind), ids.index(item.id) if item.id in ids else len(ids)


def _item(item: Item, labels: Labels) -> str:
    if item.kind == "role":
        return labels.roles[item.id]
    if item.kind == "line":
        return labels.lines[item.id]
    return say(USES[Use(item.kind)])


def use_named(use: str, labels: Labels) -> str:
    """What people read for a use: a function, or what works in none."""
    known = {str(one): words for one, words in USES.items()}
    return say(known[use]) if use in known else labels.functions[use]


def how_to_read(seen: Dollars) -> str:
    """How to read the picture."""
    told = say(
        "Dollars of the first year. Left: who pays; hatched: for some things only. Middle: posts "
        "and purchases. Right: what for."
    )
    given = sum((one.given_usd for one in seen.found.spent), ZERO)
    if given < DOLLAR:
        return told
    gifts = say("Gifts in kind pay {usd} more; they are no money of ours.", usd=money(given))
    return f"{told} {gifts}"


def rows(seen: Dollars) -> list[dict[str, str]]:
    """Everything that is paid, one row each: who pays it, what it is for, how much; the budget
    last.
    """
    told = []
    for label, mine in by_label(seen, seen.flows).items():
        usd = usd_of(mine)
        if usd >= DOLLAR:
            told.append(
                {
                    say("What is paid"): label,
                    say("Who pays"): _parts(summed(mine, lambda one: one.who), seen.who),
                    say("What for"): what_for(seen, mine),
                    say("A year"): money(usd),
                }
            )
    whole = {
        say("What is paid"): say("The whole budget"),
        say("Who pays"): "",
        say("What for"): "",
        say("A year"): money(usd_of(seen.flows)),
    }
    return [*told, whole]


def by_label(seen: Dollars, listed: Iterable[Flow]) -> dict[str, list[Flow]]:
    """Flows by what is paid; hiring for all posts is one."""
    found: dict[str, list[Flow]] = {label: [] for label in seen.items.values()}
    for one in listed:
        found[seen.items[one.item]].append(one)
    return {label: flows for label, flows in found.items() if flows}


def what_for(seen: Dollars, mine: list[Flow]) -> str:
    """The functions a post or purchase works in; of what is its own use, nothing is said twice."""
    if mine[0].item.kind not in ("role", "line"):
        return "–"
    uses = summed(mine, lambda one: one.use)
    return _parts({use: uses[use] for use in seen.uses if use in uses}, seen.uses)


def _parts(usd: Mapping[K, Decimal], words: Mapping[K, str]) -> str:
    told = {words[key]: value for key, value in usd.items() if value >= DOLLAR}
    if len(told) == 1:
        return next(iter(told))
    return ", ".join(f"{label} {money_short(value)}" for label, value in told.items())


def usd_of(listed: Iterable[Flow]) -> Decimal:
    """Dollars of flows together."""
    return sum((one.usd for one in listed), ZERO)


def by_function(plan: Plan, found: Allocation, labels: Labels) -> list[dict[str, str]]:
    """What each function costs, and what works in none; the cost of the year last."""
    year = year_cost(plan, found)
    rows = [
        _cost_row(use_named(use, labels), one.direct_usd, one.host_usd, one.usd)
        for use, one in year.uses.items()
        if one.usd >= DOLLAR
    ]
    if year.fee_usd >= DOLLAR:
        rows.append(_cost_row(say("Fee of the host"), ZERO, year.fee_usd, year.fee_usd))
    direct = sum((one.direct_usd for one in year.uses.values()), ZERO)
    return [*rows, _cost_row(say("Cost of the year"), direct, year.host_usd, year.usd)]


def _cost_row(label: str, direct: Decimal, host: Decimal, usd: Decimal) -> dict[str, str]:
    return {
        say("What for"): label,
        say("Direct cost"): money(direct),
        say("Host's share"): money(host),
        say("Together"): money(usd),
    }


def management(plan: Plan, found: Allocation) -> Sentence:
    """The share of management in one sentence."""
    year = year_cost(plan, found)
    host = told(say("What the host takes in the first year"))
    parts = (
        (mark("{usd} for leading people"), _direct(year, Use.LEADING)),
        (mark("{usd} for the office"), _direct(year, Use.OFFICE)),
        (
            mark("{usd} for the host"),
            Figure(money(year.host_usd), year.host_usd, "USD/year", host, of("host_share", "plan")),
        ),
    )
    there = [told(say(words), usd=usd) for words, usd in parts if usd.value >= DOLLAR]  # type: ignore[operator]
    if not there:
        return told(say("Nothing of what the year costs is management."))
    share = Figure(
        percent(year.management_share),
        year.management_share,
        "share",
        told(say("Share of the year's cost that is management")),
        of("management", "plan"),
    )
    return told(
        say("{share} of what the year costs is management: {parts}."),
        share=share,
        parts=in_a_row(there),
    )


def _direct(year: YearCost, use: Use) -> Figure:
    usd = year.uses[use].direct_usd
    what = told(say("Direct cost in the first year: {use}"), use=words(say(USES[use])))
    return Figure(money(usd), usd, "USD/year", what, of("direct", use))


def management_means() -> str:
    """What counts as what in the table by function."""
    return say(
        "Management is the time kept for leading people, the office, and what the host charges. "
        "All other paid time counts in the function it is booked to, a director's too. Gifts in "
        "kind are taken off. Reserve and money not spent are no cost."
    )
