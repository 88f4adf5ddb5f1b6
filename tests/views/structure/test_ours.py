"""An answer that is a usual value is never called ours, and nothing is most like us before we have
answered.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.figures import count
from cidesign.record import changed, example_bundle, read_files
from cidesign.views.overview.beginning import begun, drafted
from cidesign.views.overview.drafting import Answers
from cidesign.views.structure import words
from cidesign.views.structure.near import near_heading, near_view
from cidesign.views.structure.page import structure_page
from cidesign.views.structure.view import structure_view

CATALOG = load()
NEW = begun("Ours", CATALOG, start="2027-01")
WEIGHED = [one.id for one in CATALOG.structure_drivers if one.about == "structure"]


def answering(number, bundle=NEW):
    """So many answers that are not the usual ones."""
    for id in WEIGHED[:number]:
        bundle = changed(bundle, "structure.yaml", {("answers", id): 4})
    return bundle


def said(bundle):
    view, page = structure_view(bundle, CATALOG), structure_page(bundle, CATALOG)
    return " ".join(
        (
            words.note(view),
            words.reading(view),
            words.so_far(bundle, CATALOG),
            page.answer,
            page.and_line,
        )
    )


def test_before_anybody_answered_no_answer_is_called_yours():
    assert "your answers" not in said(NEW)
    assert "With usual answers" in said(NEW)
    assert "none of them yours yet" in said(NEW)


def test_each_answer_of_ours_is_counted_as_ours_and_the_rest_as_usual():
    assert "ten questions count · two of them your answers, the others usual" in said(answering(2))
    assert "your answers" in said(answering(10))
    assert "usual" not in words.whose_answers(structure_view(answering(10), CATALOG))


def test_answers_that_people_wrote_are_ours_also_where_one_is_the_usual_one():
    few = read_files({"workshop.yaml": b"name: Ours\n", "structure.yaml": b"answers: {funding: 3}"})

    assert words.note(structure_view(few, CATALOG)).startswith("One of ten questions counts · your")


@pytest.mark.parametrize(("ours", "lacking"), [(0, "three more"), (1, "two more"), (2, "one more")])
def test_most_like_us_waits_for_three_answers_of_ours(ours, lacking):
    view = near_view(answering(ours), CATALOG)

    assert (view.blocks, near_heading(view)) == ((), "No initiative compares yet")
    assert f"{lacking} answer" in view.reading


def test_most_like_us_says_how_many_of_the_answers_are_usual_ones():
    view = near_view(answering(4), CATALOG)

    assert near_heading(view).startswith("Most like us: ")
    assert "Six of our answers still stand at their usual values." in view.reading


def test_once_the_rules_are_sealed_the_way_of_choosing_is_told_and_not_advised():
    before = structure_page(NEW, CATALOG).mode_claim
    after = structure_page(example_bundle("philadelphia_stem"), CATALOG).mode_claim

    assert before.startswith("The answers speak for ")
    assert after == "The rules are sealed: open selection"


@pytest.mark.parametrize(
    ("hosting", "mode"), [("nobody", "open"), ("one", "closed"), ("several", "semi_open")]
)
def test_the_first_rules_follow_from_who_could_run_the_backbone(hosting, mode):
    bundle = drafted(Answers("Ours", "2027-01", hosting=hosting), CATALOG)

    assert bundle.rules.mode == mode


def test_nobody_known_is_told_as_a_reason_for_an_open_call():
    bundle = drafted(Answers("Ours", "2027-01", hosting="nobody"), CATALOG)

    because = " ".join(structure_view(bundle, CATALOG).mode_because)

    assert "You know of nobody yet who could do it" in because
    assert "Only one organization" not in because


@pytest.mark.parametrize(("ours", "mostly"), [(1, True), (4, True), (5, False), (10, False)])
def test_what_fits_best_says_so_while_most_of_the_answers_are_usual(ours, mostly):
    bundle = answering(ours)

    told = structure_page(bundle, CATALOG).answer, words.so_far(bundle, CATALOG)

    assert {"mostly usual answers" in one for one in told} == {mostly}


def test_each_question_says_whether_its_answer_is_the_usual_one():
    asked = structure_view(answering(3), CATALOG).about("structure")

    assert [one.usual for one in asked] == [False] * 3 + [True] * 7
    assert not any(one.usual for one in structure_view(answering(10), CATALOG).about("structure"))


def test_what_the_chart_has_no_room_for_is_told_and_stands_in_the_table():
    view = structure_view(NEW, CATALOG)
    behind = [row.label for row in view.fits[words.SHOWN :]]

    assert f"{count(len(behind), opening=True)} that fit less" in words.reading(view)
    assert behind
    assert set(behind) <= set(words.table(view)[0])
