"""The lists of partners, groups and measures with their buttons: add, change, paste many."""

import streamlit as st

from cidesign.domain.measures import Measure
from cidesign.domain.work import Group, Partner
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.brought import bring_in
from cidesign.ui.kit.listed import add, listing, row
from cidesign.ui.kit.opened import NEW, is_open
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.pasting import paste
from cidesign.ui.kit.words import plain, small
from cidesign.ui.partners import group_form, measure_form, partner_form
from cidesign.views.partners import words
from cidesign.views.partners.joining import partners_pasted
from cidesign.views.partners.measures import about_measure
from cidesign.views.partners.view import PartnersView

SEEN = 6
PARTNER, GROUP, MEASURE = partner_form.FORM, group_form.FORM, measure_form.FORM


def first(page: Page, view: PartnersView) -> None:
    """What is asked at the top: a list where there is none, else one more partner or group."""
    if began_empty(page, view):
        many(page)
    if not view.partners and not view.groups:
        return
    with st.container(horizontal=True):
        add(GROUP, say("Add a group"), primary=not view.groups)
        add(PARTNER, say("Add a partner"))
    if is_open(GROUP, NEW):
        group_form.draw(page, view, None)
    if is_open(PARTNER, NEW):
        partner_form.draw(page, None)


def began_empty(page: Page, view: PartnersView) -> bool:
    """Whether nobody was listed when this tab first came here: then the field for a list stays
    where it stood, and so does what it tells.
    """
    key = f"_partners.empty.{page.workshop}"
    if session.value(key) is None:
        session.put(key, not view.partners)
    return bool(session.value(key))


def many(page: Page) -> None:
    """Many partners: as a list, or as a table; once there are some, a table of what they share."""
    paste(
        page,
        "partners.list",
        say("One partner on each line: name; sector; kind; whom it serves; what it is good at"),
        hint=say("Oak House; health; nonprofit; families; home visits"),
        button=say("Add all partners"),
        reads=partners_pasted,
    )
    bring_in(page, "partners", "partners.table")
    if page.bundle.partners:
        bring_in(page, "groups", "partners.groups_table")
        bring_in(page, "measures", "partners.measures_table")


def partners(page: Page, view: PartnersView) -> None:
    """One row for each partner; the one being changed shows its form instead."""

    def one_row(one: Partner, place: int) -> None:
        if is_open(PARTNER, one.id):
            partner_form.draw(page, one)
        else:
            row(PARTNER, one, (words.about(one),), place)

    listing(PARTNER, view.partners, one_row, most=SEEN)


def groups(page: Page, view: PartnersView) -> None:
    """Likewise for each group."""
    if said := words.months_note(view):
        st.markdown(small(plain(said)))

    def one_row(one: Group, place: int) -> None:
        if is_open(GROUP, one.id):
            group_form.draw(page, view, one)
        else:
            row(GROUP, one, (words.about_group(one, view), one.aim), place)

    listing(GROUP, view.groups, one_row, most=SEEN)


def measures(page: Page, view: PartnersView) -> None:
    """Likewise for each measure, and a button for one more."""
    add(MEASURE, say("Add a measure"), primary=not view.measures)
    if is_open(MEASURE, NEW):
        measure_form.draw(page, view, None)

    def one_row(one: Measure, place: int) -> None:
        if is_open(MEASURE, one.id):
            measure_form.draw(page, view, one)
        else:
            row(MEASURE, one, about_measure(one, view.partners), place)

    listing(MEASURE, view.measures, one_row, most=SEEN)
