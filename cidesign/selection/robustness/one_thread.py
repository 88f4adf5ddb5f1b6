"""Products of many samples in one thread: where a server has other work too, waiting for a second
one costs more than it gives.
"""

import numpy as np

from cidesign.selection.robustness.sampling import Array

STEPS = 2**18
"""Libraries for matrices (OpenBLAS) begin a second thread for products of more multiplications than
so many.
"""
LEAST = 8


def product(left: Array, right: Array) -> Array:
    """The matrix product, a few columns at a time.

    Args:
        left: anything x inner.
        right: inner x samples.
    """
    found = np.empty((len(left), right.shape[1]))
    step = max(STEPS // max(left.size, 1), LEAST)
    for begin in range(0, right.shape[1], step):
        np.matmul(left, right[:, begin : begin + step], out=found[:, begin : begin + step])
    return found
