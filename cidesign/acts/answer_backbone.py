"""Whether somebody does a backbone's work already: no, one does, or several do."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import mark, say

WORKSHOP = "workshop.yaml"
ANSWERS = {
    "no": mark("{who} answered that nobody does a backbone's work here yet"),
    "yes": mark("{who} answered that an organization does a backbone's work here already"),
    "several": mark("{who} answered that several organizations do a backbone's work here already"),
}


class AnswerBackbone(Shared):
    """``answer``: one of ``ANSWERS``. With a round open or scores given, "yes" would leave the
    choice of a host out without a word.
    """

    kind: ClassVar[str] = "answer_backbone"
    step: ClassVar[str] = "initiative"
    answer: Text

    @property
    def document(self) -> str:
        return WORKSHOP

    def problems(self, record: Bundle) -> Iterator[Problem]:
        scored = any(one.score is not None for one in record.scores)
        if self.answer == "yes" and (record.workshop.round_is_open or scored):
            yield Problem(
                say("A backbone that works already"),
                say("candidates were scored, and no ranking is skipped without a reason"),
                say("close the round and decide on the page Compare, with the reason"),
            )

    def change(self, record: Bundle) -> Bundle:
        return changed(record, WORKSHOP, {("initiative", "existing_backbone"): self.answer})

    def told(self, who: str, record: Bundle) -> str:
        return say(ANSWERS[self.answer], who=who)
