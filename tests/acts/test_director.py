"""What matters most in the director is marked, at most five things, and who hires and evaluates is
settled; all of it can be taken back, and the rest of the file stays letter for letter.
"""

import pytest

from cidesign.acts.choose_capabilities import ChooseCapabilities
from cidesign.acts.settle_director import SettleDirector
from cidesign.domain.director import DirectorProfile
from cidesign.domain.problem import BadInput
from cidesign.record import read_files
from cidesign.workshop import Store

PROFILE = b"# ours\nname:   Ours\ninitiative: {goal: g}\n"


def record(profile=PROFILE):
    return read_files({"workshop.yaml": profile})


def test_capabilities_are_kept_in_the_order_they_were_marked():
    act = ChooseCapabilities(
        capabilities=("leader_slow", "leader_vets"), called=("Goes slow", "Shows reports")
    )

    after = act.on(record())

    assert after.workshop.director.capabilities == ("leader_slow", "leader_vets")
    assert after.files["workshop.yaml"].startswith(b"# ours\nname: Ours\n")
    assert act.told("Ana", after) == (
        "Ana marked what matters most in the director: Goes slow and Shows reports"
    )


def test_six_capabilities_are_refused_by_the_act_and_by_the_file():
    six = tuple(f"one_{place}" for place in range(6))

    with pytest.raises(BadInput) as by_act:
        ChooseCapabilities(capabilities=six).on(record())
    with pytest.raises(BadInput) as by_file:
        record(PROFILE + f"director: {{capabilities: [{', '.join(six)}]}}\n".encode())

    assert "What matters most: 6 are marked" in by_act.value.problems[0].line()
    line = by_file.value.problems[0].line()
    assert "workshop.yaml" in line
    assert "keep the 5 that matter most" in line


def test_one_capability_twice_is_refused():
    with pytest.raises(BadInput) as told:
        record(PROFILE + b"director: {capabilities: [leader_slow, leader_slow]}\n")

    assert "stands twice" in told.value.problems[0].line()


@pytest.mark.parametrize("key", ["hires", "evaluates"])
def test_an_answer_is_tidied_and_can_be_taken_back(key):
    settled = SettleDirector(key=key, answer="  the  chairs ", called="Who?").on(record())
    back = SettleDirector(key=key, answer=" ").on(settled)

    assert getattr(settled.workshop.director, key) == "the chairs"
    assert back.workshop.director == DirectorProfile()


def test_an_answer_of_more_than_a_line_is_refused():
    with pytest.raises(BadInput) as told:
        SettleDirector(key="hires", answer="x" * 201, called="Who hires?").on(record())

    assert told.value.problems[0].line().startswith("Who hires?: it has 201 letters")


def test_history_brings_back_what_was_marked(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store.db") as store:
        id = store.create(record())
        done = store.do(id, ChooseCapabilities(capabilities=("leader_slow",)), nonce="a")
        undone = store.do(id, store.way_back(id, done.seq), nonce="b")

    assert done.kept.bundle.workshop.director.capabilities == ("leader_slow",)
    assert undone.kept.bundle.files["workshop.yaml"] == PROFILE
