"""The memo on where each dollar goes: what each function costs, the share of management, and what
each who pays makes possible.
"""

from decimal import Decimal

from cidesign.domain.allocation import Allocation
from cidesign.domain.figures import money
from cidesign.domain.flows import DOLLAR, Flow, WhoPays, summed, year_cost
from cidesign.domain.plan import Plan
from cidesign.domain.spent import Use
from cidesign.memo.blocks import Block, Paragraph, Table
from cidesign.memo.cash import of_payer
from cidesign.memo.cost import host_charge
from cidesign.memo.snapshot import Snapshot
from cidesign.text import mark, say
from cidesign.text.sentence import Figure, Sentence, of, own, sentence, told, words
from cidesign.views.team import by_host
from cidesign.views.team.dollars import dollars, management, management_means, use_named
from cidesign.views.team.spent import year_cost as year_cost_figure

ZERO = Decimal(0)
PARTS = (
    ("direct", mark("Direct cost"), mark("Direct cost that {who} pays")),
    ("host", mark("Host's share"), mark("What {who} pays of the host's share")),
    ("reserve", mark("Put aside"), mark("What of {who} is put aside")),
    ("unspent", mark("Not spent"), mark("What of {who} is not spent")),
    ("all", mark("First year"), mark("First year's dollars of {who}")),
)


def where_dollars_go(seen: Snapshot, plan: Plan, found: Allocation) -> list[Block]:
    """Cost by function and by who pays."""
    return [
        Paragraph(management(plan, found)),
        _by_use(seen, plan, found),
        Paragraph(words(management_means()), note=True),
        *(Paragraph(one) for one in _by_host(seen, plan, found)),
        _by_payer(seen, plan, found),
    ]


def _by_host(seen: Snapshot, plan: Plan, found: Allocation) -> tuple[Sentence, ...]:
    return by_host.lines(seen.bundle, seen.catalog, plan, found, seen.terms_of)


def _by_use(seen: Snapshot, plan: Plan, found: Allocation) -> Table:
    year = year_cost(plan, found)
    rows: list[tuple[Sentence, ...]] = []
    for use, one in year.uses.items():
        if one.usd < DOLLAR:
            continue
        label = words(use_named(use, seen.catalog.labels))
        direct, charged = of("direct", use), of("charged", use)
        rows.append(
            (
                label,
                _usd(one.direct_usd, told(say("Direct cost: {use}"), use=label), direct),
                _usd(one.host_usd, told(say("Host's share: {use}"), use=label), charged),
                _usd(
                    one.usd,
                    told(say("Cost, host's share included: {use}"), use=label),
                    of("sum", direct, charged),
                ),
            )
        )
    if year.fee_usd >= DOLLAR:
        fee = _usd(year.fee_usd, host_charge(plan), of("host_fee", "plan"))
        rows.append((host_charge(plan), words("–"), fee, fee))
    what = told(say("Direct cost of the first year"))
    direct_usd = sum((one.direct_usd for one in year.uses.values()), ZERO)
    rows.append(
        (
            told(say("Cost of the first year")),
            _usd(direct_usd, what, of("direct", "all")),
            _usd(year.host_usd, host_charge(plan), of("host_share", "plan")),
            sentence(year_cost_figure(found)),
        )
    )
    head = (say("What for"), say("Direct cost"), say("Host's share"), say("Together"))
    return Table(tuple(told(one) for one in head), tuple(rows), total=True, small=True)


def _by_payer(seen: Snapshot, plan: Plan, found: Allocation) -> Table:
    every = dollars(seen.bundle, seen.catalog.labels, plan, found)
    parts = summed(every.flows, lambda one: (one.who, _part(one)))
    rows = []
    for who, name in every.who.items():
        label = own(name) if who.id else words(name)
        given = {part: parts.get((who, part), ZERO) for part, _, _ in PARTS}
        given["all"] = sum(given.values(), ZERO)
        cells = [
            _usd(given[part], told(say(what), who=label), _address(seen, who, part))
            if given[part] >= DOLLAR
            else words("–")
            for part, _, what in PARTS
        ]
        rows.append((label, *cells))
    head = (told(say("Who pays")), *(told(say(label)) for _, label, _ in PARTS))
    return Table(head, tuple(rows), small=True)


def _part(flow: Flow) -> str:
    known = {Use.HOST: "host", Use.RESERVE: "reserve", Use.UNSPENT: "unspent"}
    return next((part for use, part in known.items() if use == flow.use), "direct")


def _address(seen: Snapshot, who: WhoPays, part: str) -> str:
    return of("paid", of_payer(seen, who.id) if who.id else "to_raise", part)


def _usd(usd: Decimal, what: Sentence, address: str) -> Sentence:
    return sentence(Figure(money(usd), usd, "USD/year", what, address))
