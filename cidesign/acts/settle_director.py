"""Who hires the director, or who evaluates her or him, is settled."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.director import DirectorQuestion
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

WORKSHOP = "workshop.yaml"
LONGEST = 200
"""Letters of an answer; it stands in a line of the agreement."""


class SettleDirector(Shared):
    """``key``: which of the two; without ``answer`` it is open again; ``called``: what people read
    for the question.
    """

    kind: ClassVar[str] = "settle_director"
    step: ClassVar[str] = "team"
    key: DirectorQuestion
    answer: Text = ""
    called: Text = ""

    @property
    def document(self) -> str:
        return WORKSHOP

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if (letters := len(self._answer)) > LONGEST:
            what = say("it has {letters} letters", letters=letters)
            yield Problem(
                self.called or self.key, what, say("write at most {most} letters", most=LONGEST)
            )

    def change(self, record: Bundle) -> Bundle:
        return changed(record, WORKSHOP, {("director", self.key): self._answer or None})

    @property
    def _answer(self) -> str:
        return " ".join(self.answer.split())

    def told(self, who: str, record: Bundle) -> str:
        asked = (self.called or self.key).rstrip("?")
        if not self._answer:
            return say("{who} took back an answer: {question}", who=who, question=asked)
        answer = self._answer.rstrip(".")
        return say("{who} answered: {question}: {answer}", who=who, question=asked, answer=answer)
