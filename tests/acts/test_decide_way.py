"""The decision on our way is kept as a value: which forms, or until when a lean start holds; going
on with collective impact takes both back.
"""

import pytest

from cidesign.acts.decide_way import DecideWay
from cidesign.domain.problem import BadInput
from cidesign.record import changed, read_files
from cidesign.workshop import Store

BARE = b"name: Ours\n"


def record(text=BARE):
    return read_files({"workshop.yaml": text})


def decided(chosen, on=None, **more):
    act = DecideWay(of="initiative", what="So.", figures={"chosen": chosen}, **more)
    return act.on(on or record())


def refused(chosen, on=None, **more):
    with pytest.raises(BadInput) as told:
        decided(chosen, on, **more)
    return [one.line() for one in told.value.problems]


def test_another_form_is_a_value_and_a_record():
    after = decided("another", forms=("coalition", "network"))

    assert after.workshop.initiative.forms == ("coalition", "network")
    assert after.decisions.latest("initiative").figures["chosen"] == "another"


def test_a_lean_start_keeps_the_month_of_the_next_look():
    assert decided("lean", lean_until="2027-06").workshop.initiative.lean_until == "2027-06"


def test_going_on_takes_forms_and_month_back_and_leaves_the_profile_letter_for_letter():
    for way in (decided("another", forms=("movement",)), decided("lean", lean_until="2027-06")):
        back = decided("go", way).workshop.initiative

        assert (back.forms, back.lean_until) == ((), None)
    assert decided("go").files["workshop.yaml"] == BARE


@pytest.mark.parametrize(
    ("chosen", "more", "said"),
    [
        ("another", {}, "no form is chosen"),
        ("another", {"forms": ("collective_impact",)}, "alone is no other form"),
        ("lean", {}, "write month and year"),
        ("lean", {"lean_until": "soon"}, "write month and year"),
    ],
)
def test_a_way_that_lacks_what_makes_it_act_is_refused(chosen, more, said):
    assert said in refused(chosen, **more)[0]


def test_no_form_that_may_need_no_host_is_chosen_while_a_round_is_open():
    scoring = changed(record(), "workshop.yaml", {("stage",): "scoring"})

    assert "close the round" in refused("another", scoring, forms=("coalition",))[0]
    assert decided("lean", scoring, lean_until="2027-06").workshop.initiative.lean_until


@pytest.mark.parametrize(
    ("chosen", "more"),
    [("another", {"forms": ("coalition", "network")}), ("lean", {"lean_until": "2027-06"})],
)
def test_history_takes_a_way_back_with_all_it_changed(tmp_path, chosen, more):
    with Store(f"sqlite:///{tmp_path}/store.db") as store:
        workshop = store.create(record())
        act = DecideWay(of="initiative", what="So.", figures={"chosen": chosen}, **more)
        done = store.do(workshop, act, nonce="a")
        assert done.kept.bundle.decisions.latest("initiative") is not None

        undone = store.do(workshop, store.way_back(workshop, done.seq), nonce="b")

    after = undone.kept.bundle
    assert (after.workshop.initiative.forms, after.workshop.initiative.lean_until) == ((), None)
    assert after.decisions.latest("initiative") is None
    assert after.files["workshop.yaml"] == BARE
