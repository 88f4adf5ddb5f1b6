"""Who scores on this device, what she has left, and the facilitator's box that opens and closes a
round.
"""

import streamlit as st

from cidesign.acts.close_round import CloseRound, unfinished
from cidesign.acts.open_round import OpenRound, next_round
from cidesign.acts.sheets import Sheet, raters, undeclared
from cidesign.text import say
from cidesign.ui.candidates.conflicts import declare
from cidesign.ui.kit import session
from cidesign.ui.kit import who as persons
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.brought import bring_in
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.ui.score.bar import ME, WHO, go_to, leave, row
from cidesign.ui.score.onward import HANDED, become, begins_at, hand_on
from cidesign.ui.score.put_right import put_right
from cidesign.views.candidates.view import candidates_view
from cidesign.views.score import asks, rounds, words

OPEN, CLOSE = "score.open", "score.close"
MOST_BUTTONS = 12
ASKED = "_score.asked"


def me(page: Page) -> str:
    """Whose sheet this tab shows; empty until somebody has said. Who has joined as a member shows
    her own.
    """
    if mine := persons.rater():
        return mine if mine in raters(page.bundle) else ""
    chosen = str(session.value(ME) or "")
    return chosen if chosen in raters(page.bundle) else ""


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


def facilitator(page: Page) -> None:
    """Open the next round, or close the one that is open after seeing what is missing."""
    workshop = page.bundle.workshop
    if workshop.stage.is_final or not persons.may(OpenRound, CloseRound):
        return
    with st.container(border=True, key="score_facilitator"):
        heading(say("For the facilitator"), say("A round is opened and closed for all at once."))
        if page.bundle.partial:
            _closing_unseen(page)
        elif workshop.round_is_open:
            _closing(page)
        else:
            _opening(page)
        put_right(page)
        bring_in(page, "scores", "score.table")


def _opening(page: Page) -> None:
    number = next_round(page.bundle)
    if number > 1:
        st.markdown(
            small(
                say(
                    "A new round keeps what was scored; each score stands until its owner changes "
                    "it."
                )
            )
        )
    told(OPEN, say("Nothing was opened."))
    silent = remembered(page, "score.undeclared", lambda: rounds.before_opening(page.bundle))
    nonce = session.nonce(OPEN)
    if silent:
        st.warning("\n\n".join(plain(line) for line in silent), icon=":material/pending:")
    st.button(
        say("Open round {round}", round=number),
        key=OPEN,
        type="primary" if number == 1 else "secondary",
        on_click=_open,
        args=(page, nonce),
    )


def _closing_unseen(page: Page) -> None:
    """On a shared server the facilitator does not hold what others gave, so how much is missing is
    told by the record itself, once she asks to close.
    """
    number = page.bundle.workshop.round
    told(CLOSE, say("The round is still open."))
    st.markdown(say("How much is missing is told before the round is closed; never who or what."))
    nonce = session.nonce(CLOSE)
    with st.container(horizontal=True):
        st.button(
            say("Close round {round}", round=number),
            key=CLOSE,
            type="primary",
            on_click=_close,
            args=(page, False, nonce),
        )
        if session.value(f"_box.{CLOSE}"):
            st.button(
                say("Close with these missing"),
                key=f"{CLOSE}.anyway",
                on_click=_close,
                args=(page, True, nonce),
            )


def _closing(page: Page) -> None:
    lacking = remembered(
        page,
        "score.missing",
        lambda: (*words.missing(page.bundle), *rounds.no_rank(page.bundle)),
    )
    number = page.bundle.workshop.round
    told(CLOSE, say("The round is still open."))
    if lacking and unfinished(page.bundle):
        sentences(lacking)
        st.markdown(plain(words.on_missing(page.bundle)))
        return
    if session.value(ASKED) and lacking:
        st.warning(
            "\n\n".join(
                [
                    f"**{plain(say('Before round {round} is closed', round=number))}**",
                    *(plain(line) for line in lacking),
                ]
            )
            + f"\n\n{plain(words.on_missing(page.bundle))}",
            icon=":material/pending:",
        )
        with st.container(horizontal=True):
            nonce = session.nonce(CLOSE)
            st.button(
                say("Close with these missing"),
                key=f"{CLOSE}.anyway",
                on_click=_close,
                args=(page, True, nonce),
            )
            st.button(
                say("Keep it open"),
                key=f"{CLOSE}.keep",
                type="primary",
                on_click=session.put,
                args=(ASKED, False),
            )
        return
    if lacking:
        sentences(lacking)
        st.button(
            say("Close round {round}", round=number),
            key=CLOSE,
            on_click=session.put,
            args=(ASKED, True),
        )
    else:
        st.markdown(say("Every sheet is complete."))
        nonce = session.nonce(CLOSE)
        st.button(
            say("Close round {round}", round=number),
            key=CLOSE,
            type="primary",
            on_click=_close,
            args=(page, False, nonce),
        )


def _open(page: Page, nonce: str) -> None:
    attempt(page, OPEN, OpenRound(), nonce)


def _close(page: Page, accepted: bool, nonce: str) -> None:
    if attempt(page, CLOSE, CloseRound(accepted=accepted), nonce):
        session.put(ASKED, False)
        leave()
