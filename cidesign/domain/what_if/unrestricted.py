"""What if a restricted grant may pay for anything?"""

from collections.abc import Sequence

from cidesign.domain.what_if.subject import Source, Subject
from cidesign.domain.what_if.what_if import Doubt, OfSources, Why, with_sources


class Unrestricted(OfSources):
    """The same money on the same dates, for anything."""

    key = "unrestricted"

    def of(self, subject: Subject) -> tuple[Source, ...]:
        """Those who pay for some things only."""
        return tuple(one for one in subject.sources if one.restricted)

    def change(self, subject: Subject, setting: Sequence[str]) -> Subject:
        """With their money free."""
        return with_sources(
            subject, [one.freed() if one.id in setting else one for one in subject.sources]
        )

    def doubts(self, subject: Subject, setting: Sequence[str]) -> tuple[Doubt, ...]:
        """Those who are not there any more, or are free already."""
        free = {one.id for one in subject.sources if not one.restricted}
        return (
            *super().doubts(subject, setting),
            *(Doubt(Why.FREE_ALREADY, id) for id in setting if id in free),
        )


UNRESTRICTED = Unrestricted()
