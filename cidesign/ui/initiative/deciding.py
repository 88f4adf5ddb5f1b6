"""The decision on our way: which form, which together, or until when a lean start holds."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from cidesign.acts.decide_way import ANOTHER, LEAN, DecideWay, against_way
from cidesign.domain.dates import month, month_read
from cidesign.domain.problem import Problem
from cidesign.domain.value import months_after
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts
from cidesign.ui.kit.choices import several
from cidesign.ui.kit.decision import Ask
from cidesign.ui.kit.evidence import sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.initiative import words
from cidesign.views.initiative.advice import examples_shown, form_shown
from cidesign.views.initiative.forms import form_lines, whose_advice
from cidesign.views.initiative.view import InitiativeView

FORMS, UNTIL = "initiative.decision.forms", "initiative.decision.lean_until"
MONTHS_OF_A_LEAN_START = 6
"""Assumed: after how many months a lean start is looked at again, unless somebody says."""


def way(page: Page, view: InitiativeView) -> Ask:
    """What the box at the end of the page asks."""
    return Ask(
        choices=words.paths(view),
        label=say("Our way"),
        first=words.advised_paths(view),
        figures=words.figures(view),
        act=DecideWay,
        shows=partial(_shows, page, view),
        adds=partial(_adds, view),
        lacks=_lacks,
    )


def _shows(page: Page, view: InitiativeView, chosen: str) -> None:
    if chosen == ANOTHER:
        _forms(page, view)
    if chosen == LEAN:
        _until(page)


def _forms(page: Page, view: InitiativeView) -> None:
    ordered = sorted(view.forms, key=lambda one: not one.fits)
    drafts.begin(page.workshop, FORMS, list(page.bundle.workshop.initiative.forms))
    chosen = several(
        say("Which form, or which together?"),
        [one.form.id for one in ordered],
        format_func=lambda id: page.catalog.labels.forms[id],
        placeholder=say("one or several"),
        key=FORMS,
        on_change=drafts.typed,
        args=(FORMS,),
    )
    forms = [one.form for one in view.forms if one.form.id in chosen]
    if shown := forms or [one.form for one in ordered if one.fits]:
        sentences([form_shown(one) for one in shown])
    else:
        st.markdown(small(plain(examples_shown(view))))
    if forms:
        st.markdown(small(plain(whose_advice(forms, page.catalog))))
        sentences(form_lines(forms))


def _until(page: Page) -> None:
    held = page.bundle.workshop.initiative.lean_until
    texts.line(page.workshop, UNTIL, say("When we look again"), month(held or _suggested(page)))
    note = say("Six months after the start, unless you write another month (assumed).")
    st.markdown(small(plain(note)))


def _suggested(page: Page) -> str:
    years = page.bundle.outlook
    start = years.start if years else session.now()[:7]
    return months_after(start, MONTHS_OF_A_LEAN_START)


def _adds(view: InitiativeView, chosen: str) -> Mapping[str, Any]:
    asked = set(session.value(FORMS) or ()) if chosen == ANOTHER else set()
    forms = [one.form for one in view.forms if one.form.id in asked]
    until = month_read(texts.written(UNTIL)) if chosen == LEAN else ""
    added = {"forms": tuple(one.id for one in forms), "lean_until": until}
    if not chosen or list(_lacks(chosen, added)):
        return added
    return {**added, "what": words.way_in_words(chosen, forms, until)}


def _lacks(chosen: str, added: Mapping[str, Any]) -> Iterable[Problem]:
    return against_way(chosen, added["forms"], added["lean_until"])
