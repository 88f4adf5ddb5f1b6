"""What a what-if is asked about: a plan, the years, and everybody who pays, each of them once."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil
from typing import Any

from cidesign.domain import funding
from cidesign.domain.money import Grant
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan, Role
from cidesign.domain.value import MONTHS, months_after, months_between

CENT = Decimal("0.01")
NOTHING = Decimal(0)
MOST_FTE = Decimal(1000)


@dataclass(frozen=True)
class Source:
    """Somebody who pays: an award of the years, a grant of the plan, or one that stands in both
    under one id.

    Args:
        first_year_usd: what it is worth in the plan's year.
        award: None where the years do not list it; then it has no dates.
        grant: None where the plan does not restrict it.
        renewed: whether the renewal it may give counts as given.
        until: the year of the plan from which its match fails, so that what depends on the match is
            not paid; where it asks for none, nothing of it. None: it pays to its end.
    """

    id: str
    first_year_usd: Decimal
    award: funding.Source | None = None
    grant: Grant | None = None
    renewed: bool = False
    until: int | None = None

    @property
    def restricted(self) -> bool:
        """Whether it may pay for some things only."""
        return self.grant is not None or bool(self.award and self.award.restricted)

    @property
    def months(self) -> int | None:
        """How long it pays; None where it has no dates."""
        return None if self.award is None else months_between(self.award.from_, self.award.to) + 1

    def awards(self, start: str, taken: Collection[str]) -> tuple[funding.Source, ...]:
        """What the years list of it: itself, and its renewal where that counts as given, each to
        the month in which it stops.

        Args:
            start: the first month of the plan's year.
            taken: ids the renewal may not have.
        """
        if self.award is None:
            return ()
        given = (self.award, *self._renewals(taken))
        if self.until is None:
            return given
        last = months_after(start, MONTHS * (self.until - 1) - 1)
        names = {*taken, *(one.id for one in given)}
        return tuple(part for one in given for part in self._until(one, last, names))

    def _until(self, one: funding.Source, last: str, taken: set[str]) -> Iterator[funding.Source]:
        """What is left of an award when its match fails after a month: what does not depend on it,
        and to that month what does.
        """
        if one.to <= last:
            yield one
            return
        matched = self.award.matched_usd if self.award else None
        lost = one.usd if matched is None else min(one.usd, matched)
        stays = one.usd - lost
        if stays:
            yield one.model_copy(update={"usd": stays})
        if one.from_ <= last and lost:
            id = _free_id(f"{one.id}_matched", taken) if stays else one.id
            yield one.model_copy(update={"id": id, "usd": lost, "to": last})

    def promised_usd(self, start: str) -> Decimal:
        """What of it the plan's year counts on."""
        later = sum((_cents(one.usd_in_year(start)) for one in self._renewals(())), NOTHING)
        return self.first_year_usd + later

    def _renewals(self, taken: Collection[str]) -> tuple[funding.Source, ...]:
        """The renewal as a source of its own, for the same things; () where none is counted."""
        award = self.award
        if not self.renewed or award is None or award.renewal is None:
            return ()
        months = round(award.renewal.years * MONTHS)
        if not months or not award.renewal.usd:
            return ()
        renewal = {
            "id": _free_id(f"{self.id}_renewed", taken),
            "usd": award.renewal.usd,
            "from_": months_after(award.to, 1),
            "to": months_after(award.to, months),
            "renewal": None,
            "match": None,
        }
        return (award.model_copy(update=renewal),)

    def freed(self) -> "Source":
        """The same money for anything."""
        award = self.award and self.award.model_copy(
            update={"functions": (), "roles": (), "lines": (), "office": False}
        )
        return replace(self, award=award, grant=None)

    def longer(self, months: int, start: str) -> "Source | None":
        """The same money a month, ending so many months later, or earlier below 0; None where
        nothing is left of it.

        Args:
            start: the first month of the plan's year.
        """
        if self.award is None or self.months is None:
            return self
        if self.months + months < 1:
            return None
        award = self.award.model_copy(update={"to": months_after(self.award.to, months)})
        before, after = (one.count_in_year(start) for one in (self.award, award))
        if before == after:
            return replace(self, award=award)
        if not before:
            return replace(self, award=award, first_year_usd=_cents(award.usd_in_year(start)))
        usd = _cents(self.first_year_usd * after / before)
        grant = self.grant and self.grant.model_copy(
            update={"usd": _cents(self.grant.usd * after / before)}
        )
        return replace(self, award=award, first_year_usd=usd, grant=grant)


