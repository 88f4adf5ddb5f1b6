"""The last piece of a page: what we decide, because, who agreed, who did not; recorded once, and
replaceable.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from cidesign.acts.decide import Decide
from cidesign.domain.dates import day
from cidesign.domain.problem import Problem
from cidesign.domain.workshop import Decision
from cidesign.text import say
from cidesign.ui.kit import drafts, session, who
from cidesign.ui.kit.choices import cards
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.next_step import next_step
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems
from cidesign.ui.kit.states import locked
from cidesign.ui.kit.texts import area, line
from cidesign.ui.kit.words import as_label, plain, small


def _shows_nothing(chosen: str) -> None:
    """Nothing else is asked."""


def _adds_nothing(chosen: str) -> Mapping[str, Any]:
    return {}


def _lacks_nothing(chosen: str, added: Mapping[str, Any]) -> Iterable[Problem]:
    return ()


@dataclass(frozen=True)
class Ask:
    """What a page's decision box asks.

    Args:
        what: the sentence that is decided where there is nothing to choose, such as ``We adopt this
            plan``.
        choices: id and what people read, where something is chosen; nothing is preselected.
        label: above the choices.
        first: the ids the figures put first (several for a tie); choosing another needs a written
            reason.
        because: above the reasons.
        hint: inside the empty field of reasons.
        figures: what is shown above, kept with the record; the chosen id is added as ``chosen``.
        barred: why nothing can be decided now; empty where it can.
        act: the kind of act that records it, where it changes more than the record.
        more: what else that act says, by the id that is chosen.
        shows: draws what else is asked or told where something is chosen, given its id.
        adds: of a chosen id what the act holds besides, and what is decided in words (``what``)
            where the choice alone does not say it; read in a callback.
        lacks: of a chosen id and what it adds what is still missing.
    """

    what: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    label: str = field(default_factory=lambda: say("We choose"))
    first: tuple[str, ...] = ()
    because: str = field(default_factory=lambda: say("Because"))
    hint: str = field(default_factory=lambda: say("Two or three sentences that others will read."))
    figures: Mapping[str, Any] = field(default_factory=dict)
    barred: str = ""
    act: type[Decide] = Decide
    more: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    shows: Callable[[str], None] = _shows_nothing
    adds: Callable[[str], Mapping[str, Any]] = _adds_nothing
    lacks: Callable[[str, Mapping[str, Any]], Iterable[Problem]] = _lacks_nothing


def decision(page: Page, ask: Ask) -> None:
    """Draw the box: the record that holds, or the form that makes one."""
    held = page.bundle.decisions.latest(page.name)
    with st.container(border=True, key=f"decision_{page.name}"):
        if not who.may(ask.act):
            _read(page, held)
        elif held and not session.value(f"_replace.{page.name}"):
            _record(page, ask, held)
        else:
            _form(page, ask, held)


def _read(page: Page, held: Decision | None) -> None:
    """What stands there for who records nothing."""
    heading(say("Our decision"))
    if held is None:
        told = say("The facilitator or the scribe writes down here what the committee decides.")
        locked(say("Not decided yet"), plain(told), key=f"unrecorded_{page.name}")
        return
    record_told(held)
    next_step(page)


def _record(page: Page, ask: Ask, held: Decision) -> None:
    heading(say("Our decision"))
    st.badge(
        say("Decided {at}", at=day(held.at)) if held.at else say("Decided"),
        icon=":material/check:",
        color="green",
    )
    then, now = str(held.figures.get("answer", "")), str(ask.figures.get("answer", ""))
    if then and now and then != now:
        st.warning(
            say(
                "**The figures have changed since.** Then: {then} Now: {now}",
                then=plain(then),
                now=plain(now),
            ),
            icon=":material/history:",
        )
    record_told(held)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.button(
            say("Replace this decision"),
            key=f"{page.name}.replace",
            on_click=session.put,
            args=(f"_replace.{page.name}", True),
        )
        next_step(page)


def record_told(held: Decision) -> None:
    """What was decided, why, who agreed and who did not; people's words as text."""
    for label, text in (
        ("", held.what),
        (say("Because"), held.because),
        (say("Why not the first"), held.departs),
        (say("Who agreed"), held.agreed),
        (say("Dissent"), held.dissent),
    ):
        if text:
            with st.container(gap=None):
                if label:
                    st.markdown(small(label))
                st.text(text)


