"""Whole panels, down to the smallest and emptiest: every measure is a number or none, and every
none has its sentence.
"""

from dataclasses import asdict
from fractions import Fraction
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.domain.panel import Recusal
from cidesign.selection import agreement
from tests.saying import said
from tests.selection.made_sheets import gapped, sheets_of, tables, whole

SMALL = {
    "nothing scored": sheets_of({}, listed=("oak", "elm")),
    "no candidate": sheets_of({}),
    "one rater": sheets_of({"ana": {"oak": 4, "elm": 7, "ash": 2}}),
    "one candidate": sheets_of({"ana": {"oak": 4}, "ben": {"oak": 6}}),
    "two candidates": sheets_of({"ana": {"oak": 4, "elm": 5}, "ben": {"oak": 6, "elm": 9}}),
    "all equal": sheets_of(whole([[5, 5], [5, 5], [5, 5], [5, 5], [5, 5]])),
    "no weight": sheets_of(
        whole([[1, 2], [3, 5], [8, 2]]),
        weights={"k": 0, "price": 0},
        calculated={"tax": 100},
        figures={},
    ),
    "all calculated": sheets_of(
        {}, weights={}, calculated={"price": 10}, listed=("oak",), figures={"oak": {"price": 4}}
    ),
    "agreed as one": sheets_of(
        {"panel": {"oak": 4, "elm": 7, "ash": 2}, "ana": {"oak": 9}}, aggregation="consensus"
    ),
    "in two parts": sheets_of({"ana": {"oak": 4, "elm": 3}, "ben": {"ash": 5, "fir": 2}}),
    "nobody complete": sheets_of(
        {"ana": {"oak": {"a": 3}}, "ben": {"oak": {"b": 4}}}, weights={"a": 10, "b": 10}
    ),
    "one never complete": sheets_of(
        {"ana": {"oak": {"a": 3, "b": 4}, "elm": {"a": 9, "b": 1}}, "ben": {"oak": {"b": 4}}},
        weights={"a": 10, "b": 10},
    ),
    "one unscored": sheets_of(whole([[1, 2], [3, 5], [8, 2]]), listed=("fir",)),
    "a figure missing": sheets_of(
        whole([[1, 2], [3, 5], [8, 2]]),
        calculated={"price": 5},
        figures={"c0": {"price": 3}, "c1": {"price": 2}},
    ),
    "most stepped aside": sheets_of(
        whole([[1, 2, 3], [3, 5, 3], [8, 2, 7]]),
        recusals=[Recusal(rater=f"r{r}", candidate=f"c{c}") for r in (0, 1) for c in range(3)],
    ),
    "a hundred candidates": sheets_of(
        whole([[place % 11, (place * 7) % 11, place % 3] for place in range(100)])
    ),
}


def numbers(found):
    """Every number of an answer."""
    if isinstance(found, dict):
        return [number for one in found.values() for number in numbers(one)]
    if isinstance(found, (list, tuple)):
        return [number for one in found for number in numbers(one)]
    return [found] if isinstance(found, (int, float, Fraction)) else []


@pytest.mark.parametrize("sheets", SMALL.values(), ids=SMALL)
def test_a_panel_however_small_is_answered_in_finite_numbers_and_whole_sentences(sheets):
    found = agreement(sheets)

    assert all(isfinite(number) for number in numbers(asdict(found)))
    assert len(set(found.warnings)) == len(found.warnings)
    assert all(
        warning[0].isupper() and warning.endswith(".") and len(warning) < 170
        for warning in said(found.warnings)
    )
    assert all("None" not in warning and "nan" not in warning for warning in said(found.warnings))
    untold = [
        found.alpha,
        found.alpha_interval,
        found.kendall_w,
        found.leniency,
        found.unshrunk,
        *found.by_criterion.values(),
    ]
    assert found.warnings or None not in [*untold, *found.icc.values()]


def warned(name):
    return said(agreement(SMALL[name]).warnings)


def test_one_rater_is_told_once():
    assert warned("one rater") == (
        "Only the scores of ana count, so there is nobody to compare them with.",
    )
    assert agreement(SMALL["one rater"]).alpha is None


def test_a_panel_that_agreed_on_its_scores_has_no_single_sheets():
    found = agreement(SMALL["agreed as one"])

    assert said(found.warnings) == (
        "The panel gave its scores together, so there are no single sheets to compare.",
    )
    assert (found.alpha, found.kendall_w, found.leniency.leniency) == (None, None, {"panel": 0})


def test_nothing_scored_is_told_and_nothing_else():
    assert (
        warned("nothing scored")
        == warned("no candidate")
        == ("Nobody's scores count yet, so there is no agreement to tell.",)
    )
    assert len(warned("all calculated")) == 1
    assert "every figure is calculated" in warned("all calculated")[0]


def test_one_candidate_is_named_and_its_alpha_of_zero_explained():
    found = agreement(SMALL["one candidate"])

    assert found.alpha == 0
    assert said(found.warnings, {"oak": "Oak House"}) == (
        (
            "Only Oak House was scored on every criterion by two raters; with one candidate alpha "
            "is "
            "0, whatever they say."
        ),
        (
            "ICC and Kendall's W need three candidates that every rater scored on every criterion; "
            "this panel has 1."
        ),
    )


def test_with_two_candidates_there_is_alpha_but_no_correlation():
    found = agreement(SMALL["two candidates"])

    assert found.alpha is not None
    assert (found.kendall_w, set(found.icc.values())) == (None, {None})