@dataclass(frozen=True)
class Subject:
    """The plan without a word on who pays, who pays, and the years.

    ``plan`` and ``years`` keep their own lists of money, their posts and the budget as they were:
    ``told`` puts what is asked in their place, so that the order of asking changes nothing.

    Args:
        hosts: ids of those on whose terms one may ask.
        host: on whose terms it is asked; empty: on those it stands on.
        without: ids of posts nobody is hired for.
        one_more: ids of posts that one person more may be hired for.
        more_usd: by how much the budget is larger, beside what the sources move it.
    """

    plan: Plan
    years: OutlookPlan | None
    sources: tuple[Source, ...]
    hosts: tuple[str, ...] = ()
    host: str = ""
    without: frozenset[str] = frozenset()
    one_more: frozenset[str] = frozenset()
    more_usd: Decimal = NOTHING

    @property
    def start(self) -> str:
        """The first month of the plan's year; empty where nobody has said."""
        return self.years.start if self.years else ""

    @property
    def posts(self) -> tuple[str, ...]:
        """Ids of the posts somebody may be hired for."""
        return tuple(role.id for role in self.plan.roles if role.max_fte)

    def with_plan(self, **changes: Any) -> "Subject":
        """With some keys of the plan changed."""
        return replace(self, plan=self.plan.model_copy(update=changes))


def subject_of(plan: Plan, years: OutlookPlan | None, hosts: Collection[str] = ()) -> Subject:
    """A plan and its years, ready to be asked. ``hosts``: ids of those who say their terms."""
    grants = {grant.id: grant for grant in plan.funding.grants}
    awards = {award.id: award for award in (years.funding if years else ())}
    start = years.start if years else ""
    return Subject(
        plan,
        years,
        tuple(
            _source(id, awards.get(id), grants.get(id), start)
            for id in dict.fromkeys([*awards, *grants])
        ),
        tuple(hosts),
    )


def _source(id: str, award: funding.Source | None, grant: Grant | None, start: str) -> Source:
    if grant is not None:
        return Source(id, grant.usd, award, grant)
    assert award is not None  # noqa: S101 - an id comes from one of the two
    return Source(id, _cents(award.usd_in_year(start)), award)


def told(before: Subject, after: Subject) -> Subject:
    """With whoever pays now written into plan and years, the posts one may fill, and the budget
    moved by what the first year's promised money moved.

    Promised money the budget did not plan to spend is lost first. What is still to raise stays to
    be raised.
    """
    after = after.with_plan(roles=tuple(_post(role, after) for role in after.plan.roles))
    if after.sources == before.sources and not after.more_usd:
        return after
    ids = [one.id for one in after.sources]
    awards = tuple(award for one in after.sources for award in one.awards(after.start, ids))
    grants = (
        *funding.grants_of_first_year(awards, after.start),
        *(one.grant for one in after.sources if one.grant and not one.award),
    )
    budget = before.plan.funding.budget_usd
    was, now = _promised(before), _promised(after)
    unspent = max(NOTHING, was - budget)
    moved = now - was if now > was else -max(NOTHING, was - now - unspent)
    least = sum((grant.usd for grant in grants), NOTHING)
    held = after.plan.funding.model_copy(
        update={"budget_usd": max(least, budget + moved + after.more_usd), "grants": grants}
    )
    return replace(
        after,
        plan=after.plan.model_copy(update={"funding": held}),
        years=after.years and after.years.model_copy(update={"funding": awards}),
    )


def _promised(subject: Subject) -> Decimal:
    """What the plan's year counts on, of everybody who pays."""
    return sum((one.promised_usd(subject.start) for one in subject.sources), NOTHING)


def _post(role: Role, asked: Subject) -> Role:
    """A post as it may be filled: not at all, by one person more, and whole where no part of one
    would do.
    """
    if role.id in asked.without:
        return role.model_copy(
            update={
                "min_fte": NOTHING,
                "max_fte": NOTHING,
                "must_have": False,
                "in_post": NOTHING,
            }
        )
    if role.id in asked.one_more:
        step = asked.plan.fte_step
        person = ceil(1 / step) * step
        role = role.model_copy(update={"max_fte": min(MOST_FTE, role.max_fte + person)})
    if role.max_fte and not asked.plan.runs_of(role):
        return role.model_copy(update={"max_fte": Decimal(ceil(role.max_fte))})
    return role


def _free_id(id: str, taken: Collection[str]) -> str:
    while id in taken:
        id += "_"
    return id


def _cents(usd: Decimal) -> Decimal:
    return usd.quantize(CENT)
