"""What if a match fails, so that the money that depends on it stops?"""

from collections.abc import Mapping
from dataclasses import replace

from cidesign.domain.value import MONTHS, months_after, months_between
from cidesign.domain.what_if.subject import Source, Subject
from cidesign.domain.what_if.what_if import Doubt, Why, YearOfSources, with_sources


class MatchFails(YearOfSources):
    """From the first month of that year on what depends on the match is not paid; of a source that
    asks for none, nothing. What was paid before stays.
    """

    key = "match_fails"

    def of(self, subject: Subject) -> tuple[tuple[Source, int], ...]:
        """Everybody with dates, and the later years in which they pay."""
        if subject.years is None:
            return ()
        return tuple(
            (one, year)
            for one in subject.sources
            for year in range(2, subject.years.years + 1)
            if _still_pays(one, subject.start, year)
        )

    def change(self, subject: Subject, setting: Mapping[str, int]) -> Subject:
        """With these stopped."""
        return with_sources(
            subject,
            [
                replace(one, until=setting[one.id]) if one.id in setting else one
                for one in subject.sources
            ],
        )

    def doubts(self, subject: Subject, setting: Mapping[str, int]) -> tuple[Doubt, ...]:
        """Those who are not there, have no dates, or have ended by then."""
        known = {one.id: one for one in subject.sources}
        found = []
        for id, year in setting.items():
            one = known.get(id)
            if one is None:
                found.append(Doubt(Why.GONE, id))
            elif one.award is None:
                found.append(Doubt(Why.UNDATED, id))
            elif not _still_pays(one, subject.start, year):
                found.append(Doubt(Why.OVER_BY_THEN, id))
        return tuple(found)


def _still_pays(source: Source, start: str, year: int) -> bool:
    begins = months_after(start, MONTHS * (year - 1))
    return source.award is not None and months_between(begins, source.award.to) >= 0


MATCH_FAILS = MatchFails()
