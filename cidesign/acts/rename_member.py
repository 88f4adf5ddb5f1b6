"""A member of the committee is written with another name."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.committee import FILE, against_namesake, against_stranger, place_of
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class RenameMember(Shared):
    """Her id stays."""

    kind: ClassVar[str] = "rename_member"
    step: ClassVar[str] = "initiative"
    hidden: ClassVar[frozenset[str]] = frozenset({"member", "name"})
    member: Text
    name: Text

    @property
    def document(self) -> str:
        return FILE

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if not self._name:
            yield Problem(
                say("Name of the member"),
                say("it was taken away"),
                say("write a name, or remove the member"),
            )
        yield from against_stranger(record, self.member)
        seats = {member.id: member.seat for member in record.workshop.members}
        if self._name and self.member in seats:
            yield from against_namesake(record, self._name, seats[self.member], self.member)

    def change(self, record: Bundle) -> Bundle:
        return changed(
            record, FILE, {("members", place_of(record, self.member), "name"): self._name}
        )

    @property
    def _name(self) -> str:
        return " ".join(self.name.split())

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} wrote a member's name: {name}", who=who, name=self._name)
