"""A committee answers a question about itself from 0 (not at all) to 4 (fully), such as whether it
has a common agenda.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.choices import HIGHEST_ANSWER
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text, plain
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

WORKSHOP = "workshop.yaml"


class AnswerCheck(Shared):
    """``answer`` None leaves the question open again; ``called``: what people read for it."""

    kind: ClassVar[str] = "answer_check"
    step: ClassVar[str] = "initiative"
    check: Text
    answer: Decimal | None
    called: Text = ""

    @property
    def document(self) -> str:
        return WORKSHOP

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.answer is not None and not 0 <= self.answer <= HIGHEST_ANSWER:
            yield Problem(
                f"{WORKSHOP}: initiative.checks.{self.check}",
                say("{answer} is off the scale", answer=plain(self.answer)),
                say(
                    "write an answer from 0 (not at all) to {highest} (fully)",
                    highest=HIGHEST_ANSWER,
                ),
            )

    def change(self, record: Bundle) -> Bundle:
        return changed(record, WORKSHOP, {("initiative", "checks", self.check): self.answer})

    def told(self, who: str, record: Bundle) -> str:
        on = self.called or self.check
        if self.answer is None:
            return say("{who} took back an answer: {question}", who=who, question=on)
        given = plain(self.answer)
        return say("{who} answered {answer} of 4: {question}", who=who, answer=given, question=on)
