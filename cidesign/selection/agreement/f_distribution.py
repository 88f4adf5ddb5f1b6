"""How large a ratio of two mean squares gets by chance: points of the F distribution, for the
intervals of the correlations.
"""

from math import exp, lgamma, log

TINY = 1e-300
STEPS = 10_000
CLOSE = 1e-15


def f_quantile(share: float, above: float, below: float) -> float:
    """The ratio that chance stays under in this share of cases.

    Args:
        share: above 0 and below 1.
        above: degrees of freedom of the mean square above the line, below: of the one below it;
            above 0, whole or not.

    Source: by halving, on the F distribution as a regularized incomplete beta function (Press and
    others 2007, Numerical Recipes, 6.4 and 6.14).
    """
    low, high = 0.0, 1.0
    while high - low > CLOSE * high and low < (middle := (low + high) / 2) < high:
        if beta_share(middle, above / 2, below / 2) < share:
            low = middle
        else:
            high = middle
    part = (low + high) / 2
    return below * part / (above * (1 - part)) if part < 1 else float("inf")


def beta_share(x: float, a: float, b: float) -> float:
    """The regularized incomplete beta function I_x(a, b), for x from 0 to 1."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the beta function, by Lentz's method."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    whole = d
    for step in range(1, STEPS):
        for term in (
            step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step)),
            -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1)),
        ):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            change = c * d
            whole *= change
        if abs(change - 1) < CLOSE:
            break
    return whole


def _not_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY
