"""A draft of the agreement with the chosen host, from its offer and our decisions; a draft to take
to counsel, not legal advice.
"""

from decimal import Decimal

from cidesign.domain.backbones import doing
from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day as _day
from cidesign.domain.figures import fte, money, month, rate
from cidesign.domain.labels import labels_of
from cidesign.domain.naming import payer_named
from cidesign.domain.panel import Candidate, Offer
from cidesign.domain.pathway import PathwayKind
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.set_in_plan import COORDINATION, STRUCTURE
from cidesign.domain.value import plain
from cidesign.domain.words import FUNCTIONS
from cidesign.domain.workshop import Bundle
from cidesign.memo.agenda import entries, shared
from cidesign.memo.blocks import Block, Bullets, Paragraph, Section, Table, Words
from cidesign.memo.cash import of_grant, paid_for
from cidesign.memo.clauses import blank, members, on_conflict, on_data, on_exit, on_partners
from cidesign.memo.cost import grant_named
from cidesign.memo.figures import day
from cidesign.memo.funders import on_reports
from cidesign.memo.initiative import look_again
from cidesign.memo.mirror import of_the_director, on_equity
from cidesign.memo.papers import Paper
from cidesign.memo.seal import beside, footer
from cidesign.memo.snapshot import Snapshot, snapshot
from cidesign.memo.team import posts
from cidesign.text import say
from cidesign.text.sentence import (
    Figure,
    Sentence,
    at,
    in_a_row,
    inside,
    known,
    of,
    own,
    sentence,
    told,
)
from cidesign.views.initiative.agenda import agenda_view
from cidesign.views.initiative.backbones import at_work
from cidesign.views.team import by_host, director
from cidesign.views.team.spent import budget, rest, year_cost

CANDIDATES = "candidates.csv"


def agreement(bundle: Bundle, catalog: Catalog, *, made_on: str = "") -> Paper:
    """The draft agreement.

    Args:
        made_on: the day it is made, ISO.

    Raises:
        BadInput: no host is chosen yet.
    """
    return agreement_of(snapshot(bundle, catalog), made_on=made_on)


def agreement_of(seen: Snapshot, *, made_on: str = "") -> Paper:
    """The draft agreement of a snapshot.

    Raises:
        BadInput: likewise.
    """
    partner = seen.bundle.partner
    if partner is None:
        raise BadInput([_nobody(seen)])
    host, ours = own(partner.label), own(seen.bundle.workshop.name)
    parts = (
        ("parties", say("Parties"), _parties(seen, ours, host)),
        ("functions", say("What the host carries"), _functions(seen, host)),
        ("staff", say("Staff"), _staff(seen, host)),
        ("money", say("Money"), _money(seen, partner, host)),
        ("partners", say("What partners do, and who has the credit"), on_partners(seen.bundle)),
        ("data", say("Data"), on_data(seen.bundle.measures)),
        ("review", say("Review"), _review(seen)),
        ("equity", say("Equity"), on_equity(seen)),
        ("conflict", say("When we disagree"), on_conflict()),
        ("exit", say("How it ends"), on_exit()),
        ("conditions", say("Conditions of funders"), _conditions(seen)),
    )
    note = say(
        "This is a draft to take to counsel. It is not legal advice, and it binds nobody. What is "
        "still open is marked so."
    )
    sections = tuple(
        Section(id, told(heading), blocks, level=1) for id, heading, blocks in parts if blocks
    )
    kicker = (
        told(say("{name} · Draft · {day}"), name=ours, day=day(made_on))
        if made_on
        else told(say("{name} · Draft"), name=ours)
    )
    return Paper(
        title=say("Draft host agreement"),
        kicker=kicker,
        heading=told(say("Draft agreement with {host}"), host=host),
        lead=told(note),
        sections=sections,
        marks=_marks(seen),
        footer=footer(seen.bundle),
        signers=(ours, host),
        language=seen.bundle.workshop.language or "en",
        made_on=made_on if _day(made_on) != made_on else "",
    )


def _nobody(seen: Snapshot) -> Problem:
    if not seen.has_a_choice:
        return Problem(
            say("Host agreement"),
            say("the backbone that works already has no name here"),
            say("write it on the page Initiative"),
        )
    if seen.left_out("compare"):
        return Problem(
            say("Host agreement"),
            say("the form we chose has no host"),
            say("take what it agrees on instead from the memo's next steps"),
        )
    remedy = say(
        "choose the host on the page Compare first; a draft agreement is made from its offer"
    )
    return Problem(say("Host agreement"), say("no host is chosen yet"), remedy)


