"""Who does what with whom: partners down, groups across, and in each cell whether the partner leads
or supports.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import AXIS, NARROW, Label, figure, scaled, wrapped
from cidesign.domain.work import Part
from cidesign.text import say

MOST_GROUPS, MOST_PARTNERS = 6, 24
NAMES = 0.36
ROW, HEAD_LINE, HEAD_LINES, HEAD = 36, 15, 3, 12
LETTER = 6.2
LETTERS_BESIDE = 19
WALL_SCALE, WALL_WIDTH, WALL_LETTERS, WALL_ROWS = 1.4, 1200, 46, 10
"""What fits on a screen of 1920 x 1080 under the question and the answer."""
GAP = 3


class Named(Protocol):
    """A partner or a group."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...


def draw(
    partners: Sequence[Named],
    groups: Sequence[Named],
    parts: Mapping[tuple[str, str], Part],
    *,
    mode: Mode,
    width: int = NARROW,
    beside: int = LETTERS_BESIDE,
) -> go.Figure:
    """The first six groups and the first twenty-four partners; the table has all.

    Args:
        partners: in the order of the rows.
        groups: in the order of the columns.
        parts: by partner and group, its part; absent where it has none.
        mode: light or dark.
        width: pixels it is drawn for at least; beside: letters of a partner's name on a line.
    """
    colours = palette(mode)
    down, across = partners[:MOST_PARTNERS], groups[:MOST_GROUPS]
    wide = (1 - NAMES) / max(len(across), 1)
    letters = max(int(wide * width / LETTER), 4)
    heads = [_head(one.label, letters) for one in across]
    top = HEAD_LINE * max((len(lines) for lines in heads), default=1) + 6
    labels = [
        Label(
            NAMES + (place + 0.5) * wide,
            8 + number * HEAD_LINE,
            line,
            colours.muted,
            HEAD,
            at="middle center",
        )
        for place, lines in enumerate(heads)
        for number, line in enumerate(lines)
    ]
    for row, partner in enumerate(down):
        middle = top + (row + 0.5) * ROW
        lines = wrapped(partner.label, beside, 2)
        first = middle - (len(lines) - 1) * HEAD_LINE / 2
        labels += [
            Label(0, first + number * HEAD_LINE, line, colours.ink, AXIS)
            for number, line in enumerate(lines)
        ]
        for place, group in enumerate(across):
            part = parts.get((partner.id, group.id))
            if part is not None:
                ink = colours.on_places[0] if part is Part.LEADS else colours.on_places[2]
                said = say("leads") if part is Part.LEADS else say("helps")
                x = NAMES + (place + 0.5) * wide
                labels.append(
                    Label(x, middle, said, ink, HEAD, part is Part.LEADS, at="middle center")
                )
    cells = go.Heatmap(
        x=[NAMES + place * wide for place in range(len(across) + 1)],
        y=[top + row * ROW for row in range(len(down) + 1)],
        z=[[parts.get((one.id, group.id), 0) for group in across] for one in down],
        zmin=0,
        zmax=len(Part),
        colorscale=[
            *((edge, colours.surface) for edge in (0.0, 0.33)),
            *((edge, colours.places[0]) for edge in (0.33, 0.67)),
            *((edge, colours.places[2]) for edge in (0.67, 1.0)),
        ],
        showscale=False,
        xgap=GAP,
        ygap=GAP,
        hoverinfo="skip",
    )
    height = top + ROW * len(down) + 8
    return figure(
        mode,
        [cells] if down and across else [],
        labels,
        height=height,
        x={"range": [0, 1]},
        y={"range": [height, 0]},
    )


Charts = dict[str, tuple[str, Callable[[], go.Figure], str]]
"""By name, the words of its segment, what draws it, and what of it there was no room for."""


def on_the_wall(
    partners: Sequence[Named],
    groups: Sequence[Named],
    parts: Mapping[tuple[str, str], Part],
    *,
    mode: Mode,
) -> Charts:
    """All of it in as many large pictures as it takes."""
    charts: Charts = {}
    for left in range(0, len(groups), MOST_GROUPS):
        across = groups[left : left + MOST_GROUPS]
        there = [one for one in partners if any((one.id, each.id) in parts for each in across)]
        for top in range(0, len(there), WALL_ROWS):
            down = there[top : top + WALL_ROWS]
            words = _segment(across, down, top, several=len(groups) > MOST_GROUPS)
            charts[f"{left}-{top}"] = (words, partial(_large, down, across, parts, mode), "")
    return charts


def _large(
    partners: Sequence[Named],
    groups: Sequence[Named],
    parts: Mapping[tuple[str, str], Part],
    mode: Mode,
) -> go.Figure:
    drawn = draw(partners, groups, parts, mode=mode, width=WALL_WIDTH, beside=WALL_LETTERS)
    return scaled(drawn, WALL_SCALE)


def _segment(across: Sequence[Named], down: Sequence[Named], top: int, *, several: bool) -> str:
    rows = say("Partners {first} to {last}", first=top + 1, last=top + len(down))
    if not several:
        return rows
    names = say("{first} to {last}", first=across[0].label, last=across[-1].label)
    return say("{names}: {rows}", names=names, rows=rows)


def _head(label: str, letters: int) -> list[str]:
    """The name in at most three lines; a word that is longer than a line by more than a letter is
    cut short.
    """
    words = (
        word if len(word) <= letters + 1 else f"{word[: letters - 1]}…" for word in label.split()
    )
    return wrapped(" ".join(words), letters + 1, HEAD_LINES)


def alt(
    partners: Sequence[Named], groups: Sequence[Named], parts: Mapping[tuple[str, str], Part]
) -> str:
    """The chart in one sentence."""
    names = {one.id: one.label for one in partners}
    told = [
        say(
            "{group}: {names}",
            group=group.label,
            names=", ".join(
                say("{name} leads", name=names[one]) if part is Part.LEADS else names[one]
                for (one, of), part in sorted(parts.items(), key=lambda cell: cell[1])
                if of == group.id
            )
            or say("nobody"),
        )
        for group in groups
    ]
    return say("Who leads and who helps, by group. {told}.", told="; ".join(told))


def table(
    partners: Sequence[Named], groups: Sequence[Named], parts: Mapping[tuple[str, str], Part]
) -> list[dict[str, str]]:
    """One row a group: who leads and who helps; all of them."""
    names = {one.id: one.label for one in partners}

    def told(group: Named, part: Part) -> str:
        return ", ".join(
            name for id, name in names.items() if parts.get((id, group.id)) is part
        ) or say("nobody")

    return [
        {
            say("Group"): group.label,
            say("Leads"): told(group, Part.LEADS),
            say("Helps"): told(group, Part.SUPPORTS),
        }
        for group in groups
    ]
