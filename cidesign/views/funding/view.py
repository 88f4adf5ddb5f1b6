"""What the pages Team and Outlook show of who pays: each source in words and on the calendar, and
what of the budget is promised.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cidesign.acts.awards import sources_of
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, inside, listed, money, money_short, month, percent, rate
from cidesign.domain.first_year import first_month
from cidesign.domain.funding import Renewal, Source
from cidesign.domain.labels import Labels
from cidesign.domain.money import Payer
from cidesign.domain.naming import payer_named
from cidesign.domain.promised import Promised, promised_of
from cidesign.domain.value import MONTHS, months_between, plain
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say
from cidesign.views.funding import parts, words

PAYS = {
    "yearly_ahead": mark("Once a year, ahead"),
    "quarterly_ahead": mark("Every three months, ahead"),
    "monthly": mark("Every month"),
    "in_arrears": mark("After it was spent"),
}
"""How a source can pay, as one chooses it."""
PAID = {
    12: mark("Paid once a year, ahead."),
    3: mark("Paid every three months, ahead."),
    1: mark("Paid every month."),
}
MOST_YEARS = 10


@dataclass(frozen=True)
class SourceRow:
    """One source.

    Args:
        name: who pays.
        usd: how much a year, and from when to when.
        pays: how, and what for.
        more: what else was agreed: cap on indirect cost, renewal, match.
        watch: what of its dates to look at once more, with a way out.
        first: its first month on the calendar, 0 at the start, below 0 before it.
        last: likewise its last month.
        amount: dollars a year, short.
        restricted: whether it may pay for some things only.
        renewed_months: how long a renewal nobody promised would last; 0 without one.
        renewal: dollars a year of that, short.
        source: as it is kept.
    """

    name: str
    usd: str
    pays: str
    more: tuple[str, ...]
    watch: tuple[str, ...]
    first: int
    last: int
    amount: str
    restricted: bool
    renewed_months: int
    renewal: str
    source: Source


@dataclass(frozen=True)
class MoneyView:
    """The list.

    Args:
        start: first month of the first year; empty where nobody has said one.
        years: how many years the picture shows.
        promised: in a sentence; empty without a plan.
        claim: the picture's heading.
        functions, roles, lines: what a source may pay for, by id, as people read it.
        parts: what a source can take on beside paying, likewise.
        open_parts: what nobody takes on; empty where nobody was asked.
    """

    rows: tuple[SourceRow, ...]
    start: str
    years: int
    promised: str
    claim: str
    functions: Mapping[str, str]
    roles: Mapping[str, str]
    lines: Mapping[str, str]
    parts: Mapping[str, str]
    open_parts: str


def money_view(bundle: Bundle, catalog: Catalog) -> MoneyView:
    """Everybody who pays, in the order of the list."""
    sources, labels = sources_of(bundle), catalog.labels
    start = first_month(sources, bundle.outlook)
    plan = bundle.plan
    return MoneyView(
        rows=tuple(_row(one, start, catalog, bundle) for one in sources),
        start=start,
        years=_years(bundle, sources, start),
        promised=words.promised(plan, promise(bundle)).plain,
        claim=words.claim(sources, start),
        functions={str(entry.id): labels.functions[str(entry.id)] for entry in catalog.functions},
        roles={role.id: labels.roles[role.id] for role in plan.roles} if plan else {},
        lines={line.id: labels.lines[line.id] for line in plan.lines} if plan else {},
        parts=parts.labels_of_parts(catalog),
        open_parts=parts.nobody_takes_on(bundle, catalog).plain,
    )


def promise(bundle: Bundle) -> Promised | None:
    """What of the plan's budget is promised; None without a plan."""
    if bundle.plan is None:
        return None
    return promised_of(bundle.plan, bundle.funding, bundle.outlook)


def pays_for(payer: Payer, labels: Labels) -> str:
    """What a source or a grant may pay for, in words."""
    named = [
        *(inside(labels.functions[function]) for function in payer.functions),
        *(inside(labels.roles[id]) for id in payer.roles),
        *(inside(labels.lines[id]) for id in payer.lines),
        *([say("the office")] if payer.office else []),
    ]
    return listed(named) or say("anything")


def _row(source: Source, start: str, catalog: Catalog, bundle: Bundle) -> SourceRow:
    renewal = source.renewal
    return SourceRow(
        name=payer_named(source.id),
        usd=say(
            "{usd} a year, {first} to {last}.",
            usd=money(source.usd),
            first=month(source.from_),
            last=month(source.to),
        ),
        pays=f"{_pays(source)} {words.pays_for(source, pays_for(source, catalog.labels))}",
        more=(*_more(source), *parts.of_source(source, catalog)),
        watch=(*words.watch(source, start, bundle.outlook), *parts.watch(source, catalog)),
        first=months_between(start, source.from_),
        last=months_between(start, source.to),
        amount=say("{usd} a year", usd=money_short(source.usd)),
        restricted=source.restricted,
        renewed_months=int(renewal.years * MONTHS) if renewal else 0,
        renewal=money_short(renewal.usd) if renewal else "",
        source=source,
    )


def _pays(source: Source) -> str:
    days, ahead = source.pays.arrears_days, source.pays.ahead_months
    if days is not None:
        return say("Paid {days} days after it was spent.", days=days)
    return say(PAID[ahead or MONTHS])


def _more(source: Source) -> list[str]:
    said = []
    if source.indirect_cap is not None:
        said.append(
            say("It bears at most {share} of indirect cost.", share=rate(source.indirect_cap))
        )
    if source.renewal:
        said.append(_renewal(source.renewal))
    if source.match:
        said.append(words.match(source.match))
    return said


def _renewal(renewal: Renewal) -> str:
    return say(
        "A renewal of {usd} a year for {years} is hoped for, with a chance of {chance}; it is not "
        "counted.",
        usd=money(renewal.usd),
        years=_of_years(renewal),
        chance=percent(renewal.chance),
    )


def _of_years(renewal: Renewal) -> str:
    if renewal.years == 1:
        return say("one more year")
    whole = renewal.years == int(renewal.years)
    years = count(int(renewal.years)) if whole else plain(renewal.years)
    return say("{years} more years", years=years)


def _years(bundle: Bundle, sources: tuple[Source, ...], start: str) -> int:
    if bundle.outlook:
        return bundle.outlook.years
    last = max((months_between(start, one.to) for one in sources), default=0)
    return min(max(last // MONTHS + 1, 1), MOST_YEARS)
