"""Whether any further round could reach the number of raters the rules ask for: members, those who
step aside, an agreed score.
"""

import pytest

from cidesign.catalog import load
from cidesign.views.compare import words
from cidesign.views.score.panel_size import no_round_helps
from tests.views.compare.panels import RULES, bundle, scores

ONE_SCORED = scores("ana oak trust 4", "ana oak reach 4")


def asking_for(quorum, *, rules=RULES, **tables):
    return bundle(
        "scored",
        rules=rules.replace("quorum: 2", f"quorum: {quorum}"),
        **{"scores": ONE_SCORED, **tables},
    )


# Four members; Oak and Elm may be chosen, Ash may not.
@pytest.mark.parametrize("quorum", [1, 4])
def test_a_panel_that_is_large_enough_is_left_to_score(quorum):
    assert no_round_helps(asking_for(quorum)) == ""


def test_a_panel_smaller_than_the_rules_ask_for_needs_a_member_or_other_rules():
    assert no_round_helps(asking_for(5)) == (
        "More members are needed: the rules ask for five on each candidate, and the workshop has "
        "four. "
        "Add a member on the page Initiative, or change the rules as a new version on the page "
        "Process."
    )


def test_those_who_step_aside_are_no_raters():
    one, both = "rater,candidate\nana,oak\n", "rater,candidate\nana,oak\nben,elm\n"

    assert no_round_helps(asking_for(4, recusals=one)) == ""  # four may still score Elm
    assert "at most three may score one" in no_round_helps(asking_for(4, recusals=both))


def test_a_rater_who_stands_only_in_the_scores_counts():
    assert no_round_helps(asking_for(5, scores=scores("eve oak trust 4", "ana oak trust 3"))) == ""


def test_an_agreed_score_is_one_however_many_members_there_are():
    agreed = RULES + "aggregation: consensus\n"

    assert "Change the rules" in no_round_helps(asking_for(2, rules=agreed, scores=None))
    assert "member on the page Initiative" not in no_round_helps(
        asking_for(2, rules=agreed, scores=None)
    )
    assert no_round_helps(asking_for(1, rules=agreed, scores=None)) == ""


def test_the_comparison_then_asks_for_no_sheets():
    small, enough = (
        words.and_line(words.shown_view(asking_for(quorum), load())) for quorum in (5, 4)
    )

    assert small.startswith("More members are needed")
    assert "sheets" not in small
    assert enough.startswith("Add the sheets that are missing in round 2")
