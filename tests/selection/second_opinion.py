"""What an independent program says of a decision matrix: scipy's linear programs, and plain loops."""

from fractions import Fraction

import numpy as np
from scipy.optimize import linprog

TIGHT = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}


def decimals(matrix):
    """Values and weights as arrays."""
    return np.array([[float(value) for value in row] for row in matrix.values]), np.array(
        [float(share) for share in matrix.weights]
    )


def smallest_change(matrix, place):
    """The smallest sum of |new - old| with which a candidate is first or tied, None where it never
    is: new shares, then the changes.
    """
    values, weights = decimals(matrix)
    size = len(weights)
    one = np.eye(size)
    ahead = np.delete(values - values[place], place, axis=0)
    found = linprog(
        np.r_[np.zeros(size), np.ones(size)],
        A_ub=np.vstack(
            [
                np.hstack([one, -one]),
                np.hstack([-one, -one]),
                np.hstack([ahead, np.zeros_like(ahead)]),
            ]
        ),
        b_ub=np.r_[weights, -weights, np.zeros(len(ahead))],
        A_eq=[np.r_[np.ones(size), np.zeros(size)]],
        b_eq=[1],
        bounds=(0, None),
        options=TIGHT,
    )
    assert found.status in (0, 2), found.message
    return found.fun if found.status == 0 else None


def nearer_by(matrix, place, change, shares):
    """How far the nearest point could still lie from these shares towards the weights as they are.

    Of all weights within that sum of changes with which a candidate is first or tied, ``shares``
    has the least squares if and only if no other of them lies further in the direction of the
    weights (Kinderlehrer & Stampacchia 1980, An Introduction to Variational Inequalities, I.2):
    one linear program, which answers 0. Its square root bounds the distance.
    """
    values, weights = decimals(matrix)
    size = len(weights)
    one, nothing = np.eye(size), np.zeros(size)
    ahead = np.delete(values - values[place], place, axis=0)
    towards = weights - shares
    found = linprog(
        np.r_[-towards, nothing],
        A_ub=np.vstack(
            [
                np.hstack([one, -one]),
                np.hstack([-one, -one]),
                np.hstack([ahead, np.zeros_like(ahead)]),
                np.r_[nothing, np.ones(size)],
            ]
        ),
        b_ub=np.r_[weights, -weights, np.zeros(len(ahead)), change + 1e-11],
        A_eq=[np.r_[np.ones(size), nothing]],
        b_eq=[1],
        bounds=(0, None),
        options=TIGHT,
    )
    assert found.status == 0, found.message
    return -found.fun - towards @ shares


def best_margin(matrix, place):
    """By how much a candidate can be ahead of the best of the others, over all weights; below 0
    where it can never be first.
    """
    values, weights = decimals(matrix)
    size = len(weights)
    behind = np.delete(values - values[place], place, axis=0)
    found = linprog(
        np.r_[np.zeros(size), -1.0],
        A_ub=np.hstack([behind, np.ones((len(behind), 1))]) if len(behind) else None,
        b_ub=np.zeros(len(behind)) if len(behind) else None,
        A_eq=[np.r_[np.ones(size), 0.0]],
        b_eq=[1],
        bounds=[(0, None)] * size + [(-2, 2)],
        options=TIGHT,
    )
    assert found.status == 0, found.message
    return -found.fun


def points(matrix, shares):
    """Exact points of every candidate with these shares."""
    return [
        sum((value * share for value, share in zip(row, shares)), Fraction(0))
        for row in matrix.values
    ]


def shares_with(matrix, place, share):
    """The weights where one criterion has this share and the others keep their proportions."""
    rest = 1 - matrix.weights[place]
    return [
        share if at == place else (1 - share) * weight / rest
        for at, weight in enumerate(matrix.weights)
    ]


def stable_range(matrix, place):
    """All shares 0, 1 and those where the leader meets a rival are tried; the least and the largest
    where it is first are the range.
    """
    if matrix.weights[place] == 1:
        return None
    tried = {Fraction(0), Fraction(1)}
    at_none, at_all = (
        points(matrix, shares_with(matrix, place, Fraction(0))),
        points(matrix, shares_with(matrix, place, Fraction(1))),
    )
    for row in range(1, len(matrix.values)):
        before, after = at_none[0] - at_none[row], at_all[0] - at_all[row]
        if before != after and 0 <= before / (before - after) <= 1:
            tried.add(before / (before - after))
    first = [
        share
        for share in tried
        if (told := points(matrix, shares_with(matrix, place, share)))[0] == max(told)
    ]
    return (min(first), max(first)) if first else None


def beaten_everywhere(matrix):
    """Ids that another matches on every criterion and beats on one, by loops."""
    found = []
    for own, values in zip(matrix.candidates, matrix.values):
        for others in matrix.values:
            if all(other >= value for other, value in zip(others, values)) and any(
                other > value for other, value in zip(others, values)
            ):
                found.append(own)
                break
    return tuple(found)
