"""Who does what with whom: the partners, and the working groups and workstreams that they lead and
support; and how much of what makes work their lists count.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from cidesign.domain.funding import Results, Source
from cidesign.domain.listed import Entry, Ids, Yes, apart, nothing_if_blank
from cidesign.domain.measures import Measure
from cidesign.domain.outlook import MOST_YEARS, OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.problem import Wrong
from cidesign.domain.value import (
    MONTHS,
    MOST_HOURS,
    AtLeastZero,
    Dollars,
    Month,
    Text,
    months_after,
    shown,
)
from cidesign.text import mark, say

SITES = "sites"
"""What a place more makes work for."""
OWN_REPORTS = "own_reports"
"""Id of the driver that counts who wants a report of its own."""
PARTNERS, GROUPS = "partners.csv", "groups.csv"
MOST_MEETINGS = 366
_FINEST = Decimal("0.000000001")


class Part(IntEnum):
    """A partner's part in a group."""

    LEADS = 1
    SUPPORTS = 2


class GroupKind(StrEnum):
    """What a row of ``groups.csv`` is. A committee is there for its meetings: it makes no work of a
    group of its own.
    """

    WORKING_GROUP = "working_group"
    WORKSTREAM = "workstream"
    COMMITTEE = "committee"

    @property
    def in_words(self) -> str:
        """What people read for it; the id of a sentence."""
        return _IN_WORDS[self]


_IN_WORDS = {
    GroupKind.WORKING_GROUP: mark("Working group"),
    GroupKind.WORKSTREAM: mark("Workstream"),
    GroupKind.COMMITTEE: mark("Committee"),
}


def _kind(written: Any) -> Any:
    told = "_".join(str(written).split()).casefold()
    if told and told not in tuple(GroupKind):
        known = ", ".join(GroupKind)
        raise Wrong(
            say("{word} is no kind of group", word=shown(str(written))),
            say("write one of {known}", known=known),
        )
    return told or GroupKind.WORKING_GROUP


Figure = Annotated[AtLeastZero | None, BeforeValidator(nothing_if_blank)]
COSTS = ("people_a_year", "each_usd", "alone_usd")
"""The columns on what a partner's help costs."""


class Partner(Entry):
    """An organization that takes part.

    Args:
        sector: such as schools or business.
        kind: such as nonprofit or city agency; it tells namesakes apart.
        serves: whom.
        good_at: what others could ask it for.
        people_a_year: how many people it helps in a year; None where nobody has said.
        each_usd: what helping one of them costs, by dividing the work among specialists; likewise.
        alone_usd: what it would cost where one organization does everything; likewise.
        formal_member: whether it has signed; the others take part.
        has_committed: what it has said it will do.
        credit_wanted: how it is named where a shared result is told.
        own_money_usd: of its own, a year; no part of the backbone's budget. None: not said.
        volunteer_hours: of its volunteers, a year; a gift that takes nothing off the plan's cost.
    """

    sector: Text = ""
    kind: Text = ""
    serves: Text = ""
    good_at: Text = ""
    people_a_year: Figure = None
    each_usd: Figure = None
    alone_usd: Figure = None
    formal_member: Yes = False
    has_committed: Text = ""
    credit_wanted: Text = ""
    own_money_usd: Annotated[Dollars | None, BeforeValidator(nothing_if_blank)] = None
    volunteer_hours: Annotated[
        Annotated[AtLeastZero, Field(le=MOST_HOURS)] | None, BeforeValidator(nothing_if_blank)
    ] = None

    @property
    def costs(self) -> tuple[Decimal | None, ...]:
        """What is known of what its help costs."""
        return (self.people_a_year, self.each_usd, self.alone_usd)


class Group(Entry):
    """A working group, a workstream, or a committee.

    Args:
        aim: what it is to bring about.
        element: the part of the agenda it works on.
        chair: who leads its meetings.
        lead: the one partner that answers for it; empty for none yet.
        supports: the partners that help.
        people_affected: whether somebody who lives with the problem sits in it.
        evidence: whether somebody in it brings data.
        meetings_a_year: None where nobody has said.
        begins: its first month; None where it runs from the start.
        ends: its last month; None where it goes on.
    """

    kind: Annotated[GroupKind, BeforeValidator(_kind)] = GroupKind.WORKING_GROUP
    aim: Text = ""
    element: Text = ""
    chair: Text = ""
    lead: Text = ""
    supports: Ids = ()
    people_affected: Yes = False
    evidence: Yes = False
    meetings_a_year: Annotated[
        Annotated[AtLeastZero, Field(le=MOST_MEETINGS)] | None, BeforeValidator(nothing_if_blank)
    ] = None
    begins: Annotated[Month | None, BeforeValidator(nothing_if_blank)] = None
    ends: Annotated[Month | None, BeforeValidator(nothing_if_blank)] = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Group":
        if self.begins and self.ends and self.ends < self.begins:
            raise Wrong(
                say("it ends before it begins"),
                say("write a last month that is not before the first"),
                at=".ends",
            )
        return self

    @property
    def works(self) -> bool:
        """Whether it does work of its own, which partners lead and support."""
        return self.kind is not GroupKind.COMMITTEE

    def runs_in(self, month: str) -> bool:
        """Whether it is at work in this month."""
        return (not self.begins or self.begins <= month) and (not self.ends or month <= self.ends)


