"""Somebody who pays is added to the list of money."""

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import Field, model_validator

from cidesign.acts.act import Shared
from cidesign.acts.awards import (
    against,
    as_entry,
    names_apart,
    sources_written,
    with_names,
    with_sources,
)
from cidesign.domain.figures import money
from cidesign.domain.first_year import FUNDING
from cidesign.domain.naming import payer_named
from cidesign.domain.problem import Problem
from cidesign.domain.value import MONTHS, months_after
from cidesign.domain.workshop import Bundle
from cidesign.text import say

USUAL_USD = 100_000


class AddAward(Shared):
    """``source``: what its entry then says, by key of ``funding.yaml``; its name is its ``id``.

    Without one, as in older records, a usual amount of the first year. ``names``: who there takes
    something on, by what it is.
    """

    kind: ClassVar[str] = "add_award"
    step: ClassVar[str] = "outlook"
    hidden: ClassVar[frozenset[str]] = frozenset({"names"})
    source: dict[str, Any] = Field(default_factory=dict)
    names: dict[str, str] = Field(default_factory=dict)
    _names = model_validator(mode="before")(names_apart)

    @property
    def document(self) -> str:
        return FUNDING

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against(record, self._said(record))

    def change(self, record: Bundle) -> Bundle:
        entry = as_entry(self._said(record))
        return with_sources(record, {("sources", len(sources_written(record))): entry})

    def told(self, who: str, record: Bundle) -> str:
        if not self.source:
            return say("{who} added somebody who pays", who=who)
        return say(
            "{who} added {award} to who pays: {usd} a year",
            who=who,
            award=payer_named(str(self.source.get("id"))),
            usd=money(self.source.get("usd") or 0),
        )

    def _said(self, record: Bundle) -> dict[str, Any]:
        years = record.outlook
        if self.source or years is None:
            return with_names(self.source, self.names)
        taken = {str(one.get("id")) for one in sources_written(record)}
        names = (f"new_money_{number}" for number in range(1, len(taken) + 2))
        return {
            "id": next(name for name in names if name not in taken),
            "usd": USUAL_USD,
            "from": years.start,
            "to": months_after(years.start, MONTHS - 1),
            "pays": "yearly_ahead",
        }
