"""How much of the money promised for the first year is tied to what, and how much may pay for
anything: computed from who pays.
"""

from collections.abc import Sequence
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money
from cidesign.domain.first_year import PLAN
from cidesign.domain.labels import Labels, Named
from cidesign.domain.money import Grant, Payer
from cidesign.domain.naming import payer_named
from cidesign.domain.value import MONTHS
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
from cidesign.views.funding.view import promise
from cidesign.views.funding.words import PROMISED, written_at

TIED = of("tied", at(PLAN, "funding"))


def tied(bundle: Bundle, catalog: Catalog) -> Sentence:
    """What of the promised money is free and what is tied to what, in one sentence, and what to ask
    for where most of it is tied; nothing where nobody has promised any.
    """
    found, plan = promise(bundle), bundle.plan
    if found is None or plan is None or not found.promised_usd:
        return NOTHING
    bound = sum((grant.usd for grant in plan.funding.grants), Decimal(0))
    whole = Figure(
        money(found.promised_usd),
        found.promised_usd,
        "USD/year",
        told(say("What is promised for the first year")),
        PROMISED,
    )
    free_usd = max(found.promised_usd - bound, Decimal(0))
    free = Figure(
        money(free_usd),
        free_usd,
        "USD/year",
        told(say("What of the promised money may pay for anything")),
        of("difference", PROMISED, TIED),
    )
    if not bound:
        return told(say("All of the promised {promised} may pay for anything."), promised=whole)
    parts = in_a_row(_parts(bundle, plan.funding.grants, catalog.labels))
    if not free_usd:
        said = told(
            say("None of the promised {promised} may pay for anything: {parts}."),
            promised=whole,
            parts=parts,
        )
    else:
        said = told(
            say("Of the promised {promised}, {free} may pay for anything; {parts}."),
            promised=whole,
            free=free,
            parts=parts,
        )
    if free_usd >= bound:
        return said
    return together(
        [said, told(say("Ask first for money that may pay for anything: it is harder to raise."))]
    )


def _parts(bundle: Bundle, grants: Sequence[Grant], labels: Labels) -> list[Sentence]:
    """What is tied to each thing or set of things, the most first."""
    groups: dict[Sentence, list[int]] = {}
    for place, grant in enumerate(grants):
        groups.setdefault(paid_for(grant, labels), []).append(place)
    usd = {what: sum(grants[place].usd for place in places) for what, places in groups.items()}
    parts = []
    for what, places in sorted(groups.items(), key=lambda one: -usd[one[0]]):
        names = in_a_row([own(payer_named(grants[place].id)) for place in places])
        addresses = [written(bundle, place, grants[place]) for place in places]
        figure = Figure(
            money(usd[what]),
            usd[what],
            "USD/year",
            told(say("Promised for some things only, by {names}"), names=names),
            addresses[0] if len(addresses) == 1 else of("sum", *addresses),
        )
        said = say("{usd} is tied to {what} ({names})")
        parts.append(told(said, usd=figure, what=what, names=names))
    return parts


def written(bundle: Bundle, place: int, grant: Grant) -> str:
    """Where the dollars of a grant of the first year's plan come from; ``place``: in the plan."""
    sources = bundle.funding.sources if bundle.funding else ()
    listed = [number for number, one in enumerate(sources) if one.id == grant.id and one.restricted]
    if not listed:
        return at(PLAN, "funding", "grants", place, "usd")
    whole = written_at(bundle, listed[0], "usd")
    first, last = grant.months
    count = last - first + 1
    return whole if count == MONTHS else of("months_of", whole, str(count))


def paid_for(payer: Payer, labels: Labels) -> Sentence:
    """What a grant or a source may pay for; nothing where it names nothing, and so may pay for
    anything.
    """
    return in_a_row(
        [
            *(inside(known(labels.functions[function])) for function in payer.functions),
            *(inside(_named(labels.roles, id)) for id in payer.roles),
            *(inside(_named(labels.lines, id)) for id in payer.lines),
            *([told(say("the office"))] if payer.office else []),
        ]
    )


def _named(labels: Named, id: str) -> Sentence:
    return known(labels[id]) if id in labels else own(labels[id])
