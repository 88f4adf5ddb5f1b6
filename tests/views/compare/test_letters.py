"""Raters as letters: nobody's name is left, everything else stays, and the sheet may say
otherwise.
"""

import re
from dataclasses import replace

import pytest

from cidesign.catalog import load
from cidesign.domain.rules import Aggregation, Names
from cidesign.record import example_bundle
from cidesign.views.compare import rounds, rounds_words, words
from cidesign.views.compare.leniency import leniency_view
from cidesign.views.compare.letters import lettered, shown_as_letters
from cidesign.views.compare.view import compare_view
from tests.views.compare.panels import bundle, scores

BUNDLE = example_bundle("philadelphia_stem")


def with_rules(**changes):
    return replace(BUNDLE, rules=BUNDLE.rules.model_copy(update=changes))


def test_no_rater_keeps_a_name():
    raters = {score.rater for score in BUNDLE.scores} | {
        recusal.rater for recusal in BUNDLE.recusals
    }

    shown = lettered(BUNDLE)

    assert {score.rater for score in shown.scores} | {
        recusal.rater for recusal in shown.recusals
    } == set("ABCDEFG"[: len(raters)])


def test_the_result_is_the_same():
    before, after = compare_view(BUNDLE), compare_view(lettered(BUNDLE))

    assert [(row.id, row.rank, row.points, row.raters) for row in after.rows] == [
        (row.id, row.rank, row.points, row.raters) for row in before.rows
    ]


def test_letters_do_not_follow_the_order_of_names_or_rows():
    letter = dict(
        zip(
            (score.rater for score in BUNDLE.scores),
            (score.rater for score in lettered(BUNDLE).scores),
        )
    )

    assert [letter[name] for name in sorted(letter)] != sorted(letter.values())
    assert list(dict.fromkeys(letter.values())) != sorted(letter.values())


def test_the_sheet_may_show_names():
    shown = with_rules(names=Names.SHOWN)

    assert lettered(shown) == shown
    assert not shown_as_letters(shown)


def test_an_agreed_panel_score_belongs_to_nobody():
    agreed = with_rules(aggregation=Aggregation.CONSENSUS)

    assert lettered(agreed) == agreed


FOUR = ("ana", "ben", "chi", "dee")
LETTER = re.compile(r"(?<![\w’'.])[A-D](?![\w’'.]| level)")
# What a member may do that is known by name, or shows in her sheet: as rows that are left out, rows
# that are added, and who steps aside for whom.
CASES = {
    "steps aside before scoring": (("dee oak",), (), "dee,oak"),
    "steps aside after scoring": ((), (), "dee,oak"),
    "steps aside for one and leaves out the other": (("dee oak", "dee elm"), (), "dee,oak"),
    "two step aside for two": (("dee oak", "chi elm"), (), "dee,oak\nchi,elm"),
    "leaves a cell blank": (("ben elm reach",), (), "dee,oak"),
    "leaves many cells blank": (("ben elm", "ben oak reach"), (), "dee,oak"),
    "changes her mind about one": (
        ("dee oak",),
        ("ana oak trust 1 2", "ben elm reach 5 2"),
        "dee,oak",
    ),
}


def panel_of(case: str):
    without, more, aside = CASES[case]
    rows = [
        f"{who} {candidate} {what} {level}"
        for who, level in zip(FOUR, (5, 3, 3, 2))
        for candidate in ("oak", "elm")
        for what in ("trust", "reach")
    ]
    given = [row for row in rows if not row.startswith(without)] if without else rows
    return bundle(
        "scored",
        scores=scores(*given, *more),
        recusals=f"rater,candidate\n{aside}\n",
        more="round: 2\n" if more else "",
    )


def sentences_of(panel) -> list[str]:
    """All that Compare says in sentences of its raters."""
    view = words.shown_view(panel, load())
    moved = rounds.rounds_view(panel, load())
    return [
        *words.to_know(view),
        *words.without_rank(view),
        words.raters(view),
        *leniency_view(panel).sentences,
        *((*rounds_words.summary(moved), *rounds_words.who_moved(moved)) if moved else ()),
    ]


@pytest.mark.parametrize("case", CASES)
def test_no_letter_is_told_together_with_a_candidate(case):
    found = sentences_of(panel_of(case))

    assert found
    assert [one for one in found if LETTER.search(one)] == []


@pytest.mark.parametrize("case", CASES)
def test_where_somebody_stepped_aside_no_letter_has_a_level_of_its_own(case):
    view = leniency_view(panel_of(case))

    assert view.candidates
    assert view.members == ()


def test_where_nobody_stepped_aside_each_letter_has_its_level():
    panel = replace(panel_of("steps aside after scoring"), recusals=())

    assert [row["Member"] for row in leniency_view(panel).members] == ["A", "B", "C", "D"]


def test_names_that_the_rules_show_stay_with_their_candidates():
    panel = panel_of("leaves a cell blank")
    shown = replace(panel, rules=panel.rules.model_copy(update={"names": Names.SHOWN}))

    assert any("ben" in one and "Elm Fund" in one for one in sentences_of(shown))
