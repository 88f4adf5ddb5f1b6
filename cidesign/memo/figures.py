"""The figures of a memo: each knows what it is, how it is written, and where it stands or what
computed it.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from string import Formatter
from typing import Literal

from cidesign.domain.dates import day as written_day
from cidesign.domain.fact import Fact
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


Sentence = tuple[Span, ...]
Part = Figure | Span | Sentence
NOTHING: Sentence = ()


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
    return tuple(spans)


def sentence(part: Part) -> Sentence:
    """A figure or a piece as a sentence of its own."""
    if isinstance(part, Figure):
        return (Span(part.text, "figure", part),)
    return (part,) if isinstance(part, Span) else part


def own(text: str, *, most: int = 0) -> Sentence:
    """People's own words, as text and nothing else; cut after ``most`` letters where that is
    given.
    """
    kept = legible(unicodedata.normalize("NFC", text)).replace("\r", "").strip()
    if most and len(kept) > most:
        return (Span(kept[: most - 1].rstrip(), "own"), Span("…"))
    return (Span(kept, "own"),) if kept else NOTHING


def known(text: str) -> Sentence:
    """Words of the catalog."""
    return (Span(text, "known"),) if text else NOTHING


def inside(part: Sentence) -> Sentence:
    """Words of the catalog in the middle of a sentence."""
    first, *rest = part
    text = first.text[:1].lower() + first.text[1:] if first.kind == "known" else first.text
    return (replace(first, text=text), *rest)


def day(at: str) -> Sentence:
    """A date; text that is no date as the words somebody wrote."""
    written = written_day(at)
    return (Span(written, "day"),) if written != at else own(at)


def stands_in(where: str) -> Sentence:
    """Where a figure stands, in the list of all figures."""
    return (Span(legible(where), "file"),)


PAGE: Sentence = (Span("", "page"),)
PAGES: Sentence = (Span("", "pages"),)
"""The number of a page, and of all pages; whoever lays out a memo fills them in."""


def plain_text(said: Sentence) -> str:
    """A sentence without its marks."""
    return "".join(span.text for span in said)


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
    return tuple(spans)


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


def from_fact(text: str, fact: Fact, what: Sentence, address: str) -> Figure:
    """A figure of the catalog, with its source and whether it is assumed."""
    return Figure(text, fact.value, fact.unit, what, address, fact.source, fact.assumed)


def on_record(
    text: str, value: Value, unit: str, what: Sentence, address: str, fact: Fact | None = None
) -> Figure:
    """A figure that stands in our record; where it is still the usual value of the catalog, it
    keeps that fact's source and mark.
    """
    if fact is not None and fact.value == value:
        return Figure(text, value, unit, what, address, fact.source, fact.assumed)
    return Figure(text, value, unit, what, address)
