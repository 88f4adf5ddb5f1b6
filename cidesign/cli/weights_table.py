"""What stands beside weights in a terminal: how consistent the answers are, and how much the way to
compute matters.
"""

from collections.abc import Mapping

from cidesign.cli.table import paragraph, table
from cidesign.domain.figures import rounded
from cidesign.domain.value import plain
from cidesign.views.command.view import BesideWeights, Weights

_WAYS = {
    "rank_sum": "Rank sum",
    "rank_reciprocal": "Rank reciprocal",
    "geometric_mean": "Geometric mean",
}


def beside_lines(found: Weights, beside: BesideWeights) -> list[str]:
    """Nothing for weights said as numbers."""
    if beside.nonlinear is not None:
        rows = [
            [id, _percent(low), _percent(high)]
            for id, (low, high) in zip(found.weights, beside.nonlinear.intervals)
        ]
        share = (
            ""
            if beside.nonlinear.ratio is None
            else f", {_percent(beside.nonlinear.ratio)} of the most it can be"
        )
        said = (
            "By the non-linear model the largest miss is "
            f"{_short(beside.nonlinear.xi)}{share}, "
            "and each weight may lie between:"
        )
        return [*paragraph(said), *table(["Criterion", "Least", "Most"], rows)]
    if beside.largest_eigenvalue:
        return paragraph(
            f"Largest eigenvalue {_short(beside.largest_eigenvalue)}, consistency index "
            f"{_short(beside.index)}.",
            *(_apart(found, other) for other in (beside.other_ways or {}).values()),
            *_worst(found, beside),
        )
    if beside.other_ways:
        rows = [
            [id, *(_percent(way[id]) for way in beside.other_ways.values())] for id in found.weights
        ]
        return [
            *paragraph("The same order by other rules:"),
            *table(["Criterion", *(_WAYS[way] for way in beside.other_ways)], rows),
        ]
    return []


def _apart(found: Weights, other: Mapping[str, float]) -> str:
    most = max(abs(float(share) - other[id]) for id, share in found.weights.items())
    return (
        "Geometric means of the answers give weights that differ by at most "
        f"{plain(rounded(most * 100, '0.1'))} percentage points."
    )


def _worst(found: Weights, beside: BesideWeights) -> list[str]:
    if beside.worst is None or found.consistency is None or found.consistency.ok:
        return []
    one = beside.worst
    return [
        f"Talk about {one.first} and {one.second} first: one answer says {_short(one.said)} times "
        "as much, "
        f"all answers together say {plain(rounded(one.implied, '0.1'))} times."
    ]


def _percent(share: float) -> str:
    return f"{rounded(share * 100, '0.1')}%"


def _short(number: float) -> str:
    return plain(rounded(number, "0.001"))
