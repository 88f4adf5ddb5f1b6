"""A candidate leaves the list, with what was declared or noted about it."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.candidate_list import CANDIDATES, against_change
from cidesign.domain.heard import HEARD
from cidesign.domain.labels import labels_of
from cidesign.domain.makeup import MAKEUP, hosts_cell
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows, without_rows
from cidesign.text import say

ABOUT_IT = ("recusals.csv", "declarations.csv", "reasons.csv", "notes.csv", HEARD)


class RemoveCandidate(Shared):
    """The files it sent in stay. One with scores stays too, because no score is thrown away."""

    kind: ClassVar[str] = "remove_candidate"
    step: ClassVar[str] = "candidates"
    id: Text

    @property
    def document(self) -> str:
        return CANDIDATES

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if against := against_change(record):
            yield from against
        elif any(score.candidate == self.id for score in record.scores):
            yield Problem(
                labels_of(record).candidates[self.id],
                say("it has scores, and no score is thrown away"),
                say("say that it is not eligible, with the reason"),
            )

    def change(self, record: Bundle) -> Bundle:
        after = record
        for file in ABOUT_IT:
            if file in record.files:
                after = without_rows(after, file, {"candidate": self.id})
        after = _off_the_mirror(after, self.id)
        return without_rows(after, CANDIDATES, {"id": self.id})

    def told(self, who: str, record: Bundle) -> str:
        name = labels_of(record).candidates[self.id]
        return say("{who} took the candidate {name} off the list", who=who, name=name)


def _off_the_mirror(record: Bundle, id: str) -> Bundle:
    """The record whose equity mirror no more counts this candidate's staff."""
    left = []
    for one in record.makeup:
        if id in one.hosts:
            others = {it: "" if n is None else str(n) for it, n in one.hosts.items() if it != id}
            left.append({"id": one.id, "hosts": hosts_cell(others)})
    return with_rows(record, MAKEUP, left, key=["id"]) if left else record
