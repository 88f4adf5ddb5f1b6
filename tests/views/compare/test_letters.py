"""Raters as letters: nobody's name is left, everything else stays, and the sheet may say
otherwise.
"""

from dataclasses import replace

from cidesign.domain.rules import Aggregation, Names
from cidesign.record import example_bundle
from cidesign.views.compare.letters import lettered, shown_as_letters
from cidesign.views.compare.view import compare_view

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
