"""Several candidates are added at once, from a list."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.candidate_list import CANDIDATES, LONGEST_NAME, against_change
from cidesign.domain.apart import as_seen
from cidesign.domain.figures import count
from cidesign.domain.naming import id_from, tidy
from cidesign.domain.problem import Problem
from cidesign.domain.value import Model, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows
from cidesign.text import say, say_count


class Applying(Model):
    """One that applied; ``organization``: which kind it is, such as nonprofit; ``line``: where it
    stands in the list, so that one can be told.
    """

    name: Text
    organization: Text = ""
    line: int = 0


class AddCandidates(Shared):
    """They stand at the end of the list, eligible, in the order given; all are added, or none."""

    kind: ClassVar[str] = "add_candidates"
    step: ClassVar[str] = "candidates"
    candidates: tuple[Applying, ...]

    @property
    def document(self) -> str:
        return CANDIDATES

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if against := against_change(record):
            yield from against
            return
        if not self.candidates:
            remedy = say("write one name on each line, such as Oak House, nonprofit")
            yield Problem(say("The list"), say("nothing is written there"), remedy)
        known = {as_seen(one.called) for one in record.candidates}
        for one in self.candidates:
            where, name = say("Line {line}", line=one.line), tidy(one.name)
            if not name:
                yield Problem(where, say("there is no name"), say("write the name"))
            elif len(name) > LONGEST_NAME or len(tidy(one.organization)) > LONGEST_NAME:
                what = say("it is too long for a name and a kind")
                yield Problem(where, what, say("write at most {most} letters", most=LONGEST_NAME))
            elif as_seen(name) in known:
                what = say("{name} is on the list already", name=name)
                yield Problem(where, what, say("take the line out, or tell the two apart"))
            known.add(as_seen(name))

    def change(self, record: Bundle) -> Bundle:
        taken = {one.id for one in record.candidates}
        rows = []
        for one in self.candidates:
            id = id_from(one.name, taken, otherwise="candidate")
            taken.add(id)
            kind = tidy(one.organization)
            rows.append({"id": id, "name": tidy(one.name), "kind": kind, "eligible": "yes"})
        return with_rows(record, CANDIDATES, rows, key=["id"])

    def told(self, who: str, record: Bundle) -> str:
        return say_count(
            "{who} added {n} candidate",
            "{who} added {n} candidates",
            len(self.candidates),
            who=who,
            n=count(len(self.candidates)),
        )
