"""What a page shows where a backbone works already, so that its step is not needed."""

from cidesign.text import say
from cidesign.ui.kit.answer import answer, question
from cidesign.ui.kit.contents import go
from cidesign.ui.kit.page import Page
from cidesign.views.initiative.words import not_needed_because


def not_needed(page: Page) -> None:
    """The page's question, and an answer that leads on to the plan."""
    question(page.question)
    with answer(
        not_needed_because(page.bundle), say("No host is chosen. Plan its team and budget next.")
    ):
        go("team", say("Go to Team and budget"))
