"""A first plan is made, with usual posts, purchases and money."""

from collections.abc import Iterator
from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.problem import Problem
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

PLAN = "plan.yaml"


class BeginPlan(Shared):
    """``plan``: what ``plan.yaml`` then says."""

    kind: ClassVar[str] = "begin_plan"
    step: ClassVar[str] = "team"
    plan: dict[str, Any]

    @property
    def document(self) -> str:
        return PLAN

    def change(self, record: Bundle) -> Bundle:
        return changed(record, PLAN, {(): self.plan})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} made a first plan", who=who)


def against_no_plan(record: Bundle) -> Iterator[Problem]:
    """That there is no plan yet, where that is so."""
    if record.plan is None:
        yield Problem(PLAN, say("there is none yet"), say("make a first plan on the page Team"))


def against_gone(called: str) -> Iterator[Problem]:
    """That a part of the plan was taken out meanwhile; ``called``: its name."""
    yield Problem(called, say("it is not in the plan any more"), say("reload the page"))