def _marks(seen: Snapshot) -> tuple[Sentence, ...]:
    example = own(seen.bundle.workshop.example)
    draft = told(say("Draft, not legal advice"))
    return (example, draft) if example else (draft,)


def _or_blank(said: str) -> Sentence:
    return own(said) or blank()


def _parties(seen: Snapshot, ours: Sentence, host: Sentence) -> tuple[Block, ...]:
    view = agenda_view(seen.bundle)
    one = view.initiative
    goal = () if one.goal else ((told(say("The goal we share")), blank()),)
    version = (
        ((told(say("Our common agenda, version")), own(one.agenda_version)),)
        if one.agenda_version
        else ()
    )
    where = in_a_row([own(place) for place in one.places])
    places = ((told(say("Where the host works for us")), where),) if where else ()
    said = say(
        "{host} (the host) carries the backbone of {initiative} (the initiative), which its "
        "steering committee speaks for."
    )
    pairs = (
        *shared(view),
        *goal,
        *version,
        *places,
        (told(say("Begins")), _begins(seen)),
        (told(say("Ends, unless renewed")), blank()),
        (told(say("Who signs for the steering committee")), blank()),
    )
    return (
        Paragraph(told(said, host=host, initiative=ours)),
        Words(pairs),
        *members(seen.bundle.partners),
        *(Paragraph(own(line)) for line in beside(seen.bundle)),
    )


def _begins(seen: Snapshot) -> Sentence:
    """The month in which the host could start, else the first month of the years ahead."""
    partner, years = seen.bundle.partner, seen.bundle.outlook
    start = partner.offer.start if partner else None
    if start and partner:
        what = told(say("Month in which the host could start"))
        place = at(CANDIDATES, partner.id, "offer_start")
        return sentence(Figure(month(start), start, "month", what, place))
    if years is None:
        return blank()
    what = told(say("First month of the years ahead"))
    place = at("outlook.yaml", "start")
    return sentence(Figure(month(years.start), years.start, "month", what, place))


def _functions(seen: Snapshot, host: Sentence) -> tuple[Block, ...]:
    hosts = seen.bundle.structure.hosts if seen.bundle.structure else {}
    candidates = labels_of(seen.bundle).candidates
    rows = []
    for entry in seen.catalog.functions:
        sits = hosts.get(entry.id, "")
        rows.append(
            (
                known(entry.label),
                own(candidates[sits]) if sits else host,
                known(entry.does_not),
            )
        )
    head = (told(say("Function")), told(say("Who carries it")), told(say("What it is not")))
    beside = _beside(seen, host)
    leads = say(
        "The steering committee sets the agenda. The host does not change it, and does not put its "
        "own programs first."
    )
    return (
        Table(head, tuple(rows), left=3),
        *beside,
        Paragraph(told(leads)),
        *_in_step(seen),
        *_of_others(seen),
    )


def _in_step(seen: Snapshot) -> tuple[Block, ...]:
    """What several hosts must agree on, where functions sit with several."""
    if COORDINATION not in seen.bundle.counts:
        return ()
    value = seen.bundle.counts[COORDINATION]
    what = told(say("Hours a month to keep further hosts in step"))
    figure = Figure(plain(value), value, "hours/month", what, of("counted", COORDINATION))
    said = say(
        "Keeping the organizations that carry a function in step takes {hours} hours a month in "
        "our plan. Who calls them together, and how often they meet: {open}"
    )
    return (Paragraph(told(said, hours=figure, open=blank())),)


def _of_others(seen: Snapshot) -> tuple[Block, ...]:
    """What others than the host work for, where functions sit with several."""
    if seen.asked is None or seen.found is None:
        return ()
    said = by_host.in_the_agreement(seen.bundle, seen.asked, seen.found)
    return (Paragraph(said),) if said else ()


def _on_loan(seen: Snapshot) -> tuple[tuple[Sentence, Sentence], ...]:
    """Posts that somebody lends: for how much of a week, and who."""
    rows = []
    for post, loan in seen.sets.loans.items():
        what = told(say("Days a week on loan: {role}"), role=seen.named("roles", post))
        address = at(STRUCTURE, "sets", "loans", post, "days_a_week")
        days = Figure(plain(loan.days_a_week), loan.days_a_week, "days/week", what, address)
        said = say("{days} days a week, lent by {lender}; notice: {open}")
        lender = own(loan.lender) or blank()
        rows.append(
            (
                told(say("On loan: {role}"), role=inside(seen.named("roles", post))),
                told(said, days=days, lender=lender, open=blank()),
            )
        )
    return tuple(rows)


