"""Who steps aside for whom: the list, the declaration before reading, and what a candidate sent in,
for those who may read it.
"""

import streamlit as st

from cidesign.acts.come_back import ComeBack
from cidesign.acts.declare import Declare
from cidesign.acts.step_aside import TIES, StepAside
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.evidence import as_table, heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.candidates import words
from cidesign.views.candidates.applications import Piece, application
from cidesign.views.candidates.view import CandidatesView

ASIDE, BACK, CLEAR = "candidates.aside", "candidates.back", "candidates.clear"


def conflicts(page: Page, view: CandidatesView) -> None:
    """Everybody who steps aside, what that does, the form to declare it, and who is left for each
    candidate.
    """
    heading(say("Who steps aside, and for whom"), say(words.WHAT_IT_DOES))
    for place, one in enumerate(view.asides):
        with st.container(key=f"row_aside_{place}"):
            said, back = st.columns([6, 1.6], vertical_alignment="center", gap="small")
            said.markdown(
                f"{plain(words.steps_aside(one))} {small(plain(one.reason))}"
                if one.reason
                else plain(words.steps_aside(one))
            )
            if not view.scored and not view.round_is_open:
                nonce = session.nonce(f"{BACK}.{place}")
                back.button(
                    say("Take back"),
                    key=f"{BACK}.{place}",
                    on_click=_back,
                    args=(page, one.rater, one.candidate, nonce, place),
                    width="stretch",
                )
    if not view.members:
        st.markdown(
            small(say("The workshop names no members yet; add them on the page Initiative."))
        )
        return
    with st.expander(
        say("Declare a conflict, or that there is none"), key=f"{ASIDE}.fold", on_change="rerun"
    ) as fold:
        if fold.open:
            declare(page, view, say("Which member"))
    as_table(words.who_is_left(view), say("Who is left to score each candidate"))


def declare(page: Page, view: CandidatesView, who: str, *, rater: str = "") -> None:
    """The form of a declaration; ``rater``: whose, where that is known already."""
    if not rater:
        rater = (
            st.selectbox(
                who,
                list(view.members),
                index=None,
                format_func=lambda id: view.members[id],
                key=f"{ASIDE}.rater",
            )
            or ""
        )
    left, right = st.columns(2, gap="large")
    left.selectbox(
        say("For which candidate"),
        list(view.labels),
        index=None,
        format_func=lambda id: view.labels[id],
        key=f"{ASIDE}.candidate",
        on_change="ignore",
    )
    right.selectbox(
        say("What kind of tie"),
        list(TIES),
        index=None,
        format_func=lambda id: say(TIES[id]),
        key=f"{ASIDE}.kind",
        on_change="ignore",
    )
    st.text_input(
        say("In a few words"),
        placeholder=say("What an outsider should know"),
        key=f"{ASIDE}.reason",
        on_change="ignore",
    )
    told(ASIDE, say("Nothing was recorded."))
    with st.container(horizontal=True):
        nonce = session.nonce(ASIDE)
        st.button(
            say("Step aside for this candidate"),
            key=f"{ASIDE}.save",
            type="primary",
            on_click=_aside,
            args=(page, rater, nonce),
        )
        if rater and (silent := view.undeclared.get(rater, ())):
            clear = session.nonce(CLEAR)
            none = (
                say("No conflict with any other")
                if any(one.rater == rater for one in view.asides)
                else say("No conflict with any of them")
            )
            st.button(none, key=f"{CLEAR}.save", on_click=_clear, args=(page, rater, silent, clear))
    if rater and not view.undeclared.get(rater, ()):
        st.badge(say("Declared for every candidate"), icon=":material/check:", color="green")


def _aside(page: Page, rater: str, nonce: str) -> None:
    said = {
        part: str(session.value(f"{ASIDE}.{part}") or "")
        for part in ("candidate", "kind", "reason")
    }
    act = StepAside(
        rater=rater, candidate=said["candidate"], tie=said["kind"], reason=said["reason"]
    )
    if attempt(page, ASIDE, act, nonce):
        session.forget(f"{ASIDE}.candidate", f"{ASIDE}.kind", f"{ASIDE}.reason")


def _clear(page: Page, rater: str, silent: tuple[str, ...], nonce: str) -> None:
    attempt(page, CLEAR, Declare(rater=rater, candidates=silent), nonce)


def _back(page: Page, rater: str, candidate: str, nonce: str, place: int) -> None:
    attempt(page, f"{BACK}.{place}", ComeBack(rater=rater, candidate=candidate), nonce)


def reading(page: Page, view: CandidatesView) -> None:
    """What candidates sent in, for a member who has declared; nothing where nobody sent
    anything.
    """
    sent = [line for line in view.lines if line.files]
    if not sent:
        return
    heading(
        say("What they sent in"),
        say("Open to members who have declared, and never to one who steps aside."),
    )
    rater = ""
    if view.members:
        rater = (
            st.selectbox(
                say("I read as"),
                list(view.members),
                index=None,
                format_func=lambda id: view.members[id],
                key="candidates.reader",
            )
            or ""
        )
        if not rater:
            return
    aside = {one.candidate for one in view.asides if one.rater == rater}
    for line in sent:
        if line.id in aside:
            st.markdown(
                small(
                    plain(
                        say(
                            "You step aside for {candidate}: its application stays closed.",
                            candidate=line.label,
                        )
                    )
                )
            )
        elif line.id in view.undeclared.get(rater, ()):
            st.markdown(
                small(
                    plain(
                        say(
                            "Declare first whether anything ties you to {candidate}.",
                            candidate=line.label,
                        )
                    )
                )
            )
        else:
            _application(page, line.id, line.label)


def _application(page: Page, id: str, label: str) -> None:
    fold = st.expander(as_label(label), key=f"candidates.read.{id}", on_change="rerun")
    if fold.open:
        with fold:
            for piece in application(page.bundle, id):
                pieces(piece)


def pieces(piece: Piece) -> None:
    """One file of an application: its text letter by letter, its addresses as links, or only its
    name and size.
    """
    st.markdown(
        f"**{plain(piece.name)}** {small(plain(say('{bytes} bytes', bytes=f'{piece.size:,}')))}"
    )
    if piece.text:
        st.text(piece.text)
    for address in piece.links:
        st.markdown(f"<{address}>")
    if not piece.text and not piece.links:
        st.markdown(small(plain(say("Fingerprint {sha256}", sha256=piece.sha256[:16]))))
