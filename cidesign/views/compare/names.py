"""Several names in a row, in the reasons of a result: the first few, and how many more."""

from collections.abc import Sequence

from cidesign.domain.figures import listed
from cidesign.domain.labels import Named
from cidesign.text import say

SHOWN = 4


def some(named: Named, ids: Sequence[str]) -> str:
    """The first few by name, and how many more."""
    labels = [named[id] for id in ids]
    if len(labels) <= SHOWN:
        return listed(labels)
    return say(
        "{labels} and {more} more",
        labels=", ".join(labels[: SHOWN - 1]),
        more=len(labels) - SHOWN + 1,
    )
