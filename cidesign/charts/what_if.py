"""As it is beside what if: for each function a hollow circle (the share of its hours covered as it
is) and a diamond (what if).
"""

from collections.abc import Mapping

import plotly.graph_objects as go

from cidesign.charts import dumbbell
from cidesign.charts.palette import Mode
from cidesign.domain.figures import difference, percent, rounded
from cidesign.domain.words import FUNCTIONS
from cidesign.text import say

Shares = Mapping[str, float | None]
HUNDRED = 100
SAME = "–"


def draw(ours: Shares, then: Shares, labels: Mapping[str, str], *, mode: Mode) -> go.Figure:
    """The functions in their fixed order, on a scale from none to all hours; those that change
    stand in bold.

    Args:
        ours: coverage by function as it is, 0 to 1; None where nothing is needed.
        then: likewise, what if.
        labels: what people read for a function.
    """
    rows = [_row(labels[id], was, now) for id, was, now in _both(ours, then)]
    return dumbbell.draw(rows, (0.0, 1.0), (percent(0), percent(1)), mode=mode)


def _both(ours: Shares, then: Shares) -> list[tuple[str, float, float]]:
    pairs = [(str(id), ours.get(str(id)), then.get(str(id))) for id in FUNCTIONS]
    return [(id, was, now) for id, was, now in pairs if was is not None and now is not None]


def _row(label: str, was: float, now: float) -> dumbbell.Row:
    change = _change(was, now)
    return dumbbell.Row(
        label,
        was,
        now,
        percent(was) if change else "",
        say("{share}, {change}", share=percent(now), change=change) if change else percent(now),
        bold=bool(change),
        strong=bool(change),
    )


def _change(was: float, now: float) -> str:
    """The difference of the two as they are shown; empty where they are shown alike."""
    change = rounded(now * HUNDRED) - rounded(was * HUNDRED)
    return f"{difference(change, '1')}%" if change else ""


def alt(ours: Shares, then: Shares, labels: Mapping[str, str]) -> str:
    """The chart in one sentence."""
    moves = [
        say(
            "{function} from {before} to {after}",
            function=labels[id],
            before=percent(was),
            after=percent(now),
        )
        for id, was, now in _both(ours, then)
        if _change(was, now)
    ]
    return (
        say("Coverage as it is and what if: {moves}.", moves="; ".join(moves))
        if moves
        else say("No function gets another share of its hours.")
    )


def table(ours: Shares, then: Shares, labels: Mapping[str, str]) -> list[dict[str, str]]:
    """One row for every function drawn."""
    return [
        {
            say("Function"): labels[id],
            say("As it is"): percent(was),
            say("What if"): percent(now),
            say("Change"): _change(was, now) or SAME,
        }
        for id, was, now in _both(ours, then)
    ]
