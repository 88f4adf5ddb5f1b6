"""A scenario is kept under a name, or one that was kept is changed."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.locked import locked
from cidesign.domain.naming import id_from
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.scenario import Scenario
from cidesign.domain.value import Number, Text
from cidesign.domain.what_if import NOTHING_ASKED, Asked, WhatIfs
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, scenario_file
from cidesign.text import say


class SaveScenario(Shared):
    """A scenario as it is filled in; what the form does not ask about stays as it was in its file.

    ``id`` empty: a new one, whose id is made of the name. ``host``: as in ``Scenario``. ``floor``:
    least coverage of every function; None where the plan's floors differ by function, which then
    stay. ``must_have``: whether posts that are a must stay one. ``what_if``: what is asked of the
    plan that all this leads to.
    """

    kind: ClassVar[str] = "save_scenario"
    step: ClassVar[str] = "scenarios"
    id: Text = ""
    name: Text
    note: Text = ""
    host: Text = ""
    budget_usd: Number
    floor: Number | None = None
    community_min_share: Number
    reserve_rate: Number
    must_have: bool
    what_if: WhatIfs = NOTHING_ASKED

    @property
    def document(self) -> str:
        return scenario_file(self.id or id_from(self.title, (), otherwise="scenario"))

    @property
    def title(self) -> str:
        """The name on one line."""
        return " ".join(self.name.split())

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if record.plan is None:
            remedy = say("make one on the page Team and budget first")
            yield Problem(PLAN, say("there is no plan yet"), remedy)
            return
        if (kept := record.scenarios.get(self.id)) and kept.locked:
            yield locked(kept)
        where, others = say("Name of the scenario"), record.scenarios.values()
        if not self.title:
            remedy = say("write a few words that tell it from others")
            yield Problem(where, say("there is none yet"), remedy)
        elif any(one.name == self.title and one.id != self.id for one in others):
            yield Problem(where, say("another one has this name"), say("write another name"))

    def change(self, record: Bundle) -> Bundle:
        if record.plan is None:
            raise BadInput(self.problems(record))
        before = record.scenarios.get(self.id)
        taken = {one.casefold() for one in record.scenarios}
        id = self.id if before else id_from(self.title, taken, otherwise="scenario")
        asked: Asked = self.what_if
        written = {
            "name": self.title,
            "note": self.note.strip(),
            "host": self.host,
            "what_if": asked.written(),
        }
        told = {key: one for key, one in written.items() if one}
        changes = self._changes(record.plan, before)
        return changed(record, scenario_file(id), {(): {**told, **changes}})

    def told(self, who: str, record: Bundle) -> str:
        if not self.id:
            return say("{who} saved the scenario {name}", who=who, name=self.title)
        return say("{who} changed the scenario {name}", who=who, name=self.title)

    def _changes(self, plan: Plan, before: Scenario | None) -> dict[str, Any]:
        """Only what differs from our plan now, so that the rest follows it."""
        asked = {
            "floor": (self.floor, None if isinstance(plan.floor, dict) else plan.floor),
            "community_min_share": (self.community_min_share, plan.community_min_share),
            "reserve_rate": (self.reserve_rate, plan.reserve_rate),
        }
        managed = {key for key, (value, _) in asked.items() if value is not None}
        kept = {
            key: one
            for key, one in (before.changes if before else {}).items()
            if key not in managed
        }
        changes = {
            **kept,
            **{
                key: value
                for key, (value, ours) in asked.items()
                if value is not None and value != ours
            },
        }
        funding = {
            key: one
            for key, one in dict(changes.pop("funding", None) or {}).items()
            if key != "budget_usd"
        }
        if self.budget_usd != plan.funding.budget_usd:
            funding["budget_usd"] = self.budget_usd
        roles = _roles(plan, self.must_have, changes.pop("roles", ()))
        return {
            **changes,
            **({"roles": roles} if roles else {}),
            **({"funding": funding} if funding else {}),
        }


def _roles(plan: Plan, must_have: bool, before: Any) -> list[Mapping[str, Any]]:
    """What was changed of roles, and, where no post is a must, that."""
    kept = [
        {key: one for key, one in dict(role).items() if key != "must_have"} for role in before or ()
    ]
    by_id = {str(role["id"]): role for role in kept}
    if not must_have:
        for role in plan.roles:
            if role.must_have:
                by_id.setdefault(role.id, {"id": role.id})["must_have"] = False
    return [role for role in by_id.values() if len(role) > 1]
