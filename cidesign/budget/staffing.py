"""Who fills the posts of a year: how many FTE, how many people, who was there, who is new, who
leaves; and the hours and the pay of each.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any

from cidesign.domain.filling import Run
from cidesign.domain.plan import Plan, Role
from cidesign.solver import Expression, Variable, total, whole


@dataclass(frozen=True)
class Part:
    """Those of a role who were there, or those who are new: they work and cost alike.

    Args:
        role: whose they are.
        new: newly hired, or a contractor.
        first_month: 1 to 12, from which they work and are paid.
        year_share: of a year they are paid.
        hours_per_fte: hours a month of one FTE, the mean of twelve months.
        hour_cost_usd: dollars a year of one hour a month.
    """

    role: Role
    new: bool
    first_month: int
    year_share: Fraction
    hours_per_fte: Fraction
    hour_cost_usd: Fraction

    @property
    def key(self) -> tuple[str, bool]:
        """Role and whether they are new."""
        return self.role.id, self.new


def parts_of(plan: Plan, role: Role) -> tuple[Part, ...]:
    """Those who may fill a role: who was there first."""
    new = role.max_fte > ceil(role.in_post) or not role.in_post
    return parts_with(plan, role, there=bool(role.in_post), new=new)


def parts_with(plan: Plan, role: Role, *, there: bool, new: bool) -> tuple[Part, ...]:
    """Those who fill a role where we know whether anybody is there, and whether anybody is new."""
    month, pay = Fraction(plan.hours_per_fte_month), Fraction(role.cost_per_fte_usd)
    found = []
    if there:
        found.append(Part(role, False, 1, Fraction(1), month, pay / month))
    if new:
        share, kept = role.year_share, month * plan.kept_share(role)
        found.append(Part(role, True, role.start_month, share, kept * share, pay / kept))
    return tuple(found)


@dataclass(frozen=True)
class Staffed:
    """One role's choices and what they mean, as expressions.

    Args:
        role: whose they are.
        counts: steps of FTE, by run; one of them at most is above 0.
        chosen: by run, 1 where it is this one; a number where there is nothing to choose.
        steps: of FTE in all.
        fte: by part, whether they are new.
        people: how many; only where the plan asks for people.
        new_people: likewise, of employees.
        leave: FTE in post that go.
    """

    role: Role
    runs: tuple[Run, ...]
    counts: tuple[Variable, ...]
    chosen: tuple[Any, ...]
    steps: Expression
    fte: Mapping[bool, Expression]
    people: Expression
    new_people: Expression
    leave: Expression

    @property
    def hired(self) -> Expression:
        """1 where anybody fills the role; only where somebody asks (``asks_who_is_hired``)."""
        return total(self.chosen)

    @property
    def is_chosen(self) -> bool:
        """Whether the program chooses if anybody fills it."""
        return not all(isinstance(one, int) for one in self.chosen)

    @property
    def wholes(self) -> Iterator[Variable]:
        """Every choice of whole numbers."""
        yield from self.counts
        yield from (one for one in self.chosen if not isinstance(one, int))


def counts_people(plan: Plan) -> bool:
    """Whether it matters how many people fill a post, not only how many FTE."""
    leads = plan.supervision is not None and plan.supervision.hours_per_person > 0
    return leads or bool(plan.office.per_person_usd or plan.hiring.per_person_usd)


def asks_who_is_hired(plan: Plan, role: Role) -> bool:
    """Whether another role can only be filled where this one is, or the other way round."""
    return bool(role.needs) or any(role.id in other.needs for other in plan.roles)


def staffed(statement: Any, plan: Plan, role: Role, place: int) -> Staffed:
    """The choices of one role, stated.

    Args:
        statement: the solver's problem.
        plan: whose role it is.
        role: one of its roles.
        place: for the names.
    """
    step, there = Fraction(plan.fte_step), Fraction(role.in_post)
    stays = Fraction(ceil(there))
    by_people = counts_people(plan)
    runs = _merged(plan.runs_of(role), by_people=by_people)
    counts = tuple(
        whole(statement, f"posts_{place}_{number}", 0, run.most) for number, run in enumerate(runs)
    )
    plain = not by_people and not there and not asks_who_is_hired(plan, role)
    if len(runs) == 1 and (role.must_have or (plain and runs[0].least <= 1)):
        chosen: tuple[Any, ...] = (1,)  # it is hired anyway, or one step is as good as any
    else:
        chosen = tuple(
            whole(statement, f"filled_{place}_{number}", 0, 1) for number in range(len(runs))
        )
        for number, (run, count, one) in enumerate(zip(runs, counts, chosen, strict=True)):
            statement.addConstraint(
                count >= run.least * one, f"filled_at_least_least_{place}_{number}"
            )
            statement.addConstraint(
                count <= run.most * one, f"no_posts_where_not_filled_{place}_{number}"
            )
        if len(runs) > 1:
            statement.addConstraint(total(chosen) <= 1, f"one_number_of_people_{place}")
    listed = list(zip(runs, counts, chosen, strict=True))
    steps = total(counts)
    fte: dict[bool, Expression] = {}
    if there:
        fte[False] = total(
            float(step) * count if run.all_stay else float(stays) * one
            for run, count, one in listed
        )
    if any(part.new for part in parts_of(plan, role)):
        fte[True] = total(
            float(step) * count - (0 if not there else float(stays) * one)
            for run, count, one in listed
            if not run.all_stay
        )
    return Staffed(
        role=role,
        runs=runs,
        counts=counts,
        chosen=chosen,
        steps=steps,
        fte=fte,
        people=total(run.people * one for run, _, one in listed) if by_people else total([]),
        new_people=total(max(0, run.people - int(stays)) * one for run, _, one in listed)
        if by_people and not role.is_contractor
        else total([]),
        leave=float(there)
        - total(
            float(step) * count if run.some_leave else float(there) * one
            for run, count, one in listed
        )
        if there
        else total([]),
    )


class Staffing:
    """Who may fill the posts of a year: whom the plan says to be in post, and new people."""

    def parts(self, plan: Plan, role: Role) -> tuple[Part, ...]:
        """Those who may fill a role."""
        return parts_of(plan, role)

    def staffed(self, statement: Any, plan: Plan, role: Role, place: int) -> Staffed:
        """The choices of one role, stated."""
        return staffed(statement, plan, role, place)

    def office(self, statement: Any, plan: Plan, staff: Mapping[str, Staffed]) -> Expression:
        """1 where the office's base is due."""
        return 1


def _merged(runs: tuple[Run, ...], *, by_people: bool) -> tuple[Run, ...]:
    """Runs that follow on each other and mean the same are one where nobody counts people."""
    if by_people:
        return runs
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        alike = last is not None and (last.all_stay, last.some_leave, last.most + 1) == (
            run.all_stay,
            run.some_leave,
            run.least,
        )
        if last is not None and alike:
            found[-1] = replace(last, most=run.most, people=run.people)
        else:
            found.append(run)
    return tuple(found)


def fte_of(plan: Plan, who: Staffed, values: Mapping[str, float]) -> Decimal:
    """The FTE that a solved program chose."""
    steps = float(who.steps.constant) + sum(
        float(factor) * values[count.name] for count, factor in who.steps.items()
    )
    return round(steps) * plan.fte_step
