"""One more criterion, role, line, structure and case is one entry in one file of data: every page
opens and shows it.
"""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cidesign.catalog import load
from cidesign.views.overview.beginning import begun
from cidesign.workshop import Store, default_url
from tests.catalog.folders import append, copy_to
from tests.catalog.test_loading import NEW_ENTRIES
from tests.ui.planning import look_closer
from tests.ui.test_pages import PAGES, visit, words

KINDS = ("criteria", "roles", "lines", "structures", "cases")


@pytest.fixture
def workshop(tmp_path, monkeypatch):
    """A workshop begun from a copy of our data with one more of each kind."""
    folder = copy_to(tmp_path / "data")
    for kind in KINDS:
        append(folder, f"{kind}.yaml", NEW_ENTRIES[kind] + "\n")
    monkeypatch.setattr("cidesign.catalog.loading.data_folder", lambda: folder)
    st.cache_resource.clear()
    st.cache_data.clear()
    with Store(default_url()) as store:
        yield store.create(begun("Ours", load(), start="2027-01"))


def everything(tab: AppTest) -> str:
    """All words, those of charts and of inputs too."""
    charts = "\n".join(chart.proto.spec for chart in tab.get("plotly_chart"))
    inputs = "\n".join(
        str(entry.label)
        for kind in (tab.number_input, tab.selectbox, tab.checkbox, tab.text_input)
        for entry in kind
    )
    return "\n".join((words(tab), charts, inputs))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_one_more_of_each_kind(workshop, page):
    tab = visit(page, workshop)

    assert [fault.value for fault in (*tab.exception, *tab.error)] == []
    assert tab.title[0].value


@pytest.mark.parametrize(
    ("page", "more", "label"),
    [
        ("structure", "in-a-table", "Public library"),
        ("structure", "like-us", "Rivertown"),
        ("team", "", "Evaluator"),
    ],
)
def test_the_new_entry_stands_on_its_page(workshop, page, more, label):
    assert label in everything(look_closer(visit(page, workshop), more))


def test_the_new_line_can_be_changed_where_purchases_are_changed(workshop):
    tab = visit("team", workshop)
    tab.session_state["team.section"] = "purchases"

    assert "Retreat" in everything(look_closer(tab, "change"))


def test_the_new_criterion_stands_in_the_rule_sheet_of_a_new_workshop(workshop):
    with Store(default_url()) as store:
        rules = store.read(workshop).bundle.rules

    assert "languages" in [criterion.id for criterion in rules.criteria]
