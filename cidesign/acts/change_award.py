"""What is known of somebody who pays is changed: all of it at once, so that two dates can move
together.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import Field, model_validator

from cidesign.acts.act import Shared
from cidesign.acts.awards import (
    KEYS,
    against,
    as_entry,
    names_apart,
    said_of,
    sources_of,
    sources_written,
    with_names,
    with_sources,
)
from cidesign.acts.set_keys import Place
from cidesign.domain.first_year import FUNDING
from cidesign.domain.naming import payer_named
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.text import say


class ChangeAward(Shared):
    """``id``: who paid so far; ``source``, ``names``: as in ``add_award``, all of it."""

    kind: ClassVar[str] = "change_award"
    step: ClassVar[str] = "outlook"
    hidden: ClassVar[frozenset[str]] = frozenset({"names"})
    id: Text
    source: dict[str, Any]
    names: dict[str, str] = Field(default_factory=dict)
    _names = model_validator(mode="before")(names_apart)

    @property
    def document(self) -> str:
        return FUNDING

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.id not in _ids(record):
            what = say("{award} does not pay any more", award=payer_named(self.id))
            yield Problem(FUNDING, what, say("look at the list as it is now"))
            return
        yield from against(record, self._said, self.id)

    def change(self, record: Bundle) -> Bundle:
        place, after = _ids(record).index(self.id), as_entry(self._said)
        before = said_of(next(one for one in sources_of(record) if one.id == self.id))
        changes: dict[Place, Any] = {
            ("sources", place, key): after.get(key)
            for key in KEYS
            if after.get(key) != before.get(key)
        }
        return with_sources(record, changes) if changes else record

    def told(self, who: str, record: Bundle) -> str:
        award = payer_named(str(self.source.get("id")))
        return say("{who} changed what {award} pays", who=who, award=award)

    @property
    def _said(self) -> dict[str, Any]:
        return with_names(self.source, self.names)


def _ids(record: Bundle) -> list[str]:
    return [str(one.get("id")) for one in sources_written(record)]
