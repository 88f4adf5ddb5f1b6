"""What helping one person costs where each partner does what it does best, beside what it would
cost were each alone; and what of the backbone that pays for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.figures import money, percent, rounded
from cidesign.domain.plan import Plan
from cidesign.domain.work import Partner
from cidesign.text import say, say_count
from cidesign.text.sentence import NOTHING, Figure, Sentence, in_a_row, of, own, together, told
from cidesign.views.team.spent import budget

FILE = "partners.csv"


@dataclass(frozen=True)
class CostOfHelp:
    """Of the partners that have said all three figures.

    Args:
        known: these partners.
        open: those that have said one or two of the three.
        people: whom they help in a year; one helped by two of them counts twice.
        together_usd: what that costs in a year.
        alone_usd: what it would cost were each of them alone.
    """

    known: tuple[Partner, ...]
    open: tuple[Partner, ...]
    people: Decimal
    together_usd: Decimal
    alone_usd: Decimal

    @property
    def saved_usd(self) -> Decimal:
        """What dividing the work saves in a year; below 0 where it costs more."""
        return self.alone_usd - self.together_usd

    @property
    def dearer(self) -> tuple[Partner, ...]:
        """Those whose help costs more than were they alone."""
        return tuple(one for one in self.known if (one.each_usd or 0) > (one.alone_usd or 0))


def cost_of_help(partners: Sequence[Partner]) -> CostOfHelp | None:
    """None where no partner has said anything of it."""
    asked = [one for one in partners if any(value is not None for value in one.costs)]
    if not asked:
        return None
    known = [one for one in asked if None not in one.costs]
    people = [one.people_a_year or Decimal(0) for one in known]
    return CostOfHelp(
        known=tuple(known),
        open=tuple(one for one in asked if None in one.costs),
        people=sum(people, Decimal(0)),
        together_usd=_sum(people, [one.each_usd for one in known]),
        alone_usd=_sum(people, [one.alone_usd for one in known]),
    )


def _sum(people: Sequence[Decimal], usd: Sequence[Decimal | None]) -> Decimal:
    pairs = zip(people, usd, strict=True)
    return sum((many * (one or Decimal(0)) for many, one in pairs), Decimal(0))


def lines(found: CostOfHelp, plan: Plan | None) -> tuple[Sentence, ...]:
    """What helping one person costs, what that saves beside the backbone's budget, who costs more,
    and what is open.
    """
    said = (_each(found), _saved(found, plan), _dearer(found), _open(found))
    return tuple(one for one in said if one)


def _each(found: CostOfHelp) -> Sentence:
    if not found.people:
        return NOTHING
    many = Figure(
        f"{rounded(found.people):,}",
        found.people,
        "people/year",
        told(say("People our partners help in a year")),
        of("people_helped", FILE),
    )
    each, alone = (
        Figure(money(usd / found.people), usd / found.people, "USD/person", what, of("each", key))
        for usd, what, key in (
            (found.together_usd, told(say("What helping one person costs")), "each_usd"),
            (found.alone_usd, told(say("What it would cost alone")), "alone_usd"),
        )
    )
    return told(
        say(
            "Helping one person costs {each} on average; were each partner alone, it would cost "
            "{alone}. These are partners' own figures, for {people} people a year."
        ),
        each=each,
        alone=alone,
        people=many,
    )


def _saved(found: CostOfHelp, plan: Plan | None) -> Sentence:
    saved = found.saved_usd
    if not saved:
        return NOTHING
    what = told(say("What dividing the work saves in a year"))
    address = of("difference", of("cost_of_help", "alone_usd"), of("cost_of_help", "each_usd"))
    if saved < 0:
        figure = Figure(money(-saved), -saved, "USD/year", what, of("size", address))
        said = say("That is {usd} more a year. Ask what people get for it.")
        return told(said, usd=figure)
    figure = Figure(money(saved), saved, "USD/year", what, address)
    if plan is None or not plan.funding.budget_usd:
        return told(say("That is {usd} less a year."), usd=figure)
    whole = budget(plan)
    share = Figure(
        percent(saved / plan.funding.budget_usd),
        saved / plan.funding.budget_usd,
        "share",
        told(say("What dividing the work saves, as a share of the backbone's budget")),
        of("quotient", address, whole.of),
    )
    said = say(
        "That is {usd} less a year: {share} of the {budget} that the backbone may cost, which is "
        "what brings specialists together."
    )
    return told(said, usd=figure, share=share, budget=whole)


def _dearer(found: CostOfHelp) -> Sentence:
    if not found.dearer:
        return NOTHING
    said = say("It costs more than alone at: {names}. Ask why before it is told to funders.")
    return told(said, names=_named(found.dearer))


def _open(found: CostOfHelp) -> Sentence:
    if not found.open:
        return NOTHING
    said = say("Not counted, because a figure is missing: {names}.")
    return told(said, names=_named(found.open))


def _named(partners: Sequence[Partner]) -> Sentence:
    return in_a_row([own(one.label) for one in partners])


def claim(found: CostOfHelp) -> str:
    """What the figures show, as a heading."""
    if not found.people:
        return say("Nobody knows yet what helping one person costs")
    if found.saved_usd > 0:
        return say("Dividing the work makes help cheaper")
    return (
        say("Dividing the work makes help dearer")
        if found.saved_usd
        else say("Dividing the work costs the same")
    )


def said(found: CostOfHelp, plan: Plan | None) -> Sentence:
    """All of it in one paragraph."""
    return together(lines(found, plan))


def rows(found: CostOfHelp) -> list[dict[str, str]]:
    """The partners as a table, those first whose work saves most."""
    order = sorted(found.known, key=lambda one: -_saves(one))
    return [
        {
            say("Partner"): one.label,
            say("People a year"): f"{rounded(one.people_a_year or 0):,}",
            say("Each"): money(one.each_usd or 0),
            say("Alone"): money(one.alone_usd or 0),
        }
        for one in order
    ]


def _saves(one: Partner) -> Decimal:
    return (one.people_a_year or Decimal(0)) * ((one.alone_usd or 0) - (one.each_usd or 0))


def in_short(one: Partner) -> str:
    """What is known of what a partner's help costs, on its line; empty where nothing is."""
    said = []
    if one.people_a_year is not None:
        many = rounded(one.people_a_year)
        said.append(
            say_count("helps {n:,} person a year", "helps {n:,} people a year", int(many), n=many)
        )
    if one.each_usd is not None:
        said.append(say("at {usd} each", usd=money(one.each_usd)))
    if one.alone_usd is not None:
        said.append(say("(alone {usd})", usd=money(one.alone_usd)))
    return " ".join(said)
