"""Who comes back to a page, a sheet or a fold sees in each input what is saved, and not an empty
one: the browser forgets every input that leaves the screen.
"""

import pytest

from cidesign.domain.walk import WALK
from cidesign.record import example_bundle, examples, read_files
from tests.ui.seen import inputs, mistaken
from tests.ui.test_pages import EXAMPLE, press, visit
from tests.ui.test_score_page import DECLARED, as_member, cards, choose, opened
from tests.views.compare.panels import RULES, bundle, scores

PAGES = [step.id for step in WALK]


@pytest.mark.parametrize("example", [one.id for one in examples()])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_one_comes_back_to_shows_what_is_saved(store, example, page):
    workshop = store.create(example_bundle(example))
    tab = visit(page, workshop)
    at_first = mistaken(tab, frozenset())
    elsewhere = "sources" if page != "sources" else "team"
    tab.switch_page(f"pages/{elsewhere}.py").run()
    before = frozenset(inputs(tab))
    tab.switch_page(f"pages/{page}.py").run()

    assert not tab.exception
    assert (at_first, mistaken(tab, before)) == ([], [])


# A page that ends before its last line, where nothing can be answered yet.
@pytest.mark.parametrize("page", ["team", "scenarios", "outlook", "process", "compare", "score"])
def test_a_page_that_ends_early_leaves_nothing_behind(store, page):
    whole = example_bundle(EXAMPLE)
    bare = read_files({"workshop.yaml": whole.files["workshop.yaml"]})
    workshop = store.create(bare)
    tab = visit("initiative", workshop)
    tab.switch_page(f"pages/{page}.py").run()
    before = frozenset(inputs(tab))
    tab.switch_page("pages/initiative.py").run()

    assert mistaken(tab, before) == []


@pytest.mark.parametrize("level", [1, 2, 4, 5])
def test_back_on_a_score_that_is_saved_its_level_is_chosen(store, level):
    _, tab = as_member(store, opened())
    press(tab, "score.begin.0")
    choose(tab, level)
    before = frozenset(inputs(tab))

    press(tab, "score.back")

    assert cards(tab)[1] == [str(level)]
    assert mistaken(tab, before) == []


NUMBERS = RULES.replace("{worst: 1, best: 5, step: 1}", "{worst: 0, best: 100}")


@pytest.mark.parametrize("number", [0.5, 62.5, 100])
def test_back_on_a_scale_without_levels_its_number_stands_there(store, number):
    start = bundle(
        "scoring", rules=NUMBERS, declarations=DECLARED, scores=scores("ana oak trust 3")
    )
    _, tab = as_member(store, start)
    press(tab, "score.begin.0")
    tab.number_input(key="score.level.oak.reach").set_value(number).run()
    press(tab, "score.save")
    before = frozenset(inputs(tab))

    press(tab, "score.back")

    assert tab.number_input(key="score.level.oak.reach").value == number
    assert mistaken(tab, before) == []


def test_every_screen_of_a_sheet_shows_what_was_saved_on_the_way_back(store):
    _, tab = as_member(store, opened())
    press(tab, "score.begin.0")
    tab.text_area(key="score.why.oak.trust").set_value("They hold the table")
    choose(tab, 4)
    choose(tab, 2, criterion="reach")
    tab.text_area(key="score.strength.oak").set_value("Everybody knows them")
    tab.text_area(key="score.concern.oak").set_value("Two people")
    press(tab, "score.save")
    press(tab, "score.back")
    press(tab, "score.begin.0")
    found = []

    for _ in range(3):
        before = frozenset(inputs(tab))
        press(tab, "score.back")
        found += mistaken(tab, before)

    assert cards(tab)[1] == ["4"]
    assert tab.text_area(key="score.why.oak.trust").value == "They hold the table"
    assert found == []
