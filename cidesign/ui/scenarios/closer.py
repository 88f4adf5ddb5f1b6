"""What one may look at more closely on the page Scenarios: one function, the next dollars,
hosts and rules, what to commit by year, saved scenarios.
"""

from collections.abc import Sequence

import streamlit as st

from cidesign.charts import scenarios as chart
from cidesign.text import say
from cidesign.ui.kit.blocks import written_rows
from cidesign.ui.kit.contents import go_to_change
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain
from cidesign.ui.kit.worth_knowing import paid_for
from cidesign.ui.outlook import carrying
from cidesign.ui.scenarios import budget_line, funder, inputs
from cidesign.ui.scenarios import evidence as scenario_evidence
from cidesign.views.scenarios import words
from cidesign.views.scenarios.view import Option, Side


def closer(
    page: Page, known: Sequence[Option], sides: Sequence[Side], drawn: Sequence[chart.Plan]
) -> tuple[Layer, ...]:
    """The page's tabs."""
    return (
        Layer("next-dollars", say("Which $25,000 next?"), lambda: _next(page, known)),
        Layer("hosts-and-rules", say("What do hosts and rules cost?"), lambda: _costs(page, known)),
        Layer("one-function", say("Ask about one function"), lambda: _one(page, known, sides)),
        Layer("by-year", say("What to commit by year"), lambda: _by_year(page, known, sides)),
        Layer(carrying.LAYER, say("What promised money carries"), lambda: _carried(page, sides)),
        Layer("saved", say("Saved scenarios"), lambda: _saved(page, known, sides)),
        Layer("in-a-table", say("In a table"), lambda: _table(page, sides, drawn)),
    )


def _next(page: Page, known: Sequence[Option]) -> None:
    plan = known[0].plan
    budget_line.begin(plan)
    scenario_evidence.next_gift(page, plan)
    budget_line.draw(page, plan)


def _costs(page: Page, known: Sequence[Option]) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        scenario_evidence.rules(page, known)
    with right:
        scenario_evidence.hosts(page, known)


def _one(page: Page, known: Sequence[Option], sides: Sequence[Side]) -> None:
    heading(
        say("Ask about one function"),
        say("The best plan at that budget, by our rules and on our terms above."),
    )
    function, usd = inputs.one_function(page.catalog.labels.functions, words.lowest(sides))
    scenario_evidence.one_function(page, known[0].plan, function, usd)


def _by_year(page: Page, known: Sequence[Option], sides: Sequence[Side]) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        scenario_evidence.commitment(page)
    with right:
        scenario_evidence.usual(page, known[0].plan)
    paid_for(page)
    funder.link([side.option.id for side in sides[1:]])


def _carried(page: Page, sides: Sequence[Side]) -> None:
    """The posts promised money can carry over the years, for one plan and only when asked."""
    option = inputs.of_which([side.option for side in sides])
    if option is None or option.sheet is None or option.years is None:
        st.markdown(plain(say("Nobody has said yet who pays, and when the years begin.")))
        go_to_change("outlook", say("Say when we start and who pays"))
        return
    if carrying.goes_on(page, option.sheet, option.years):
        carrying.progress(page, option.sheet, option.years)
    carrying.draw(page, option.sheet, option.years)


def _saved(page: Page, known: Sequence[Option], sides: Sequence[Side]) -> None:
    heading(
        say("Saved scenarios"),
        say("Each changes a few figures; the rest follows our plan, unless it is locked."),
    )
    inputs.saved(page, known)
    funder.link([side.option.id for side in sides[1:]])


def _table(page: Page, sides: Sequence[Side], drawn: Sequence[chart.Plan]) -> None:
    if len(sides) > 1:
        heading(say("What differs from ours"))
        sentences(words.differences(sides, page.catalog.labels))
    heading(say("What each function gets"), say("Share of the hours needed."))
    labels = page.catalog.labels.functions
    written_rows(
        page,
        "scenarios.functions",
        lambda: chart.table(drawn, labels),
        *(side.option.id for side in sides),
    )
