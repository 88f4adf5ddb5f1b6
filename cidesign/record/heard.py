"""The table of what people beyond the committee said, heard.csv."""

from collections.abc import Sequence

from cidesign.domain.apart import as_seen
from cidesign.domain.heard import HEARD, Heard
from cidesign.domain.nearest import nearest
from cidesign.domain.panel import Candidate
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.record.panel import typed_rows
from cidesign.text import say

_NEEDS = ("who", "asked", "candidate")
_MORE = ("mean", "said", "day", "source")


def heard_in(content: bytes, name: str) -> tuple[Heard, ...]:
    """The rows in the order of the file.

    Raises:
        BadInput: every problem of the file; a group that speaks of one candidate twice, or has two
            numbers of people.
    """
    rows = typed_rows(content, name, Heard, _NEEDS, _MORE)
    problems = []
    first: dict[tuple[str, str], Heard] = {}
    asked: dict[str, Heard] = {}
    for one in rows:
        group = as_seen(one.who)
        where = say("{name}: row {row}", name=name, row=one.row)
        if before := first.get((group, one.candidate)):
            what = say("{who} speaks of it in row {row} too", who=shown(one.who), row=before.row)
            problems.append(Problem(where, what, say("delete one of the two rows")))
        earlier = asked.setdefault(group, one)
        if earlier.asked != one.asked:
            what = say(
                "{who} has another number of people in row {row}",
                who=shown(one.who),
                row=earlier.row,
            )
            problems.append(Problem(where, what, say("write the same in both")))
        first.setdefault((group, one.candidate), one)
    if problems:
        raise BadInput(problems)
    return rows


def heard_unknown(rows: Sequence[Heard], candidates: Sequence[Candidate]) -> list[Problem]:
    """Each row about somebody who is no candidate."""
    known = [one.id for one in candidates]
    return [
        Problem(
            say("{name}: row {row}, candidate", name=HEARD, row=one.row),
            say("{word} is no candidate", word=shown(one.candidate)),
            say("did you mean {near}?", near=near)
            if (near := nearest(one.candidate, known))
            else say("add it to candidates.csv"),
        )
        for one in rows
        if one.candidate not in known
    ]
