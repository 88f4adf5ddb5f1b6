"""Somebody lends a person for a post of the plan, or does so no longer."""

from collections.abc import Iterator
from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import against_gone
from cidesign.domain.naming import tidy
from cidesign.domain.problem import Problem
from cidesign.domain.set_in_plan import DAYS_A_WEEK, STRUCTURE
from cidesign.domain.value import Id, Number, Text, plain
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say, say_count


class LendPost(Shared):
    """``of``: the page it is done on; ``post``: id of a role, ``called``: its name;
    ``days_a_week``: None where it is lent no longer; ``lender``: who lends.
    """

    kind: ClassVar[str] = "lend_post"
    step: ClassVar[str] = "structure"
    of: Id
    post: Id
    called: Text
    days_a_week: Number | None = None
    lender: Text = ""

    @property
    def document(self) -> str:
        return STRUCTURE

    @property
    def page(self) -> str:
        return self.of

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.days_a_week is None:
            return
        if not 0 < self.days_a_week <= DAYS_A_WEEK:
            what = say("{days} days a week cannot be lent", days=plain(self.days_a_week))
            remedy = say("write more than 0 and at most {most}", most=DAYS_A_WEEK)
            yield Problem(self.called, what, remedy)
        if record.plan is None or self.post not in [one.id for one in record.plan.roles]:
            yield from against_gone(self.called)

    def change(self, record: Bundle) -> Bundle:
        lent: dict[str, Any] | None = None
        if self.days_a_week is not None:
            lent = {"days_a_week": self.days_a_week}
            if tidy(self.lender):
                lent["lender"] = tidy(self.lender)
        return changed(record, STRUCTURE, {("sets", "loans", self.post): lent})

    def told(self, who: str, record: Bundle) -> str:
        if self.days_a_week is None:
            return say("{who} took back a loan: {post}", who=who, post=self.called)
        days = say_count(
            "{n} day a week",
            "{n} days a week",
            1 if self.days_a_week == 1 else 2,
            n=plain(self.days_a_week),
        )
        return say(
            "{who} counted a post on loan: {post}, {days}", who=who, post=self.called, days=days
        )
