"""Looks into a figure the way an eye would: its words, where they stand, and whether every number
is one.
"""

import math

from cidesign.charts.palette import palette


def words(figure) -> list[str]:
    """All words of a chart; they stand in one trace."""
    traces = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "text"]
    return [] if not traces else list(traces[0].text)


def bars(figure) -> list:
    return [trace for trace in figure.data if trace.type == "bar"]


def faults(figure, mode: str) -> list[str]:
    """What is wrong whatever the chart is about."""
    texts = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "text"]
    found = [] if len(texts) <= 1 else [f"{len(texts)} text traces"]
    for trace in figure.data:
        for axis in ("x", "y"):
            numbers = [value for value in (getattr(trace, axis) or ()) if value is not None]
            found += [
                f"{trace.type} {axis} holds {value}"
                for value in numbers
                if not math.isfinite(value)
            ]
    for axis, layout in (("x", figure.layout.xaxis), ("y", figure.layout.yaxis)):
        low, high = sorted(layout.range)
        for trace in texts:
            outside = [
                text
                for place, text in zip(getattr(trace, axis), trace.text)
                if not low <= place <= high
            ]
            found += [f"{text!r} stands outside the {axis} axis" for text in outside]
    if figure.layout.template.layout.font.color != palette(mode).ink:
        found.append(f"the template is not that of {mode}")
    return found
