"""One of the six questions about a backbone is settled, such as whom its staff report to."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

STRUCTURE = "structure.yaml"


class SettleQuestion(Shared):
    """``key``: of the decision in ``structure.yaml``; without ``answer`` it is open again;
    ``called``: what people read for the question.
    """

    kind: ClassVar[str] = "settle_question"
    step: ClassVar[str] = "structure"
    key: Text
    answer: Text
    called: Text = ""

    @property
    def document(self) -> str:
        return STRUCTURE

    def change(self, record: Bundle) -> Bundle:
        return changed(record, STRUCTURE, {("decision", self.key): self._answer or None})

    @property
    def _answer(self) -> str:
        return " ".join(self.answer.split())

    def told(self, who: str, record: Bundle) -> str:
        asked = self.called or self.key
        if not self._answer:
            return say("{who} took back an answer: {question}", who=who, question=asked)
        answer = self._answer.rstrip(".")
        return say("{who} answered: {question}: {answer}", who=who, question=asked, answer=answer)
