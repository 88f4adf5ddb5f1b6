"""A post is added to the plan: a usual one, or one of the committee's own."""

from collections.abc import Iterator
from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.named import against_name
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class AddPost(Shared):
    """``post``: as ``plan.yaml`` holds it; ``called``: its name."""

    kind: ClassVar[str] = "add_post"
    step: ClassVar[str] = "team"
    post: dict[str, Any]
    called: Text

    @property
    def document(self) -> str:
        return PLAN

    def problems(self, record: Bundle) -> Iterator[Problem]:
        there = [one.id for one in record.plan.roles] if record.plan else []
        yield from against_name(record, self.post["id"], self.called, there)

    def change(self, record: Bundle) -> Bundle:
        if record.plan is None:
            raise BadInput(self.problems(record))
        return changed(record, PLAN, {("roles", len(record.plan.roles)): self.post})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} added the post {post}", who=who, post=self.called)
