"""What kind of things stand in one column: numbers, sentences, a count of the rows."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cidesign.record.brought.cells import is_nothing, number_in

_BEGINS_WITH_ONE = re.compile(r"\(?[\d.,]+\)?\s*[-–—:=(.]")


def numeric(cells: Sequence[str]) -> float:
    """The share of cells that hold a number, with the words for it or without."""
    full = [one for one in cells if not is_nothing(one)]
    found = ((one, number_in(one)) for one in full)
    hits = sum(
        number is not None and (not number.words or bool(_BEGINS_WITH_ONE.match(one)))
        for one, number in found
    )
    return hits / len(full) if full else 0.0


def bare_numbers(cells: Sequence[str]) -> float:
    """The share of cells that hold a number and nothing else."""
    found = [number_in(one) for one in cells]
    return sum(one is not None and not one.words for one in found) / len(cells)


def long(cells: Sequence[str]) -> bool:
    """Whether longer texts stand there."""
    return sum(len(one) for one in cells) > 30 * len(cells)


def talks(cells: Sequence[str]) -> bool:
    """Whether sentences stand there."""
    full = [one for one in cells if not is_nothing(one)]
    spoken = [one for one in full if len(one.split()) > 2 and number_in(one) is None]
    return bool(full) and len(spoken) >= len(full) / 2


def counts_up(cells: Sequence[str], rows: int) -> bool:
    """Whether a column only numbers the rows, of which there are so many."""
    if len(cells) < 0.8 * rows:
        return False
    numbers = [number_in(one) for one in cells]
    if any(one is None for one in numbers) or len(numbers) < 3:
        return False
    values = [one.value for one in numbers if one is not None]
    return all(after - before == 1 for before, after in pairwise(values))
