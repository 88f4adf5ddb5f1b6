"""What a memo is made of: rows of page one, boxes, sections of paragraphs, lists, tables and
pictures. A report only lays it out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from cidesign.domain.fact import Source
from cidesign.text import say
from cidesign.text.sentence import NOTHING, Figure, Sentence, told

Drawing = Literal["bars", "points", "hires", "functions", "years", "reserve"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; ``note`` where it tells how to read what stands beside it."""

    said: Sentence
    note: bool = False


@dataclass(frozen=True)
class Bullets:
    """Short sentences in a list."""

    items: tuple[Sentence, ...]


@dataclass(frozen=True)
class Words:
    """Questions and answers, or other pairs of a name and what is said about it."""

    pairs: tuple[tuple[Sentence, Sentence], ...]


@dataclass(frozen=True)
class Table:
    """Rows under a head; the first ``left`` columns are words, the others figures at the right. The
    last row may be a total.
    """

    head: tuple[Sentence, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    left: int = 1
    total: bool = False
    small: bool = False


@dataclass(frozen=True)
class Bar:
    """One mark of a picture: its label, the figure written on it, its length and the length of its
    track, 0 to 1.

    Args:
        colour: id of a function, ``accent`` or ``other``.
        parts: further lengths, such as one for each candidate.
        figures: what is written for each part.
    """

    label: Sentence
    said: Sentence = NOTHING
    length: float = 0.0
    track: float = 1.0
    colour: str = "accent"
    parts: tuple[float, ...] = ()
    figures: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A chart: how it is drawn, its marks, the names of its columns, and what it says for people
    who cannot see it.
    """

    drawing: Drawing
    bars: tuple[Bar, ...]
    alt: str
    columns: tuple[Sentence, ...] = ()


Block = Paragraph | Bullets | Words | Table | Picture


@dataclass(frozen=True)
class Section:
    """A part of the evidence: a claim as its heading, and its blocks; ``own_page``: it begins on
    one.
    """

    id: str
    heading: Sentence
    blocks: tuple[Block, ...]
    level: int = 1
    own_page: bool = False


@dataclass(frozen=True)
class KeyRow:
    """A row of page one: which question, the claim, the details, and the key figure with its unit.
    ``share``: a bar, 0 to 1.
    """

    id: str
    label: Sentence
    claim: Sentence
    details: Sentence = NOTHING
    key: Sentence = NOTHING
    unit: Sentence = NOTHING
    share: float | None = None
    decided: bool = True


@dataclass(frozen=True)
class Box:
    """A tinted box of page one."""

    title: Sentence
    said: Sentence


@dataclass(frozen=True)
class Record:
    """One decision, whole. ``replaced``: a later one of the same page holds."""

    title: Sentence
    parts: tuple[tuple[Sentence, Sentence], ...]
    replaced: bool = False


@dataclass(frozen=True)
class Memo:
    """The memo, from one snapshot of the workshop.

    Args:
        title: plain text, for the file's properties.
        kicker: whose memo, and of which day; above the heading.
        marks: what every page's header must say: an example, a draft.
        warnings: what a reader must know of the rules: not sealed, broken, late, changed.
        open: what is not decided yet; empty when the memo is whole.
        answers: what we answered to questions to talk about and nobody follows up: the question,
            the answer, who said it; for the annex.
        figures: every figure once, assumptions first.
        sources: the sources behind them.
        footer: the fingerprints.
    """

    title: str
    kicker: Sentence
    heading: Sentence
    lead: Sentence
    rows: tuple[KeyRow, ...]
    boxes: tuple[Box, ...]
    sections: tuple[Section, ...]
    records: tuple[Record, ...]
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    footer: Sentence
    fingerprints: tuple[tuple[Sentence, Sentence], ...]
    marks: tuple[Sentence, ...] = ()
    warnings: tuple[Sentence, ...] = ()
    open: tuple[Sentence, ...] = ()
    answers: tuple[tuple[Sentence, Sentence, Sentence], ...] = ()
    language: str = "en"
    made_on: str = ""

    @property
    def draft(self) -> bool:
        """Whether something is not decided yet."""
        return bool(self.open)


def not_decided() -> Sentence:
    """What stands beside an answer that no decision carries yet."""
    return told(say("Not decided yet (draft)."))


@dataclass(frozen=True)
class Told:
    """What one question gives a memo: its row on page one, and its sections."""

    row: KeyRow
    sections: tuple[Section, ...] = field(default=())


def sentences_of(sections: tuple[Section, ...]) -> Iterator[Sentence]:
    """Every sentence of some sections, in reading order."""
    for section in sections:
        yield section.heading
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Sentence]:
    if isinstance(block, Paragraph):
        yield block.said
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Words):
        for name, said in block.pairs:
            yield name
            yield said
    elif isinstance(block, Table):
        yield from block.head
        for row in block.rows:
            yield from row
    else:
        yield from block.columns
        for bar in block.bars:
            yield bar.label
            yield bar.said
            yield from bar.figures


def figures_of(sentences: Iterable[Sentence]) -> tuple[Figure, ...]:
    """Every figure once, as it is written; assumptions first, otherwise in reading order."""
    found: dict[tuple[str, str], Figure] = {}
    for one in sentences:
        _gather(one, found)
    return tuple(sorted(found.values(), key=lambda figure: not figure.assumed))


def _gather(said: Sentence, found: dict[tuple[str, str], Figure]) -> None:
    for span in said:
        if span.figure and (span.figure.text, span.figure.of) not in found:
            found[span.figure.text, span.figure.of] = span.figure
            _gather(span.figure.what, found)
