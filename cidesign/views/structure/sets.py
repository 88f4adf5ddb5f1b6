"""What our choices about the structure set in the plan, in words: the figure, where it comes from,
which choice it follows, and what it would be otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Fact
from cidesign.domain.figures import hours, inside, listed, money, rate
from cidesign.domain.set_in_plan import SetInPlan, further_hosts, gifts_of
from cidesign.domain.structure import StructureProfile
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.sources.facts import range_words, value_words

FEE, BENEFITS, HOURS = "fee_rate", "benefits_rate", "coordination_hours"
LOANS_IN = "gifts"
"""The part of Team's figures in which posts on loan stand."""


@dataclass(frozen=True)
class SetRow:
    """One figure that a choice sets.

    Args:
        key: of ``sets`` in ``structure.yaml``.
        label: what people read for it.
        because: which choice it follows, in a sentence.
        value: as it is set; None where the plan's own figure counts.
        told: what is counted, or what would be, in a sentence.
        usual: what is usual, with its bounds and source; None where no such kind is known.
        is_share: a share from 0 to 1, read in percent.
        most: the largest that can be set, as it is read.
        section: of Team's figures, in which it takes the place of another.
    """

    key: str
    label: str
    because: str
    value: Decimal | None
    told: str
    usual: Fact | None
    section: str
    is_share: bool = True
    most: int = 200


@dataclass(frozen=True)
class LoanRow:
    """A post on loan: ``worth``: of a year, in a sentence; ``counts``: whether the plan has it."""

    post: str
    label: str
    days_a_week: Decimal
    lender: str
    worth: str
    counts: bool


@dataclass(frozen=True)
class SetsView:
    """All that is set, or could be. ``lends``: whether our arrangement is one of loans; ``posts``:
    those that can be lent, by id.
    """

    rows: tuple[SetRow, ...]
    loans: tuple[LoanRow, ...]
    lends: bool
    posts: dict[str, str]

    def row(self, key: str) -> SetRow | None:
        """The figure of this key, where it is counted."""
        return next((one for one in self.rows if one.key == key and one.value is not None), None)

    @property
    def counted(self) -> tuple[SetRow, ...]:
        """The figures that count."""
        return tuple(one for one in self.rows if one.value is not None)

    @property
    def any_counted(self) -> bool:
        """Whether any choice about the structure moves the plan."""
        return bool(self.counted or any(one.counts for one in self.loans))


def sets_view(bundle: Bundle, catalog: Catalog) -> SetsView:
    """What our choices set in the plan of a workshop."""
    profile = bundle.structure or StructureProfile()
    roles = bundle.plan.roles if bundle.plan else ()
    names = catalog.labels.roles
    variant = next((one for one in catalog.variants if one.id == profile.decision.variant), None)
    return SetsView(
        rows=tuple(_rows(bundle, catalog, profile)),
        loans=tuple(_loans(bundle, catalog, profile.sets)),
        lends=bool(profile.sets.loans) or (variant is not None and variant.sets == "loans"),
        posts={one.id: names[one.id] for one in roles},
    )


def usual_sets(catalog: Catalog, variant: str) -> dict[str, Decimal | None]:
    """What a variant sets, at usual values, by key of ``sets``; None for what another set."""
    chosen = next((one.sets for one in catalog.variants if one.id == variant), "")
    fee = catalog.price(FEE).value if chosen == FEE else None
    return {FEE: fee} if chosen == "loans" else {FEE: fee, "loans": None}


def usual_benefits(catalog: Catalog) -> dict[str, dict[str, Decimal]]:
    """What the decision for a structure says beside its record, by id: the usual benefits of such
    a host, where they are its own.
    """
    return {
        one.id: {BENEFITS: catalog.price(one.benefits).value}
        for one in catalog.structures
        if one.benefits
    }


