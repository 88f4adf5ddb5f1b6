"""The sheet Inputs: every figure the budget rests on, one row each, with its unit, where it comes
from, and a name formulas use.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from cidesign.domain.fact import Fact
from cidesign.domain.naming import name_from, payer_named
from cidesign.domain.plan import Role
from cidesign.report.sheets import paper
from cidesign.report.sheets.budgeted import (
    NOBODY,
    Budgeted,
    counts_desks,
    hires,
    name,
    paid,
)
from cidesign.text import say
from cidesign.views.team.usual import usual_salary

SHEET = "Inputs"


@dataclass(frozen=True)
class Input:
    """A figure people may change: its name in formulas, what it is, its value, unit and basis."""

    name: str
    label: str
    value: Any
    unit: str
    basis: str
    format: str = paper.PLAIN


def write(book: Workbook, told: Budgeted) -> None:
    """Add the sheet, and a name in the workbook for each figure."""
    made = paper.sheet(book, SHEET, (58, 18, 30, 58, 34), wide=True)
    row = paper.title(
        made,
        say("Inputs"),
        say(
            "Change a yellow cell; every total follows. The budget itself is not searched for anew."
        ),
    )
    row = paper.headings(
        made,
        row,
        [
            say("Figure"),
            say("Value"),
            say("Unit"),
            say("Where it comes from"),
            say("Name in formulas"),
        ],
        figures={2},
    )
    for heading, inputs in sections(told):
        if not inputs:
            continue
        row = paper.section(made, row + 1, heading, 5)
        for one in inputs:
            paper.words(made.cell(row, 1), one.label)
            paper.number(made.cell(row, 2), one.value, one.format, yellow=True)
            paper.words(made.cell(row, 3), one.unit, muted=True)
            paper.words(made.cell(row, 4), one.basis, muted=True)
            paper.words(made.cell(row, 5), one.name, muted=True)
            book.defined_names[one.name] = DefinedName(one.name, attr_text=f"{SHEET}!$B${row}")
            row += 1


def sections(told: Budgeted) -> Iterator[tuple[str, list[Input]]]:
    """All figures, by what they are about."""
    yield say("Posts: our answer"), list(_posts(told))
    yield say("Posts: pay"), list(_pay(told))
    yield say("Purchases: our answer"), list(_purchases(told))
    yield say("Office, host and reserve"), list(_around(told))
    yield say("Money"), list(_money(told))
    yield say("Gifts in kind"), list(_gifts(told))
    yield say("Hours needed, and what an hour counts"), list(_needs(told))
    yield say("How each post's time is spent: our answer"), list(_time(told))
    yield say("What an hour of a post is worth for a function"), list(_effects(told))
    yield say("What purchases are for"), list(_proportions(told))
    yield say("What purchases buy"), list(_pieces(told))
    yield say("What coverage is worth to us"), list(_curve(told))


def _answer() -> str:
    return say("the plan's answer")


def _posts(told: Budgeted) -> Iterator[Input]:
    for post in told.all_posts():
        label = told.post(post)
        yield Input(name("fte", *post.key), label, post.fte, say("FTE"), _answer())
        if post.year_share != 1:
            start = say("begins with month {month}", month=post.role.start_month)
            part = say("{post}: paid of the year", post=label)
            yield Input(paid(post), part, float(post.year_share), say("share"), start)
        if post.hours_share != 1:
            why = say("from its first month, less the hours a new person loses")
            part = say("{post}: works of the year", post=label)
            named = name("works", *post.key)
            yield Input(named, part, float(post.hours_share), say("share"), why)
    if counts_desks(told.plan):
        desks = sum(told.who(role).people for role in told.plan.roles if not role.is_contractor)
        yield Input("desks", say("People employed"), desks, say("people"), _answer(), "0")
    if hires(told.plan):
        for role in told.plan.roles:
            if not role.is_contractor:
                yield from _hired(told, role)


def _hired(told: Budgeted, role: Role) -> Iterator[Input]:
    who, label = told.who(role), told.role(role)
    new = say("{role}: newly hired", role=label)
    yield Input(name("new_fte", role.id), new, float(who.new), say("FTE"), _answer())
    new = say("{role}: newly hired people", role=label)
    yield Input(name("new_people", role.id), new, who.new_people, say("people"), _answer(), "0")
    gone = say("{role}: leaves", role=label)
    yield Input(name("leave", role.id), gone, float(who.leave), say("FTE"), _answer())


def _pay(told: Budgeted) -> Iterator[Input]:
    entries = {entry.id: entry for entry in told.catalog.roles}
    for role in told.plan.roles:
        entry = entries.get(role.id)
        yield Input(
            name("salary", role.id),
            say("{role}: salary, full time", role=told.role(role)),
            role.salary_usd,
            say("dollars a year"),
            _pay_basis(
                told,
                role.salary_usd,
                usual_salary(told.bundle, told.catalog, role.id, role.salary_usd),
            ),
            paper.USD,
        )
        yield Input(
            name("benefits", role.id),
            say("{role}: benefits", role=told.role(role)),
            role.benefits_rate,
            say("share of salary"),
            _pay_basis(
                told, role.benefits_rate, told.catalog.price(entry.benefits) if entry else None
            ),
            paper.SHARE,
        )


def _pay_basis(told: Budgeted, value: Decimal, fact: Fact | None) -> str:
    if told.host and not (fact and fact.value == value):
        return say("on the terms of {host}", host=told.host.label)
    return told.basis(value, fact)


def _purchases(told: Budgeted) -> Iterator[Input]:
    for line in told.plan.lines:
        yield Input(
            name("line", line.id),
            told.line(line),
            told.found.lines.get(line.id, 0.0),
            say("dollars a year"),
            _answer(),
            paper.USD,
        )


def _around(told: Budgeted) -> Iterator[Input]:
    plan, price = told.plan, told.catalog.price
    usd, share = say("dollars a year"), say("share")
    base, per_fte, hours = plan.office.base_usd, plan.office.per_fte_usd, plan.hours_per_fte_month
    yield Input(
        "office_base",
        say("Office, base"),
        base,
        usd,
        told.basis(base, price("office_base_usd")),
        paper.USD,
    )
    yield Input(
        "office_per_fte",
        say("Office, for each FTE"),
        per_fte,
        say("dollars a year for each FTE"),
        say("our own figure"),
        paper.USD,
    )
    if plan.office.per_person_usd:
        yield Input(
            "office_per_person",
            say("Office, for each person"),
            plan.office.per_person_usd,
            say("dollars a year for each person employed"),
            told.basis(plan.office.per_person_usd, price("office_per_person_usd")),
            paper.USD,
        )
    if hires(plan):
        yield from _hiring(told)
    own = (
        say("on the terms of {host}", host=told.host.label)
        if told.host
        else say("as the plan says")
    )
    yield Input(
        "overhead_kind",
        say("What the host charges: none, indirect or fee"),
        plan.overhead.kind,
        say("word"),
        own,
        "@",
    )
    yield Input(
        "overhead_rate",
        say("Rate of what the host charges"),
        plan.overhead.rate,
        share,
        own,
        paper.SHARE,
    )
    bears = say("1 yes, 0 no")
    yield Input(
        "office_bears_indirect",
        say("The office bears indirect cost"),
        int(plan.office.indirect),
        bears,
        own,
        "0",
    )
    for line in plan.lines:
        label = say("{line} bears indirect cost", line=told.line(line))
        yield Input(
            name("bears_indirect", line.id),
            label,
            int(line.indirect),
            bears,
            say("as the plan says"),
            "0",
        )
    reserve = plan.reserve_rate
    basis = told.basis(reserve, price("reserve_rate"))
    yield Input(
        "reserve_rate",
        say("Put aside as reserve"),
        reserve,
        say("share of the year's cost"),
        basis,
        paper.SHARE,
    )
    basis = told.basis(hours, price("hours_per_fte_month"))
    yield Input(
        "hours_per_fte",
        say("Productive hours of one FTE"),
        hours,
        say("hours a month"),
        basis,
        paper.HOURS,
    )
    people = plan.people_only_share
    label = say("Part of a need that only people can cover")
    yield Input("people_only", label, people, share, say("a rule of the plan"), paper.SHARE)


def _money(told: Budgeted) -> Iterator[Input]:
    usd = say("dollars a year")
    label = say("Budget of the year: all cash, restricted grants included")
    yield Input(
        "budget", label, told.plan.funding.budget_usd, usd, say("as the plan says"), paper.USD
    )
    for grant in told.plan.funding.grants:
        basis = say("pays only for: {what}", what=", ".join(told.paid_by(grant)))
        yield Input(
            name("grant", grant.id),
            say("Grant {grant}: awarded", grant=payer_named(grant.id)),
            grant.usd,
            usd,
            basis,
            paper.USD,
        )
        used = told.found.grants_used.get(grant.id, 0.0)
        yield Input(
            name("used_grant", grant.id),
            say("Grant {grant}: used", grant=payer_named(grant.id)),
            used,
            usd,
            _answer(),
            paper.USD,
        )


def _hiring(told: Budgeted) -> Iterator[Input]:
    costs, price = told.plan.hiring, told.catalog.price
    share = say("share of a yearly salary")
    yield Input(
        "hiring_share",
        say("Hiring, for each new FTE"),
        costs.cost_share,
        share,
        told.basis(costs.cost_share, price("hiring_cost_share")),
        paper.SHARE,
    )
    yield Input(
        "hiring_per_person",
        say("Hiring, for each new person"),
        costs.per_person_usd,
        say("dollars once"),
        say("our own figure"),
        paper.USD,
    )
    yield Input(
        "severance_share",
        say("Parting, for each FTE that leaves"),
        costs.severance_share,
        share,
        told.basis(costs.severance_share, price("severance_share")),
        paper.SHARE,
    )


def _gifts(told: Budgeted) -> Iterator[Input]:
    host = {gift.id for gift in told.host.offer.in_kind} if told.host else set()
    for gift in told.plan.in_kind:
        label = say(
            "{gift}, for: {target}", gift=name_from(gift.id), target=told.target(gift.offsets)
        )
        basis = (
            say("offered by {host}", host=told.host.label)
            if told.host and gift.id in host
            else say("as the plan says")
        )
        yield Input(name("gift", gift.id), label, gift.usd, say("dollars a year"), basis, paper.USD)
    for target, function in told.placed():
        where = told.function(function) if function != NOBODY else say("no function")
        label = say(
            "Part of gifts for {target} that lies on: {function}",
            target=told.target(target),
            function=where,
        )
        yield Input(
            name("placed", target, function),
            label,
            told.placed_share(target, function),
            say("share of the gifts"),
            _answer(),
            paper.SHARE,
        )


def _needs(told: Budgeted) -> Iterator[Input]:
    for function in told.functions:
        need = (told.plan.need or {}).get(function, Decimal(0))
        label, basis = (
            told.function(function),
            say("hours for each driver are assumed; see Sources"),
        )
        yield Input(
            name("need", function),
            say("{function}: hours needed", function=label),
            need,
            say("hours a month"),
            basis,
            paper.HOURS,
        )
        priority = told.plan.priority_of(function)
        own = say("as the plan says")
        yield Input(
            name("priority", function),
            say("{function}: times an hour counts", function=label),
            priority,
            say("times"),
            own,
        )
        floor = told.plan.floor_of(function)
        yield Input(
            name("floor", function),
            say("{function}: floor", function=label),
            floor,
            say("share of need"),
            own,
            paper.SHARE,
        )


def _time(told: Budgeted) -> Iterator[Input]:
    for post in told.all_posts():
        for function in told.functions:
            if function in post.role.does:
                label = say(
                    "{role}: {function}", role=told.post(post), function=told.function(function)
                )
                share = told.time_share(post, function)
                yield Input(
                    name("time", *post.key, function),
                    label,
                    share,
                    say("share of the post's time"),
                    _answer(),
                    paper.SHARE,
                )


def _effects(told: Budgeted) -> Iterator[Input]:
    entries = {entry.id: entry for entry in told.catalog.roles}
    for role in told.plan.roles:
        entry = entries.get(role.id)
        for function, effect in role.does.items():
            label = say(
                "{role}: {function}", role=told.role(role), function=told.function(function)
            )
            fact = entry.does.get(function) if entry else None
            unit, basis = say("effective hours per hour"), told.basis(effect, fact)
            yield Input(name("does", role.id, function), label, effect, unit, basis)


def _proportions(told: Budgeted) -> Iterator[Input]:
    entries = {entry.id: entry for entry in told.catalog.lines}
    for line in told.plan.lines:
        entry = entries.get(line.id)
        for function, part in line.functions.items():
            label = say(
                "{line}: {function}", line=told.line(line), function=told.function(function)
            )
            fact = entry.functions.get(function) if entry else None
            yield Input(
                name("for", line.id, function),
                label,
                part,
                say("proportion"),
                told.basis(part, fact),
            )


def _pieces(told: Budgeted) -> Iterator[Input]:
    for line in told.plan.lines:
        label, usd, own = (
            told.line(line),
            say("dollars a year"),
            say("as on the page Team and budget"),
        )
        fixed = say("{line}: least spend, if any", line=label)
        yield Input(name("fixed_usd", line.id), fixed, line.fixed_usd, usd, own, paper.USD)
        unit = say("hours a month")
        yield Input(
            name("fixed_hours", line.id),
            say("{line}: hours of it", line=label),
            line.fixed_hours_per_month,
            unit,
            own,
        )
        for place, piece in enumerate(line.pieces, start=1):
            step = say("{line}: dollars of step {step}", line=label, step=place)
            yield Input(
                name("piece_usd", line.id, str(place)), step, piece.usd, usd, own, paper.USD
            )
            rate, unit = (
                say("{line}: hours of step {step}", line=label, step=place),
                say("hours a month for each 1,000 dollars"),
            )
            yield Input(
                name("piece_hours", line.id, str(place)),
                rate,
                piece.hours_per_month_per_1000_usd,
                unit,
                own,
            )


def _curve(told: Budgeted) -> Iterator[Input]:
    for place, point in enumerate(told.plan.benefit_curve, start=1):
        label, rule = say("Step {step}: coverage", step=place), say("a rule of the plan")
        yield Input(
            name("curve_coverage", str(place)),
            label,
            point.coverage,
            say("share of need"),
            rule,
            paper.SHARE,
        )
        label = say("Step {step}: points", step=place)
        yield Input(
            name("curve_points", str(place)),
            label,
            point.benefit,
            say("points"),
            rule,
            paper.POINTS,
        )
