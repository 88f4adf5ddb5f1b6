"""The answer card once a page is decided: what was decided and when, then whether the figures still
say the same.
"""

from collections.abc import Sequence

from cidesign.domain.dates import day
from cidesign.domain.workshop import Decision
from cidesign.text import say
from cidesign.ui.kit.page import Page


def decided(
    page: Page, answer: str, and_line: str, *, first: Sequence[str] | None = None
) -> tuple[str, str]:
    """The two lines of the answer card; as they are while nothing is decided, and where nothing has
    to be.

    Args:
        answer: what the figures say; stays in sight.
        and_line: what else matters most.
        first: where one of several is chosen, the ids the figures put first: the choice becomes the
            headline. None where nothing is chosen: the figures stay the headline.
    """
    held = page.bundle.decisions.latest(page.name)
    if held is None or not page.catalog.needs(page.step, page.bundle.workshop):
        return answer, and_line
    if first is None:
        return answer, f"{_told(held)} {and_line}".rstrip()
    return _chosen(held), f"{_when(held)} {_beside(held, answer, first)} {and_line}".rstrip()


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "?", "!"))


def _chosen(held: Decision) -> str:
    return held.what if _is_sentence(held.what) else say("We chose: {what}.", what=held.what)


def _when(held: Decision) -> str:
    return say("Decided {at}.", at=day(held.at)) if held.at else say("Decided.")


def _told(held: Decision) -> str:
    what = held.what if _is_sentence(held.what) else f"{held.what}."
    return (
        say("Decided {at}: {what}", at=day(held.at), what=what)
        if held.at
        else say("Decided: {what}", what=what)
    )


def _beside(held: Decision, answer: str, first: Sequence[str]) -> str:
    id = str(held.figures.get("chosen", ""))
    if not id or not first:
        return say("The figures: {answer}", answer=answer)
    if id in first:
        return say("The figures agree: {answer}", answer=answer)
    return say("The figures put another first: {answer}", answer=answer)
