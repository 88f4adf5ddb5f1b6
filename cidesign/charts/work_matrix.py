"""Who does what with whom: partners down, groups across, and in each cell whether the partner leads
or supports.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import AXIS, NARROW, Label, figure, wrapped
from cidesign.domain.work import Part
from cidesign.text import say

MOST_GROUPS, MOST_PARTNERS = 6, 24
NAMES = 0.36
ROW, HEAD_LINE, HEAD_LINES, HEAD = 36, 15, 3, 12
LETTER = 6.2
LETTERS_BESIDE = 19
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
) -> go.Figure:
    """The first six groups and the first twenty-four partners; the table has all.

    Args:
        partners: in the order of the rows.
        groups: in the order of the columns.
        parts: by partner and group, its part; absent where it has none.
        mode: light or dark.
    """
    colours = palette(mode)
    down, across = partners[:MOST_PARTNERS], groups[:MOST_GROUPS]
    wide = (1 - NAMES) / max(len(across), 1)
    letters = max(int(wide * NARROW / LETTER), 4)
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
        lines = wrapped(partner.label, LETTERS_BESIDE, 2)
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
