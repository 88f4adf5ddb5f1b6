"""Every kind of act is in its list, has its rights, says what it does, and survives the ledger."""

from pathlib import Path

import pytest

from cidesign.acts import ACTS, Personal, Shared
from cidesign.acts.rights import RIGHTS, Reach, refusal
from cidesign.domain.entry_rows import ENTRY_TABLES
from cidesign.domain.person import ROLES, Person, Role
from cidesign.domain.stage import STAGES
from cidesign.domain.walk import WALK
from tests.architecture.acts import faults_of_acts

ROOT = Path(__file__).parents[2]


def test_every_act_in_the_folder_is_in_the_list_and_in_the_table():
    assert faults_of_acts(ROOT) == []


def test_every_act_has_one_row_of_rights_and_none_is_left_over():
    assert [one.act for one in RIGHTS] == list(ACTS)


def test_no_two_acts_have_one_name_and_each_belongs_to_a_step():
    names = [one.kind for one in ACTS]

    assert len(set(names)) == len(names)
    assert {one.step for one in ACTS} <= {step.id for step in WALK}


def test_every_act_is_personal_or_shared():
    assert all(issubclass(one, Personal) != issubclass(one, Shared) for one in ACTS)


@pytest.mark.parametrize("role", ROLES)
def test_the_whole_table_of_rights_is_obeyed(role):
    """Role by act by stage: who has no right is refused, whoever has one only where a stage does."""
    wrong = []
    for right in RIGHTS:
        for stage in STAGES:
            for own in (True, False):
                act = right.act.model_construct(
                    **({right.act.rater_in: "ana"} if right.act.rater_in else {})
                )
                record = _Record(stage)
                person = Person("ana" if own else "ben", role)
                refused = bool(refusal(person, act, record))
                reach = right.reach[role]
                may = reach is Reach.ALL or (
                    reach is Reach.OWN and own and bool(right.act.rater_in)
                )
                if refused == (may and right.refuses(stage) is None):
                    wrong.append((right.act.kind, stage.id, own))

    assert wrong == []


def test_until_people_join_the_operator_may_do_everything():
    assert all(one.reach[Role.OPERATOR] is Reach.ALL for one in RIGHTS)


def test_an_observer_may_do_nothing():
    assert all(one.reach[Role.OBSERVER] is Reach.NONE for one in RIGHTS)


def test_texts_people_write_about_each_other_never_enter_the_open_ledger():
    told = {one.kind: one.hidden for one in ACTS}

    assert {"reason"} <= told["give_score"]
    assert {"strength", "concern"} <= told["write_remark"]
    assert {"tie", "reason"} <= told["step_aside"]
    assert {"note", "by"} <= told["write_note"]
    assert {"answer", "said_by", "owner"} <= told["keep_answer"]


def test_every_table_of_rows_has_a_key():
    assert all(one.key and one.values for one in ENTRY_TABLES)


class _Record:
    """Just enough of a record to ask for its stage."""

    def __init__(self, stage):
        self.workshop = self
        self.stage = stage
