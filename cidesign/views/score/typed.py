"""The levels of a whole sheet, typed in one go: 4 2 5 1 3 3 4 2 5, as from a sheet on paper."""

import re
from collections.abc import Sequence
from decimal import Decimal

from cidesign.domain.problem import BadInput, Problem, Wrong
from cidesign.domain.rules import Criterion
from cidesign.domain.value import exact, shown
from cidesign.domain.value import plain as written
from cidesign.text import say

OPEN = frozenset({"-", "–", "—", ".", "?", "x", "X", "_"})
_APART = re.compile(r"[\s,;/|]+")


def levels_typed(text: str, criteria: Sequence[Criterion]) -> tuple[Decimal | None, ...]:
    """One level for each criterion, in order; None where it stays as it is (a dash). Nothing typed
    is no level at all, so the answer is then empty.

    Raises:
        BadInput: there are more or fewer than criteria, or some that are no level; all are told.
    """
    words = [word for word in _APART.split(text.strip()) if word]
    if not words:
        return ()
    if len(words) == 1 and len(words[0]) == len(criteria) > 1 and _of_one_letter(criteria):
        words = list(words[0])
    if len(words) != len(criteria):
        what = say("{n} levels stand there, and there are {all}", n=len(words), all=len(criteria))
        remedy = say("type one for each, in order, and a dash for one you leave open")
        raise BadInput([Problem(say("All in one go"), what, remedy)])
    found, problems = [], []
    for word, criterion in zip(words, criteria):
        level = None if word in OPEN else _level(word)
        if word not in OPEN and (level is None or not criterion.scale.holds(level)):
            low, high = written(criterion.scale.low), written(criterion.scale.high)
            what = say("{word} is no level of it", word=shown(word))
            remedy = say("choose a level from {low} to {high}", low=low, high=high)
            problems.append(Problem(criterion.name, what, remedy))
        found.append(level)
    if problems:
        raise BadInput(problems)
    return tuple(found)


def _of_one_letter(criteria: Sequence[Criterion]) -> bool:
    """Whether every level of every criterion is one figure, so that they may stand together."""
    return all(
        one.scale.step is not None and one.scale.low >= 0 and one.scale.high <= 9
        for one in criteria
    )


def _level(word: str) -> Decimal | None:
    try:
        return exact(word)
    except Wrong:
        return None
