"""A row of questions that follow *what if*, each answered by one press; and of whom it is asked,
where it can be asked of several.
"""

import streamlit as st

from cidesign.domain.what_if import Asked
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.choices import chips
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import as_label
from cidesign.ui.scenarios.asked import ask, ask_nothing
from cidesign.views.scenarios import what_if
from cidesign.views.scenarios.questions import Way, askable, labelled

QUESTION, WHOSE = "scenarios.question", "scenarios.whose"


def questions(page: Page, asked: Asked) -> None:
    """The row, and a second one that says whose money is meant."""
    known = remembered(page, "scenarios.askable", lambda: _askable(page))
    if not known:
        return
    now = next((id for id, ways in known.items() if _place(ways, asked) is not None), None)
    session.follow(QUESTION, now)
    with st.container(key="scenarios_questions"):
        chips(
            say("What if"),
            list(known),
            format_func=lambda id: as_label(say(labelled(id))),
            key=QUESTION,
            label_visibility="collapsed",
            on_change=_pressed,
            args=(page, known),
        )
        if now is not None and len(known[now]) > 1:
            _whose(page, known[now], asked)


def _askable(page: Page) -> dict[str, tuple[Way, ...]]:
    subject = what_if.subject(page.bundle)
    return askable(subject) if subject else {}


def _place(ways: tuple[Way, ...], asked: Asked) -> int | None:
    """Which of a question's ways is asked now."""
    return next((place for place, way in enumerate(ways) if way.asked == asked), None)


def _whose(page: Page, ways: tuple[Way, ...], asked: Asked) -> None:
    session.follow(WHOSE, _place(ways, asked))
    chips(
        say("Whose money is meant"),
        list(range(len(ways))),
        format_func=lambda place: as_label(ways[place].label),
        key=WHOSE,
        required=True,
        on_change=_chosen,
        args=(page, ways),
    )


def _pressed(page: Page, known: dict[str, tuple[Way, ...]]) -> None:
    """Ask a question of the likeliest, or nothing once it is pressed again; a callback."""
    pressed = session.value(QUESTION)
    ask_nothing(page)
    if pressed in known:
        ask(page, known[pressed][0].asked)


def _chosen(page: Page, ways: tuple[Way, ...]) -> None:
    """Ask it of somebody else; a callback."""
    place = session.value(WHOSE)
    if place is not None:
        ask(page, ways[place].asked)
