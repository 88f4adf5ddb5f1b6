"""The three doors into a workshop: look at an example, start ours, open a bundle. Each keeps a new
workshop and opens it.
"""

from collections.abc import Callable
from datetime import date

import streamlit as st

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import months_after
from cidesign.domain.workshop import Bundle
from cidesign.record import example_bundle, examples
from cidesign.text import say, speak
from cidesign.ui.kit import current, drafts, session, who
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.language import language_here
from cidesign.ui.kit.problems import problems
from cidesign.ui.kit.texts import asked
from cidesign.ui.kit.words import as_label
from cidesign.views.overview import beginning

_FOUND = "_doors.problems"


def doors() -> None:
    """Draw all three side by side; below them what was wrong with the last attempt. On a shared
    server they open to whoever runs it.
    """
    if not who.runs_the_server():
        return
    look, start, bring = st.columns(3, gap="medium")
    with look.container(border=True, height="stretch", key="door_example"):
        heading(say("Look at an example"), say("You get a copy. Change what you like."))
        for one in examples():
            key = f"overview.example.{one.id}"
            st.button(
                as_label(one.name),
                key=key,
                on_click=_open_example,
                args=(one.id, session.nonce(key)),
                width="stretch",
            )
    with start.container(border=True, height="stretch", key="door_start"):
        heading(say("Start ours"), say("Usual values everywhere; a first answer on every page."))
        asked("", "overview.name", say("Name of your alliance"), max_chars=beginning.LONGEST_NAME)
        st.button(
            say("Start"),
            key="overview.start",
            on_click=_begin,
            args=(session.nonce("overview.start"),),
            width="stretch",
        )
    with bring.container(border=True, height="stretch", key="door_open"):
        heading(say("Open a bundle"), say("A zip that cidesign wrote, or a folder zipped."))
        st.file_uploader(
            say("Bundle"),
            type="zip",
            key="overview.bundle",
            on_change=_bring,
            label_visibility="collapsed",
        )
    if found := session.value(_FOUND):
        problems(found, say("Nothing was opened, and nothing was changed."))


def _open_example(id: str, nonce: str) -> None:
    _keep(lambda: example_bundle(id), f"overview.example.{id}", nonce)


def _begin(nonce: str) -> None:
    name = str(session.value("overview.name") or "")
    _keep(
        lambda: beginning.begun(name, current.catalog(), start=next_month()),
        "overview.start",
        nonce,
    )
    if not session.value(_FOUND):
        drafts.settle("", "overview.name")


def _bring() -> None:
    file = session.value("overview.bundle")
    if file is None:
        session.put(_FOUND, ())
    else:
        _keep(
            lambda: beginning.brought(file.getvalue(), file.name, current.catalog()),
            "overview.bundle",
            f"file-{file.file_id}",
        )


def _keep(make: Callable[[], Bundle], place: str, nonce: str) -> None:
    """Make, keep and open a workshop; a callback. What is wrong is told below the doors, and
    nothing is kept.
    """
    session.put(_FOUND, keep_new(make, place, nonce))


def keep_new(make: Callable[[], Bundle], place: str, nonce: str) -> tuple[Problem, ...]:
    """Make, keep and open a workshop, once for each nonce; what is wrong comes back, and then
    nothing is kept.
    """
    if session.is_spent(nonce):
        return ()
    speak(language_here())
    try:
        here = who.person()
        if here is None:
            return ()
        id = current.store().create(make(), who=here, nonce=nonce)
    except BadInput as error:
        return error.problems
    session.spend(place, nonce)
    current.open_workshop(id)
    return ()


def next_month() -> str:
    today = date.fromisoformat(session.now()[:10])
    return months_after(f"{today:%Y-%m}", 1)
