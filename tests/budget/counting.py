"""Searches for the clock's tests: the child finds them by name."""

from collections.abc import Callable
from threading import Event


def count_to(tell: Callable[[int], None], most: int) -> None:
    for number in range(1, most + 1):
        tell(number)


def count_to_and_never_end(tell: Callable[[int], None], most: int) -> None:
    count_to(tell, most)
    Event().wait()


def count_to_and_break(tell: Callable[[int], None], most: int) -> None:
    count_to(tell, most)
    raise RuntimeError("the abacus broke")
