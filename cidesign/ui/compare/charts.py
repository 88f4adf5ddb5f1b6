"""The evidence of the page Compare beside the points: how firm the order is, what would tie it,
what to talk about first.

Each piece is worked out once for a closed round and a mode.
"""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from cidesign.charts import flip, places, spread_map, strips
from cidesign.text import say
from cidesign.ui.kit.evidence import as_table, chart, heading, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.views.compare import robustness_rows as rows
from cidesign.views.compare import robustness_words as words
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CompareView


@dataclass(frozen=True)
class Piece:
    """A claim, how to read its chart, the chart with its words and its table, and what stands under
    it.
    """

    claim: str
    note: str = ""
    figure: Any = None
    alt: str = ""
    table: tuple[dict[str, str], ...] = ()
    beside: tuple[str, ...] = ()


def firm(page: Page, compare: CompareView, view: RobustnessView) -> None:
    """Which places candidates take under other weightings; nothing under two ranked candidates."""
    if rows.primary(view) is not None and compare.leaders:
        _show(
            remembered(page, "compare.firm", lambda: _firm(page, compare, view), page.mode),
            "compare.firm",
        )


def _firm(page: Page, compare: CompareView, view: RobustnessView) -> Piece:
    claim, sampled = words.firm_claim(compare, view), rows.primary(view)
    nothing_to_weigh = (
        len(view.matrix.criteria) < 2 or len(set(view.matrix.values)) < 2
    )  # one criterion, or all level on each
    if sampled is None or nothing_to_weigh:
        return Piece(claim)
    drawn = rows.places(compare, sampled)
    return Piece(
        claim,
        words.firm_note(view, places.MOST),
        places.draw(drawn, mode=page.mode),
        places.alt(drawn),
        tuple(places.table(drawn)),
        words.firm_beside(compare, view),
    )


def tie(page: Page, compare: CompareView, view: RobustnessView) -> None:
    """The smallest change of weights that ties, or why there is none."""
    piece = remembered(page, "compare.tie", lambda: _tie(page, compare, view), page.mode)
    if piece.claim:
        _show(piece, "compare.tie")


def _tie(page: Page, compare: CompareView, view: RobustnessView) -> Piece:
    claim, nearest = words.tie_claim(compare, view), words.nearest_flip(compare, view)
    if nearest is None:
        return Piece(claim)
    weights = rows.moves(compare, view.matrix, nearest)
    rival = {row.id: row.label for row in compare.rows}[nearest.rival]
    return Piece(
        claim,
        words.tie_note(compare, view, flip.left_out(weights)),
        flip.draw(weights, mode=page.mode) if flip.moving(weights) else None,
        flip.alt(weights, rival),
        tuple(flip.table(weights)),
        words.tie_beside(compare, view),
    )


def talk(page: Page, compare: CompareView, view: RobustnessView) -> None:
    """What to talk about first, and where it stands among all scores."""
    first, second = remembered(page, "compare.talk", lambda: _talk(page, compare, view), page.mode)
    if second is None:
        _show(first, "compare.talk")
        return
    left, right = st.columns(2, gap="large")
    with left:
        _show(first, "compare.talk")
    with right:
        _show(second, "compare.spread")


def _talk(page: Page, compare: CompareView, view: RobustnessView) -> tuple[Piece, Piece | None]:
    cells = rows.talk(compare, view)
    claim, note = words.talk_claim(compare, view, cells), words.talk_note(compare, view, cells)
    if not cells:
        return Piece(claim), None
    first = Piece(
        claim,
        note,
        strips.draw(cells, mode=page.mode),
        strips.alt(cells),
        tuple(strips.table(cells)),
    )
    all_of_them = rows.spreads(compare, view)
    if not all_of_them.by_cell:
        return first, None
    candidates, criteria, apart = all_of_them.candidates, all_of_them.criteria, all_of_them.by_cell
    second = Piece(
        words.map_claim(),
        words.map_note(
            len(candidates), len(criteria), (spread_map.MOST_CANDIDATES, spread_map.MOST_CRITERIA)
        ),
        spread_map.draw(candidates, criteria, apart, all_of_them.numbered, mode=page.mode),
        spread_map.alt(candidates, criteria, all_of_them.numbered),
        tuple(spread_map.table(candidates, criteria, apart)),
    )
    return first, second


def _show(piece: Piece, key: str) -> None:
    heading(piece.claim, piece.note)
    if piece.figure is not None:
        chart(piece.figure, alt=piece.alt, key=key, rows=piece.table)
    elif piece.table:
        as_table(piece.table, say("What would have to move"))
    if piece.beside:
        sentences(piece.beside)