def _rows(bundle: Bundle, catalog: Catalog, profile: StructureProfile) -> Iterable[SetRow]:
    sets, decision, labels = profile.sets, profile.decision, catalog.labels
    variant = next((one for one in catalog.variants if one.id == decision.variant), None)
    asks_fee = variant is not None and variant.sets == FEE
    if asks_fee or sets.fee_rate is not None:
        fact = catalog.price(FEE)
        yield SetRow(
            FEE,
            say("Fee of the sponsor"),
            _because(variant.label if variant and asks_fee else ""),
            sets.fee_rate,
            _fee(sets.fee_rate, fact),
            fact,
            "money",
            most=99,
        )
    kind = next((one for one in catalog.structures if one.id == decision.structure), None)
    price = kind.benefits if kind else None
    if price or sets.benefits_rate is not None:
        known = catalog.price(price) if price else None
        yield SetRow(
            BENEFITS,
            say("Benefits at such a host"),
            _because(labels.structures[decision.structure] if price else ""),
            sets.benefits_rate,
            _benefits(sets.benefits_rate, known),
            known,
            "posts",
        )
    further = further_hosts(profile.hosts, bundle.decisions.chosen_host)
    if further:
        fact = catalog.price(HOURS)
        yield SetRow(
            HOURS,
            say("Hours a month for each further host"),
            say_count(
                "Functions sit with {n} organization beyond the first.",
                "Functions sit with {n} organizations beyond the first.",
                further,
                n=further,
            ),
            sets.coordination_hours,
            _hours(sets.coordination_hours, further, fact, bundle),
            fact,
            "work",
            is_share=False,
            most=744,
        )


def _usual(fact: Fact) -> str:
    """What is usual, with its bounds."""
    bounds = range_words(fact)
    return (
        say("{value} ({bounds})", value=value_words(fact), bounds=bounds)
        if bounds
        else (value_words(fact))
    )


def _because(choice: str) -> str:
    if not choice:
        return say("Set on the page Structure.")
    return say("From the page Structure: {choice}.", choice=inside(choice))


def _fee(value: Decimal | None, usual: Fact) -> str:
    if value is None:
        return say(
            "Not counted: what the plan says the host charges stands. Usual: {usual}.",
            usual=_usual(usual),
        )
    return say(
        "{rate} of all revenue, in place of what the plan says the host charges. Usual: {usual}. "
        "What the chosen host's own offer charges comes before it.",
        rate=rate(value),
        usual=_usual(usual),
    )


def _benefits(value: Decimal | None, usual: Fact | None) -> str:
    told = say("Usual: {usual}.", usual=_usual(usual)) if usual else ""
    if value is None:
        said = say("Not counted: the plan's own rates stand.")
    else:
        said = say(
            "{rate} of salary for every employee, in place of the plan's rates. What the chosen "
            "host's own offer says comes before it.",
            rate=rate(value),
        )
    return f"{said} {told}".strip()


def _hours(value: Decimal | None, further: int, usual: Fact, bundle: Bundle) -> str:
    if value is None:
        return say(
            "Not counted: keeping several hosts in step takes no hours in the plan. Usual: "
            "{usual}.",
            usual=_usual(usual),
        )
    if bundle.plan is not None and bundle.plan.drivers is None:
        return say("The hours needed are set by hand in the plan, so this adds none.")
    return say(
        "{hours} a month in all, added to what makes work; the phase asks for its part of it. "
        "Usual: {usual}.",
        hours=hours(value * further),
        usual=_usual(usual),
    )


def _loans(bundle: Bundle, catalog: Catalog, sets: SetInPlan) -> Iterable[LoanRow]:
    roles = bundle.plan.roles if bundle.plan else ()
    worth = {one.offsets: one.usd for one in gifts_of(sets.loans, roles)}
    for post, loan in sets.loans.items():
        usd = worth.get(f"role:{post}")
        days = say_count(
            "{n} day a week",
            "{n} days a week",
            1 if loan.days_a_week == 1 else 2,
            n=plain(loan.days_a_week),
        )
        told = (
            say("{days}, worth {usd} a year as a gift in kind", days=days, usd=money(usd))
            if usd is not None
            else say("{days}; not counted, for the plan has no such post", days=days)
        )
        yield LoanRow(
            post=post,
            label=catalog.labels.roles[post],
            days_a_week=loan.days_a_week,
            lender=loan.lender,
            worth=say("{loan}, lent by {lender}.", loan=told, lender=loan.lender)
            if loan.lender
            else say("{loan}.", loan=told),
            counts=usd is not None,
        )


def in_short(view: SetsView) -> str:
    """What is set, in one sentence for the page Team; empty where nothing is."""
    told = [
        say("{label} {value}", label=inside(one.label), value=_value(one)) for one in view.counted
    ]
    told += [say("{post} on loan", post=inside(one.label)) for one in view.loans if one.counts]
    if not told:
        return ""
    return say("Set by our choices on the page Structure: {what}.", what=listed(told))


def _value(row: SetRow) -> str:
    value = row.value or Decimal(0)
    return rate(value) if row.is_share else plain(value)
