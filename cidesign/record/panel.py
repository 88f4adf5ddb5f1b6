"""The tables of the panel: scores, recusals, what was said beside them, and the members' own
weights.
"""

from collections import defaultdict
from typing import Any, TypeVar

from pydantic import BaseModel

from cidesign.domain.answers import KeptAnswer
from cidesign.domain.nearest import instead
from cidesign.domain.panel import Declaration, Note, Recusal, Remark, Score
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.domain.walk import WALK
from cidesign.domain.workshop import MemberWeight
from cidesign.record.faults import valid_at
from cidesign.record.places import Place, spelled
from cidesign.record.table import Row, table
from cidesign.text import say

M = TypeVar("M", bound=BaseModel)
_SCORE = ("rater", "candidate", "criterion", "score")
_SCORE_MORE = ("round", "reason", "via", "entered_by", "seq")
_MAY_BE_BLANK = {"score": None, "round": 1, "seq": None}
_REMARK = ("rater", "candidate", "strength", "concern")


def scores_in(content: bytes, name: str) -> tuple[Score, ...]:
    """Every row of a score file, edits and withdrawals included, in the order of the file.

    Raises:
        BadInput: every problem of the file; two rows with one key need different ``seq``.
    """
    rows = typed_rows(content, name, Score, _SCORE, _SCORE_MORE)
    by_key: dict[tuple[Any, ...], list[Score]] = defaultdict(list)
    for one in rows:
        by_key[one.round, one.rater, one.candidate, one.criterion].append(one)
    problems = [
        problem
        for same in by_key.values()
        if len(same) > 1
        for problem in _edits_out_of_order(same, name)
    ]
    if problems:
        raise BadInput(problems)
    return rows


def _edits_out_of_order(same: list[Score], name: str) -> list[Problem]:
    first = same[0]
    key = say(
        "{rater} on {candidate}, {criterion}, round {round}",
        rater=shown(first.rater),
        candidate=shown(first.candidate),
        criterion=shown(first.criterion),
        round=first.round,
    )
    remedy = say("give each edit a larger seq, or delete a row")
    blank = [one for one in same if one.seq is None]
    if blank and len(blank) < len(same):
        return [
            Problem(
                say("{name}: row {row}, seq", name=name, row=one.row),
                say("is blank, while another row for {key} has one", key=key),
                remedy,
            )
            for one in blank
        ]
    seen: dict[Any, int] = {}
    problems = []
    for one in same:
        if one.seq in seen:
            said = {"key": key, "row": seen[one.seq], "seq": one.seq}
            if one.seq is None:
                what = say("{key} stands in row {row} too, both without a seq", **said)
            else:
                what = say("{key} stands in row {row} too, both with seq {seq}", **said)
            problems.append(Problem(say("{name}: row {row}", name=name, row=one.row), what, remedy))
        seen.setdefault(one.seq, one.row)
    return problems


def recusals_in(content: bytes, name: str) -> tuple[Recusal, ...]:
    """Who steps aside for whom; a row that stands twice does no harm.

    Raises:
        BadInput: every problem of the file.
    """
    return tuple(
        dict.fromkeys(
            typed_rows(content, name, Recusal, ("rater", "candidate"), ("kind", "reason"))
        )
    )


def declarations_in(content: bytes, name: str) -> tuple[Declaration, ...]:
    """Who has said that nothing ties her to which candidate; a row that stands twice does no harm.

    Raises:
        BadInput: every problem of the file.
    """
    return tuple(dict.fromkeys(typed_rows(content, name, Declaration, ("rater", "candidate"), ())))


def remarks_in(content: bytes, name: str) -> tuple[Remark, ...]:
    """Every strength and concern a rater wrote, edits included, in the order of the file.

    Raises:
        BadInput: every problem of the file.
    """
    return typed_rows(content, name, Remark, _REMARK, ("round", "seq"))


