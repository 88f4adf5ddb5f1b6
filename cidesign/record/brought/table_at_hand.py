"""The table that is being read, with the workshop it is for and what people have answered about
it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cidesign.domain.problem import Problem
from cidesign.domain.workshop import Bundle
from cidesign.record.brought.grids import Grid
from cidesign.record.brought.spelling import folded
from cidesign.record.brought.understood import Answers, Choice, Topic
from cidesign.text import say

MOST_TOLD = 5


@dataclass(frozen=True)
class TableAtHand:
    """One sheet, or several of one form.

    Args:
        name: of the file.
        grids: the sheets that are read together, mostly one.
        bundle: the workshop.
        answers: what people said about it.
        separator: between cells; empty for a workbook.
    """

    name: str
    grids: tuple[Grid, ...]
    bundle: Bundle
    answers: Answers
    separator: str = ""

    def answer(self, about: str, word: str = "") -> str:
        """What was answered; empty where nothing was. Capitals and spaces do not matter."""
        exactly = self.answers.get(Topic(about, word))
        if exactly is not None:
            return exactly.strip()
        told = folded(word)
        return next(
            (
                one.strip()
                for topic, one in self.answers.items()
                if topic.about == about and folded(topic.word) == told
            ),
            "",
        )


@dataclass
class Findings:
    """What is found while a table is read."""

    choices: list[Choice] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: dict[str, list[str]] = field(default_factory=dict)
    either: list[str] = field(default_factory=list)

    def note(self, about: str, example: str) -> None:
        """Something that is told once, with its first few places."""
        self.seen.setdefault(about, []).append(example)

    def ask_which_sign(self) -> None:
        """Ask once how numbers are meant that can be read two ways."""
        if not self.either:
            return
        ask = say("Is {cell} a whole number or a decimal?", cell=self.either[0])
        options = (
            ("point", say("A point parts the decimals: 18.000 is 18")),
            ("comma", say("A comma parts the decimals: 18.000 is 18,000")),
        )
        self.choices.append(Choice(Topic("decimals"), ask, options))

    def told_notes(self) -> None:
        """Write what was noted, one sentence for each."""
        for about, examples in self.seen.items():
            listed = "; ".join(examples[:MOST_TOLD])
            more = len(examples) - MOST_TOLD
            if more > 0:
                listed = say("{listed}; and {more} more", listed=listed, more=more)
            self.odd.append(say(about, listed=listed))

    def answered(self, choice: Choice, values: Mapping[str, object]) -> None:
        """An answer that is none of those there are becomes a problem."""
        if choice.chosen and choice.chosen not in values:
            self.problems.append(
                Problem(
                    f"--{choice.topic.about} {choice.topic.word}".strip(),
                    say('"{word}" is none of the answers', word=choice.chosen[:60]),
                    say("write one of {words}", words=", ".join(list(values)[:12])),
                )
            )
