"""The table of people by group: what is wrong with it is told by row and column."""

import pytest

from cidesign.domain.makeup import FEW
from cidesign.domain.problem import BadInput
from cidesign.record import read_files

FILES = {"workshop.yaml": b"name: Ours\n", "candidates.csv": b"id\noak\nelm\n"}


def problems(table):
    with pytest.raises(BadInput) as told:
        read_files({**FILES, "makeup.csv": table})
    return [one.line().removeprefix("makeup.csv: ") for one in told.value.problems]


def test_counts_are_read_by_body_and_by_candidate():
    table = b"id,everybody,community,staff,hosts\nall,yes,900,,oak=12; elm=few\na,,300,0,oak=5\n"

    every, one = read_files({**FILES, "makeup.csv": table}).makeup

    assert (every.everybody, every.community, every.staff) == (True, 900, None)
    assert every.hosts == {"oak": 12, "elm": FEW}
    assert (one.staff, one.hosts) == (0, {"oak": 5})


def test_one_to_three_people_are_refused_as_a_number():
    assert problems(b"id,committee\na,2\n") == [
        "row 2, committee: fewer than four people are never kept as a number; write few instead"
    ]


def test_everything_else_wrong_is_told_by_row_and_column():
    assert problems(b"id,staff\na,many\n") == [
        'row 2, staff: "many" is not a number; write a number such as 12 or 0.25'
    ]
    assert problems(b"id,hosts\na,oka=5\n") == [
        'row 2, hosts: "oka" is no candidate; did you mean oak?'
    ]
    assert problems(b"id,hosts\na,oak\n") == [
        'row 2, hosts: "oak" does not say how many; write each candidate\'s id with its count, such '
        "as oak=12; elm=few"
    ]
    assert problems(b"id,everybody\na,yes\nb,yes\n") == [
        "row 3, everybody: row 2 counts everybody already; write no in one of the two"
    ]
    assert problems(b"id,everybody,community\nall,yes,10\na,,12\n") == [
        "row 3, community: 12 are more than all 10; write a smaller number here, or a larger one "
        "for everybody"
    ]
    assert problems(b"id,parts,staff\na,,5\nb,a; c,6\n") == [
        'row 3, parts: "c" is no other group of this table; name the groups it is made of',
        'row 3, staff: 6 are more than the 5 of "a"; who belongs to several groups is counted in '
        "each of them",
    ]
