"""Rows go into a table, change in their place and leave it; what the table held beside stays."""

import pytest

from cidesign.domain.problem import BadInput
from cidesign.record import numbered, read_files, with_rows, without_rows

START = {
    "workshop.yaml": b"name: Mill Creek\n",
    "candidates.csv": b"id,name,our note\noak,Oak House,seen twice\n",
}


def table_of(bundle, file):
    return bundle.files[file].decode().splitlines()


def test_a_table_that_is_not_there_begins_with_the_columns_of_its_first_row():
    bundle = with_rows(read_files(START), "recusals.csv", [{"rater": "ana", "candidate": "oak"}])

    assert table_of(bundle, "recusals.csv") == ["rater,candidate", "ana,oak"]
    assert bundle.recusals[0].rater == "ana"


def test_a_row_with_the_same_key_changes_in_its_place_and_keeps_its_other_cells():
    bundle = with_rows(
        read_files(START),
        "candidates.csv",
        [{"id": "elm"}, {"id": "oak", "name": "Oak Hall"}],
        key=["id"],
    )

    assert table_of(bundle, "candidates.csv") == [
        "id,name,our note",
        "oak,Oak Hall,seen twice",
        "elm,,",
    ]


def test_without_a_key_every_row_is_added_at_the_end():
    first = with_rows(
        read_files(START),
        "scores.csv",
        [{"rater": "ana", "candidate": "oak", "criterion": "x", "score": "3", "seq": "1"}],
    )

    bundle = with_rows(
        first,
        "scores.csv",
        [{"rater": "ana", "candidate": "oak", "criterion": "x", "score": "4", "seq": "2"}],
    )

    assert [score.score for score in bundle.scores] == [3, 4]


def test_a_text_with_commas_quotes_and_line_breaks_comes_back_on_one_line():
    bundle = with_rows(
        read_files(START), "candidates.csv", [{"id": "elm", "name": 'Elm, "the\nold"'}], key=["id"]
    )

    assert bundle.candidates[1].name == 'Elm, "the old"'


def test_rows_leave_and_a_table_without_them_keeps_its_bytes():
    bundle = read_files(START)

    assert table_of(without_rows(bundle, "candidates.csv", {"id": "oak"}), "candidates.csv") == [
        "id,name,our note"
    ]
    assert without_rows(bundle, "candidates.csv", {"id": "ash"}) is bundle


def test_a_change_that_would_not_be_valid_changes_nothing():
    bundle = read_files(START)

    with pytest.raises(BadInput, match="stands in row 2 too"):
        with_rows(bundle, "candidates.csv", [{"id": "oak"}])
    assert bundle.files["candidates.csv"] == START["candidates.csv"]


def test_rows_without_a_number_go_on_from_the_largest_and_the_others_keep_theirs():
    rows = b"rater,candidate,criterion,score,seq\nana,oak,x,3,\nben,oak,x,4,7\ncy,oak,x,5,\n"

    bundle = numbered(read_files({**START, "scores.csv": rows}), "scores.csv", "seq")

    assert [(score.rater, score.seq) for score in bundle.scores] == [
        ("ana", 8),
        ("ben", 7),
        ("cy", 9),
    ]


def test_a_table_without_the_column_gets_it():
    bundle = numbered(
        read_files({**START, "scores.csv": b"rater,candidate,criterion,score\nana,oak,x,3\n"}),
        "scores.csv",
        "seq",
    )

    assert table_of(bundle, "scores.csv") == [
        "rater,candidate,criterion,score,seq",
        "ana,oak,x,3,1",
    ]


def test_where_every_row_has_a_number_nothing_changes():
    bundle = read_files(
        {**START, "scores.csv": b"rater,candidate,criterion,score,seq\nana,oak,x,3,1\n"}
    )

    assert numbered(bundle, "scores.csv", "seq") is bundle
