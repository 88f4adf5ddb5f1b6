"""Remembers what was solved: the same plan is never searched for twice, in whichever tab it is
asked.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from cidesign.domain.allocation import Allocation, FrontierPoint
from cidesign.domain.catalog import Catalog
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.panel import Candidate
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle
from cidesign.text import say, spoken
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import number_of, remembered
from cidesign.views.outlook.view import OutlookView, outlook_view
from cidesign.views.team import view
from cidesign.views.team.terms import chosen_host, host_named

_BY_CONTENT: dict[str | type[Any], Callable[[Any], Any]] = {
    kind: kind.model_dump_json for kind in (Plan, OutlookPlan, Candidate)
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


def years(bundle: Bundle, catalog: Catalog) -> OutlookView:
    """The years ahead of a workshop; the same plan and years on the same host's terms are never
    worked out twice.

    Raises:
        BadInput: what must be mended in the plan or the outlook.
    """
    host = host_named(bundle, chosen_host(bundle))
    return _years(
        bundle.plan, bundle.outlook, host, number_of(catalog), spoken().code, bundle, catalog
    )


def years_of(page: Page) -> OutlookView:
    """Likewise for a page, which says meanwhile what it waits for.

    Raises:
        BadInput: as ``years``.
    """
    told = say("Working out the years, a few seconds …")
    return remembered(
        page, "outlook.view", lambda: years(page.bundle, page.catalog), meanwhile=told
    )


@st.cache_data(max_entries=200, show_spinner=False, hash_funcs=_BY_CONTENT)
def _years(
    plan: Plan | None,
    outlook: OutlookPlan | None,
    host: Candidate | None,
    facts: int,
    language: str,
    _bundle: Bundle,
    _catalog: Catalog,
) -> OutlookView:
    return outlook_view(_bundle, _catalog)
