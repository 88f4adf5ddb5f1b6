"""What to talk about first: a numbered strip for each disagreement, one dot for each member on the
criterion's scale, and no names.

A strip with fewer than five scores has no dots, because dots could be traced to people: a range in
words stands in its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import AXIS, NARROW, ROW_LABEL, Label, figure, taken, wrapped
from cidesign.domain.agreement import FEWEST_FOR_DOTS
from cidesign.domain.value import plain
from cidesign.text import say

LETTERS, LINE = 50, 19
MOST_LISTED = 12
"""Scores the table lists one by one; of more it gives how often each was given."""
DOT, STEP = 9, 10.5
BESIDE = 5
UNDER_DOTS, AXIS_ROW, BETWEEN = 8, 22, 16
CROWDED = 10
EVERY_LEVEL = 5
ROOM = 0.1
INDENT = "\u2002\u2009"
"""As wide as the number and the space before a strip's name."""

Number = Decimal | Fraction


class Strip(Protocol):
    """What the chart needs of a cell people disagree on; nothing in it says whose score is whose.

    ``worst`` and ``best``: the ends of the criterion's scale. ``words``: how many scored and in
    which range, shown in place of dots.
    """

    @property
    def number(self) -> int: ...
    @property
    def candidate(self) -> str: ...
    @property
    def criterion(self) -> str: ...
    @property
    def scores(self) -> Sequence[Fraction]: ...
    @property
    def worst(self) -> Number: ...
    @property
    def best(self) -> Number: ...
    @property
    def words(self) -> str: ...


@dataclass(frozen=True)
class _Sizes:
    """The room at either end, and how wide a dot's place is, in shares of the width the chart is
    made for.
    """

    room: float
    step: float

    def at(self, share: float) -> float:
        """Where a share of the scale lies, its best end at the right."""
        return self.room + share * (1 - 2 * self.room)


def draw(strips: Sequence[Strip], *, mode: Mode, width: int = NARROW) -> go.Figure:
    """One strip each, in the order given; equal scores lie side by side, five to a line, then above
    each other.

    Args:
        strips: what to talk about.
        mode: light or dark.
        width: pixels the chart has at the least; more on a wall.
    """
    colours = palette(mode)
    dotted = [one for one in strips if len(one.scores) >= FEWEST_FOR_DOTS]
    scales = {(Fraction(one.worst), Fraction(one.best)) for one in dotted}
    sizes = _Sizes(
        max([ROOM, *(taken(end, AXIS) / 2 / width for one in dotted for end in _ends(one))]),
        STEP / width,
    )
    labels: list[Label] = []
    dots: list[tuple[float, float]] = []
    lines: list[float] = []
    top = 0.0
    for one in strips:
        said = wrapped(
            say("{candidate} · {criterion}", candidate=one.candidate, criterion=one.criterion),
            LETTERS * width // NARROW,
            2,
        )
        for place, line in enumerate(said):
            number, indent = (f"{one.number}", "") if place == 0 else ("", INDENT)
            labels.append(
                Label(
                    0,
                    top + 11 + place * LINE,
                    f"{indent}{line}",
                    colours.ink,
                    ROW_LABEL,
                    lead=number,
                )
            )
        top += len(said) * LINE
        if len(one.scores) < FEWEST_FOR_DOTS:
            labels.append(Label(0, top + 11, f"{INDENT}{one.words}", colours.muted))
            top += LINE + BETWEEN
            continue
        placed, high = _dots(one, sizes)
        top += 6 + high
        dots += [(x, top - up) for x, up in placed]
        top += UNDER_DOTS
        lines.append(top)
        if len(scales) > 1 or one is dotted[-1]:
            labels += _axis(one, sizes, top + 12, mode)
            top += AXIS_ROW
        top += BETWEEN
    return figure(
        mode,
        [
            go.Scatter(
                x=[x for _ in lines for x in (0, 1, None)],
                y=[y for line in lines for y in (line, line, None)],
                mode="lines",
                line={"color": colours.grid, "width": 1.5},
                connectgaps=False,
                hoverinfo="skip",
            ),
            go.Scatter(
                x=[x for x, _ in dots],
                y=[y for _, y in dots],
                mode="markers",
                marker={
                    "symbol": "circle",
                    "size": DOT,
                    "opacity": 1,
                    "color": colours.members,
                    "line": {"width": 0},
                },
                hoverinfo="skip",
                cliponaxis=False,
            ),
        ],
        labels,
        height=round(top) + 12,
        x={"range": [0, 1]},
        y={"range": [max(top, 1), 0]},
    )


