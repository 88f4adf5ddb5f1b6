"""One kind of sentence for pages and memo: words with named slots, and figures that know where they
stand in the record or what computed them. Plain text is one way to print it.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from string import Formatter
from typing import Literal

from cidesign.domain.legible import legible
from cidesign.text import say

RECORD = "record"
"""The source of a figure that stands in our own record, or was computed from it."""

Value = Decimal | Fraction | float | int | str
Kind = Literal["said", "figure", "own", "known", "day", "file", "page", "pages"]
_BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


@dataclass(frozen=True)
class Figure:
    """One figure.

    Args:
        text: as it is shown, rounded.
        value: exactly; a word where the figure is a month or a fingerprint.
        unit: of ``value``, such as ``USD/year``.
        what: what it is, for the list of all figures.
        of: where it stands or what computed it, such as ``plan.yaml: funding.budget_usd``;
            docs/choices.md tells how to read it.
        source: id of a source, or ``record``.
        assumed: whether it must be called an assumption.
    """

    text: str
    value: Value
    unit: str
    what: "Sentence"
    of: str
    source: str = RECORD
    assumed: bool = False

    def shown(self, text: str) -> "Figure":
        """The same figure, written otherwise."""
        return replace(self, text=text)


@dataclass(frozen=True)
class Span:
    """A piece of a sentence: said by us, a figure, a person's own words, words of the catalog, a
    day, or where something stands.
    """

    text: str
    kind: Kind = "said"
    figure: Figure | None = None


@dataclass(frozen=True)
class Sentence:
    """What is said, piece by piece; false where nothing is."""

    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    @property
    def plain(self) -> str:
        """The sentence as text."""
        return "".join(span.text for span in self.spans)

    @property
    def heading(self) -> "Sentence":
        """The same as a heading: without our full stop at its end."""
        *before, last = self.spans or (Span(""),)
        text = last.text.removesuffix(".") if last.kind == "said" else last.text
        return Sentence((*before, replace(last, text=text)))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures, in reading order."""
        return tuple(span.figure for span in self.spans if span.figure is not None)


Part = Figure | Span | Sentence
NOTHING = Sentence()


def told(template: str, /, **slots: Part) -> Sentence:
    """A sentence in the reader's language, as ``say`` gives it without slots, with figures and
    people's words in its slots.

    A number cannot enter another way: a slot takes a figure, somebody's words or another sentence,
    never a bare text.

    Raises:
        KeyError: a slot of the sentence is not given.
    """
    spans: list[Span] = []
    for text, name, _, _ in Formatter().parse(template):
        if text:
            spans.append(Span(text))
        if name is not None:
            spans += sentence(slots[name])
    return Sentence(tuple(spans))


def sentence(part: Part) -> Sentence:
    """A figure or a piece as a sentence of its own."""
    if isinstance(part, Figure):
        return Sentence((Span(part.text, "figure", part),))
    return Sentence((part,)) if isinstance(part, Span) else part


def words(text: str) -> Sentence:
    """What was said already, as it stands."""
    return Sentence((Span(text),)) if text else NOTHING


def own(text: str, *, most: int = 0) -> Sentence:
    """People's own words, as text and nothing else; cut after ``most`` letters where that is
    given.
    """
    kept = legible(unicodedata.normalize("NFC", text)).replace("\r", "").strip()
    if most and len(kept) > most:
        return Sentence((Span(kept[: most - 1].rstrip(), "own"), Span("…")))
    return Sentence((Span(kept, "own"),)) if kept else NOTHING


def known(text: str) -> Sentence:
    """Words of the catalog."""
    return Sentence((Span(text, "known"),)) if text else NOTHING


def inside(part: Sentence) -> Sentence:
    """Words of the catalog in the middle of a sentence."""
    first, *rest = part
    text = first.text[:1].lower() + first.text[1:] if first.kind == "known" else first.text
    return Sentence((replace(first, text=text), *rest))


def in_a_row(parts: Sequence[Part]) -> Sentence:
    """Several things in a row: a, b and c."""
    if not parts:
        return NOTHING
    so_far = sentence(parts[0])
    for place, part in enumerate(parts[1:], start=1):
        template = (
            say("{several} and {last}") if place == len(parts) - 1 else say("{several}, {last}")
        )
        so_far = told(template, several=so_far, last=part)
    return so_far


def together(sentences: Iterable[Sentence]) -> Sentence:
    """Sentences one after the other; empty ones are left out."""
    spans: list[Span] = []
    for one in sentences:
        if one and spans:
            spans.append(Span(" "))
        spans += one
    return Sentence(tuple(spans))


def at(place: str, *steps: str | int) -> str:
    """Where a figure stands: ``plan.yaml: roles[0].salary_usd``; keys that are no plain word stand
    in quotes.
    """
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            key = step if _BARE.fullmatch(step) else json.dumps(step, ensure_ascii=False)
            path += f".{key}" if path else key
    return f"{place}: {path}" if path else place


def of(rule: str, *addresses: str) -> str:
    """What was computed from where: ``sum(plan: fte)``."""
    return f"{rule}({', '.join(addresses)})"
