"""The page Initiative in values and words: the verdict, what is in place, what to do first, and who
sits on the committee.
"""

from dataclasses import replace

import pytest

from cidesign.acts.add_member import AddMember
from cidesign.acts.answer_check import AnswerCheck
from cidesign.acts.remove_member import RemoveMember
from cidesign.acts.seat_member import SeatMember
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.record import changed, read_files
from cidesign.structure.readiness import Verdict
from cidesign.views.initiative import advice, words
from cidesign.views.initiative.view import KINDS, initiative_view, questions_about

CATALOG = load()
BARE = read_files({"workshop.yaml": b"name: Ours\n"})


def answered(bundle=BARE, /, **levels):
    """Levels by kind, for its checks in order; a shorter list leaves the rest open."""
    checks = {
        check.id: level
        for kind, given in levels.items()
        for check, level in zip(CATALOG.checks_about(kind), given)
    }
    return changed(bundle, "workshop.yaml", {("initiative", "checks"): checks})


def view(bundle):
    return initiative_view(bundle, CATALOG)


def knowing(existing):
    return changed(BARE, "workshop.yaml", {("initiative", "existing_backbone"): existing})


FITS = [3] * len(CATALOG.checks_about("form"))


def test_nothing_answered_asks_about_the_form_first():
    one = view(BARE)

    assert one.verdict is Verdict.OPEN
    assert words.answer(one) == "Say first whether collective impact is the right form for you."
    assert words.so_far(BARE, CATALOG) == "Questions wait for answers"


def test_all_that_the_form_asks_for_makes_it_fit():
    assert (
        words.answer(view(answered(form=FITS)))
        == "Collective impact fits you. Say next how ready you are."
    )


@pytest.mark.parametrize(
    ("conditions", "said"),
    [
        ([3, 3, 4, 3, 1], "Collective impact fits you, and four of five conditions are in place."),
        ([3, 2, 1, 0, 1], "Collective impact fits you, and one of five conditions is in place."),
        (
            [2, 2, 1, 0, 1],
            "Collective impact fits you, and none of five conditions is in place yet.",
        ),
        ([3, 3, 4, 3, 4], "Collective impact fits you, and all five conditions are in place."),
    ],
)
def test_the_answer_counts_the_conditions_in_place(conditions, said):
    assert words.answer(view(answered(form=FITS, condition=conditions))) == said


def test_the_and_line_names_what_is_weakest_in_what_a_start_needs():
    bundle = answered(form=FITS, condition=[0, 3, 3, 3, 3], readiness=[3, 1])
    second = CATALOG.checks_about("readiness")[1]

    assert words.and_line(view(bundle)).endswith(second.low)


def test_where_another_form_fits_it_is_named():
    small = next(form for form in CATALOG.forms[1:] if len(form.when) == 1)
    bundle = changed(
        BARE,
        "workshop.yaml",
        {("initiative", "checks", small.when[0].answer): small.when[0].at_least},
    )

    assert view(bundle).verdict is Verdict.ANOTHER
    assert small.label.lower() in words.answer(view(bundle)).lower()
    assert words.advised_paths(view(bundle)) == ("another",)


def test_a_backbone_at_work_leads_to_its_team():
    one = view(knowing("yes"))

    assert words.answer(one) == "A backbone is already at work: plan its team."
    assert words.advised_paths(one) == ("backbone",)
    assert words.so_far(knowing("yes"), CATALOG) == "A backbone is already at work"


def test_several_backbones_are_told_to_settle_first():
    assert (
        words.answer(view(knowing("several")))
        == "Several backbones are at work. Settle who does what before another one begins."
    )
    assert words.advised_paths(view(knowing("several"))) == ()


def test_a_weak_sign_of_readiness_makes_a_lean_start_worth_a_look():
    assert words.advised_paths(view(answered(form=FITS, readiness=[3, 1]))) == ("lean", "go")
    assert words.advised_paths(view(answered(form=FITS, readiness=[3, 2]))) == ("go",)


