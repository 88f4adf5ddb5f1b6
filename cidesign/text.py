"""Every sentence on a screen or in a memo goes through here, so that it can be said in another language: whole, with named slots.

``say("{budget} pays for {fte} posts.", budget=…, fte=…)`` says one sentence. ``say_count`` chooses between one and many.
``mark`` names a sentence that stands in a table of words and is said later, by ``say``. English is the language of the code.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

ENGLISH = gettext.NullTranslations()
_speaking: ContextVar[gettext.NullTranslations] = ContextVar("speaking", default=ENGLISH)


def say(sentence: str, /, **slots: Any) -> str:
    """The sentence in the reader's language, its slots filled; people's own words go into slots, never into the sentence.

    Raises:
        KeyError: a slot of the sentence is not given.
    """
    said = _speaking.get().gettext(sentence) if sentence else ""
    return said.format(**slots) if slots else said


def say_count(one: str, many: str, number: int, /, **slots: Any) -> str:
    """One of two sentences, by number: ``say_count("{n} post", "{n} posts", 3, n="3")``."""
    said = _speaking.get().ngettext(one, many, number)
    return said.format(**slots) if slots else said


def mark(sentence: str, /) -> str:
    """The sentence itself; marks it for translators where it stands in a table and ``say`` comes later."""
    return sentence


@contextmanager
def speaking(language: gettext.NullTranslations) -> Iterator[None]:
    """Say everything inside in this language."""
    before = _speaking.set(language)
    try:
        yield
    finally:
        _speaking.reset(before)
