"""Answers to the six questions that the record gives by itself: how much staff, from the plan; who
pays, from the list of money.
"""

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import fte
from cidesign.domain.funding import Source
from cidesign.domain.guidance import SixField
from cidesign.domain.labels import Named
from cidesign.domain.naming import payer_named
from cidesign.domain.reading import total_fte
from cidesign.domain.value import MONTHS, months_after
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.text.sentence import (
    NOTHING,
    Figure,
    Sentence,
    at,
    in_a_row,
    inside,
    known,
    of,
    own,
    together,
    told,
)
from cidesign.views.funding.words import a_year_of, last_month_of

FIRST_YEARS = 3
"""How many years the short run is; ours."""


def can_be_taken(field: SixField, bundle: Bundle) -> bool:
    """Whether the record answers this part of a question."""
    if field.taken_from == "plan":
        return bundle.plan is not None
    return bool(field.taken_from and _sources(bundle))


def taken(field: SixField, bundle: Bundle, catalog: Catalog, found: Allocation | None) -> Sentence:
    """The answer the record gives; nothing where it gives none.

    Args:
        found: what the budget of the first year buys, on the terms of the chosen host.
    """
    if field.taken_from == "plan":
        return _staff(catalog, found)
    if field.taken_from == "first_money":
        return _first(bundle)
    return _later(bundle) if field.taken_from == "later_money" else NOTHING


def _staff(catalog: Catalog, found: Allocation | None) -> Sentence:
    if found is None or found.fte is None:
        return told(say("There is no team yet; the page Team and budget says why."))
    labels = catalog.labels.roles
    posts = [
        told(
            say("{role} {fte}"),
            role=inside(_named(labels, id)),
            fte=_fte(_named(labels, id), id, n),
        )
        for id, n in found.fte.items()
        if n > 0
    ]
    if not posts:
        return told(say("By the plan nobody is hired in the first year."))
    total = total_fte(found)
    what = told(say("All posts together"))
    whole = Figure(fte(total), total, "FTE", what, of("sum", at("plan", "fte")))
    return told(
        say("By the plan {total} FTE in the first year: {posts}."),
        total=whole,
        posts=in_a_row(posts),
    )


def _named(labels: Named, id: str) -> Sentence:
    return known(labels[id]) if id in labels else own(labels[id])


def _fte(name: Sentence, id: str, size: float) -> Figure:
    return Figure(
        fte(size), size, "FTE", told(say("Posts: {role}"), role=name), at("plan", "fte", id)
    )


def _first(bundle: Bundle) -> Sentence:
    """Who pays in the first years, how much a year, and until when."""
    until = _later_from(bundle)
    paying = [(place, one) for place, one in enumerate(_sources(bundle)) if one.from_ < until]
    if not paying:
        return told(say("Nobody has promised money for the first years."))
    return told(
        say("Promised: {sources}."),
        sources=in_a_row([_said(bundle, place, one) for place, one in paying]),
    )


def _later(bundle: Bundle) -> Sentence:
    """Who still pays after the first years, and when the last of it ends."""
    since, sources = _later_from(bundle), _sources(bundle)
    paying = [(place, one) for place, one in enumerate(sources) if one.to >= since]
    if not sources:
        return NOTHING
    end = max(range(len(sources)), key=lambda place: sources[place].to)
    last = last_month_of(bundle, end, sources[end])
    if not paying:
        return told(
            say("Nobody has promised money for later; the last of it ends in {month}."), month=last
        )
    return together(
        [
            told(
                say("After the first years still promised: {sources}."),
                sources=in_a_row([_said(bundle, place, one) for place, one in paying]),
            ),
            told(say("The last of it ends in {month}."), month=last),
        ]
    )


def _said(bundle: Bundle, place: int, source: Source) -> Sentence:
    return told(
        say("{name} {usd} a year until {month}"),
        name=own(payer_named(source.id)),
        usd=a_year_of(bundle, place, source),
        month=last_month_of(bundle, place, source),
    )


def _sources(bundle: Bundle) -> tuple[Source, ...]:
    return bundle.funding.sources if bundle.funding else ()


def _later_from(bundle: Bundle) -> str:
    """The first month after the first years."""
    sources = _sources(bundle)
    start = (
        bundle.outlook.start if bundle.outlook else min((one.from_ for one in sources), default="")
    )
    return months_after(start, FIRST_YEARS * MONTHS) if start else ""
