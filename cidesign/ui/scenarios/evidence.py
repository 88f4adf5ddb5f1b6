"""Evidence of the page Scenarios that needs no chart: what rules and hosts cost us, what to commit
by year, usual budgets.
"""

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from cidesign.domain.labels import Labels
from cidesign.domain.plan import Plan
from cidesign.domain.words import Function
from cidesign.text import say
from cidesign.ui.kit import solving
from cidesign.ui.kit.contents import go_to_change
from cidesign.ui.kit.evidence import heading, rows_as_table, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import calmly
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.views.scenarios import costs, next_step
from cidesign.views.scenarios import view as scenarios
from cidesign.views.scenarios.view import Option
from cidesign.views.sources import dollars


def one_function(page: Page, plan: Plan, function: Function, usd: Decimal) -> None:
    """What a function gets at a budget, in sentences; the first is the answer."""
    with calmly(say("Nothing was changed.")):
        labels, told = (
            page.catalog.labels,
            say("Solving this budget, about a second …"),
        )
        first, *more = remembered(
            page,
            "scenarios.gets",
            lambda: _gets(plan, function, usd, labels),
            function,
            usd,
            meanwhile=told,
        )
    st.markdown(f"**{plain(first)}**")
    if more:
        sentences(more)


def _gets(plan: Plan, function: Function, usd: Decimal, labels: Labels) -> list[str]:
    asked, found = scenarios.at_budget(plan, usd, solve=solving.solve)
    other = scenarios.beside(plan, usd)
    return costs.gets(
        asked,
        found,
        function,
        labels,
        beside=None if other is None else (other, solving.solve(other)),
    )


def next_gift(page: Page, plan: Plan) -> None:
    """Which next $25,000 adds most, as free money or for one function."""
    labels = page.catalog.labels

    def told() -> tuple[str, list[str]]:
        made = next_step.gifts(plan, solve=solving.solve)
        return (
            next_step.claim(made, labels.functions),
            next_step.sentences(made, solving.solve(plan), labels),
        )

    meanwhile = say("Solving $25,000 for each function, a few seconds …")
    claim, lines = remembered(page, "scenarios.next_gift", told, meanwhile=meanwhile)
    heading(claim, next_step.note())
    sentences(lines)


def rules(page: Page, known: Sequence[Option]) -> None:
    """What each rule costs us."""
    told = say("Solving without each rule, about a second …")
    effects = remembered(
        page,
        "scenarios.rules",
        lambda: scenarios.rule_effects(tuple(known), solve=solving.solve),
        meanwhile=told,
    )
    heading(costs.rule_claim(effects), say("Each left out alone, plan found anew."))
    if effects:
        sentences(costs.rule_sentences(effects))


def hosts(page: Page, known: Sequence[Option]) -> None:
    """What each host's terms cost or bring."""
    told = say("Solving on each host's terms, about a second …")
    effects = remembered(
        page,
        "scenarios.hosts",
        lambda: scenarios.host_effects(tuple(known), solve=solving.solve),
        meanwhile=told,
    )
    if not effects:
        heading(say("Hosts"), say("No application says yet on which terms it hosts."))
        return
    heading(costs.host_claim(effects), costs.host_ends(effects))
    rows_as_table(costs.host_rows(effects))
    st.markdown(small(plain(costs.host_note())))
    sentences(costs.host_reasons(effects))


def commitment(page: Page) -> None:
    """What a funder would commit, year by year."""
    with calmly(say("Mend the outlook first; nothing was changed.")):
        view = solving.years_of(page)
    if not view.rows:
        heading(say("What to commit by year"), view.and_line)
        go_to_change("outlook", say("Say when we start and who pays"))
        return
    heading(costs.commitment_claim(view), costs.commitment_note(view))
    rows_as_table(costs.commitment(view))


def usual(page: Page, plan: Plan) -> None:
    """The memo's usual budgets in its own dollars and in the plan's."""
    year = plan.price_year or dollars.index(page.catalog).last
    heading(say("What backbones usually cost"), dollars.note(page.catalog, year))
    rows_as_table(list(dollars.rows(page.catalog, year)))
