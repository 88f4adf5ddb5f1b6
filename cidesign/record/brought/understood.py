"""What was understood of a table before anything is written: its columns, whom and what its words
name, what is left out, what is odd, what is open, and the rows that would be written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cidesign.domain.problem import Problem
from cidesign.record.brought.spelling import Found
from cidesign.text import mark, say


@dataclass(frozen=True, order=True)
class Topic:
    """What a question is about: ``about`` is the name of the option that answers it, ``word`` what
    stands in the table, such as a header or a name.
    """

    about: str
    word: str = ""


Answers = Mapping[Topic, str]
NO_ANSWERS: Answers = {}
OPTIONS: Mapping[str, str] = {
    "as": mark("What kind of table it is"),
    "sheet": mark("Which sheet is read"),
    "header": mark("In which row the names of the columns stand"),
    "column": mark("What a column holds"),
    "member": mark("Whom a name means"),
    "candidate": mark("Which candidate a name means"),
    "criterion": mark("Which criterion a name means"),
    "partner": mark("Which partner a name means"),
    "all": mark("What holds for the whole table"),
    "cell": mark("What a cell stands for"),
    "below": mark("Whether what a column names holds for the rows below"),
    "decimals": mark("Whether a point or a comma parts the decimals"),
    "twice": mark("Which of two rows counts"),
    "row": mark("Whether a row is read"),
}
"""Every question there can be, by the option that answers it."""
WHOLE_TABLE = frozenset({"as", "sheet", "header", "decimals", "twice"})
"""Asked once for a table, so that the option needs no word of it."""
KEEP, LEAVE_OUT, BLANK = "keep", "leave-out", "blank"


@dataclass(frozen=True)
class Choice:
    """Something that was found out or asked, and can be put right.

    Args:
        topic: what it is about.
        ask: the question, as a sentence.
        options: each answer and what people read for it.
        chosen: the answer that holds; empty while it is open.
        how: how it was found.
        place: where it stands, such as a column's letter; empty where that says nothing.
    """

    topic: Topic
    ask: str
    options: tuple[tuple[str, str], ...]
    chosen: str = ""
    how: Found = Found.NOTHING
    place: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody must answer before anything is written."""
        return not self.chosen

    @property
    def reads(self) -> str:
        """What people read for the answer that holds."""
        return dict(self.options).get(self.chosen, self.chosen)

    def option(self, answer: str) -> str:
        """The option of the command line that gives this answer."""
        value = _quoted(answer)
        if self.topic.about in WHOLE_TABLE:
            return f"--{self.topic.about} {value}"
        return f"--{self.topic.about} {_quoted(self.topic.word)}={value}"


def _quoted(text: str) -> str:
    plain = text and all(letter.isalnum() or letter in "_-.:@" for letter in text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$").replace("`", "\\`")
    return text if plain else f'"{escaped}"'


@dataclass(frozen=True)
class Counts:
    """How many rows are new, change what counts here, or say the same."""

    new: int = 0
    changed: int = 0
    same: int = 0

    @property
    def to_write(self) -> int:
        """How many rows something would be written for."""
        return self.new + self.changed


@dataclass(frozen=True)
class Understood:
    """A table that was read, and not yet acted on.

    Args:
        name: of the file.
        kind: id of the kind of table; empty while that is open.
        sheet: name of the sheet that was read; empty where the file is one table.
        shape: how the table is laid out, in words.
        choices: everything that was matched, open questions among it, in the order of the table.
        left_out: what is not read, and why, one sentence each.
        odd: what was read, but should be looked at, one sentence each.
        problems: what must be mended in the file; no answer settles it.
        rows: cells by column of the record, ready to be written.
        counts: of these rows, compared with what counts here.
        content: the table as the act that writes it wants it; empty while anything is in the way.
    """

    name: str
    kind: str = ""
    sheet: str = ""
    shape: str = ""
    choices: tuple[Choice, ...] = ()
    left_out: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    rows: tuple[Mapping[str, str], ...] = ()
    counts: Counts = field(default_factory=Counts)
    content: bytes = b""

    @property
    def questions(self) -> tuple[Choice, ...]:
        """What is open."""
        return tuple(one for one in self.choices if one.is_open)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is open and nothing must be mended."""
        return not self.questions and not self.problems

    @property
    def counted(self) -> str:
        """How many rows are new, changed and the same, as a sentence."""
        return say(
            "{new} new, {changed} changed, {same} the same.",
            new=self.counts.new,
            changed=self.counts.changed,
            same=self.counts.same,
        )
