"""Every entry of the catalog can be read on some page, with everything opened that can be
opened.
"""

from pathlib import Path

import pytest
import streamlit as st

from cidesign.acts.choose_mode import ChooseMode
from cidesign.catalog import load
from cidesign.domain.walk import WALK
from cidesign.record import example_bundle
from cidesign.views.overview import beginning
from cidesign.workshop import Store, default_url
from tests.ui.planning import listening, look_closer, tab_on

pytestmark = pytest.mark.soak

EXAMPLE = "philadelphia_stem"
PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py"))
# What a person opens on a page beside its tabs: each visit sets what a click would set, and then
# opens every tab.
ASSUMED_PRICES = len([one for one in load().prices if one.fact.assumed])
OPENED = {
    "initiative": [
        {
            "initiative.section": section,
            **dict.fromkeys(
                (f"initiative.{about}" for about in ("equity", "collective_activity", "pathway")),
                True,
            ),
        }
        for section in ("form", "condition", "principle", "readiness")
    ],
    "structure": [{"_open.structure.six": True, "_open.structure.hosts": True}],
    "process": [{"process.criteria": True}],
    "candidates": [{"candidates.table.fold": True, "candidates.conflicts.fold": True}],
    "team": [
        *(
            {"team.section": section}
            for section in ("work", "priorities", "posts", "purchases", "gifts", "money", "hiring")
        ),
        {"team.forgotten_cost": True, "team.years": True, "team.capabilities": True},
    ],
    "scenarios": [
        {"scenarios.fold": True, "scenarios.funding": True, "scenarios.funder_roles": True}
    ],
    "outlook": [{"outlook.section": section} for section in ("phases", "prices")],
    "sources": [
        *(
            {"sources.kind": kind}
            for kind in ("prices", "regions", "timelines", "variants", "cases", "guidance")
        ),
        *(
            {"sources.kind": "prices", "sources.basis": basis}
            for basis in ("published", "computed", "judged", "assumed")
        ),
        {
            "sources.kind": "prices",
            "sources.basis": "assumed",
            f"sources.page.assumed.prices.{ASSUMED_PRICES}": 2,
        },
    ],
}
# Per kind: what a person should be able to read of each entry.
WORDS = {
    "functions": lambda one: [
        one.label,
        one.does_not,
        one.indicator.early,
        *(activity.says for activity in one.activities),
    ],
    "phases": lambda one: [one.label],
    "drivers": lambda one: [one.question],
    "roles": lambda one: [one.label],
    "lines": lambda one: [one.label],
    "prices": lambda one: [one.label],
    "structures": lambda one: [one.label, *(said.says for said in (*one.pros, *one.cons))],
    "structure_drivers": lambda one: [one.question],
    "modes": lambda one: [
        one.label,
        *(step.label for step in one.steps),
        *(said.says for said in (*one.pros, *one.cons)),
    ],
    "capabilities": lambda one: [one.label, one.says],
    "criteria": lambda one: [one.short, one.why, *(level.short for level in one.levels.values())],
    "cases": lambda one: [
        one.label,
        *(said.says for said in one.what),
        *(amount.kind for amount in one.amounts),
    ],
    "checks": lambda one: [one.question],
    "forms": lambda one: [one.label, one.what],
    "variants": lambda one: [one.label, *(said.says for said in (*one.pros, *one.cons))],
    "timelines": lambda one: [one.label],
    "guidance": lambda one: [one.label, one.says],
    "funder_roles": lambda one: [one.label, one.says],
    "prompts": lambda one: [one.asks],
    "regions": lambda one: [one.label],
    "sources": lambda one: [one.title],
}


def readable(tab) -> str:
    """All words of a page, those of charts, of inputs and of what inputs offer too."""
    marked = (
        tab.title,
        tab.header,
        tab.subheader,
        tab.markdown,
        tab.text,
        tab.caption,
        tab.info,
        tab.warning,
    )
    said = [element.value for kind in marked for element in kind]
    said += [
        element.label
        for kind in (tab.button, tab.expander, tab.checkbox, tab.text_input, tab.number_input)
        for element in kind
    ]
    for kind in (tab.selectbox, tab.radio, tab.multiselect):
        said += [part for element in kind for part in (element.label, *element.options)]
    said += [part for element in tab.button_group for part in (element.label, *element.options)]
    said += [chart.proto.spec for chart in tab.get("plotly_chart")]
    return plainly("\n".join(map(str, said)))


def plainly(text: str) -> str:
    """The words alone: no signs that keep markup away, no line breaks, no marks of emphasis."""
    return " ".join(text.replace("\\", "").replace("\u2060", "").replace("**", "").split())


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """All that can be read: each page with the example, with a workshop that has just begun, and
    with one that asks one host only; every tab of it opened.
    """
    url = f"sqlite:///{tmp_path_factory.mktemp('reachable') / 'store.sqlite3'}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CIDESIGN_STORE", url)
        offered = listening(patch)
        st.cache_resource.clear()
        with Store(default_url()) as store:
            begun = beginning.begun("Ours", load(), start="2027-01")
            closed = ChooseMode(mode="closed").on(begun)
            visits = [(example_bundle(EXAMPLE), PAGES), (begun, PAGES), (closed, ["process"])]
            kept = [(store.create(bundle), pages) for bundle, pages in visits]
        said, faults = [], []
        for workshop, pages in kept:
            for page in pages:
                for state in OPENED.get(page, [{}]):
                    tab = tab_on(page, workshop)
                    said.append(readable(tab))
                    for key, value in state.items():
                        tab.session_state[key] = value
                    for more in ["", *offered[page]]:
                        look_closer(tab, more)
                        faults += [(page, more, *state) for _ in tab.exception]
                        said.append(readable(tab))
        st.cache_resource.clear()
    return "\n".join(said), faults


def test_every_page_of_the_walk_is_read():
    assert sorted(step.id for step in WALK) == PAGES


def entries(kind):
    return getattr(load(), kind)


def test_no_page_breaks_when_everything_on_it_is_opened(everything):
    assert everything[1] == []


@pytest.mark.parametrize("kind", WORDS)
def test_every_entry_of_a_kind_can_be_read_on_a_page(everything, kind):
    said, _ = everything
    missing = {
        entry.id: [words for words in WORDS[kind](entry) if plainly(words).rstrip(".?") not in said]
        for entry in entries(kind)
    }

    assert {id: words for id, words in missing.items() if words} == {}
