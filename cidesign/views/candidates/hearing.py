"""A table of what people beyond the committee said, as somebody pastes it out of a spreadsheet, and
what is told of it before the close.
"""

import csv
from decimal import Decimal, InvalidOperation

from cidesign.acts.heard import is_blind_to_others
from cidesign.acts.keep_heard import HeardOf, KeepHeard
from cidesign.domain.apart import as_seen
from cidesign.domain.figures import count
from cidesign.domain.pasted import Read
from cidesign.domain.problem import Problem
from cidesign.domain.value import shown
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count

HEADS = frozenset({"who", "group"})
COLUMNS = 7


def heard_pasted(text: str) -> Read[KeepHeard]:
    """Rows of group, number asked, candidate, mean, sentence, day, source; tabs or commas between
    them, a first line of headings is left out. The last four may be blank.
    """
    rows: list[HeardOf] = []
    problems: list[Problem] = []
    between = "\t" if "\t" in text else ","
    for line, cells in enumerate(csv.reader(text.splitlines(), delimiter=between), start=1):
        cells = [one.strip() for one in cells]
        if not any(cells) or (line == 1 and as_seen(cells[0]) in HEADS):
            continue
        where = say("Line {line}", line=line)
        if len(cells) > COLUMNS:
            what = say("it has {n} columns", n=len(cells))
            remedy = say("write at most seven; put quotes around a sentence with commas")
            problems.append(Problem(where, what, remedy))
            continue
        who, asked, candidate, mean, said, day, source = [*cells, *[""] * COLUMNS][:COLUMNS]
        numbers: dict[str, Decimal | None] = {}
        for name, cell in (("asked", asked), ("mean", mean)):
            numbers[name], wrong = _number(cell)
            if wrong:
                what = say("{word} is no number", word=shown(cell))
                problems.append(Problem(where, what, say("write a number such as 24 or 3.6")))
        rows.append(
            HeardOf(
                who=who,
                candidate=candidate,
                said=said,
                day=day,
                source=source,
                line=line,
                **numbers,
            )
        )
    act = KeepHeard(rows=tuple(rows))
    return Read(act, kept(len({as_seen(one.who) for one in rows})), (), tuple(problems))


def _number(cell: str) -> tuple[Decimal | None, bool]:
    if not cell:
        return None, False
    try:
        found = Decimal(cell)
    except InvalidOperation:
        return None, True
    return (found, False) if found.is_finite() else (None, True)


def kept(groups: int) -> str:
    """That so many groups' words are kept."""
    return say_count(
        "What {n} group said is kept.",
        "What {n} groups said is kept.",
        groups,
        n=count(groups),
    )


def note(bundle: Bundle) -> str:
    """When it is shown, and that it never counts."""
    if is_blind_to_others(bundle):
        return say(
            "Heard, not counted. Nobody reads it, nor do you, before a round is closed; then it "
            "stands beside the scores on Compare and in the memo."
        )
    return say("Heard, not counted. It stands beside the scores on Compare and in the memo.")
