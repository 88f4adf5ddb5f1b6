"""The fixed words that a column of a table may hold, and what people read for each."""

from enum import StrEnum
from typing import Any, Self

from pydantic import BeforeValidator

from cidesign.domain.problem import Wrong
from cidesign.domain.value import shown
from cidesign.text import say


class Worded(StrEnum):
    """One word of such a column, with what people read for it (the id of a sentence)."""

    in_words: str

    def __new__(cls, word: str, in_words: str) -> Self:
        one = str.__new__(cls, word)
        one._value_ = word
        one.in_words = in_words
        return one

    @classmethod
    def of(cls, word: str) -> Self:
        """The one that is written so."""
        return next(one for one in cls if one == word)


def word_of(kind: type[StrEnum], first: StrEnum) -> BeforeValidator:
    """What a cell says as one of these words, in any spelling of capitals and spaces; ``first``
    where it is blank.
    """

    def read(written: Any) -> Any:
        told = "_".join(str(written).split()).casefold()
        if told and told not in tuple(kind):
            raise Wrong(
                say("{word} is none of the words for it", word=shown(str(written))),
                say("write one of {known}", known=", ".join(one for one in kind if one)),
            )
        return kind(told) if told else first

    return BeforeValidator(read)
