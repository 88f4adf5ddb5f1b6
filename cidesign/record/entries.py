"""One more row of scores, remarks or notes: what the table holds stays as it is and is not read
again, so that a row costs a row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cidesign.domain.panel import Note, Remark, Score
from cidesign.domain.workshop import Bundle
from cidesign.record.entry_cells import note_cells, remark_cells, score_cells
from cidesign.record.faults import valid
from cidesign.record.held import Files
from cidesign.record.rows import numbered

SCORES, REMARKS, NOTES = "scores.csv", "reasons.csv", "notes.csv"


def with_score(bundle: Bundle, **cells: Any) -> Bundle:
    """The bundle with one more score; ``seq`` goes on from the largest.

    Raises:
        BadInput: the row would not be valid.
    """
    counted = _counted(bundle, SCORES, bundle.scores)
    places = {
        "seq": _next(counted, SCORES, counted.scores),
        "row": _line(counted, SCORES, counted.scores),
    }
    one = valid(Score, {**_lined(cells), **places}, SCORES)
    files = Files(counted.files).with_row(SCORES, score_cells(one))
    return replace(counted, files=files, scores=(*counted.scores, one))


def with_remark(bundle: Bundle, **cells: Any) -> Bundle:
    """The bundle with one more strength and concern; likewise.

    Raises:
        BadInput: the row would not be valid.
    """
    counted = _counted(bundle, REMARKS, bundle.remarks)
    places = {"seq": _next(counted, REMARKS, counted.remarks)}
    one = valid(Remark, {**_lined(cells), **places}, REMARKS)
    files = Files(counted.files).with_row(REMARKS, remark_cells(one))
    return replace(counted, files=files, remarks=(*counted.remarks, one))


def with_note(bundle: Bundle, **cells: Any) -> Bundle:
    """The bundle with one more note on a cell; likewise.

    Raises:
        BadInput: the row would not be valid.
    """
    counted = _counted(bundle, NOTES, bundle.notes)
    places = {
        "seq": _next(counted, NOTES, counted.notes),
        "row": _line(counted, NOTES, counted.notes),
    }
    one = valid(Note, {**_lined(cells), **places}, NOTES)
    files = Files(counted.files).with_row(NOTES, note_cells(one))
    return replace(counted, files=files, notes=(*counted.notes, one))


def _counted(bundle: Bundle, file: str, rows: Sequence[Any]) -> Bundle:
    """The bundle whose rows all bear a number; those we added do already."""
    if _grew(bundle, file) or all(one.seq is not None for one in rows):
        return bundle
    return numbered(bundle, file, "seq")


def _next(bundle: Bundle, file: str, rows: Sequence[Any]) -> int:
    """One more than the largest number: that of the row added last, or, in a table that was read,
    of any row.
    """
    if _grew(bundle, file):
        return 1 + int(rows[-1].seq)
    return 1 + max((one.seq or 0 for one in rows), default=0)


def _line(bundle: Bundle, file: str, rows: Sequence[Any]) -> int:
    """The line of the file after the last; likewise."""
    if _grew(bundle, file):
        return 1 + int(rows[-1].row)
    return 1 + max((one.row for one in rows), default=1)


def _grew(bundle: Bundle, file: str) -> bool:
    return isinstance(bundle.files, Files) and bundle.files.grew(file)


def _lined(cells: Mapping[str, Any]) -> dict[str, Any]:
    """The cells as a table holds them: texts on one line, spaces closed up."""
    return {
        column: " ".join(cell.split()) if isinstance(cell, str) else cell
        for column, cell in cells.items()
    }
