"""Answers as people read them in a terminal: plain words, units, no noise of decimals."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from cidesign.catalog import load
from cidesign.cli.table import NOTHING, paragraph, table
from cidesign.domain.allocation import FrontierPoint
from cidesign.domain.figures import (
    fte,
    hours,
    listed,
    money,
    percent,
    points,
    rounded,
)
from cidesign.domain.labels import Named, of_panel
from cidesign.domain.naming import payer_named
from cidesign.domain.outlook import Outlook
from cidesign.domain.panel import Candidate, Ranking, Standing
from cidesign.domain.reading import cost
from cidesign.domain.rules import RuleSheet
from cidesign.domain.structure import ModeAdvice, StructureFit
from cidesign.domain.value import plain
from cidesign.domain.words import FUNCTIONS
from cidesign.views.command.view import Planned, Weights
from cidesign.views.compare.reasons import all_in_words
from cidesign.views.structure.reasons import entries, in_words
from cidesign.views.team.dollars import by_function, management
from cidesign.views.team.funders_form import form_rows
from cidesign.views.team.reasons import each_asks, each_holds, how_to_mend, mends
from cidesign.views.team.spent import of_budget, rest

_STATUS = {
    "optimal": "the best plan there is",
    "best_found": "the best plan found in time",
    "infeasible": "No plan is possible: these rules cannot all hold.",
    "none_found": "No plan was found in time. Fewer roles and lines make it faster.",
    "refused": "below the grants",
}


def ranking_lines(found: Ranking, rules: RuleSheet, candidates: Sequence[Candidate]) -> list[str]:
    """Ranks, points and panel values, then what a reader must know."""
    labels = of_panel(rules, candidates, load().labels)
    names = labels.candidates
    headings = [
        "Rank",
        "Candidate",
        "Points",
        "Raters",
        *(labels.criteria[criterion.id] for criterion in rules.criteria),
    ]
    rows = [_standing(one, names[one.candidate], rules) for one in found.standings]
    ties = [f"Tied: {listed([names[id] for id in tie])}." for tie in found.ties]
    carried = (
        [
            (
                f"Round {found.round}: {len(found.carried)} of the scores that count are from an "
                "earlier round."
            )
        ]
        if found.carried
        else []
    )
    return [
        *table(headings, rows, words=2),
        *paragraph(*ties, *carried, *all_in_words(found.warnings, labels)),
    ]


def _standing(one: Standing, name: str, rules: RuleSheet) -> list[str]:
    cells = [_told(one.cells[criterion.id]) for criterion in rules.criteria]
    return [
        str(one.rank) if one.rank else NOTHING,
        name,
        _told(one.points),
        str(one.raters),
        *cells,
    ]


def _told(value: Fraction | None) -> str:
    return NOTHING if value is None else plain(rounded(value, "0.01"))


def weights_lines(found: Weights) -> list[str]:
    """Shares in percent, and how well the answers fit each other."""
    labels = load().labels.criteria_short
    rows = [[labels[id], f"{rounded(share * 100, '0.1')}%"] for id, share in found.weights.items()]
    lines = table(["Criterion", "Weight"], rows)
    if found.consistency is None:
        return lines
    said = (
        f"{found.consistency.measure.replace('_', ' ').capitalize()}: "
        f"{plain(rounded(found.consistency.value, '0.001'))}"
    )
    verdict = {
        True: ", the answers fit each other.",
        False: ", the answers contradict each other: talk about them again.",
        None: ".",
    }
    return [*lines, *paragraph(said + verdict[found.consistency.ok])]


def structure_lines(fits: Sequence[StructureFit], advice: ModeAdvice) -> list[str]:
    """Structures best first, why the first one, what to watch, and how to select a host."""
    known = load()
    label = {one.structure: known.labels.structures[one.structure] for one in fits}
    lines = table(
        ["Structure", "Fit, 0 to 100"], [[label[one.structure], points(one.points)] for one in fits]
    )
    for one in fits[:1]:
        lines += paragraph(
            f"Why {label[one.structure]}:",
            *(f"- {reason}" for reason in in_words(one.because, entries(known))),
        )
        lines += (
            paragraph(
                "To watch:", *(f"- {caution}" for caution in in_words(one.watch, entries(known)))
            )
            if one.watch
            else []
        )
    return [
        *lines,
        *paragraph(
            f"How to select a host: {known.labels.modes[advice.advice]}.",
            *(f"- {why}" for why in in_words(advice.because, entries(known))),
        ),
    ]


def dollars_lines(planned: Planned) -> list[str]:
    """The same, then what each function costs, the share of management, and a funder's form."""
    lines = plan_lines(planned)
    if not planned.found.found:
        return lines
    known = load()
    rows = by_function(planned.asked, planned.found, known.labels)
    asked = form_rows(planned.asked, planned.found, known, known.labels)
    return [
        *lines,
        "",
        *table(list(rows[0]), [list(row.values()) for row in rows]),
        *paragraph(management(planned.asked, planned.found).plain),
        "",
        *_funders_form([list(row.values()) for row in asked]),
    ]


def _funders_form(rows: Sequence[Sequence[str]]) -> list[str]:
    """Its lines in a table, then what each is made of."""
    lines = table(["In a funder's form", "A year"], [[name, usd] for name, _, usd in rows])
    return [*lines, *paragraph(*(f"- {name}: {made}" for name, made, _ in rows if made))]


