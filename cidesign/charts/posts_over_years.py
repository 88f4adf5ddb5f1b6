"""Posts by year: for each role a stack of bricks in each year, a brick for each hiring step, so
that who is there, who comes and who leaves is seen at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Any

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, Palette, palette
from cidesign.charts.template import AXIS, ROW_LABEL, VALUE, Label, figure
from cidesign.domain.figures import fte, fte_difference, listed
from cidesign.text import say

POST = 28
"""Pixels of one full-time post."""
WIDE = 24
GAP = 2
MOST = 3
"""Full-time posts of one role that are drawn at full height; more are drawn smaller."""
HEAD, FIGURES, FOOT = 26, 36, 12
AXIS_HEIGHT = 24
MOST_YEARS = 6
"""More are told without their century."""
_SMALL = 1e-9


@dataclass(frozen=True)
class Posts:
    """A role over the years.

    Args:
        label: as people read it.
        before: FTE in post before the first year.
        fte: by year.
    """

    label: str
    before: float
    fte: tuple[float, ...]

    def change(self, place: int) -> float:
        """By how much the place-th year differs from the one before."""
        return self.fte[place] - (self.fte[place - 1] if place else self.before)


@dataclass(frozen=True)
class _Row:
    """A role's place: the line its bricks stand on, in pixels from the top, and how high a post
    is.
    """

    posts: Posts
    top: float
    ground: float
    post: float


def draw(roles: Sequence[Posts], years: Sequence[str], step: Decimal, *, mode: Mode) -> go.Figure:
    """The posts of each role and year; ``step``: FTE of a brick."""
    colours = palette(mode)
    rows, height = _rows(roles)
    words = [
        Label(_middle(place, years), AXIS_HEIGHT / 2, year, colours.muted, AXIS, at="middle center")
        for place, year in enumerate(_short(years))
    ]
    shapes: list[dict[str, Any]] = []
    for row in rows:
        words.append(Label(0, row.top + HEAD / 2, row.posts.label, colours.ink, ROW_LABEL))
        for place in range(len(years)):
            words += _figures(row, place, years, colours)
            shapes += _bricks(row, place, years, float(step), colours)
    return figure(
        mode,
        [],
        words,
        height=round(height),
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        x={"range": [0, 1]},
        y={"range": [height, 0]},
        shapes=shapes,
    )


def _short(years: Sequence[str]) -> list[str]:
    """The years as there is room for them: many of them without their century."""
    if len(years) <= MOST_YEARS:
        return list(years)
    return [year[2:] if "/" in year else f"’{year[2:]}" for year in years]


def _rows(roles: Sequence[Posts]) -> tuple[list[_Row], float]:
    rows, top = [], float(AXIS_HEIGHT)
    for posts in roles:
        most = max([1.0, *posts.fte, *(_seen(posts, place) for place in range(len(posts.fte)))])
        post = POST * min(1.0, MOST / most)
        ground = top + HEAD + FIGURES + ceil(most) * post
        rows.append(_Row(posts, top, ground, post))
        top = ground + FOOT
    return rows, top


def _seen(posts: Posts, place: int) -> float:
    """FTE that are drawn in a year, who leaves too."""
    return posts.fte[place] + max(0.0, -posts.change(place))


def _middle(place: int, years: Sequence[str]) -> float:
    return (place + 0.5) / max(1, len(years))


def _figures(row: _Row, place: int, years: Sequence[str], colours: Palette) -> list[Label]:
    """How many there are, and by how many more or fewer, over the bricks."""
    now, change = row.posts.fte[place], row.posts.change(place)
    seen = _seen(row.posts, place)
    if not seen:
        return [
            Label(
                _middle(place, years), row.ground - 8, "–", colours.muted, VALUE, at="middle center"
            )
        ]
    x, y = _middle(place, years), row.ground - max(seen, 0.25) * row.post
    moved = abs(change) > _SMALL
    said = [
        Label(x, y - (27 if moved else 11), fte(now), colours.ink, VALUE, True, "middle center")
    ]
    if moved:
        said.append(
            Label(x, y - 11, fte_difference(change), colours.muted, AXIS, at="middle center")
        )
    return said


def _bricks(
    row: _Row, place: int, years: Sequence[str], step: float, colours: Palette
) -> list[dict[str, Any]]:
    """Who stays, filled; who comes, paler on top; who leaves, an outline."""
    now, change = row.posts.fte[place], row.posts.change(place)
    stay = now - max(0.0, change)
    parts = (
        (0.0, stay, colours.accent, colours.accent),
        (stay, now, colours.places[2], colours.accent),
        (now, _seen(row.posts, place), "rgba(0,0,0,0)", colours.edge),
    )
    return [
        _shape(_path(row, low, high, step), _middle(place, years), fill, line)
        for low, high, fill, line in parts
        if high - low > _SMALL
    ]


def _path(row: _Row, low: float, high: float, step: float) -> str:
    """Bricks from one number of FTE to another; steps too small to be seen are one piece."""
    tall = step * row.post
    count = max(1, round((high - low) / step)) if tall > 2 * GAP else 1
    tall = (high - low) * row.post / count
    found = []
    for number in range(count):
        bottom = row.ground - low * row.post - number * tall
        top = bottom - tall + (GAP if tall > 2 * GAP else 0)
        found.append(
            f"M{-WIDE / 2:g},{-bottom:g}H{WIDE / 2:g}V{-top:g}H{-WIDE / 2:g}Z",
        )
    return "".join(found)


def _shape(path: str, x: float, fill: str, line: str) -> dict[str, Any]:
    """Bricks that keep their pixels at every width."""
    return {
        "type": "path",
        "path": path,
        "fillcolor": fill,
        "line": {"color": line, "width": 1},
        "xref": "x",
        "yref": "y",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": x,
        "yanchor": 0,
    }


def alt(roles: Sequence[Posts], years: Sequence[str]) -> str:
    """The chart in one sentence."""
    said = [
        say("{year}: {posts}", year=year, posts=listed(posts) if posts else say("nobody"))
        for place, year in enumerate(years)
        for posts in [[f"{one.label} {fte(one.fte[place])}" for one in roles if one.fte[place]]]
    ]
    return say("Full-time posts by year. {years}.", years="; ".join(said))


def table(roles: Sequence[Posts], years: Sequence[str]) -> list[dict[str, str]]:
    """A row a year: who is there, who comes, who leaves."""

    def named(place: int, way: int) -> str:
        return listed(
            [
                f"{one.label} {fte(abs(one.change(place)))}"
                for one in roles
                if one.change(place) * way > _SMALL
            ]
        )

    return [
        {
            say("Year"): year,
            say("FTE"): fte(sum(one.fte[place] for one in roles)),
            say("Comes"): named(place, 1),
            say("Leaves"): named(place, -1),
        }
        for place, year in enumerate(years)
    ]


def by_role(
    posts: Sequence[Mapping[str, float]], before: Mapping[str, float], labels: Mapping[str, str]
) -> tuple[Posts, ...]:
    """The rows of the chart: every role that is there at some time, in order of its label.

    Args:
        posts: FTE by role, a mapping for each year.
        before: FTE in post before the first year.
        labels: what people read for a role.
    """
    ids = {id for year in (*posts, before) for id, count in year.items() if count}
    rows = (
        Posts(labels[id], before.get(id, 0.0), tuple(year.get(id, 0.0) for year in posts))
        for id in ids
    )
    return tuple(sorted(rows, key=lambda one: one.label.casefold()))
