"""Answers in a terminal: one JSON object for programs, or aligned tables with words to the left and
figures to the right.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any

import click

from cidesign.cli.exactly import json_text
from cidesign.cli.running import printable

GAP = "  "
NOTHING = "–"


def tell(answer: dict[str, Any], lines: list[str], *, as_json: bool) -> None:
    """Print one answer, as JSON or as a table."""
    click.echo(json_text(answer) if as_json else "\n".join(lines))


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, words: int = 1) -> list[str]:
    """Lines of a table, heading first.

    Args:
        headings: one for each column.
        rows: cells as text.
        words: how many columns at the left hold words; the others hold figures.
    """
    cells = [[printable(cell) for cell in row] for row in [headings, *rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    return [
        GAP.join(
            _set(cell, width, column < words)
            for column, (cell, width) in enumerate(zip(row, widths))
        ).rstrip()
        for row in cells
    ]


def _set(cell: str, width: int, word: bool) -> str:
    padding = " " * (width - len(cell))
    return isolated(cell) + padding if word else padding + isolated(cell)


def isolated(cell: str) -> str:
    """A cell that is read from right to left, between marks that keep its row from turning; any
    other cell as it is.
    """
    turns = any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in cell)
    return f"\u2068{cell}\u2069" if turns else cell


def paragraph(*lines: str) -> list[str]:
    """Lines after a blank one; nothing where there are none."""
    return ["", *(printable(line) for line in lines)] if lines else []
