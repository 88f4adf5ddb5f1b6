"""In how many of many weightings, or of many panels drawn anew, each candidate comes first, second
and so on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Literal

import numpy as np

from cidesign.domain.agreement import RaterSheets
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.robustness import Acceptability, DecisionMatrix
from cidesign.domain.rules import RuleSheet
from cidesign.selection.group_weights import group_weights
from cidesign.selection.robustness.raters import Resampled
from cidesign.selection.robustness.sampling import Array, Law, always, anything, chunks, in_order
from cidesign.selection.robustness.sampling import within as within_ranges
from cidesign.selection.robustness.standing import Places, lifted, places, places_with
from cidesign.selection.robustness.tally import Tally
from cidesign.text import say

LOOKED_AT = 2**18
"""Values of drawn panels looked at together: they fit where the processor reaches them fast."""
PlacesWith = Callable[[Array], Places]
"""The places of the candidates with weights (criteria x samples)."""
Vary = Literal["weights", "raters", "both"]
Within = Literal["anything", "members", "order"]


def acceptability(
    matrix: DecisionMatrix,
    *,
    member_shares: Sequence[Mapping[str, Fraction]] = (),
    vary: Vary = "weights",
    sheets: RaterSheets | None = None,
    rules: RuleSheet | None = None,
    within: Within | None = None,  # the contract's word
    samples: int = 100_000,
    seed: int = 1,
) -> Acceptability:
    """Rank acceptability, central weights and who is ahead of whom; the order of candidates,
    criteria and raters does not matter.

    Args:
        matrix: the candidates with a rank.
        member_shares: each member's weights by criterion; their smallest and largest shares are the
            ranges of ``members``.
        vary: what is drawn; with ``raters`` the weights are the rule sheet's.
        sheets: what each rater said; asked, with ``rules``, where raters vary.
        within: which weights are drawn; None: the members' own ranges where there are members, else
            anything.

    Returns:
        Shares of the samples; tied candidates share their places equally, and a shared first place
        counts in part for central weights.

    Raises:
        BadInput: there is no sample; members are asked for and there are none; hardly any draw of
            raters fills every cell.

    Source: SMAA-2, Lahdelma & Salminen 2001, Operations Research 49(3):444-454; ranks of Lahdelma,
    Hokkanen & Salminen 1998, European Journal of Operational Research 106(1):137-143.
    """
    ordered = _by_id(matrix)
    drawn_from: str = within or ("members" if member_shares else "anything")
    found = Acceptability(
        (), matrix.criteria, (), (), (), samples, vary, "sheet" if vary == "raters" else drawn_from
    )
    if not matrix.candidates:
        return found
    law = always(ordered.weights) if vary == "raters" else _law(drawn_from, ordered, member_shares)
    stood = _as_they_are(ordered) if vary == "weights" else _resampled(ordered, sheets, rules, seed)
    tally = Tally(len(ordered.candidates), len(ordered.criteria))
    for weights in chunks(law, samples, seed):
        tally.add(stood(weights), weights)
    return _as_given(matrix, ordered, tally, found)


def _by_id(matrix: DecisionMatrix) -> DecisionMatrix:
    rows = sorted(range(len(matrix.candidates)), key=lambda place: matrix.candidates[place])
    columns = sorted(range(len(matrix.criteria)), key=lambda place: matrix.criteria[place])
    return DecisionMatrix(
        candidates=tuple(matrix.candidates[row] for row in rows),
        criteria=tuple(matrix.criteria[column] for column in columns),
        values=tuple(tuple(matrix.values[row][column] for column in columns) for row in rows),
        weights=tuple(matrix.weights[column] for column in columns),
    )


def _law(
    drawn_from: str, matrix: DecisionMatrix, member_shares: Sequence[Mapping[str, Fraction]]
) -> Law:
    if drawn_from == "anything":
        return anything(len(matrix.criteria))
    if drawn_from == "order":
        heaviest_first = sorted(set(matrix.weights), reverse=True)
        return in_order([heaviest_first.index(weight) for weight in matrix.weights])
    group = group_weights(
        [{id: one.get(id, Fraction(0)) for id in matrix.criteria} for one in member_shares]
    )
    if group is None:
        raise BadInput(
            [
                Problem(
                    "weights.csv",
                    say("no member gave any weights"),
                    say("let members weigh the criteria, or draw any weights"),
                )
            ]
        )
    return within_ranges(*zip(*(group.ranges[id] for id in matrix.criteria)))


def _as_they_are(matrix: DecisionMatrix) -> PlacesWith:
    values = lifted(np.array([[float(value) for value in row] for row in matrix.values]))
    return lambda weights: places_with(values, weights)


def _resampled(
    matrix: DecisionMatrix, sheets: RaterSheets | None, rules: RuleSheet | None, seed: int
) -> PlacesWith:
    if sheets is None or rules is None:
        raise ValueError("raters vary only with their sheets and the rules")
    panel = Resampled(matrix, sheets, rules)
    generator = np.random.default_rng(
        [seed, 1]
    )  # apart from the weights, which stay the same whether raters vary too or not

    def drawn(weights: Array) -> Places:
        sits = panel.draw(generator, weights.shape[1])

        def said(part: slice) -> Places:
            values = np.zeros((len(matrix.candidates), 1))
            for weight, value in zip(weights[:, part], panel.values(sits[:, part])):
                values = values + weight * value
            return places(lifted(values))

        return _in_parts(panel.width, weights.shape[1], said)

    return drawn


def _in_parts(width: int, samples: int, found: Callable[[slice], Places]) -> Places:
    step = max(LOOKED_AT // width, 1)
    pieces = [found(slice(begin, begin + step)) for begin in range(0, samples, step)]
    joined = np.empty(
        (len(pieces[0]), samples), pieces[0].dtype
    )  # row by row in memory, as the tally reads it
    return np.concatenate(pieces, axis=1, out=joined)


def _as_given(
    matrix: DecisionMatrix, ordered: DecisionMatrix, tally: Tally, told: Acceptability
) -> Acceptability:
    rows = [ordered.candidates.index(id) for id in matrix.candidates]
    columns = [ordered.criteria.index(id) for id in matrix.criteria]
    central = tally.central()
    return replace(
        told,
        candidates=matrix.candidates,
        ranks=_table(tally.ranks()[rows]),
        central=tuple(
            None if (mean := central[row]) is None else tuple(mean[column] for column in columns)
            for row in rows
        ),
        pairwise=_table(tally.pairwise()[np.ix_(rows, rows)]),
    )


def _table(shares: Array) -> tuple[tuple[float, ...], ...]:
    return tuple(map(tuple, shares.tolist()))
