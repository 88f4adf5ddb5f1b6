"""Need and capacity: a bar for each year, solid what the team covers, hatched what it does not."""

from collections.abc import Sequence

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, Palette, palette
from cidesign.charts.template import AXIS, VALUE, Label, figure
from cidesign.domain.figures import fte, hours, money, percent, rounded
from cidesign.domain.outlook import Outlook, OutlookYear
from cidesign.domain.reading import covered_hours, covered_share
from cidesign.text import say

HEIGHT = 280
ROOM_FOR_SHARE = 0.1
CROWDED = 6
SMALLEST = 12


def draw(outlook: Outlook, labels: Sequence[str], *, mode: Mode) -> go.Figure:
    """Hours a month by year; need on top of each bar, coverage inside it. Starts at zero, without a
    value axis.

    Args:
        labels: what people read for each year.
    """
    colours = palette(mode)
    years = outlook.years
    need = [sum(year.need_hours.values()) for year in years]
    covered = [sum(covered_hours(year.need_hours, year.coverage).values()) for year in years]
    tallest = max([*need, 1.0])
    places = list(range(len(years)))
    crowded = len(years) > CROWDED
    width = 0.84 if crowded else 0.58
    words = [
        word
        for place, year in enumerate(years)
        for word in _words(place, year, labels[place], covered[place], tallest, colours, crowded)
    ]
    return figure(
        mode,
        [
            go.Bar(
                x=places,
                y=need,
                width=width,
                marker={
                    "color": colours.page,
                    "line": {"width": 1, "color": colours.other},
                    "pattern": {
                        "shape": "/",
                        "fgcolor": colours.other,
                        "bgcolor": colours.page,
                        "size": 8,
                        "solidity": 0.14,
                    },
                },
                hoverinfo="skip",
            ),
            go.Bar(
                x=places,
                y=covered,
                width=width,
                marker={"color": colours.accent, "line": {"width": 0}},
                hoverinfo="skip",
            ),
        ],
        words,
        height=HEIGHT,
        x={"range": [-0.5, max(len(years), 1) - 0.5]},
        y={"range": [-0.12 * tallest, 1.18 * tallest]},
    )


def _words(
    place: int,
    year: OutlookYear,
    label: str,
    covered: float,
    tallest: float,
    colours: Palette,
    crowded: bool,
) -> list[Label]:
    """The year below, the need above, the share inside the bar; a bar too short for it has the
    share above.
    """
    need, share = sum(year.need_hours.values()), covered_share(year.need_hours, year.coverage)
    said = "–" if share is None else percent(share)
    top = f"{rounded(need):,}" if crowded else hours(need)
    inside = covered > ROOM_FOR_SHARE * tallest
    words = [
        Label(
            place,
            -0.07 * tallest,
            f"’{label[2:4]}" if crowded else label,
            colours.ink,
            AXIS,
            at="middle center",
        ),
        Label(
            place,
            need + 0.05 * tallest,
            top,
            colours.ink,
            SMALLEST if crowded else AXIS,
            at="middle center",
        ),
    ]
    share_y = covered - 0.055 * tallest if inside else need + 0.12 * tallest
    words.append(
        Label(
            place,
            share_y,
            said,
            colours.on_accent if inside else colours.ink,
            SMALLEST if crowded else VALUE,
            bold=True,
            at="middle center",
        )
    )
    return words


def alt(outlook: Outlook, labels: Sequence[str]) -> str:
    """The chart in one sentence."""
    parts = [
        say(
            "{year} {share} of {hours}",
            year=label,
            share=percent(share),
            hours=hours(sum(year.need_hours.values())),
        )
        for label, year in zip(labels, outlook.years)
        if (share := covered_share(year.need_hours, year.coverage)) is not None
    ]
    return (
        say(
            "Share of the hours needed a month that the team covers: {years}.",
            years=", ".join(parts),
        )
        if parts
        else say("There is no outlook to show.")
    )


def table(outlook: Outlook, labels: Sequence[str]) -> list[dict[str, str]]:
    """One row a year."""
    rows = []
    for label, year in zip(labels, outlook.years):
        share = covered_share(year.need_hours, year.coverage)
        rows.append(
            {
                say("Year"): label,
                say("Need a month"): hours(sum(year.need_hours.values())),
                say("Covered"): "–" if share is None else percent(share),
                say("FTE"): fte(sum(year.fte.values())),
                say("Cost"): money(year.cost_usd),
                say("Money in"): money(year.funding_usd),
                say("Reserve at the end"): money(max(0.0, year.balance_usd)),
                say("Lacking"): money(year.gap_usd),
            }
        )
    return rows
