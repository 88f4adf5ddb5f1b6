"""The table of our common agenda, pathway.csv: root causes, principles, methods, strategies,
practices and what was learnt.
"""

from collections.abc import Sequence

from cidesign.domain.measures import MEASURES, Measure
from cidesign.domain.nearest import nearest
from cidesign.domain.pathway import PATHWAY, PathwayEntry, PathwayKind, pathway_apart
from cidesign.domain.problem import Problem
from cidesign.domain.value import shown
from cidesign.domain.work import GROUPS, Group
from cidesign.record.panel import typed_rows
from cidesign.record.work import refuse_twice
from cidesign.text import say

_MORE = ("name", "kind", "activity", "groups", "measures", "causes")


def pathway_in(content: bytes, name: str) -> tuple[PathwayEntry, ...]:
    """The entries in the order of the file.

    Raises:
        BadInput: every problem of the file; an id that stands twice.
    """
    rows = typed_rows(content, name, PathwayEntry, ("id",), _MORE)
    refuse_twice(rows, name)
    return pathway_apart(rows)


def pathway_unknown(
    entries: Sequence[PathwayEntry], groups: Sequence[Group], measures: Sequence[Measure]
) -> list[Problem]:
    """Each group, measure and root cause an entry names that is not on its list."""
    causes = [one.id for one in entries if one.kind is PathwayKind.CAUSE]
    lists = (
        ("groups", GROUPS, [one.id for one in groups]),
        ("measures", MEASURES, [one.id for one in measures]),
        ("causes", say("{file} as a root cause", file=PATHWAY), causes),
    )
    return [
        Problem(
            say("{name}: row {row}, {column}", name=PATHWAY, row=one.row, column=column),
            say("{word} does not stand in {file}", word=shown(id), file=file),
            say("did you mean {near}?", near=near)
            if (near := nearest(id, known))
            else say("add it to {file}, or take it out here", file=file),
        )
        for one in entries
        for column, file, known in lists
        for id in getattr(one, column)
        if id not in known
    ]
