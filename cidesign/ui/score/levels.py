"""The levels of one criterion: cards that are saved by a tap or a key and go on by themselves, or a
field where any number may be given.
"""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts.sheets import Cell
from cidesign.domain.rules import Criterion
from cidesign.text import say
from cidesign.ui.kit import choices, session
from cidesign.ui.kit.words import as_label, plain
from cidesign.views.score import asks, words

# One tap of a thumb, and one key held down, say the same level again at once.
ONE_PRESS_SECONDS = 0.4
_PRESSED = "_pressed.score"


def cards(cell: Cell, key: str, chosen: Decimal | None, place: int, saves: tuple[Any, ...]) -> None:
    """The levels as cards, worst first, each with its key on the keyboard.

    Args:
        cell: the criterion, and what is saved.
        key: ``score.level.…``; a card's key is this and its level.
        chosen: the level that is marked.
        place: of the criterion on the sheet.
        saves: the callback of a card and what it is given before the level.
    """
    act, *given = saves
    # Two names in turn, so that the browser takes the next cards for new ones: they wait a moment
    # before they take a tap, and the second half of a double tap does not fall on them.
    turn = "ab"[place % 2]
    with st.container(key=f"levels_{turn}_{cell.criterion.id}", gap="xsmall"):
        for card in words.cards(cell.criterion):
            st.button(
                _written(card, marked=card.value == chosen),
                key=f"{key}.{card.number}",
                type="primary" if card.value == chosen else "secondary",
                width="stretch",
                shortcut=card.number if len(card.number) == 1 else None,
                on_click=act,
                args=(*given, card.value),
            )


def is_echo(level: Decimal) -> bool:
    """Whether a press is the same one as the last: a double tap, or a key that is held down."""
    before, at = session.value(_PRESSED, (None, 0.0))
    now = session.moment()
    session.put(_PRESSED, (level, now))
    return bool(before == level and now - at < ONE_PRESS_SECONDS)


def number(criterion: Criterion, key: str, *, label: str = "", persist: bool = False) -> None:
    """A field for a scale without cards; empty where nothing is given."""
    scale = criterion.scale
    low, high = plain(str(scale.low)), plain(str(scale.high))
    st.number_input(
        label or asks.number_from(low, high),
        min_value=float(scale.low),
        max_value=float(scale.high),
        step=float(scale.step) if scale.step is not None else None,
        value=None,
        key=key,
        placeholder=say("{low} to {high}", low=low, high=high) if label else None,
        persist_state="session" if persist else None,
    )


def segments(criterion: Criterion, key: str) -> None:
    """The levels in one row, by their numbers."""
    by_value = {card.value: card for card in words.cards(criterion)}
    choices.segments(
        say("Level for {criterion}", criterion=as_label(criterion.name)),
        list(by_value),
        format_func=lambda value: plain(by_value[value].number),
        key=key,
        label_visibility="collapsed",
        persist_state="session",
    )


def _written(card: words.Card, *, marked: bool) -> str:
    sign = ":material/check: " if marked else ""
    name = " · ".join(as_label(part) for part in (card.number, card.name) if part)
    return f"**{sign}{name}** {as_label(card.says)}".strip()
