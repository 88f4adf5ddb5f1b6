"""A member takes another seat on the committee, or none."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.committee import (
    FILE,
    against_namesake,
    against_stranger,
    place_of,
    seats_of,
)
from cidesign.acts.seal import is_sealed
from cidesign.domain.labels import labels_of
from cidesign.domain.problem import Problem
from cidesign.domain.rules import Seats
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class SeatMember(Shared):
    """``seat``: for whom she sits there; empty takes it back. One that sealed rules count stays."""

    kind: ClassVar[str] = "seat_member"
    step: ClassVar[str] = "initiative"
    hidden: ClassVar[frozenset[str]] = frozenset({"member", "seat"})
    member: Text
    seat: Text

    @property
    def document(self) -> str:
        return FILE

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_stranger(record, self.member)
        for member in record.workshop.members:
            if member.id == self.member:
                yield from against_namesake(record, member.called, self._seat, member.id)
        counted = is_sealed(record) and record.rules and record.rules.seats is Seats.EQUAL
        now = seats_of(record).get(self.member, "").casefold()
        if counted and now not in ("", self._seat.casefold()):
            what = say(
                "the sealed rules count every seat equally, so another seat would change the result"
            )
            remedy = say("open a new version of the rules first")
            yield Problem(labels_of(record).members[self.member], what, remedy)

    def change(self, record: Bundle) -> Bundle:
        return changed(
            record, FILE, {("members", place_of(record, self.member), "seat"): self._seat or None}
        )

    @property
    def _seat(self) -> str:
        return " ".join(self.seat.split())

    def told(self, who: str, record: Bundle) -> str:
        name, seat = labels_of(record).members[self.member], self._seat
        if not seat:
            return say("{who} took back whom {name} sits there for", who=who, name=name)
        return say("{who} wrote whom {name} sits there for: {seat}", who=who, name=name, seat=seat)
