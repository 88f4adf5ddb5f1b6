"""What people beyond the committee said stands beside the points after the close, and moves none."""

import pytest

from cidesign.record import read_files
from cidesign.views.candidates import hearing
from cidesign.views.compare import heard as words
from cidesign.views.compare.view import compare_view
from tests.views.compare import panels

HEAD = "who,asked,candidate,mean,said,day,source\n"
SCORES = "rater,candidate,criterion,score\n" + "".join(
    f"{rater},{candidate},{criterion},{score}\n"
    for rater in ("ana", "ben", "chi", "dee")
    for candidate, score in (("oak", 5), ("elm", 3))
    for criterion in ("trust", "reach")
)
BOTH = "Parents,24,oak,2.5,,2026-09-03,survey\nParents,24,elm,4,Kind,2026-09-03,survey\n"


def scored(rows, stage="scored"):
    return panels.bundle(stage, heard=HEAD + rows if rows else "", scores=SCORES)


def test_the_means_stand_beside_the_points_in_rank_order():
    """Trust and reach at 5 and at 3 of 1 to 5, the price 40 and 20 of 100 to 0: 92 and 56."""
    record = scored(BOTH + "Youth,1200,elm,3.5,,,\n")
    found = words.groups(record)

    assert words.beside_the_points(found, compare_view(record).rows)[:2] == [
        {
            "Candidate": "Oak House",
            "Our points": "92.0",
            "Parents, 24 asked": "2.5",
            "Youth, 1,200 asked": "–",
        },
        {
            "Candidate": "Elm Fund",
            "Our points": "56.0",
            "Parents, 24 asked": "4",
            "Youth, 1,200 asked": "3.5",
        },
    ]


def test_whom_all_groups_rate_highest_is_said_and_nothing_where_they_differ():
    def one(rows):
        return words.claim(words.groups(scored(rows)), scored(rows))

    other = "Youth,9,oak,4,,,\nYouth,9,elm,3,,,\n"
    assert one(BOTH) == "One group beyond the committee was heard; it rates Elm Fund highest"
    assert one(BOTH + other) == "Two groups beyond the committee were heard"
    assert one("Parents,24,elm,4,,,\n") == "One group beyond the committee was heard"


def test_it_is_one_sentence_among_what_to_know_before_choosing():
    assert words.in_one_line(scored(BOTH)) == (
        "One group beyond the committee was heard; it rates Elm Fund highest; heard, not counted.",
    )
    assert words.in_one_line(scored("")) == ()


def test_what_was_said_is_told_with_how_and_when():
    record = scored(BOTH)

    assert words.sentences_of(words.groups(record), record) == (
        "Parents (24 asked): 3 September 2026 · survey.",
        "Parents on Elm Fund: “Kind”",
    )


def test_no_point_and_no_place_comes_from_it():
    low, high = (
        compare_view(scored(f"Parents,24,oak,{oak},,,\nParents,24,elm,{elm},,,\n"))
        for oak, elm in ((1, 5), (5, 1))
    )

    assert low == high == compare_view(scored(""))


@pytest.mark.parametrize("stage", ["draft", "sealed", "scoring"])
def test_before_the_close_nothing_of_it_is_told(stage):
    assert words.groups(scored(BOTH, stage)) == ()
    assert words.in_one_line(scored(BOTH, stage)) == ()
    assert "Nobody reads it, nor do you" in hearing.note(scored(BOTH, stage))


def test_after_the_close_the_form_says_where_it_stands():
    assert "It stands beside the scores" in hearing.note(scored(BOTH))


def test_a_group_of_three_is_shown_nowhere():
    assert words.groups(scored("Parents,3,oak,2.5,Kind,,\n")) == ()


def test_a_bundle_with_it_is_handed_out_byte_for_byte():
    record = scored(BOTH)

    assert read_files(dict(record.files)).files["heard.csv"] == (HEAD + BOTH).encode()
