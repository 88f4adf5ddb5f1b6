"""Questions people ask first, each answered by one press: what it sets of the switches, and of whom
it can be asked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.naming import payer_named
from cidesign.domain.value import MONTHS
from cidesign.domain.what_if import Asked, Source, Subject, WhatIf, WhatIfs
from cidesign.domain.what_if.grant_length import GRANT_LENGTH
from cidesign.domain.what_if.match_fails import MATCH_FAILS
from cidesign.domain.what_if.pay import PAY
from cidesign.domain.what_if.smallest_post import SMALLEST_POST
from cidesign.domain.what_if.unrestricted import UNRESTRICTED
from cidesign.text import mark

FIVE_YEARS = 5 * MONTHS
SECOND_YEAR = 2
PAY_MORE = Decimal("0.15")


@dataclass(frozen=True)
class Way:
    """One way to ask a question.

    Args:
        label: of whom it is asked; empty where it is about the plan as a whole.
        asked: what it sets of the switches; all else is off.
    """

    label: str
    asked: Asked


@dataclass(frozen=True)
class Question:
    """One question.

    Args:
        id: in small letters and hyphens.
        label: what follows *what if*.
        ways: how it can be asked of a workshop, the likeliest first; () where it cannot be.
    """

    id: str
    label: str
    ways: Callable[[Subject], tuple[Way, ...]]


def _of(what_if: WhatIf, setting: object, source: Source | None = None) -> Way:
    label = "" if source is None else payer_named(source.id)
    return Way(label, WhatIfs.model_validate({what_if.key: setting}))


def _largest(sources: tuple[Source, ...]) -> list[Source]:
    return sorted(sources, key=lambda one: (-_a_year(one), one.id))


def _a_year(source: Source) -> Decimal:
    return source.award.usd if source.award else source.first_year_usd


def _freed(subject: Subject) -> tuple[Way, ...]:
    grants = _largest(UNRESTRICTED.of(subject))
    return tuple(_of(UNRESTRICTED, (one.id,), one) for one in grants)


def _five_years(subject: Subject) -> tuple[Way, ...]:
    return tuple(
        _of(GRANT_LENGTH, {one.id: FIVE_YEARS - one.months}, one)
        for one in _largest(subject.sources)
        if one.months and one.months < FIVE_YEARS
    )


def _match(subject: Subject) -> tuple[Way, ...]:
    """Those who pay something only against a match."""
    return _second_year(subject, matched=True)


def _stops(subject: Subject) -> tuple[Way, ...]:
    """Everybody else who still pays then."""
    return _second_year(subject, matched=False)


def _second_year(subject: Subject, *, matched: bool) -> tuple[Way, ...]:
    still = {
        one.id: one
        for one, year in MATCH_FAILS.of(subject)
        if year == SECOND_YEAR and _asks_for_match(one) == matched
    }
    ordered = _largest(tuple(still.values()))
    return tuple(_of(MATCH_FAILS, {one.id: SECOND_YEAR}, one) for one in ordered)


def _asks_for_match(source: Source) -> bool:
    return source.award is not None and source.award.matched_usd is not None


def _full_time(subject: Subject) -> tuple[Way, ...]:
    full = Decimal(1)
    return (_of(SMALLEST_POST, full),) if full in SMALLEST_POST.offered(subject) else ()


def _pay(_: Subject) -> tuple[Way, ...]:
    return (_of(PAY, PAY_MORE),)


QUESTIONS = (
    Question("unrestricted", mark("my grant is unrestricted?"), _freed),
    Question("five-years", mark("my grant is for five years?"), _five_years),
    Question("match", mark("the match fails in year 2?"), _match),
    Question("stops", mark("a source stops in year 2?"), _stops),
    Question("full-time", mark("all posts are full time?"), _full_time),
    Question("pay", mark("pay is 15% higher?"), _pay),
)
"""In the order in which people see them."""


def askable(subject: Subject) -> dict[str, tuple[Way, ...]]:
    """The ways of each question that can be asked, by its id."""
    found = {one.id: one.ways(subject) for one in QUESTIONS}
    return {id: ways for id, ways in found.items() if ways}


def labelled(id: str) -> str:
    """What a question says."""
    return next(one.label for one in QUESTIONS if one.id == id)
