"""The tables of who does what with whom: partners.csv, groups.csv and measures.csv."""

from collections.abc import Iterator, Sequence

from cidesign.domain.listed import Entry, apart
from cidesign.domain.measures import MEASURES, Measure
from cidesign.domain.nearest import nearest
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.domain.work import COSTS, GROUPS, Group, Partner, groups_apart, partners_apart
from cidesign.record.panel import typed_rows
from cidesign.text import say

_PARTNER = (
    *("name", "sector", "kind", "serves", "good_at", "formal_member", "has_committed"),
    *("credit_wanted", "own_money_usd", "volunteer_hours", *COSTS),
)
_GROUP = (
    *("name", "kind", "aim", "element", "chair", "lead", "supports"),
    *("people_affected", "evidence", "meetings_a_year", "begins", "ends"),
)
_MEASURE = (
    *("name", "definition", "baseline", "target", "target_year", "split_by", "holder"),
    *("how_often", "whose", "owners", "about", "counts_people", "by_year", "by_group"),
)


def partners_in(content: bytes, name: str) -> tuple[Partner, ...]:
    """The partners in the order of the file.

    Raises:
        BadInput: every problem of the file; an id that stands twice.
    """
    rows = typed_rows(content, name, Partner, ("id",), _PARTNER)
    refuse_twice(rows, name)
    return partners_apart(rows)


def groups_in(content: bytes, name: str) -> tuple[Group, ...]:
    """The working groups, workstreams and committees in the order of the file.

    Raises:
        BadInput: every problem of the file; an id that stands twice; a partner who leads a group
            and supports it too.
    """
    rows = typed_rows(content, name, Group, ("id",), _GROUP)
    refuse_twice(rows, name)
    problems = [
        Problem(
            say("{name}: row {row}, supports", name=name, row=one.row),
            say("{partner} leads it already", partner=shown(one.lead)),
            say("take it out here; who leads a group need not support it"),
        )
        for one in rows
        if one.lead and one.lead in one.supports
    ]
    if problems:
        raise BadInput(problems)
    return groups_apart(rows)


def measures_in(content: bytes, name: str) -> tuple[Measure, ...]:
    """The measures in the order of the file.

    Raises:
        BadInput: every problem of the file; an id that stands twice.
    """
    rows = typed_rows(content, name, Measure, ("id",), _MEASURE)
    refuse_twice(rows, name)
    return apart(rows, [one.definition for one in rows])


def partners_unknown(
    groups: Sequence[Group], measures: Sequence[Measure], partners: Sequence[Partner]
) -> list[Problem]:
    """Each lead, support and owner that is nobody on the list of partners."""
    known = [one.id for one in partners]
    named = [(GROUPS, one.row, _named_in(one)) for one in groups]
    named += [(MEASURES, one.row, (("owners", id) for id in one.owners)) for one in measures]
    return [
        Problem(
            say("{name}: row {row}, {column}", name=name, row=row, column=column),
            say("{word} is no partner", word=shown(id)),
            say("did you mean {near}?", near=near)
            if (near := nearest(id, known))
            else say("add it to partners.csv"),
        )
        for name, row, ids in named
        for column, id in ids
        if id not in known
    ]


def _named_in(group: Group) -> Iterator[tuple[str, str]]:
    if group.lead:
        yield "lead", group.lead
    for id in group.supports:
        yield "supports", id


def refuse_twice(rows: Sequence[Entry], name: str) -> None:
    """Refuse a list on which an id stands twice.

    Raises:
        BadInput: each row whose id an earlier one has.
    """
    first: dict[str, int] = {}
    problems = []
    for one in rows:
        if one.id in first:
            what = say("{id} stands in row {row} too", id=shown(one.id), row=first[one.id])
            where = say("{name}: row {row}, id", name=name, row=one.row)
            problems.append(Problem(where, what, say("give each its own id, or delete one")))
        first.setdefault(one.id, one.row)
    if problems:
        raise BadInput(problems)
