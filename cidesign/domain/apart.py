"""Two things of one name are told apart wherever people read them: by what else is known of them,
such as a seat or a kind, else by a number.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from cidesign.domain.legible import legible

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


def as_seen(name: str) -> str:
    """A name as the eye takes it: capitals, spaces, signs nobody sees and ways to compose a letter
    make no difference.
    """
    shown = unicodedata.normalize("NFKC", legible(name)).translate(_UNSEEN)
    return " ".join(shown.split()).casefold()


def told_apart(named: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """What people read for each, no two the same to the eye.

    Args:
        named: of each its name, and what else is known of it (a seat, a kind) or nothing.
    """
    often = Counter(as_seen(name) for name, _ in named)
    taken = {as_seen(name) for name, _ in named if often[as_seen(name)] == 1}
    labels: list[str] = []
    for place, (name, known) in enumerate(named):
        if often[as_seen(name)] == 1:
            labels.append(name)
            continue
        alike = [one for one, _ in enumerate(named) if as_seen(named[one][0]) == as_seen(name)]
        hints = [as_seen(named[one][1]) for one in alike]
        number = alike.index(place) + 1
        label = _beside(name, known if len(set(hints)) == len(hints) else f"{known}, {number}")
        while as_seen(label) in taken:
            number += 1
            label = _beside(name, f"{known}, {number}")
        taken.add(as_seen(label))
        labels.append(label)
    return tuple(labels)


def _beside(name: str, known: str) -> str:
    said = " ".join(known.split()).strip(", ")
    return f"{name} ({said})" if said else name


T = TypeVar("T")


def alike(named: Sequence[tuple[T, str]]) -> tuple[tuple[T, ...], ...]:
    """Groups of two and more whose names are the same to the eye, in order."""
    groups: dict[str, list[T]] = {}
    for one, name in named:
        groups.setdefault(as_seen(name), []).append(one)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)
