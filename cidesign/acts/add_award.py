"""Somebody who pays is added to the years ahead: a usual amount, to be changed in place."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_outlook import OUTLOOK, against_no_outlook
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import months_after
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

USUAL_USD = 100_000
YEAR = 12


class AddAward(Shared):
    """For the first year, paid once a year, ahead."""

    kind: ClassVar[str] = "add_award"
    step: ClassVar[str] = "outlook"

    @property
    def document(self) -> str:
        return OUTLOOK

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_no_outlook(record)

    def change(self, record: Bundle) -> Bundle:
        years = record.outlook
        if years is None:
            raise BadInput(against_no_outlook(record))
        taken = {award.id for award in years.funding}
        names = (f"new_money_{number}" for number in range(1, len(taken) + 2))
        award = {
            "id": next(name for name in names if name not in taken),
            "usd": USUAL_USD,
            "from": years.start,
            "to": months_after(years.start, YEAR - 1),
            "pays": "yearly_ahead",
        }
        return changed(record, OUTLOOK, {("funding", len(years.funding)): award})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} added somebody who pays to the years ahead", who=who)
