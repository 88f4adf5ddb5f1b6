"""Somebody joins the steering committee."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.committee import (
    FILE,
    LONGEST_NAME,
    against_namesake,
    who_left_something,
)
from cidesign.domain.naming import id_from
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class AddMember(Shared):
    """She stands at the end of the list; her id follows from her name."""

    kind: ClassVar[str] = "add_member"
    step: ClassVar[str] = "initiative"
    hidden: ClassVar[frozenset[str]] = frozenset({"name"})
    name: Text
    seat: Text = ""

    @property
    def document(self) -> str:
        return FILE

    def problems(self, record: Bundle) -> Iterator[Problem]:
        where = say("Name of the member")
        if not self._name:
            remedy = say("write who it is, such as Ana Reyes")
            yield Problem(where, say("there is none yet"), remedy)
        if len(self._name) > LONGEST_NAME:
            remedy = say("write at most {most} letters", most=LONGEST_NAME)
            yield Problem(where, say("it is too long"), remedy)
        if self._name:
            yield from against_namesake(record, self._name, self.seat)

    def change(self, record: Bundle) -> Bundle:
        members = record.workshop.members
        taken = who_left_something(record) | {member.id for member in members}
        seat = " ".join(self.seat.split())
        id = id_from(self._name, taken, otherwise="member")
        member = {"id": id, "name": self._name, **({"seat": seat} if seat else {})}
        return changed(record, FILE, {("members", len(members)): member})

    @property
    def _name(self) -> str:
        return " ".join(self.name.split())

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} added {name} to the committee", who=who, name=self._name)
