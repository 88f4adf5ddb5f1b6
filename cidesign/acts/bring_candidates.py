"""A whole table of candidates is brought in and takes the place of the list."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.candidate_list import CANDIDATES, against_change, against_other_points
from cidesign.domain.apart import alike, as_seen
from cidesign.domain.figures import count, listed
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.domain.workshop import Bundle
from cidesign.record import reread
from cidesign.text import say


class BringCandidates(Shared):
    """``content``: the table. It may lack no candidate with scores or conflicts."""

    kind: ClassVar[str] = "bring_candidates"
    step: ClassVar[str] = "candidates"
    brings: ClassVar[str] = "candidates"
    content: bytes

    @property
    def document(self) -> str:
        return CANDIDATES

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if against := against_change(record):
            yield from against
            return
        try:
            after = self.change(record)
        except BadInput as error:
            yield from error.problems
            return
        lost = [*_lost(record, after), *_namesakes(record, after)]
        yield from lost or against_other_points(record, after)

    def change(self, record: Bundle) -> Bundle:
        return reread(record, {CANDIDATES: self.content})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of candidates", who=who)


def _namesakes(record: Bundle, after: Bundle) -> Iterator[Problem]:
    """Candidates of one name that were not both there before: nobody could tell them apart."""
    known = {one.id: as_seen(one.called) for one in record.candidates}
    for group in alike([(one, one.called) for one in after.candidates]):
        name = group[0].called
        if all(known.get(one.id) == as_seen(name) for one in group):
            continue
        yield Problem(
            say("Table of candidates"),
            say(
                "{n} candidates are called {name}: {ids}",
                n=count(len(group)),
                name=name,
                ids=listed([shown(one.id) for one in group]),
            ),
            say("write names that tell them apart"),
        )


def _lost(record: Bundle, after: Bundle) -> Iterator[Problem]:
    known = {one.id for one in after.candidates}
    lost: dict[str, str] = {}
    for score in record.scores:
        lost.setdefault(score.candidate, say("it has scores here"))
    for recusal in record.recusals:
        lost.setdefault(recusal.candidate, say("a member steps aside for it"))
    remedy = say("add its row, or say there that it is not eligible")
    for id, what in lost.items():
        if id not in known:
            yield Problem(f"{CANDIDATES}: {shown(id)}", what, remedy)
