"""The memo on team and budget: whom the money hires, what it buys, what each function gets, and
what all of that rests on.
"""

from cidesign.domain.allocation import Allocation
from cidesign.domain.figures import fte, money_short, percent, rounded
from cidesign.domain.plan import Plan
from cidesign.domain.reading import covered_hours, covered_share, total_fte, weakest
from cidesign.domain.words import FUNCTIONS
from cidesign.memo.blocks import (
    Bar,
    Block,
    KeyRow,
    Paragraph,
    Picture,
    Section,
    Table,
    Told,
    not_decided,
)
from cidesign.memo.cost import our_terms, spending, usual
from cidesign.memo.dollars import where_dollars_go
from cidesign.memo.figures import on_record
from cidesign.memo.need import what_we_assume
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import (
    NOTHING,
    Figure,
    Sentence,
    at,
    in_a_row,
    inside,
    of,
    own,
    sentence,
    together,
    told,
)
from cidesign.views.funding.tied import tied
from cidesign.views.funding.view import promise
from cidesign.views.funding.words import promised
from cidesign.views.team.once import line, once
from cidesign.views.team.spent import budget, year_cost

INDEX = "price_factor_2017_2025"
MOST_ROLES = 6


def on_team(seen: Snapshot) -> Told:
    """The row and the sections."""
    return Told(_row(seen), _sections(seen))


def posts(found: Allocation) -> Figure:
    """All posts together."""
    value = total_fte(found)
    return Figure(
        fte(value), value, "FTE", told(say("All posts together")), of("sum", at("plan", "fte"))
    )


def dollars_of(seen: Snapshot) -> Figure:
    """Which year's dollars these are."""
    what = told(say("Year whose dollars all amounts of the plan are in"))
    year = seen.bundle.plan.price_year if seen.bundle.plan else None
    if year is not None:
        return on_record(str(year), year, "year", what, at("plan.yaml", "price_year"))
    fact = seen.catalog.price(INDEX)
    return Figure(
        str(fact.as_of.year),
        fact.as_of.year,
        "year",
        what,
        of("year", at("data/prices.yaml", INDEX)),
        fact.source,
    )


def _row(seen: Snapshot) -> KeyRow:
    decided = seen.decided("team") is not None
    label = told(say("Team, budget"))
    plan, found = seen.asked, seen.found
    if plan is None or found is None:
        broken = told(say("The plan needs mending first; the page Team and budget says what."))
        details = broken if "team" in seen.broken else told(say("There is no plan yet."))
        return KeyRow("team", label, told(say("Not decided yet (draft)")), details, decided=False)
    key, unit = _money(seen, plan, found)
    draft = NOTHING if decided else not_decided()
    share = covered_share(found.need, found.coverage)
    if not found.found or share is None:
        return KeyRow("team", label, _none(found), draft, key, unit, decided=decided)
    claim = told(
        say("{fte} FTE, covering {share} of the need"), fte=posts(found), share=_covered(share)
    )
    return KeyRow(
        "team",
        label,
        claim,
        together([draft, _who(seen, found), _lowest(seen, found)]),
        key,
        unit,
        share,
        decided,
    )


def _money(seen: Snapshot, plan: Plan, found: Allocation) -> tuple[Sentence, Sentence]:
    """The key figure and its unit: what the plan costs, and of which budget."""
    year = dollars_of(seen)
    if found.cost_usd is None:
        return (
            sentence(budget(plan, money_short)),
            told(say("first year, {year} dollars"), year=year),
        )
    return (
        sentence(year_cost(found, money_short)),
        told(
            say("of {budget}, first year, {year} dollars"),
            budget=budget(plan, money_short),
            year=year,
        ),
    )


def _none(found: Allocation) -> Sentence:
    if found.status == "infeasible":
        return told(say("This budget cannot keep all of our rules"))
    return told(say("No plan was found in time"))


def _covered(share: float) -> Figure:
    what = told(say("Share of all hours needed that the team and the purchases cover"))
    return Figure(percent(share), share, "share", what, of("covered", "plan"))


def _hired(seen: Snapshot, found: Allocation) -> list[tuple[str, Figure]]:
    hired = [(role, posts) for role, posts in (found.fte or {}).items() if posts > 0]
    return [(role, _fte(seen, role, size)) for role, size in hired]


def _fte(seen: Snapshot, role: str, size: float) -> Figure:
    what = told(say("Posts: {role}"), role=seen.named("roles", role))
    return Figure(fte(size), size, "FTE", what, at("plan", "fte", role))


def _who(seen: Snapshot, found: Allocation) -> Sentence:
    hired = _hired(seen, found)
    if not hired:
        return told(say("Nobody is hired."))
    parts = [
        told(say("{role} ({fte})"), role=inside(seen.named("roles", role)), fte=size)
        for role, size in hired[:MOST_ROLES]
    ]
    template = say("Among them: {all}.") if len(hired) > MOST_ROLES else say("Posts: {all}.")
    return told(template, all=in_a_row(parts))


