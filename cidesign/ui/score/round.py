"""Who scores on this device, what she has left, and the facilitator's box that opens and closes a
round.
"""

from typing import Literal

import streamlit as st

from cidesign.acts.bring_scores import BringScores
from cidesign.acts.close_round import CloseRound
from cidesign.acts.open_round import OpenRound, next_round
from cidesign.acts.sheets import Sheet, raters, undeclared
from cidesign.text import say
from cidesign.ui.candidates.conflicts import declare
from cidesign.ui.kit import session
from cidesign.ui.kit.attempts import attempt, forget, told
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.ui.score.bar import go_to, leave, row
from cidesign.views.candidates.view import candidates_view
from cidesign.views.score import rounds, words

WHO, OPEN, CLOSE, TABLE = "score.who", "score.open", "score.close", "score.table"
ASKED, OPENS = "_score.asked", "_score.opens"


def me(page: Page) -> str:
    """Whose sheet this tab shows; empty until somebody has said."""
    chosen = str(session.value("_score.me") or "")
    return chosen if chosen in raters(page.bundle) else ""


def who(page: Page) -> None:
    """The question who scores; asked before anything is shown."""
    names = raters(page.bundle)
    # Said anew each time: the browser forgets this choice while a sheet is open, and the session
    # does not.
    session.put(WHO, me(page) or None)
    with st.container(width=640):
        st.selectbox(
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
        st.markdown(small(plain(here)))


def _chosen() -> None:
    session.put("_score.me", session.value(WHO))
    session.forget(
        "score.level.", "score.why.", "score.strength.", "score.concern.", "_draft.", "_saved."
    )
    leave()


def mine(page: Page, rater: str, sheets: tuple[Sheet, ...]) -> None:
    """One row for each candidate she scores; where she has not declared yet, that comes first."""
    silent = undeclared(page.bundle, rater)
    if silent:
        heading(
            say("Before you read and score"),
            say("Does anything tie you to one of these? Who steps aside neither reads nor scores."),
        )
        with st.container(border=True, key="score_declare"):
            view = remembered(
                page, "candidates.view", lambda: candidates_view(page.bundle, page.catalog)
            )
            declare(page, view, "", rater=rater)
    waiting = [sheet for sheet in sheets if sheet.candidate.id not in silent]
    if waiting:
        heading(say("Your candidates"), say("One question at a time, and you may stop after each."))
    first = next((one for one in waiting if not one.complete), None)
    for place, sheet in enumerate(waiting):
        label = (
            say("Look again") if sheet.complete else say("Go on") if sheet.saved else say("Begin")
        )
        begin = next(
            (number for number, cell in enumerate(sheet.cells) if cell.score is None),
            len(sheet.cells),
        )
        act = (go_to, sheet.candidate.id, len(sheet.cells) + 1 if sheet.complete else begin)
        key = f"score.begin.{place}"
        row(
            f"sheet_{place}",
            plain(sheet.candidate.label),
            _state(sheet),
            label,
            act,
            button=key,
            primary=sheet is first,
        )


def _state(sheet: Sheet) -> str:
    if sheet.complete:
        return f":green-badge[:material/check: {say('Complete')}]"
    if sheet.saved:
        return f":orange-badge[:material/edit: {words.begun(sheet)}]"
    return f":gray-badge[{say('Not begun')}]"


def facilitator(page: Page) -> None:
    """Open the next round, or close the one that is open after seeing what is missing."""
    workshop = page.bundle.workshop
    if workshop.stage.is_final:
        return
    with st.container(border=True, key="score_facilitator"):
        heading(say("For the facilitator"), say("A round is opened and closed for all at once."))
        if workshop.round_is_open:
            _closing(page)
        else:
            _opening(page)
        _table(page)


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
    if session.value(OPENS) and silent:
        head = f"**{plain(say('Before round {round} is opened', round=number))}**"
        st.warning(
            "\n\n".join([head, *(plain(line) for line in silent)]), icon=":material/pending:"
        )
        with st.container(horizontal=True):
            st.button(
                say("Open it all the same"),
                key=f"{OPEN}.anyway",
                on_click=_open,
                args=(page, nonce),
            )
            st.button(
                say("Not yet"),
                key=f"{OPEN}.wait",
                type="primary",
                on_click=session.put,
                args=(OPENS, False),
            )
        return
    label = say("Open round {round}", round=number)
    kind: Literal["primary", "secondary"] = "primary" if number == 1 else "secondary"
    if silent:
        st.button(label, key=OPEN, type=kind, on_click=session.put, args=(OPENS, True))
    else:
        st.button(label, key=OPEN, type=kind, on_click=_open, args=(page, nonce))


def _closing(page: Page) -> None:
    lacking = remembered(
        page,
        "score.missing",
        lambda: (*words.missing(page.bundle), *rounds.no_rank(page.bundle)),
    )
    number = page.bundle.workshop.round
    told(CLOSE, say("The round is still open."))
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
    if attempt(page, OPEN, OpenRound(), nonce):
        session.put(OPENS, False)


def _close(page: Page, accepted: bool, nonce: str) -> None:
    if attempt(page, CLOSE, CloseRound(accepted=accepted), nonce):
        session.put(ASKED, False)
        leave()


def _table(page: Page) -> None:
    fold = st.expander(say("Bring in a table of scores"), key="score.fold", on_change="rerun")
    if not fold.open:
        return
    with fold:
        said = say(
            "A CSV file with rater, candidate, criterion and score; round and reason where you "
            "have them. "
            "Its rows are added behind those that are here. If anything is wrong, nothing is added."
        )
        st.markdown(small(plain(said)))
        st.file_uploader(
            say("Table of scores"), type="csv", key="score.upload", on_change=_bring, args=(page,)
        )
        told(TABLE, say("Nothing was brought in."))


def _bring(page: Page) -> None:
    page.speak()
    file = session.value("score.upload")
    if file is None:
        forget(TABLE)
        return
    if attempt(page, TABLE, BringScores(content=file.getvalue()), f"file-{file.file_id}"):
        session.note(session.Note("saved", say("The table of scores was brought in.")))
