"""What if all posts are full time, or any part of one may be filled?"""

from decimal import Decimal
from fractions import Fraction

from cidesign.domain.value import Share
from cidesign.domain.what_if.subject import Subject
from cidesign.domain.what_if.what_if import Doubt, OneOf, Why

POSTS = (Decimal(0), Decimal("0.5"), Decimal(1))


class SmallestPost(OneOf):
    """The least the last person of a post has: 0 is any part, 1 is full time. A post that may not
    be filled whole may then.
    """

    key = "smallest_post"
    setting = Share | None
    off = None

    def offered(self, subject: Subject) -> tuple[Decimal, ...]:
        """Any part, half, and full time, where they are not so now and the plan's step allows."""
        now = subject.plan.smallest_post
        return tuple(post for post in POSTS if post != now and _fits(subject, post))

    def change(self, subject: Subject, setting: Decimal) -> Subject:
        """With this least, where the plan's step allows."""
        return subject.with_plan(smallest_post=setting) if _fits(subject, setting) else subject

    def doubts(self, subject: Subject, setting: Decimal) -> tuple[Doubt, ...]:
        """That the plan's step does not allow it."""
        return () if _fits(subject, setting) else (Doubt(Why.NO_WHOLE_POST),)


def _fits(subject: Subject, post: Decimal) -> bool:
    step = Fraction(subject.plan.fte_step)
    return Fraction(post) % step == 0 and 1 % step == 0


SMALLEST_POST = SmallestPost()
