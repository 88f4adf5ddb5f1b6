"""A committee's answer to a question to talk about is kept, changed or taken back."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.answers import ANSWERS, LONGEST, LONGEST_NAME, against_answers
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows, without_rows
from cidesign.text import say


class KeepAnswer(Shared):
    """``of``: the page of the question; ``asked``: its words. Without an answer and an owner it is
    taken back.
    """

    kind: ClassVar[str] = "keep_answer"
    step: ClassVar[str] = "overview"
    hidden: ClassVar[frozenset[str]] = frozenset({"answer", "said_by", "owner"})
    of: Id
    question: Id
    asked: Text = ""
    answer: Text = ""
    said_by: Text = ""
    owner: Text = ""
    due: Text = ""

    @property
    def document(self) -> str:
        return ANSWERS

    @property
    def page(self) -> str:
        return self.of

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if swayed := against_answers(record, self.of):
            yield swayed.at(say("Answer"))
        for where, said, most in (
            (say("Answer"), self.answer, LONGEST),
            (say("Who said it"), self.said_by, LONGEST_NAME),
            (say("Who follows it up"), self.owner, LONGEST_NAME),
        ):
            if (letters := len(" ".join(said.split()))) > most:
                what = say("it has {letters} letters", letters=letters)
                yield Problem(where, what, say("write at most {most} letters", most=most))
        if self.due and not self.owner.strip():
            yield Problem(
                say("By when"),
                say("there is a day, and nobody who follows it up"),
                say("say who follows it up, or take the day out"),
            )

    def change(self, record: Bundle) -> Bundle:
        if self._takes_back:
            return without_rows(record, ANSWERS, {"question": self.question})
        row = {
            "question": self.question,
            "page": self.of,
            "answer": self.answer,
            "said_by": self.said_by,
            "owner": self.owner,
            "due": self.due,
        }
        return with_rows(record, ANSWERS, [row], key=["question"])

    @property
    def _takes_back(self) -> bool:
        return not (self.answer.strip() or self.owner.strip())

    def told(self, who: str, record: Bundle) -> str:
        asked = (self.asked or self.question).rstrip("?")
        if self._takes_back:
            return say("{who} took back the answer to: {question}", who=who, question=asked)
        return say("{who} kept the answer to: {question}", who=who, question=asked)