def plan_lines(planned: Planned) -> list[str]:
    """Score and cost, coverage, team, lines and grants; or what stands in the way."""
    found, labels = planned.found, load().labels
    if not found.found:
        return _no_plan(planned, labels.of_a_plan)
    spent = of_budget(planned.asked, found, money).plain
    head = (
        f"Plan score {points(found.plan_score or 0)} of 100 ({_STATUS[found.status]}). Cost "
        f"{spent} a year. {rest(planned.asked, found, money).plain}"
    )
    team = [
        [labels.roles[id], fte(count), hours(found.unassigned_hours.get(id, 0))]
        for id, count in (found.fte or {}).items()
    ]
    held = each_holds(planned.asked, planned.binding, labels.of_a_plan)
    return [
        head,
        "",
        *_coverage(found.coverage or {}, found.need),
        "",
        *table(["Role", "FTE", "Unassigned a month"], team),
        *_dollars("Line", "A year", _named(labels.lines, found.lines)),
        *_dollars("Cost", "A year", _parts(planned)),
        *_dollars("Grant", "Used", {payer_named(id): usd for id, usd in found.grants_used.items()}),
        *(
            paragraph("Held back by:", *(f"- {one.lead} {one.rest}" for one in held))
            if held
            else []
        ),
    ]


def _no_plan(planned: Planned, labels: Mapping[str, str]) -> list[str]:
    """Which rules cannot all hold, and what alone would make a plan possible."""
    asked = each_asks(planned.asked, planned.conflict, labels)
    ways = [
        f"- {one.label}: {one.leads_to}" if one.leads_to else f"- {one.label}"
        for one in mends(planned.asked, planned.repairs, labels)
    ]
    return [
        _STATUS[planned.found.status],
        *(f"- {one}" for one in asked),
        *paragraph(
            *(
                ["Each of these changes alone makes a plan possible:", *ways]
                if ways
                else [how_to_mend(())]
            )
        ),
    ]


def _named(labels: Named, amounts: Mapping[str, float]) -> dict[str, float]:
    return {labels[id]: usd for id, usd in amounts.items()}


def _parts(planned: Planned) -> dict[str, float]:
    """What the cost is made of; what is put aside comes on top of it."""
    paid = cost(planned.asked, planned.found)
    if paid is None:
        return {}
    parts = {
        "staff": sum(paid.roles.values()),
        "lines": sum(paid.lines.values()),
        "office": paid.office,
        "in-kind": -paid.in_kind,
        "host": paid.host,
        "together": paid.total - paid.reserve,
        "reserve on top": paid.reserve,
    }
    return {name: usd for name, usd in parts.items() if usd}


def _coverage(coverage: Mapping[str, float | None], need: Mapping[str, float]) -> list[str]:
    known = load()
    shown = [function for function in FUNCTIONS if function in coverage]
    rows = [
        [
            known.labels.functions_in_full[function],
            _share(coverage[function]),
            hours(need.get(function, 0)),
        ]
        for function in shown
    ]
    return table(["Function", "Coverage", "Need a month"], rows)


def _share(share: float | None) -> str:
    return NOTHING if share is None else percent(share)


def _dollars(kind: str, heading: str, amounts: Mapping[str, float]) -> list[str]:
    return (
        ["", *table([kind, heading], [[id, money(usd)] for id, usd in amounts.items()])]
        if amounts
        else []
    )


def frontier_lines(found: Sequence[FrontierPoint]) -> list[str]:
    """What each budget buys."""
    rows = [
        [
            money(one.budget_usd),
            NOTHING if one.cost_usd is None else money(one.cost_usd),
            NOTHING if one.plan_score is None else points(one.plan_score),
            _team(one),
            _words(one.status),
        ]
        for one in found
    ]
    return table(["Budget", "Cost", "Plan score", "FTE", "Status"], rows, words=0)


def _team(one: FrontierPoint) -> str:
    return NOTHING if one.fte is None else fte(sum(one.fte.values()))


def _words(status: str) -> str:
    return {"infeasible": "no plan possible", "none_found": "none found in time"}.get(
        status, _STATUS[status]
    )


def outlook_lines(outlook: Outlook, said: Sequence[str], host: str = "") -> list[str]:
    """Money and coverage year by year, and what that means.

    Args:
        outlook: the years of a team that stays, or of a hiring plan.
        said: when the money runs out or what it carries, in sentences; what else there is to say
            where there are no years.
        host: the one whose terms are counted in, by name.
    """
    if not outlook.years:
        return list(said)
    known = load()
    figures: tuple[tuple[str, Callable[[int], str]], ...] = (
        (
            "Plan score",
            lambda n: NOTHING if (score := outlook.years[n].plan_score) is None else points(score),
        ),
        ("FTE", lambda n: fte(sum(outlook.years[n].fte.values()))),
        ("Cost", lambda n: money(outlook.years[n].cost_usd)),
        ("Funding received", lambda n: money(outlook.years[n].funding_usd)),
        ("Grants that cannot be spent", lambda n: money(outlook.years[n].grants_unspendable_usd)),
        ("Balance at the end", lambda n: money(outlook.years[n].balance_usd)),
        ("Gap", lambda n: money(outlook.years[n].gap_usd)),
    )
    places = range(len(outlook.years))
    rows = [[name, *(told(place) for place in places)] for name, told in figures]
    rows += [
        [
            f"Coverage: {known.labels.functions_in_full[function]}",
            *(_share(outlook.years[place].coverage.get(function)) for place in places),
        ]
        for function in FUNCTIONS
        if any(outlook.years[place].coverage.get(function) is not None for place in places)
    ]
    rows += [
        [
            f"FTE: {known.labels.roles[role]}",
            *(fte(outlook.years[place].fte[role]) for place in places),
        ]
        for role in sorted({one.role for one in outlook.hiring})
        if any(outlook.years[place].fte[role] for place in places)
    ]
    terms = [f"The terms of {host}, the chosen host, are counted in."] if host else []
    return [
        *table(["Year", *(str(year.year) for year in outlook.years)], rows),
        *paragraph(*said, *terms),
    ]
