"""Folds of the page Team that tell what is forgotten and what usual budgets are in dollars of
another year.
"""

import pytest

from cidesign.workshop import Store, default_url
from tests.ui.planning import just_begun, look_closer, tab_on, words


@pytest.fixture
def workshop():
    with Store(default_url()) as store:
        yield store, store.create(just_begun())


def opened(tab, fold):
    tab.session_state[fold] = True
    return look_closer(tab, "good-to-know")


def test_the_memos_ranges_stand_beside_those_of_the_year_chosen(workshop):
    _, id = workshop
    tab = opened(tab_on("team", id), "team.years")

    tab.number_input("team.dollars_of").set_value(2027).run()

    said = words(tab)
    # 400 x 1.39 x 1.035 x 1.035 = 595.6; 750 likewise 1116.8
    for part in (
        "Dollars of 2017",
        "Dollars of 2027",
        "$400k–600k",
        "$596k–893k",
        "$745k–1.12m",
        "assumed",
        "calibration",
    ):
        assert part in said.replace("\\", "")


def test_choosing_a_year_changes_nothing_but_what_is_shown(workshop):
    store, id = workshop
    before = store.read(id).revision
    tab = opened(tab_on("team", id), "team.years")

    tab.number_input("team.dollars_of").set_value(2020).run()

    assert store.read(id).revision == before


def test_what_is_forgotten_is_told_with_its_figures(workshop):
    _, id = workshop
    tab = opened(tab_on("team", id), "team.forgotten_cost")

    said = words(tab).replace("\\", "")
    for part in ("Interpretation", "$2,880", "computed", "Audit", "4% of revenue"):
        assert part in said


def test_a_fold_that_is_shut_draws_nothing(workshop):
    _, id = workshop
    tab = tab_on("team", id)

    assert [one for one in tab.number_input if one.key == "team.dollars_of"] == []
    assert "calibration" not in words(tab)
