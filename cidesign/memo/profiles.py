"""A job profile for each post the plan hires: what it is for, its place and pay, and for each
function what it does; a page each, after Figure 3 of the memo.
"""

from collections.abc import Callable

from cidesign.budget import allocate
from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day as _day
from cidesign.domain.figures import fte, money, percent
from cidesign.domain.plan import Plan, Role
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.structure import StructureDecision
from cidesign.domain.workshop import Bundle
from cidesign.memo.blocks import Block, Paragraph, Section, Table, Words
from cidesign.memo.clauses import blank
from cidesign.memo.figures import day
from cidesign.memo.papers import Paper
from cidesign.memo.seal import footer
from cidesign.text import say
from cidesign.text.sentence import (
    NOTHING,
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
from cidesign.views.team.entered import months_of_a_year, start_of
from cidesign.views.team.profile import Duty, Profile, helps_with, profile, says_who
from cidesign.views.team.terms import chosen_host, host_named, terms

PLAN = "plan.yaml"
Solve = Callable[[Plan], Allocation]


def profiles_paper(
    bundle: Bundle, catalog: Catalog, *, made_on: str = "", solve: Solve = allocate
) -> Paper:
    """The job profiles of the first year's team.

    Args:
        made_on: the day it is made, ISO.
        solve: finds the plan; a page hands in one that remembers.

    Raises:
        BadInput: there is no plan, or none that its budget pays for.
    """
    stand = terms(bundle, catalog, host=chosen_host(bundle))
    found = solve(stand.plan) if stand else None
    hired = (
        [role for role in stand.plan.roles if (found.fte or {}).get(role.id)]
        if stand and found
        else []
    )
    if found is None or not hired:
        raise BadInput([_nobody()])
    ours, example = own(bundle.workshop.name), own(bundle.workshop.example)
    note = say(
        "What a post does follows Figure 3 of FSG's memo of 2017 where that names it, and is our "
        "own words elsewhere. Its part of the time is that of our plan's first year."
    )
    return Paper(
        title=say("Job profiles"),
        kicker=told(say("{name} · {day}"), name=ours, day=day(made_on)) if made_on else ours,
        heading=told(say("Job profiles of the first year's team")),
        lead=told(note),
        sections=tuple(
            _section(bundle, catalog, role, found, own_page=place > 0)
            for place, role in enumerate(hired)
        ),
        marks=(example,) if example else (),
        footer=footer(bundle),
        signers=(),
        language=bundle.workshop.language or "en",
        made_on=made_on if _day(made_on) != made_on else "",
    )


def _nobody() -> Problem:
    return Problem(
        say("Job profiles"),
        say("the plan hires nobody yet"),
        say("make a plan on the page Team and budget first"),
    )


def _section(
    bundle: Bundle, catalog: Catalog, role: Role, found: Allocation, *, own_page: bool
) -> Section:
    made = profile(role, catalog, found)
    named = made.label in dict(catalog.labels.roles).values()
    name = known(made.label) if named else own(made.label)
    blocks: list[Block] = []
    if made.what:
        blocks.append(Paragraph(known(made.what)))
    blocks.append(Words(_place(bundle, catalog, role, found, name)))
    if made.duties:
        blocks.append(_duties(made, catalog, name))
    more = (_leads(made, name), known(helps_with(made)))
    blocks += [Paragraph(said) for said in more if said]
    return Section(f"post_{role.id}", name, tuple(blocks), own_page=own_page)


def _place(
    bundle: Bundle, catalog: Catalog, role: Role, found: Allocation, name: Sentence
) -> tuple[tuple[Sentence, Sentence], ...]:
    """Size, start, pay, and to whom it answers."""
    decision = bundle.structure.decision if bundle.structure else StructureDecision()
    size = (found.fte or {})[role.id]
    posts = Figure(
        fte(size), size, "FTE", told(say("Posts: {role}"), role=name), at("plan", "fte", role.id)
    )
    pay = Figure(
        money(role.salary_usd),
        role.salary_usd,
        "USD/FTE-year",
        told(say("Salary of a full-time year, on the host's terms: {role}"), role=name),
        _paid_at(bundle, role),
    )
    month = months_of_a_year(start_of(bundle))[role.start_month]
    labels = catalog.labels.roles
    pairs = [
        (told(say("Size")), told(say("{fte} FTE"), fte=posts)),
        (told(say("New people start in")), known(month)),
        (
            told(say("Pay")),
            told(say("{usd} a year for a full-time post, before benefits"), usd=pay),
        ),
        (told(say("Reports to")), own(decision.staff_report_to) or blank()),
        (told(say("Sits")), own(decision.place) or blank()),
    ]
    loan = bundle.structure.sets.loans.get(role.id) if bundle.structure else None
    if loan:
        pairs.append((told(say("On loan from")), own(loan.lender) or blank()))
    if role.needs:
        beside = in_a_row([inside(known(labels[id])) for id in role.needs])
        pairs.append((told(say("Works with")), beside))
    return tuple(pairs)


def _paid_at(bundle: Bundle, role: Role) -> str:
    """Where its salary stands; on a host's pay scale it is a product."""
    ids = [one.id for one in bundle.plan.roles] if bundle.plan else []
    ours = at(PLAN, "roles", ids.index(role.id), "salary_usd")
    host = host_named(bundle, chosen_host(bundle))
    if host is None or host.offer.pay_scale == 1:
        return ours
    return of("product", ours, at("candidates.csv", host.id, "offer_pay_scale"))


def _duties(made: Profile, catalog: Catalog, name: Sentence) -> Table:
    head = (
        told(say("Function")),
        told(say("What the post does")),
        told(say("Source")),
        told(say("Part of its time")),
    )
    rows = tuple(
        (
            known(one.label) if place == 0 else NOTHING,
            known(task.says),
            known(says_who(task, catalog)),
            _share(made, one, name) if place == 0 else NOTHING,
        )
        for one in made.duties
        for place, task in enumerate(one.tasks)
    )
    return Table(head, rows, left=3)


def _share(made: Profile, one: Duty, name: Sentence) -> Sentence:
    if one.share is None:
        return NOTHING
    what = told(say("Part of paid time: {role}, {function}"), role=name, function=known(one.label))
    return sentence(
        Figure(
            percent(one.share),
            one.share,
            "share",
            what,
            of("booked", at("plan", made.id, one.function)),
        )
    )


def _leads(made: Profile, name: Sentence) -> Sentence:
    if round(made.leads, 2) == 0:
        return NOTHING
    what = told(say("Part of paid time that goes to leading: {role}"), role=name)
    part = Figure(
        percent(made.leads), made.leads, "share", what, of("booked", at("plan", made.id, "leading"))
    )
    return told(say("{share} of its time goes to leading the others."), share=part)
