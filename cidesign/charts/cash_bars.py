"""Free cash by month as bars above and below a line of zero, in every chart that shows cash."""

from collections.abc import Sequence

import plotly.graph_objects as go

from cidesign.charts.palette import Palette


def cash_bars(cash: Sequence[float], colours: Palette) -> list[go.Bar | go.Scatter]:
    """One bar a month at 0, 1, 2 …, in dollars, and the line of zero over them."""
    return [
        go.Bar(
            x=list(range(len(cash))),
            y=list(cash),
            marker={
                "color": [colours.accent if usd >= 0 else colours.wrong for usd in cash],
                "line": {"width": 0},
            },
            hoverinfo="skip",
        ),
        go.Scatter(
            x=[-0.5, len(cash) - 0.5],
            y=[0, 0],
            mode="lines",
            line={"color": colours.ink, "width": 1.5},
            hoverinfo="skip",
        ),
    ]
