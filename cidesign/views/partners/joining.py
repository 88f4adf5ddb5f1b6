"""A list of partners as somebody pastes it, also out of a spreadsheet: of each its name, sector and
kind, whom it serves and what it is good at, line by line.
"""

from cidesign.acts.add_partners import AddPartners, Joining
from cidesign.domain.figures import count
from cidesign.domain.pasted import Read, lines_of, too_many, without_heading
from cidesign.domain.problem import Problem
from cidesign.text import say, say_count

HEADS = frozenset({"name", "partner", "partners", "organization", "organisation"})
PARTS = 5
"""Of a line, set apart by tabs or semicolons."""


def partners_pasted(text: str) -> Read[AddPartners]:
    """All on a list, one on each line."""
    lines, told = without_heading(lines_of(text), HEADS)
    joining = []
    for line in lines:
        _, sector, kind, serves, good_at = (*line.cells, "", "", "", "")[:PARTS]
        joining.append(
            Joining(
                name=line.first,
                sector=sector,
                organization=kind,
                serves=serves,
                good_at=good_at,
                line=line.number,
            )
        )
    problems = too_many(lines) + tuple(
        Problem(
            say("Line {line}", line=line.number),
            say("it has more than five parts"),
            say("leave name, sector, kind, whom it serves, what it is good at"),
        )
        for line in lines
        if any(line.cells[PARTS:])
    )
    number = len(joining)
    done = say_count(
        "{n} partner was added.",
        "{n} partners were added.",
        number,
        n=count(number, opening=True),
    )
    return Read(AddPartners(partners=tuple(joining)), done, told, problems)
