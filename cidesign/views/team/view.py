"""What the page Team shows: the plan a budget buys, what each function gets, what holds it back,
what the next $25,000 adds.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from cidesign.budget import allocate, binding, conflict, repairs, with_budget
from cidesign.domain.allocation import Allocation, FrontierPoint, Repair, RuleOn
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import fte, inside, percent
from cidesign.domain.labels import Labels
from cidesign.domain.plan import Plan
from cidesign.domain.promised import Promised, promised_of
from cidesign.domain.reading import (
    UsualRange,
    cost,
    covered_share,
    covers_all,
    step_between,
    total_fte,
    weakest,
)
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.funding.words import promised
from cidesign.views.team import words
from cidesign.views.team.hire_rules import leader_of
from cidesign.views.team.spent import of_budget, rest
from cidesign.views.team.terms import ranges_note, terms, usual_ranges

STEP = Decimal(25_000)
STEPS_EACH_WAY = 5
SLIDER = (Decimal(250_000), Decimal(1_050_000))

Solve = Callable[[Plan], Allocation]


@dataclass(frozen=True)
class TeamView:
    """The page's answer.

    Args:
        plan: what was solved.
        found: the plan that was found, or why there is none.
        answer: one sentence; ``and_line`` what else matters most, ``bold`` its parts to stress.
        ranges: usual budgets in the plan's price year; ``ranges_note`` says where they come from.
        price_year: year of all dollars shown.
        budgets: what the slider offers; ``scale`` its ends.
        promise: what of the budget somebody has promised, and what is still to raise.
        less_usd: the budget one step down, None where grants stand in the way; ``more_usd`` one
        step up. roles, functions, lines: what people read for an id.
    """

    plan: Plan
    found: Allocation
    answer: str
    and_line: str
    bold: tuple[str, ...]
    ranges: tuple[UsualRange, ...]
    ranges_note: str
    price_year: int
    budgets: tuple[Decimal, ...]
    less_usd: Decimal | None
    more_usd: Decimal
    labels: Labels
    promise: Promised

    @property
    def budget_usd(self) -> Decimal:
        """This year's cash, grants included."""
        return self.plan.funding.budget_usd

    @property
    def decides(self) -> str:
        """What adopting this plan means, in one sentence."""
        return words.decides(self.plan, self.found)

    @property
    def figures(self) -> dict[str, object]:
        """What the decision is taken on, kept with its record."""
        return words.figures(self.plan, self.found, self.promise)

    @property
    def promised(self) -> str:
        """What of the budget is promised, in one short sentence."""
        return promised(self.plan, self.promise).plain

    @property
    def scale(self) -> tuple[float, float]:
        """The slider's ends."""
        return float(self.budgets[0]), float(self.budgets[-1])


def solve(plan: Plan) -> Allocation:
    """The plan the budget buys; ``plan`` with its need in hours."""
    return allocate(plan)


def view(
    bundle: Bundle, catalog: Catalog, *, host: str = "", solve: Solve = allocate
) -> TeamView | None:
    """Whom the budget hires and what each function gets; None where the workshop has no plan yet.

    Args:
        host: as in ``terms``.
        solve: finds the plan; a page hands in one that remembers.

    Raises:
        BadInput: as in ``terms``.
    """
    asked = terms(bundle, catalog, host=host)
    if asked is None or bundle.plan is None:
        return None
    plan, found = asked.plan, solve(asked.plan)
    year, ranges = usual_ranges(plan, catalog)
    answer, and_line, bold = _answer(plan, found, ranges, catalog.labels.functions)
    budgets = _budgets(plan)
    lower = plan.funding.budget_usd - STEP
    return TeamView(
        plan=plan,
        found=found,
        answer=answer,
        and_line=and_line,
        bold=bold,
        ranges=ranges,
        ranges_note=ranges_note(catalog, year),
        price_year=year,
        budgets=budgets,
        less_usd=lower if lower >= plan.funding.awarded_usd else None,
        more_usd=plan.funding.budget_usd + STEP,
        labels=catalog.labels,
        promise=promised_of(bundle.plan, bundle.funding, bundle.outlook),
    )


