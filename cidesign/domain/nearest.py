"""What somebody probably meant by a word we do not know."""

from collections.abc import Iterable
from difflib import get_close_matches

from cidesign.domain.problem import Problem
from cidesign.domain.value import shown

MOST_LISTED = 12
_LONGEST = 80


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like this one, if any does; capitals do not matter."""
    by_small = {one.casefold(): one for one in sorted(known)}
    found = get_close_matches(word[:_LONGEST].casefold().strip(), by_small, n=1)
    return by_small[found[0]] if found else None


def instead(word: str, known: Iterable[str]) -> str:
    """What to write in place of an unknown word: the nearest known one, else all of them (the first 12)."""
    words = sorted(known)
    if near := nearest(word, words):
        return f"did you mean {near}?"
    if not words:
        return "there is none to choose from"
    more = f" and {len(words) - MOST_LISTED} more" if len(words) > MOST_LISTED else ""
    return f"write one of {', '.join(words[:MOST_LISTED])}{more}"


def unknown(where: str, kind: str, word: str, known: Iterable[str]) -> Problem:
    """The problem of a word that names nothing of its kind."""
    return Problem(where, f"{shown(word)} is no {kind} we know", instead(word, known))
