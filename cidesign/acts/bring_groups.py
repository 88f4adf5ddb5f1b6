"""A whole table of working groups is brought in: new ones join the list, others are written as the
table has them, and none leaves.
"""

from collections.abc import Sequence
from typing import ClassVar

from cidesign.acts.brought_list import BringList
from cidesign.domain.work import GROUPS, Group
from cidesign.domain.workshop import Bundle
from cidesign.text import say


class BringGroups(BringList):
    """Of working groups."""

    kind: ClassVar[str] = "bring_groups"
    brings: ClassVar[str] = "groups"
    file: ClassVar[str] = GROUPS

    def listed(self, record: Bundle) -> Sequence[Group]:
        return record.groups

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of working groups", who=who)
