"""A post is taken out of the plan, with what names it."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.untied import against_untying, untied
from cidesign.domain.problem import Problem
from cidesign.domain.ties import Listed
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.text import say


class RemovePost(Shared):
    """``called``: its name. The last one stays: a plan is made of posts."""

    kind: ClassVar[str] = "remove_post"
    step: ClassVar[str] = "team"
    id: Text
    called: Text

    @property
    def document(self) -> str:
        return PLAN

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_untying(record, Listed.POSTS, self.id, self.called)
        if record.plan is not None and len(record.plan.roles) == 1:
            what = say("it is the only post of the plan")
            yield Problem(self.called, what, say("add another one first"))

    def change(self, record: Bundle) -> Bundle:
        return untied(record, Listed.POSTS, self.id)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} removed the post {post}", who=who, post=self.called)