def _beside(seen: Snapshot, host: Sentence) -> tuple[Block, ...]:
    """What other backbones do already, where several are at work."""
    ours = (
        told(
            say("{function} (done by {names})"),
            function=seen.function(function),
            names=in_a_row([own(one.label) for one in found]),
        )
        for function in FUNCTIONS
        if (found := doing(function, at_work(seen.bundle)))
    )
    listed = in_a_row(tuple(ours))
    if not listed:
        return ()
    said = say(
        "Other backbones are at work already: {functions}. {host} takes over none of these before "
        "it is settled with them who keeps it: {open}."
    )
    return (Paragraph(told(said, functions=listed, host=host, open=blank())),)


def _staff(seen: Snapshot, host: Sentence) -> tuple[Block, ...]:
    answers = seen.bundle.structure.decision if seen.bundle.structure else None
    profile = director.director_view(seen.bundle, seen.catalog)
    pairs = [
        (told(say("Who employs")), host),
        (
            told(say("To whom staff report in their work")),
            _or_blank(answers.staff_report_to if answers else ""),
        ),
        *((asks, said or blank()) for asks, said in director.answers(profile)),
        (told(say("Where staff sit")), _or_blank(answers.place if answers else "")),
        (told(say("Pay scale")), _pay(seen)),
        *_on_loan(seen),
    ]
    blocks: list[Block] = [Words(tuple(pairs))]
    hired = [
        (role, size)
        for role, size in ((seen.found.fte if seen.found else None) or {}).items()
        if size > 0
    ]
    if hired and seen.found:
        parts = [
            told(
                say("{role} ({fte})"),
                role=inside(seen.named("roles", role)),
                fte=_post(seen, role, size),
            )
            for role, size in hired
        ]
        said = say("Posts of the first year: {total} FTE in all: {posts}.")
        blocks.append(Paragraph(told(said, total=posts(seen.found), posts=in_a_row(parts))))
    return (*blocks, *of_the_director(seen.bundle, seen.catalog))


def _post(seen: Snapshot, role: str, size: float) -> Figure:
    return Figure(
        fte(size),
        size,
        "FTE",
        told(say("Posts: {role}"), role=seen.named("roles", role)),
        at("plan", "fte", role),
    )


def _pay(seen: Snapshot) -> Sentence:
    partner = seen.bundle.partner
    if partner is None or partner.offer.pay_scale == 1:
        return told(say("the salaries of our plan"))
    scale = partner.offer.pay_scale
    what = told(say("Pay scale of the host"))
    figure = Figure(
        plain(scale), scale, "factor", what, at(CANDIDATES, partner.id, "offer_pay_scale")
    )
    return told(say("the salaries of our plan times {scale}"), scale=figure)


def _money(seen: Snapshot, host: Candidate, name: Sentence) -> tuple[Block, ...]:
    answers = seen.bundle.structure.decision if seen.bundle.structure else None
    pairs = [
        (told(say("Fiscal agent")), _or_blank(answers.fiscal_agent if answers else "")),
        (
            told(say("What the first year's plan costs")),
            sentence(year_cost(seen.found)) if seen.found and seen.found.found else blank(),
        ),
        (
            told(say("Budget of the first year")),
            _budget(seen),
        ),
        (told(say("What the host charges")), _charges(seen, host)),
        (told(say("Benefits of staff")), _benefits(seen, host)),
        (told(say("What the host gives in kind")), _in_kind(seen, host)),
        (
            told(say("Accounts")),
            told(
                say("kept apart from the host's own; shown to the steering committee every quarter")
            ),
        ),
    ]
    rule = say(
        "Money given for the initiative is spent on it only. {host} tells the steering committee "
        "before a budget line is passed."
    )
    return (Words(tuple(pairs)), Paragraph(told(rule, host=name)))


def _budget(seen: Snapshot) -> Sentence:
    """The budget, and what it holds beside the cost."""
    if seen.asked is None:
        return blank()
    if seen.found is None or not seen.found.found:
        return sentence(budget(seen.asked))
    left = rest(seen.asked, seen.found, money)
    return told(say("{budget}. {rest}"), budget=budget(seen.asked), rest=left)


def _rate(host: Candidate, column: str, value: Decimal, what: str) -> Figure:
    return Figure(rate(value), value, "share", told(what), at(CANDIDATES, host.id, column))