def _form(page: Page, ask: Ask, held: Decision | None) -> None:
    name = page.name
    heading(
        say("Our decision"),
        say("The record so far stays in the file; the new one holds.")
        if held
        else say("Not yet recorded. Kept with the time and the figures shown above."),
    )
    if ask.barred:
        locked(say("No choice yet"), plain(ask.barred), key=f"barred_{name}")
        return
    chosen, at = None, f"{name}.decision."
    if ask.choices:
        drafts.begin(page.workshop, f"{at}chosen", None)
        if session.value(f"{at}chosen") not in ask.choices:
            session.put(f"{at}chosen", None)
        chosen = cards(
            ask.label,
            list(ask.choices),
            index=None,
            format_func=lambda id: as_label(ask.choices[id]),
            key=f"{at}chosen",
            horizontal=True,
        )
        if chosen:
            ask.shows(chosen)
    else:
        st.text(ask.what)
    if chosen and ask.first and chosen not in ask.first:
        area(
            page.workshop,
            f"{at}departs",
            say("Why not the one that comes first?"),
            height=90,
        )
    area(page.workshop, f"{at}because", ask.because, placeholder=ask.hint, height=90)
    agreed, dissent = st.columns(2, gap="large")
    line(
        page.workshop,
        f"{at}agreed",
        say("Who agreed"),
        into=agreed,
        placeholder=say("Names, or a count such as 9 of 11"),
    )
    area(
        page.workshop,
        f"{at}dissent",
        say("Who did not, and why, in their words (optional)"),
        into=dissent,
        height=90,
    )
    if found := session.value(f"_box.{name}"):
        problems(found, say("Nothing was recorded."))
    with st.container(horizontal=True):
        st.button(
            say("Record the decision"),
            type="primary",
            key=f"{name}.decision.record",
            on_click=record,
            args=(page, ask, session.nonce(name)),
        )
        if held:
            st.button(
                say("Keep the record as it is"),
                key=f"{name}.keep",
                on_click=_leave,
                args=(page,),
            )


def _leave(page: Page) -> None:
    """Keep the record as it is; a callback."""
    session.put(f"_replace.{page.name}", False)
    session.put(f"_box.{page.name}", ())
    drafts.settle(page.workshop, f"{page.name}.decision.")


def record(page: Page, ask: Ask, nonce: str) -> None:
    """Keep what the box says; a callback, so nothing is drawn here. The same nonce records once,
    however often it comes.
    """
    name = page.name
    if session.is_spent(nonce):
        return
    said = {
        part: str(session.value(f"{name}.decision.{part}") or "").strip()
        for part in ("chosen", "because", "departs", "agreed", "dissent")
    }
    page.speak()
    added = ask.adds(said["chosen"])
    found = [*_missing(ask, said), *ask.lacks(said["chosen"], added)]
    session.put(f"_box.{name}", found)
    if found:
        return
    told = {
        "what": ask.choices[said["chosen"]] if ask.choices else ask.what,
        "because": said["because"],
        "agreed": said["agreed"],
        "dissent": said["dissent"],
        "departs": said["departs"] if said["chosen"] not in ask.first else "",
        "by": who.name(),
        "at": session.now(),
        "figures": {**ask.figures, **({"chosen": said["chosen"]} if ask.choices else {})},
    }
    told = {**told, **ask.more.get(said["chosen"], {}), **added}
    if page.do(ask.act(of=name, **told), nonce=nonce):
        session.spend(name, nonce)
        session.put(f"_replace.{name}", False)
        drafts.settle(page.workshop, f"{name}.decision.")


def _missing(ask: Ask, said: Mapping[str, str]) -> list[Problem]:
    if ask.barred:
        return [Problem(say("Our decision"), ask.barred.rstrip("."), say("mend that first"))]
    found = []
    if ask.choices and said["chosen"] not in ask.choices:
        found.append(Problem(ask.label, say("nothing is chosen"), say("choose one")))
    if not said["because"]:
        found.append(
            Problem(
                ask.because,
                say("there is no reason yet"),
                say("write one or two sentences that others can follow"),
            )
        )
    if (
        ask.first
        and said["chosen"] in ask.choices
        and said["chosen"] not in ask.first
        and not said["departs"]
    ):
        found.append(
            Problem(
                say("Why not the one that comes first?"),
                say("the choice departs from the figures"),
                say("write why you choose another than the first"),
            )
        )
    return found
