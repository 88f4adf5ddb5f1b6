"""What if nobody is hired for a post?"""

from collections.abc import Sequence
from dataclasses import replace

from cidesign.domain.what_if.subject import Subject
from cidesign.domain.what_if.what_if import OfPosts


class WithoutPost(OfPosts):
    """It stays empty, also where it must be filled; what leaving it costs is not counted."""

    key = "without_post"

    def change(self, subject: Subject, setting: Sequence[str]) -> Subject:
        """Without these."""
        return replace(subject, without=frozenset(setting))


WITHOUT_POST = WithoutPost()
