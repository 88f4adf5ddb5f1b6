"""The list of candidates with its buttons, and the form to add or change one."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts.remove_candidate import RemoveCandidate
from cidesign.acts.save_candidate import SaveCandidate
from cidesign.domain.panel import Candidate
from cidesign.domain.value import plain as exact
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.attempts import attempt, forget, told
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.candidates import words
from cidesign.views.candidates.view import CandidatesView, Line

OPEN, LEAVING = "_candidates.open", "_candidates.leaving"
FORM, LEAVE = "candidates.form", "candidates.leave"
NEW = ""
HUNDRED = 100
DEFAULT_TARGET = "office"


def add_button(page: Page, *, primary: bool = False) -> None:
    """The button that opens an empty form."""
    st.button(
        say("Add a candidate"),
        key="candidates.add",
        icon=":material/add:",
        type="primary" if primary else "secondary",
        on_click=_open,
        args=(None,),
    )


def listed(page: Page, view: CandidatesView) -> None:
    """One row for each candidate; the one being changed shows its form instead."""
    for place, line in enumerate(view.lines):
        if session.value(OPEN) == line.id and not view.round_is_open:
            _form(page, view, line.id)
        else:
            _row(page, view, line, place)
    if view.round_is_open:
        st.markdown(
            small(
                say(
                    "While a round is open, candidates stay as they are. Members may still step "
                    "aside."
                )
            )
        )
    elif session.value(OPEN) == NEW:
        _form(page, view, NEW)
    elif view.lines:
        add_button(page)


def _row(page: Page, view: CandidatesView, line: Line, place: int) -> None:
    with st.container(key=f"row_candidate_{place}"):
        name, state, change = st.columns([6, 2.2, 1.4], vertical_alignment="center", gap="small")
        with name.container(gap=None):
            st.markdown(f"**{plain(line.label)}**")
            for said in (words.about(line), words.offer(line, view.targets)):
                if said:
                    st.markdown(small(plain(said)))
            if not line.candidate.eligible and line.candidate.eligible_reason:
                st.markdown(
                    small(
                        plain(say("Not eligible: {reason}", reason=line.candidate.eligible_reason))
                    )
                )
        if line.candidate.eligible:
            state.badge(say("Eligible"), icon=":material/check:", color="green")
        else:
            state.badge(say("Not eligible"), icon=":material/block:", color="gray")
        if not view.round_is_open:
            change.button(
                say("Change"),
                key=f"candidates.change.{place}",
                on_click=_open,
                args=(line.candidate,),
                width="stretch",
            )


def _form(page: Page, view: CandidatesView, id: str) -> None:
    title = say("A new candidate") if id == NEW else say("Change {name}", name=view.labels[id])
    with st.container(border=True, key="candidate_form"):
        heading(title)
        left, right = st.columns(2, gap="large")
        left.text_input(say("Name"), key=f"{FORM}.name", on_change="ignore", max_chars=160)
        right.text_input(
            say("Kind"),
            placeholder=say("Such as nonprofit, foundation, city agency"),
            key=f"{FORM}.kind",
            on_change="ignore",
        )
        left, right = st.columns(2, gap="large")
        left.radio(
            say("May it be chosen?"),
            [True, False],
            format_func=_yes_no,
            key=f"{FORM}.eligible",
            horizontal=True,
            on_change="ignore",
        )
        right.text_input(
            say("If not, why it may not be chosen"),
            key=f"{FORM}.eligible_reason",
            on_change="ignore",
        )
        for criterion in view.calculated:
            key = f"{FORM}.figure.{criterion.id}"
            st.number_input(
                as_label(criterion.name),
                value=None,
                key=key,
                on_change="ignore",
                placeholder=say("not known yet"),
            )
        _offer(view)
        told(FORM, say("Nothing was saved; what you typed is still here."))
        with st.container(horizontal=True):
            nonce = session.nonce(FORM)
            st.button(
                say("Save the candidate"),
                type="primary",
                key=f"{FORM}.save",
                on_click=_save,
                args=(page, view, id, nonce),
            )
            st.button(say("Leave it as it was"), key=f"{FORM}.cancel", on_click=_close)
            if id != NEW:
                st.button(
                    say("Take it out"), key=f"{FORM}.out", on_click=session.put, args=(LEAVING, id)
                )
        if id != NEW and session.value(LEAVING) == id:
            _ask(page, view, id)


def _offer(view: CandidatesView) -> None:
    st.markdown(
        small(
            say(
                "What it offers as host, as far as it has said. The budget takes these terms over "
                "when it is chosen."
            )
        )
    )
    left, right = st.columns(2, gap="large")
    key = f"{FORM}.usd"
    left.number_input(
        say("In kind, in dollars a year"),
        value=None,
        min_value=0.0,
        step=1000.0,
        format="%.0f",
        key=key,
        on_change="ignore",
    )
    right.selectbox(
        say("What that stands for"),
        list(view.targets),
        format_func=lambda id: view.targets[id],
        key=f"{FORM}.offsets",
        on_change="ignore",
    )
    left, right = st.columns(2, gap="large")
    key = f"{FORM}.overhead"
    left.selectbox(
        say("What it charges"),
        list(words.OVERHEADS),
        format_func=lambda id: say(words.OVERHEADS[id]),
        key=key,
        on_change="ignore",
    )
    with right:
        _rate(say("At which rate, in percent"), "rate")
    left, right = st.columns(2, gap="large")
    with left:
        _rate(say("What it pays, in percent of our salaries"), "pay", low=1.0)
    with right:
        _rate(say("Benefits, in percent of salary"), "benefits")
    left, right = st.columns(2, gap="large")
    left.text_input(
        say("Can start in"), placeholder="2027-01", key=f"{FORM}.start", on_change="ignore"
    )


def _rate(label: str, name: str, low: float = 0.0) -> None:
    st.number_input(
        label,
        value=None,
        min_value=low,
        step=1.0,
        format="%.1f",
        key=f"{FORM}.{name}",
        on_change="ignore",
    )


def _ask(page: Page, view: CandidatesView, id: str) -> None:
    st.warning(
        say(
            "**Take {name} out?** Its row and its conflicts go; files it sent in stay in the "
            "bundle.",
            name=plain(view.labels[id]),
        ),
        icon=":material/delete:",
    )
    told(LEAVE, say("It stays."))
    with st.container(horizontal=True):
        nonce = session.nonce(LEAVE)
        st.button(
            say("Yes, take it out"), key=f"{LEAVE}.yes", on_click=_leave, args=(page, id, nonce)
        )
        st.button(
            say("Keep it"),
            key=f"{LEAVE}.no",
            on_click=session.put,
            args=(LEAVING, None),
            type="primary",
        )


def _yes_no(eligible: bool) -> str:
    return say("Yes") if eligible else say("No")


def _open(candidate: Candidate | None) -> None:
    session.put(OPEN, candidate.id if candidate else NEW)
    session.put(LEAVING, None)
    forget(FORM)
    forget(LEAVE)
    for key, value in _typed(candidate or Candidate(id="new")).items():
        session.put(f"{FORM}.{key}", value)


def _close() -> None:
    session.forget(f"{FORM}.", OPEN, LEAVING)


def _typed(candidate: Candidate) -> dict[str, Any]:
    offer = candidate.offer
    gift = offer.in_kind[0] if offer.in_kind else None
    overhead = offer.overhead
    return {
        "name": candidate.name,
        "kind": candidate.kind,
        "eligible": candidate.eligible,
        "eligible_reason": candidate.eligible_reason,
        "usd": float(gift.usd) if gift else None,
        "offsets": gift.offsets if gift else DEFAULT_TARGET,
        "overhead": overhead.kind if overhead else "",
        "rate": _percent(overhead.rate) if overhead and overhead.kind != "none" else None,
        "pay": _percent(offer.pay_scale) if offer.pay_scale != 1 else None,
        "benefits": _percent(offer.benefits_rate),
        "start": offer.start or "",
        **{
            f"figure.{id}": None if value is None else float(value)
            for id, value in candidate.values.items()
        },
    }


def _percent(share: Decimal | None) -> float | None:
    return None if share is None else float(share * HUNDRED)


def _save(page: Page, view: CandidatesView, id: str, nonce: str) -> None:
    said = {key: session.value(f"{FORM}.{key}") for key in _typed(Candidate(id="new"))}
    figures = {one.id: _cell(session.value(f"{FORM}.figure.{one.id}")) for one in view.calculated}
    act = SaveCandidate(
        id=id,
        name=str(said["name"] or ""),
        organization=str(said["kind"] or ""),
        eligible=said["eligible"] is not False,
        eligible_reason=str(said["eligible_reason"] or ""),
        figures=figures,
        offer=_cells_of_offer(said),
    )
    if attempt(page, FORM, act, nonce):
        _close()


def _cells_of_offer(said: Mapping[str, Any]) -> dict[str, str]:
    usd, overhead = _cell(said["usd"]), str(said["overhead"] or "")
    return {
        "offer_in_kind_usd": usd,
        "offer_in_kind_offsets": str(said["offsets"] or DEFAULT_TARGET) if usd else "",
        "offer_overhead": overhead,
        "offer_rate": ""
        if overhead == "none"
        else _share(said["rate"]),  # a rate nobody said what for is told, never dropped
        "offer_pay_scale": _share(said["pay"]),
        "offer_benefits_rate": _share(said["benefits"]),
        "offer_start": str(said["start"] or "").strip(),
    }


def _cell(number: Any) -> str:
    return "" if number is None else exact(Decimal(str(number)))


def _share(percent: Any) -> str:
    return "" if percent is None else exact(Decimal(str(percent)) / HUNDRED)


def _leave(page: Page, id: str, nonce: str) -> None:
    if attempt(page, LEAVE, RemoveCandidate(id=id), nonce):
        _close()
