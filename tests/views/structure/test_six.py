"""The six questions of a backbone: which are open, what others answered, and an answer written
down.
"""

import pytest

from cidesign.acts.settle_question import SettleQuestion
from cidesign.catalog import load
from cidesign.record import read_files
from cidesign.views.structure.six import six_heading, six_view, still_open

CATALOG = load()
KEYS = [field.key for question in CATALOG.six_questions for field in question.fields]


def bundle(decision=""):
    return read_files(
        {"workshop.yaml": b"name: Ours\n", "structure.yaml": f"decision: {{{decision}}}\n".encode()}
    )


def test_the_six_cover_what_the_record_holds():
    # The keys of structure.yaml beside the structure and its variant.
    assert KEYS == [
        "existing_or_new",
        "selection_mode",
        "capacity",
        "staff_report_to",
        "fiscal_agent",
        "place",
        "funds_short_term",
        "funds_long_term",
    ]
    assert len(CATALOG.six_questions) == 6


def test_nothing_answered_is_six_to_settle():
    view = six_view(bundle(), CATALOG)

    assert (view.answered, six_heading(view)) == (0, "Six questions to settle")
    assert still_open(view).startswith("Still open: existing or new, ")


def test_a_question_with_two_parts_is_open_until_both_are_there():
    view = six_view(
        bundle("fiscal_agent: The host, capacity: Three, staff_report_to: The chair"), CATALOG
    )

    assert [row.answered for row in view.rows] == [False, False, True, True, False, False]
    assert six_heading(view) == "Two of six questions answered"


def test_all_answered_leaves_nothing_open():
    view = six_view(bundle(", ".join(f"{key}: said" for key in KEYS)), CATALOG)

    assert (six_heading(view), still_open(view)) == ("All six questions are answered", "")


def test_a_mode_is_told_by_its_name():
    view = six_view(bundle("selection_mode: semi_open"), CATALOG)

    assert view.rows[1].answers["selection_mode"] == CATALOG.labels.modes["semi_open"]


def test_an_answer_is_kept_on_one_line_and_taken_back_when_emptied():
    said = "  The chair\nand the host "
    given = SettleQuestion(key="staff_report_to", answer=said).on(bundle("place: A shop"))
    taken = SettleQuestion(key="staff_report_to", answer="").on(given)

    assert (given.structure.decision.staff_report_to, given.structure.decision.place) == (
        "The chair and the host",
        "A shop",
    )
    assert taken.structure.decision.staff_report_to == ""


def test_the_first_team_is_suggested_for_capacity():
    suggested = six_view(bundle(), CATALOG).rows[2].suggestions["capacity"]

    assert (
        suggested[0]
        == "Three full-time posts to begin with: director, facilitator and data manager"
    )


@pytest.mark.parametrize("question", CATALOG.six_questions, ids=lambda question: question.id)
def test_what_to_think_about_has_its_source(question):
    assert CATALOG.source(question.source)
    assert question.think.endswith(".")
