"""What one group beyond the committee said is taken out again."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.apart import as_seen
from cidesign.domain.heard import HEARD
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import without_rows
from cidesign.text import say


class RemoveHeard(Shared):
    """``who``: the group, as it is kept."""

    kind: ClassVar[str] = "remove_heard"
    step: ClassVar[str] = "candidates"
    who: Text

    @property
    def document(self) -> str:
        return HEARD

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if as_seen(self.who) not in {as_seen(one.who) for one in record.heard}:
            what = say("nothing is kept of this group")
            yield Problem(shown(self.who), what, say("reload the page and try again"))

    def change(self, record: Bundle) -> Bundle:
        after = record
        for who in {one.who for one in record.heard if as_seen(one.who) == as_seen(self.who)}:
            after = without_rows(after, HEARD, {"who": who})
        return after

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} took out what {group} said", who=who, group=self.who)
