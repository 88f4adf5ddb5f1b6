"""The last piece of the page Process: seal the rules and record why, in one act; later, the seal and the way to a new version."""

from collections.abc import Callable

import streamlit as st

from cidesign.domain.dates import day
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Bundle, Decision
from cidesign.steps import process_words as words
from cidesign.steps import sealing
from cidesign.steps.process import ProcessView
from cidesign.text import say
from cidesign.ui import session
from cidesign.ui.evidence import heading, rows_as_table, sentences
from cidesign.ui.page import Page
from cidesign.ui.problems import problems
from cidesign.ui.words import plain, small

_WRONG, _OPENING = "_sealing.wrong", "_sealing.opening"


def seal(page: Page, view: ProcessView) -> None:
    """Draw the box: the seal with its record, or the form that seals; after a cut or broken seal the way to a new version."""
    st.space("small")
    with st.container(border=True, key="decision_process"):
        if view.seal or view.cut:
            _held(page, view)
        else:
            _form(page, view)
        if view.past and (len(view.past) > 1 or view.opening):
            with st.expander(say("All versions on record")):
                rows_as_table(words.versions(view))


def _held(page: Page, view: ProcessView) -> None:
    heading(say("Our decision"))
    seal, held = view.seal, page.bundle.decisions.latest("process")
    if seal and not seal.broken:
        st.badge(say("Sealed {day}, version {version}", day=day(seal.at), version=seal.version), icon=":material/lock:", color="green")
        st.code(seal.short, language=None)
        st.markdown(small(plain(say(words.READ_ALOUD))))
    else:
        st.badge(say("The seal does not hold"), icon=":material/lock_open:", color="red")
    if seal and seal.late:
        st.warning(plain(say("This seal is late. {why}", why=seal.late)), icon=":material/history:")
    if held:
        _told(held)
    if not session.value(_OPENING):
        st.button(say("Change the rules: a new version"), key="process.open", on_click=session.put, args=(_OPENING, True))
        return
    _opening(page, view)


def _told(held: Decision) -> None:
    for label, text in (
        ("", held.what),
        (say("Because"), held.because),
        (say("Who agreed"), held.agreed),
        (say("Dissent"), held.dissent),
    ):
        if text:
            with st.container(gap=None):
                if label:
                    st.markdown(small(label))
                st.text(text)


def _opening(page: Page, view: ProcessView) -> None:
    heading(say("A new version"), say("The old seal stays on record. Memo and letters will say that the rules were changed, and why."))
    st.text_area(say("Why the rules must change"), key="process.open.reason", on_change="ignore", height=90)
    first, second = st.columns(2)
    first.text_input(say("First facilitator"), key="process.open.first", on_change="ignore")
    second.text_input(say("Second facilitator"), key="process.open.second", on_change="ignore")
    if found := session.value(_WRONG):
        problems(found, say("The seal was not touched."))
    with st.container(horizontal=True):
        nonce = session.nonce("process.open")
        st.button(say("Open the rules"), type="primary", key="process.open.yes", on_click=_open, args=(page, nonce))
        st.button(say("Leave them sealed"), key="process.open.no", on_click=_leave)


def _leave() -> None:
    session.put(_OPENING, False)
    session.put(_WRONG, None)


def _open(page: Page, nonce: str) -> None:
    said = {name: str(session.value(f"process.open.{name}") or "") for name in ("reason", "first", "second")}
    at = session.now()

    def edit(bundle: Bundle) -> Bundle:
        return sealing.opened(bundle, reason=said["reason"], first=said["first"], second=said["second"], at=at)

    if _tried(page, edit, nonce):
        session.spend("process.open", nonce)
        session.put(_OPENING, False)
        session.forget("process.open.")


def _form(page: Page, view: ProcessView) -> None:
    heading(say("Our decision"), say("Sealing fixes who may apply, the criteria, the weights and how scores become a result."))
    if view.opening:
        at, who = day(view.opening.at), view.opening.by
        st.markdown(plain(say("Opened on {day} by {who}: {reason}", day=at, who=who, reason=view.opening.because)))
    if view.lacks:
        st.markdown(f"**{say('Still missing')}**")
        sentences(words.missing(view))
    if view.chosen:
        st.text(words.decides(view))
    st.text_area(
        say("Because"),
        placeholder=say("Two or three sentences that others will read."),
        key="process.decision.because",
        on_change="ignore",
        height=90,
    )
    agreed, by = st.columns(2)
    agreed.text_input(
        say("Who agreed"), placeholder=say("Names, or a count such as 9 of 11"), key="process.decision.agreed", on_change="ignore"
    )
    by.text_input(say("Sealed by"), placeholder=say("One or two names"), key="process.decision.by", on_change="ignore")
    st.text_area(
        say("Dissent, in the words of those who hold it (optional)"), key="process.decision.dissent", on_change="ignore", height=90
    )
    if view.late:
        told = say("{why} Rules should be sealed before anybody opens an application.", why=view.late)
        st.warning(plain(told), icon=":material/history:")
        st.checkbox(say("We know. Mark this seal as late, in memo and letters too."), key="process.decision.late", on_change="ignore")
    if found := session.value(_WRONG):
        problems(found, say("Nothing was sealed."))
    nonce = session.nonce("process.seal")
    st.button(say("Seal the rule sheet"), type="primary", key="process.seal", on_click=_seal, args=(page, words.decides(view), nonce))


def _seal(page: Page, what: str, nonce: str) -> None:
    said = {name: str(session.value(f"process.decision.{name}") or "").strip() for name in ("because", "agreed", "dissent", "by")}
    late, at = bool(session.value("process.decision.late")), session.now()

    def edit(bundle: Bundle) -> Bundle:
        return sealing.sealed(bundle, what=what, at=at, late=late, **said)

    if _tried(page, edit, nonce):
        session.spend("process.seal", nonce)
        session.forget("process.decision.")


def _tried(page: Page, edit: Callable[[Bundle], Bundle], nonce: str) -> bool:
    """Save an act of sealing; what is missing is told inside the box, where the fields are. The same nonce acts once."""
    if session.is_spent(nonce):
        return False
    try:
        edit(page.bundle)
    except BadInput as error:
        session.put(_WRONG, error.problems)
        return False
    session.put(_WRONG, None)
    return page.save(edit, nonce=nonce)
