"""What of the year's cost each host works for, where functions sit with several: the plan stands on
the terms of one, so what each of the others would charge is told and not counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money, rate
from cidesign.domain.flows import year_cost
from cidesign.domain.panel import Candidate, Offer
from cidesign.domain.plan import Plan
from cidesign.domain.value import plain
from cidesign.domain.words import FUNCTIONS, Function
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
    told,
)

CANDIDATES = "candidates.csv"


@dataclass(frozen=True)
class HostPart:
    """What one host works for.

    Args:
        host: the candidate; None for the backbone's own host.
        functions: that sit with it.
        usd: what they cost in the year, the host's charge on them included.
    """

    host: Candidate | None
    functions: tuple[Function, ...]
    usd: Decimal


def parts(bundle: Bundle, plan: Plan, found: Allocation) -> tuple[HostPart, ...]:
    """The backbone's own host first; none where one organization carries all six functions, or no
    plan was found.
    """
    hosts = bundle.structure.hosts if bundle.structure else {}
    ours = bundle.decisions.chosen_host
    listed = {one.id: one for one in bundle.candidates}
    sits: dict[str, list[Function]] = {}
    for function in FUNCTIONS:
        host = hosts.get(function, "")
        sits.setdefault("" if host == ours else host, []).append(function)
    if len(sits) < 2 or not found.found:
        return ()
    uses = year_cost(plan, found).uses
    return tuple(
        HostPart(
            listed.get(id),
            tuple(functions),
            sum((uses[str(one)].usd for one in functions), Decimal(0)),
        )
        for id, functions in sorted(sits.items(), key=lambda one: one[0] != "")
    )


def lines(
    bundle: Bundle, catalog: Catalog, plan: Plan, found: Allocation, terms_of: str = ""
) -> tuple[Sentence, ...]:
    """What each host works for, and what of the others' terms is not counted; nothing where one
    carries all. ``terms_of``: id of the candidate on whose terms the plan stands.
    """
    every = parts(bundle, plan, found)
    if not every:
        return ()
    said = told(
        say("Several hosts carry functions. Of the year's cost, {parts}."),
        parts=in_a_row([_part(one, catalog) for one in every]),
    )
    whose = told(
        say(
            "The rest, such as leading, office and hiring, belongs to all. The plan stands on one "
            "set of terms for all of it."
        )
    )
    return (said, whose, *_not_counted(every, terms_of))


def _part(one: HostPart, catalog: Catalog) -> Sentence:
    name = own(one.host.label) if one.host else told(say("the backbone's own host"))
    functions = in_a_row([inside(known(catalog.labels.functions[str(it)])) for it in one.functions])
    addresses = [of(kind, str(it)) for it in one.functions for kind in ("direct", "charged")]
    figure = Figure(
        money(one.usd),
        one.usd,
        "USD/year",
        told(say("What the functions cost that sit with {host}"), host=name),
        of("sum", *addresses),
    )
    said = say("{usd} is for what {host} carries ({functions})")
    return told(said, usd=figure, host=name, functions=functions)


def _not_counted(every: tuple[HostPart, ...], terms_of: str) -> Iterator[Sentence]:
    for one in every:
        if one.host is None or one.host.id == terms_of:
            continue
        terms = in_a_row(list(_terms(one.host)))
        if one.host.offer == Offer() or not terms:
            said = say("{host} has named no terms: ask what it charges before you agree.")
            yield told(said, host=own(one.host.label))
            continue
        said = say(
            "Not in this plan are the terms of {host}: {terms}. On Team the plan can be tried on "
            "them; agree on its part in writing."
        )
        yield told(said, host=own(one.host.label), terms=terms)


def _terms(host: Candidate) -> Iterator[Sentence]:
    """What it charges and pays."""
    offer, charged = host.offer, host.offer.overhead
    if charged is not None and charged.kind in ("indirect", "fee"):
        what = told(say("What {host} charges"), host=own(host.label))
        address = at(CANDIDATES, host.id, "offer_rate")
        figure = Figure(rate(charged.rate), charged.rate, "share", what, address)
        said = (
            say("{rate} of direct cost")
            if charged.kind == "indirect"
            else say("a fee of {rate} of all revenue")
        )
        yield told(said, rate=figure)
    if offer.pay_scale != 1:
        what = told(say("Pay scale of {host}"), host=own(host.label))
        address = at(CANDIDATES, host.id, "offer_pay_scale")
        figure = Figure(plain(offer.pay_scale), offer.pay_scale, "factor", what, address)
        yield told(say("salaries times {scale}"), scale=figure)
    if offer.benefits_rate is not None:
        what = told(say("Benefits at {host}"), host=own(host.label))
        address = at(CANDIDATES, host.id, "offer_benefits_rate")
        figure = Figure(rate(offer.benefits_rate), offer.benefits_rate, "share", what, address)
        yield told(say("benefits of {rate} of salary"), rate=figure)


def in_the_agreement(bundle: Bundle, plan: Plan, found: Allocation) -> Sentence:
    """How much of the year's cost is for what others than the backbone's own host carry; nothing
    where there are none.
    """
    others = [one for one in parts(bundle, plan, found) if one.host is not None]
    if not others:
        return NOTHING
    functions = [it for one in others for it in one.functions]
    addresses = [of(kind, str(it)) for it in functions for kind in ("direct", "charged")]
    usd = sum((one.usd for one in others), Decimal(0))
    what = told(say("What the functions cost that sit with others"))
    figure = Figure(money(usd), usd, "USD/year", what, of("sum", *addresses))
    said = say("Of the first year's cost, {usd} is for functions that others carry: {hosts}.")
    names = in_a_row([own(one.host.label) for one in others if one.host])
    return told(said, usd=figure, hosts=names)
