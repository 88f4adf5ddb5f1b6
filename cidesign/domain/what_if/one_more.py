"""What if one person more may be hired for a post?"""

from collections.abc import Sequence
from dataclasses import replace

from cidesign.domain.what_if.subject import Subject
from cidesign.domain.what_if.what_if import OfPosts


class OneMore(OfPosts):
    """It may be filled by one full-time person more; whether it is, the money says."""

    key = "one_more"

    def change(self, subject: Subject, setting: Sequence[str]) -> Subject:
        """With one more of each of these."""
        return replace(subject, one_more=frozenset(setting))


ONE_MORE = OneMore()
