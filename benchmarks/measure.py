"""Times variants in turn, so that a noisy minute hits them all alike, and prints medians, ranges
and ratios.
"""

import statistics
import time
from collections.abc import Callable, Mapping


def in_turn(variants: Mapping[str, Callable[[], float]], *, rounds: int) -> dict[str, list[float]]:
    """Seconds of each variant in each round; the order turns around from round to round."""
    taken: dict[str, list[float]] = {name: [] for name in variants}
    for turn in range(rounds):
        names = list(variants) if turn % 2 == 0 else list(reversed(variants))
        for name in names:
            taken[name].append(variants[name]())
    return taken


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """The work as a variant: calls it and gives its seconds by the wall clock."""

    def once() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return once


def table(
    title: str, taken: Mapping[str, list[float]], *, against: str, under_ms: float | None = None
) -> None:
    """Prints one line per variant: median, range, the ratio of its median to that of `against`, and
    whether it is under so many ms.
    """
    yardstick = statistics.median(taken[against])
    width = max(len(name) for name in taken)
    print(f"\n{title}  ({len(taken[against])} rounds in turn)")
    for name, seconds in taken.items():
        median = statistics.median(seconds)
        ratio = f"{median / yardstick:6.2f} x" if name != against else "     1"
        under = (
            ""
            if under_ms is None
            else f"   under {under_ms:g} ms: {'yes' if 1000 * median < under_ms else 'no'}"
        )
        print(
            f"  {name:<{width}}  {1000 * median:8.1f} ms   ({1000 * min(seconds):.1f} to "
            f"{1000 * max(seconds):.1f})   {ratio}{under}"
        )
