"""What a plan costs of its budget, and what to do with the rest: said once, for every page and all
that is handed out.
"""

from collections.abc import Callable
from decimal import Decimal

from cidesign.domain.allocation import Allocation
from cidesign.domain.figures import Number, money, money_short
from cidesign.domain.idle import WhyFree, idle
from cidesign.domain.plan import Plan
from cidesign.domain.reading import cost
from cidesign.text import say
from cidesign.text.sentence import NOTHING, Figure, Sentence, at, in_a_row, of, told

Written = Callable[[Number], str]
NOTICED_USD = 1_000
"""Free money below this is told as spent: no post and no purchase starts there."""
PLAN = "plan.yaml"


def budget(plan: Plan, written: Written = money) -> Figure:
    """This year's money; ``written`` as in a sentence, or short as in headings."""
    value = plan.funding.budget_usd
    what = told(say("Budget of the first year, grants included"))
    return Figure(written(value), value, "USD/year", what, at(PLAN, "funding", "budget_usd"))


def year_cost(found: Allocation, written: Written = money) -> Figure:
    """What the plan costs a year, without what is put aside."""
    value = found.cost_usd or 0.0
    what = told(say("Cost of the first year"))
    return Figure(written(value), value, "USD/year", what, at("plan", "cost_usd"))


def of_budget(plan: Plan, found: Allocation | None, written: Written = money_short) -> Sentence:
    """What the plan costs of what there is: $274k of $480k; without a plan the budget alone."""
    if found is None or found.cost_usd is None:
        return told(say("{budget}"), budget=budget(plan, written))
    return told(
        say("{cost} of {budget}"), cost=year_cost(found, written), budget=budget(plan, written)
    )


def told_apart(plan: Plan, found: Allocation) -> Sentence:
    """Cost and budget apart, as decisions and papers say it."""
    if found.cost_usd is None:
        return NOTHING
    return told(
        say("It costs {cost} of the budget of {budget}."),
        cost=year_cost(found),
        budget=budget(plan),
    )


def rest(plan: Plan, found: Allocation, written: Written = money_short) -> Sentence:
    """What to do with what the plan does not cost, in one sentence; nothing without a plan.

    Args:
        plan: as it was solved.
        found: what its budget buys.
        written: how dollars are written, as in the sentence it stands beside.
    """
    paid = cost(plan, found)
    if paid is None or found.cost_usd is None:
        return NOTHING
    kept, bound, free = _parts(plan, found)
    parts = [
        told(template, usd=figure)
        for usd, template, figure in (
            (kept, say("{usd} is put aside as reserve"), _reserve(kept, written)),
            (bound, say("{usd} of the grants has nothing it may pay"), _bound(bound, written)),
            (free, _use(plan, found), _free(free, written)),
        )
        if round(usd) >= (1 if usd is kept else NOTICED_USD)
    ]
    if not parts:
        return told(say("That is the whole budget."))
    shown = sum(in_dollars(one, written) for one in (kept, bound, free) if _is_told(one, kept))
    left = in_dollars(plan.funding.budget_usd, written) - in_dollars(found.cost_usd, written)
    template = (
        say("Of the rest, {parts}.") if shown == left else say("Of the rest (rounded), {parts}.")
    )
    return told(template, parts=in_a_row(parts))


def left_usd(plan: Plan, found: Allocation) -> float:
    """Free money that the plan leaves, dollars; 0 without a plan."""
    return _parts(plan, found)[2] if found.found else 0.0


def _is_told(usd: float, kept: float) -> bool:
    return round(usd) >= (1 if usd is kept else NOTICED_USD)


def _parts(plan: Plan, found: Allocation) -> tuple[float, float, float]:
    """What of budget less cost is reserve, what is bound by grants, and what is free; dollars."""
    paid = cost(plan, found)
    kept = paid.reserve if paid else 0.0
    free = max((found.free_usd or 0.0) - (found.unrestricted_usd or 0.0), 0.0)
    left = float(plan.funding.budget_usd) - (found.cost_usd or 0.0)
    return kept, max(left - kept - free, 0.0), free


def _use(plan: Plan, found: Allocation) -> str:
    """What free money is good for, by why it is left."""
    why = idle(plan, found).why
    if why is WhyFree.COVERED:
        return say(
            "{usd} is not needed this year: keep it as reserve, or for a post when the work grows"
        )
    if why is WhyFree.FULL:
        return say(
            "{usd} stays free, because every post and purchase that could help is at its most: "
            "keep it as reserve, or allow more"
        )
    if why is WhyFree.RULES:
        return say(
            "{usd} stays free, because our rules let it buy nothing that helps: keep it as "
            "reserve, or loosen one"
        )
    return say(
        "{usd} stays free, because no further post or purchase fits: keep it as reserve, or hire "
        "later in the year"
    )


def _reserve(usd: float, written: Written) -> Figure:
    what = told(say("Put aside as reserve"))
    return Figure(written(usd), usd, "USD/year", what, of("reserve", "plan"))


def _bound(usd: float, written: Written) -> Figure:
    what = told(say("Grants of the first year that find nothing they may pay"))
    return Figure(written(usd), usd, "USD/year", what, of("grants_left", "plan"))


def _free(usd: float, written: Written) -> Figure:
    what = told(say("Free money of the first year that the plan leaves"))
    return Figure(written(usd), usd, "USD/year", what, of("left_over", "plan"))


def in_dollars(usd: Number, written: Written) -> Decimal:
    """A figure as it is shown, in dollars: what a reader adds up."""
    text = written(usd).replace(",", "").replace("$", "").replace("−", "-")
    factor = {"k": 1_000, "m": 1_000_000}.get(text[-1:], 1)
    return Decimal(text.rstrip("km")) * factor
