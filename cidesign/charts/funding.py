"""Who pays over the years: one bar for each source on the calendar from the start, hatched where it
may pay for some things only, an outline where a renewal is only hoped for.
"""

from collections.abc import Sequence
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, Palette, palette
from cidesign.charts.template import AXIS, ROW_LABEL, Label, figure, wrapped
from cidesign.domain.figures import month
from cidesign.domain.value import MONTHS, months_after
from cidesign.text import say

THICK, ROW, LINE, UNDER = 14, 54, 19, 33
FOOT = 26
LETTERS, BESIDE_RENEWAL = 24, 18
CROWDED = 6
GAP = 0.05
"""Between two years, in months for each year shown: about two pixels."""


class Source(Protocol):
    """What the chart needs of a source; ``first`` and ``last`` in months from the start."""

    @property
    def name(self) -> str: ...
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def amount(self) -> str: ...
    @property
    def restricted(self) -> bool: ...
    @property
    def renewed_months(self) -> int: ...
    @property
    def renewal(self) -> str: ...


def draw(sources: Sequence[Source], start: str, years: int, *, mode: Mode) -> go.Figure:
    """One row a source, in order: its name and dollars a year above its bar.

    Args:
        sources: who pays.
        start: the month at the left end.
        years: how many the picture shows; what lies outside is cut off.
    """
    colours, end = palette(mode), years * MONTHS
    words: list[Label] = []
    places: list[int] = []
    top = 0
    for one in sources:
        lines = wrapped(one.name, BESIDE_RENEWAL if one.renewal else LETTERS, 2)
        for number, line in enumerate(lines):
            words.append(Label(0, top + 10 + number * LINE, line, colours.ink, ROW_LABEL))
        after = say("renewal {usd}", usd=one.renewal) if one.renewal else ""
        words.append(
            Label(
                end,
                top + 10,
                one.amount,
                colours.ink,
                at="middle left",
                after=after and f"· {after}",
                after_colour=colours.muted,
            )
        )
        places.append(top + UNDER + (len(lines) - 1) * LINE)
        top = places[-1] + ROW - UNDER
    words += _years(start, years, top + 8, colours)
    height = top + FOOT
    return figure(
        mode,
        [
            _bars(places, [(0, end)] * len(places), _plain(colours.grid)),
            _bars(places, [_hoped(one, end) for one in sources], _outline(colours)),
            _bars(places, [_paid(one, end, free=True) for one in sources], _plain(colours.accent)),
            _bars(places, [_paid(one, end, free=False) for one in sources], _hatched(colours)),
            _gaps(places, years, colours),
        ],
        words,
        height=height,
        x={"range": [0, end]},
        y={"range": [height, 0]},
    )


def _paid(one: Source, end: int, *, free: bool) -> tuple[int, int]:
    """From and to on the calendar; nothing where it is of the other kind."""
    if one.restricted is free:
        return 0, 0
    return _within(one.first, one.last + 1, end)


def _hoped(one: Source, end: int) -> tuple[int, int]:
    return _within(one.last + 1, one.last + 1 + one.renewed_months, end)


def _within(first: int, last: int, end: int) -> tuple[int, int]:
    first, last = min(max(first, 0), end), min(max(last, 0), end)
    return first, max(last, first)


def _bars(
    places: Sequence[int], spans: Sequence[tuple[int, int]], marker: dict[str, object]
) -> go.Bar:
    return go.Bar(
        base=[first for first, _ in spans],
        x=[last - first for first, last in spans],
        y=list(places),
        width=THICK,
        orientation="h",
        marker=marker,
        hoverinfo="skip",
    )


def _plain(colour: str) -> dict[str, object]:
    return {"color": colour, "line": {"width": 0}}


def _hatched(colours: Palette) -> dict[str, object]:
    return {
        "color": colours.page,
        "line": {"width": 1, "color": colours.accent},
        "pattern": {
            "shape": "/",
            "fgcolor": colours.accent,
            "bgcolor": colours.page,
            "size": 7,
            "solidity": 0.35,
        },
    }


def _outline(colours: Palette) -> dict[str, object]:
    return {"color": colours.page, "line": {"width": 1, "color": colours.edge}}


def _gaps(places: Sequence[int], years: int, colours: Palette) -> go.Bar:
    """Where one year ends and the next begins: a gap in each row, in the ground's own colour."""
    wide = GAP * years
    spots = [(y, year * MONTHS - wide / 2) for y in places for year in range(1, years)]
    return go.Bar(
        base=[x for _, x in spots],
        x=[wide] * len(spots),
        y=[y for y, _ in spots],
        width=THICK + 2,
        orientation="h",
        marker=_plain(colours.page),
        hoverinfo="skip",
    )


def _years(start: str, years: int, y: int, colours: Palette) -> list[Label]:
    """Each year below its part of the bars: the calendar year, or both where it runs across two."""
    said = []
    for year in range(years):
        first, last = (months_after(start, year * MONTHS + part)[:4] for part in (0, MONTHS - 1))
        told = first if first == last else f"{first}/{last[2:]}"
        text = f"’{told[2:4]}" if years > CROWDED else told
        middle = year * MONTHS + MONTHS / 2
        said.append(Label(middle, y, text, colours.muted, AXIS, at="middle center"))
    return said


def alt(sources: Sequence[Source], start: str) -> str:
    """The chart in words."""
    return " ".join(
        say(
            "{name}: {amount}, {first} to {last}.",
            name=one.name,
            amount=one.amount,
            first=month(months_after(start, one.first)),
            last=month(months_after(start, one.last)),
        )
        for one in sources
    )
