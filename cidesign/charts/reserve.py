"""Cash at each month's end: bars above and below zero, and a diamond in the month it runs out.

There are no draws yet, so no line is drawn that would look like a forecast with its doubt left out.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from cidesign.charts.cash_bars import cash_bars
from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import VALUE, Label, figure
from cidesign.charts.ticks import nice_ticks
from cidesign.domain.figures import money, money_short, month
from cidesign.domain.outlook import Outlook, OutlookMonth
from cidesign.text import say

HEIGHT = 280
LATE = 0.45
"""From this share of the months on, the words fit to the left of the diamond."""


def draw(outlook: Outlook, *, mode: Mode) -> go.Figure:
    """Free cash by month; what is spent but not there hangs below the line of zero."""
    colours = palette(mode)
    months = outlook.months
    cash = [one.free_cash_usd for one in months]
    low, high = min([*cash, 0.0]), max([*cash, 0.0])
    room = max(high - low, 1.0)
    empty = _place(months, outlook.runs_out)
    late = empty is not None and empty >= len(months) * LATE
    ends = [
        min(low - room * 0.06, -room * 0.24)
        if late
        else low - room * (0.06 if empty is None else 0.26),
        high + room * 0.08,
    ]
    marks = [] if empty is None else [empty]
    grid = [tick for tick in nice_ticks(ends[0], ends[1], 4) if abs(tick) > room * 1e-9]
    years = _years(months)
    return figure(
        mode,
        [
            *cash_bars(cash, colours),
            go.Scatter(
                x=marks,
                y=[0.0] * len(marks),
                mode="markers",
                marker={
                    "symbol": "diamond",
                    "size": 13,
                    "opacity": 1,
                    "color": colours.wrong,
                    "line": {"width": 2, "color": colours.page},
                },
                hoverinfo="skip",
                cliponaxis=False,
            ),
        ],
        _words(outlook, empty, ends, late, colours.wrong),
        height=HEIGHT,
        bargap=0.25,
        margin={"l": 52, "r": 0, "t": 8, "b": 30},
        x={
            "range": [-0.5, max(len(cash), 1) - 0.5],
            "showticklabels": True,
            "tickvals": [place for place, _ in years],
            "ticktext": [year for _, year in years],
            "ticklabelstandoff": 8,
        },
        y={
            "range": ends,
            "showgrid": True,
            "showticklabels": True,
            "tickvals": [0.0, *grid],
            "ticktext": ["$0", *(money_short(tick) for tick in grid)],
            "ticklabelstandoff": 8,
        },
    )


def _place(months: Sequence[OutlookMonth], runs_out: str | None) -> int | None:
    return next((place for place, one in enumerate(months) if one.month == runs_out), None)


def _years(months: Sequence[OutlookMonth]) -> list[tuple[float, str]]:
    """The middle of each calendar year on the axis; a year of under five months has no room for its
    number.
    """
    places: dict[str, list[int]] = {}
    for place, one in enumerate(months):
        places.setdefault(one.month[:4], []).append(place)
    long = len(places) > 6
    return [
        ((own[0] + own[-1]) / 2, f"’{year[2:]}" if long else year)
        for year, own in places.items()
        if len(own) >= min(5, len(months))
    ]


def _words(
    outlook: Outlook, empty: int | None, ends: list[float], late: bool, colour: str
) -> list[Label]:
    """The month it runs out: before it there is room below zero; where it is early, below all
    bars.
    """
    if empty is None or outlook.runs_out is None:
        return []
    line = (ends[1] - ends[0]) * 0.075
    top = -line if late else ends[0] + 2 * line
    lines = ((top, month(outlook.runs_out), True), (top - line, say("cash below zero"), False))
    place = empty - 1.2 if late else empty + 1.2
    return [
        Label(place, y, text, colour, VALUE, bold, "middle left" if late else "middle right")
        for y, text, bold in lines
    ]


def alt(outlook: Outlook) -> str:
    """The chart in one sentence."""
    if not outlook.months:
        return say("There is no outlook to show.")
    most = max(outlook.months, key=lambda one: one.free_cash_usd)
    end = outlook.months[-1]
    said = {
        "most": money_short(most.free_cash_usd),
        "then": month(most.month),
        "last": money_short(end.free_cash_usd),
        "end": month(end.month),
    }
    if outlook.runs_out:
        return say(
            "Free cash at each month's end: at most {most} in {then}, {last} in {end}; it falls "
            "below zero in {month}.",
            **said,
            month=month(outlook.runs_out),
        )
    return say(
        "Free cash at each month's end: at most {most} in {then}, {last} in {end}; it never falls "
        "below zero.",
        **said,
    )


def table(outlook: Outlook) -> list[dict[str, str]]:
    """One row a month."""
    return [
        {
            say("Month"): month(one.month),
            say("Money in"): money(one.funding_usd),
            say("Cost"): money(one.cost_usd),
            say("Free cash at the end"): money(one.free_cash_usd),
        }
        for one in outlook.months
    ]
