"""What the page Team works out once for each state of a workshop: the plan, what holds it back,
what the next dollars add.
"""

import streamlit as st

from cidesign.domain.allocation import FrontierPoint
from cidesign.text import mark, say
from cidesign.ui.kit import solving
from cidesign.ui.kit.choices import segments
from cidesign.ui.kit.contents import page_of
from cidesign.ui.kit.current import address
from cidesign.ui.kit.evidence import heading, rows_as_table
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.reasons import reasons
from cidesign.ui.kit.remembered import remembered, worked_out
from cidesign.ui.kit.words import plain, small
from cidesign.views.team import funders_form, pay
from cidesign.views.team import reasons as team_reasons
from cidesign.views.team import view as team
from cidesign.views.team.view import TeamView
from cidesign.views.team.words import NextMoney

TOLD = {"each": mark("Each post and purchase"), "form": mark("As a funder's form")}


def view(page: Page, host: str) -> TeamView | None:
    """The plan the budget buys, on this host's terms; None where there is no plan yet.

    Raises:
        BadInput: what must be mended in the plan.
    """

    def made() -> TeamView | None:
        return team.view(page.bundle, page.catalog, host=host, solve=solving.solve)

    return remembered(
        page, "team.view", made, host, meanwhile=say("Solving the plan, a second or two …")
    )


def paid(page: Page, shown: TeamView, host: str) -> None:
    """Everything the plan pays for in a table, each post and purchase or as funders ask for it, and
    what hiring costs beside it.
    """
    heading(say("Everything the plan pays for"))
    told = segments(
        say("Told by"),
        list(TOLD),
        default="each",
        format_func=lambda id: say(TOLD[id]),
        required=True,
        label_visibility="collapsed",
        key="team.paid_by",
    )
    if told == "form":
        _funders_form(page, shown, host)
        return
    rows_as_table(
        remembered(
            page, "team.spending", lambda: pay.paid_rows(page.bundle, page.catalog, shown), host
        )
    )
    hiring = remembered(
        page,
        "team.hiring",
        lambda: pay.hiring_note(shown.found),
        host,
    )
    if hiring:
        st.markdown(small(plain(hiring)))
        st.page_link(
            page_of("outlook"), label=say("See the first year on Outlook"), query_params=address()
        )


def _funders_form(page: Page, shown: TeamView, host: str) -> None:
    """The same money by the lines of a funder's form."""
    rows = remembered(
        page,
        "team.funders_form",
        lambda: funders_form.form_rows(shown.plan, shown.found, page.catalog, shown.labels),
        host,
    )
    rows_as_table(rows)
    note = say(
        "Where a purchase stands is chosen at the purchase: Change what it rests on, Purchases."
    )
    st.markdown(small(plain(note)))


def holds_back(page: Page, shown: TeamView, host: str) -> None:
    """The rules that keep the plan from a better score."""
    heading(say("What holds us back"), say("Rules that, relaxed alone, would raise the score."))
    told = say("Relaxing one rule after the other, a second or two …")
    held = worked_out(
        page, "team.held", lambda: solving.explain(shown.plan).held, host, meanwhile=told
    )
    reasons(team_reasons.holds_back(shown.plan, held, shown.labels.of_a_plan))


def next_money(
    page: Page, shown: TeamView, host: str
) -> tuple[tuple[FrontierPoint, ...], NextMoney]:
    """The best plans at budgets around ours, and in words what the next $25,000 change."""
    told = say("Comparing eleven budgets around ours, a few seconds …")
    points = worked_out(
        page, "team.points", lambda: solving.explore(shown.plan), host, meanwhile=told
    )
    return points, remembered(
        page, "team.more", lambda: team.next_money(shown, solve=solving.solve), host
    )
