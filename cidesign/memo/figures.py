"""The figures and pieces that only what is handed out has: the record's own values with their
sources, days, places in files, and the numbers of pages.
"""

from cidesign.domain.dates import day as written_day
from cidesign.domain.fact import Fact
from cidesign.domain.legible import legible
from cidesign.text.sentence import Figure, Sentence, Span, Value, own

PAGE = Sentence((Span("", "page"),))
PAGES = Sentence((Span("", "pages"),))
"""The number of a page, and of all pages; whoever lays out a memo fills them in."""


def day(at: str) -> Sentence:
    """A date; text that is no date as the words somebody wrote."""
    written = written_day(at)
    return Sentence((Span(written, "day"),)) if written != at else own(at)


def stands_in(where: str) -> Sentence:
    """Where a figure stands, in the list of all figures."""
    return Sentence((Span(legible(where), "file"),))


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
