"""Answers as people read them in a terminal: plain words, units, no noise of decimals."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from cidesign.catalog import load
from cidesign.cli.table import NOTHING, paragraph, table
from cidesign.domain.allocation import FrontierPoint, RuleOn
from cidesign.domain.figures import (
    fte,
    hours,
    listed,
    money,
    month,
    percent,
    points,
    rounded,
)
from cidesign.domain.labels import of_panel
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
from cidesign.views.team.reasons import changed_by

_STATUS = {
    "optimal": "the best plan there is",
    "best_found": "the best plan found in time",
    "infeasible": "No plan is possible: these rules cannot all hold.",
    "none_found": "No plan was found in time. Fewer roles and lines make it faster.",
    "refused": "below the grants",
}


def ranking_lines(found: Ranking, rules: RuleSheet, candidates: Sequence[Candidate]) -> list[str]:
    """Ranks, points and panel values, then what a reader must know."""
    names = of_panel(rules, candidates).candidates
    headings = [
        "Rank",
        "Candidate",
        "Points",
        "Raters",
        *(criterion.id for criterion in rules.criteria),
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
        *paragraph(*ties, *carried, *all_in_words(found.warnings, of_panel(rules, candidates))),
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
    rows = [[id, f"{rounded(share * 100, '0.1')}%"] for id, share in found.weights.items()]
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


def plan_lines(planned: Planned) -> list[str]:
    """Score and cost, coverage, team, lines and grants; or what stands in the way."""
    found = planned.found
    if not found.found:
        mends = [
            (f"- {one.lever} {changed_by(one)}: plan score {points(one.plan_score or 0)}")
            for one in planned.repairs
        ]
        return [
            _STATUS[found.status],
            *(f"- {_rule(one)}" for one in planned.conflict),
            *(
                paragraph("Each of these changes alone makes a plan possible:", *mends)
                if mends
                else []
            ),
        ]
    head = (
        f"Plan score {points(found.plan_score or 0)} of 100 ({_STATUS[found.status]}). Cost "
        f"{money(found.cost_usd or 0)} a year."
    )
    team = [
        [id, fte(count), hours(found.unassigned_hours.get(id, 0))]
        for id, count in (found.fte or {}).items()
    ]
    return [
        head,
        "",
        *_coverage(found.coverage or {}, found.need),
        "",
        *table(["Role", "FTE", "Unassigned a month"], team),
        *_dollars("Line", "A year", found.lines),
        *_dollars("Cost", "A year", _parts(planned)),
        *_dollars("Grant", "Used", found.grants_used),
        *(
            paragraph("Held back by:", *(f"- {_rule(one)}" for one in planned.binding))
            if planned.binding
            else []
        ),
    ]


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


def _rule(rule: RuleOn) -> str:
    return f"{rule.rule.replace('_', ' ')}: {rule.id}" if rule.id else rule.rule.replace("_", " ")


def frontier_lines(found: Sequence[FrontierPoint]) -> list[str]:
    """What each budget buys."""
    rows = [
        [
            money(one.budget_usd),
            NOTHING if one.plan_score is None else points(one.plan_score),
            _team(one),
            _words(one.status),
        ]
        for one in found
    ]
    return table(["Budget", "Plan score", "FTE", "Status"], rows, words=0)


def _team(one: FrontierPoint) -> str:
    return NOTHING if one.fte is None else fte(sum(one.fte.values()))


def _words(status: str) -> str:
    return {"infeasible": "no plan possible", "none_found": "none found in time"}.get(
        status, _STATUS[status]
    )


def outlook_lines(outlook: Outlook, host: str = "") -> list[str]:
    """Money and coverage year by year, and when the money runs out; ``host`` names the one whose
    terms are counted in.
    """
    if not outlook.years:
        return [
            (
                "There are no years without a plan for the first one. "
                f"{_words(outlook.status).capitalize()}."
            )
        ]
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
        ("Reserve at the end", lambda n: money(outlook.years[n].reserve_usd)),
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
    ends = (
        f"Free money runs out in {month(outlook.runs_out)}."
        if outlook.runs_out
        else "Free money does not run out in these years."
    )
    terms = [f"The terms of {host}, the chosen host, are counted in."] if host else []
    return [
        *table(["Year", *(str(year.year) for year in outlook.years)], rows),
        *paragraph(ends, *terms),
    ]
