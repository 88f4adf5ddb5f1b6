"""What the projector of the page Compare can show: one chart at a time, large, with as many rows as
end above the screen's lower edge.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts import fitness, flip, places, points, strips, totals
from cidesign.charts.palette import Mode
from cidesign.charts.template import scaled
from cidesign.domain.figures import count
from cidesign.text import say

Charts = dict[str, tuple[str, Callable[[], go.Figure], str]]
"""By name, the words of its segment, what draws it, and what of it there was no room for."""
SCALE = 1.6
# What fits on a screen of 1920 x 1080 at this scale, under the question, the answer and the row of
# segments.
ROWS, STRIPS = 5, 4
WIDTH, LETTERS = 1040, 110


class Ranking(Protocol):
    """Candidates in rank order, the criteria and the most points there are."""

    @property
    def rows(self) -> Sequence[points.Candidate]: ...
    @property
    def criteria(self) -> Sequence[points.Criterion]: ...
    @property
    def most_points(self) -> Decimal: ...


class Seen(Protocol):
    """Places under other weightings, the smallest change that ties, the cells to talk about; each
    may be empty.
    """

    @property
    def places(self) -> Sequence[places.Candidate]: ...
    @property
    def moves(self) -> Sequence[flip.Weight]: ...
    @property
    def talk(self) -> Sequence[strips.Strip]: ...


def of_ranking(ranking: Ranking, seen: Seen, *, mode: Mode) -> Charts:
    """Points in all, where they come from, places under other weightings, what would tie it, what
    to talk about; no empty ones.
    """
    pointed = len([one for one in ranking.rows if one.points is not None])
    counting = len([one for one in ranking.criteria if one.weight])
    charts: Charts = {
        "totals": (
            say("Points in all"),
            lambda: scaled(totals.draw(ranking.rows[:ROWS], ranking.most_points, mode=mode), SCALE),
            _candidates(ROWS, pointed),
        ),
        "points": (
            say("By criterion"),
            lambda: scaled(
                points.draw(ranking.criteria, ranking.rows, mode=mode, rows=ROWS, letters=LETTERS),
                SCALE,
            ),
            " ".join(
                one for one in (_candidates(points.MOST, pointed), _criteria(ROWS, counting)) if one
            ),
        ),
    }
    if seen.places:
        charts["places"] = (
            say("Would it hold"),
            lambda: scaled(places.draw(seen.places, mode=mode, most=ROWS, width=WIDTH), SCALE),
            _candidates(ROWS, len(seen.places)),
        )
    if moving := flip.moving(seen.moves):
        charts["flip"] = (
            say("What would tie it"),
            lambda: scaled(flip.draw(seen.moves, mode=mode, rows=ROWS, width=WIDTH), SCALE),
            _criteria(ROWS, len(moving)),
        )
    return charts | _talk(seen, mode)


def of_check(rows: Sequence[fitness.Checked], seen: Seen, *, mode: Mode) -> Charts:
    """Pass marks of the one that is checked, and what to talk about."""
    marks: Charts = {
        "fitness": (
            say("Pass marks"),
            lambda: scaled(fitness.draw(rows[:ROWS], mode=mode), SCALE),
            _criteria(ROWS, len(rows)),
        )
    }
    return marks | _talk(seen, mode)


def _talk(seen: Seen, mode: Mode) -> Charts:
    if not seen.talk:
        return {}
    among = len(seen.talk)
    return {
        "talk": (
            say("Talk about"),
            lambda: scaled(strips.draw(seen.talk[:STRIPS], mode=mode, width=WIDTH), SCALE),
            say("The first {n} of {all} are drawn.", n=count(STRIPS), all=count(among))
            if among > STRIPS
            else "",
        )
    }


def _candidates(most: int, among: int) -> str:
    """That a chart does not show every candidate; nothing where it does."""
    if among <= most:
        return ""
    return say("The first {n} of {all} candidates are drawn.", n=count(most), all=count(among))


def _criteria(most: int, among: int) -> str:
    if among <= most:
        return ""
    return say("The first {n} of {all} criteria are drawn.", n=count(most), all=count(among))
