"""A whole table of measures is brought in: new ones join the list, others are written as the table
has them, and none leaves.
"""

from collections.abc import Sequence
from typing import ClassVar

from cidesign.acts.brought_list import BringList
from cidesign.domain.measures import MEASURES, Measure
from cidesign.domain.workshop import Bundle
from cidesign.text import say


class BringMeasures(BringList):
    """Of measures."""

    kind: ClassVar[str] = "bring_measures"
    brings: ClassVar[str] = "measures"
    file: ClassVar[str] = MEASURES

    def listed(self, record: Bundle) -> Sequence[Measure]:
        return record.measures

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of measures", who=who)
