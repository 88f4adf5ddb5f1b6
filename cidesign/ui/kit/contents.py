"""The sidebar: the walk in its groups, each page with its state."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import streamlit as st

from cidesign.domain.problem import BadInput
from cidesign.domain.walk import WALK, Step, step_of
from cidesign.domain.workshop import Bundle
from cidesign.text import say, speak
from cidesign.ui.kit import current, drafts, session, who
from cidesign.ui.kit.language import language_of
from cidesign.ui.kit.theme import frame
from cidesign.ui.kit.words import as_label
from cidesign.workshop import NoSuchWorkshop, StoreFails

ENTRANCE_ICON = ":material/map:"
DECIDED, NOW, OPEN = (
    ":material/check_circle:",
    ":material/radio_button_checked:",
    ":material/radio_button_unchecked:",
)
UNSAVED = ":material/edit_note:"
SKIPPED = ":material/do_not_disturb_on:"
_PAGES = "_pages"


def pages_of_this_tab(make: Callable[[], Sequence[Any]]) -> Sequence[Any]:
    """Streamlit's page of each step of the walk, made once a tab: each looks for its file on the
    disk.
    """
    known = session.value(_PAGES)
    return tuple(known.values()) if known else make()


def sidebar(pages: Sequence[Any], shown: str) -> None:
    """Draw the walk. From here on the open workshop's language is spoken.

    Args:
        pages: Streamlit's page of each step of the walk.
        shown: the label of the page now on screen.
    """
    drafts.collect()
    session.put(_PAGES, {step.id: page for step, page in zip(WALK, pages, strict=True)})
    if onward := session.overtaken(_id_of(shown)):
        st.switch_page(page_of(onward), query_params=current.address())
    if who.person() is None:
        frame(say(shown))
        return
    bundle = _bundle()
    unsaved = drafts.pages_with_some(current.workshop() or "") if bundle else frozenset()
    frame(say(shown))
    address, skipped = current.address(), _skipped(bundle)
    with st.sidebar:
        for group in dict.fromkeys(step.group for step in WALK):
            with st.container(gap=None, key=f"group_{group.lower()}"):
                st.markdown(f":small[:gray[**{say(group)}**]]")
                for step in (step for step in WALK if step.group == group):
                    st.page_link(
                        page_of(step.id),
                        label=_label(step, step.id in unsaved),
                        icon=UNSAVED if step.id in unsaved else _icon(step, shown, bundle, skipped),
                        query_params=address,
                        width="stretch",
                    )


def go(name: str, label: str) -> None:
    """A primary button that leads to another page."""
    with st.container(key=f"go_{name}"):
        st.page_link(
            page_of(name),
            label=label,
            icon=":material/arrow_forward:",
            icon_position="right",
            query_params=current.address(),
        )


def go_to_change(name: str, label: str) -> None:
    """Likewise where something is to be changed there; nothing for who may change nothing there."""
    if who.may_change(name):
        go(name, label)


def go_to_workshops(name: str) -> None:
    """A link to each workshop of this name that who sits here may open; nothing where none is."""
    for id, called, _ in current.workshops():
        if called == name:
            st.page_link(
                page_of(WALK[0].id),
                label=as_label(say("Go to {workshop}", workshop=name)),
                icon=":material/arrow_forward:",
                query_params={"w": id},
            )


def page_of(name: str) -> Any:
    """What a link to a page of the walk leads to: the page itself where it is known, which spares
    Streamlit the search for its file.
    """
    return session.value(_PAGES, {}).get(name) or step_of(name).file


def _label(step: Step, unsaved: bool) -> str:
    label = say(step.label)
    return say("{page} · not saved", page=label) if unsaved else label


def _id_of(shown: str) -> str:
    return next((step.id for step in WALK if step.label == shown), "")


def _icon(step: Step, shown: str, bundle: Bundle | None, skipped: Collection[str]) -> str:
    if step is WALK[0]:
        return ENTRANCE_ICON
    if bundle and bundle.decisions.latest(step.id):
        return DECIDED
    if step.label == shown:
        return NOW
    return SKIPPED if step.id in skipped else OPEN


def _skipped(bundle: Bundle | None) -> Collection[str]:
    """The pages this workshop does not need; none where our own facts cannot be read."""
    if bundle is None:
        return ()
    try:
        catalog = current.catalog()
    except BadInput:
        return ()
    return {step.id for step in WALK if not catalog.needs(step, bundle.workshop)}


def _bundle() -> Bundle | None:
    """The open workshop; None where none is, or where the page itself tells what is wrong with
    it.
    """
    try:
        id = current.workshop()
        bundle = current.read_for_drawing(id).bundle if id else None
    except StoreFails:
        raise
    except (NoSuchWorkshop, BadInput):
        bundle = None
    speak(language_of(bundle))
    return bundle
