"""What if somebody who pays does not?"""

from collections.abc import Sequence

from cidesign.domain.what_if.subject import Source, Subject
from cidesign.domain.what_if.what_if import OfSources, with_sources


class SourceLost(OfSources):
    """All of its money, in the plan's year and later."""

    key = "source_lost"

    def of(self, subject: Subject) -> tuple[Source, ...]:
        """Everybody who pays."""
        return subject.sources

    def change(self, subject: Subject, setting: Sequence[str]) -> Subject:
        """Without them."""
        return with_sources(subject, [one for one in subject.sources if one.id not in setting])


SOURCE_LOST = SourceLost()
