"""Something is chosen for a post: whether it must be hired, how it is employed, what it needs and
does.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN, against_gone
from cidesign.acts.set_keys import Place
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class ChangePost(Shared):
    """``changes``: new value by place within the post, None removes; ``called``: its name;
    ``said``: what was chosen, in words.
    """

    kind: ClassVar[str] = "change_post"
    step: ClassVar[str] = "team"
    id: Text
    called: Text
    changes: tuple[tuple[Place, Any], ...]
    said: Text

    @property
    def document(self) -> str:
        return PLAN

    def problems(self, record: Bundle) -> Iterator[Problem]:
        plan, told = record.plan, dict(self.changes)
        post = next((one for one in plan.roles if one.id == self.id), None) if plan else None
        if plan is None or post is None:
            yield from against_gone(self.called)
            return
        if told.get(("must_have",)) and not post.min_fte:
            what = say("it cannot be a must while its least FTE is 0")
            yield Problem(self.called, what, say("raise its least FTE first"))
        leads = plan.supervision is not None and self.id in plan.supervision.by
        if told.get(("kind",)) == "contractor" and leads:
            what = say("it leads people, and a contractor cannot")
            yield Problem(
                self.called, what, say("let another post lead first, under Hiring and leading")
            )
        gone = [id for id in told.get(("needs",)) or () if id not in [one.id for one in plan.roles]]
        if gone:
            what = say("it cannot need a post that is not there")
            yield Problem(self.called, what, say("add that post first, or choose another"))

    def change(self, record: Bundle) -> Bundle:
        return changed(
            record, PLAN, {("roles", self.id, *place): value for place, value in self.changes}
        )

    def told(self, who: str, record: Bundle) -> str:
        return say(
            "{who} changed the post {post}: {said}", who=who, post=self.called, said=self.said
        )
