"""Who scores on this device, and what she has left."""

import streamlit as st

from cidesign.acts.give_score import GiveScore
from cidesign.acts.sheets import Sheet, raters, undeclared
from cidesign.text import say
from cidesign.ui.candidates.conflicts import declare
from cidesign.ui.kit import session
from cidesign.ui.kit import who as persons
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.ui.score.bar import ME, WHO, go_to, row
from cidesign.ui.score.onward import HANDED, become, begins_at, hand_on
from cidesign.views.candidates.view import candidates_view
from cidesign.views.score import asks, words

MOST_BUTTONS = 12


def me(page: Page) -> str:
    """Whose sheet this tab shows; empty until somebody has said. Who has joined as a member shows
    her own.
    """
    if mine := persons.rater():
        return mine if mine in raters(page.bundle) else ""
    chosen = str(session.value(ME) or "")
    return chosen if chosen in raters(page.bundle) else ""


@persons.only_for(GiveScore)
def who(page: Page) -> None:
    """The question who scores; asked before anything is shown."""
    names, mine = raters(page.bundle), me(page)
    with st.container(width=640, key="score_who"):
        if session.value(HANDED):
            st.success(say("Your sheet is saved. Hand the device on."), icon=":material/check:")
        if mine:
            st.markdown(say("You score as **{name}**.", name=plain(names[mine])))
            if len(names) > 1 and not persons.rater():
                st.button(say("Somebody else scores"), key="score.else", on_click=hand_on)
        elif len(names) <= MOST_BUTTONS:
            st.markdown(f"**{say('I am')}**")
            with st.container(horizontal=True, gap="small"):
                for id, name in names.items():
                    st.button(as_label(name), key=f"{WHO}.{id}", on_click=become, args=(id,))
        else:
            one_of(
                say("I am"),
                list(names),
                index=None,
                format_func=lambda id: names[id],
                placeholder=say("Choose your name"),
                key=WHO,
                on_change=_chosen,
            )
        here = say(
            "For now everybody scores on this device, one after the other. There is no password: "
            "who chooses your name sees your sheet."
        )
        if not page.reader:
            st.markdown(small(plain(here)))


def _chosen() -> None:
    become(str(session.value(WHO) or ""))


def mine(page: Page, rater: str, sheets: tuple[Sheet, ...]) -> None:
    """One row for each candidate she scores; where she has not declared yet, that comes first."""
    silent = undeclared(page.bundle, rater)
    if silent:
        heading(*asks.before_reading())
        with st.container(border=True, key="score_declare"):
            view = remembered(
                page, "candidates.view", lambda: candidates_view(page.bundle, page.catalog)
            )
            declare(page, view, "", rater=rater, then=lambda: _begin(sheets))
    waiting = [sheet for sheet in sheets if sheet.candidate.id not in silent]
    if waiting:
        heading(*asks.candidates())
    first = next((one for one in waiting if not one.complete), None)
    for place, sheet in enumerate(waiting):
        act = (go_to, sheet.candidate.id, begins_at(sheet))
        key = f"score.begin.{place}"
        row(
            f"sheet_{place}",
            plain(sheet.candidate.label),
            _state(sheet),
            asks.go_on(sheet),
            act,
            button=key,
            primary=sheet is first,
        )


def _begin(sheets: tuple[Sheet, ...]) -> None:
    """Open the first sheet that is not complete; she has said that nothing ties her to anybody."""
    first = next((one for one in sheets if not one.complete), None)
    if first is not None:
        go_to(first.candidate.id, begins_at(first))


def _state(sheet: Sheet) -> str:
    if sheet.complete:
        return f":green-badge[:material/check: {say('Complete')}]"
    if sheet.saved:
        return f":orange-badge[:material/edit: {words.begun(sheet)}]"
    return f":gray-badge[{say('Not begun')}]"
