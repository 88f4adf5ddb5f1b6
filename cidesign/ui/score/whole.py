"""A sheet with all criteria on one screen: chosen row by row or typed in one go, and saved by one
press.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts.give_score import GiveScore, reason_owed
from cidesign.acts.sheets import Cell, Sheet
from cidesign.domain.figures import listed
from cidesign.domain.problem import BadInput, Problem
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.ui.score import end, levels
from cidesign.ui.score.bar import (
    BOX,
    JUST,
    NONE,
    SAVED,
    SHEET,
    UNSAVED,
    State,
    bar,
    go_to,
    leave,
    via,
)
from cidesign.ui.score.onward import begins_at, comes_next, label, onward
from cidesign.views.score import asks, words
from cidesign.views.score.typed import levels_typed

ON = "_score.whole"


def is_on() -> bool:
    """Whether this tab wants all criteria on one screen."""
    return bool(session.value(ON))


def switch(one: Sheet) -> None:
    """The way between one criterion on a screen and all of them, and the way out: what is saved
    stays, and somebody else may take the device.
    """
    with st.container(horizontal=True, gap="medium"):
        st.button(
            say("One at a time") if is_on() else say("All {n} on one screen", n=len(one.cells)),
            key="score.switch",
            type="tertiary",
            icon=":material/crop_portrait:" if is_on() else ":material/view_list:",
            on_click=_switch,
            args=(one,),
        )
        st.button(
            say("Stop here"),
            key="score.stop",
            type="tertiary",
            icon=":material/pause:",
            on_click=leave,
        )


def _switch(one: Sheet) -> None:
    session.put(ON, not is_on())
    go_to(one.candidate.id, begins_at(one))


def on_one_screen(page: Page, me: str, sheets: Sequence[Sheet], one: Sheet) -> None:
    """Every criterion in a row, then one strength and one concern where the rules ask for them."""
    switch(one)
    _begin(me, one)
    _typing(page, me, one)
    for place, cell in enumerate(one.cells):
        _row(page, me, one, place, cell)
    if one.words_owed:
        end.ask_for_words(page, me, one)
    nonce = session.nonce(f"score.whole.{one.candidate.id}")
    bar(
        (leave,),
        _state(me, one),
        label(page, sheets, one, saves=True),
        (_save, page, me, sheets, one, nonce),
        skip=(onward, page, sheets, one),
        then=comes_next(page, sheets, one),
    )


def _typing(page: Page, me: str, one: Sheet) -> None:
    key = f"score.typed.{me}.{one.candidate.id}"
    texts.asked(
        page.workshop,
        key,
        say("Type all {n} in one go, or choose below", n=len(one.cells)),
        placeholder=say("4 2 5, in this order; a dash leaves one open"),
        then=lambda: _fill_in(me, one, key),
    )
    if found := session.value(f"_box.{key}"):
        problems(found, say("Nothing was filled in."))


def _fill_in(me: str, one: Sheet, key: str) -> bool:
    """Take over what was typed; whether it could be read."""
    session.put(f"_box.{key}", ())
    try:
        found = levels_typed(str(session.value(key) or ""), [cell.criterion for cell in one.cells])
    except BadInput as error:
        session.put(f"_box.{key}", error.problems)
        return False
    if found:
        held = [session.value(_key(me, one, cell)) for cell in one.cells]
        _anew(me, one)
        for cell, level, before in zip(one.cells, found, held):
            session.put(_key(me, one, cell), before if level is None else _as_held(cell, level))
    session.put(key, "")
    return True


def _anew(me: str, one: Sheet) -> None:
    """From now on the rows are new ones to the browser. Told another value, a row that is there may
    show it and still send the one before.
    """
    times = f"score.whole.times.{me}.{one.candidate.id}"
    session.put(times, session.value(times, 0) + 1)


def _row(page: Page, me: str, one: Sheet, place: int, cell: Cell) -> None:
    key = _key(me, one, cell)
    with st.container(key=f"driver_whole_{place}", gap="xxsmall"):
        question = plain(cell.criterion.question)
        name = plain(cell.criterion.name)
        st.markdown(f"**{place + 1}\\. {name}**" + (f"  \n{question}" if question else ""))
        if words.cards(cell.criterion):
            levels.segments(cell.criterion, key)
        else:
            levels.number(
                cell.criterion,
                key,
                label=say("Level for {criterion}", criterion=as_label(cell.criterion.name)),
                persist=True,
            )
        chosen = _chosen(me, one, cell)
        said = words.level_words(cell.criterion, chosen) if chosen is not None else ""
        st.markdown(small(plain(said or words.ends(cell.criterion))))
        if _asked(page, cell, chosen) or cell.reason:
            why = asks.why(asked=_asked(page, cell, chosen))
            key = _why(me, one, cell)
            texts.line(page.workshop, key, why, cell.reason, of=me, max_chars=asks.LONGEST_TEXT)


def _begin(me: str, one: Sheet) -> None:
    """Let the rows begin with what is saved, and again when that is another than before; what was
    chosen since and is not saved yet stays.
    """
    saved = f"score.whole.saved.{me}.{one.candidate.id}"
    stored = {cell.criterion.id: cell.score for cell in one.cells}
    known = session.value(saved)
    if known == stored:
        return
    session.put(saved, stored)
    chosen = {cell.criterion.id: _chosen(me, one, cell) for cell in one.cells}
    if known is not None and chosen == stored:  # saved from here
        return
    _anew(me, one)
    for cell in one.cells:
        id = cell.criterion.id
        same = known is not None and stored[id] == known[id]
        kept = same and chosen[id] is not None
        session.put(_key(me, one, cell), _as_held(cell, chosen[id] if kept else stored[id]))


def _as_held(cell: Cell, level: Decimal | None) -> Any:
    """A level as its widget holds it."""
    if level is None or words.cards(cell.criterion):
        return next(
            (card.value for card in words.cards(cell.criterion) if card.value == level), None
        )
    return float(level)


def _chosen(me: str, one: Sheet, cell: Cell) -> Decimal | None:
    said = session.value(_key(me, one, cell))
    return None if said is None else Decimal(str(said))


def _asked(page: Page, cell: Cell, chosen: Decimal | None) -> bool:
    return (
        page.bundle.rules is not None
        and chosen is not None
        and reason_owed(page.bundle.rules.reasons, cell.criterion, chosen)
    )


def _state(me: str, one: Sheet) -> State:
    chosen = [_chosen(me, one, cell) for cell in one.cells]
    unsaved = sum(
        level is not None and level != cell.score for level, cell in zip(chosen, one.cells)
    )
    if unsaved:
        return (say("{n} not yet saved", n=unsaved), *UNSAVED)
    if one.saved:
        return (words.progress(one), *SAVED)
    return (asks.not_rated(), *NONE)


def _save(page: Page, me: str, sheets: Sequence[Sheet], one: Sheet, nonce: str) -> None:
    """Save every level that is new, then the words; what is missing is told. A callback."""
    page.speak()
    if session.is_spent(nonce):
        return
    session.put(BOX, ())
    session.put(JUST, "")
    typed = f"score.typed.{me}.{one.candidate.id}"
    if session.value(typed) and not _fill_in(me, one, typed):
        return
    # What is pressed next is a press of its own, whether all of this one can be kept or not.
    session.spend(f"score.whole.{one.candidate.id}", nonce)
    for cell in one.cells:
        if not _save_cell(page, me, one, cell, nonce):
            return
    found: tuple[Problem, ...] = ()
    still = [cell.criterion.name for cell in one.cells if _chosen(me, one, cell) is None]
    if one.words_owed:
        empty = end.left_empty(one)
        still += empty
        found = () if empty else tuple(end.save_words(page, me, one, f"{nonce}.words"))
    if still:
        found += (Problem(say("Still open"), listed(still), say("give each of them")),)
    if found:
        session.put(BOX, found)
    else:
        onward(page, sheets, one, saved=True)


def _save_cell(page: Page, me: str, one: Sheet, cell: Cell, nonce: str) -> bool:
    chosen = _chosen(me, one, cell)
    why = str(session.value(_why(me, one, cell), cell.reason) or "").strip()
    if chosen is None or (chosen == cell.score and why == cell.reason):
        return True
    act = GiveScore(
        rater=me,
        candidate=one.candidate.id,
        criterion=cell.criterion.id,
        score=chosen,
        reason=why,
        via=via(),
    )
    if not page.do(act, nonce=f"{nonce}.{cell.criterion.id}", place=SHEET):
        return False
    session.take(f"_pick.score.level.{one.candidate.id}.{cell.criterion.id}")
    drafts.saved(page.workshop, _why(me, one, cell), me)
    return True


def _key(me: str, one: Sheet, cell: Cell) -> str:
    times = session.value(f"score.whole.times.{me}.{one.candidate.id}", 0)
    return f"score.whole.{times}.{me}.{one.candidate.id}.{cell.criterion.id}"


def _why(me: str, one: Sheet, cell: Cell) -> str:
    return f"score.whole.why.{me}.{one.candidate.id}.{cell.criterion.id}"
