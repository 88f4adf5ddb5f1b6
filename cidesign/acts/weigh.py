"""A member says how much each criterion counts for her; the latest counts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from cidesign.acts.act import Personal
from cidesign.acts.seal import against_change
from cidesign.domain.entry_rows import Row, weight_row
from cidesign.domain.problem import Problem
from cidesign.domain.value import AtLeastZero, Id, plain
from cidesign.domain.workshop import Bundle, MemberWeight
from cidesign.record import with_rows
from cidesign.text import say

WEIGHTS = "weights.csv"


class Weigh(Personal):
    """``weights`` by criterion; they may add to anything."""

    kind: ClassVar[str] = "weigh"
    step: ClassVar[str] = "process"
    rater_in: ClassVar[str] = "member"
    member: Id
    weights: dict[Id, AtLeastZero]

    @property
    def document(self) -> str:
        return WEIGHTS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_change(record)
        if self.member not in {one.id for one in record.workshop.members}:
            yield Problem(
                say("Member"), say("nobody has this id"), say("choose one of the members")
            )

    def change(self, record: Bundle) -> Bundle:
        rows = [
            {"member": self.member, "criterion": id, "weight": plain(Decimal(weight))}
            for id, weight in self.weights.items()
        ]
        return with_rows(record, WEIGHTS, rows, key=("member", "criterion"))

    def rows(self, after: Bundle) -> tuple[Row, ...]:
        return tuple(
            weight_row(MemberWeight(member=self.member, criterion=id, weight=weight))
            for id, weight in self.weights.items()
        )

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} saved how much each criterion counts for a member", who=who)
