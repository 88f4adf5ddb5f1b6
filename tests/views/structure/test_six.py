"""The six questions of a backbone: which are open, what others answered, and an answer written
down.
"""

import pytest

from cidesign.acts.settle_question import SettleQuestion
from cidesign.catalog import load
from cidesign.domain.allocation import Allocation
from cidesign.record import changed, example_bundle, read_files
from cidesign.views.structure.six import answers_taken, six_heading, six_view, still_open

CATALOG = load()
STEM = example_bundle("philadelphia_stem")
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


def team(**fte):
    """A solver that finds this team, whatever is asked."""
    return lambda _: Allocation(status="optimal", fte=fte)


def money(*sources, record=STEM):
    return changed(record, "funding.yaml", {("sources",): list(sources)})


SHORT = {"id": "spring_fund", "usd": 40000, "from": "2027-01", "to": "2028-06", "pays": "monthly"}
LONG = {"id": "old_fund", "usd": 25000, "from": "2029-01", "to": "2031-12", "pays": "monthly"}


def test_how_much_staff_is_taken_from_the_plan_and_follows_it():
    one = answers_taken(STEM, CATALOG, solve=team(director=1.0, facilitator=0.5, fundraiser=0.0))
    two = answers_taken(STEM, CATALOG, solve=team(director=1.0))

    assert one["capacity"] == (
        "By the plan 1.5 FTE in the first year: director 1 and facilitator 0.5."
    )
    assert two["capacity"] == "By the plan 1 FTE in the first year: director 1."


def test_who_pays_is_taken_from_the_list_of_money_by_amount_and_years():
    told = answers_taken(money(SHORT, LONG), CATALOG, solve=team())

    # The years begin in January 2027, so the first three end with 2029.
    assert told["funds_short_term"] == (
        "Promised: Spring fund $40,000 a year until June 2028 and Old fund $25,000 a year until "
        "December 2031."
    )
    assert told["funds_long_term"] == (
        "After the first years still promised: Old fund $25,000 a year until December 2031. "
        "The last of it ends in December 2031."
    )
    alone = answers_taken(money(SHORT), CATALOG, solve=team())
    assert alone["funds_long_term"] == (
        "Nobody has promised money for later; the last of it ends in June 2028."
    )


def test_what_the_record_answers_is_not_open_and_our_note_stays_beside_it():
    row = {row.question.id: row for row in six_view(STEM, CATALOG).rows}["funds"]
    bare = changed(STEM, "structure.yaml", {("decision", "funds_long_term"): None})

    assert row.answers["funds_short_term"].startswith("The foundation pays a third")
    assert six_view(bare, CATALOG).answered == 6
    nothing = six_view(bundle(), CATALOG)
    assert not any(row.taken for row in nothing.rows)
    assert answers_taken(bundle(), CATALOG) == {}


def test_without_a_team_the_way_to_it_is_told():
    told = answers_taken(STEM, CATALOG, solve=lambda _: Allocation(status="infeasible"))

    assert told["capacity"] == "There is no team yet; the page Team and budget says why."
