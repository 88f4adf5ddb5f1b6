"""A table keeps what people wrote into it, letter for letter, when rows come to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.record.held import Files
from cidesign.record.written_rows import extended, written_table

ODD = (
    "\ufeffrater , candidate,criterion,score,comment\r\n"
    'm1,oak,reach,4,"two\r\nlines, ""quoted"""\r\n'
    "\r\n"
    "m2 ,oak,reach, 3,plain\r\n"
).encode()


def test_rows_come_behind_what_stands_there_letter_for_letter():
    after = extended(ODD, [{"rater": "m3", "candidate": "oak", "criterion": "reach", "score": "5"}])

    assert after == ODD + b"m3,oak,reach,5,\r\n"


def test_a_column_the_table_lacks_is_added_behind_each_row_and_nothing_else_changes():
    after = extended(ODD, [{"rater": "m3", "score": "5", "seq": "7"}])

    assert after.decode() == (
        "\ufeffrater , candidate,criterion,score,comment,seq\r\n"
        'm1,oak,reach,4,"two\r\nlines, ""quoted""",\r\n'
        "\r\n"
        "m2 ,oak,reach, 3,plain,\r\n"
        "m3,,,5,,7\r\n"
    )


def test_a_last_line_without_an_end_gets_one_before_the_next_row():
    assert extended(b"a,b\n1,2", [{"a": "3"}]) == b"a,b\n1,2\n3,\n"


def test_a_row_that_changes_is_the_only_one_written_anew():
    table = written_table(ODD, "scores.csv").with_rows(
        [{"rater": "m2", "score": "1"}], key=["rater"]
    )

    assert table.text().encode() == ODD.replace(b"m2 ,oak,reach, 3,plain", b"m2,oak,reach,1,plain")


def test_a_table_that_is_not_there_begins_with_the_columns_of_its_first_row():
    assert extended(None, [{"a": "1", "b": "x, y"}]) == b'a,b\n1,"x, y"\n'


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", ODD, b"a\n\n\n"])
def test_a_table_nobody_changes_is_written_as_it_was(content):
    assert written_table(content, "t.csv").text().encode() == content


CELLS = st.fixed_dictionaries({"a": st.sampled_from(["1", "x, y", ""]), "b": st.just("2")})


@given(st.lists(CELLS, max_size=8), st.lists(st.booleans(), min_size=8, max_size=8))
def test_files_that_share_a_growing_table_never_see_each_others_rows(rows, looks):
    before = Files({"t.csv": b"a,b\n0,0\n"})
    now, grown = before, []
    for row, look in zip(rows, looks, strict=False):
        branch = now.with_row("t.csv", {"a": "branch", "b": ""}) if look else None
        now = now.with_row("t.csv", row)
        grown.append(row)
        assert branch is None or branch["t.csv"].endswith(b"branch,\n")

    assert before["t.csv"] == b"a,b\n0,0\n"
    assert now["t.csv"] == extended(b"a,b\n0,0\n", grown)
