"""A what-if as one object: what is asked, in which range, and what it changes in a plan, in who
pays, or in what is needed.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator

from cidesign.domain.problem import Wrong
from cidesign.domain.value import Exact, Id, Whole, plain
from cidesign.domain.what_if.subject import Source, Subject
from cidesign.text import say

MOST_MONTHS = 120
MOST_MOVED_USD = Decimal(100_000_000)
LAST_YEAR = 10


class Why(StrEnum):
    """Why something that is asked changes nothing, or another thing than it says."""

    GONE = "gone"
    UNDATED = "undated"
    NOTHING_LEFT = "nothing_left"
    FREE_ALREADY = "free_already"
    NOT_FROM_DRIVERS = "not_from_drivers"
    NO_RENEWAL = "no_renewal"
    OVER_BY_THEN = "over_by_then"
    NO_POST = "no_post"
    NO_HOST = "no_host"
    NO_WHOLE_POST = "no_whole_post"
    BELOW_GRANTS = "below_grants"

    @property
    def changes_nothing(self) -> bool:
        """Whether what is asked then changes nothing at all."""
        return self not in (Why.NOTHING_LEFT, Why.OVER_BY_THEN, Why.BELOW_GRANTS)


@dataclass(frozen=True)
class Doubt:
    """What of a what-if does not fit the workshop as it is now. ``id``: of a source, a post or a
    host; empty where it is about the plan as a whole.
    """

    why: Why
    id: str = ""


class WhatIf(ABC):
    """One kind of what-if. Its sentences are in ``views`` (``views.scenarios.what_if_words``).

    Args:
        key: its key under ``what_if`` in ``scenarios/*.yaml``, and its option on the command line.
        setting: what may stand there, as a type.
        off: the setting at which nothing is asked.
    """

    key: ClassVar[str]
    setting: ClassVar[Any]
    off: ClassVar[Any]

    @abstractmethod
    def can_be_asked(self, subject: Subject) -> bool:
        """Whether there is anything in the subject that it could change."""

    @abstractmethod
    def change(self, subject: Subject, setting: Any) -> Subject:
        """The subject as it would be; what is asked about things that are not there changes
        nothing.
        """

    def doubts(self, subject: Subject, setting: Any) -> tuple[Doubt, ...]:
        """What of the setting does not fit the subject; () where all of it does."""
        return ()

    def ids(self, subject: Subject) -> tuple[str, ...]:
        """Ids it may be asked about; () where it is about the plan as a whole."""
        return ()

    @abstractmethod
    def without(self, setting: Any, ids: Collection[str]) -> Any:
        """The setting without what it asks about these ids of doubts."""


class Percentage(WhatIf):
    """So much more or less of something, as a share: 0.1 is 10 percent more.

    Args:
        least, most: the range, both in it.
        step: by how much one press changes it.
    """

    least: ClassVar[Decimal] = Decimal("-0.5")
    most: ClassVar[Decimal] = Decimal(1)
    step: ClassVar[Decimal] = Decimal("0.05")
    off = Decimal(0)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.setting = Annotated[Exact, AfterValidator(cls._within)]

    def without(self, setting: Decimal, ids: Collection[str]) -> Decimal:
        """Off where there is any: it is about the plan as a whole."""
        return self.off if ids else setting

    @classmethod
    def _within(cls, share: Decimal) -> Decimal:
        if not cls.least <= share <= cls.most:
            raise Wrong(
                say(
                    "{share} is not from {least} to {most}",
                    share=plain(share),
                    least=plain(cls.least),
                    most=plain(cls.most),
                ),
                say("write 0.1 for 10 percent more, -0.1 for 10 percent less"),
            )
        return share


def _payable(usd: Decimal) -> Decimal:
    if abs(usd) > MOST_MOVED_USD:
        raise Wrong(
            say("${usd} are more than a budget moves", usd=plain(usd)),
            say("write dollars such as 25000, or -25000 for less"),
        )
    return usd


class Amount(WhatIf):
    """So many dollars more, or less below 0.

    Args:
        step: by how much one press changes it.
    """

    step: ClassVar[Decimal] = Decimal(25_000)
    off = Decimal(0)
    setting = Annotated[Exact, AfterValidator(_payable)]

    def without(self, setting: Decimal, ids: Collection[str]) -> Decimal:
        """Off where there is any: it is about the plan as a whole."""
        return self.off if ids else setting


class OfSome(WhatIf):
    """Something that holds for some things that each have an id."""

    setting = tuple[Id, ...]
    off = ()

    def can_be_asked(self, subject: Subject) -> bool:
        """Whether there is anything it can be asked of."""
        return bool(self.offered(subject))

    @abstractmethod
    def offered(self, subject: Subject) -> tuple[str, ...]:
        """Ids of what it can be asked of."""

    def without(self, setting: Sequence[str], ids: Collection[str]) -> tuple[str, ...]:
        """Without these."""
        return tuple(id for id in setting if id not in ids)


class OfSources(OfSome):
    """Something that some of those who pay do, or do not."""

    @abstractmethod
    def of(self, subject: Subject) -> tuple[Source, ...]:
        """Those it can be asked of."""

    def offered(self, subject: Subject) -> tuple[str, ...]:
        """Their ids."""
        return tuple(one.id for one in self.of(subject))

    def ids(self, subject: Subject) -> tuple[str, ...]:
        """Everybody who pays."""
        return tuple(one.id for one in subject.sources)

    def doubts(self, subject: Subject, setting: Sequence[str]) -> tuple[Doubt, ...]:
        """Those who are not there any more."""
        known = self.ids(subject)
        return tuple(Doubt(Why.GONE, id) for id in setting if id not in known)


class OfPosts(OfSome):
    """Something that holds for some posts."""

    def offered(self, subject: Subject) -> tuple[str, ...]:
        """Every post somebody may be hired for."""
        return subject.posts

    def ids(self, subject: Subject) -> tuple[str, ...]:
        """Likewise."""
        return subject.posts

    def doubts(self, subject: Subject, setting: Sequence[str]) -> tuple[Doubt, ...]:
        """Posts that are not there any more."""
        return tuple(Doubt(Why.NO_POST, id) for id in setting if id not in subject.posts)


class OneOf(WhatIf):
    """One of a few that exclude each other."""

    def can_be_asked(self, subject: Subject) -> bool:
        """Whether there is anything to choose."""
        return bool(self.offered(subject))

    @abstractmethod
    def offered(self, subject: Subject) -> tuple[Any, ...]:
        """What one may choose, beside what is so now."""

    def without(self, setting: Any, ids: Collection[str]) -> Any:
        """Off where there is any."""
        return self.off if ids else setting


def _a_later_year(year: int) -> int:
    if not 2 <= year <= LAST_YEAR:
        raise Wrong(
            say("year {year} is not one from 2 to {last}", year=year, last=LAST_YEAR),
            say("write 2 for the second year; ask for a source that is lost instead of year 1"),
        )
    return year


def _believable(months: int) -> int:
    if abs(months) > MOST_MONTHS:
        raise Wrong(
            say("{months} months are more than ten years", months=months),
            say("write months such as 24, or -12 for a year less"),
        )
    return months


class NumbersOfSources(WhatIf):
    """A whole number for each of some of those who pay."""

    off: ClassVar[Mapping[str, int]] = {}

    def can_be_asked(self, subject: Subject) -> bool:
        """Whether anybody who pays has dates."""
        return bool(self.of(subject))

    @abstractmethod
    def of(self, subject: Subject) -> tuple[tuple[Source, int], ...]:
        """Those it can be asked of, each with every number a page offers; a file may say others."""

    def ids(self, subject: Subject) -> tuple[str, ...]:
        """Everybody who pays."""
        return tuple(one.id for one in subject.sources)

    def without(self, setting: Mapping[str, int], ids: Collection[str]) -> dict[str, int]:
        """Without these sources."""
        return {id: number for id, number in setting.items() if id not in ids}


class MonthsOfSources(NumbersOfSources):
    """So many months more, or less below 0, for some of those who pay."""

    setting = dict[Id, Annotated[Whole, AfterValidator(_believable)]]


class YearOfSources(NumbersOfSources):
    """From which year of the plan on, 2 to 10, for some of those who pay."""

    setting = dict[Id, Annotated[Whole, AfterValidator(_a_later_year)]]


def with_sources(subject: Subject, sources: Sequence[Source | None]) -> Subject:
    """The subject with others who pay; None: one who does not."""
    return replace(subject, sources=tuple(one for one in sources if one is not None))