def test_equal_sheets_tell_nothing_of_agreement_and_say_so():
    found = agreement(SMALL["all equal"])

    assert (found.alpha, found.by_criterion, found.kendall_w, set(found.icc.values())) == (
        None,
        {"k": None},
        None,
        {None},
    )
    assert [warning.partition(",")[0] for warning in said(found.warnings)] == [
        "Where two raters scored the same candidate",
        "Where two raters scored the same candidate",
        "Every rater gives all candidates the same points",
        "ICC (1",
    ]


def test_weights_of_zero_are_named_as_the_reason():
    found = agreement(SMALL["no weight"])

    assert found.alpha is None
    assert (
        found.by_criterion["k"] is not None
    )  # what raters say of a criterion does not ask for its weight
    assert "weight of 0" in said(found.warnings)[0]


def test_a_panel_in_two_parts_names_who_hangs_together():
    found = agreement(SMALL["in two parts"])

    assert (found.leniency, found.unshrunk) == (None, None)
    assert said(found.warnings, {"oak": "Oak House", "elm": "Elm Fund"})[-1] == (
        "Who scores higher cannot be told: no rater links these groups of candidates: ash and "
        "fir; "
        "Elm Fund and Oak House."
    )


def test_many_parts_are_told_in_a_short_sentence():
    found = agreement(sheets_of({f"r{r}": {f"c{r}_{c}": c for c in range(9)} for r in range(30)}))

    assert len(said(found.warnings)[-1]) < 400
    assert "and 26 more groups" in said(found.warnings)[-1]


def test_a_rater_who_finished_no_sheet_is_named_and_keeps_nobody_else_from_being_compared():
    found = agreement(SMALL["one never complete"])

    assert found.leniency.leniency == {"ana": 0}
    assert found.complete == ()
    assert (
        "Nothing is said of how high ben scores: that sheet is complete for no candidate."
        in said(found.warnings)
    )


def test_candidates_without_adjusted_points_are_named():
    unscored, figure = (
        agreement(SMALL["one unscored"]),
        agreement(SMALL["a figure missing"]),
    )

    assert unscored.leniency.adjusted["fir"] is None
    assert (
        said(unscored.warnings, {"fir": "Fir Hall"})[-1]
        == "No adjusted points for Fir Hall: nobody scored them on every criterion."
    )
    assert figure.leniency.adjusted == {
        "c0": 10 / 10 * 1.5 + 5 * 0.3,
        "c1": pytest.approx(4 + 1),
        "c2": None,
    }
    assert said(figure.warnings)[-1] == "No adjusted points for c2: a calculated figure is missing."


def test_a_recused_rater_never_counts():
    stepped = [Recusal(rater="r1", candidate=f"c{c}") for c in range(4)]
    table = [[1, 9, 2], [4, 0, 3], [8, 1, 9], [2, 7, 2]]

    found = agreement(sheets_of(whole(table), recusals=stepped))

    without = sheets_of({rater: given for rater, given in whole(table).items() if rater != "r1"})
    assert found == agreement(without)


def test_icc_and_w_stand_on_the_candidates_everybody_scored_completely():
    table = [[1, 2], [4, 5], [7, 9], [3, None], [6, 6]]

    found = agreement(sheets_of(whole(table)))

    assert found.complete == ("c0", "c1", "c2", "c4")
    alone = agreement(sheets_of(whole([table[place] for place in (0, 1, 2, 4)])))
    assert (found.icc, found.kendall_w) == (alone.icc, alone.kendall_w)


def test_values_are_the_raters_own_points_by_the_sheets_weights():
    """40 on a and 10 on b: ana 40 x .5 + 10 x 1 = 30 and 40 x 1 = 40; ben 20 and 45."""
    given = {
        "ana": {"oak": {"a": 5, "b": 10}, "elm": {"a": 10, "b": 0}},
        "ben": {"oak": {"a": 5, "b": 0}, "elm": {"a": 10, "b": 5}},
    }

    found = agreement(sheets_of(given, weights={"a": 40, "b": 10}))

    assert found.unshrunk.leniency == pytest.approx({"ana": 1.25, "ben": -1.25})
    assert found.unshrunk.adjusted == {"oak": 25, "elm": 42.5}


def test_by_criterion_asks_only_for_the_scores_of_that_criterion():
    given = {
        "ana": {"oak": {"a": 5}, "elm": {"a": 1}},
        "ben": {"oak": {"a": 5}, "elm": {"a": 1, "b": 3}},
    }

    found = agreement(sheets_of(given, weights={"a": 40, "b": 10}))

    assert found.by_criterion == {"a": 1, "b": None}
    assert "No candidate has the scores of two raters on b." in said(found.warnings)


@given(table=gapped(), random=st.randoms(use_true_random=False))
def test_names_of_raters_do_not_matter(table, random):
    given = {
        rater: {id: score for id, score in by.items() if score is not None}
        for rater, by in whole(table).items()
    }
    letters = random.sample("ABCDEF", len(given))
    renamed = dict(zip(letters, given.values()))

    one, other = (
        agreement(sheets_of(panel, listed=[f"c{c}" for c in range(len(table))]))
        for panel in (given, renamed)
    )

    assert (other.alpha, other.icc, other.kendall_w, other.agenda) == (
        one.alpha,
        one.icc,
        one.kendall_w,
        one.agenda,
    )
    assert other.alpha_interval == pytest.approx(one.alpha_interval)


@given(table=tables())
def test_a_complete_panel_is_unchanged_by_leniency(table):
    found = agreement(sheets_of(whole(table)))

    raw = {f"c{c}": sum(row) / len(row) for c, row in enumerate(table)}
    assert found.leniency.adjusted == pytest.approx(raw, abs=1e-9)
    assert found.unshrunk.adjusted == pytest.approx(raw, abs=1e-9)
