"""What partners put in beside the backbone's budget: who has signed, their own money, and the hours
of their volunteers at the published value of an hour. None of it is money of ours.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money, rounded
from cidesign.domain.work import PARTNERS, Partner
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.text.sentence import Figure, Sentence, at, of, told
from cidesign.views.team.spent import budget

VOLUNTEER_HOUR = "volunteer_hour"
PRICE = at("data/prices.yaml", VOLUNTEER_HOUR)


def put_in(bundle: Bundle, catalog: Catalog) -> tuple[Sentence, ...]:
    """Each in one sentence or two; nothing of what nobody has said."""
    return (*signed(bundle.partners), *own_money(bundle), *own_hours(bundle.partners, catalog))


def signed(partners: Sequence[Partner]) -> Iterator[Sentence]:
    """How many have signed, once one has."""
    number = sum(one.formal_member for one in partners)
    if not number:
        return
    what = told(say("Partners that have signed as formal members"))
    figure = Figure(str(number), number, "count", what, of("yes", PARTNERS, "formal_member"))
    whole = told(say("Partners on the list"))
    all_ = Figure(str(len(partners)), len(partners), "count", whole, of("count", PARTNERS))
    said = say_count(
        "Of {all} partners {n} has signed as a formal member; the others take part.",
        "Of {all} partners {n} have signed as formal members; the others take part.",
        number,
    )
    if number == len(partners):
        said = say("All {all} partners have signed as formal members.")
        yield told(said, all=figure)
        return
    yield told(said, n=figure, all=all_)


def own_money(bundle: Bundle) -> Iterator[Sentence]:
    """What partners pay themselves, beside the budget and never in it."""
    giving = [one for one in bundle.partners if one.own_money_usd]
    usd = sum((one.own_money_usd or Decimal(0) for one in giving), Decimal(0))
    if not giving:
        return
    what = told(say("Own money of partners, beside our budget"))
    address = of("total", PARTNERS, "own_money_usd")
    figure = Figure(money(usd), usd, "USD/year", what, address)
    yield told(
        say_count(
            "{n} partner puts in {usd} a year of its own money.",
            "{n} partners put in {usd} a year of their own money.",
            len(giving),
        ),
        n=_how_many(giving, "own_money_usd", told(say("Partners that put in own money"))),
        usd=figure,
    )
    plan = bundle.plan
    each = usd / plan.funding.budget_usd if plan and plan.funding.budget_usd else Decimal(0)
    if plan is None or not rounded(each, "0.01"):
        yield told(say("It is no part of the backbone's budget."))
        return
    ours = budget(plan)
    told_each = told(say("Own money of partners for each dollar of our budget"))
    ratio = Figure(
        f"${rounded(each, '0.01'):,}",
        each,
        "USD/USD",
        told_each,
        of("share_of", address, ours.of),
    )
    yield told(
        say("That is {ratio} for each dollar of our budget of {budget}, and no part of it."),
        ratio=ratio,
        budget=ours,
    )


def own_hours(partners: Sequence[Partner], catalog: Catalog) -> Iterator[Sentence]:
    """What volunteers of partners give, and what that is worth."""
    giving = [one for one in partners if one.volunteer_hours]
    if not giving:
        return
    given = sum((one.volunteer_hours or Decimal(0) for one in giving), Decimal(0))
    price = catalog.price(VOLUNTEER_HOUR)
    address = of("total", PARTNERS, "volunteer_hours")
    what = told(say("Hours a year that volunteers of partners give"))
    hour = told(say("Value of a volunteer hour"))
    worth = told(say("Worth of the hours that volunteers of partners give"))
    usd = given * price.value
    yield told(
        say_count(
            "Volunteers of {n} partner give {hours} hours a year.",
            "Volunteers of {n} partners give {hours} hours a year.",
            len(giving),
        ),
        n=_how_many(giving, "volunteer_hours", told(say("Partners whose volunteers give hours"))),
        hours=Figure(f"{rounded(given):,}", given, "hours/year", what, address),
    )
    yield told(
        say(
            "At {price} an hour, the value of {year}, they are worth {usd} a year: a gift and no "
            "cash, which takes nothing off what our plan costs."
        ),
        price=Figure(
            f"${price.value}",
            price.value,
            price.unit,
            hour,
            PRICE,
            price.source,
            price.assumed,
        ),
        year=Figure(
            str(price.as_of.year),
            price.as_of.year,
            "year",
            told(say("Year of the value of a volunteer hour")),
            of("year", PRICE),
        ),
        usd=Figure(money(usd), usd, "USD/year", worth, of("product", address, PRICE)),
    )


def _how_many(giving: Sequence[Partner], column: str, what: Sentence) -> Figure:
    number = len(giving)
    return Figure(str(number), number, "count", what, of("above_zero", PARTNERS, column))
