"""The overview's answer and the one way on; while nothing is decided the answer is the draft plan
itself, solved once and shared with Team and budget.
"""

from cidesign.acts.decide import Decide
from cidesign.domain.problem import BadInput
from cidesign.domain.walk import Step
from cidesign.text import say
from cidesign.ui.kit import who
from cidesign.ui.kit.answer import answer
from cidesign.ui.kit.contents import go
from cidesign.ui.kit.page import Page
from cidesign.ui.team import evidence
from cidesign.views.overview.view import OverviewView
from cidesign.views.team import words
from cidesign.views.team.terms import chosen_host


def first_answer(page: Page, view: OverviewView) -> None:
    """The answer card of the overview, with the way to the one next step; for a draft nobody has
    decided on, the plan above it.
    """
    told = _plan_told(page) if view.only_begun else ""
    if told and view.next:
        with answer(
            told,
            say(
                "Every figure is there to correct, on the page it belongs to. {next}",
                next=say(view.next.said.next),
            ),
        ):
            _way_on(view.next.step)
        return
    with answer(view.answer, view.and_line):
        if view.next:
            _way_on(view.next.step)


def _way_on(step: Step) -> None:
    """The way to the next step, for who may record what is decided there."""
    if who.may(Decide):
        go(step.id, say("Go to {label}", label=say(step.label)))


def _plan_told(page: Page) -> str:
    """The plan in a sentence; empty where there is none, or where a file must be mended first."""
    try:
        seen = evidence.view(page, chosen_host(page.bundle))
    except BadInput:
        return ""
    return words.first_plan(seen.plan, seen.found) if seen else ""
