"""What a page shows where this workshop does not need its step: why, and the way on."""

from cidesign.text import say
from cidesign.ui.kit.answer import answer, question
from cidesign.ui.kit.contents import go, go_to_workshops
from cidesign.ui.kit.page import Page
from cidesign.views.initiative.words import not_needed_because


def not_needed(page: Page) -> None:
    """The page's question, and an answer that leads on: to the plan where a backbone works already,
    to the candidates where a director is chosen.
    """
    question(page.question)
    if page.bundle.workshop.seeks_a_person:
        with answer(
            not_needed_because(page.bundle), say("Here you choose who leads the backbone.")
        ):
            go("process", say("Go to Process"))
        if page.bundle.workshop.search and page.bundle.workshop.search.of:
            go_to_workshops(page.bundle.workshop.search.of)
        return
    with answer(
        not_needed_because(page.bundle), say("No host is chosen. Plan its team and budget next.")
    ):
        go("team", say("Go to Team and budget"))
