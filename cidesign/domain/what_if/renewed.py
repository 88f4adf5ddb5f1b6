"""What if a renewal is given?"""

from collections.abc import Sequence
from dataclasses import replace

from cidesign.domain.what_if.subject import Source, Subject
from cidesign.domain.what_if.what_if import Doubt, OfSources, Why, with_sources


class Renewed(OfSources):
    """The renewal that stands with a source follows on its last month, for the same things."""

    key = "renewed"

    def of(self, subject: Subject) -> tuple[Source, ...]:
        """Those of whom a renewal is told."""
        return tuple(one for one in subject.sources if one.award and one.award.renewal)

    def change(self, subject: Subject, setting: Sequence[str]) -> Subject:
        """With these renewals given."""
        return with_sources(
            subject,
            [replace(one, renewed=True) if one.id in setting else one for one in subject.sources],
        )

    def doubts(self, subject: Subject, setting: Sequence[str]) -> tuple[Doubt, ...]:
        """Those who are not there any more, or of whom no renewal is told."""
        told = self.offered(subject)
        known = self.ids(subject)
        return (
            *super().doubts(subject, setting),
            *(Doubt(Why.NO_RENEWAL, id) for id in setting if id in known and id not in told),
        )


RENEWED = Renewed()
