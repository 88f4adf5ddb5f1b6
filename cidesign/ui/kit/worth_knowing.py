"""Folds with what is worth knowing at a page, and the usual budgets in dollars of another year;
drawn only while they are open.
"""

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit.blocks import blocks, written_rows
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.sources import dollars, guidance
from cidesign.views.sources.calibration import calibration_sentence


def worth_knowing(page: Page, about: str, label: str) -> None:
    """One list of the catalog's guidance, each thing with its figures and its source.

    Args:
        page: the open page.
        about: which list, such as ``forgotten_cost``.
        label: what opens it.
    """
    fold = st.expander(label, key=f"{page.name}.{about}", on_change="rerun")
    if fold.open:
        with fold:
            blocks(page, f"{page.name}.{about}.told", lambda: guidance.told(page.catalog, about))


def paid_for(page: Page) -> None:
    """How backbones are paid for, and what funders can do in each phase."""
    worth_knowing(page, "funding", say("How backbones are paid for"))
    fold = st.expander(
        say("What funders can do, phase by phase"),
        key=f"{page.name}.funder_roles",
        on_change="rerun",
    )
    if fold.open:
        with fold:
            told = f"{page.name}.funder_roles.told"
            blocks(page, told, lambda: guidance.funders(page.catalog, page.bundle))


def other_years(page: Page) -> None:
    """The memo's ranges in dollars of 2017 and of a year one chooses, side by side. It changes only
    what is shown.
    """
    fold = st.expander(
        say("Usual budgets in dollars of other years"), key=f"{page.name}.years", on_change="rerun"
    )
    if not fold.open:
        return
    plan = page.bundle.plan
    known = dollars.index(page.catalog).last
    first = plan.price_year if plan and plan.price_year in dollars.YEARS else known
    with fold:
        year = int(
            st.number_input(
                say("Dollars of the year"),
                min_value=dollars.YEARS[0],
                max_value=dollars.YEARS[-1],
                value=first,
                key=f"{page.name}.dollars_of",
                width=200,
            )
        )
        written_rows(
            page, f"{page.name}.side_by_side", lambda: dollars.rows(page.catalog, year), year
        )
        st.markdown(small(plain(dollars.note(page.catalog, year))))
        st.markdown(small(plain(calibration_sentence(page.catalog))))