def partners_apart(partners: Sequence[Partner]) -> tuple[Partner, ...]:
    """The partners of one list; two of one name are told apart by their kind or a number."""
    return apart(partners, [one.kind for one in partners])


def groups_apart(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Likewise the groups of one list, by their kind."""
    return apart(groups, [say(one.kind.in_words) for one in groups])


def counted(
    partners: Sequence[Partner],
    groups: Sequence[Group],
    measures: Sequence[Measure] = (),
    places: Sequence[str] = (),
    *,
    sources: Sequence[Source] = (),
    start: str = "",
    year: int = 0,
) -> dict[str, Decimal]:
    """How many there are of what makes work, by the driver that asks for it, as far as the lists
    tell: a list that is empty counts nothing, and meetings count once every group has said how
    often it meets.

    Args:
        partners: all of them count.
        groups: one that runs for some months of the year counts for that part of it.
        measures: a partner's own is no work for the backbone; the others are.
        places: the cities, counties or neighborhoods it is at work in, by name.
        sources: of money; one that wants a report of its own counts for the months it pays in.
        start: the first month of the years; empty where nobody asks about the years yet, and every
            group counts in full.
        year: which of them, from 0.
    """
    counts: dict[str, Decimal] = {}
    if partners:
        counts["partners"] = Decimal(len(partners))
    if any(one.works for one in groups):
        counts["working_groups"] = _decimal(
            sum((_part(one, start, year) for one in groups if one.works), Fraction(0))
        )
    if groups and not silent(groups):
        held = (Fraction(one.meetings_a_year or 0) * _part(one, start, year) for one in groups)
        counts["meetings"] = _decimal(sum(held, Fraction(0)) / MONTHS)
    if any(one.followed_together for one in measures):
        counts["indicators"] = Decimal(sum(one.followed_together for one in measures))
    if places:
        counts[SITES] = Decimal(len(places))
    reported = [one for one in sources if one.results is Results.OWN]
    if reported:
        parts = (
            Fraction(one.count_in_year(start, year), MONTHS) if start else Fraction(1)
            for one in reported
        )
        counts[OWN_REPORTS] = _decimal(sum(parts, Fraction(0)))
    return counts


def _part(group: Group, start: str, year: int) -> Fraction:
    """For which part of a year it runs."""
    if not start:
        return Fraction(1)
    months = (months_after(start, year * MONTHS + place) for place in range(MONTHS))
    return Fraction(sum(group.runs_in(month) for month in months), MONTHS)


def silent(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups that have not said how often they meet."""
    return tuple(one for one in groups if one.meetings_a_year is None)


def with_counts(
    plan: Plan, counts: Mapping[str, Decimal], typed: Mapping[Any, Any] | None = None
) -> Plan:
    """The plan with what the lists count in place of the numbers typed for it.

    Args:
        plan: as it is written; one whose need is given in hours stays.
        counts: by driver.
        typed: drivers that stay as they are typed, such as those that a scenario changes.
    """
    told = {driver: count for driver, count in counts.items() if driver not in (typed or {})}
    if plan.drivers is None or not told:
        return plan
    return plan.model_copy(update={"drivers": {**plan.drivers, **told}})


class YearsOfWork(OutlookPlan):
    """Years in which groups and whoever wants a report begin and end: ``counts`` by driver for each
    of them.
    """

    counts: tuple[dict[str, Decimal], ...]

    def drivers_in(self, year: int, drivers: Mapping[str, Decimal]) -> dict[str, Decimal]:
        """As many more or fewer as the lists have then; growth comes on top."""
        first, then = self.counts[0], self.counts[year]
        moved = {
            name: _moved(many, first.get(name), then.get(name)) for name, many in drivers.items()
        }
        return super().drivers_in(year, moved)


def _moved(many: Decimal, first: Decimal | None, then: Decimal | None) -> Decimal:
    """In the ratio of the list, so that a plan with other numbers moves with it; where the list
    begins with none, by what it adds.
    """
    if first is None or then is None or first == then:
        return many
    if not first:
        return many + then
    return _decimal(Fraction(many) * Fraction(then) / Fraction(first))


def with_years_of_work(
    years: OutlookPlan, groups: Sequence[Group], sources: Sequence[Source] = ()
) -> OutlookPlan:
    """The years as the groups run in them and money is reported on; the same years where no group
    begins or ends, and nobody wants a report of her own.
    """
    moving = groups if any(one.begins or one.ends for one in groups) else ()
    if not moving and not any(one.results is Results.OWN for one in sources):
        return years
    counts = tuple(
        counted((), moving, sources=sources, start=years.start, year=year)
        for year in range(MOST_YEARS)
    )
    known = {name: getattr(years, name) for name in OutlookPlan.model_fields}
    return YearsOfWork.model_construct({*years.model_fields_set, "counts"}, **known, counts=counts)


def _decimal(number: Fraction) -> Decimal:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(_FINEST).normalize() + 0
