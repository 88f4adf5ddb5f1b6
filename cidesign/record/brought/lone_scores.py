"""A score file that stands alone, without a workshop: read as it is where it has the record's own
columns, else as people have it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cidesign.domain.panel import Candidate, Score
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import RuleSheet
from cidesign.domain.workshop import Bundle, Workshop
from cidesign.record.brought.understand import understand
from cidesign.record.brought.understood import KEEP, LEAVE_OUT, Choice, Understood
from cidesign.record.panel import scores_in
from cidesign.text import say

_SHOWN = 6
_OWN = frozenset({"rater", "candidate", "criterion", "score"})


@dataclass(frozen=True)
class LoneScores:
    """Every row, and what was understood on the way, as sentences."""

    rows: tuple[Score, ...]
    told: tuple[str, ...] = ()


def lone_scores(
    content: bytes, name: str, rules: RuleSheet, candidates: Sequence[Candidate] = ()
) -> LoneScores:
    """The scores of a file.

    Args:
        content: its bytes; text, an Excel workbook, an OpenDocument spreadsheet.
        name: as people know it.
        rules: whose criteria it scores.
        candidates: where they are known; else whoever stands in the file.

    Raises:
        BadInput: every problem of a file with the record's own columns; of any other what must be
            mended and what is not clear.
    """
    own = own_scores(content, name)
    if own is not None and _all_known(own, rules, candidates):
        return LoneScores(own)
    try:
        found = _understood(content, name, rules, candidates)
    except BadInput:
        if own is None:
            raise
        return LoneScores(own)
    if found.is_ready and found.rows:
        rows = scores_in(found.content, name)
        return LoneScores(tuple(one.model_copy(update={"row": 0}) for one in rows), _told(found))
    if own is not None:
        return LoneScores(own)
    if _is_own(content):
        scores_in(content, name)
    raise BadInput([*found.problems, *(_asked(found.name, one) for one in found.questions)])


def own_scores(content: bytes, name: str) -> tuple[Score, ...] | None:
    """The rows of a file with the record's own columns; None where it is kept another way, or where
    all that is wrong are scores with words or marks in place of a number.

    Raises:
        BadInput: every problem of a file that has the record's own columns.
    """
    try:
        return scores_in(content, name)
    except BadInput as error:
        cells = all(one.where.endswith(", score") and "," not in one.what for one in error.problems)
        if _is_own(content) and not cells:
            raise
        return None


def _is_own(content: bytes) -> bool:
    """Whether the first row names the record's columns, or all but one of them, whatever stands
    between them.
    """
    first = next((line for line in content[:100_000].splitlines() if line.strip()), b"")
    cells = re.split(r"[,;\t|]", first.decode("utf-8", "replace").removeprefix("\ufeff"))
    return len(_OWN & {cell.strip().strip('"').casefold() for cell in cells}) >= len(_OWN) - 1


def _all_known(scores: Sequence[Score], rules: RuleSheet, candidates: Sequence[Candidate]) -> bool:
    criteria, known = {one.id for one in rules.criteria}, {one.id for one in candidates}
    return all(
        one.criterion in criteria and (not known or one.candidate in known) for one in scores
    )


def _understood(
    content: bytes, name: str, rules: RuleSheet, candidates: Sequence[Candidate]
) -> Understood:
    bundle = Bundle(
        files={}, workshop=Workshop(name="-"), rules=rules, candidates=tuple(candidates)
    )
    return understand(name, content, bundle, "scores")


def _told(found: Understood) -> tuple[str, ...]:
    shape = say("The table was read with {shape}.", shape=found.shape)
    return (shape, *found.left_out, *found.odd)


def _asked(name: str, one: Choice) -> Problem:
    answers = [answer for answer, _ in one.options if answer not in (KEEP, LEAVE_OUT)]
    listed = ", ".join(answers[:_SHOWN])
    remedy = (
        say("write one of {words}, or leave it out", words=listed)
        if listed
        else say("write it into the table")
    )
    where = say("{name}: {place}", name=name, place=one.place) if one.place else name
    return Problem(where, one.ask.rstrip("?.") + "?", remedy)
