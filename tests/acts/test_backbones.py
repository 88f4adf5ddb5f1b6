"""Several backbones are listed, changed and taken out; columns of one's own stay letter for letter."""

import pytest

from cidesign.acts.remove_backbone import RemoveBackbone
from cidesign.acts.save_backbone import SaveBackbone
from cidesign.domain.problem import BadInput
from cidesign.record import read_files

TABLE = b"id,name,phone,functions\nmill,Mill Trust,555,policy; vision\n"


def record(table=TABLE):
    return read_files({"workshop.yaml": b"name: Ours\n", "backbones.csv": table})


def refused(act, on=None):
    with pytest.raises(BadInput) as told:
        act.on(on or record())
    return told.value.problems[0].line()


def test_the_table_is_read_with_functions_in_their_order():
    (one,) = record().backbones

    assert (one.label, one.functions) == ("Mill Trust", ("vision", "policy"))


def test_a_function_that_is_none_of_the_six_is_told_with_its_row():
    with pytest.raises(BadInput) as told:
        record(b"id,functions\nmill,vison\n")

    line = told.value.problems[0].line()
    assert "backbones.csv: row 2" in line
    assert "vision" in line


def test_one_is_added_changed_and_taken_out_and_other_columns_stay():
    added = SaveBackbone(name="Pier  Fund", goal="jobs", functions=("resources",)).on(record())
    changed = SaveBackbone(id="mill", name="Mill", functions=("vision",)).on(added)
    left = RemoveBackbone(id="pier_fund", name="Pier Fund").on(changed)

    assert [one.label for one in added.backbones] == ["Mill Trust", "Pier Fund"]
    assert added.backbones[1].functions == ("resources",)
    assert left.files["backbones.csv"].decode().splitlines()[1].startswith("mill,Mill,555,vision")
    assert len(left.backbones) == 1


def test_a_name_twice_and_one_that_is_gone_are_refused():
    assert "on the list already" in refused(SaveBackbone(name="mill trust"))
    assert "no backbone on the list" in refused(RemoveBackbone(id="old", name="Old"))
    assert "none of the six functions" in refused(SaveBackbone(name="Pier", functions=("art",)))


def test_history_tells_each_in_words():
    added = SaveBackbone(name="Pier Fund").told("Ana", record())

    assert added == "Ana added a backbone that works already: Pier Fund"
