"""From every member's own weights to the group's: the middle of the shares, how far they lie apart,
and whole numbers that add to 100.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class GroupWeights:
    """What a group's members say together, by criterion id.

    Args:
        shares: exact; they add to 1.
        ranges: the smallest and the largest share a member gives.
        members: how many members stand behind it.
    """

    shares: dict[str, Fraction]
    ranges: dict[str, tuple[Fraction, Fraction]]
    members: int


def group_weights(members: Sequence[Mapping[str, Fraction]]) -> GroupWeights | None:
    """The median of the members' shares of each criterion, divided by the sum of these medians.

    Where the members differ so much that every median is 0, the mean of the shares takes its place.

    Args:
        members: for each member a weight, 0 or more and not all 0, for the same criteria; each
            member's are divided by their sum first.

    Returns:
        None where nobody gave weights.
    """
    shares = [_shares(one) for one in members]
    if not shares:
        return None
    columns = {id: sorted(one[id] for one in shares) for id in shares[0]}
    middle = {id: _median(column) for id, column in columns.items()}
    if not any(middle.values()):
        middle = {id: sum(column, Fraction(0)) / len(column) for id, column in columns.items()}
    return GroupWeights(
        _shares(middle),
        {id: (column[0], column[-1]) for id, column in columns.items()},
        len(shares),
    )


def whole_parts(shares: Mapping[str, Fraction], total: int = 100) -> dict[str, int]:
    """Whole numbers that add to ``total``: each share's whole part, and one more for the largest
    remainders, earlier ones first.

    Args:
        shares: 0 or more, not all 0; divided by their sum first.

    Source: largest remainders (Hamilton), Balinski & Young 1982, Fair Representation.
    """
    exact = {id: share * total for id, share in _shares(shares).items()}
    parts = {id: int(value) for id, value in exact.items()}
    by_remainder = sorted(exact, key=lambda id: parts[id] - exact[id])
    for id in by_remainder[: total - sum(parts.values())]:
        parts[id] += 1
    return parts


def _shares(weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    total = sum(weights.values(), Fraction(0))
    return {id: Fraction(weight) / total for id, weight in weights.items()}


def _median(ordered: Sequence[Fraction]) -> Fraction:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
