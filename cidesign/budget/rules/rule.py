"""A rule of a year's plan as one object: what it states, where it is set, whether it holds a plan
back, how it is loosened, and what change of it mends a plan.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import reduce
from typing import ClassVar, Literal

from cidesign.budget.block import Block
from cidesign.budget.rules.lever import Lever, Trials
from cidesign.domain.allocation import Allocation, Edit, Repair
from cidesign.domain.plan import Plan


class Rule(ABC):
    """One kind of rule. Its sentences are in ``views`` (``views.team.rules``).

    Where a rule is set, it is set on something: a role, a line, a function or a grant, told by its
    id; None is the plan as a whole.

    Args:
        name: as answers name it (``binding`` and ``conflict`` of CONTRACT 5).
        key: the key of ``plan.yaml`` that sets it; repairs name it as their lever.
        unit: what its figure and changes of it are told in.
        can_exclude: it can stand in another rule's way. What others set always holds, so a conflict
            never names it.
        can_be_left_out: it is a choice of ours that a plan can do without; Scenarios tells what it
            costs.
        asked_of_a_given_team: it holds for the hours of a team and purchases that stand already.
        asked_of_a_hiring_plan: it holds in every year of what promised money can carry.
        lever: the change of it that mends a plan; None where there is none.
    """

    name: ClassVar[str]
    key: ClassVar[str]
    unit: ClassVar[Literal["USD", "FTE", "share", "hours"]]
    can_exclude: ClassVar[bool] = True
    can_be_left_out: ClassVar[bool] = False
    asked_of_a_given_team: ClassVar[bool] = True
    asked_of_a_hiring_plan: ClassVar[bool] = True
    lever: ClassVar[Lever | None] = None

    @abstractmethod
    def set_on(self, plan: Plan) -> tuple[str | None, ...]:
        """What the plan sets it on, in order; () where the plan does not set it."""

    @abstractmethod
    def state(self, year: Block) -> None:
        """State it on the block of a year, each limit under its name."""

    @abstractmethod
    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        """Whether a plan that was found keeps it with nothing to spare; where that cannot be seen,
        True.
        """

    @abstractmethod
    def loosened(self, plan: Plan, id: str | None) -> Plan:
        """The plan in which it no longer binds on this id."""

    def left_out(self, plan: Plan) -> Plan:
        """The plan in which it binds on nothing."""
        return reduce(self.loosened, self.set_on(plan), plan)

    def repairs(self, plan: Plan, trials: Trials) -> Iterator[Repair]:
        """Changes of it that each alone make an impossible plan possible."""
        if self.lever is not None:
            for id, change, score in self.lever.repairs(plan, trials):
                yield Repair(self.key if id is None else f"{self.key}:{id}", float(change), score)

    def edit(self, plan: Plan, repair: Repair) -> Edit:
        """A repair of this rule as an edit of ``plan.yaml``, in round numbers on the safe side."""
        if self.lever is None:
            raise ValueError(f"no change of {self.name} mends a plan")
        return self.lever.edit(plan, repair)
