"""Free cash at each month's end of the first year: a bar a month, its lowest written out, a mark
where somebody starts.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from cidesign.charts.cash_bars import cash_bars
from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import AXIS, VALUE, Label, figure
from cidesign.domain.dates import SHORT
from cidesign.domain.figures import money_short, month
from cidesign.text import say

HEIGHT = 220


def draw(
    months: Sequence[str], cash: Sequence[float], starts: Sequence[bool], *, mode: Mode
) -> go.Figure:
    """The months in order, with free cash at each one's end and whether somebody starts in it."""
    colours = palette(mode)
    low, high = min([*cash, 0.0]), max([*cash, 0.0])
    room = max(high - low, 1.0)
    ends = [low - room * 0.3, high + room * 0.2]
    least = min(range(len(cash)), key=cash.__getitem__)
    words = [
        Label(
            place,
            ends[0] + room * 0.08,
            say(SHORT[int(name[5:]) - 1]),
            colours.muted,
            AXIS,
            at="middle center",
        )
        for place, name in enumerate(months)
    ]
    words += [
        Label(place, ends[0] + room * 0.2, "▲", colours.accent, AXIS, at="middle center")
        for place, one in enumerate(starts)
        if one
    ]
    for place in dict.fromkeys((least, len(cash) - 1)):
        usd = cash[place]
        words.append(
            Label(
                place,
                max(usd, 0.0) + room * 0.07,
                money_short(usd),
                colours.wrong if usd < 0 else colours.ink,
                VALUE,
                place == least,
                "middle center",
            )
        )
    return figure(
        mode,
        [
            *cash_bars(cash, colours),
        ],
        words,
        height=HEIGHT,
        bargap=0.25,
        x={"range": [-0.5, max(len(cash), 1) - 0.5]},
        y={"range": ends},
    )


def alt(months: Sequence[str], cash: Sequence[float]) -> str:
    """The chart in one sentence."""
    least = min(range(len(cash)), key=cash.__getitem__)
    return say(
        "Free cash at each month's end of the first year: lowest in {month}, {low}; {last} at the "
        "end.",
        month=month(months[least]),
        low=money_short(cash[least]),
        last=money_short(cash[-1]),
    )
