"""How far a panel agrees, as people read it in a terminal."""

from collections.abc import Mapping, Sequence

from cidesign.catalog import load
from cidesign.cli.table import NOTHING, paragraph, table
from cidesign.domain.agreement import Agreement
from cidesign.domain.figures import coefficient, difference, points
from cidesign.domain.labels import of_panel
from cidesign.domain.panel import Candidate
from cidesign.domain.rules import RuleSheet
from cidesign.views.compare.reasons import all_in_words

TALKED_ABOUT = 5


def agreement_lines(
    found: Agreement, rules: RuleSheet, candidates: Sequence[Candidate]
) -> list[str]:
    """The measures, the criteria, what to talk about first, who scores higher, and what could not
    be told.
    """
    panel = of_panel(rules, candidates, load().labels)
    names, labels = panel.candidates, panel.criteria
    return [
        *_measures(found),
        *_below(
            ["Agreement on", "Alpha"],
            [[labels[id], _figure(value)] for id, value in found.by_criterion.items()],
        ),
        *_agenda(found, labels, names),
        *_leniency(found, names),
        *paragraph(*all_in_words(found.warnings, of_panel(rules, candidates, load().labels))),
    ]


def _measures(found: Agreement) -> list[str]:
    low_high = found.alpha_interval
    rows = [
        ["Alpha (points)", _figure(found.alpha)],
        [
            "  95 of 100 draws of candidates",
            NOTHING if low_high is None else f"{_figure(low_high[0])} to {_figure(low_high[1])}",
        ],
        *([f"ICC({form})", _figure(value)] for form, value in found.icc.items()),
        ["Kendall's W (order)", _figure(found.kendall_w)],
    ]
    return table(["Measure", "1 is full agreement"], rows)


def _agenda(found: Agreement, labels: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    rows = [
        [
            names[cell.candidate],
            labels[cell.criterion],
            _figure(cell.spread),
        ]
        for cell in found.agenda[:TALKED_ABOUT]
        if cell.spread
    ]
    return _below(["Talk about", "on", "Spread, scale 0 to 1"], rows, words=2)


def _leniency(found: Agreement, names: Mapping[str, str]) -> list[str]:
    if found.leniency is None or found.unshrunk is None:
        return []
    raters = [
        [rater, difference(shrunk), difference(found.unshrunk.leniency[rater])]
        for rater, shrunk in found.leniency.leniency.items()
    ]
    adjusted = [
        [names[id], _points(shrunk), _points(found.unshrunk.adjusted[id])]
        for id, shrunk in found.leniency.adjusted.items()
    ]
    return [
        *_below(["Rater scores higher by", "Points", "Unshrunk"], raters),
        *_below(["Points without that", "Points", "Unshrunk"], adjusted),
    ]


def _below(headings: Sequence[str], rows: Sequence[Sequence[str]], *, words: int = 1) -> list[str]:
    return ["", *table(headings, rows, words=words)] if rows else []


def _points(value: float | None) -> str:
    return NOTHING if value is None else points(value)


def _figure(value: float | None) -> str:
    return NOTHING if value is None else coefficient(value)
