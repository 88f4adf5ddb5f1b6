"""From the director's profile to a search for her or him by one press; its pages speak of no host."""

import pytest

from cidesign.catalog import load
from cidesign.domain.walk import WALK
from cidesign.record import changed, read_files, reread
from cidesign.views.team.director_search import director_search
from tests.ui.planning import tab_on, widget, words
from tests.views.team.test_director_search import OURS, PEOPLE, SHEETS, SPEAKS_OF_A_HOST

PLAN = {
    "price_year": 2025,
    "need": {"vision": 100},
    "roles": [
        {
            "id": "director",
            "salary_usd": 95_000,
            "min_fte": 0.5,
            "max_fte": 1,
            "does": {"vision": 1},
        }
    ],
    "funding": {"budget_usd": 150_000},
}
BORROWED = "The weeks are those of choosing a host, for want of others: change them."


def test_one_press_opens_a_search_with_our_committee_and_a_link_leads_back_and_forth(store):
    ours = store.create(changed(read_files({"workshop.yaml": OURS}), "plan.yaml", {(): PLAN}))
    tab = tab_on("team", ours, more="director")

    widget(tab, "button", "team.director.search").click().run()

    assert not tab.exception
    names = {name: id for id, name, _ in store.names()}
    made = store.read(names["Elm Alliance: search for a director"]).bundle
    assert [one.id for one in made.rules.criteria] == ["leader_vets", "leader_mediates"]
    assert [one.id for one in made.workshop.members] == ["ana", "ben"]
    assert "This step is not needed here: it stands in Elm Alliance." in words(tab)
    assert "Go to Elm Alliance" in links(tab)
    again = tab_on("team", ours, more="director")
    assert "Go to Elm Alliance: search for a director" in links(again)


@pytest.fixture(scope="module")
def search():
    made = director_search(read_files({"workshop.yaml": OURS}), load())
    ready = changed(made, "rules.yaml", {("quorum",): 2, ("mode",): "open"})
    done = reread(ready, {"candidates.csv": PEOPLE, "scores.csv": SHEETS})
    return changed(done, "workshop.yaml", {("stage",): "scored"})


@pytest.mark.parametrize("page", ["overview", "initiative", "process", "candidates", "compare"])
def test_a_page_of_a_search_speaks_of_no_host(store, search, page):
    tab = tab_on(page, store.create(search))
    assert not tab.exception

    said = words(tab).replace(BORROWED, "")

    found = [one.group() for one in SPEAKS_OF_A_HOST.finditer(said)]
    assert (found, said if found else "") == ([], "")


@pytest.mark.parametrize(
    ("page", "more"),
    [
        ("process", "weeks"),
        *(
            (page, "to-talk-about")
            for page in ("process", "candidates", "score", "compare", "memo")
        ),
    ],
)
def test_a_tab_of_a_search_speaks_of_no_host(store, search, page, more):
    id = store.create(search)
    first = words(tab_on(page, id))
    tab = tab_on(page, id, more=more)
    assert not tab.exception

    said = words(tab).replace(BORROWED, "")

    assert said != first.replace(BORROWED, "")
    assert [one.group() for one in SPEAKS_OF_A_HOST.finditer(said)] == []


@pytest.mark.parametrize("page", [one.id for one in WALK if one.of_the_backbone])
def test_a_page_about_the_backbone_leads_on_and_asks_nothing(store, search, page):
    tab = tab_on(page, store.create(search))

    assert not tab.exception
    assert "Here you choose who leads the backbone." in words(tab)
    assert not tab.get("plotly_chart")
    asks = (*tab.number_input, *tab.slider, *tab.text_area, *tab.radio)
    assert page == "initiative" or [one.key for one in asks] == []


def links(tab) -> list[str]:
    """The words of all links to pages."""
    return [one.proto.label.replace("\\", "") for one in tab.get("page_link")]
