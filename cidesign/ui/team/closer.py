"""What one may look at more closely on the page Team: what each function gets, what holds us back,
what more money would add, every figure it rests on.
"""

import streamlit as st

from cidesign.charts import functions, next_dollars
from cidesign.text import say
from cidesign.ui.funding.who_pays import who_pays
from cidesign.ui.kit.evidence import as_table, evidence
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.ui.kit.worth_knowing import other_years, worth_knowing
from cidesign.ui.team import director as team_director
from cidesign.ui.team import dollars as team_dollars
from cidesign.ui.team import evidence as team_evidence
from cidesign.ui.team import figures
from cidesign.ui.team import hire as team_hire
from cidesign.views.team import words
from cidesign.views.team.view import TeamView


def closer(page: Page, view: TeamView, host: str) -> tuple[Layer, ...]:
    """The page's tabs; where no plan is possible, only what can be changed."""
    change = Layer("change", say("Change what it rests on"), lambda: figures.everything(page, view))
    hire = Layer(
        "one-can-hire",
        say("Is it a team one can hire?"),
        lambda: team_hire.hire_rules(page, host),
    )
    director = Layer(
        "director",
        say("Which director?"),
        lambda: team_director.draw(page),
    )
    if not view.found.found:
        return (who_pays(page), hire, change, director)
    return (
        Layer(
            "functions",
            say("What does each function get?"),
            lambda: _functions(page, view, host),
        ),
        Layer(
            "holds-back",
            say("What holds us back?"),
            lambda: team_evidence.holds_back(page, view, host),
        ),
        Layer("next-dollars", say("What would more money add?"), lambda: _next(page, view, host)),
        Layer(
            "paid-for",
            say("Where does each dollar go?"),
            lambda: team_dollars.where(page, view, host),
        ),
        who_pays(page),
        hire,
        director,
        change,
        Layer("good-to-know", say("Good to know"), lambda: _good_to_know(page, view)),
    )


def _functions(page: Page, view: TeamView, host: str) -> None:
    names = view.labels.functions
    figure = remembered(
        page,
        "team.functions",
        lambda: functions.draw(view.plan, view.found, names, mode=page.mode),
        host,
        page.mode,
    )
    evidence(
        say("What each function gets"),
        words.floor_note(view.plan),
        figure,
        alt=functions.alt(view.found, names),
        key="team.functions",
        rows=functions.table(view.plan, view.found, names),
    )


def _next(page: Page, view: TeamView, host: str) -> None:
    points, more = team_evidence.next_money(page, view, host)
    budget = float(view.budget_usd)
    figure = remembered(
        page,
        "team.next",
        lambda: next_dollars.draw(points, budget, mode=page.mode),
        host,
        page.mode,
    )
    note = say("Score of the best plan at each budget, of 100.")
    evidence(more.heading, note, figure, alt=next_dollars.alt(points, budget), key="team.next")
    st.markdown(small(plain(" ".join(more.details))))
    as_table(next_dollars.table(points))


def _good_to_know(page: Page, view: TeamView) -> None:
    worth_knowing(page, "forgotten_cost", say("What committees forget to budget"))
    other_years(page)
    st.markdown(small(plain(words.reading(view.plan, page.catalog))))
