"""The tab "Who pays", alike on Team and Outlook: the picture of all sources, each as a row, and the
form to add or change one.
"""

import streamlit as st

from cidesign.charts import funding
from cidesign.domain.first_year import FUNDING
from cidesign.text import say
from cidesign.ui.funding.form import NEW, form, is_open, open_form
from cidesign.ui.kit.evidence import chart, heading
from cidesign.ui.kit.figures import figure, in_place
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.views.funding import words
from cidesign.views.funding.tied import tied
from cidesign.views.funding.view import SourceRow, money_view, promise


def who_pays(page: Page) -> Layer:
    """The tab, for a page that works on the plan's money."""
    return Layer("who-pays", say("Who pays?"), lambda: _draw(page))


def _draw(page: Page) -> None:
    view = remembered(page, "funding.view", lambda: money_view(page.bundle, page.catalog))
    said = f"{view.promised} {words.rule(promise(page.bundle))}".strip()
    heading(view.claim, said)
    tied_to = remembered(page, "funding.tied", lambda: tied(page.bundle, page.catalog).plain)
    if tied_to:
        st.markdown(plain(tied_to))
    if view.rows:
        picture = remembered(
            page,
            "funding.chart",
            lambda: funding.draw(view.rows, view.start, view.years, mode=page.mode),
            page.mode,
        )
        chart(picture, alt=funding.alt(view.rows, view.start), key=f"{page.name}.funding_chart")
        st.markdown(small(plain(words.how_to_read(view.rows))))
    for place, row in enumerate(view.rows):
        if is_open(page, row.source.id):
            form(page, view, row)
        else:
            _row(page, row, place)
    if view.open_parts:
        st.markdown(f":orange[:material/person_search:] {plain(view.open_parts)}")
    if is_open(page, NEW):
        form(page, view, None)
    else:
        st.button(
            say("Add somebody who pays"),
            key=f"{page.name}.funding.add",
            icon=":material/add:",
            on_click=open_form,
            args=(page, NEW),
        )
    left, _ = st.columns(2, gap="large")
    with left:
        opening_reserve(page, f"{page.name}.funding.reserve")


def _row(page: Page, row: SourceRow, place: int) -> None:
    with st.container(key=f"row_source_{place}"):
        told, change = st.columns([8.6, 1.4], vertical_alignment="center", gap="small")
        with told.container(gap=None):
            st.markdown(f"**{plain(row.name)}**: {plain(row.usd)}")
            st.markdown(small(plain(" ".join((row.pays, *row.more)))))
            for warning in row.watch:
                st.markdown(f":orange[:material/history:] :small[{plain(warning)}]")
        change.button(
            say("Change"),
            key=f"{page.name}.funding.change.{place}",
            on_click=open_form,
            args=(page, row.source.id),
            width="stretch",
        )


def opening_reserve(page: Page, key: str) -> None:
    """The field of the free cash there is at the start."""
    sheet = page.bundle.funding
    label = say("Opening reserve, in dollars")
    stored_usd = sheet.opening_reserve_usd if sheet else 0
    makes = in_place(page, FUNDING, ("opening_reserve_usd",), label)
    figure(page, key, label, stored_usd, makes=makes, step=10000)
