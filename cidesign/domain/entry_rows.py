"""The rows that hold at a moment: of each score, remark, declaration, weight and note the latest,
by its key. What the store keeps beside the acts, so that a question about one need not read all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cidesign.domain.panel import Declaration, Note, Recusal, Remark, Score
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle, MemberWeight

Key = tuple[str, ...]
Values = tuple[str | None, ...]


@dataclass(frozen=True)
class EntryTable:
    """One table: its name, the columns that name a row, and what a row holds."""

    name: str
    key: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One row of a table as it is now; no values: it is gone."""

    table: EntryTable
    key: Key
    values: Values | None


SCORES = EntryTable(
    "score",
    ("round", "rater", "candidate", "criterion"),
    ("score", "reason", "via", "entered_by"),
)
REMARKS = EntryTable("remark", ("round", "rater", "candidate"), ("strength", "concern"))
DECLARATIONS = EntryTable("declaration", ("rater", "candidate"), ("aside", "tie", "reason"))
WEIGHTS = EntryTable("weight", ("member", "criterion"), ("weight",))
NOTES = EntryTable("note", ("round", "candidate", "criterion"), ("note", "said_by", "said_at"))
ENTRY_TABLES = (SCORES, REMARKS, DECLARATIONS, WEIGHTS, NOTES)


def score_row(one: Score) -> Row:
    """A score, by round, rater, candidate and criterion; blank where it was withdrawn."""
    score = None if one.score is None else plain(one.score)
    key = (str(one.round), one.rater, one.candidate, one.criterion)
    return Row(SCORES, key, (score, one.reason, one.via, one.entered_by))


def remark_row(one: Remark) -> Row:
    """A strength and a concern, by round, rater and candidate."""
    key = (str(one.round), one.rater, one.candidate)
    return Row(REMARKS, key, (one.strength, one.concern))


def recusal_row(one: Recusal) -> Row:
    """That somebody steps aside for a candidate."""
    return Row(DECLARATIONS, (one.rater, one.candidate), ("yes", one.kind, one.reason))


def declaration_row(one: Declaration) -> Row:
    """That nothing ties somebody to a candidate."""
    return Row(DECLARATIONS, (one.rater, one.candidate), ("no", "", ""))


def weight_row(one: MemberWeight) -> Row:
    """A member's own weight of a criterion."""
    return Row(WEIGHTS, (one.member, one.criterion), (plain(one.weight),))


def note_row(one: Note) -> Row:
    """A note on a cell, by round, candidate and criterion."""
    key = (str(one.round), one.candidate, one.criterion)
    return Row(NOTES, key, (one.note, one.by, one.at))


def rows_of(bundle: Bundle) -> Mapping[tuple[str, Key], Row]:
    """Every row that holds in a workshop, by table and key; of several the largest ``seq``."""
    numbered: list[tuple[int, Row]] = []
    numbered += [(one.seq or 0, score_row(one)) for one in bundle.scores]
    numbered += [(one.seq or 0, remark_row(one)) for one in bundle.remarks]
    numbered += [(one.seq or 0, note_row(one)) for one in bundle.notes]
    unnumbered: Iterable[Row] = (
        *(declaration_row(one) for one in bundle.declarations),
        *(recusal_row(one) for one in bundle.recusals),
        *(weight_row(one) for one in bundle.weights),
    )
    numbered.sort(key=lambda one: one[0])
    return {(row.table.name, row.key): row for row in (*(row for _, row in numbered), *unnumbered)}
