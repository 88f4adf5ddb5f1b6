"""Weighing on the page Process by plain numbers or by a file: looked at first, saved by a button,
refused with a clear problem.
"""

import pytest

from cidesign.record import read_files
from cidesign.views.process import weigh as weighing
from tests.ui.planning import tab_on, widget, words

WORKSHOP = b"name: Ours\nmembers: [{id: ann, name: Ann Example}, {id: bo}, {id: cy}, {id: di}]\n"
RULES = b"""
mode: open
criteria:
- {id: a, label: Trust, weight: 50, scale: {worst: 1, best: 5}}
- {id: b, label: Reach, weight: 30, scale: {worst: 1, best: 5}}
- {id: c, label: Funds, weight: 20, scale: {worst: 1, best: 5}}
"""
FILES = {
    "direct": b"method: direct\ndirect: {a: 1, b: 1, c: 2}",
    "swing": b"method: swing\nswing: {a: 50, b: 50, c: 100}",
    "rank": b"method: rank\nrank: [[a, b, c]]",
    "ahp": b"method: ahp\nids: [a, b, c]\nupper: [[2, 4], [2]]",
    "bwm": b"method: bwm\nids: [a, b, c]\nbest_to_others: [1, 2, 4]\nothers_to_worst: [4, 2, 1]",
}
GIVES = {
    "direct": (25, 25, 50),
    "swing": (25, 25, 50),
    "rank": (33.4, 33.3, 33.3),
    "ahp": (57.1, 28.6, 14.3),
    "bwm": (57.1, 28.6, 14.3),
}


@pytest.fixture
def workshop(store):
    return store.create(read_files({"workshop.yaml": WORKSHOP, "rules.yaml": RULES}))


def weighing_as(workshop, who, method):
    """The page with its tab open, somebody chosen, and one way to weigh."""
    tab = tab_on("process", workshop, more="weighing")
    widget(tab, "selectbox", "process.who").set_value(who).run()
    widget(tab, "button_group", "process.method").set_value(method).run()
    return tab


def brought(workshop, content, who="ann"):
    tab = weighing_as(workshop, who, "file")
    return (
        widget(tab, "file_uploader", f"process.file.{who}.0")
        .set_value(("weights.yaml", content, "application/yaml"))
        .run()
    )


def own(store, workshop, member="ann"):
    return tuple(
        float(share) for share in weighing.own_weights(store.read(workshop).bundle, member).values()
    )


def keys(tab):
    return [one.key for one in tab.button]


def test_numbers_said_for_each_criterion_are_a_members_weights(store, workshop):
    tab = weighing_as(workshop, "ann", "points")
    for id, value in {"a": 30, "b": 0, "c": 10}.items():
        widget(tab, "number_input", f"process.points.ann.{id}").set_value(value)

    next(one for one in tab.button if one.label == "Save these weights").click().run()

    assert not tab.exception
    assert own(store, workshop) == (75, 0, 25)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"a": 1, "b": 1}, "Funds: it has no number yet"),
        ({"a": 0, "b": 0, "c": 0}, "all of them are 0"),
    ],
)
def test_numbers_left_out_or_all_nought_are_named_and_nothing_is_saved(store, workshop, said, what):
    tab = weighing_as(workshop, "ann", "points")
    for id, value in said.items():
        widget(tab, "number_input", f"process.points.ann.{id}").set_value(value)

    next(one for one in tab.button if one.label == "Save these weights").click().run()

    assert what in words(tab)
    assert own(store, workshop) == ()


def test_the_device_is_handed_on_without_the_weights_and_the_next_choice_counts(store, workshop):
    tab = weighing_as(workshop, "ann", "points")
    for id, value in {"a": 30, "b": 0, "c": 10}.items():
        widget(tab, "number_input", f"process.points.ann.{id}").set_value(value)
    next(one for one in tab.button if one.label == "Save these weights").click().run()
    mine = words(tab)

    widget(tab, "button", "process.next").click().run()
    cleared = widget(tab, "selectbox", "process.who").value
    seen = words(tab)
    widget(tab, "selectbox", "process.who").set_value("bo").run()

    assert not tab.exception
    assert "You gave" in mine
    assert cleared is None
    assert "You gave" not in seen
    assert widget(tab, "selectbox", "process.who").value == "bo"
    assert "process.next" not in keys(tab)


def test_the_next_person_chosen_right_after_a_save_is_the_one_who_weighs(store, workshop):
    tab = weighing_as(workshop, "ann", "points")
    for id, value in {"a": 30, "b": 0, "c": 10}.items():
        widget(tab, "number_input", f"process.points.ann.{id}").set_value(value)
    next(one for one in tab.button if one.label == "Save these weights").click().run()

    widget(tab, "selectbox", "process.who").set_value("bo").run()
    widget(tab, "button_group", "process.method").set_value("points").run()

    assert [one.key for one in tab.number_input if str(one.key).startswith("process.points.")] == [
        "process.points.bo.a",
        "process.points.bo.b",
        "process.points.bo.c",
    ]


def test_what_one_person_left_out_is_not_told_to_the_next(workshop):
    tab = weighing_as(workshop, "ann", "points")
    next(one for one in tab.button if one.label == "Save these weights").click().run()
    told = words(tab)

    widget(tab, "selectbox", "process.who").set_value("bo").run()

    assert "Funds: it has no number yet" in told
    assert "it has no number yet" not in words(tab)


@pytest.mark.parametrize("method", FILES)
def test_a_file_is_shown_first_and_saved_by_its_button(store, workshop, method):
    tab = brought(workshop, FILES[method])
    before = own(store, workshop)

    widget(tab, "button", "process.file.save").click().run()

    assert not tab.exception
    assert before == ()
    assert own(store, workshop) == GIVES[method]
    assert "process.file.save" not in keys(tab)


def test_the_committees_file_goes_into_the_sheet(store, workshop):
    tab = brought(workshop, FILES["direct"], who="_together")

    widget(tab, "button", "process.file.save").click().run()

    bundle = store.read(workshop).bundle
    assert [one.weight for one in bundle.rules.criteria] == [25, 25, 50]
    assert bundle.weights == ()
    assert "process.file.save" not in keys(tab)


def test_answers_that_contradict_each_other_are_told_before_anything_is_saved(store, workshop):
    tab = brought(workshop, b"method: ahp\nids: [a, b, c]\nupper: [[2, 1/4], [2]]")

    assert "the answers contradict each other. Answer again before you save." in words(tab)
    assert "Begin with" in words(tab)
    assert own(store, workshop) == ()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"method: direct\ndirect: {a: 1, x: 2}", "does not weigh Reach and Funds"),
        (b"method: direct\ndirect: {a: 1, x: 2, b: 1, c: 1}", 'the sheet has no criterion "x"'),
        (b"\xff\xfe\x00", "weights.yaml"),
        (b"x" * 200_000, "holds more than 100,000 bytes"),
        (b"a: &a [1]\nb: [*a]", "names a place to point to"),
    ],
)
def test_a_file_that_cannot_be_used_gives_one_card_and_no_button(store, workshop, content, what):
    tab = brought(workshop, content)

    assert not tab.exception
    assert len(tab.error) == 1
    assert what in words(tab)
    assert "process.file.save" not in keys(tab)
    assert own(store, workshop) == ()


def test_a_file_to_fill_in_is_offered(workshop):
    tab = weighing_as(workshop, "ann", "file")

    assert [one.label for one in tab.get("download_button")] == ["Download a file to fill in"]