def _share(one: Strip, score: Number) -> float:
    return float(
        (Fraction(score) - Fraction(one.worst)) / (Fraction(one.best) - Fraction(one.worst))
    )


def _dots(one: Strip, sizes: _Sizes) -> tuple[list[tuple[float, float]], float]:
    """Where each dot lies, sideways and in pixels above the line, and how high the highest
    stands.
    """
    groups = _groups(one, sizes)
    span = abs(Fraction(one.best) - Fraction(one.worst))
    level = 1 / min(max(float(span), 1.0), CROWDED)
    gaps = [
        level * (1 - 2 * sizes.room),
        *(after - before for before, after in pairwise(sorted(groups))),
    ]
    beside = min(max(int(min(gaps) / sizes.step + 1e-9), 1), BESIDE)
    placed = []
    for x, count in groups.items():
        for row in range(-(-count // beside)):
            here = min(beside, count - row * beside)
            placed += [
                (x + (number - (here - 1) / 2) * sizes.step, row * STEP + STEP / 2)
                for number in range(here)
            ]
    return placed, max(-(-count // beside) for count in groups.values()) * STEP


def _groups(one: Strip, sizes: _Sizes) -> dict[float, int]:
    """How many scores lie at each place; scores nearer to each other than a dot is wide share the
    middle between them.
    """
    places = sorted(sizes.at(_share(one, score)) for score in one.scores)
    groups: list[list[float]] = []
    for place in places:
        if groups and place - groups[-1][0] < sizes.step - 1e-9:
            groups[-1].append(place)
        else:
            groups.append([place])
    return {(own[0] + own[-1]) / 2: len(own) for own in groups}


def _ends(one: Strip) -> tuple[str, str]:
    return say("{score} weakest", score=_written(one.worst)), say(
        "{score} strongest", score=_written(one.best)
    )


def _axis(one: Strip, sizes: _Sizes, y: float, mode: Mode) -> list[Label]:
    """The scale under a strip: its ends in words, and the levels between where there is room."""
    worst, best = Fraction(one.worst), Fraction(one.best)
    steps = abs(best - worst)
    between: list[Fraction] = []
    if steps.denominator == 1:
        count = int(steps) if steps <= EVERY_LEVEL else 2 if steps % 2 == 0 else 1
        between = [worst + (best - worst) * number / count for number in range(1, count)]
    first, last = _ends(one)
    ends = [(worst, first), *((score, _written(score)) for score in between), (best, last)]
    return [
        Label(sizes.at(_share(one, score)), y, text, palette(mode).muted, AXIS, at="middle center")
        for score, text in ends
    ]


def _written(score: Number) -> str:
    return (
        plain(Decimal(score.numerator) / Decimal(score.denominator))
        if isinstance(score, Fraction)
        else plain(score)
    )


def alt(strips: Sequence[Strip]) -> str:
    """The chart in one sentence."""
    said = [
        say(
            "{number}. {candidate} · {criterion}: {words}",
            number=s.number,
            candidate=s.candidate,
            criterion=s.criterion,
            words=s.words,
        )
        for s in strips
    ]
    return (
        say("Where our scores lie furthest apart: {cells}.", cells="; ".join(said))
        if said
        else say("Nobody's scores lie apart.")
    )


def table(strips: Sequence[Strip]) -> list[dict[str, str]]:
    """One row a strip: its scores, smallest first, counted where they are many; a range in words
    where they are fewer than five.
    """
    return [
        {
            "#": str(one.number),
            say("Candidate"): one.candidate,
            say("Criterion"): one.criterion,
            say("Scores"): _in_order(one),
        }
        for one in strips
    ]


def _in_order(one: Strip) -> str:
    if len(one.scores) < FEWEST_FOR_DOTS:
        return one.words
    if len(one.scores) <= MOST_LISTED:
        return ", ".join(_written(score) for score in sorted(one.scores))
    numbers: dict[Fraction, int] = {}
    for score in sorted(one.scores):
        numbers[score] = numbers.get(score, 0) + 1
    return ", ".join(
        say("{count} × {score}", count=count, score=_written(score))
        for score, count in numbers.items()
    )
