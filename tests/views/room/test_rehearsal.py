"""A rehearsal in words: how far apart a level was read, what to talk about, the furthest first."""

from dataclasses import replace
from fractions import Fraction

import pytest

from cidesign.catalog import load
from cidesign.domain.rehearsal import Reading
from cidesign.views.room import rehearsal, rehearsal_words
from tests.views.compare import panels

ONE, TWO = (one.id for one in load().invented)


def reading(*levels, candidate=ONE, criterion="trust", people=0):
    scores = tuple(Fraction(one) for one in sorted(levels))
    alike = len(set(levels)) == 1
    told = scores if len(scores) >= 4 else ()
    return Reading(candidate, criterion, people or len(scores), alike, told)


def said(one):
    scores = one.scores
    return rehearsal_words.how_read(one.people, scores, Fraction(1), alike=one.alike)


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [
        (
            (2, 2, 2, 2, 2, 4, 4, 4),
            "Five read level 2 and three level 4: agree what counts as evidence.",
        ),
        (
            (1, 3, 3, 5, 5, 5),
            "Three read level 5, two level 3 and one level 1: agree what counts as evidence.",
        ),
        ((2, 2, 3, 3, 3), "Three read level 3 and two level 2: say what made the difference."),
        ((3,) * 6, "All six read level 3: you mean the same by it."),
        (
            (2, 2, 2, 4),
            "Four members read it from level 2 to level 4: agree what counts as evidence.",
        ),
        ((3, 3, 3), "Three members, too few to tell their levels: they agree."),
        (
            (1, 5),
            "Two members, too few to tell their levels: they do not agree. Talk about what counts "
            "as evidence.",
        ),
        ((4,), "One member read it, so there is nothing to compare."),
    ],
)
def test_one_sentence_says_how_it_was_read_and_what_to_talk_about(levels, sentence):
    assert said(reading(*levels)) == sentence


def test_the_largest_spread_stands_first_and_what_all_read_alike_last():
    told = (
        reading(3, 3, 3, 3, 3, candidate=ONE),
        reading(1, 1, 5, 5, 5, candidate=TWO),
        reading(2, 2, 2, 3, 3, candidate=ONE, criterion="reach"),
        reading(1, 5, candidate=TWO, criterion="reach"),
    )

    rows = rehearsal.read_apart(told, panels.bundle(), load())

    assert [(row.number, row.candidate[:10], row.criterion) for row in rows] == [
        (1, "Bellwether", "Trust"),
        (2, "Larkfield ", "Reach"),
        (3, "Bellwether", "Reach"),
        (4, "Larkfield ", "Trust"),
    ]
    assert rehearsal.answer(rows) == "You read Bellwether Trust (invented) furthest apart on Trust."


def test_from_five_on_each_level_is_counted_and_under_five_none():
    four, five = rehearsal.read_apart(
        (reading(1, 1, 5, 5, 5), reading(1, 1, 5, 5, criterion="reach")), panels.bundle(), load()
    )

    assert [(one.number, one.people) for one in five.levels] == [
        ("1", 2),
        ("2", 0),
        ("3", 0),
        ("4", 0),
        ("5", 3),
    ]
    assert (four.levels, four.scores) == ((), ())
    assert "Fewer than five" in rehearsal.note((five, four))
    assert "Fewer than five" not in rehearsal.note((five,))


def test_a_criterion_that_is_gone_from_the_sheet_is_not_told():
    assert rehearsal.read_apart((reading(1, 5, criterion="gone"),), panels.bundle(), load()) == ()


def test_where_all_read_alike_or_nobody_did_that_is_the_answer():
    alike = rehearsal.read_apart((reading(3, 3, 3, 3, 3),), panels.bundle(), load())

    assert rehearsal.answer(alike) == "You read every level alike."
    assert rehearsal.answer(()) == "Nobody gave a level."


@pytest.mark.parametrize(
    ("done", "of", "told"),
    [
        (0, 4, "None of four members have read both."),
        (1, 4, "One of four members has read both."),
        (1, 3, ""),
    ],
)
def test_how_many_have_read_is_told_of_four_or_more(done, of, told):
    assert rehearsal_words.far(done, of) == told


def test_a_criterion_is_called_as_everywhere_else():
    usual = load().criteria[0]
    rules = panels.RULES.replace("id: trust", f"id: {usual.id}").replace(
        "label: Trust", f"label: {usual.label}"
    )
    (row,) = rehearsal.read_apart(
        (replace(reading(1, 1, 1, 1, 5), criterion=usual.id),), panels.bundle(rules=rules), load()
    )

    assert row.criterion == usual.short
