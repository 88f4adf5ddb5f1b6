"""A fitness check in words: when it takes the place of a ranking, what is passed, and where a
candidate is weak.
"""

from cidesign.views.compare import fit_check
from cidesign.views.compare.view import compare_view
from tests.views.compare.panels import RULES, bundle, scores

CLOSED = RULES + "mode: closed\n"
ONE = "id,name,price\noak,Oak House,40\n"


def checks_of(*rows, rules=CLOSED, candidates=None, stage="scored"):
    whole = bundle(stage, rules=rules, scores=scores(*rows), candidates=candidates)
    return fit_check.checks(whole, compare_view(whole))


BOTH = ("ana oak trust 4", "ben oak trust 3", "ana oak reach 1", "ben oak reach 2")


def test_marks_are_counted_and_weak_criteria_named():
    (oak,) = checks_of(*BOTH, candidates=ONE)

    # Trust: mean 3.5, mark 3. Reach: 1.5, mark 2. Price: 40, mark 60, lower is better.
    assert [(row.label, row.value, row.mark, row.verdict) for row in oak.rows] == [
        ("Trust", "3.5", "3", "passed"),
        ("Reach", "1.5", "2", "below the mark"),
        ("Price", "40", "60", "passed"),
    ]
    assert fit_check.answer(oak) == "Oak House passes two of three marks; weak on reach."


def test_whoever_passes_all_is_told_what_comes_nearest():
    (oak,) = checks_of(
        "ana oak trust 4", "ben oak trust 4", "ana oak reach 2", "ben oak reach 2", candidates=ONE
    )

    assert fit_check.answer(oak) == "Oak House passes all three marks."
    assert fit_check.and_line(oak) == "Nearest to its mark: reach."


def test_what_nobody_scored_is_weak_and_not_passed():
    (oak,) = checks_of("ana oak trust 4", candidates=ONE)

    assert [(row.label, row.verdict) for row in oak.weak] == [("Reach", "nobody scored it")]


def test_rules_without_marks_cannot_be_checked_against():
    (oak,) = checks_of(*BOTH, rules=CLOSED.replace("pass_mark", "# pass_mark"), candidates=ONE)

    assert fit_check.answer(oak) == "Oak House cannot be checked: the rule sheet has no pass marks."


def test_one_candidate_is_checked_even_in_an_open_call():
    assert [check.id for check in checks_of(*BOTH, rules=RULES, candidates=ONE)] == ["oak"]


def test_several_candidates_of_an_open_call_are_ranked_and_not_checked():
    assert checks_of(*BOTH, rules=RULES) == ()


def test_while_a_round_is_open_nothing_is_checked():
    assert checks_of(*BOTH, candidates=ONE, stage="scoring") == ()


def test_the_weakest_come_first_where_only_a_few_are_shown():
    (oak,) = checks_of(*BOTH, candidates=ONE)

    # Against its mark: reach -0.5 of 4 steps, trust +0.5 of 4, price +20 of 100.
    assert [row.label for row in oak.tight] == ["Reach", "Trust", "Price"]


def test_one_that_is_not_eligible_or_has_too_few_raters_cannot_be_chosen():
    barred = "id,name,eligible,eligible_reason,price\noak,Oak House,no,Too young,40\n"

    (out,) = checks_of(*BOTH, candidates=barred)
    (alone,) = checks_of(
        *BOTH[::2], candidates=ONE
    )  # the rule sheet asks for two raters; the others step aside
    (fine,) = checks_of(*BOTH, candidates=ONE)

    assert out.barred == "Oak House is not eligible, so it cannot be chosen."
    assert alone.barred == (
        "One member has scored Oak House; the rule sheet asks for two, so it cannot be chosen yet."
    )
    assert fine.barred == ""
