"""Entries of the common agenda are added, changed and taken out; columns of one's own stay letter
for letter, and what a group or measure leaves behind is cleared.
"""

import pytest

from cidesign.acts.remove_group import RemoveGroup
from cidesign.acts.remove_measure import RemoveMeasure
from cidesign.acts.remove_pathway_entry import RemovePathwayEntry
from cidesign.acts.save_pathway_entry import SavePathwayEntry
from cidesign.domain.pathway import Activity, PathwayKind
from cidesign.domain.problem import BadInput
from cidesign.record import read_files
from cidesign.workshop import Store

TABLE = b"id,name,why,groups,measures\nreading,Reading,law,early; jobs,tests\ntalk,Talk,,jobs,\n"


def record():
    return read_files(
        {
            "workshop.yaml": b"name: Ours\n",
            "groups.csv": b"id\nearly\njobs\n",
            "measures.csv": b"id\ntests\n",
            "pathway.csv": TABLE,
        }
    )


def table(bundle):
    return bundle.files["pathway.csv"].decode()


def refused(act):
    with pytest.raises(BadInput) as told:
        act.on(record())
    return [one.line() for one in told.value.problems]


def test_a_strategy_is_added_with_all_that_is_known_of_it():
    act = SavePathwayEntry(
        name="Paid  first jobs",
        activity=Activity.INVESTING,
        groups=("jobs",),
        measures=("tests",),
    )

    one = act.on(record()).pathway[-1]

    assert (one.id, one.name, one.kind) == ("paid_first_jobs", "Paid first jobs", "strategy")
    assert (one.activity, one.groups, one.measures) == ("investing", ("jobs",), ("tests",))
    assert act.told("Ana", record()) == "Ana added to the common agenda: Paid first jobs"


def test_an_entry_is_changed_in_its_row_and_other_columns_stay():
    after = SavePathwayEntry(id="talk", name="Talk more", groups=("early",)).on(record())

    assert table(after).splitlines()[1:] == [
        "reading,Reading,law,early; jobs,tests,,",
        "talk,Talk more,,early,,strategy,",
    ]


def test_a_strategy_names_its_root_causes_and_one_that_goes_leaves_them():
    cause = SavePathwayEntry(name="Fees", what=PathwayKind.CAUSE).on(record())
    after = SavePathwayEntry(id="talk", name="Talk", causes=("fees",)).on(cause)
    gone = RemovePathwayEntry(id="fees", name="Fees").on(after)

    assert [one.causes for one in after.pathway] == [(), ("fees",), ()]
    assert [(one.id, one.causes) for one in gone.pathway] == [("reading", ()), ("talk", ())]


def test_a_principle_holds_for_all_so_no_group_carries_it():
    act = SavePathwayEntry(
        name="Kind", what=PathwayKind.PRINCIPLE, activity=Activity.DATA, groups=("jobs",)
    )

    one = act.on(record()).pathway[-1]

    assert (one.activity, one.groups) == ("", ())


def test_what_cannot_stand_there_is_told():
    assert refused(SavePathwayEntry(name="reading")) == [
        "Name: reading is on the list already; write what tells the two apart"
    ]
    assert refused(RemovePathwayEntry(id="x", name="X")) == [
        '"x": nothing in the common agenda has this id; reload the page and try again'
    ]


def test_an_entry_leaves_alone():
    after = RemovePathwayEntry(id="reading", name="Reading").on(record())

    assert table(after) == "id,name,why,groups,measures\ntalk,Talk,,jobs,\n"


def test_a_group_and_a_measure_that_go_leave_the_entries_that_named_them():
    after = RemoveMeasure(id="tests", name="Tests").on(
        RemoveGroup(id="jobs", name="Jobs").on(record())
    )

    assert table(after) == (
        "id,name,why,groups,measures\nreading,Reading,law,early,\ntalk,Talk,,,\n"
    )


def test_history_brings_both_tables_back(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store.db") as store:
        workshop = store.create(record())
        done = store.do(workshop, RemoveGroup(id="jobs", name="Jobs"), nonce="a")
        undone = store.do(workshop, store.way_back(workshop, done.seq), nonce="b")

    assert undone.kept.bundle.files["pathway.csv"] == TABLE
    assert [one.id for one in undone.kept.bundle.groups] == ["early", "jobs"]
