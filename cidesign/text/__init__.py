"""Every sentence on a screen or in a memo goes through here, so that it can be said in another
language: whole, with named slots.

``say("{budget} pays for {fte} posts.", budget=…, fte=…)`` says one sentence. ``say_count`` chooses
between one and many. ``mark`` names a sentence that stands in a table of words and is said later,
by ``say``. English is the language of the code.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any


class Language(gettext.NullTranslations):
    """A language to speak: its code, such as ``de``, and its sentences where they were read.
    English needs none.
    """

    def __init__(self, code: str = "en") -> None:
        super().__init__()
        self.code = code


ENGLISH = Language()
_speaking: ContextVar[Language] = ContextVar("speaking", default=ENGLISH)


def say(sentence: str, /, **slots: Any) -> str:
    """The sentence in the reader's language, its slots filled; people's own words go into slots,
    never into the sentence.

    Raises:
        KeyError: a slot of the sentence is not given.
    """
    language = _speaking.get()
    said = sentence if language is ENGLISH or not sentence else language.gettext(sentence)
    return said.format(**slots) if slots else said


def say_count(one: str, many: str, number: int, /, **slots: Any) -> str:
    """One of two sentences, by number: ``say_count("{n} post", "{n} posts", 3, n="3")``."""
    said = _speaking.get().ngettext(one, many, number)
    return said.format(**slots) if slots else said


def mark(sentence: str, /) -> str:
    """The sentence itself; marks it for translators where it stands in a table and ``say`` comes
    later.
    """
    return sentence


def spoken() -> Language:
    """The language that is spoken now; part of the name of whatever is kept with sentences in
    it.
    """
    return _speaking.get()


def speak(language: Language) -> None:
    """Say everything from here on in this language, until somebody speaks another; for a page,
    which ends with its drawing.
    """
    _speaking.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Say everything inside in this language."""
    before = _speaking.set(language)
    try:
        yield
    finally:
        _speaking.reset(before)
