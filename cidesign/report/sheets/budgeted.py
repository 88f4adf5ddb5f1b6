"""What the workbook's budget is made of: the plan on its terms, the answer that was found, and a
name for each figure people may change.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Fact
from cidesign.domain.filling import Filled
from cidesign.domain.money import Grant
from cidesign.domain.panel import Candidate
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.value import Exact, plain
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.sources.facts import source_words

LONGEST = 60
"""Letters of an id in a name; a spreadsheet takes 255 for the whole name."""
NOBODY = ""
"""Where a gift is placed on no function: the office, or a role's unassigned time."""


@dataclass(frozen=True)
class Post:
    """Those of a role who were there, or those who are new: they cost and work alike.

    Args:
        role: whose they are.
        key: by which figures of theirs are named, beside those of the role.
        new: newly hired, or a contractor.
        fte: how many.
        year_share: of a year they are paid.
        hours_share: of the hours of full-time posts that they work.
    """

    role: Role
    key: tuple[str, ...]
    new: bool
    fte: float
    year_share: Fraction
    hours_share: Fraction


@dataclass(frozen=True)
class Budgeted:
    """A plan that was found, and what people read for its ids.

    Args:
        plan: with its need in hours, on the host's terms.
        found: what the budget buys.
        bundle: the workshop it belongs to.
        host: on whose terms; None for our own.
    """

    plan: Plan
    found: Allocation
    catalog: Catalog
    bundle: Bundle
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

    def paid_by(self, grant: Grant) -> list[str]:
        """What people read for all that a grant may pay for."""
        roles = {role.id: role for role in self.plan.roles}
        lines = {line.id: line for line in self.plan.lines}
        return [
            *(self.function(one) for one in grant.functions),
            *(self.role(roles[one]) for one in grant.roles),
            *(self.line(lines[one]) for one in grant.lines),
            *([say("Office, computers, insurance")] if grant.office else []),
        ]

    def target(self, target: str) -> str:
        """What people read for what a gift offsets."""
        kind, _, id = target.partition(":")
        return (
            say("Office, computers, insurance")
            if kind == "office"
            else self.catalog.labels.kind(f"{kind}s")[id]
        )

    def posts(self, role: Role) -> tuple[Post, ...]:
        """A role's posts: who was there first, then who is new."""
        who, paid = self.who(role), role.year_share
        key = (role.id, "new") if role.in_post else (role.id,)
        new = Post(role, key, True, float(who.new), paid, paid * self.plan.kept_share(role))
        if not role.in_post:
            return (new,)
        there = Post(role, (role.id,), False, float(who.stay), Fraction(1), Fraction(1))
        return (there, new) if who.new else (there,)

    def all_posts(self) -> tuple[Post, ...]:
        """The posts of all roles."""
        return tuple(post for role in self.plan.roles for post in self.posts(role))

    def who(self, role: Role) -> Filled:
        """Who stays, comes and goes in a role."""
        return role.filled(Decimal(repr((self.found.fte or {}).get(role.id, 0.0))))

    def post(self, post: Post) -> str:
        """What people read for a post."""
        label = self.role(post.role)
        return say("{role}, newly hired", role=label) if len(post.key) > 1 else label

    def time_share(self, post: Post, function: Function) -> float:
        """The part of a post's time that is booked to a function, 0 to 1."""
        role, to = post.role.id, str(function)
        new = self.found.hours_new.get(role, {}).get(to, 0.0)
        booked = new if post.new else self.found.hours.get(role, {}).get(to, 0.0) - new
        whole = post.fte * float(self.plan.hours_per_fte_month) * float(post.hours_share)
        return booked / whole if whole else 0.0

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
            return say("as the plan says")
        if fact.value != value:
            return say("our own figure; usual is {usual}", usual=plain(fact.value))
        return say(
            "{basis}: {source}",
            basis=fact.basis.in_words,
            source=source_words(fact.source, self.catalog),
        )


def hires(plan: Plan) -> bool:
    """Whether coming and going costs anything."""
    costs = plan.hiring
    return bool(costs.cost_share or costs.per_person_usd or costs.severance_share)


def counts_desks(plan: Plan) -> bool:
    """Whether the office costs something for each person."""
    return bool(plan.office.per_person_usd)


def paid(post: Post) -> str:
    """What a post is paid of a year, as a formula."""
    return name("paid", *post.key) if post.year_share != 1 else "1"


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