def test_every_path_that_is_advised_can_be_chosen():
    for bundle in (knowing("yes"), answered(form=FITS), answered(form=FITS, readiness=[0])):
        one = view(bundle)

        assert set(words.advised_paths(one)) <= set(words.paths(one))


def test_more_weak_answers_than_are_listed_are_counted():
    lines = words.to_do_first(view(answered(form=FITS, readiness=[0] * 6)))

    assert len(lines) == words.FIRST_THINGS + 1
    assert lines[-1] == "And two more answers are 0 or 1."


def test_every_kind_of_check_has_questions_with_both_ends():
    for kind in KINDS:
        asked = questions_about(kind, BARE, CATALOG)

        assert asked
        assert all(one.means_0 and one.means_4 and one.answer is None for one in asked)


def test_an_answer_off_the_scale_is_refused_with_its_place():
    id = CATALOG.checks[0].id

    with pytest.raises(BadInput, match=f"initiative.checks.{id}"):
        view(changed(BARE, "workshop.yaml", {("initiative", "checks", id): 5}))


def test_a_catalog_without_checks_and_forms_still_answers():
    empty = replace(CATALOG, checks=(), forms=(), variants=())
    one = initiative_view(BARE, empty)

    assert words.answer(one)
    assert words.and_line(one)


def test_every_form_is_told_and_those_that_fit_stand_apart():
    seen = view(answered(form=FITS))

    fitting = advice.form_rows(seen, fitting=True)
    others = advice.form_rows(seen, fitting=False)

    assert [row["For us"] for row in fitting] == ["may fit"]
    assert {row["For us"] for row in others} == {"–"}
    assert len(fitting) + len(others) == len(CATALOG.forms)


@pytest.mark.parametrize(
    ("seat", "speaks"),
    [
        ("residents", True),
        ("Families", True),
        ("community foundation", False),
        ("funders", False),
        ("", False),
    ],
)
def test_a_seat_of_residents_is_known_by_its_name(seat, speaks):
    assert CATALOG.speaks_for_residents(seat) is speaks


def test_a_missing_seat_of_residents_is_told_only_where_there_is_a_committee():
    alone = AddMember(name="Ana Reyes", seat="funders").on(BARE)

    assert not view(BARE).residents_missing
    assert view(alone).residents_missing
    assert words.to_do_first(view(alone))[0] == words.no_residents()
    assert not view(AddMember(name="Bo Lind", seat="residents").on(alone)).residents_missing


def test_a_check_is_answered_on_its_scale_only():
    bundle = AnswerCheck(check=CATALOG.checks[0].id, answer=4).on(BARE)

    assert bundle.workshop.initiative.checks == {CATALOG.checks[0].id: 4}
    with pytest.raises(BadInput, match="off the scale"):
        AnswerCheck(check=CATALOG.checks[0].id, answer=5).on(BARE)


def test_members_of_one_name_get_ids_of_their_own():
    one = AddMember(name="Ana Reyes").on(BARE)
    two = AddMember(name="ana  reyes", seat="city").on(one)

    assert [(member.id, member.name, member.seat) for member in two.workshop.members] == [
        ("ana_reyes", "Ana Reyes", ""),
        ("ana_reyes_2", "ana reyes", "city"),
    ]


def test_a_member_changes_seat_and_leaves():
    two = AddMember(name="Bo", seat="city").on(AddMember(name="Ana").on(BARE))

    moved = SeatMember(member="bo", seat="schools").on(two)
    left = RemoveMember(member="ana").on(moved)

    assert [(member.id, member.seat) for member in left.workshop.members] == [("bo", "schools")]


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
def test_a_member_needs_a_name_of_a_readable_length(name):
    with pytest.raises(BadInput, match="Name of the member"):
        AddMember(name=name, seat="city").on(BARE)


def test_a_member_who_has_scored_stays():
    files = {
        "workshop.yaml": b"name: Ours\nmembers: [{id: ana, name: Ana}]\n",
        "recusals.csv": b"rater,candidate\nana,north\n",
        "candidates.csv": b"id,name\nnorth,North\n",
    }

    with pytest.raises(BadInput, match="keep the name"):
        RemoveMember(member="ana").on(read_files(files))
