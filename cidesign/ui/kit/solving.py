"""Remembers what was solved: the same plan is never searched for twice, in whichever tab it is
asked.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from cidesign.domain.allocation import Allocation, FrontierPoint
from cidesign.domain.catalog import Catalog
from cidesign.domain.outlook import Outlook, OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.text import say
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import number_of, remembered
from cidesign.views.outlook.view import OutlookView, outlook_view, years_ahead
from cidesign.views.team import view

_BY_CONTENT: dict[str | type[Any], Callable[[Any], Any]] = {
    kind: kind.model_dump_json for kind in (Plan, OutlookPlan)
}


@st.cache_data(max_entries=500, show_spinner=False, hash_funcs=_BY_CONTENT)
def solve(plan: Plan) -> Allocation:
    """The plan the budget buys."""
    return view.solve(plan)


@st.cache_data(max_entries=500, show_spinner=False, hash_funcs=_BY_CONTENT)
def explain(plan: Plan) -> view.Explained:
    """What holds the plan back, or why there is none and what would mend it."""
    return view.explain(plan, solve(plan))


@st.cache_data(max_entries=500, show_spinner=False, hash_funcs=_BY_CONTENT)
def explore(plan: Plan) -> tuple[FrontierPoint, ...]:
    """The best plan at budgets around our own; neighbours share what was solved."""
    return view.explore(plan, solve=solve)


def project(plan: Plan, years: OutlookPlan, catalog: Catalog) -> Outlook:
    """The years of a plan; the same plan and years are never worked out twice.

    Raises:
        BadInput: what must be mended in the plan or the outlook.
    """
    return _project(plan, years, number_of(catalog), catalog)


def years_of(page: Page) -> OutlookView:
    """The years ahead of a page's workshop, which says meanwhile what it waits for.

    Raises:
        BadInput: as ``project``.
    """
    told = say("Working out the years, a few seconds …")
    return remembered(
        page,
        "outlook.view",
        lambda: outlook_view(page.bundle, page.catalog, solve=project),
        meanwhile=told,
    )


@st.cache_data(max_entries=200, show_spinner=False, hash_funcs=_BY_CONTENT)
def _project(plan: Plan, years: OutlookPlan, facts: int, _catalog: Catalog) -> Outlook:
    return years_ahead(plan, years, _catalog)
