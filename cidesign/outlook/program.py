"""What promised money can carry, as one program: the years of a hiring plan, linked by money and by
who is in post.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from cidesign.budget import Block, Staffing, block, lacking_hours, link_rules
from cidesign.domain.money import Funding
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.value import MONTHS
from cidesign.domain.words import Function
from cidesign.outlook.costs import ZERO
from cidesign.outlook.linked import Linked, Named
from cidesign.outlook.prices import at_prices
from cidesign.outlook.sources import Stream
from cidesign.outlook.years import with_needs
from cidesign.solver import Expression, amount, problem, total

THOUSAND = 1000


@dataclass(frozen=True)
class Years:
    """The program of all years.

    Args:
        statement: the solver's problem.
        blocks: by year.
        lacking: hours to floors, over all years.
        least: the least plan score of a year.
        average: of the plan scores.
        change: FTE by which posts change from year to year after the first; None where there is one
            year.
        step: of FTE, of which a change is a whole number.
        free: thousand dollars of free cash at the last year's end, with what is on its way.
    """

    statement: Any
    blocks: tuple[Block, ...]
    lacking: Expression
    least: Expression
    average: Expression
    change: Expression | None
    step: float
    free: Expression


def plan_of_year(
    plan: Plan,
    years: OutlookPlan,
    sources: tuple[Stream, ...],
    year: int,
    need: Mapping[Function, Decimal],
) -> Plan:
    """A year's plan without what a hiring plan is not asked; its grants have all the room there is
    by its end.
    """
    then = with_needs(at_prices(plan, years.growth, year), need)
    roles = tuple(
        role.model_copy(
            update={"must_have": False, **({"start_month": 1, "in_post": 0} if year else {})}
        )
        for role in then.roles
    )
    lines = tuple(line.model_copy(update={"min_usd": Decimal(0)}) for line in then.lines)
    grants = []
    for one in sources:
        months = one.source.months_in_year(years.start, year) if one.restricted else None
        if months is not None:
            room = one.room_usd((year + 1) * MONTHS - 1)
            grants.append(one.source.as_grant(_decimal(room), months))
    return then.model_copy(
        update={
            "roles": roles,
            "lines": lines,
            "reserve_rate": Decimal(0),
            "funding": Funding(budget_usd=Decimal(0)).model_copy(update={"grants": tuple(grants)}),
        }
    )


def model(asked: Sequence[Plan], years: OutlookPlan, sources: tuple[Stream, ...]) -> Years:
    """The program in which each year's posts follow those of the year before.

    Args:
        asked: the plan of each year (``plan_of_year``).
        years: the calendar, growth and sources.
        sources: on that calendar.
    """
    at_start = {role.id: role.in_post for role in asked[0].roles}
    staffings: list[Staffing] = []
    before = None
    for _ in asked:
        linked = Linked(before, at_start)
        staffings.append(linked)
        before = linked.after
    return linked_years(asked, staffings, years, sources)


def linked_years(
    asked: Sequence[Plan],
    staffings: Sequence[Staffing],
    years: OutlookPlan,
    sources: tuple[Stream, ...],
) -> Years:
    """The blocks of all years, linked by money; posts are linked by their staffing."""
    statement = problem("years")
    blocks = []
    for year, (plan, staffing) in enumerate(zip(asked, staffings, strict=True)):
        part = block(plan, statement=Named(statement, f"year_{year}_"), staffing=staffing)
        link_rules(part)
        blocks.append(part)
    kept = 1 - Fraction(asked[0].overhead.fee_rate)
    for place, one in enumerate(sources):
        used: list[Any] = []
        for year, part in enumerate(blocks):
            if any(grant.id == one.id for grant in part.grants) and part.is_payable(one.id):
                used.append(part.used_of(one.id))
                room = one.room_usd((year + 1) * MONTHS - 1) * kept
                statement.addConstraint(
                    total(used) <= float(room / THOUSAND), f"room_is_not_passed_{place}_{year}"
                )
    own = total([])
    free = own
    for year, part in enumerate(blocks):
        own = own + part.cost - total(part.used_of(grant.id) for grant in part.grants)
        earned = _earned_usd(sources, (year + 1) * MONTHS) * kept
        free = float((Fraction(years.opening_reserve_usd) + earned) / THOUSAND) - own
        if year < len(blocks) - 1:
            statement.addConstraint(free >= 0, f"cash_is_there_{year}")
    last = blocks[-1]
    parting = asked[-1].hiring.severance_share * last.plan.fte_step / THOUSAND
    owed = total(
        float(parting * who.role.salary_usd) * who.steps
        for who in last.staff.values()
        if not who.role.is_contractor
    )
    statement.addConstraint(free - owed >= 0, "parting_can_be_paid_at_the_end")
    scored = [part for part in blocks if part.plan.weights(part.plan.need or {})]
    least = amount(statement, "least_score")
    for place, part in enumerate(scored):
        statement.addConstraint(least <= part.score, f"least_score_is_least_{place}")
    if not scored:
        statement.addConstraint(1 * least <= 0, "no_score")
    return Years(
        statement,
        tuple(blocks),
        lacking=total(lacking_hours(part) for part in blocks),
        least=1.0 * least,
        average=(1 / max(1, len(scored))) * total(part.score for part in scored),
        change=_change(statement, blocks),
        step=float(asked[0].fte_step),
        free=free,
    )


def _earned_usd(sources: tuple[Stream, ...], months: int) -> Fraction:
    """Free dollars received or on their way after so many months."""
    free = [one for one in sources if not one.restricted]
    return sum((one.received_usd(month) for one in free for month in range(months)), ZERO) + sum(
        (one.on_its_way_usd(months - 1) for one in free), ZERO
    )


def _change(statement: Any, blocks: Sequence[Block]) -> Expression | None:
    """FTE by which posts change from year to year after the first; None where there is one year."""
    moved = []
    for year, (was, part) in enumerate(pairwise(blocks)):
        for place, (id, who) in enumerate(part.staff.items()):
            more = amount(statement, f"more_{year}_{place}")
            less = amount(statement, f"less_{year}_{place}")
            statement.addConstraint(
                who.steps - was.staff[id].steps == more - less, f"posts_change_{year}_{place}"
            )
            moved.append(float(part.plan.fte_step) * (more + less))
    return total(moved) if moved else None


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
