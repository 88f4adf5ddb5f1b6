"""Notes on cells: appended between rounds, never lost, never written while members judge alone."""

import pytest

from cidesign.acts.notes import LONGEST, may_be_written, notes_on
from cidesign.acts.remove_candidate import RemoveCandidate
from cidesign.acts.remove_criterion import RemoveCriterion
from cidesign.acts.write_note import WriteNote
from cidesign.domain.problem import BadInput
from cidesign.record import changed
from tests.views.compare.panels import bundle, scores

ROWS = scores("ana oak trust 4", "ben oak trust 2")
CELL = {"candidate": "oak", "criterion": "trust"}


def scored(stage="scored", **more):
    return bundle(stage, scores=ROWS, **more)


def noted(start, note, **more):
    return WriteNote(**{**CELL, "note": note, **more}).on(start)


def refused(start, **more):
    with pytest.raises(BadInput) as told:
        noted(start, **{"note": "Asked", **more})
    return " ".join(problem.line() for problem in told.value.problems)


def test_a_note_is_a_row_with_its_round_and_who_wrote_it():
    (one,) = noted(scored(), " They hosted\n us ", by="Dee", at="2026-10-01").notes

    assert (one.candidate, one.criterion, one.round, one.note) == (
        "oak",
        "trust",
        1,
        "They hosted us",
    )
    assert (one.by, one.at, one.seq) == ("Dee", "2026-10-01", 1)


def test_an_edit_is_a_new_row_and_a_blank_note_withdraws():
    first = noted(scored(), "One")
    second = noted(first, "Two")
    third = noted(second, " ")

    assert [one.note for one in third.notes] == ["One", "Two", ""]
    assert third.files["notes.csv"].startswith(second.files["notes.csv"])
    assert notes_on(second, "oak", "trust").now.note == "Two"
    assert notes_on(third, "oak", "trust").now is None


def test_the_same_words_again_add_no_row():
    once = noted(scored(), "One")

    assert noted(once, "One ") is once
    assert noted(scored(), "").notes == ()


def test_the_next_round_begins_its_own_note_and_keeps_the_earlier_one_in_sight():
    after = noted(scored(), "One")
    later = changed(after, "workshop.yaml", {("round",): 2})

    assert (
        notes_on(later, "oak", "trust").now,
        [one.note for one in notes_on(later, "oak", "trust").before],
    ) == (None, ["One"])
    assert [one.round for one in noted(later, "Two").notes] == [1, 2]


@pytest.mark.parametrize(
    ("start", "more", "says"),
    [
        (scored("scoring"), {}, "a round is open"),
        (scored("final"), {}, "the selection is final"),
        (bundle("sealed"), {}, "no round was held yet"),
        (scored(sealed=False), {}, "the rules are not sealed"),
        (scored(), {"candidate": "fir"}, '"fir" is no candidate'),
        (scored(), {"criterion": "looks"}, '"looks" is no criterion'),
        (scored(), {"note": "x" * (LONGEST + 1)}, "write at most 600 letters"),
    ],
)
def test_a_note_that_may_not_be_is_refused_with_the_way_out(start, more, says):
    assert says in refused(start, **more)


def test_a_note_of_600_letters_is_kept():
    assert len(noted(scored(), "x" * LONGEST).notes[0].note) == 600


def test_notes_may_be_written_only_between_rounds_under_sealed_rules():
    assert may_be_written(scored())
    assert not any(
        map(
            may_be_written,
            (scored("scoring"), scored("final"), scored(sealed=False), bundle("sealed")),
        )
    )


def test_a_note_never_touches_a_score():
    assert noted(scored(), "One").scores == scored().scores


def test_a_candidate_and_a_criterion_nobody_scored_take_their_notes_with_them():
    start = noted(noted(scored(), "Asked", candidate="elm"), "Far", criterion="reach")

    gone = RemoveCandidate(id="elm").on(start)
    less = RemoveCriterion(criterion="reach").on(changed(start, "rules.yaml", {("seal",): None}))

    assert [one.candidate for one in gone.notes] == ["oak"]
    assert [one.criterion for one in less.notes] == ["trust"]
