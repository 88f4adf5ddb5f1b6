"""What a word in a table names: by id, by name, or spelled a little otherwise; never where two of
ours would fit.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache

from cidesign.domain.value import unseen

_BRACKETED = re.compile(r"[\[(\{]([^\])\}]*)[\])\}]")
_NUMBERED = re.compile(r"^\s*(?:q|c|no\.?|#)?\s*\d{1,3}\s*[.):\-–]\s*", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[\[\](){}|/:;,\n>]|\s[-–—]+\s|_{2,})\s*")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z])(?=ID\b)")
_FEW = frozenset(
    [
        "a",
        "an",
        "and",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "our",
        "the",
        "this",
        "to",
        "with",
    ]
)


class Found(Enum):
    """How it is known what a word or a column stands for."""

    ASKED = "asked"
    ID = "id"
    NAME = "name"
    ALIKE = "alike"
    WORDS = "words"
    CELLS = "cells"
    WRITTEN = "written"
    NOTHING = "nothing"


def heard(*words: str) -> tuple[str, ...]:
    """Words that people write in tables, to be recognized; nobody reads them from us."""
    return words


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """A word without what differs unseen: capitals, spaces, accents' way of writing, letters that
    nobody can see.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.casefold().split())
    seen = "".join(letter for letter in text if not unseen(letter) or letter in "\t\n\r")
    return " ".join(unicodedata.normalize("NFKC", seen).casefold().split())


@lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """Letters and digits alone, accents taken off and grown-together words parted:
    ``Perceived_Neutrality`` is ``perceived neutrality``, ``teamName2`` is ``team name 2``.
    """
    told = folded(_HUMP.sub(" ", text))
    if not told.isascii():
        told = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", told)
            if not unicodedata.combining(letter)
        )
    return " ".join(_WORDS.findall(told))


def mended(text: str) -> str:
    """Text whose UTF-8 letters were once read as Windows-1252, put right: Ã± is ñ; any other text
    as it is.
    """
    if not any(letter in text for letter in "ÃÂâÄÅÐÑØÙ"):
        return text
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    return text


def pieces(text: str) -> tuple[str, ...]:
    """What may be the name inside a header: all of it, without what stands in brackets, the inside
    of the brackets, without its number, and each part between separators.
    """
    text = text[:400]
    without = _BRACKETED.sub(" ", text)
    inside = _BRACKETED.findall(text)
    bare_number = _NUMBERED.sub("", without)
    found = [text, without, bare_number, _NUMBERED.sub("", text), *inside]
    found += _PARTS.split(text) + _PARTS.split(bare_number)
    if "_" not in text.strip("_"):
        found += re.split(r"\s*[-–—]\s*", text)
    tidy = (" ".join(one.split()) for one in found)
    return tuple(dict.fromkeys(one for one in tidy if one))


@dataclass(frozen=True)
class Match:
    """What a word names, and how that was found."""

    id: str
    how: Found


@dataclass(frozen=True)
class Known:
    """The things of one kind a table may name.

    Args:
        names: by id, all the ways each may be called beside its id.
        closed: whether nothing else may be named; open lists take a word as it is written.
        loose: whether one word of a longer text is enough to name it, as with a criterion in a
            question; names of people and organizations must be there whole.
    """

    names: Mapping[str, tuple[str, ...]]
    closed: bool = True
    loose: bool = False

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, tuple[str, ...]]], *, closed: bool = True) -> "Known":
        """Things that a longer text may name by a word, from pairs of an id and its names."""
        return cls(dict(pairs), closed, loose=True)

    def find(self, word: str) -> Match | None:
        """What this word names, if it is exactly one thing: its id or name as it stands, or but
        for capitals, spaces, accents and unseen letters.
        """
        if word not in self._finds:
            self._finds[word] = self._find(word)
        return self._finds[word]

    def _find(self, word: str) -> Match | None:
        if word in self.names:
            return Match(word, Found.ID)
        if id := self._one(self._exact, " ".join(word.split())):
            return Match(id, Found.NAME)
        for key in dict.fromkeys((word, mended(word))):
            for table, fold in ((self._folded, folded), (self._bare, bare)):
                if (told := fold(key)) and (id := self._one(table, told)):
                    return Match(id, Found.ALIKE)
        return None

    def guess(self, word: str) -> Match | None:
        """What a header names that says more or less than the name: ``Reach [1-5]``,
        ``How would you rate their reach?``, ``Neutrality`` for Perceived neutrality.
        """
        if word not in self._guesses:
            self._guesses[word] = self._guess(word)
        return self._guesses[word]

    def _guess(self, word: str) -> Match | None:
        for piece in pieces(word):
            if found := self.find(piece):
                how = found.how if piece == word else Found.WORDS
                return Match(found.id, how)
        return self._by_words(word)

    def twice(self, word: str) -> tuple[str, ...]:
        """The ids that this one word could name, where there are several."""
        for table, told in ((self._exact, word), (self._folded, folded(word))):
            if len(ids := table.get(told, frozenset())) > 1:
                return tuple(sorted(ids))
        return ()

    def _by_words(self, word: str) -> Match | None:
        said = set(bare(word[:400]).split()) - _FEW
        if not said:
            return None
        inside = {id for id, names in self._tokens.items() if any(one <= said for one in names)}
        if len(inside) == 1:
            return Match(next(iter(inside)), Found.WORDS)
        if inside:
            longest = max(len(one) for id in inside for one in self._tokens[id] if one <= said)
            best = {
                id
                for id in inside
                if any(len(one) == longest and one <= said for one in self._tokens[id])
            }
            return Match(best.pop(), Found.WORDS) if len(best) == 1 else None
        if not self.loose or sum(len(one) for one in said) < 4:
            return None
        around = {id for id, names in self._tokens.items() if any(said <= one for one in names)}
        return Match(around.pop(), Found.WORDS) if len(around) == 1 else None

    @staticmethod
    def _one(table: Mapping[str, frozenset[str]], key: str) -> str | None:
        ids = table.get(key, frozenset())
        return next(iter(ids)) if len(ids) == 1 else None

    @cached_property
    def _finds(self) -> dict[str, Match | None]:
        """What was found before; the same words come back in every row."""
        return {}

    @cached_property
    def _guesses(self) -> dict[str, Match | None]:
        return {}

    @cached_property
    def _exact(self) -> Mapping[str, frozenset[str]]:
        return _table(self.names, lambda name: " ".join(name.split()))

    @cached_property
    def _folded(self) -> Mapping[str, frozenset[str]]:
        return _table(self.names, folded)

    @cached_property
    def _bare(self) -> Mapping[str, frozenset[str]]:
        return _table(self.names, bare)

    @cached_property
    def _tokens(self) -> Mapping[str, tuple[frozenset[str], ...]]:
        return {
            id: tuple(
                tokens
                for name in ((id, *names) if self.loose else names)
                if (tokens := frozenset(bare(name).split()) - _FEW)
                and (self.loose or len(tokens) > 1)
            )
            for id, names in self.names.items()
        }


def _table(names: Mapping[str, tuple[str, ...]], fold: object) -> Mapping[str, frozenset[str]]:
    assert callable(fold)  # noqa: S101 - one of the three functions above
    ids: dict[str, set[str]] = defaultdict(set)
    for id, called in names.items():
        for name in (id, *called):
            if told := fold(name):
                ids[told].add(id)
    return {name: frozenset(one) for name, one in ids.items()}
