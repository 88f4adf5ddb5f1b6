"""The overview: what is decided, what is next, and one line for each step, in the order of the
walk.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.walk import WALK, step_of
from cidesign.domain.workshop import Decision
from cidesign.record import changed, example_bundle, read_files, with_decision
from cidesign.views.overview.beginning import begun
from cidesign.views.overview.view import overview_view, so_far

STEPS = tuple(step.id for step in WALK if step.decision)
CATALOG = load()
BARE = read_files({"workshop.yaml": b"name: Ours\n"})
AT_WORK = read_files({"workshop.yaml": b"name: Ours\ninitiative: {existing_backbone: 'yes'}\n"})


def decided(*pages, bundle=BARE):
    for page in pages:
        bundle = with_decision(
            bundle,
            Decision(
                page=page, what=f"We chose {page}", because="So", at="2026-03-06T10:00:00+00:00"
            ),
        )
    return bundle


def view(bundle):
    return overview_view(bundle, CATALOG)


def test_the_walk_has_ten_steps_that_end_with_a_decision():
    assert tuple(row.step.id for row in view(BARE).rows) == STEPS
    assert len(STEPS) == 10


def test_nothing_decided_starts_with_the_first_step():
    one = view(BARE)

    assert one.answer == "Nothing is decided yet. Start with the initiative."
    assert one.heading == "None of ten steps is decided"
    assert one.next.step.id == "initiative"


def test_a_draft_is_told_as_one_to_correct():
    one = view(begun("Ours", CATALOG, start="2027-01"))

    assert one.and_line.startswith("A first plan is there to correct. Draft: $5")
    assert one.and_line.endswith("k of $600k a year.")


def test_the_next_step_is_the_first_that_is_open_even_when_later_ones_are_decided():
    one = view(decided("initiative", "structure", "team"))

    assert one.next.step.id == "process"
    assert one.answer == (
        "Decided: the initiative, the structure and the team and its budget. Next: how we choose."
    )
    assert one.heading == "Three of ten steps are decided"


def at(stage, bundle=BARE):
    return changed(bundle, "workshop.yaml", {("stage",): stage})


@pytest.mark.parametrize(
    ("stage", "decided_so_far", "next_one"),
    [
        ("draft", (), "initiative"),
        ("draft", ("initiative", "process"), "structure"),
        ("sealed", (), "candidates"),
        ("sealed", ("candidates",), "score"),
        ("scoring", ("initiative",), "score"),
        ("scored", (), "compare"),
        ("scored", ("compare",), "initiative"),
        ("scored", ("compare", "initiative", "structure"), "team"),
        ("final", ("compare", "initiative", "structure", "team"), "scenarios"),
    ],
)
def test_the_next_step_follows_what_was_done(stage, decided_so_far, next_one):
    one = view(at(stage, decided(*decided_so_far)))

    assert one.next.step.id == next_one
    assert [row.step.id for row in one.rows if row.next] == [next_one]


def test_a_closed_round_without_a_decision_is_no_beginning():
    assert view(at("scored")).answer == (
        "Round closed, and no decision is recorded yet. Next: the host."
    )
    assert view(at("sealed")).answer.startswith("Rules sealed, and no decision")


def test_one_decision_is_a_sentence_of_its_own_and_many_are_counted():
    assert view(decided("initiative")).answer == "The initiative is decided. Next: the structure."
    assert view(decided(*STEPS[:4])).answer == "Four of ten steps are decided. Next: the scores."


def test_when_all_is_decided_nothing_is_next():
    one = view(decided(*STEPS))

    assert one.next is None
    assert one.answer == "All ten steps are decided."


def test_where_a_backbone_works_already_the_team_comes_after_the_initiative():
    one = view(decided("initiative", bundle=AT_WORK))

    assert one.next.step.id == "team"
    assert one.heading == "One of five steps is decided"
    assert [row.step.id for row in one.rows if not row.needed] == [
        "structure",
        "process",
        "candidates",
        "score",
        "compare",
    ]
    assert {row.result for row in one.rows if not row.needed} == {
        "Not needed: a backbone is already at work"
    }


def test_a_choice_that_is_not_needed_counts_for_nothing_in_the_path():
    path = view(decided("initiative", bundle=AT_WORK)).path

    assert [(group.label, group.decided, group.steps, group.skipped) for group in path] == [
        ("Start", 1, 1, 0),
        ("Choose", 0, 0, 5),
        ("Plan", 0, 3, 0),
        ("Share", 0, 1, 0),
    ]


def test_while_a_round_is_open_the_answer_says_how_many_sheets_are_in():
    open_round = changed(
        example_bundle("philadelphia_stem"), "workshop.yaml", {("stage",): "scoring"}
    )

    one = view(open_round)

    assert one.next.step.id == "score"
    assert one.answer == f"{so_far(step_of('score'), open_round, CATALOG)}."
    assert "your own score sheet" in one.and_line


def test_a_decided_row_says_what_was_decided_and_when():
    row = view(decided("initiative")).rows[0]

    assert (row.decided, row.result, row.date) == (True, "We chose initiative", "Decided 6 Mar")


def test_the_path_counts_by_group_and_leaves_out_what_ends_without_a_decision():
    path = view(decided("structure")).path

    assert [(group.label, group.decided, group.steps) for group in path] == [
        ("Start", 0, 1),
        ("Choose", 1, 5),
        ("Plan", 0, 3),
        ("Share", 0, 1),
    ]


def test_no_line_ends_with_a_full_stop_before_its_decision():
    for bundle in (
        BARE,
        begun("Ours", CATALOG, start="2027-01"),
        example_bundle("philadelphia_stem"),
        AT_WORK,
    ):
        held = {record.page for record in bundle.decisions.decisions}

        assert [
            row.result
            for row in view(bundle).rows
            if row.step.id not in held and row.result.endswith(".")
        ] == []


def test_a_step_whose_file_must_be_mended_says_so_and_the_others_still_answer():
    files = {
        "workshop.yaml": b"name: Ours\n",
        "structure.yaml": b"answers: {no_such_question: 3}\n",
    }

    rows = {row.step.id: row.result for row in view(read_files(files)).rows}

    assert rows["structure"].startswith("Needs mending: ")
    assert rows["outlook"] == "Waits for a plan"


ANSWERS = (
    b"question,page,answer,said_by,owner,due\n"
    b"team_mirror,team,Not yet.,Ana,,\n"
    b"team_capacity,team,Community.,,Ben,2027-03-01\n"
    b"memo_next,memo,,,Chi,2027-02-01\n"
    b"memo_reader,memo,,,,\n"
)


def test_questions_to_talk_about_are_counted_once_one_is_answered():
    """Two of them are answered; a row without answer and owner was taken back."""
    answered = read_files({**BARE.files, "answers.csv": ANSWERS})

    left = len(CATALOG.prompts) - 2

    assert view(BARE).talked == ""
    assert view(answered).talked == (
        f"Questions to talk about: 2 answered, {left} open, 2 followed up, the first by 1 February "
        "2027."
    )


def test_where_a_backbone_works_questions_about_the_choice_are_not_counted_as_open():
    answered = read_files({**AT_WORK.files, "answers.csv": ANSWERS})
    of_the_choice = [one for one in CATALOG.prompts if step_of(one.page).of_the_choice]

    left = len(CATALOG.prompts) - len(of_the_choice) - 2

    assert f"{left} open" in view(answered).talked
