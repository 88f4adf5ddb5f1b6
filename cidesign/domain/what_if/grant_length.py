"""What if a grant is shorter or longer?"""

from collections.abc import Mapping

from cidesign.domain.value import MONTHS
from cidesign.domain.what_if.subject import Source, Subject
from cidesign.domain.what_if.what_if import Doubt, MonthsOfSources, Why, with_sources

WHOLE = range(1, 6)
"""Years for which a grant is usually given."""


class GrantLength(MonthsOfSources):
    """It ends so many months later or earlier, and pays as much a year as before."""

    key = "grant_length"

    def of(self, subject: Subject) -> tuple[tuple[Source, int], ...]:
        """Everybody with dates, each for one to five whole years and for a year more."""
        return tuple(
            (one, months)
            for one in subject.sources
            if one.months is not None
            for months in sorted({*(MONTHS * years - one.months for years in WHOLE), MONTHS})
            if months
        )

    def change(self, subject: Subject, setting: Mapping[str, int]) -> Subject:
        """With these last months; of whom nothing is left pays nothing."""
        if subject.years is None:
            return subject
        start = subject.years.start
        return with_sources(
            subject,
            [
                one.longer(months, start) if (months := setting.get(one.id)) else one
                for one in subject.sources
            ],
        )

    def doubts(self, subject: Subject, setting: Mapping[str, int]) -> tuple[Doubt, ...]:
        """Those who are not there, have no dates, or of whom nothing is left."""
        known = {one.id: one.months for one in subject.sources}
        found = []
        for id, months in setting.items():
            lasts = known.get(id)
            if id not in known:
                found.append(Doubt(Why.GONE, id))
            elif lasts is None:
                found.append(Doubt(Why.UNDATED, id))
            elif lasts + months < 1:
                found.append(Doubt(Why.NOTHING_LEFT, id))
        return tuple(found)


GRANT_LENGTH = GrantLength()
