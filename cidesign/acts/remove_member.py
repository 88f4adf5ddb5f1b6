"""A member leaves the steering committee."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.committee import (
    FILE,
    against_stranger,
    place_of,
    who_left_something,
)
from cidesign.domain.labels import labels_of
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class RemoveMember(Shared):
    """Whoever has left scores, weights or recusals stays, as they do; ``called``: her name."""

    kind: ClassVar[str] = "remove_member"
    step: ClassVar[str] = "initiative"
    hidden: ClassVar[frozenset[str]] = frozenset({"member", "called"})
    member: Text
    called: Text = ""

    @property
    def document(self) -> str:
        return FILE

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_stranger(record, self.member)
        if self.member in who_left_something(record):
            yield Problem(
                labels_of(record).members[self.member],
                say("this member has left scores, weights or conflicts"),
                say("keep the name; a record is never taken out"),
            )

    def change(self, record: Bundle) -> Bundle:
        return changed(record, FILE, {("members", place_of(record, self.member)): None})

    def told(self, who: str, record: Bundle) -> str:
        name = self.called or labels_of(record).members[self.member]
        return say("{who} took {name} off the committee", who=who, name=name)
