"""What somebody probably meant by a word we do not know."""

from collections.abc import Iterable
from difflib import get_close_matches

from cidesign.domain.problem import Problem
from cidesign.domain.value import shown

MOST_LISTED = 12


def nearest(word: str, known: Iterable[str]) -> str:
    """A remedy for an unknown word: the nearest known one, else all of them (the first 12)."""
    words = sorted(known)
    for match in get_close_matches(word.casefold(), [one.casefold() for one in words], n=1):
        return f"did you mean {next(one for one in words if one.casefold() == match)}"
    if not words:
        return "there is none to choose from"
    more = f" and {len(words) - MOST_LISTED} more" if len(words) > MOST_LISTED else ""
    return f"write one of {', '.join(words[:MOST_LISTED])}{more}"


def unknown(where: str, kind: str, word: str, known: Iterable[str]) -> Problem:
    """The problem of a word that names nothing of its kind."""
    return Problem(where, f"{shown(word)} is no {kind} we know", nearest(word, known))
