"""Another form than collective impact changes the walk: what it leaves out is not needed and says
why, what to do instead is told and handed out, and nothing of it is asked for any more.
"""

import pytest

from cidesign.acts.decide_way import DecideWay
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.domain.walk import WALK
from cidesign.memo.agreement import agreement
from cidesign.memo.memo import memo
from cidesign.record import read_files
from cidesign.views.initiative import advice, words
from cidesign.views.initiative.forms import of_page
from cidesign.views.initiative.view import initiative_view
from cidesign.views.memo.words import undecided
from cidesign.views.overview.meeting import meeting
from cidesign.views.overview.view import overview_view

CATALOG = load()
BARE = read_files({"workshop.yaml": b"name: Ours\n"})
ASKED = {"partners", *(one.id for one in WALK if one.decision)} - {"initiative", "memo"}


def working_as(*forms):
    act = DecideWay(
        of="initiative", what="Another form.", figures={"chosen": "another"}, forms=forms
    )
    return act.on(BARE)


def view(bundle):
    return overview_view(bundle, CATALOG)


def results(bundle):
    return {row.step.id: row.result for row in view(bundle).rows if not row.needed}


def test_every_other_form_says_of_every_step_once_what_becomes_of_it():
    for form in CATALOG.forms:
        told = [page for one in form.useful for page in one.pages]
        told += [page for one in form.left_out for page in one.pages]

        if form.id == "collective_impact":
            assert told == []
        else:
            assert sorted(told) == sorted(ASKED), form.id


def test_a_coalition_needs_no_structure_and_no_host_and_says_why():
    bundle = working_as("coalition")

    assert set(results(bundle)) == {"structure", "process", "candidates", "score", "compare"}
    assert results(bundle)["structure"] == (
        "Not needed: the members decide together and stay independent, so nobody hosts a backbone"
    )
    assert view(bundle).next.step.id == "team"
    assert meeting(bundle, CATALOG).pages[0].id == "team"


def test_forms_leave_different_steps_out():
    assert set(results(working_as("public_private"))) == {"structure"}
    assert {"team", "outlook"} < set(results(working_as("multi_stakeholder")))


def test_of_several_forms_a_step_is_needed_as_soon_as_one_needs_it():
    both = working_as("multi_stakeholder", "public_private")

    assert set(results(both)) == {"structure"}
    assert results(working_as("collective_impact", "funder_collaborative")) == {}


def test_without_another_form_nothing_of_the_walk_changes():
    assert results(BARE) == {}
    assert view(BARE).our_form == ()
    assert all(of_page(step.id, BARE, CATALOG) is None for step in WALK)


def test_a_page_says_what_it_is_good_for_or_what_to_do_instead():
    bundle = working_as("coalition")
    left, kept = of_page("structure", bundle, CATALOG), of_page("partners", bundle, CATALOG)

    assert (left.needed, kept.needed) == (False, True)
    assert left.what == "Not needed for our form: coalition."
    assert any(line.startswith("Instead: agree on one demand") for line in left.more)
    assert kept.more == ("List the members, and who leads which part of the campaign.",)


def test_the_answer_names_the_form_what_falls_away_and_the_way_back():
    one = initiative_view(working_as("coalition"), CATALOG)

    assert words.answer(one) == "We work in another form for now: coalition."
    assert words.and_line(one).startswith("Not needed: Structure, Process,")
    assert "The way back: replace the decision below." in words.and_line(one)


def test_the_overview_tells_form_by_form_what_follows():
    told = " ".join(view(working_as("movement", "network")).our_form)

    assert "Movement: stays useful: Partners." in told
    assert "Social sector network: not needed: Structure," in told
    assert "Assumptions of this app" in told


def test_the_memo_tells_the_form_asks_for_no_host_and_hands_out_what_to_do_instead():
    bundle = working_as("coalition")
    made = memo(bundle, CATALOG)
    sections = {one.id: one for one in made.sections}

    assert made.heading.plain == "We work in another form for now: coalition."
    assert {part.ask for part in undecided(bundle, CATALOG)} == {
        "Decide team and budget",
        "Decide how the years ahead are paid for",
    }
    assert "initiative" in sections
    steps = [row[0].plain for row in sections["next"].blocks[0].rows]
    assert any(step.startswith("Agree on one demand") for step in steps)
    assert "Decide the structure" not in steps
    claims = {row.id: row.claim.plain for row in made.rows}
    assert claims["structure"] == "Not needed for our form: coalition"


def test_no_agreement_with_a_host_is_drafted_where_the_form_has_none():
    with pytest.raises(BadInput) as told:
        agreement(working_as("coalition"), CATALOG)

    assert "the form we chose has no host" in told.value.problems[0].line()


def test_the_example_of_a_form_stands_where_it_is_chosen():
    form = CATALOG.entry("forms", "coalition")

    assert "Example: Conservation Alliance for Seafood Solutions." in advice.form_shown(form)
    told = advice.form_rows(initiative_view(BARE, CATALOG), fitting=False)
    assert {row["Example"] for row in told} >= {one.example for one in CATALOG.forms if one.example}


def test_a_form_nobody_knows_is_told_with_the_nearest():
    bundle = read_files({"workshop.yaml": b"name: Ours\ninitiative: {forms: [coaliton]}\n"})

    with pytest.raises(BadInput) as told:
        initiative_view(bundle, CATALOG)

    assert "coalition" in told.value.problems[0].line()
