"""A gift in kind is added to the plan: something that is given instead of money."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.named import against_name
from cidesign.domain.naming import id_as_named
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import Number, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, document
from cidesign.text import say


class AddGift(Shared):
    """``name``: what is given, and its id; ``usd``: what it is worth a year; ``offsets``: as
    ``plan.yaml`` names what it takes cost off.
    """

    kind: ClassVar[str] = "add_gift"
    step: ClassVar[str] = "team"
    name: Text
    usd: Number
    offsets: Text

    @property
    def document(self) -> str:
        return PLAN

    @property
    def _id(self) -> str:
        return id_as_named(self.name)

    def problems(self, record: Bundle) -> Iterator[Problem]:
        there = [one.id for one in record.plan.in_kind] if record.plan else []
        yield from against_name(record, self._id, self._id, there)

    def change(self, record: Bundle) -> Bundle:
        if record.plan is None:
            raise BadInput(self.problems(record))
        gift = {"id": self._id, "usd": self.usd, "offsets": self.offsets}
        there = len(document(record, PLAN).get("in_kind") or ())
        return changed(record, PLAN, {("in_kind", there): gift})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} added the gift in kind {gift}", who=who, gift=self._id)