def notes_in(content: bytes, name: str) -> tuple[Note, ...]:
    """Every note on a cell, edits and withdrawals included, in the order of the file.

    Raises:
        BadInput: every problem of the file; two rows on one cell and round need different ``seq``.
    """
    rows = typed_rows(
        content, name, Note, ("candidate", "criterion", "note"), ("round", "by", "at", "seq")
    )
    numbers: dict[tuple[str, str, int], list[Note]] = defaultdict(list)
    problems = []
    for one in rows:
        same = numbers[one.candidate, one.criterion, one.round]
        if any(None in (one.seq, other.seq) or one.seq == other.seq for other in same):
            said = {
                "candidate": shown(one.candidate),
                "criterion": shown(one.criterion),
                "round": one.round,
                "row": same[0].row,
            }
            what = say(
                "{candidate}, {criterion}, round {round} stands in row {row} too, and nothing says "
                "which is the later",
                **said,
            )
            problems.append(
                Problem(
                    say("{name}: row {row}", name=name, row=one.row),
                    what,
                    say("give each edit a larger seq, or delete a row"),
                )
            )
        same.append(one)
    if problems:
        raise BadInput(problems)
    return rows


def answers_in(content: bytes, name: str) -> tuple[KeptAnswer, ...]:
    """What was answered to the questions to talk about, one question a row.

    Raises:
        BadInput: every problem of the file; a question that stands twice; a page there is none of.
    """
    rows = typed_rows(
        content, name, KeptAnswer, ("question", "page", "answer"), ("said_by", "owner", "due")
    )
    pages = [step.id for step in WALK]
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for one in rows:
        if one.page not in pages:
            problems.append(
                Problem(
                    say("{name}: row {row}, page", name=name, row=one.row),
                    say("{word} is no page", word=shown(one.page)),
                    instead(one.page, pages),
                )
            )
        if one.question in first:
            problems.append(
                Problem(
                    say("{name}: row {row}, question", name=name, row=one.row),
                    say(
                        "{question} is answered in row {row} too",
                        question=shown(one.question),
                        row=first[one.question],
                    ),
                    say("delete one of the two rows"),
                )
            )
        first.setdefault(one.question, one.row)
    if problems:
        raise BadInput(problems)
    return rows


def weights_in(content: bytes, name: str) -> tuple[MemberWeight, ...]:
    """Each member's own weights, one criterion a row.

    Raises:
        BadInput: every problem of the file; a pair that stands twice; a member whose weights are
            all 0.
    """
    rows = typed_rows(content, name, MemberWeight, ("member", "criterion", "weight"), ())
    problems: list[Problem] = []
    first: dict[tuple[str, str], int] = {}
    for one in rows:
        if (one.member, one.criterion) in first:
            what = say(
                "{member} weighs {criterion} in row {row} too",
                member=shown(one.member),
                criterion=shown(one.criterion),
                row=first[one.member, one.criterion],
            )
            problems.append(
                Problem(
                    say("{name}: row {row}", name=name, row=one.row),
                    what,
                    say("delete one of the two rows"),
                )
            )
        first.setdefault((one.member, one.criterion), one.row)
    for member in dict.fromkeys(one.member for one in rows):
        mine = [one for one in rows if one.member == member]
        if not any(one.weight for one in mine):
            what = say("all weights of {member} are 0", member=shown(member))
            problems.append(
                Problem(
                    say("{name}: row {row}, weight", name=name, row=mine[0].row),
                    what,
                    say("give at least one criterion a weight above 0"),
                )
            )
    if problems:
        raise BadInput(problems)
    return rows


def typed_rows(
    content: bytes, name: str, model: type[M], needs: tuple[str, ...], knows: tuple[str, ...]
) -> tuple[M, ...]:
    """Every row of a table as a value, in the order of the file; a value with a ``row`` gets its
    line.

    Raises:
        BadInput: every problem of every row, or a column that is missing.
    """
    found = table(content, name, needs=needs, knows=knows)
    takes_row = "row" in model.model_fields
    values: list[M] = []
    problems: list[Problem] = []
    for row in found.rows:
        try:
            values.append(
                valid_at(
                    model, _written(row, (*needs, *knows), takes_row=takes_row), _where(name, row)
                )
            )
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(problems)
    return tuple(values)


def _written(row: Row, columns: tuple[str, ...], *, takes_row: bool) -> dict[str, Any]:
    cells: dict[str, Any] = {column: row.cells[column] for column in columns if column in row.cells}
    for column, blank in _MAY_BE_BLANK.items():
        if cells.get(column) == "":
            cells[column] = blank
    return {**cells, "row": row.number} if takes_row else cells


def _where(name: str, row: Row) -> Any:
    def where(place: Place) -> str:
        return (
            say(
                "{name}: row {number}, {spelled}",
                name=name,
                number=row.number,
                spelled=spelled(place),
            )
            if place
            else say("{name}: row {number}", name=name, number=row.number)
        )

    return where
