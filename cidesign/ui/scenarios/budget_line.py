"""The line of what each budget buys: drawn as it is found, with how far it is and a way to stop it;
what was found by then stays.
"""

from collections.abc import Hashable

import streamlit as st

from cidesign.charts import next_dollars
from cidesign.domain.allocation import FrontierPoint
from cidesign.domain.plan import Plan
from cidesign.text import say
from cidesign.ui.kit import searches
from cidesign.ui.kit.evidence import as_table, evidence
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.views.scenarios import costs, view

EVERY_SECONDS = 0.5


def begin(plan: Plan) -> None:
    """Look for it in the background, unless somebody did."""
    if searches.sought(_key(plan)).state == "never":
        _begin(plan)


def draw(page: Page, plan: Plan) -> None:
    """The line, or as much of it as there is."""
    seen = searches.sought(_key(plan))
    if seen.goes_on:
        _under_way(page, plan)
        return
    found: tuple[FrontierPoint, ...] = seen.latest or ()
    if found:
        _shown(page, plan, found)
    if (asked := len(view.budgets_of_the_line(plan))) > len(found):
        st.markdown(small(plain(costs.line_ended(len(found), asked))))
        st.button(
            say("Solve all budgets"), key="scenarios.line.again", on_click=_again, args=(plan,)
        )


@st.fragment(run_every=EVERY_SECONDS)
def _under_way(page: Page, plan: Plan) -> None:
    """The line so far, looked at twice a second."""
    page.speak()
    seen = searches.sought(_key(plan))
    if not seen.goes_on:
        st.rerun()
    found: tuple[FrontierPoint, ...] = seen.latest or ()
    asked = len(view.budgets_of_the_line(plan))
    st.progress(len(found) / asked if asked else 1.0)
    st.markdown(small(plain(costs.line_so_far(len(found), asked))))
    st.button(
        say("Stop looking"), key="scenarios.line.stop", on_click=searches.stop, args=(_key(plan),)
    )
    if found:
        _shown(page, plan, found)


def _shown(page: Page, plan: Plan, found: tuple[FrontierPoint, ...]) -> None:
    budget, steps = float(plan.funding.budget_usd), view.in_steps(plan, found)
    evidence(
        costs.step_claim(steps, budget),
        say("Score of the best plan at each budget, of 100."),
        remembered(
            page,
            "scenarios.line",
            lambda: next_dollars.draw(steps, budget, mode=page.mode, line=found),
            page.mode,
            len(found),
        ),
        alt=next_dollars.alt(found, budget),
        key="scenarios.line",
    )
    as_table(
        remembered(
            page,
            "scenarios.step_rows",
            lambda: costs.step_rows(steps, page.catalog.labels.functions),
            len(found),
        ),
        say("What each $25,000 adds"),
    )


def _begin(plan: Plan) -> None:
    searches.seek(_key(plan), lambda: view.line_search(plan), at_once=True)


def _again(plan: Plan) -> None:
    """A callback."""
    searches.forget(_key(plan))
    _begin(plan)


def _key(plan: Plan) -> Hashable:
    return "scenarios.line", plan.model_dump_json()
