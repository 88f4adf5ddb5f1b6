"""Another way from comparisons two by two to weights, to see how much the way matters; and which
answer fits the others least.
"""

import numpy as np
from numpy.typing import NDArray


def geometric_mean_weights(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """The geometric mean of each row, divided by their sum.

    Source: Crawford & Williams 1985, Journal of Mathematical Psychology 29(4):387-405.
    """
    means = np.exp(np.log(matrix).mean(axis=1))
    return np.asarray(means / means.sum())


def worst_answer(
    matrix: NDArray[np.float64], shares: NDArray[np.float64]
) -> tuple[int, int, float] | None:
    """The two criteria whose answer is farthest, as a ratio, from what the weights say together;
    None with fewer than two.

    Returns:
        The place of each, the one that the weights put higher first, and how many times the other
        it weighs by all answers together.

    Source: Saaty 2003, European Journal of Operational Research 145(1):85-91.
    """
    count = len(shares)
    if count < 2:
        return None
    implied = shares[:, None] / shares[None, :]
    apart = np.abs(np.log(matrix / implied))
    row, column = divmod(int(np.argmax(apart)), count)
    if implied[row, column] < 1:
        row, column = column, row
    return row, column, float(implied[row, column])
