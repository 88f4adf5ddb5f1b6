"""What a page about the backbone shows where a director is chosen: why, and the way on."""

from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.ui.kit.answer import answer, question
from cidesign.ui.kit.contents import go, go_to_workshops
from cidesign.views.initiative.words import not_needed_because


def director_instead(asks: str, bundle: Bundle) -> None:
    """The page's question, and an answer that leads on. ``asks``: the question."""
    question(asks)
    with answer(not_needed_because(bundle), say("Here you choose who leads the backbone.")):
        go("process", say("Go to Process"))
    if bundle.workshop.search and bundle.workshop.search.of:
        go_to_workshops(bundle.workshop.search.of)
