"""What somebody probably meant by a word we do not know."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

from cidesign.domain.problem import Problem
from cidesign.domain.value import shown
from cidesign.text import mark, say, say_count

MOST_LISTED = 12
_LONGEST = 80
_UNKNOWN = {
    "candidate": mark("{word} is no candidate we know"),
    "criterion": mark("{word} is no criterion we know"),
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like this one, if any does; capitals do not matter."""
    by_small = {one.casefold(): one for one in sorted(known)}
    found = get_close_matches(word[:_LONGEST].casefold().strip(), by_small, n=1)
    return by_small[found[0]] if found else None


def instead(word: str, known: Iterable[str]) -> str:
    """What to write in place of an unknown word: the nearest known one, else all of them (the first
    12).
    """
    words = sorted(known)
    if near := nearest(word, words):
        return say("did you mean {near}?", near=near)
    if not words:
        return say("there is none to choose from")
    listed, more = ", ".join(words[:MOST_LISTED]), len(words) - MOST_LISTED
    if more <= 0:
        return say("write one of {words}", words=listed)
    return say_count(
        "write one of {words} and {more} more",
        "write one of {words} and {more} more",
        more,
        words=listed,
        more=more,
    )


def unknown(
    where: str, kind: Literal["candidate", "criterion"], word: str, known: Iterable[str]
) -> Problem:
    """The problem of a word that names nothing of its kind."""
    return Problem(where, say(_UNKNOWN[kind], word=shown(word)), instead(word, known))
