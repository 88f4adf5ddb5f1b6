"""The form to add a measure or to change one."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.remove_measure import RemoveMeasure
from cidesign.acts.save_measure import SaveMeasure
from cidesign.acts.work_lists import LONGEST, MEASURE_FIELDS
from cidesign.domain.measures import About, Measure, Often, Whose, by_group_cell, by_year_cell
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts
from cidesign.ui.kit.choices import cards, one_of, several
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.form_ends import end
from cidesign.ui.kit.opened import NEW
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain
from cidesign.views.partners.view import PartnersView

FORM = "partners.measure"
PEOPLE = "counts_people"
CELLS: Mapping[str, Callable[[Any], str]] = {"by_year": by_year_cell, "by_group": by_group_cell}
"""Fields of several numbers, and how each is written."""


def draw(page: Page, view: PartnersView, one: Measure | None) -> None:
    """The fields of one measure; None for a new one."""
    held, id = one or Measure(id="new"), one.id if one else NEW
    with st.container(border=True, key="measure_form"):
        heading(say("Change {name}", name=one.label) if one else say("A new measure"))
        _lines(page, held, id)
        _choices(page, view, held, id)
        leaves = RemoveMeasure(id=id, name=one.label) if one else None
        warning = say("Take {name} out?", name=one.label if one else "")
        end(page, FORM, id, lambda: _made(id), leaves, plain(warning))


def _lines(page: Page, held: Measure, id: str) -> None:
    hints = {
        "name": say("Such as reading at grade level"),
        "definition": say("Such as pupils in grade 3 who pass the state test"),
        "baseline": say("Such as 38% in 2026"),
        "target": say("Such as 55%"),
        "target_year": "2030",
        "split_by": say("Such as race, income, neighborhood"),
        "holder": say("Such as the school district"),
        "by_year": "2025=38; 2026=41",
        "by_group": say("girls=36; boys=47"),
    }
    columns = st.columns(2, gap="large")
    for place, (name, hint) in enumerate(hints.items()):
        texts.line(
            page.workshop,
            f"{FORM}.{name}",
            say(MEASURE_FIELDS[name]),
            str(read(getattr(held, name)) if (read := CELLS.get(name)) else getattr(held, name)),
            of=id,
            into=columns[place % 2],
            placeholder=hint,
            max_chars=LONGEST,
        )


def _choices(page: Page, view: PartnersView, held: Measure, id: str) -> None:
    names = {one.id: one.label for one in view.partners}
    columns = st.columns(2, gap="large")
    for place, (name, kind) in enumerate(
        {"how_often": Often, "about": About, "whose": Whose}.items()
    ):
        one_of(
            say(MEASURE_FIELDS[name]),
            list(kind),
            format_func=lambda word: say(word.in_words),
            into=columns[place % 2],
            **_begin(page, id, name, getattr(held, name)),
        )
    several(
        say(MEASURE_FIELDS["owners"]),
        list(names),
        format_func=names.__getitem__,
        into=columns[1],
        placeholder=say("Nobody yet"),
        **_begin(page, id, "owners", list(held.owners)),
    )
    cards(
        say("It only counts people who were reached"),
        [True, False],
        format_func=lambda yes: say("Yes") if yes else say("No"),
        horizontal=True,
        **_begin(page, id, PEOPLE, held.counts_people),
    )


def _begin(page: Page, id: str, field: str, stored: Any) -> dict[str, Any]:
    key = f"{FORM}.{field}"
    drafts.begin(page.workshop, key, stored, id)
    return {"key": key, "on_change": drafts.typed, "args": (key,)}


def _made(id: str) -> Act:
    said = {name: session.value(f"{FORM}.{name}") for name in (*MEASURE_FIELDS, PEOPLE)}
    texts_of = (
        *("name", "definition", "baseline", "target", "target_year", "split_by", "holder"),
        *CELLS,
    )
    return SaveMeasure(
        id=id,
        **{name: str(said[name] or "") for name in texts_of},
        how_often=said["how_often"] or Often.NOT_SAID,
        whose=said["whose"] or Whose.SHARED,
        owners=tuple(said["owners"] or ()),
        about=said["about"] or About.RESULT,
        counts_people=said[PEOPLE] is True,
    )
