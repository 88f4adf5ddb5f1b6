"""One year of a hiring plan: its posts follow those of the year before, whatever those turn out to
be.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any

from cidesign.budget import Part, Staffed, Staffing, parts_of, parts_with
from cidesign.domain.filling import runs
from cidesign.domain.plan import Plan, Role
from cidesign.solver import Expression, amount, total, whole


class Named:
    """A part of a solver's problem, whose names begin alike."""

    def __init__(self, statement: Any, begins: str) -> None:
        """``begins``: of every name."""
        self._statement, self._begins = statement, begins

    def add_variable(self, name: str, *rest: Any) -> Any:
        """A variable of the problem."""
        return self._statement.add_variable(self._begins + name, *rest)

    def addConstraint(self, limit: Any, name: str) -> None:  # noqa: N802 - the solver's own name
        """A row of the problem."""
        self._statement.addConstraint(limit, self._begins + name)


@dataclass(frozen=True)
class Before:
    """A role in the year before, as expressions: FTE, people, and whether it stays as it was at the
    very start although nobody could be hired so.
    """

    fte: Expression
    people: Expression
    as_at_start: Expression


class Opening(Staffing):
    """The first year: who is in post is known. An office is due where anybody is employed."""

    def office(self, statement: Any, plan: Plan, staff: Mapping[str, Staffed]) -> Expression:
        """1 where anybody is employed; there is no question where no base is due."""
        if not plan.office.base_usd:
            return 0
        is_open = whole(statement, "office_is_open", 0, 1)
        for place, who in enumerate(staff.values()):
            if not who.role.is_contractor and who.role.max_fte:
                most = float(max(who.role.max_fte, who.role.in_post) / plan.fte_step)
                statement.addConstraint(
                    who.steps <= most * is_open, f"employees_have_an_office_{place}"
                )
        employed = total(who.steps for who in staff.values() if not who.role.is_contractor)
        statement.addConstraint(is_open <= employed, "no_office_without_employees")
        return 1.0 * is_open


class Linked(Opening):
    """A year that follows another, or what there was at the start.

    Args:
        before: by role.
        at_start: FTE in post at the very start, by role.
    """

    def __init__(
        self, before: Mapping[str, Before] | None, at_start: Mapping[str, Decimal]
    ) -> None:
        """``before`` None: this is the first year."""
        self._before, self._at_start = before, at_start
        self.after: dict[str, Before] = {}

    def parts(self, plan: Plan, role: Role) -> tuple[Part, ...]:
        """Those who may fill a role; new ones only where it matters that they are new."""
        if self._before is None:
            return parts_of(plan, role)
        new = role.is_contractor or _newness_matters(plan)
        return parts_with(plan, role, there=not role.is_contractor, new=new)

    def staffed(self, statement: Any, plan: Plan, role: Role, place: int) -> Staffed:
        """The choices of one role, stated."""
        unit = Fraction(plan.fte_step)
        listed = runs(
            least=role.min_fte,
            most=role.max_fte,
            step=plan.fte_step,
            smallest_post=plan.smallest_post,
            in_post=Decimal(0),
        )
        counts, chosen = [], []
        for number, run in enumerate(listed):
            count = whole(statement, f"posts_{place}_{number}", 0, run.most)
            one = whole(statement, f"filled_{place}_{number}", 0, 1)
            statement.addConstraint(count >= run.least * one, f"least_posts_{place}_{number}")
            statement.addConstraint(count <= run.most * one, f"most_posts_{place}_{number}")
            counts.append(count)
            chosen.append(one)
        start = Fraction(self._at_start[role.id])
        odd = start and not any(run.least <= start / unit <= run.most for run in listed)
        stays: Any = 0
        if odd:
            stays = whole(statement, f"as_at_start_{place}", 0, 1)
            if self._before is not None:
                statement.addConstraint(
                    stays <= self._before[role.id].as_at_start, f"as_it_still_is_{place}"
                )
        marked = [*chosen, *([stays] if odd else [])]
        if len(marked) > 1:
            statement.addConstraint(total(marked) <= 1, f"one_number_of_people_{place}")
        steps = total(counts) + int(start / unit) * stays
        fte = float(unit) * steps
        people = (
            total(run.people * one for run, one in zip(listed, chosen, strict=True))
            + ceil(start) * stays
        )
        self.after[role.id] = Before(fte, people, 1 * stays)
        parts, new_people, leave = self._parts(statement, plan, role, place, fte, people)
        return Staffed(
            role=role,
            runs=listed,
            counts=tuple(counts),
            chosen=tuple(marked),
            steps=steps,
            fte=parts,
            people=people,
            new_people=new_people,
            leave=leave,
        )

    def _parts(
        self,
        statement: Any,
        plan: Plan,
        role: Role,
        place: int,
        fte: Expression,
        people: Expression,
    ) -> tuple[dict[bool, Expression], Expression, Expression]:
        """Who stays, who is new, how many of those, and who leaves."""
        nobody = total([])
        if role.is_contractor:
            return {True: fte}, nobody, nobody
        was = self._before_of(role)
        leave = amount(statement, f"leave_{place}")
        statement.addConstraint(leave >= was.fte - fte, f"who_goes_leaves_{place}")
        there = {part.new for part in self.parts(plan, role)}
        if there == {True}:
            return {True: fte}, people, nobody
        if there == {False}:
            return {False: fte}, nobody, 1.0 * leave
        most = float(max(role.max_fte, self._at_start[role.id]))
        new = amount(statement, f"new_{place}", most)
        coming = amount(statement, f"new_people_{place}")
        statement.addConstraint(new >= fte - was.people, f"who_comes_is_new_{place}")
        statement.addConstraint(coming >= people - was.people, f"new_people_come_{place}")
        statement.addConstraint(new <= fte, f"new_ones_are_there_{place}")
        if plan.hiring.ramp_up_loss or role.start_month > 1:
            if ceil(most) <= 1:  # one person at most: new where nobody was there
                statement.addConstraint(
                    new <= most * (1 - was.people), f"new_only_where_nobody_was_{place}"
                )
                return {False: fte - new, True: 1.0 * new}, 1.0 * coming, 1.0 * leave
            any_new = whole(statement, f"any_new_{place}", 0, 1)
            high = most + ceil(most)
            statement.addConstraint(new <= most * any_new, f"new_only_where_new_{place}")
            statement.addConstraint(
                new <= fte - was.people + high * (1 - any_new), f"posts_are_filled_first_{place}"
            )
        return {False: fte - new, True: 1.0 * new}, 1.0 * coming, 1.0 * leave

    def _before_of(self, role: Role) -> Before:
        if self._before is not None:
            return self._before[role.id]
        start = self._at_start[role.id]
        return Before(total([]) + float(start), total([]) + ceil(start), total([]) + 1)


def _newness_matters(plan: Plan) -> bool:
    costs = plan.hiring
    return bool(costs.ramp_up_loss or costs.cost_share or costs.per_person_usd)
