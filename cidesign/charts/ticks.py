"""Round numbers for an axis: few, evenly spaced, inside its ends."""

import math


def nice_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """At most ``most`` multiples of 1, 2, 2.5 or 5 times a power of ten between ``low`` and
    ``high``, ends included.

    Returns an empty list when the ends are equal and none is such a number.
    """
    span = high - low
    size = 10.0 ** math.floor(math.log10(span / most)) if span > 0 else 1.0
    for factor in (1.0, 2.0, 2.5, 5.0, 10.0, 20.0):
        step = size * factor
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first + 1 <= most:
            return [number * step for number in range(first, last + 1)]
    return []
