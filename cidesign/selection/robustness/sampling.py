"""Draws of weights, each as likely as any other: any weights at all, those that keep an order, or
those within ranges.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from cidesign.domain.problem import BadInput, Problem
from cidesign.text import say

CHUNK = 16_384
"""Samples drawn and looked at together: few enough for little memory, many enough for speed."""
Array = NDArray[np.float64]
Number = float | Fraction
Law = Callable[[np.random.Generator, int], Array]
"""Draws so many samples of weights: criteria x samples, each column adds to 1."""
ROUNDING_ERROR = Fraction(1, 10**9)
WHERE = "weights"
HALVINGS = 60
HARDLY_TILTED = 1e-6


def draws(law: Law, samples: int, *, seed: int) -> Array:
    """The samples of a law, samples x criteria; rows add to 1, and the same seed gives the same
    ones.

    Raises:
        BadInput: there is no sample to draw.
    """
    return np.concatenate([chunk.T for chunk in chunks(law, samples, seed)])


def chunks(law: Law, samples: int, seed: int) -> Iterator[Array]:
    """The samples of a law piece by piece, criteria x samples; the same seed gives the same ones.

    Raises:
        BadInput: there is no sample to draw.
    """
    if samples < 1:
        raise _refused(
            say("{samples} samples are none", samples=samples),
            say("ask for at least one; 100,000 are usual"),
        )
    generator = np.random.default_rng(seed)
    for begun in range(0, samples, CHUNK):
        yield law(generator, min(CHUNK, samples - begun))


def anything(criteria: int) -> Law:
    """Uniform over all weights that add to 1.

    Raises:
        BadInput: there is no criterion.

    Source: exponential draws divided by their sum, Devroye 1986, Non-Uniform Random Variate
    Generation, chapter V.2.
    """
    if criteria < 1:
        raise _refused(say("there is no criterion to weigh"), say("name at least one"))

    def draw(generator: np.random.Generator, count: int) -> Array:
        drawn = generator.standard_exponential((criteria, count))
        drawn /= drawn.sum(axis=0)
        return drawn

    return draw


def in_order(places: Sequence[int]) -> Law:
    """Uniform over the weights that keep an order: any weights, sorted, then shuffled among those
    on one place. Their mean is the rank-order centroid; on one place, the mean of its centroids.

    Args:
        places: of each criterion its place, the smallest weighs most; criteria on one place may
            weigh any way among themselves.

    Raises:
        BadInput: there is no criterion.

    Source: Barron & Barrett 1996, Management Science 42(11):1515-1523.
    """
    from_the_top = np.argsort(places, kind="stable")
    ordered = np.sort(places)
    ends = [*(np.flatnonzero(np.diff(ordered)) + 1), len(places)]
    shared = [(begin, end) for begin, end in zip([0, *ends], ends) if end - begin > 1]
    draw_any = anything(len(places))

    def draw(generator: np.random.Generator, count: int) -> Array:
        descending = np.sort(draw_any(generator, count), axis=0)[::-1]
        for begin, end in shared:
            descending[begin:end] = generator.permuted(descending[begin:end], axis=0)
        weights = np.empty_like(descending)
        weights[from_the_top] = descending
        return weights

    return draw


def always(weights: Sequence[Fraction]) -> Law:
    """The same weights in every sample."""
    column = np.array([float(value) for value in weights])[:, None]
    return lambda generator, count: np.repeat(column, count, axis=1)


def within(low: Sequence[Number], high: Sequence[Number]) -> Law:
    """Uniform over the weights within ranges.

    What each weight has above the low end of its range (or below the high end, whichever is nearer)
    is drawn from an exponential cut off at the width of the range; the same tilt for all, such that
    they are expected to add up. Where they do add up, the tilt is the same for all weights, so none
    is favoured. The widest takes what the others leave, and is kept as often as its own law says.

    Raises:
        BadInput: a range is none, or no weights lie within all of them.

    Source: rejection from tilted draws, Devroye 1986, Non-Uniform Random Variate Generation,
    chapter II.3; exact, without a chain of steps.
    """
    lows, highs = _exact(low, high)
    lows, highs = _reached(lows, highs)
    above, room = 1 - sum(lows), sum(highs) - sum(lows)
    if room <= 0:
        return always(lows)
    downwards = 2 * above > room
    left = room - above if downwards else above
    widths = np.array([float((upper - lower) / left) for lower, upper in zip(lows, highs)])
    ends = np.array([[float(lower), float(upper)] for lower, upper in zip(lows, highs)]).T[
        :, :, None
    ]
    start, step = (ends[1], -float(left)) if downwards else (ends[0], float(left))
    draw_parts = _parts(widths)

    def draw(generator: np.random.Generator, count: int) -> Array:
        return np.asarray(np.clip(start + step * draw_parts(generator, count), ends[0], ends[1]))

    return draw


def _exact(low: Sequence[Number], high: Sequence[Number]) -> tuple[list[Fraction], list[Fraction]]:
    lows, highs = [Fraction(value) for value in low], [Fraction(value) for value in high]
    if not lows or len(lows) != len(highs):
        raise _refused(
            say(
                "there are {lows} low ends and {highs} high ends", lows=len(lows), highs=len(highs)
            ),
            say("give both ends of every range"),
        )
    if any(not 0 <= lower <= upper for lower, upper in zip(lows, highs)):
        raise _refused(
            say("a range begins below 0 or above its own end"),
            say("write ranges from the smaller share to the larger"),
        )
    if sum(lows) > 1 + ROUNDING_ERROR:
        raise _refused(
            say("no weights lie within the ranges: their low ends add to more than 1"),
            say("lower a low end"),
        )
    if sum(highs) < 1 - ROUNDING_ERROR:
        raise _refused(
            say("no weights lie within the ranges: their high ends add to less than 1"),
            say("raise a high end"),
        )
    return lows, highs


def _reached(lows: list[Fraction], highs: list[Fraction]) -> tuple[list[Fraction], list[Fraction]]:
    """The ranges without what no weights that add to 1 can reach; ends that miss 1 by a rounding
    error alone are made to add to it.
    """
    least, most = sum(lows), sum(highs)
    if least >= 1 or most <= 1:
        only, total = (lows, least) if least >= 1 else (highs, most)
        fixed = [value / total for value in only]
        return fixed, fixed
    return (
        [max(lower, 1 - (most - upper)) for lower, upper in zip(lows, highs)],
        [min(upper, 1 - (least - lower)) for lower, upper in zip(lows, highs)],
    )


def _parts(widths: Array) -> Law:
    """Uniform over the parts that add to 1 and are each at most so wide; every width is at most 1,
    and they add to at least 2.
    """
    widest = int(np.argmax(widths))
    others = np.array(
        [place for place in range(len(widths)) if place != widest and widths[place] > 0]
    )
    tilt = _tilt(widths[widths > 0])
    limits = widths[others][:, None]

    def draw(generator: np.random.Generator, count: int) -> Array:
        parts = np.zeros((len(widths), count))
        found, tried = 0, 0
        while found < count:
            wanted = (count - found) * (tried + 1) // (found + 1)
            batch = min(max(wanted, CHUNK // 16), 2 * CHUNK)
            drawn = _cut_exponentials(tilt, limits, generator.random((len(others), batch)))
            rest = 1 - drawn.sum(axis=0)
            kept = (
                (rest >= 0)
                & (rest <= widths[widest])
                & (generator.random(batch) < np.exp(-tilt * np.abs(rest)))
            )
            taken = np.flatnonzero(kept)[: count - found]
            parts[others, found : found + len(taken)] = drawn[:, taken]
            parts[widest, found : found + len(taken)] = rest[taken]
            found, tried = found + len(taken), tried + batch
        return parts

    return draw


def _tilt(widths: Array) -> float:
    """The rate at which exponentials cut off at these widths are expected to add to 1; 0 where
    uniform draws do.
    """
    low, high = 0.0, float(len(widths))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _expected(middle, widths) > 1 else (low, middle)
    return low if low > HARDLY_TILTED else 0.0


def _expected(rate: float, widths: Array) -> float:
    return float((1 / rate - widths / np.expm1(rate * widths)).sum())


def _cut_exponentials(rate: float, limits: Array, uniform: Array) -> Array:
    """Exponential draws of a rate, each no larger than its limit, made of uniform ones."""
    if not rate:
        return uniform * limits
    return np.asarray(-np.log1p(uniform * np.expm1(-rate * limits)) / rate)


def _refused(what: str, remedy: str) -> BadInput:
    return BadInput([Problem(WHERE, what, remedy)])