def _lowest(seen: Snapshot, found: Allocation) -> Sentence:
    least = weakest(found.coverage)
    share = (found.coverage or {}).get(least) if least else None
    if least is None or share is None:
        return NOTHING
    return told(
        say("Least: {function}, {share}."),
        function=inside(seen.function(least)),
        share=_share(seen, least, share),
    )


def _share(seen: Snapshot, function: str, share: float) -> Figure:
    what = told(
        say("Share of the hours needed that is covered: {function}"),
        function=seen.function(function),
    )
    return Figure(percent(share), share, "share", what, at("plan", "coverage", function))


def _sections(seen: Snapshot) -> tuple[Section, ...]:
    held, plan, found = seen.decided("team"), seen.asked, seen.found
    blocks: list[Block] = [Paragraph(_terms(seen))] if plan else []
    if plan:
        blocks.append(Paragraph(promised(plan, promise(seen.bundle))))
        if said := tied(seen.bundle, seen.catalog):
            blocks.append(Paragraph(said))
    if held and held.because:
        blocks.insert(0, Paragraph(own(held.because)))
    if plan is None or found is None:
        blocks.append(Paragraph(_row(seen).details))
    elif not found.found:
        blocks.append(
            Paragraph(told(say("{what}, so there is no team to show."), what=_none(found)))
        )
    else:
        blocks += _functions(seen, plan, found)
        blocks += _team(seen, found)
        blocks += spending(seen, plan, found)
        blocks += [Paragraph(line(one)) for one in once(seen.bundle, seen.catalog, plan, found)]
        blocks += where_dollars_go(seen, plan, found)
    if plan is not None:
        blocks += our_terms(seen, plan)
        blocks += usual(seen)
    decided = (
        told(say("Team and budget"))
        if held
        else told(say("Team and budget: not decided yet (draft)"))
    )
    rests = what_we_assume(seen)
    return (Section("team", decided, tuple(blocks)), *([rests] if rests else []))


def _terms(seen: Snapshot) -> Sentence:
    if seen.terms_of and seen.host:
        return told(
            say("The plan stands on the terms that {host} offers."), host=own(seen.host.label)
        )
    return told(say("The plan stands on our own terms; no host's offer is counted in."))


def _functions(seen: Snapshot, plan: Plan, found: Allocation) -> list[Block]:
    coverage, had = found.coverage or {}, covered_hours(found.need, found.coverage)
    rows, bars = [], []
    for function in map(str, FUNCTIONS):
        share = coverage.get(function)
        if share is None:
            continue
        need, have = (
            _need(seen, function, found.need[function]),
            _have(seen, function, had[function]),
        )
        rows.append(
            (
                seen.function(function),
                sentence(need),
                sentence(have),
                sentence(_share(seen, function, share)),
            )
        )
        hours = told(
            say("{share} · {have} of {need} h"),
            share=_share(seen, function, share),
            have=have,
            need=need,
        )
        bars.append(Bar(seen.function(function), hours, share, colour=function))
    if not rows:
        return []
    said = in_a_row(
        [told(say("{function} {share}"), function=inside(row[0]), share=row[3]) for row in rows]
    )
    alt = told(say("What each function gets of the hours it needs: {all}."), all=said)
    head = (
        told(say("Function")),
        told(say("Hours needed a month")),
        told(say("Hours we have")),
        told(say("Covered")),
    )
    return [
        Picture("functions", tuple(bars), alt.plain),
        Table(head, tuple(rows), small=True),
    ]


def _need(seen: Snapshot, function: str, hours: float) -> Figure:
    what = told(say("Hours needed a month: {function}"), function=seen.function(function))
    return Figure(_whole(hours), hours, "hours/month", what, of("need", function))


def _have(seen: Snapshot, function: str, hours: float) -> Figure:
    what = told(say("Hours covered a month: {function}"), function=seen.function(function))
    return Figure(
        _whole(hours),
        hours,
        "hours/month",
        what,
        of("product", of("need", function), at("plan", "coverage", function)),
    )


def _whole(hours: float) -> str:
    return f"{rounded(hours):,}"


def _team(seen: Snapshot, found: Allocation) -> list[Block]:
    hired = _hired(seen, found)
    if not hired:
        return []
    bars = tuple(
        Bar(seen.named("roles", role), told(say("{fte} FTE"), fte=size), float(size.value))
        for role, size in hired
    )
    parts = [
        told(say("{role} {fte}"), role=inside(seen.named("roles", role)), fte=size)
        for role, size in hired
    ]
    alt = told(say("Whom we hire, in full-time posts: {all}."), all=in_a_row(parts))
    return [Picture("hires", bars, alt.plain)]
