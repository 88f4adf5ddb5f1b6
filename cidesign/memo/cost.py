"""The memo on money: what the plan spends, what it is set to and where each setting comes from, and
what backbones usually cost.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cidesign.domain.allocation import Allocation
from cidesign.domain.fact import Fact
from cidesign.domain.figures import fte, money, money_short, rate
from cidesign.domain.naming import name_from, payer_named
from cidesign.domain.plan import Plan
from cidesign.domain.reading import cost
from cidesign.domain.set_in_plan import STRUCTURE, OnLoan
from cidesign.domain.value import plain
from cidesign.memo.blocks import Block, Paragraph, Table
from cidesign.memo.cash import of_grant
from cidesign.memo.figures import from_fact, on_record
from cidesign.memo.snapshot import Snapshot
from cidesign.record import document
from cidesign.text import mark, say
from cidesign.text.sentence import (
    RECORD,
    Figure,
    Sentence,
    at,
    known,
    of,
    own,
    sentence,
    together,
    told,
    words,
)
from cidesign.views.team.rules import RULE_WORDS
from cidesign.views.team.spent import rest, told_apart, year_cost
from cidesign.views.team.usual import usual_salary
from cidesign.views.team.words import rounded_parts

PLAN, PRICES, CANDIDATES = "plan.yaml", "data/prices.yaml", "candidates.csv"
INDEX = "price_factor_2017_2025"
RANGES = (
    (
        "budget_first_years",
        mark("In its first years a backbone usually costs {low} to {high} in {year} dollars."),
    ),
    (
        "budget_established",
        mark("Once established it usually costs {low} to {high} in {year} dollars."),
    ),
)
TODAY = mark("That is {low} to {high} in {year} dollars.")
HOURS = "hours_per_fte_month"
SHOWN = {"USD": money, "FTE": fte, "share": rate}


def spending(seen: Snapshot, plan: Plan, found: Allocation) -> list[Block]:
    """Everything the plan pays for, gifts in kind taken off, the total last."""
    paid = cost(plan, found)
    if paid is None or found.cost_usd is None:
        return []
    places = {role.id: place for place, role in enumerate(plan.roles)}
    rows = [
        (seen.named("roles", role), _staff(seen, role, places[role], usd))
        for role, usd in paid.roles.items()
        if round(usd)
    ]
    rows += [
        (seen.named("lines", line), _line(seen, line, usd))
        for line, usd in paid.lines.items()
        if round(usd)
    ]
    if round(paid.hiring):
        what = told(say("Hiring and parting"))
        rows.append(
            (what, Figure(money(paid.hiring), paid.hiring, "USD", what, of("hiring", "plan")))
        )
    if round(paid.office):
        what = told(say("Office, computers and insurance"))
        rows.append(
            (what, Figure(money(paid.office), paid.office, "USD/year", what, of("office", PLAN)))
        )
    if round(paid.in_kind):
        what = told(say("Gifts in kind, taken off"))
        rows.append(
            (
                what,
                Figure(money(-paid.in_kind), -paid.in_kind, "USD/year", what, of("gifts", "plan")),
            )
        )
    if round(paid.host):
        what = host_charge(plan)
        rows.append(
            (what, Figure(money(paid.host), paid.host, "USD/year", what, of("host_share", "plan")))
        )
    rows.append((told(say("Cost of the first year")), year_cost(found)))
    head = (told(say("What")), told(say("A year")))
    blocks: list[Block] = [
        Table(
            head, tuple((label, sentence(figure)) for label, figure in rows), total=True, small=True
        )
    ]
    blocks.append(Paragraph(together([told_apart(plan, found), rest(plan, found, money)])))
    blocks.append(Paragraph(words(rounded_parts()), note=True))
    return blocks


def host_charge(plan: Plan) -> Sentence:
    """What the host takes, in words."""
    if plan.overhead.kind == "fee":
        return told(say("Fee of the host"))
    return told(say("Indirect cost of the host"))


def _staff(seen: Snapshot, role: str, place: int, usd: float) -> Figure:
    what = told(say("Cost of a year, salary with benefits: {role}"), role=seen.named("roles", role))
    return Figure(money(usd), usd, "USD/year", what, of("staff", at(PLAN, "roles", place)))


def _line(seen: Snapshot, line: str, usd: float) -> Figure:
    what = told(say("Spent in a year: {line}"), line=seen.named("lines", line))
    return Figure(money(usd), usd, "USD/year", what, at("plan", "lines", line))


def our_terms(seen: Snapshot, plan: Plan) -> list[Block]:
    """What the plan is set to, one row each, with its basis."""
    written = document(seen.bundle, PLAN)
    rows = [
        *_salaries(seen),
        *_shares(seen, plan, written),
        *_office(seen, plan, written),
        *_terms_of_host(seen, plan, written),
        *_gifts(seen),
    ]
    head = (told(say("What the plan is set to")), told(say("Basis")), told(say("Figure")))
    return [
        Table(
            head,
            tuple((figure.what, _basis(figure), sentence(figure)) for figure in rows),
            left=2,
            small=True,
        )
    ]


def _basis(figure: Figure) -> Sentence:
    if figure.assumed:
        return told(say("assumed"))
    if figure.of.startswith("default("):
        return told(say("usual"))
    return told(say("our own")) if figure.source == RECORD else told(say("published"))


def _salaries(seen: Snapshot) -> list[Figure]:
    plan, hired = seen.bundle.plan, seen.found.fte if seen.found else None
    usual = {entry.id: entry for entry in seen.catalog.roles}
    rows = []
    for place, role in enumerate(plan.roles if plan else ()):
        if hired and not hired.get(role.id):
            continue
        what = told(say("Salary of a full-time year: {role}"), role=seen.named("roles", role.id))
        fact = usual_salary(seen.bundle, seen.catalog, role.id, role.salary_usd)
        rows.append(
            on_record(
                money(role.salary_usd),
                role.salary_usd,
                "USD/FTE-year",
                what,
                at(PLAN, "roles", place, "salary_usd"),
                fact,
            )
        )
        if seen.sets.benefits_rate is not None and not role.is_contractor:
            continue
        if role.benefits_rate and (
            seen.host is None or not seen.terms_of or seen.host.offer.benefits_rate is None
        ):
            benefits = seen.catalog.price(usual[role.id].benefits) if role.id in usual else None
            what = told(
                say("Benefits, as a share of salary: {role}"), role=seen.named("roles", role.id)
            )
            address = at(PLAN, "roles", place, "benefits_rate")
            rows.append(
                on_record(
                    rate(role.benefits_rate),
                    role.benefits_rate,
                    "share of salary",
                    what,
                    address,
                    benefits,
                )
            )
    return rows


def _shares(seen: Snapshot, plan: Plan, written: Mapping[Any, Any]) -> list[Figure]:
    """Hours of a post, and the figure of each rule that is one figure for the whole plan."""
    hours, label = plan.hours_per_fte_month, say("Productive hours a month of one full-time post")
    rows = [_setting(seen, HOURS, hours, (fte(hours), "hours/month"), label, written)]
    for one in RULE_WORDS:
        key, unit, value = one.rule.key, one.rule.unit, getattr(plan, one.rule.key, None)
        if one.figure and isinstance(value, Decimal):
            shown = (SHOWN[unit](value), unit)
            rows.append(_setting(seen, key, value, shown, say(one.figure), written))
    return rows


def _setting(
    seen: Snapshot,
    key: str,
    value: Decimal,
    shown: tuple[str, str],
    label: str,
    written: Mapping[Any, Any],
) -> Figure:
    address = at(PLAN, key) if key in written else of("default", at(PLAN, key))
    return on_record(shown[0], value, shown[1], told(label), address, _price(seen, key))


def _price(seen: Snapshot, id: str) -> Fact | None:
    return next((entry.fact for entry in seen.catalog.prices if entry.id == id), None)


def _office(seen: Snapshot, plan: Plan, written: Mapping[Any, Any]) -> list[Figure]:
    office, rows = written.get("office"), []
    base, each = (
        told(say("Office, whatever the size of the team")),
        told(say("Office, for each full-time post")),
    )
    if plan.office.base_usd:
        address = (
            at(PLAN, "office", "base_usd") if isinstance(office, Mapping) else at(PLAN, "office")
        )
        value = plan.office.base_usd
        rows.append(
            on_record(
                money(value), value, "USD/year", base, address, _price(seen, "office_base_usd")
            )
        )
    if plan.office.per_fte_usd:
        value = plan.office.per_fte_usd
        address = at(PLAN, "office", "per_fte_usd")
        rows.append(
            on_record(
                money(value),
                value,
                "USD/FTE-year",
                each,
                address,
                None,
            )
        )
    if plan.office.per_person_usd:
        value = plan.office.per_person_usd
        address = at(PLAN, "office", "per_person_usd")
        desk = told(say("Desk, computer, travel and training, for each person"))
        fact = _price(seen, "office_per_person_usd")
        rows.append(on_record(money(value), value, "USD/person-year", desk, address, fact))
    return rows


def _terms_of_host(seen: Snapshot, plan: Plan, written: Mapping[Any, Any]) -> list[Figure]:
    """What the host charges and pays: from its offer where the plan stands on it, else from the
    plan.
    """
    offer = seen.host.offer if seen.host and seen.terms_of else None
    rows: list[Figure] = []
    charged = {
        "indirect": told(say("Indirect cost of the host, on direct cost")),
        "fee": told(say("Fee of the host, on all revenue")),
    }
    if plan.overhead.kind in charged:
        theirs = offer is not None and offer.overhead is not None
        sponsored = not theirs and seen.sets.fee_rate is not None
        if sponsored:
            charged["fee"] = told(say("Fee of the fiscal sponsor, on all revenue"))
        address = (
            at(CANDIDATES, seen.terms_of, "offer_rate")
            if theirs
            else at(STRUCTURE, "sets", "fee_rate")
            if sponsored
            else at(PLAN, "overhead", "rate")
        )
        fact = None if theirs else _price(seen, f"{plan.overhead.kind}_rate")
        rows.append(
            on_record(
                rate(plan.overhead.rate),
                plan.overhead.rate,
                "share",
                charged[plan.overhead.kind],
                address,
                fact,
            )
        )
    if offer and offer.pay_scale != 1:
        what = told(say("Pay scale of the host: our salaries are multiplied by"))
        rows.append(
            Figure(
                plain(offer.pay_scale),
                offer.pay_scale,
                "factor",
                what,
                at(CANDIDATES, seen.terms_of, "offer_pay_scale"),
            )
        )
    if offer and offer.benefits_rate is not None:
        what = told(say("Benefits at the host, as a share of salary"))
        value, address = offer.benefits_rate, at(CANDIDATES, seen.terms_of, "offer_benefits_rate")
        rows.append(on_record(rate(value), value, "share of salary", what, address))
    elif seen.sets.benefits_rate is not None:
        what = told(say("Benefits at a host of the chosen kind, as a share of salary"))
        value, address = seen.sets.benefits_rate, at(STRUCTURE, "sets", "benefits_rate")
        price = _benefits_of_kind(seen)
        fact = _price(seen, price) if price else None
        rows.append(on_record(rate(value), value, "share of salary", what, address, fact))
    return rows


def _benefits_of_kind(seen: Snapshot) -> str:
    """The price of the benefits that a host of the chosen kind usually pays; empty for none."""
    profile = seen.bundle.structure
    kinds = {one.id: one.benefits or "" for one in seen.catalog.structures}
    return kinds.get(profile.decision.structure, "") if profile else ""


def grant_named(id: str) -> Sentence:
    """What a restricted grant is called in the list of all figures."""
    return told(say("Grant for some things only: {name}"), name=own(payer_named(id)))


def _gifts(seen: Snapshot) -> list[Figure]:
    plan, rows = seen.bundle.plan, []
    for place, grant in enumerate(plan.funding.grants if plan else ()):
        what = grant_named(grant.id)
        rows.append(
            Figure(
                money(grant.usd),
                grant.usd,
                "USD/year",
                what,
                of_grant(seen, place, grant),
            )
        )
    for place, gift in enumerate(plan.in_kind if plan else ()):
        if isinstance(gift, OnLoan):
            rows.append(_loan(seen, gift))
            continue
        what = told(say("Gift in kind: {name}"), name=own(name_from(gift.id)))
        rows.append(
            Figure(money(gift.usd), gift.usd, "USD/year", what, at(PLAN, "in_kind", place, "usd"))
        )
    for gift in seen.host.offer.in_kind if seen.host and seen.terms_of else ():
        what = told(say("Gift in kind of the host"))
        rows.append(
            Figure(
                money(gift.usd),
                gift.usd,
                "USD/year",
                what,
                at(CANDIDATES, seen.terms_of, "offer_in_kind_usd"),
            )
        )
    return rows


def _loan(seen: Snapshot, gift: OnLoan) -> Figure:
    post = gift.offsets.removeprefix("role:")
    what = told(say("Post on loan, a gift in kind: {role}"), role=seen.named("roles", post))
    address = of("loan", at(STRUCTURE, "sets", "loans", post))
    return Figure(money(gift.usd), gift.usd, "USD/year", what, address)


def usual(seen: Snapshot) -> list[Block]:
    """What backbones usually cost, in the dollars of the source and, where the plan is in the same
    year's, in today's.
    """
    factor, today = seen.catalog.price(INDEX), _same_year(seen)
    blocks: list[Block] = []
    for id, template in RANGES:
        low, high = (seen.catalog.price(f"{id}_{end}") for end in ("low", "high"))
        ends = {
            end: _end(seen, f"{id}_{end}", fact) for end, fact in (("low", low), ("high", high))
        }
        first = of("year", at(PRICES, f"{id}_low"))
        year = Figure(
            str(low.as_of.year),
            low.as_of.year,
            "year",
            told(say("Year of the usual range")),
            first,
            low.source,
        )
        said = [told(say(template), low=ends["low"], high=ends["high"], year=year)]
        if today:
            raised = {end: _raised(figure, factor, f"{id}_{end}") for end, figure in ends.items()}
            what, now = told(say("Year of our price factor")), factor.as_of.year
            of_now = Figure(
                str(now), now, "year", what, of("year", at(PRICES, INDEX)), factor.source
            )
            said.append(told(say(TODAY), low=raised["low"], high=raised["high"], year=of_now))
        blocks.append(
            Paragraph(
                said[0]
                if len(said) == 1
                else told(say("{usual} {today}"), usual=said[0], today=said[1])
            )
        )
    return blocks


def _same_year(seen: Snapshot) -> bool:
    year = seen.bundle.plan.price_year if seen.bundle.plan else None
    return year is None or year == seen.catalog.price(INDEX).as_of.year


def _end(seen: Snapshot, id: str, fact: Fact) -> Figure:
    return from_fact(
        money_short(fact.value), fact, known(seen.catalog.labels.prices[id]), at(PRICES, id)
    )


def _raised(figure: Figure, factor: Fact, id: str) -> Figure:
    value = Decimal(str(figure.value)) * factor.value
    what = told(say("{range}, raised by our price factor"), range=figure.what)
    return Figure(
        money_short(value),
        value,
        "USD/year",
        what,
        of("product", at(PRICES, id), at(PRICES, INDEX)),
        factor.source,
    )
