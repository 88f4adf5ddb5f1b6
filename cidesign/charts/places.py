"""Places under other weightings: one bar for each candidate, split by the places it takes, dark for
first to pale for the last.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import NARROW, ROW_LABEL, VALUE, Label, figure, taken, wrapped
from cidesign.domain.figures import percent
from cidesign.text import mark, say

MOST = 8
OWN = 4
"""Places with a colour of their own; what comes later shares the palest."""
ROW, THICK = 60, 24
LETTERS = 50
SMALL, LEAST_SAID = 12, 0.06
UNSEEN = 0.001
INSIDE = 16
"""Pixels of air around words inside a bar."""
_PLACES = (mark("1st"), mark("2nd"), mark("3rd"), mark("4th"), mark("5th"))
_LATER = mark("5th or later")


class Candidate(Protocol):
    """What the chart needs of a candidate: how often it takes each place, as shares from 0 to 1;
    ``leads``: first by the rules.
    """

    @property
    def label(self) -> str: ...
    @property
    def shares(self) -> Sequence[float]: ...
    @property
    def leads(self) -> bool: ...


@dataclass(frozen=True)
class _Part:
    """A piece of a bar: which colour, where it begins, how long it is, in shares; and its place in
    words.
    """

    colour: int
    place: str
    begins: float
    share: float


def draw(
    candidates: Sequence[Candidate], *, mode: Mode, most: int = MOST, width: int = NARROW
) -> go.Figure:
    """One row each for the first candidates, in the order given, which is that of their ranks.

    Args:
        candidates: in rank order.
        mode: light or dark.
        most: at most so many are drawn; the table has all.
        width: pixels the chart has at the least; more on a wall.
    """
    colours = palette(mode)
    labels: list[Label] = []
    parts: list[_Part] = []
    places: list[int] = []
    shown = candidates[:most]
    for number, one in enumerate(shown):
        top, own = number * ROW, _parts(one.shares)
        parts += own
        places += [top + 36] * len(own)
        labels += _words(one, own, top, mode, width)
    return figure(
        mode,
        [
            go.Bar(
                x=[part.share for part in parts],
                y=places,
                base=[part.begins for part in parts],
                width=THICK,
                orientation="h",
                marker={
                    "color": [colours.places[part.colour] for part in parts],
                    "line": {"width": 1.5, "color": colours.page},
                },
                hoverinfo="skip",
            ),
        ],
        labels,
        height=max(len(shown), 1) * ROW + 8,
        x={"range": [0, 1]},
        y={"range": [max(len(shown), 1) * ROW, 0]},
    )


def _parts(shares: Sequence[float]) -> list[_Part]:
    """The pieces of a bar that can be seen; from the fifth place on they are one."""
    lengths = [(say(place), share) for place, share in zip(_PLACES, shares[:OWN])]
    if len(shares) > OWN:
        lengths.append((say(_last_place(len(shares))), sum(shares[OWN:])))
    parts, begins = [], 0.0
    for number, (place, share) in enumerate(lengths):
        if share > UNSEEN:
            parts.append(_Part(min(number, OWN - 1), place, begins, share))
        begins += share
    return parts


def _last_place(count: int) -> str:
    return _PLACES[OWN] if count == OWN + 1 else _LATER


def _words(one: Candidate, parts: Sequence[_Part], top: int, mode: Mode, width: int) -> list[Label]:
    """The name; the main part in words, inside it where they fit, else beside the name; other parts
    with their number.
    """
    colours = palette(mode)
    if not parts:
        return [
            Label(
                0,
                top + 12,
                wrapped(one.label, LETTERS * width // NARROW, 1)[0],
                colours.ink,
                ROW_LABEL,
                bold=one.leads,
            )
        ]
    main = max(parts, key=_told)
    said = _main(main)
    inside = taken(said, VALUE, bold=True) + INSIDE <= main.share * width
    beside = "" if inside else say("most often {place}", place=said)
    letters = int((width - INSIDE - taken(beside)) / NARROW * LETTERS)
    labels = [
        Label(
            0, top + 12, wrapped(one.label, letters, 1)[0], colours.ink, ROW_LABEL, bold=one.leads
        )
    ]
    if inside:
        labels.append(
            Label(main.begins, top + 36, f"\u2002{said}", colours.on_places[main.colour], bold=True)
        )
    else:
        labels.append(Label(1, top + 12, beside, colours.muted, at="middle left"))
    for part in parts:
        if part.share >= LEAST_SAID and not (inside and part is main):
            middle = part.begins + part.share / 2
            labels.append(
                Label(
                    middle,
                    top + 36,
                    percent(part.share),
                    colours.on_places[part.colour],
                    SMALL,
                    at="middle center",
                )
            )
    return labels


def _told(part: _Part) -> float:
    """The share as it is told, so that of two places taken equally often the better one is named
    and no accident of the draws.
    """
    return round(part.share, 2)


def _main(part: _Part) -> str:
    return say("{place} in {share}", place=part.place, share=percent(part.share))


def alt(candidates: Sequence[Candidate]) -> str:
    """The chart in one sentence: for each candidate that is drawn, the place it takes most
    often.
    """
    mains = [(one, max(_parts(one.shares), key=_told, default=None)) for one in candidates[:MOST]]
    said = [
        say("{candidate} {place}", candidate=one.label, place=_main(part))
        for one, part in mains
        if part
    ]
    return (
        say("Places taken under other weightings: {places}.", places="; ".join(said))
        if said
        else say("There are no places to show.")
    )


def table(candidates: Sequence[Candidate]) -> list[dict[str, str]]:
    """One row a candidate, one column a place; from the fifth place on they are one column."""
    return [{say("Candidate"): one.label, **_columns(one.shares)} for one in candidates]


def _columns(shares: Sequence[float]) -> dict[str, str]:
    columns = {say(place): percent(share) for place, share in zip(_PLACES, shares[:OWN])}
    return (
        columns | {say(_last_place(len(shares))): percent(sum(shares[OWN:]))}
        if len(shares) > OWN
        else columns
    )