def _charges(seen: Snapshot, host: Candidate) -> Sentence:
    charged = host.offer.overhead
    fee = seen.sets.fee_rate
    if charged is None and fee is not None:
        what = told(say("Fee of the fiscal sponsor"))
        figure = Figure(rate(fee), fee, "share", what, at(STRUCTURE, "sets", "fee_rate"))
        return told(
            say("{rate} of all revenue, as the sponsor's fee; no indirect cost beside it"),
            rate=figure,
        )
    if charged is None:
        return blank()
    if charged.kind == "indirect":
        figure = _rate(host, "offer_rate", charged.rate, say("Indirect rate of the host"))
        free = [
            inside(seen.named("lines", line.id))
            for line in (seen.asked.lines if seen.asked else ())
            if not line.indirect
        ]
        if not free:
            return told(
                say("{rate} of direct cost, as indirect cost; not charged on: {open}"),
                rate=figure,
                open=blank(),
            )
        template = say(
            "{rate} of direct cost, as indirect cost; our budget counts none on {lines}; agreed: "
            "{open}"
        )
        return told(template, rate=figure, lines=in_a_row(free), open=blank())
    if charged.kind == "fee":
        figure = _rate(host, "offer_rate", charged.rate, say("Fee of the host"))
        return told(
            say("{rate} of all revenue, as its fee; no indirect cost beside it"), rate=figure
        )
    return told(say("nothing"))


def _benefits(seen: Snapshot, host: Candidate) -> Sentence:
    if host.offer.benefits_rate is None:
        assumed = seen.sets.benefits_rate
        if assumed is None:
            return blank()
        what = told(say("Benefits at a host of the chosen kind"))
        address = at(STRUCTURE, "sets", "benefits_rate")
        figure = Figure(rate(assumed), assumed, "share", what, address)
        said = say("our plan counts {rate} of salary; agreed: {open}")
        return told(said, rate=figure, open=blank())
    return told(
        say("{rate} of salary"),
        rate=_rate(
            host, "offer_benefits_rate", host.offer.benefits_rate, say("Benefits at the host")
        ),
    )


def _in_kind(seen: Snapshot, host: Candidate) -> Sentence:
    said = []
    for gift in host.offer.in_kind:
        what = told(say("Gift in kind of the host"))
        figure = Figure(
            money(gift.usd),
            gift.usd,
            "USD/year",
            what,
            at(CANDIDATES, host.id, "offer_in_kind_usd"),
        )
        kind, _, id = gift.offsets.partition(":")
        target = (
            told(say("office"))
            if kind == "office"
            else seen.named({"role": "roles", "line": "lines"}.get(kind, "lines"), id)
        )
        said.append(told(say("{what}, worth {usd} a year"), what=inside(target), usd=figure))
    offers_nothing = seen.has_a_choice and host.offer != Offer()
    return in_a_row(said) or (told(say("nothing")) if offers_nothing else blank())


def _review(seen: Snapshot) -> tuple[Block, ...]:
    rows = [
        (known(entry.short), known(entry.indicator.early), known(entry.indicator.later))
        for entry in seen.catalog.functions
        if entry.indicator
    ]
    said = told(
        say(
            "Once a year the steering committee and the host look at how each function works, and "
            "write down what changes."
        )
    )
    tries = entries(agenda_view(seen.bundle), PathwayKind.PRACTICE)
    trial = told(
        say("What we try is looked at too, and kept only if it works: {tries}."), tries=tries
    )
    lean = look_again(seen)
    begun = told(
        say(
            "This is a lean start. In {month} both sides look whether it goes on lean, grows, or "
            "stops, before anything of it is renewed."
        ),
        month=lean,
    )
    more = (*((Paragraph(begun),) if lean else ()), *((Paragraph(trial),) if tries else ()))
    head = (told(say("Function")), told(say("Early sign")), told(say("Later sign")))
    table = (Table(head, tuple(rows), left=3),) if rows else ()
    return (Paragraph(said), *table, *more)


def _conditions(seen: Snapshot) -> tuple[Block, ...]:
    plan = seen.bundle.plan
    items = []
    for place, grant in enumerate(plan.funding.grants if plan else ()):
        what = grant_named(grant.id)
        figure = Figure(
            money(grant.usd),
            grant.usd,
            "USD/year",
            what,
            of_grant(seen, place, grant),
        )
        items.append(
            told(
                say("{name}, {usd} a year, pays only for {what}."),
                name=own(payer_named(grant.id)),
                usd=figure,
                what=paid_for(seen, grant),
            )
        )
    none = told(say("No grant of the first year may pay for some things only."))
    reports = tuple(on_reports(seen))
    more = (
        told(say("Audits and other conditions: {open}."), open=blank())
        if reports
        else told(say("Reports to funders, audits and other conditions: {open}."), open=blank())
    )
    return (Bullets((*(items or [none]), *reports, more)),)