def _answer(
    plan: Plan, found: Allocation, ranges: tuple[UsualRange, ...], functions: Mapping[str, str]
) -> tuple[str, str, tuple[str, ...]]:
    budget = of_budget(plan, found).plain
    share, lowest = covered_share(found.need, found.coverage), weakest(found.coverage)
    if not found.found or share is None or lowest is None or found.coverage is None:
        return (*words.without_a_plan(budget, found.status), ())
    said = {"spent": budget, "fte": fte(total_fte(found))}
    near = words.place_among(float(plan.funding.budget_usd), ranges[0])
    more = _doubts(plan, found)
    if covers_all(found.coverage):
        return (
            say("{spent} pays for {fte} FTE and covers all we need.", **said),
            " ".join((near, *more)),
            (),
        )
    name = inside(functions[lowest])
    weak = say(
        "Weakest: {function} at {share}.", function=name, share=percent(found.coverage[lowest] or 0)
    )
    covers = say(
        "{spent} pays for {fte} FTE and covers {share} of what we need.",
        **said,
        share=percent(share),
    )
    return covers, " ".join((weak, near, *more)), (name,)


def _doubts(plan: Plan, found: Allocation) -> list[str]:
    """Who is not there to lead, what to do with the rest, and how sure the answer is."""
    said = [*_led_by_nobody(plan, found), rest(plan, found).plain]
    if found.gap:
        said.append(
            say(
                "The search ran out of time; the best plan may score up to {points} points more.",
                points=f"{found.gap:.1f}",
            )
        )
    return said


def _led_by_nobody(plan: Plan, found: Allocation) -> list[str]:
    """That a team of several has nobody who leads it: rules that are off ask for nobody."""
    people = sum(found.people.values())
    named, usual = plan.supervision.by if plan.supervision else (), leader_of(plan)
    leaders = {*named, *([usual.id] if usual else [])}
    if people < 2 or any(found.people.get(id) for id in leaders):
        return []
    return [say("Nobody leads these {people} people.", people=people)]


def _budgets(plan: Plan) -> tuple[Decimal, ...]:
    """What the slider offers: steps that begin no lower than the grants and hold our own budget."""
    ours = plan.funding.budget_usd
    first = min(SLIDER[0], ours // STEP * STEP)
    first = max(first, (plan.funding.awarded_usd / STEP).to_integral_value(ROUND_CEILING) * STEP)
    count = int((max(SLIDER[1], ours + 2 * STEP) - first) // STEP)
    return tuple(sorted({ours, *(first + STEP * place for place in range(count + 1))}))


@dataclass(frozen=True)
class Explained:
    """Why the plan is as it is: rules that hold it back, or rules that exclude each other and what
    alone would mend it.
    """

    held: tuple[RuleOn, ...] = ()
    conflict: tuple[RuleOn, ...] = ()
    repairs: tuple[Repair, ...] = ()


def explain(plan: Plan, found: Allocation) -> Explained:
    """The rules behind an answer of ``solve``."""
    if found.found:
        return Explained(held=binding(plan, found))
    if found.status == "infeasible":
        return Explained(conflict=conflict(plan), repairs=repairs(plan))
    return Explained()


def explore(plan: Plan, *, solve: Solve = allocate) -> tuple[FrontierPoint, ...]:
    """The best plan at budgets around our own, one step apart, never below the grants."""
    around = (
        plan.funding.budget_usd + STEP * place
        for place in range(-STEPS_EACH_WAY, STEPS_EACH_WAY + 1)
    )
    return best_at(plan, around, solve=solve)


def best_at(
    plan: Plan, budgets: Iterable[Decimal], *, solve: Solve = allocate
) -> tuple[FrontierPoint, ...]:
    """The best plan at each of these budgets, without those that are nothing or below the
    grants.
    """
    points = []
    for budget in budgets:
        if budget > 0 and budget >= plan.funding.awarded_usd:
            found = solve(with_budget(plan, budget))
            points.append(
                FrontierPoint(
                    float(budget),
                    found.status,
                    found.plan_score,
                    found.coverage,
                    found.fte,
                    found.cost_usd,
                )
            )
    return tuple(points)


def next_money(seen: TeamView, *, solve: Solve = allocate) -> words.NextMoney:
    """What the next $25,000 change, in words: a finite difference between two best plans."""
    richer = with_budget(seen.plan, seen.more_usd)
    more = solve(richer)
    step = step_between(seen.found, more, usd=float(STEP))
    before, after = cost(seen.plan, seen.found), cost(richer, more)
    paid = (before, after) if before and after else None
    return words.next_money(step, float(STEP), seen.labels, paid)
