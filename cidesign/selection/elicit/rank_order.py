"""Weights from a ranking of the criteria, most important first."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Any

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.selection.elicit.answers import FILE, ids_of
from cidesign.selection.elicit.method import Method, Weights
from cidesign.text import mark, say


def rank_order_centroid(count: int) -> tuple[Fraction, ...]:
    """Weight of each place, first to last: the k-th is (1/n) x sum over i from k to n of 1/i.

    Source: Barron & Barrett 1996, Management Science 42(11):1515-1523; Stillwell, Seaver & Edwards
    1981.
    """
    tails = list(accumulate(Fraction(1, place) for place in range(count, 0, -1)))
    return tuple(tail / count for tail in reversed(tails))


def rank(file: Mapping[str, Any]) -> Weights:
    """Rank-order centroid weights, exactly; ids that share a place share the mean of the weights
    they take up.
    """
    return Weights(shares_of(ranked_groups(file), rank_order_centroid))


def shares_of(
    groups: Sequence[Sequence[str]], weights_of: Callable[[int], Sequence[Fraction]]
) -> dict[str, Fraction]:
    """Weights by place, first to last, given to groups of ids; those in one group share the mean of
    the weights they take up.
    """
    by_place = weights_of(sum(len(group) for group in groups))
    shares: dict[str, Fraction] = {}
    for group in groups:
        taken = by_place[len(shares) : len(shares) + len(group)]
        shares |= dict.fromkeys(group, sum(taken, Fraction(0)) / len(group))
    return shares


def ranked_groups(file: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """The ids of a file, most important first; those at one place together.

    Raises:
        BadInput: every problem of the ranking.
    """
    where, places = f"{FILE}: rank", file["rank"]
    if not isinstance(places, (list, tuple)) or not places:
        raise BadInput(
            [
                Problem(
                    where,
                    say("{places} is no ranking", places=shown(places)),
                    say("list the ids, most important first, such as [a, b, [c, d]]"),
                )
            ]
        )
    problems: list[Problem] = []
    groups = [
        ids_of(
            group if isinstance(group, (list, tuple)) else [group], f"{where}[{place}]", problems
        )
        for place, group in enumerate(places)
    ]
    for place, group in enumerate(groups):
        earlier = {id for before in groups[:place] for id in before}
        problems += [
            Problem(
                f"{where}[{place}]",
                say("{id} stands twice", id=shown(id)),
                say("name each criterion once"),
            )
            for id in group
            if id in earlier
        ]
    if problems:
        raise BadInput(problems)
    return groups


RANK = Method("rank", mark("Put criteria in order"), ("rank",), rank)
