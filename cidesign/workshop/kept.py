"""A workshop as the store has it at a moment, and how it goes on by one act."""

import secrets
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType

from cidesign.acts.act import Act, Personal
from cidesign.domain.workshop import Bundle
from cidesign.record.held import Files

NO_LETTERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Kept:
    """A workshop at a moment.

    Args:
        id: of the workshop.
        bundle: the record.
        revision: how many acts were done; the last one's ``seq``.
        head: that act's hash.
        revisions: by path, how many shared acts changed it.
        letters: of raters in the ledger.
        folded: the files as the database's documents hold them; rows of personal acts since the
            last shared one are not in them yet.
        reader: for whom the record was made; empty: it is the whole one.
    """

    id: str
    bundle: Bundle
    revision: int
    head: str
    revisions: Mapping[str, int]
    letters: Mapping[str, str]
    folded: Files
    reader: str = ""

    def after(self, act: Act, seq: int, head: str, letters: Mapping[str, str]) -> "Kept":
        """The same workshop after one more act."""
        bundle = act.change(self.bundle)
        if isinstance(act, Personal):
            return replace(self, bundle=bundle, revision=seq, head=head, letters=letters)
        changed = changed_paths(self.bundle, bundle)
        revisions = {path: self.revisions.get(path, 0) + 1 for path in changed}
        return Kept(
            self.id,
            bundle,
            seq,
            head,
            {**self.revisions, **revisions},
            letters,
            Files(bundle.files),
        )


def changed_paths(before: Bundle, after: Bundle) -> tuple[str, ...]:
    """The paths whose bytes differ between two states of a record."""
    return Files(after.files).changed_from(Files(before.files))


def with_letter(letters: Mapping[str, str], rater: str) -> Mapping[str, str]:
    """The letters with one for this rater: drawn at random among the shortest that are free, once
    and for all.
    """
    if rater in letters:
        return letters
    taken = set(letters.values())
    for length in range(1, 5):
        free = [one for one in _words(length) if one not in taken]
        if free:
            return {**letters, rater: secrets.choice(free)}
    raise ValueError("a committee of half a million has no letters left")


def _words(length: int) -> Iterator[str]:
    return ("".join(one) for one in product(string.ascii_uppercase, repeat=length))
