"""The table of the equity mirror, makeup.csv: people by group, in each body."""

from collections.abc import Iterator, Sequence

from cidesign.domain.makeup import MAKEUP, PeopleGroup, bodies, groups_apart_by_parts
from cidesign.domain.nearest import nearest
from cidesign.domain.panel import Candidate
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.record.panel import typed_rows
from cidesign.record.work import refuse_twice
from cidesign.text import say

_MORE = ("name", "everybody", "community", "committee", "staff", "hosts", "parts", "brings")


def makeup_in(content: bytes, name: str) -> tuple[PeopleGroup, ...]:
    """The groups in the order of the file.

    Raises:
        BadInput: every problem of the file; an id that stands twice; two rows that count everybody;
            a part that is no group, or more people than the whole has.
    """
    rows = typed_rows(content, name, PeopleGroup, ("id",), _MORE)
    refuse_twice(rows, name)
    if problems := [*_everybody_twice(rows), *_parts_unknown(rows), *_more_than_all(rows)]:
        raise BadInput(problems)
    return groups_apart_by_parts(rows)


def hosts_of_nobody(rows: Sequence[PeopleGroup], candidates: Sequence[Candidate]) -> list[Problem]:
    """Each host whose staff is counted and that is no candidate."""
    known = [one.id for one in candidates]
    return [
        Problem(
            _where(one, "hosts"),
            say("{word} is no candidate", word=shown(id)),
            say("did you mean {near}?", near=near)
            if (near := nearest(id, known))
            else say("add it to candidates.csv, or take it out here"),
        )
        for one in rows
        for id in one.hosts
        if id not in known
    ]


def _where(one: PeopleGroup, column: str) -> str:
    return say("{name}: row {row}, {column}", name=MAKEUP, row=one.row, column=column)


def _everybody_twice(rows: Sequence[PeopleGroup]) -> Iterator[Problem]:
    every = [one for one in rows if one.everybody]
    for one in every[1:]:
        what = say("row {row} counts everybody already", row=every[0].row)
        yield Problem(_where(one, "everybody"), what, say("write no in one of the two"))


def _parts_unknown(rows: Sequence[PeopleGroup]) -> Iterator[Problem]:
    known = [one.id for one in rows if not one.everybody]
    for one in rows:
        for id in one.parts:
            if id not in known or id == one.id:
                what = say("{word} is no other group of this table", word=shown(id))
                near = nearest(id, [it for it in known if it != one.id])
                remedy = (
                    say("did you mean {near}?", near=near)
                    if near
                    else say("name the groups it is made of")
                )
                yield Problem(_where(one, "parts"), what, remedy)


def _more_than_all(rows: Sequence[PeopleGroup]) -> Iterator[Problem]:
    by_id = {one.id: one for one in rows}
    for body in bodies(rows):
        for id, people in body.counts.items():
            if not isinstance(people, int):
                continue
            if isinstance(body.total, int) and people > body.total:
                what = say("{n} are more than all {total}", n=people, total=body.total)
                remedy = say("write a smaller number here, or a larger one for everybody")
                yield Problem(_where(by_id[id], body.kind), what, remedy)
            for part in body.parts.get(id, ()):
                whole = body.counts.get(part)
                if isinstance(whole, int) and people > whole:
                    what = say(
                        "{n} are more than the {whole} of {part}",
                        n=people,
                        whole=whole,
                        part=shown(part),
                    )
                    remedy = say("who belongs to several groups is counted in each of them")
                    yield Problem(_where(by_id[id], body.kind), what, remedy)
