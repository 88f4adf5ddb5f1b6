"""Nothing typed is lost: what stands in a field is still there after a look at another page, after a
refusal, after another member used the device, and after the page was loaded anew.
"""

import pytest

from cidesign.domain.walk import WALK
from cidesign.record import changed, example_bundle, read_files
from tests.ui.planning import look_closer
from tests.ui.seen import inputs, mistaken
from tests.ui.test_pages import EXAMPLE, press, visit
from tests.ui.test_score_page import opened as opened_round
from tests.views.compare.panels import scores

WHOLE = example_bundle(EXAMPLE)
# What a fold, a section and a replaced decision are opened with, so that every field is drawn.
OPEN = {
    "candidates.list.fold": True,
    "_candidates.form.open": "",
    "initiative.list.fold": True,
    "process.criteria": True,
    "process.who": "_together",
    "scenarios.fold": True,
    "scenarios.what_if_fold": True,
    "compare.notes": True,
    "_team.funding.open": "",
    "_outlook.funding.open": "",
    "_open.structure.six": True,
    "_sealing.opening": True,
    **{f"_replace.{step.id}": True for step in WALK},
}
SECTIONS = {
    "initiative": [{"initiative.section": "profile"}, {"initiative.section": "members"}],
    "outlook": [{"outlook.section": one} for one in ("phases", "prices")],
    "process": [{"process.method": one} for one in ("swing", "places", "points")],
}


def unsealed():
    """The example before its rules were sealed, so that criteria and weights may be changed."""
    files = {
        path: content
        for path, content in WHOLE.files.items()
        if path not in ("scores.csv", "reasons.csv", "notes.csv", "ledger.jsonl")
    }
    rules = files["rules.yaml"].decode().split("\nseal:")[0].encode() + b"\n"
    start = read_files({**files, "rules.yaml": rules})
    return changed(start, "workshop.yaml", {("stage",): "draft", ("round",): None})


# The tabs that hold fields; each is opened in turn.
TABS = {
    "overview": ["changes", "others"],
    "structure": ["six-questions"],
    "process": ["weighing", "criteria"],
    "candidates": ["conflicts", "many"],
    "compare": ["where-we-differ"],
    "team": ["change", "who-pays"],
    "scenarios": ["saved"],
    "outlook": ["change", "who-pays"],
    "sources": ["all-sources"],
}
STARTS = {"whole": lambda: WHOLE, "unsealed": unsealed}
SHOWN = [
    (start, step.id, section, more)
    for start in STARTS
    for step in WALK
    if start == "whole" or step.id == "process"
    for more in TABS.get(step.id, [""])
    for section in SECTIONS.get(step.id, [{}])
]


def texts(tab):
    return {box.key: box for box in inputs(tab).values() if box.type in ("text_input", "text_area")}


def numbers(tab):
    return {
        box.key: box
        for box in inputs(tab).values()
        if box.type == "number_input" and box.value is None
    }


def opened(tab, section, more=""):
    """The page with this tab open, and all unfolded that can be."""
    for key, value in {**OPEN, **section}.items():
        tab.session_state[key] = value
    return look_closer(tab, more)


@pytest.mark.parametrize(("start", "page", "section", "more"), SHOWN)
def test_what_is_typed_in_any_field_of_a_page_is_there_after_another_page(
    store, start, page, section, more
):
    tab = opened(visit(page, store.create(STARTS[start]())), section, more)
    typed = {key: f"Words {place}" for place, key in enumerate(texts(tab))}
    for key, said in typed.items():
        texts(tab)[key].set_value(said).run()
        assert not tab.exception
    for key in numbers(tab):
        numbers(tab)[key].set_value(1).run()
        typed[key] = 1
    elsewhere = "sources" if page != "sources" else "team"
    tab.switch_page(f"pages/{elsewhere}.py").run()
    before = frozenset(inputs(tab))
    opened(tab.switch_page(f"pages/{page}.py"), section, more)

    back = {box.key: box.value for box in inputs(tab).values()}
    assert {key: back.get(key) for key in typed} == typed
    assert [one for one in mistaken(tab, before) if one.split(":")[0] not in section] == []


FULL = scores("ana oak trust 2", "ana oak reach 3", "ben oak trust 2", "ben oak reach 3")


def as_rater(workshop, tab, who):
    """Another member takes the device and opens her first sheet."""
    tab.session_state["_score.at"] = None
    tab.session_state["_score.me"] = who
    tab.run()
    tab.session_state["_score.at"] = ("oak", 2)
    return tab.run()


def test_what_a_member_writes_is_hers_alone_and_waits_for_her(store):
    workshop = store.create(opened_round(scores=FULL))
    tab = as_rater(workshop, visit("score", workshop), "ana")
    tab.text_area(key="score.strength.oak").set_value("Everybody knows them").run()

    bens = as_rater(workshop, tab, "ben").text_area(key="score.strength.oak").value
    anas = as_rater(workshop, tab, "ana").text_area(key="score.strength.oak").value

    assert (bens, anas) == ("", "Everybody knows them")


@pytest.mark.parametrize("page", ["compare", "structure", "initiative", "team", "memo"])
def test_a_refused_decision_loses_none_of_its_words(store, page):
    tab = opened(visit(page, store.create(WHOLE)), {})
    for part in ("agreed", "dissent"):
        texts(tab)[f"{page}.decision.{part}"].set_value(f"Words on {part}").run()

    press(tab, f"{page}.decision.record")

    assert tab.error
    kept = {key: box.value for key, box in texts(tab).items()}
    assert kept[f"{page}.decision.agreed"] == "Words on agreed"
    assert kept[f"{page}.decision.dissent"] == "Words on dissent"
