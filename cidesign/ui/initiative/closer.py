"""What one may look at more closely on the page Initiative: our common agenda, the equity mirror,
how ready we are and what to do first, other forms and a lean start, what is good to know.
"""

import streamlit as st

from cidesign.charts import readiness
from cidesign.text import say
from cidesign.ui.initiative import agenda, backbones, mirror
from cidesign.ui.kit.blocks import written_rows
from cidesign.ui.kit.evidence import evidence, heading, rows_as_table, sentences
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.worth_knowing import worth_knowing
from cidesign.views.initiative import advice, words
from cidesign.views.initiative.backbones import at_work
from cidesign.views.initiative.view import InitiativeView


def closer(page: Page, view: InitiativeView) -> tuple[Layer, ...]:
    """The page's tabs; what rests on answers only once there are some."""
    ready = Layer("how-ready", say("How ready are we?"), lambda: _ready(page, view))
    table = Layer("in-a-table", say("In a table"), lambda: _table(view))
    several = Layer("backbones", say("Backbones at work"), lambda: backbones.side_by_side(page))
    return (
        *((several,) if at_work(page.bundle) else ()),
        Layer("agenda", say("Our common agenda"), lambda: agenda.draw(page)),
        Layer("equity-mirror", say("Equity mirror"), lambda: mirror.draw(page)),
        *((ready,) if view.readiness.answered or words.to_do_first(view) else ()),
        Layer("other-forms", say("Another form, or a lean start?"), lambda: _forms(page, view)),
        *((table,) if view.conditions.answered else ()),
        Layer("good-to-know", say("Good to know"), lambda: _good_to_know(page, view)),
    )


def _ready(page: Page, view: InitiativeView) -> None:
    if view.readiness.answered:
        _signs(page, view)
    if words.to_do_first(view):
        _first(view)


def _signs(page: Page, view: InitiativeView) -> None:
    signs = words.rows(view.readiness, view)
    evidence(
        words.readiness_claim(view),
        say("Your answers, 0 to 4. Weak: 0 or 1."),
        remembered(
            page, "initiative.signs", lambda: readiness.draw(signs, mode=page.mode), page.mode
        ),
        alt=readiness.alt(signs),
        key="initiative.signs",
        rows=readiness.table(signs),
    )


def _first(view: InitiativeView) -> None:
    heading(
        say("What to do first"),
        say("Weakest first: what a start needs, then conditions, then principles."),
    )
    sentences(words.to_do_first(view))


def _forms(page: Page, view: InitiativeView) -> None:
    heading(advice.forms_claim(view))
    written_rows(page, "initiative.forms", lambda: advice.form_rows(view, fitting=True))
    if others := advice.form_rows(view, fitting=False):
        with st.expander(say("The other forms, and when each fits")):
            written_rows(page, "initiative.other_forms", lambda: others)
    heading(say("A lean start: part-time, in kind or shared"))
    sentences(advice.lean_lines(view.lean))


def _table(view: InitiativeView) -> None:
    heading(words.conditions_claim(view))
    rows_as_table(readiness.table(words.rows(view.conditions, view)))


def _good_to_know(page: Page, view: InitiativeView) -> None:
    worth_knowing(page, "equity", say("Questions of equity"))
    worth_knowing(page, "collective_activity", say("What such initiatives do together"))
    worth_knowing(page, "pathway", say("What holds a common path together"))
    heading(say("Where these questions come from"))
    sentences(advice.source_lines(view, page.catalog))
