"""Groups of the equity mirror are added, changed and taken out; one to three people leave no trace,
and only who writes the counts reads them.
"""

import re

import pytest

from cidesign.acts.answer_practice import AnswerPractice
from cidesign.acts.bring_makeup import BringMakeup
from cidesign.acts.reads import seen_by
from cidesign.acts.remove_candidate import RemoveCandidate
from cidesign.acts.remove_people_group import RemovePeopleGroup
from cidesign.acts.save_people_group import SavePeopleGroup
from cidesign.domain.guidance import Practiced
from cidesign.domain.person import Person, Role
from cidesign.domain.problem import BadInput
from cidesign.record import read_files
from cidesign.workshop import Store

TABLE = b"id,name,why,committee,hosts,parts\nwomen,Women,x,5,oak=7; elm=4,\nboth,Both,,,,women;\n"


def record():
    return read_files(
        {
            "workshop.yaml": b"name: Ours\n",
            "candidates.csv": b"id\noak\nelm\n",
            "makeup.csv": TABLE,
        }
    )


def table(bundle):
    return bundle.files["makeup.csv"].decode()


def test_a_group_is_kept_with_a_few_in_place_of_a_small_number():
    act = SavePeopleGroup(
        name="Young  people", community="40,000", committee="2", hosts={"oak": "3", "elm": ""}
    )

    after = act.on(record())

    assert table(after).splitlines()[-1] == "young_people,Young people,,few,oak=few,,,40000,,"
    assert "2" not in str(act.model_dump()["committee"])
    assert act.told("Ana", record()) == "Ana added to the equity mirror: Young people"


def test_a_group_is_changed_in_its_row_and_other_columns_stay():
    after = SavePeopleGroup(id="women", name="Women", committee="6", brings="time").on(record())

    assert table(after).splitlines()[1] == "women,Women,x,6,,,,,,time"


def test_what_cannot_be_counted_is_told():
    with pytest.raises(BadInput) as told:
        SavePeopleGroup(name="Men", staff="many").on(record())

    assert "is not a number" in told.value.problems[0].line()


def test_a_group_that_goes_leaves_the_groups_it_was_a_part_of():
    after = RemovePeopleGroup(id="women", name="Women").on(record())

    assert table(after) == "id,name,why,committee,hosts,parts\nboth,Both,,,,\n"


def test_a_candidate_that_goes_leaves_the_mirror():
    after = RemoveCandidate(id="oak").on(record())

    assert table(after).splitlines()[1] == "women,Women,x,5,elm=4,"


def test_an_answer_about_a_practice_is_kept_and_told():
    act = AnswerPractice(practice="practice_pay", answer=Practiced.NOT_YET, called="Pay")

    after = act.on(record())

    assert after.workshop.initiative.practices == {"practice_pay": Practiced.NOT_YET}
    assert act.told("Ana", record()) == "Ana answered Not yet: Pay"


def test_history_brings_the_table_back_and_the_public_ledger_has_no_count(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store.db") as store:
        workshop = store.create(record())
        act = SavePeopleGroup(id="women", name="Women", committee="2", staff="1717")
        done = store.do(workshop, act, nonce="a")
        store.do(workshop, BringMakeup(content=TABLE.replace(b",5,", b",1818,")), nonce="b")
        ledger = store.exported(workshop).files["ledger.jsonl"].decode()
        undone = store.do(workshop, store.way_back(workshop, done.seq), nonce="c")
        exported = store.exported(workshop).files["makeup.csv"]

    told = re.sub("[0-9a-f]{64}", "", ledger)  # a hash may hold any four digits
    assert "1717" not in told
    assert "1818" not in told
    assert undone.kept.bundle.files["makeup.csv"] == exported == TABLE


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        (Role.FACILITATOR, True),
        (Role.SCRIBE, True),
        (Role.MEMBER, False),
        (Role.OBSERVER, False),
    ],
)
def test_who_does_not_write_the_counts_reads_what_the_mirror_shows_alone(role, reads):
    seen = seen_by(Person(id="p", role=role), record())

    assert ("makeup.csv" in seen.files) is reads
    assert seen.makeup == record().makeup
