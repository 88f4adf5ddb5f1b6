"""A member's sheet, made for a phone: one criterion on a screen, five cards to choose from, a bar
at the bottom that never leaves.
"""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts.give_score import GiveScore, reason_owed
from cidesign.acts.sheets import Cell, Sheet
from cidesign.domain.problem import Problem
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label, plain
from cidesign.ui.score import end
from cidesign.ui.score.bar import (
    BOX,
    NONE,
    SAVED,
    UNSAVED,
    WIDTH,
    State,
    bar,
    go_to,
    kept,
    leave,
    resume,
)
from cidesign.views.candidates.applications import written_about
from cidesign.views.score import words

PHONES = ("Mobi", "Android")


def sheet(page: Page, me: str, one: Sheet, place: int) -> None:
    """The screen of a sheet that is open."""
    with st.container(width=WIDTH, key="score_sheet"):
        with st.container(gap="xsmall"):
            st.markdown(
                f"{plain(one.candidate.label)} · **{words.progress(one)}**, {words.left(one)}"
            )
            st.progress(one.saved / len(one.cells))
        if place < len(one.cells):
            _criterion(page, me, one, place)
        elif place == len(one.cells) and one.words_owed:
            end.strength_and_concern(page, me, one)
        else:
            end.all_cells(one)


def _criterion(page: Page, me: str, one: Sheet, place: int) -> None:
    cell = one.cells[place]
    keys = _keys(one, cell)
    resume(keys["level"], cell.score)
    resume(keys["why"], cell.reason)
    with st.container(gap=None):
        st.title(
            say("{n}. {criterion}", n=place + 1, criterion=as_label(cell.criterion.name)),
            anchor=False,
        )
        if cell.criterion.question:
            st.markdown(plain(cell.criterion.question))
    _level(cell, keys["level"])
    label = (
        say("Why? (the rules ask for it)")
        if _asked(page, cell, keys["level"])
        else say("Why? (optional)")
    )
    st.text_area(
        label,
        placeholder=say("What made you choose this level?"),
        key=keys["why"],
        on_change="ignore",
        height=80,
        max_chars=600,
    )
    if wrote := written_about(page.bundle, one.candidate.id, cell.criterion.id):
        with st.expander(
            say("What {candidate} wrote about this", candidate=as_label(one.candidate.label))
        ):
            st.text(wrote)
    nonce = session.nonce(f"score.{keys['level']}")
    bar(
        (_back, one, place),
        _state(cell, keys),
        say("Save, next"),
        (_save, page, me, one, place, nonce),
    )


def _level(cell: Cell, key: str) -> None:
    choices = words.cards(cell.criterion)
    label = say("Level for {criterion}", criterion=as_label(cell.criterion.name))
    if not choices:
        scale = cell.criterion.scale
        st.number_input(
            say(
                "A number from {low} to {high}",
                low=plain(str(scale.low)),
                high=plain(str(scale.high)),
            ),
            min_value=float(scale.low),
            max_value=float(scale.high),
            step=float(scale.step) if scale.step is not None else None,
            value=None,
            key=key,
        )
        return
    by_value = {choice.value: choice for choice in choices}
    with st.container(key=f"levels_{cell.criterion.id}"):
        st.radio(
            label,
            list(by_value),
            format_func=lambda value: _card(by_value[value]),
            index=None,
            key=key,
            label_visibility="collapsed",
            width="stretch",
        )


def _card(card: words.Card) -> str:
    name = (
        f"**{plain(card.number)} · {plain(card.name)}**"
        if card.name
        else f"**{plain(card.number)}**"
    )
    return f"{name} {plain(card.says)}".strip()


def _asked(page: Page, cell: Cell, key: str) -> bool:
    chosen = _number(session.value(key))
    return (
        page.bundle.rules is not None
        and chosen is not None
        and reason_owed(page.bundle.rules.reasons, cell.criterion, chosen)
    )


def _state(cell: Cell, keys: dict[str, str]) -> State:
    chosen, why = (
        _number(session.value(keys["level"])),
        str(session.value(keys["why"]) or "").strip(),
    )
    if chosen is None and cell.score is None:
        return (say("Not rated"), *NONE)
    if chosen != cell.score or why != cell.reason:
        return (say("Not yet saved"), *UNSAVED)
    time = session.value(f"_saved.{keys['level']}")
    return (
        say("Saved {time}", time=time) if time else say("Saved in round {round}", round=cell.round),
        *SAVED,
    )


def _save(page: Page, me: str, one: Sheet, place: int, nonce: str) -> None:
    page.speak()
    cell = one.cells[place]
    keys = _keys(one, cell)
    chosen, why = (
        _number(session.value(keys["level"])),
        str(session.value(keys["why"]) or "").strip(),
    )
    if session.is_spent(nonce):
        return
    if chosen is None:
        found = Problem(cell.criterion.name, say("no level is chosen yet"), say("choose one"))
        session.put(BOX, (found,))
        return
    if chosen != cell.score or why != cell.reason:
        act = GiveScore(
            rater=me,
            candidate=one.candidate.id,
            criterion=cell.criterion.id,
            score=chosen,
            reason=why,
            via=_via(),
        )
        if not kept(page, act, f"score.{keys['level']}", nonce):
            return
        session.put(f"_saved.{keys['level']}", session.now()[11:16])
    session.forget(f"_draft.{keys['level']}", f"_draft.{keys['why']}")
    go_to(one.candidate.id, place + 1)


def _back(one: Sheet, place: int) -> None:
    if place < len(one.cells):
        for key in _keys(one, one.cells[place]).values():
            session.put(f"_draft.{key}", session.value(key))
    if place:
        go_to(one.candidate.id, place - 1)
    else:
        leave()


def _keys(one: Sheet, cell: Cell) -> dict[str, str]:
    place = f"{one.candidate.id}.{cell.criterion.id}"
    return {"level": f"score.level.{place}", "why": f"score.why.{place}"}


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _via() -> str:
    agent = st.context.headers.get("User-Agent", "") or ""
    return "phone" if any(word in agent for word in PHONES) else "sheet"
