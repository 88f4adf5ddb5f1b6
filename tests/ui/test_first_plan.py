"""Ten minutes to a first plan, drawn without a browser: from the doors to a draft on the overview,
and what is told on the way.
"""

import re

import pytest

from cidesign.domain.value import months_after
from cidesign.ui.overview.doors import next_month
from cidesign.views.overview.drafting import QUESTIONS
from tests.ui.planning import look_closer
from tests.ui.test_pages import press, visit, words

MAKE = "overview.first.make"


@pytest.fixture
def form():
    tab = visit()
    press(tab, "overview.first.ask")
    return tab


def only(store):
    (kept,) = store.names()
    return store.read(kept[0]).bundle


def test_the_eight_questions_stand_on_one_page_with_their_hints(form):
    labels = [
        one.label
        for kind in (form.text_input, form.text_area, form.selectbox, form.radio, form.number_input)
        for one in kind
    ]

    assert not form.exception
    assert sorted(
        label.split(". ", 1)[1].strip("*").replace("\\", "") for label in labels
    ) == sorted(QUESTIONS.values())
    assert "A working name is enough" in words(form)


def test_without_a_name_the_message_stands_under_its_question_and_at_the_button(form, store):
    form.text_area(key="overview.first.change").set_value("Fewer evictions by 2030")

    press(form, MAKE)

    under, beside = (error.value.replace("\\", "") for error in form.error)
    assert "There is no name yet" in under
    assert "Riverbend Works Together" in under
    assert "no name yet" in beside
    assert "No plan was made, and nothing was lost." in beside
    assert store.names() == ()
    assert form.text_area(key="overview.first.change").value == "Fewer evictions by 2030"


def test_a_name_alone_makes_a_draft_and_lands_on_the_overview(form, store):
    form.text_input(key="overview.first.name").set_value("Riverbend")

    press(form, MAKE)

    assert not form.exception
    assert re.match(
        r"A first plan: the hours of [\d.]+ full-time posts? for \$\d+k of \$\d+k, covering \d+% ",
        form.header[0].value.replace("\\", ""),
    )
    assert form.header[0].value.replace("\\", "").endswith("Nothing is decided yet.")
    assert only(store).plan is not None


def test_every_answer_reaches_the_draft(form, store):
    form.text_input(key="overview.first.name").set_value("Riverbend")
    form.text_area(key="overview.first.change").set_value("Fewer evictions by 2030")
    form.selectbox(key="overview.first.region").set_value("ca")
    form.radio(key="overview.first.phase").set_value("organize_for_impact")
    form.number_input(key="overview.first.partners").set_value(40)
    form.number_input(key="overview.first.budget").set_value(725_000)
    form.radio(key="overview.first.hosting").set_value("at_work")
    start = months_after(next_month(), 3)
    form.selectbox(key="overview.first.start").set_value(start)

    press(form, MAKE)

    bundle = only(store)
    one = bundle.workshop.initiative
    assert (one.goal, one.state, one.partners, one.existing_backbone) == (
        "Fewer evictions by 2030",
        "ca",
        40,
        "yes",
    )
    assert (bundle.plan.funding.budget_usd, bundle.plan.phase) == (725_000, "organize_for_impact")
    assert bundle.outlook.start == start
    assert "not needed" in words(form).lower()


def test_no_partners_at_all_is_told_under_its_question(form, store):
    form.text_input(key="overview.first.name").set_value("Riverbend")
    form.number_input(key="overview.first.partners").set_value(0)

    press(form, MAKE)

    assert "0 organizations cannot be planned for" in form.error[0].value
    assert store.names() == ()


def test_the_way_back_leads_to_the_doors(form):
    press(form, "overview.first.back")

    assert [heading.value for heading in form.subheader] == [
        "Look at an example",
        "Start ours",
        "Open a bundle",
    ]


def test_from_an_open_workshop_the_questions_begin_a_new_one_beside_it(store):
    tab = visit()
    tab.text_input(key="overview.name").set_value("First")
    press(tab, "overview.start")
    look_closer(tab, "others")
    press(tab, "overview.first.again")
    tab.text_input(key="overview.first.name").set_value("Second")

    press(tab, MAKE)

    assert sorted(name for _, name, _ in store.names()) == ["First", "Second"]


def test_usual_values_link_to_where_they_are_changed(form):
    form.text_input(key="overview.first.name").set_value("Riverbend")
    press(form, MAKE)

    links = {one.proto.label.replace("\\", ""): one.proto for one in form.get("page_link")}
    salaries = next(one for label, one in links.items() if label == "Change it on Team and budget")

    assert salaries.page == "team"
    assert "more=change" in salaries.query_string
