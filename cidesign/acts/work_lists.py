"""The lists of who does what with whom: what forbids a name on them, and the fields of their forms,
so that a fault names the field people see.
"""

from collections.abc import Iterator, Mapping, Sequence

from cidesign.acts.act import Act
from cidesign.domain.apart import as_seen
from cidesign.domain.listed import Entry
from cidesign.domain.naming import tidy
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say

LONGEST = 160
PARTNER_FIELDS = {
    "name": mark("Name"),
    "sector": mark("Sector"),
    "kind": mark("Kind"),
    "serves": mark("Whom it serves"),
    "good_at": mark("What it is good at"),
    "formal_member": mark("Has it signed as a formal member?"),
    "has_committed": mark("What it has committed to do"),
    "credit_wanted": mark("What credit it wants for shared results"),
    "own_money_usd": mark("Its own money for this work, dollars a year"),
    "volunteer_hours": mark("Hours its volunteers give, a year"),
    "people_a_year": mark("People it helps a year"),
    "each_usd": mark("Dollars for each person"),
    "alone_usd": mark("Dollars for each person, were it alone"),
}
FIELDS = {
    "name": mark("Name"),
    "kind": mark("What it is"),
    "aim": mark("Aim"),
    "element": mark("Part of the agenda"),
    "chair": mark("Chair"),
    "lead": mark("Led by"),
    "supports": mark("Supported by"),
    "meetings_a_year": mark("Meetings a year"),
    "begins": mark("First month"),
    "ends": mark("Last month"),
}
MEASURE_FIELDS = {
    "name": mark("What we measure"),
    "definition": mark("How it is counted, of whom"),
    "baseline": mark("Where we stand"),
    "target": mark("Where we want to be"),
    "target_year": mark("By the year"),
    "split_by": mark("Split by which groups"),
    "holder": mark("Who holds the data"),
    "how_often": mark("How often we look at it"),
    "whose": mark("Whose measure"),
    "owners": mark("Who answers for it"),
    "about": mark("What it is about"),
    "by_year": mark("What it was, year by year"),
    "by_group": mark("What it was last, group by group"),
}


def against_name(name: str, id: str, others: Sequence[Entry]) -> Iterator[Problem]:
    """Why a name cannot stand on a list.

    Args:
        name: as it was written.
        id: of whom it is about; empty for a new one.
        others: the list.
    """
    if not tidy(name):
        yield Problem(say("Name"), say("there is none yet"), say("write one"))
    elif len(tidy(name)) > LONGEST:
        remedy = say("write at most {most} letters", most=LONGEST)
        yield Problem(say("Name"), say("it is too long"), remedy)
    elif as_seen(name) in {as_seen(one.called) for one in others if one.id != id}:
        what = say("{name} is on the list already", name=tidy(name))
        yield Problem(say("Name"), what, say("write what tells the two apart"))


def against_length(*texts: tuple[str, str]) -> Iterator[Problem]:
    """Texts that are too long: of each the field it stands in, and what stands there."""
    for field, text in texts:
        if len(text) > LONGEST:
            remedy = say("write at most {most} letters", most=LONGEST)
            yield Problem(field, say("it is too long"), remedy)


def against_row(act: Act, record: Bundle) -> Iterator[Problem]:
    """What forbids the row that an act would write, found by writing it."""
    try:
        act.change(record)
    except BadInput as error:
        yield from error.problems


def on_screen(error: BadInput, fields: Mapping[str, str]) -> BadInput:
    """The same faults, each at the field of the form in place of a row and column of the table."""
    return BadInput(
        Problem(
            say(fields[column])
            if (column := one.where.rpartition(", ")[2]) in fields
            else one.where,
            one.what,
            one.remedy,
        )
        for one in error.problems
    )
