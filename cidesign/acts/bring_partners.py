"""A whole table of partners is brought in: new ones join the list, others are written as the table
has them, and nobody leaves.
"""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.apart import alike
from cidesign.domain.figures import count
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.work import PARTNERS
from cidesign.domain.workshop import Bundle
from cidesign.record import reread
from cidesign.text import say


class BringPartners(Shared):
    """``content``: the whole list with the table's rows in it."""

    kind: ClassVar[str] = "bring_partners"
    step: ClassVar[str] = "partners"
    brings: ClassVar[str] = "partners"
    content: bytes

    @property
    def document(self) -> str:
        return PARTNERS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        try:
            after = self.change(record)
        except BadInput as error:
            yield from error.problems
            return
        here = {one.id for one in record.partners}
        for group in alike([(one, one.called) for one in after.partners]):
            if not all(one.id in here for one in group):
                what = say(
                    "{n} partners are called {name}", n=count(len(group)), name=group[0].called
                )
                remedy = say("write names that tell them apart")
                yield Problem(say("Table of partners"), what, remedy)

    def change(self, record: Bundle) -> Bundle:
        return reread(record, {PARTNERS: self.content})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of partners", who=who)
