"""The last piece of the page Process: seal the rules and record why, in one act; later, the seal
and the way to a new version.
"""

import streamlit as st

from cidesign.acts.open_rules import OpenRules, opening
from cidesign.acts.seal_rules import SealRules
from cidesign.domain.dates import day
from cidesign.domain.problem import Problem
from cidesign.text import say
from cidesign.ui.kit import drafts, session, who
from cidesign.ui.kit.attempts import attempt, forget, refuse, told
from cidesign.ui.kit.decision import record_told
from cidesign.ui.kit.evidence import heading, rows_as_table, sentences
from cidesign.ui.kit.next_step import next_step
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.states import locked
from cidesign.ui.kit.texts import area, line
from cidesign.ui.kit.words import plain, small
from cidesign.ui.process import weighing
from cidesign.views.process import weighing as weighing_words
from cidesign.views.process import words
from cidesign.views.process.view import ProcessView

SEAL, OPEN = "process.seal", "process.open"
BOX = "process.decision"
_OPENING = "_sealing.opening"


def seal(page: Page, view: ProcessView) -> None:
    """Draw the box: the seal with its record, or the form that seals; after a cut or broken seal
    the way to a new version.
    """
    st.space("small")
    with st.container(border=True, key="decision_process"):
        if view.seal or view.cut:
            _held(page, view)
        elif not who.may(SealRules):
            rule = say("A facilitator seals the rules before any application is opened.")
            locked(say("Not sealed yet"), plain(rule), key="unsealed")
        else:
            _form(page, view)
        if view.past and (len(view.past) > 1 or view.opening):
            with st.expander(say("All versions on record")):
                rows_as_table(words.versions(view))


def _held(page: Page, view: ProcessView) -> None:
    heading(say("Our decision"))
    seal, held = view.seal, page.bundle.decisions.latest("process")
    if seal and not seal.broken:
        st.badge(
            say("Sealed {day}, version {version}", day=day(seal.at), version=seal.version),
            icon=":material/lock:",
            color="green",
        )
        st.code(seal.short, language=None)
        st.markdown(small(plain(say(words.READ_ALOUD))))
    else:
        st.badge(say("The seal does not hold"), icon=":material/lock_open:", color="red")
    if seal and seal.late:
        st.warning(plain(say("This seal is late. {why}", why=seal.late)), icon=":material/history:")
    if held:
        record_told(held)
    if not who.may(OpenRules):
        next_step(page)
        return
    if not session.value(_OPENING):
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.button(
                say("Change the rules: a new version"),
                key="process.open",
                on_click=session.put,
                args=(_OPENING, True),
            )
            next_step(page)
        return
    _opening(page, view)


def _opening(page: Page, view: ProcessView) -> None:
    heading(
        say("A new version"),
        say(
            "The old seal stays on record. Memo and letters will say that the rules were changed, "
            "and why."
        ),
    )
    at = page.workshop
    area(at, f"{OPEN}.reason", say("Why the rules must change"), height=90)
    first, second = st.columns(2)
    line(at, f"{OPEN}.first", say("First facilitator"), into=first)
    line(at, f"{OPEN}.second", say("Second facilitator"), into=second)
    told(OPEN, say("The seal was not touched."))
    with st.container(horizontal=True):
        nonce = session.nonce(OPEN)
        st.button(
            say("Open the rules"),
            type="primary",
            key="process.open.yes",
            on_click=_open,
            args=(page, nonce),
        )
        st.button(say("Leave them sealed"), key="process.open.no", on_click=_leave, args=(page,))


def _leave(page: Page) -> None:
    session.put(_OPENING, False)
    forget(OPEN)
    drafts.settle(page.workshop, f"{OPEN}.")


def _open(page: Page, nonce: str) -> None:
    said = {
        name: str(session.value(f"process.open.{name}") or "")
        for name in ("reason", "first", "second")
    }
    page.speak()
    if attempt(page, OPEN, opening(page.bundle, **said, at=session.now()), nonce):
        session.put(_OPENING, False)
        drafts.settle(page.workshop, f"{OPEN}.")


def _form(page: Page, view: ProcessView) -> None:
    heading(
        say("Our decision"),
        say(
            "Sealing fixes who may apply, the criteria, the weights and how scores become a result."
        ),
    )
    if view.opening:
        at, who = day(view.opening.at), view.opening.by
        st.markdown(
            plain(
                say(
                    "Opened on {day} by {who}: {reason}",
                    day=at,
                    who=who,
                    reason=view.opening.because,
                )
            )
        )
    if view.lacks:
        st.markdown(f"**{say('Still missing')}**")
        sentences(words.missing(view))
    if view.chosen:
        st.text(words.decides(view))
    weighing.before_the_seal(page, view)
    at, hint = page.workshop, say("Two or three sentences that others will read.")
    area(at, f"{BOX}.because", say("Because"), placeholder=hint, height=90)
    agreed, by = st.columns(2)
    hint = say("Names, or a count such as 9 of 11")
    line(at, f"{BOX}.agreed", say("Who agreed"), placeholder=hint, into=agreed)
    line(at, f"{BOX}.by", say("Sealed by"), placeholder=say("One or two names"), into=by)
    dissent = say("Dissent, in the words of those who hold it (optional)")
    area(at, f"{BOX}.dissent", dissent, height=90)
    unweighed = weighing_words.nobody_weighed(view)
    if unweighed:
        st.warning(plain(unweighed), icon=":material/balance:")
        st.checkbox(
            say("We know. Seal the usual weights as ours."),
            key="process.decision.unweighed",
            on_change="ignore",
        )
    if view.late:
        warning = say(
            "{why} Rules should be sealed before anybody opens an application.", why=view.late
        )
        st.warning(plain(warning), icon=":material/history:")
        st.checkbox(
            say("We know. Mark this seal as late, in memo and letters too."),
            key="process.decision.late",
            on_change="ignore",
        )
    told(SEAL, say("Nothing was sealed."))
    nonce = session.nonce(SEAL)
    st.button(
        say("Seal the rule sheet"),
        type="primary",
        key="process.seal",
        on_click=_seal,
        args=(page, words.decides(view), view.late, unweighed, nonce),
    )


def _seal(page: Page, what: str, late: str, unweighed: str, nonce: str) -> None:
    said = {
        name: str(session.value(f"process.decision.{name}") or "").strip()
        for name in ("because", "agreed", "dissent", "by")
    }
    knows = bool(session.value("process.decision.late"))
    act = SealRules(what=what, at=session.now(), late=late if knows else "", **said)
    if unweighed and not session.value("process.decision.unweighed"):
        page.speak()
        usual = Problem(
            say("Weights"),
            say("the sheet has the usual weights"),
            say("weigh them above, or tick that the usual weights become ours"),
        )
        refuse(SEAL, usual, *act.problems(page.bundle))
        return
    if attempt(page, SEAL, act, nonce):
        drafts.settle(page.workshop, f"{BOX}.")
        session.forget(f"{BOX}.")
