"""What our common agenda is made of beside its words: root causes, principles, methods, strategies,
practices we try and what we learnt; and which groups and measures carry each.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from cidesign.domain.apart import as_seen
from cidesign.domain.listed import Entry, Ids, apart
from cidesign.domain.worded import Worded, word_of
from cidesign.domain.work import Group
from cidesign.text import mark, say

PATHWAY = "pathway.csv"


class PathwayKind(Worded):
    """What a row of ``pathway.csv`` is."""

    CAUSE = "cause", mark("Root cause")
    PRINCIPLE = "principle", mark("Principle")
    METHOD = "method", mark("Method")
    STRATEGY = "strategy", mark("Strategy")
    PRACTICE = "practice", mark("Practice we try")
    LESSON = "lesson", mark("What we learnt")

    @property
    def is_carried(self) -> bool:
        """Whether groups carry it and measures show it; the others hold for all."""
        return self in (PathwayKind.STRATEGY, PathwayKind.PRACTICE)


class Activity(StrEnum):
    """Of what collective efforts do together, what a strategy belongs to."""

    MOVEMENT = "movement"
    DATA = "data"
    INSTITUTIONS = "institutions"
    LEARNING = "learning"
    INVESTING = "investing"
    NOT_SAID = ""

    @property
    def guidance(self) -> str:
        """The id under which the catalog says what it is."""
        return f"activity_{self}"


ACTIVITIES = tuple(one for one in Activity if one)
"""The five."""


class PathwayEntry(Entry):
    """One of them.

    Args:
        activity: of a strategy.
        groups: ids of those that carry it.
        measures: ids of those that will show whether it works.
        causes: ids of the root causes that a strategy works on.
    """

    kind: Annotated[PathwayKind, word_of(PathwayKind, PathwayKind.STRATEGY)] = PathwayKind.STRATEGY
    activity: Annotated[Activity, word_of(Activity, Activity.NOT_SAID)] = Activity.NOT_SAID
    groups: Ids = ()
    measures: Ids = ()
    causes: Ids = ()

    def carried_by(self, groups: Sequence[Group]) -> tuple[Group, ...]:
        """The groups it names, and those that name it as their part of the agenda."""
        named = as_seen(self.called)
        return tuple(
            one
            for one in groups
            if one.works
            and (one.id in self.groups or (one.element and as_seen(one.element) == named))
        )


def pathway_apart(entries: Sequence[PathwayEntry]) -> tuple[PathwayEntry, ...]:
    """The entries of one list; two of one name are told apart by what they are."""
    return apart(entries, [say(one.kind.in_words) for one in entries])
