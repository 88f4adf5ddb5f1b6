"""What the workbook's budget is made of: the plan on its terms, the answer that was found, and a
name for each figure people may change.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Fact
from cidesign.domain.panel import Candidate
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.value import Exact, plain
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say
from cidesign.views.sources.facts import source_words

LONGEST = 60
"""Letters of an id in a name; a spreadsheet takes 255 for the whole name."""
NOBODY = ""
"""Where a gift is placed on no function: the office, or a role's unassigned time."""


@dataclass(frozen=True)
class Budgeted:
    """A plan that was found, and what people read for its ids.

    Args:
        plan: with its need in hours, on the host's terms.
        found: what the budget buys.
        host: on whose terms; None for our own.
    """

    plan: Plan
    found: Allocation
    catalog: Catalog
    host: Candidate | None = None

    @property
    def functions(self) -> tuple[Function, ...]:
        """All six, in their order."""
        return FUNCTIONS

    def role(self, role: Role) -> str:
        """What people read for a role."""
        return self.catalog.labels.roles[role.id]

    def line(self, line: Line) -> str:
        """What people read for a line."""
        return self.catalog.labels.lines[line.id]

    def function(self, function: str) -> str:
        """What people read for a function."""
        return self.catalog.labels.functions[function]

    def target(self, target: str) -> str:
        """What people read for what a gift offsets."""
        kind, _, id = target.partition(":")
        return (
            say("Office, computers, insurance")
            if kind == "office"
            else self.catalog.labels.kind(f"{kind}s")[id]
        )

    def time_share(self, role: Role, function: Function) -> float:
        """The part of a post's time that is booked to a function, 0 to 1."""
        whole = (self.found.fte or {}).get(role.id, 0.0) * float(self.plan.hours_per_fte_month)
        return self.found.hours.get(role.id, {}).get(str(function), 0.0) / whole if whole else 0.0

    def targets(self) -> tuple[str, ...]:
        """What gifts offset, each once, in order of the plan."""
        return tuple(dict.fromkeys(gift.offsets for gift in self.plan.in_kind))

    def placed(self) -> Iterator[tuple[str, str]]:
        """Where gifts may lie: target and function, or target and ``NOBODY``."""
        for target in self.targets():
            for function in self.found.in_kind_placed.get(target, {NOBODY: 0.0}):
                yield target, function

    def placed_share(self, target: str, function: str) -> float:
        """The part of the gifts to a target that lies on a function, 0 to 1."""
        given = float(sum(gift.usd for gift in self.plan.in_kind if gift.offsets == target))
        return (
            self.found.in_kind_placed.get(target, {}).get(function, 0.0) / given if given else 0.0
        )

    def basis(self, value: Exact, fact: Fact | None) -> str:
        """Where a figure of the plan comes from: the catalog's basis and source while it is the
        catalog's, else ourselves.
        """
        if fact is None:
            return say("our own figure")
        if fact.value != value:
            return say("our own figure; usual is {usual}", usual=plain(fact.value))
        return say(
            "{basis}: {source}",
            basis=fact.basis.in_words,
            source=source_words(fact.source, self.catalog),
        )


def name(kind: str, *ids: str) -> str:
    """The name of one figure in the workbook, such as ``salary_director``; different ids never
    share one.
    """
    return "_".join([kind, *(_spelled(id) for id in ids)])


def _spelled(id: str) -> str:
    """An id in letters that a spreadsheet takes for a name; a sign it cannot take becomes its
    number between dots.
    """
    told = ".".join(
        re.sub(r"[^a-z0-9_]", lambda sign: f".{ord(sign[0])}.", part) for part in id.split(":")
    )
    return (
        told if len(told) <= LONGEST else f".{hashlib.sha256(id.encode('utf-8')).hexdigest()[:24]}"
    )
