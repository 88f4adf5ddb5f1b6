"""Plans side by side: each is solved in turn, with its years, and stands on a card."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from cidesign.domain.problem import BadInput
from cidesign.record import rests_on
from cidesign.text import say
from cidesign.ui.kit import solving
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.views.scenarios import view, words
from cidesign.views.scenarios.cards import Card, Line, cards
from cidesign.views.scenarios.view import OURS, Option, Side

IN_A_ROW = 3


def sides(page: Page, known: Sequence[Option], chosen: Sequence[str]) -> tuple[Side, ...]:
    """Ours and the chosen ones, solved one after the other while the page says which; without the
    years, where something of them must be mended first, which is told.
    """
    by_id = {one.id: one for one in known}
    asked = [by_id[id] for id in (OURS, *chosen) if id in by_id]
    try:
        return _solved(page, asked)
    except BadInput as bad:
        problems(bad.problems, say("The years are shown again once this is mended."))
        return _solved(page, [replace(one, years=None) for one in asked])


def _solved(page: Page, asked: Sequence[Option]) -> tuple[Side, ...]:
    return tuple(
        _side(page, option, place, len(asked)) for place, option in enumerate(asked, start=1)
    )


def _side(page: Page, option: Option, place: int, all: int) -> Side:
    told = say("Working out {plan}, {place} of {all} …", plan=option.label, place=place, all=all)
    return remembered(
        page,
        "scenarios.side",
        lambda: view.side_of(option, page.catalog, solve=solving.solve, project=solving.project),
        option.id,
        option.years is None,
        meanwhile=plain(told),
    )


def told(page: Page, shown: Sequence[Side]) -> words.Told:
    """What is said of them all."""
    named = ((one.option.id, one.option.years is None) for one in shown)
    return remembered(page, "scenarios.told", lambda: words.told(shown), *named)


def side_by_side(page: Page, shown: Sequence[Side]) -> None:
    """A card for each, three in a row where there is room, else one below the other."""
    made = remembered(
        page, "scenarios.cards", lambda: _cards(page, shown), *(one.option.id for one in shown)
    )
    for first in range(0, len(made), IN_A_ROW):
        for column, text in zip(st.columns(IN_A_ROW, gap="medium"), made[first : first + IN_A_ROW]):
            with column, st.container(key=f"row_side_{made.index(text)}"):
                st.markdown(text)


def _cards(page: Page, shown: Sequence[Side]) -> tuple[str, ...]:
    locked = [one.option.saved for one in shown if one.lock]
    files = {one.id: rests_on(page.bundle.files, one.id) for one in locked if one}
    return tuple(_card(one) for one in cards(shown, page.catalog.labels.functions, files))


def _card(card: Card) -> str:
    """Its name, one line for each figure, and what is said of its lock."""
    lines = [f"**{plain(card.title)}**", *map(_line, card.lines)]
    if card.without:
        lines.append(plain(card.without))
    if card.lock:
        lines.append(small(plain(" ".join(card.lock))))
    return "  \n".join(lines)


def _line(line: Line) -> str:
    told = plain(line.value)
    value = f"**{told}**" if line.differs else told
    return f":small[:gray[{plain(line.figure)}] {value}]"
