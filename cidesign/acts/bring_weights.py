"""A whole table of members' own weights is brought in; what a member says of a criterion there
takes the place of what she said before.
"""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.seal import against_change
from cidesign.acts.weigh import WEIGHTS
from cidesign.domain.nearest import instead
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.domain.workshop import Bundle
from cidesign.record import reread, with_rows
from cidesign.record.entry_cells import weight_cells
from cidesign.text import say


class BringWeights(Shared):
    """``content``: the table, with member, criterion and weight."""

    kind: ClassVar[str] = "bring_weights"
    step: ClassVar[str] = "process"
    brings: ClassVar[str] = "weights"
    content: bytes

    @property
    def document(self) -> str:
        return WEIGHTS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_change(record)
        try:
            brought = reread(record, {WEIGHTS: self.content}).weights
            self.change(record)
        except BadInput as error:
            yield from error.problems
            return
        known = [one.id for one in record.workshop.members]
        for one in brought:
            if one.member not in known:
                yield Problem(
                    say("{file}: row {row}", file=WEIGHTS, row=one.row),
                    say("{member} is nobody on the committee", member=shown(one.member)),
                    instead(one.member, known),
                )

    def change(self, record: Bundle) -> Bundle:
        brought = reread(record, {WEIGHTS: self.content}).weights
        rows = [weight_cells(one) for one in brought]
        return with_rows(record, WEIGHTS, rows, key=("member", "criterion"))

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of members' weights", who=who)
