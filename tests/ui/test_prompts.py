"""Questions to talk about at a page: there with their source, answered in place, and silent where
there are none.
"""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from cidesign.catalog import load
from cidesign.domain.guidance import Prompt
from cidesign.record import read_files
from cidesign.ui import Page
from cidesign.ui.kit import current
from tests.ui.planning import tab_on, widget, words

PLACE = "team.talk.team_mirror."


def drawn() -> None:
    """Runs as a page of its own: every name comes from inside."""
    from cidesign.ui.kit import current
    from cidesign.ui.kit.prompts import prompts

    prompts(current.page)


def of_the_team() -> None:
    """Likewise, of a workshop that is kept."""
    from cidesign import ui
    from cidesign.ui.kit import drafts
    from cidesign.ui.kit.prompts import prompts

    drafts.collect()
    page = ui.open_page("team")
    prompts(page)
    drafts.drawn()


@pytest.fixture
def shown(monkeypatch):
    catalog = replace(
        load(), prompts=(Prompt(id="one", page="team", asks="Who is *missing*?", source="own"),)
    )
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})

    def show(name: str) -> AppTest:
        monkeypatch.setattr(
            current, "page", Page(name, "w", bundle, 1, catalog, "light"), raising=False
        )
        return AppTest.from_function(drawn).run()

    return show


@pytest.fixture
def kept(store):
    """A workshop in the store, and its questions of the page Team as they are drawn."""
    files = {
        "workshop.yaml": b"name: Ours\n",
        "answers.csv": b"question,page,answer,said_by,owner,due\n"
        b"team_capacity,team,Community first.,Ana Reyes,Ben Okafor,2027-03-01\n",
    }
    id = store.create(read_files(files))
    tab = AppTest.from_function(of_the_team, default_timeout=60)
    tab.query_params["w"] = id
    return lambda: store.read(id).bundle, tab.run()


def unfolded(tab: AppTest) -> AppTest:
    tab.session_state[f"{PLACE}fold"] = True
    return tab.run()


def test_a_prompt_stands_with_its_source_and_its_signs_are_no_markup(shown):
    tab = shown("team")

    assert tab.markdown[0].value.startswith(r"Who is \*missing\*? :small[:gray[")


def test_a_page_without_prompts_shows_nothing(shown):
    tab = shown("outlook")

    assert not tab.exception
    assert not tab.markdown


def test_an_answer_stands_below_its_question_with_who_follows_it_up(kept):
    _, tab = kept

    assert not tab.exception
    assert [one.value for one in tab.text] == ["Community first."]
    assert "Said by Ana Reyes · Ben Okafor follows it up by 1 March 2027" in words(tab)


def test_the_fields_wait_in_a_fold_and_what_they_say_is_kept(kept):
    record, tab = kept
    assert not tab.text_area

    tab = unfolded(tab)
    widget(tab, "text_area", f"{PLACE}answer").set_value("Not yet.")
    widget(tab, "text_input", f"{PLACE}owner").set_value("Chi Tran")
    widget(tab, "date_input", f"{PLACE}due").set_value(date(2027, 4, 1))
    tab = widget(tab, "button", f"{PLACE}keep").click().run()

    assert not tab.exception
    one = record().answers[-1]
    assert (one.question, one.page, one.answer) == ("team_mirror", "team", "Not yet.")
    assert (one.owner, one.due) == ("Chi Tran", "2027-04-01")
    assert not tab.text_area
    assert "Chi Tran follows it up by 1 April 2027" in words(tab)


def test_what_is_refused_stays_in_the_fields_and_says_why(kept):
    record, tab = kept

    tab = unfolded(tab)
    widget(tab, "date_input", f"{PLACE}due").set_value(date(2027, 4, 1))
    tab = widget(tab, "button", f"{PLACE}keep").click().run()

    assert len(record().answers) == 1
    assert "nobody who follows it up" in words(tab)
    assert widget(tab, "date_input", f"{PLACE}due").value == date(2027, 4, 1)


def test_what_is_typed_waits_while_another_page_is_open(store):
    """And its fold is open again when one comes back."""
    id = store.create(read_files({"workshop.yaml": b"name: Ours\n"}))
    place = "candidates.talk.candidates_missing."
    tab = tab_on("candidates", id, more="to-talk-about")
    tab.session_state[f"{place}fold"] = True
    widget(tab.run(), "text_area", f"{place}answer").set_value("Two youth programs.").run()

    tab.switch_page("pages/process.py").run()
    assert not [one for one in tab.text_area if one.key.startswith(place)]
    tab.query_params["more"] = "to-talk-about"
    tab.switch_page("pages/candidates.py").run()

    assert widget(tab, "text_area", f"{place}answer").value == "Two youth programs."
