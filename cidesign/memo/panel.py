"""The memo on the panel: how far its members agree, on what they differ most, and what a further
round changed; no member anywhere.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP, AgendaCell, Agreement
from cidesign.domain.figures import coefficient, points
from cidesign.memo.blocks import Block, Table, Words
from cidesign.memo.holds import holds_lines
from cidesign.memo.snapshot import Snapshot
from cidesign.selection.movement import Place
from cidesign.text import say
from cidesign.text.sentence import (
    NOTHING,
    Figure,
    Sentence,
    at,
    in_a_row,
    of,
    own,
    together,
    told,
)
from cidesign.value import told as as_written
from cidesign.views.compare.card_words import sentence
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.labels import in_rows, written
from cidesign.views.compare.leads import talk
from cidesign.views.compare.panel_agreement import MUCH_ALIKE, how_alike, same_order
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.robustness_rows import to_talk_about
from cidesign.views.compare.rounds import rounds_view
from cidesign.views.compare.rounds_words import heading, scores_changed
from cidesign.views.compare.talk_words import FIXED
from cidesign.views.compare.view import CompareView

SCORES = "scores.csv"
FINEST = 12
"""Significant digits of a score."""
MOST_PLACES = 4


def evidence_blocks(seen: Snapshot, view: CompareView) -> list[Block]:
    """Whether the order would hold and where we differ; of the only one who was asked, how far we
    agree; nothing without points.
    """
    evidence = seen.evidence()
    if evidence is None:
        return []
    lines = [] if seen.sole else holds_lines(seen, view, evidence)
    lines += [(told(say("How far we agree")), said)] if (said := _agreement(view, evidence)) else []
    lines += [] if seen.sole else _rounds(seen)
    cells = to_talk_about(view, evidence)
    return [
        *([Words(tuple(lines))] if lines else []),
        *([_table(seen, view, cells)] if cells else []),
    ]


def _agreement(view: CompareView, evidence: RobustnessView) -> Sentence:
    """How alike members see the candidates, and the figure behind it; or why this cannot be
    told.
    """
    found, first = evidence.agreement, talk(view, evidence)[0].kind
    if first in FIXED and first is not Kind.SAME_SCORES:
        return sentence(Claim(first), in_rows(view))
    if len(view.rows) < 2:
        return told(
            say("How far the raters agree on the points cannot be told from one candidate.")
        )
    if found.alpha is None:
        kind = first if first in FIXED else Kind.AGREEMENT_UNKNOWN
        return sentence(Claim(kind), in_rows(view))
    return together([_how_alike(found), _alpha(found)])


def _how_alike(found: Agreement) -> Sentence:
    complete = {cell.candidate for cell in found.agenda} <= set(found.complete)
    alpha = found.alpha or 0.0
    return told((complete and alpha < MUCH_ALIKE and same_order(found)) or how_alike(alpha))


def _alpha(found: Agreement) -> Sentence:
    alpha = _coefficient(
        found.alpha or 0.0,
        told(say("Agreement of points (Krippendorff's alpha)")),
        at("agreement", "alpha"),
    )
    if found.alpha_interval is None:
        return told(
            say("Krippendorff's alpha is {alpha}, where one is full agreement and zero is chance."),
            alpha=alpha,
        )
    what = told(say("Range of alpha with the candidates drawn anew"))
    low, high = (
        _coefficient(end, what, at("agreement", "alpha_interval", place))
        for place, end in enumerate(found.alpha_interval)
    )
    said = say(
        "Krippendorff's alpha is {alpha}, where one is full agreement and zero is chance; "
        "with the candidates drawn anew, it lies from {low} to {high} in nineteen of twenty draws."
    )
    return told(said, alpha=alpha, low=low, high=high)


def _coefficient(number: float, what: Sentence, address: str) -> Figure:
    return Figure(coefficient(number), number, "alpha", what, address)


def _table(seen: Snapshot, view: CompareView, cells: Sequence[AgendaCell]) -> Table:
    """The cells whose scores lie furthest apart; of fewer than four scores no range, because it
    could be traced to people.
    """
    shown = in_rows(view)
    rows = tuple(
        (
            own(shown.candidates[cell.candidate]),
            own(shown.criteria[cell.criterion]),
            _range(cell),
        )
        for cell in cells
    )
    return Table(
        (told(say("Scores lie furthest apart")), told(say("On")), told(say("Scores"))),
        rows,
        left=2,
        small=True,
    )


def _range(cell: AgendaCell) -> Sentence:
    if len(cell.scores) < FEWEST_IN_A_GROUP:
        return told(say("too few to show"))
    low, high = (
        _score(value, what, of(word, at(SCORES, cell.candidate, cell.criterion)))
        for value, what, word in (
            (min(cell.scores), told(say("Lowest score of a cell")), "lowest"),
            (max(cell.scores), told(say("Highest score of a cell")), "highest"),
        )
    )
    return told(say("{low} to {high}"), low=low, high=high)


def _score(value: Fraction, what: Sentence, address: str) -> Figure:
    return Figure(written(Decimal(as_written(value, FINEST))), value, "score", what, address)


def _rounds(seen: Snapshot) -> list[tuple[Sentence, Sentence]]:
    """What the last round changed, with the points before and after; nothing where only one was
    held.
    """
    view = rounds_view(seen.bundle, seen.catalog)
    if view is None:
        return []
    found = view.movement
    said = [scores_changed(found, str)]
    if found.changed:
        said.append(_before_and_after(found.places, view.named.candidates))
    return [(heading(found), together(said))]


def _before_and_after(places: Sequence[Place], names: Mapping[str, str]) -> Sentence:
    """Of the first candidates whose points are told otherwise than before."""
    moved = [
        one
        for one in places
        if one.points_before is not None
        and one.points_after is not None
        and points(one.points_before) != points(one.points_after)
    ]
    changes = [
        told(
            say("from {before} to {after} for {name}"),
            name=own(names[one.candidate], most=30),
            before=_points(one.points_before, one.candidate, names, "rank(before)"),
            after=_points(one.points_after, one.candidate, names, "rank"),
        )
        for one in moved[:MOST_PLACES]
    ]
    if not changes:
        return NOTHING
    if len(moved) > MOST_PLACES:
        return told(say("Points went {changes}; others changed too."), changes=in_a_row(changes))
    return told(say("Points went {changes}."), changes=in_a_row(changes))


def _points(value: Fraction | None, id: str, names: Mapping[str, str], place: str) -> Figure:
    exact = value or Fraction(0)
    what = (
        say("Points of {name}")
        if place == "rank"
        else say("Points of {name} before the last round")
    )
    return Figure(
        points(exact), exact, "points", told(what, name=own(names[id])), at(place, id, "points")
    )
