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
from cidesign.text import say

Charts = dict[str, tuple[str, Callable[[], go.Figure]]]
"""By name, the words of its segment and what draws it."""
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
    charts: Charts = {
        "totals": (
            say("Points in all"),
            lambda: scaled(totals.draw(ranking.rows[:ROWS], ranking.most_points, mode=mode), SCALE),
        ),
        "points": (
            say("Where points come from"),
            lambda: scaled(
                points.draw(ranking.criteria, ranking.rows, mode=mode, rows=ROWS, letters=LETTERS),
                SCALE,
            ),
        ),
    }
    if seen.places:
        charts["places"] = (
            say("Would it hold"),
            lambda: scaled(places.draw(seen.places, mode=mode, most=ROWS, width=WIDTH), SCALE),
        )
    if flip.moving(seen.moves):
        charts["flip"] = (
            say("What would tie it"),
            lambda: scaled(flip.draw(seen.moves, mode=mode, rows=ROWS, width=WIDTH), SCALE),
        )
    return charts | _talk(seen, mode)


def of_check(rows: Sequence[fitness.Checked], seen: Seen, *, mode: Mode) -> Charts:
    """Pass marks of the one that is checked, and what to talk about."""
    marks: Charts = {
        "fitness": (say("Pass marks"), lambda: scaled(fitness.draw(rows[:ROWS], mode=mode), SCALE))
    }
    return marks | _talk(seen, mode)


def _talk(seen: Seen, mode: Mode) -> Charts:
    if not seen.talk:
        return {}
    return {
        "talk": (
            say("Talk about"),
            lambda: scaled(strips.draw(seen.talk[:STRIPS], mode=mode, width=WIDTH), SCALE),
        )
    }
