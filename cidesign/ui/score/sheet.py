"""A member's sheet, made for a phone: one criterion on a screen, cards that are saved by a tap, a
bar at the bottom that never leaves.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts.give_score import GiveScore, reason_owed
from cidesign.acts.sheets import Cell, Sheet, raters
from cidesign.text import say
from cidesign.ui.kit import drafts, session
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.texts import area
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.ui.score import end, levels, whole
from cidesign.ui.score.bar import (
    BOX,
    JUST,
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
    via,
)
from cidesign.views.candidates.applications import written_about
from cidesign.views.score import asks, words


def sheet(page: Page, me: str, sheets: Sequence[Sheet], one: Sheet, place: int) -> None:
    """The screen of a sheet that is open."""
    with st.container(width=WIDTH, key="score_sheet"):
        st.progress(one.saved / len(one.cells))
        # Stays in sight however far one has scrolled: whom this is about, and what is asked.
        with st.container(gap=None, key="score_ask"):
            said = f"{plain(one.candidate.label)} · **{words.progress(one)}**, {words.left(one)}"
            st.markdown(f"{_whose(page, me)}{said}")
            if place < len(one.cells) and not whole.is_on():
                _question(one.cells[place], place)
        if place > len(one.cells) or (place == len(one.cells) and not one.words_owed):
            end.all_cells(page, sheets, one)
        elif whole.is_on():
            whole.on_one_screen(page, me, sheets, one)
        elif place == len(one.cells):
            end.strength_and_concern(page, me, sheets, one)
        else:
            _criterion(page, me, one, place)


def _whose(page: Page, me: str) -> str:
    """Whose sheet it is, where one device goes from hand to hand."""
    names = raters(page.bundle)
    return f"{plain(names[me])}  \n" if len(names) > 1 else ""


def _criterion(page: Page, me: str, one: Sheet, place: int) -> None:
    cell = one.cells[place]
    keys = _keys(one, cell)
    nonce = session.nonce(f"score.{keys['level']}")
    if words.cards(cell.criterion):
        chosen = _chosen(cell, keys["level"])
        levels.cards(cell, keys["level"], chosen, place, (_tapped, page, me, one, place, nonce))
    else:
        resume(keys["level"], None if cell.score is None else float(cell.score))
        levels.number(cell.criterion, keys["level"])
    label = (
        asks.why(asked=True)
        if _asked(page, cell, keys["level"])
        else say("Why? (optional; write it before you choose)")
    )
    area(
        page.workshop,
        keys["why"],
        label,
        cell.reason,
        of=me,
        placeholder=say("What makes you choose this level?"),
        height=80,
        max_chars=asks.LONGEST_TEXT,
    )
    if wrote := written_about(page.bundle, one.candidate.id, cell.criterion.id):
        with st.expander(asks.wrote(as_label(one.candidate.label))):
            st.text(wrote)
    whole.switch(one)
    if words.cards(cell.criterion):
        with st.container(key="score_keys"):
            st.markdown(small(say("On a keyboard, the keys of the numbers choose, too.")))
    bar(
        (_back, one, place),
        _state(cell, keys),
        say("Save, next"),
        (_save, page, me, one, place, nonce),
    )


def _question(cell: Cell, place: int) -> None:
    st.title(
        say("{n}. {criterion}", n=place + 1, criterion=as_label(cell.criterion.name)),
        anchor=False,
    )
    if cell.criterion.question:
        st.markdown(plain(cell.criterion.question))


def _chosen(cell: Cell, key: str) -> Decimal | None:
    """The level that is marked: one that is chosen and not yet saved, else the saved one."""
    picked: Decimal | None = session.value(f"_pick.{key}")
    if picked is None and not words.cards(cell.criterion):
        picked = _number(session.value(key))
    return cell.score if picked is None else picked


def _asked(page: Page, cell: Cell, key: str) -> bool:
    chosen = _chosen(cell, key)
    return (
        page.bundle.rules is not None
        and chosen is not None
        and reason_owed(page.bundle.rules.reasons, cell.criterion, chosen)
    )


def _state(cell: Cell, keys: dict[str, str]) -> State:
    chosen = _chosen(cell, keys["level"])
    why = str(session.value(keys["why"]) or "").strip()
    if chosen is None and cell.score is None:
        return (asks.not_rated(), *NONE)
    if chosen != cell.score or why != cell.reason:
        return (asks.not_yet_saved(), *UNSAVED)
    time = session.value(f"_saved.{keys['level']}")
    return (
        asks.saved_at(time) if time else asks.saved_in(cell.round),
        *SAVED,
    )


def _tapped(page: Page, me: str, one: Sheet, place: int, nonce: str, level: Decimal) -> None:
    """A card was chosen: it is saved and the next screen comes; where it cannot be saved yet, it
    stays marked. A callback.
    """
    if levels.is_echo(level) or session.is_spent(nonce):
        return
    session.put(f"_pick.{_keys(one, one.cells[place])['level']}", level)
    _save(page, me, one, place, nonce)


def _save(page: Page, me: str, one: Sheet, place: int, nonce: str) -> None:
    page.speak()
    cell = one.cells[place]
    keys = _keys(one, cell)
    chosen, why = _chosen(cell, keys["level"]), str(session.value(keys["why"]) or "").strip()
    if session.is_spent(nonce):
        return
    session.put(JUST, "")
    if chosen is None:
        found = asks.no_level(cell.criterion)
        session.put(BOX, (found,))
        return
    if chosen != cell.score or why != cell.reason:
        act = GiveScore(
            rater=me,
            candidate=one.candidate.id,
            criterion=cell.criterion.id,
            score=chosen,
            reason=why,
            via=via(),
        )
        if not kept(page, act, f"score.{keys['level']}", nonce):
            return
        session.put(f"_saved.{keys['level']}", session.now()[11:16])
    drafts.saved(page.workshop, keys["why"], me)
    session.take(f"_pick.{keys['level']}")
    session.forget(f"_draft.{keys['level']}")
    go_to(one.candidate.id, place + 1, words.just_saved(cell.criterion, chosen))


def _back(one: Sheet, place: int) -> None:
    if place < len(one.cells):
        key = _keys(one, one.cells[place])["level"]
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
