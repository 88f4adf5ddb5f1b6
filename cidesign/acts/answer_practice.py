"""A committee says whether it has a practice of equity, such as paying residents for their time."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.guidance import Practiced
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

WORKSHOP = "workshop.yaml"


class AnswerPractice(Shared):
    """``called``: what people read for the practice."""

    kind: ClassVar[str] = "answer_practice"
    step: ClassVar[str] = "initiative"
    practice: Id
    answer: Practiced
    called: Text = ""

    @property
    def document(self) -> str:
        return WORKSHOP

    def change(self, record: Bundle) -> Bundle:
        place = ("initiative", "practices", self.practice)
        return changed(record, WORKSHOP, {place: str(self.answer)})

    def told(self, who: str, record: Bundle) -> str:
        return say(
            "{who} answered {answer}: {practice}",
            who=who,
            answer=say(self.answer.in_words),
            practice=self.called or self.practice,
        )
