"""A fact: a figure with its range, unit, date, basis and source. And the source itself."""

from datetime import date
from enum import StrEnum

from pydantic import model_validator

from cidesign.domain.problem import Wrong
from cidesign.domain.value import Exact, Id, Model, Text, plain
from cidesign.text import mark, say


class Basis(StrEnum):
    """Where a value comes from."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    JUDGED = "judged"
    ASSUMED = "assumed"

    @property
    def in_words(self) -> str:
        """What people read for it."""
        return say(_IN_WORDS[self])


_IN_WORDS = {
    Basis.PUBLISHED: mark("published"),
    Basis.COMPUTED: mark("computed"),
    Basis.JUDGED: mark("judged from words"),
    Basis.ASSUMED: mark("assumed"),
}


class Fact(Model):
    """Exactly six keys, all of them, always. ``range``: honest bounds the value lies within."""

    value: Exact
    range: tuple[Exact, Exact]
    unit: Text
    as_of: date
    basis: Basis
    source: Id

    @model_validator(mode="after")
    def _value_lies_in_its_range(self) -> "Fact":
        low, high = self.range
        if not low <= self.value <= high:
            raise Wrong(
                say(
                    "{value} lies outside {low} to {high}",
                    value=plain(self.value),
                    low=plain(low),
                    high=plain(high),
                ),
                say("widen the range or mend the value"),
                at=".range",
            )
        return self

    @property
    def assumed(self) -> bool:
        """Whether the screen must call it an assumption."""
        return self.basis is Basis.ASSUMED


class Source(Model):
    """Where figures or words come from; ``secondary`` where a copy or another's report was read."""

    id: Id
    title: Text
    publisher: Text = ""
    year: Text = ""
    url: Text = ""
    read_as: Text = ""
    secondary: bool = False

    @property
    def name(self) -> str:
        """Who published it; its title where nobody is named."""
        return self.publisher or self.title

    @property
    def in_short(self) -> str:
        """Who published it and when."""
        return ", ".join(part for part in (self.name, self.year) if part)

    @property
    def in_full(self) -> str:
        """Its title, who published it, when, and as what it was read."""
        return (
            ". ".join(
                part for part in (self.title, self.publisher, self.year, self.read_as) if part
            )
            + "."
        )
