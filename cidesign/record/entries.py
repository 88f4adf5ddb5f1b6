"""One more row of scores, remarks or notes: what the table holds stays as it is and is not read
again, so that a row costs a row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cidesign.domain.panel import Note, Remark, Score
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
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
    one = valid(
        Score, {**_lined(cells), "seq": _next(counted.scores), "row": _row(counted.scores)}, SCORES
    )
    row = {
        "rater": one.rater,
        "candidate": one.candidate,
        "criterion": one.criterion,
        "score": "" if one.score is None else plain(one.score),
        "round": str(one.round),
        "reason": one.reason,
        "via": one.via,
        "entered_by": one.entered_by,
        "seq": str(one.seq),
    }
    files = Files(counted.files).with_row(SCORES, row)
    return replace(counted, files=files, scores=(*counted.scores, one))


def with_remark(bundle: Bundle, **cells: Any) -> Bundle:
    """The bundle with one more strength and concern; likewise.

    Raises:
        BadInput: the row would not be valid.
    """
    counted = _counted(bundle, REMARKS, bundle.remarks)
    one = valid(Remark, {**_lined(cells), "seq": _next(counted.remarks)}, REMARKS)
    row = {
        "rater": one.rater,
        "candidate": one.candidate,
        "strength": one.strength,
        "concern": one.concern,
        "round": str(one.round),
        "seq": str(one.seq),
    }
    files = Files(counted.files).with_row(REMARKS, row)
    return replace(counted, files=files, remarks=(*counted.remarks, one))


def with_note(bundle: Bundle, **cells: Any) -> Bundle:
    """The bundle with one more note on a cell; likewise.

    Raises:
        BadInput: the row would not be valid.
    """
    counted = _counted(bundle, NOTES, bundle.notes)
    one = valid(
        Note, {**_lined(cells), "seq": _next(counted.notes), "row": _row(counted.notes)}, NOTES
    )
    row = {
        "candidate": one.candidate,
        "criterion": one.criterion,
        "round": str(one.round),
        "note": one.note,
        "by": one.by,
        "at": one.at,
        "seq": str(one.seq),
    }
    files = Files(counted.files).with_row(NOTES, row)
    return replace(counted, files=files, notes=(*counted.notes, one))


def _counted(bundle: Bundle, file: str, rows: Sequence[Any]) -> Bundle:
    return numbered(bundle, file, "seq") if any(one.seq is None for one in rows) else bundle


def _next(rows: Sequence[Any]) -> int:
    return 1 + max((one.seq or 0 for one in rows), default=0)


def _row(rows: Sequence[Any]) -> int:
    return 1 + max((one.row for one in rows), default=1)


def _lined(cells: Mapping[str, Any]) -> dict[str, Any]:
    """The cells as a table holds them: texts on one line, spaces closed up."""
    return {
        column: " ".join(cell.split()) if isinstance(cell, str) else cell
        for column, cell in cells.items()
    }
