"""Where the names of the columns stand, below a title, notes and an export's own rows; one row of
them or two.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from cidesign.record.brought.cells import number_in
from cidesign.record.brought.grids import Grid
from cidesign.record.brought.spelling import bare, folded

_LOOKED_AT = 60

Weight = Callable[[str], int]
"""How surely a cell is a column's name: 0 not at all, 1 one of ours, 3 a word for a column."""


@dataclass(frozen=True)
class Header:
    """The names of the columns.

    Args:
        levels: one text for each level of names, by column; a level above reaches over several.
        row: place of the lowest row of names; −1 where the table has none.
        first: place of the first row below.
        fit: how surely these are the names.
    """

    levels: tuple[tuple[str, ...], ...]
    row: int
    first: int
    fit: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """Each column's whole name; levels are parted by a bar."""
        return tuple(
            " | ".join(dict.fromkeys(part for part in parts if part)) for parts in zip(*self.levels)
        )


def header_of(grid: Grid, weight: Weight, *, asked: int | None = None) -> Header:
    """The row of names: the first of those that hold the most words for columns and names of ours.

    Args:
        grid: the sheet.
        weight: see above.
        asked: the place of the row somebody named.
    """
    width = grid.width
    places = [asked] if asked is not None else range(min(len(grid.rows), _LOOKED_AT))
    fits = {place: _fit(grid.rows[place], weight) for place in places if place < len(grid.rows)}
    best = max(fits, key=lambda place: (fits[place], -place), default=-1)
    if best < 0 or (fits[best] <= 0 and asked is None):
        best = _fullest(grid)
        fits[best] = 0
    lowest, levels = best, [_padded(grid.rows[best], width)]
    above, below = best - 1, best + 1
    if below < len(grid.rows) and _is_level(grid.rows[below], weight, grid.rows[best]):
        levels = [_spread(levels[0], _padded(grid.rows[below], width))]
        levels.append(_padded(grid.rows[below], width))
        lowest = below
    elif above >= 0 and _is_group(grid.rows[above], grid.rows[best], weight):
        levels.insert(0, _spread(_padded(grid.rows[above], width), levels[0]))
    return Header(tuple(levels), lowest, lowest + 1, fits[best])


def _fit(row: tuple[str, ...], weight: Weight) -> int:
    texts = [cell for cell in row if cell]
    numbers = sum(number_in(cell) is not None and weight(cell) == 0 for cell in texts)
    if not texts or len({folded(one) for one in texts}) == 1 < len(texts):
        return 0
    return sum(weight(cell) for cell in dict.fromkeys(texts)) * 2 - 3 * numbers


def _fullest(grid: Grid) -> int:
    """The first row with texts in as many columns as any other has."""
    counts = [
        sum(bool(cell) and number_in(cell) is None for cell in row)
        for row in grid.rows[:_LOOKED_AT]
    ]
    most = max(counts, default=0)
    return counts.index(most) if counts else 0


def _is_level(row: tuple[str, ...], weight: Weight, above: tuple[str, ...]) -> bool:
    """Whether a row below the names holds names too: several of ours, again and again."""
    texts = [cell for cell in row if cell]
    if len(texts) < 2 or any(number_in(cell) is not None for cell in texts):
        return False
    ours = [cell for cell in texts if weight(cell)]
    blank_above = sum(not cell for cell in above) + sum(
        one == other and bool(one) for one, other in pairwise(above)
    )
    repeated = len({folded(one) for one in ours}) < len(ours)
    return len(ours) >= max(2, len(texts) - 2) and (blank_above > 0 or repeated) and repeated


def _is_group(row: tuple[str, ...], names: tuple[str, ...], weight: Weight) -> bool:
    """Whether a row above the names groups them, because the same names come back below it."""
    texts = list(dict.fromkeys(cell for cell in row if cell))
    told = [folded(cell) for cell in names if cell]
    if len(texts) < 2 or len(set(told)) == len(told):
        return False
    return len(row) - row.count("") >= 2 or any(weight(cell) for cell in texts)


def _padded(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return row + ("",) * (width - len(row))


def _spread(group: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """A group's name over all its columns: until the next one, where names stand below."""
    told, now = [], ""
    for text, name in zip(group, names):
        now = text or (now if name else "")
        told.append(now)
    return tuple(told)


def is_again(row: tuple[str, ...], header: Header) -> bool:
    """Whether a row only repeats the names of the columns."""
    told = [bare(cell) for cell in row if cell]
    names = {bare(cell) for cell in header.levels[-1] if cell}
    return len(told) > 1 and all(cell in names for cell in told)
