"""What the acts have in common that bring in a whole list of who does what with whom: new rows join
it, others are written as the table has them, and none leaves.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.apart import alike
from cidesign.domain.figures import count
from cidesign.domain.listed import Entry
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.record import reread
from cidesign.text import say


class BringList(Shared):
    """``content``: the whole list with the table's rows in it. A kind says in which file it stands
    (``file``) and which list of a record that is (``listed``).
    """

    step: ClassVar[str] = "partners"
    file: ClassVar[str]
    content: bytes

    @property
    def document(self) -> str:
        return self.file

    def listed(self, record: Bundle) -> Sequence[Entry]:
        """The list of a record that the table joins."""
        raise NotImplementedError

    def problems(self, record: Bundle) -> Iterator[Problem]:
        """What cannot be written, and new rows that people could not tell apart."""
        try:
            after = self.change(record)
        except BadInput as error:
            yield from error.problems
            return
        here = {one.id for one in self.listed(record)}
        for group in alike([(one, one.called) for one in self.listed(after)]):
            if not all(one.id in here for one in group):
                what = say("{n} rows are called {name}", n=count(len(group)), name=group[0].called)
                yield Problem(say("The table"), what, say("write names that tell them apart"))

    def change(self, record: Bundle) -> Bundle:
        return reread(record, {self.file: self.content})
