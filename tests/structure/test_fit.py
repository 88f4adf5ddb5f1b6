"""Fit: the answers' shares times the levels, summed as by hand; nothing else moves it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.domain.structure import EqualShares, StructureProfile
from cidesign.structure import fit
from cidesign.views.structure.reasons import Entries, in_words
from tests.structure.small import DESK, DRIVERS, HALL, answering, driver, structure


def said(reasons, *more):
    return in_words(reasons, Entries((HALL, DESK, *more), DRIVERS))


def points(fits):
    return {one.structure: one.points for one in fits}


def test_points_are_the_hand_sum():
    fits = fit(answering(trust=3, speed=1), (HALL, DESK), DRIVERS)

    # hall: 75 x 4/4 + 25 x 1/4 = 81.25; desk: 75 x 1/4 + 25 x 3/4 = 37.5
    assert points(fits) == {"hall": 81.25, "desk": 37.5}
    assert [one.structure for one in fits] == ["hall", "desk"]


def test_contributions_stand_largest_first_and_add_to_the_points():
    hall = fit(answering(trust=1, speed=3), (HALL,), DRIVERS)[0]

    # trust 25 x 1 = 25, speed 75 x 1/4 = 18.75
    assert [(one.driver, one.points, one.most) for one in hall.contributions] == [
        ("trust", Decimal(25), Decimal(25)),
        ("speed", Decimal("18.75"), Decimal(75)),
    ]


def test_an_unanswered_driver_has_no_weight():
    fits = fit(answering(speed=2), (HALL, DESK), DRIVERS)

    assert points(fits) == {"desk": 75.0, "hall": 25.0}
    assert [one.driver for one in fits[0].contributions] == ["speed"]


@pytest.mark.parametrize("answers", [{}, {"trust": 0, "speed": 0}, {"doors": 4}])
def test_without_an_answer_all_questions_count_the_same_and_that_is_said(answers):
    fits = fit(answering(**answers), (HALL, DESK), DRIVERS)

    # hall: 50 + 12.5; desk: 12.5 + 37.5
    assert points(fits) == {"hall": 62.5, "desk": 50.0}
    assert all(one.because[0] == EqualShares() for one in fits)


def test_with_an_answer_nobody_is_told_that_all_count_the_same():
    assert not any(
        EqualShares() in one.because for one in fit(answering(trust=1), (HALL, DESK), DRIVERS)
    )


def test_a_question_about_the_mode_has_no_weight_in_the_fit():
    assert points(fit(answering(trust=3, speed=1, doors=4), (HALL, DESK), DRIVERS)) == {
        "hall": 81.25,
        "desk": 37.5,
    }


def test_the_committees_judgement_takes_the_place_of_the_catalogs_level():
    profile = StructureProfile(answers={"trust": 1}, judgements={"desk": {"trust": 4}})

    desk = next(one for one in fit(profile, (HALL, DESK), DRIVERS) if one.structure == "desk")

    assert desk.points == 75.0
    assert said(desk.because) == (
        "Trust: 75 of 100 points. Trust: your committee judged it 4 of 5.",
    )


def test_a_structure_nobody_judged_counts_as_the_middle_and_says_so():
    entry = structure("shed", {})

    shed = fit(answering(trust=1), (entry,), DRIVERS)[0]

    assert shed.points == 50.0
    assert said(shed.watch, entry) == (
        "Trust: nobody has judged this yet, so it counts as 3 of 5. Judge it yourselves.",
    )


def test_reasons_are_the_largest_contributions_of_strong_levels():
    hall = fit(answering(trust=3, speed=1), (HALL,), DRIVERS)[0]

    assert said(hall.because) == ("Trust: 75 of 75 points. hall is 5 on trust.",)


def test_where_nothing_is_strong_the_largest_contribution_is_the_reason():
    desk = fit(answering(trust=2), (DESK,), DRIVERS)[0]

    assert said(desk.because) == ("Trust: 25 of 100 points. desk is 2 on trust.",)


@pytest.mark.parametrize(
    ("speed", "watch"), [(2, ("It is far away.",)), (3, ("Mind the clock.", "It is far away."))]
)
def test_a_condition_is_watched_only_when_the_answers_meet_it(speed, watch):
    assert said(fit(answering(trust=1, speed=speed), (HALL,), DRIVERS)[0].watch) == watch


def test_a_condition_on_a_question_nobody_answered_is_not_met():
    assert said(fit(answering(trust=1), (HALL,), DRIVERS)[0].watch) == ("It is far away.",)


def test_structures_with_equal_points_stand_in_order_of_their_ids():
    twins = (structure("pear", {"trust": 3}), structure("apple", {"trust": 3}))

    assert [one.structure for one in fit(answering(trust=1), twins, DRIVERS)] == ["apple", "pear"]


def test_everything_unknown_or_off_its_scale_is_named_at_once():
    profile = StructureProfile(
        answers={"trusst": 1, "speed": 5},
        judgements={"hal": {"trust": 3}, "desk": {"speed": 6, "doors": 3, "trust": 0}},
    )

    with pytest.raises(BadInput) as caught:
        fit(profile, (HALL, DESK), DRIVERS)

    lines = [problem.line() for problem in caught.value.problems]
    assert [line.split("; ")[0] for line in lines] == [
        "structure.yaml: answers.trusst: there is no question trusst",
        "structure.yaml: answers.speed: 5 is off the scale",
        "structure.yaml: judgements.hal: there is no structure hal",
        "structure.yaml: judgements.desk.speed: 6 is off the scale",
        "structure.yaml: judgements.desk.doors: there is no structure driver doors",
        "structure.yaml: judgements.desk.trust: 0 is off the scale",
    ]
    assert "did you mean trust" in lines[0]
    assert "did you mean hall" in lines[2]


ANSWERS = st.dictionaries(st.sampled_from(["trust", "speed", "doors", "cost"]), st.integers(0, 4))
MORE = (*DRIVERS, driver("cost"))


@given(
    ANSWERS, st.permutations(MORE), st.permutations((HALL, DESK)), st.randoms(use_true_random=False)
)
def test_order_never_matters(answers, drivers, structures, random):
    shuffled = list(answers.items())
    random.shuffle(shuffled)

    assert fit(answering(**dict(shuffled)), structures, drivers) == fit(
        answering(**answers), (HALL, DESK), MORE
    )


@given(ANSWERS)
def test_points_lie_between_0_and_100_and_are_the_sum_of_their_contributions(answers):
    for one in fit(answering(**answers), (HALL, DESK), MORE):
        assert 0 <= one.points <= 100
        assert abs(one.points - float(sum(part.points for part in one.contributions))) < 1e-9
        assert abs(sum(part.most for part in one.contributions) - 100) < Decimal("1e-20")


@given(ANSWERS, st.integers(2, 4))
def test_only_the_proportion_of_the_answers_counts(answers, divisor):
    smaller = {id: Decimal(answer) / divisor for id, answer in answers.items()}

    assert points(fit(answering(**smaller), (HALL, DESK), MORE)) == pytest.approx(
        points(fit(answering(**answers), (HALL, DESK), MORE))
    )


@pytest.mark.parametrize(
    ("best", "answers"),
    [
        # Each after what the memo's table says for it.
        ("funder", {"funding": 4, "mobilizing": 3}),
        ("new_nonprofit", {"neutrality": 4, "focus": 4}),
        ("existing_nonprofit", {"issue_place": 4, "accountability": 3}),
        (
            "government",
            {"accountability": 4, "mobilizing": 3, "infrastructure": 3, "neutrality": 2},
        ),
        ("shared", {"low_cost": 4, "legitimacy": 3}),
        ("steering_committee", {"mobilizing": 4, "neutrality": 4, "low_cost": 3}),
        # The memo names it beside its table; after what speaks for it in our own.
        ("university", {"infrastructure": 4, "neutrality": 3, "issue_place": 3}),
    ],
)
def test_each_structure_of_ours_comes_first_where_its_strengths_matter(best, answers):
    catalog = load()

    assert (
        fit(answering(**answers), catalog.structures, catalog.structure_drivers)[0].structure
        == best
    )
