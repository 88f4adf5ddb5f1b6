"""The first team that money carries: who must be there, who leads, and how much of its hours each
function is promised. A few small teams are tried, the largest first.

Which teams, and in which order, is assumed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cidesign.budget import allocate
from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.entries import RoleEntry
from cidesign.domain.figures import percent
from cidesign.domain.hiring import Supervision
from cidesign.domain.plan import Plan, Role
from cidesign.text import mark, say

DIRECTOR, FACILITATOR, COORDINATOR = "director", "facilitator", "coordinator"
HALF, MOST = Decimal("0.5"), Decimal("0.75")
WHOLE, NOTHING = Decimal(1), Decimal(0)


@dataclass(frozen=True)
class FirstTeam:
    """Who is there at least.

    Args:
        posts: FTE by role, who leads first; empty where nobody can be promised.
        led_by: ids of the roles that may lead.
        said: the same in words, as a part of a sentence.
    """

    posts: Mapping[str, Decimal]
    led_by: tuple[str, ...]
    said: str

    @property
    def leader(self) -> str:
        """Who starts in the first month; the coordinator where nobody can be promised."""
        return next(iter(self.posts), COORDINATOR)

    @property
    def is_small(self) -> bool:
        """Whether no director can be promised, and rooms must be given."""
        return self.leader != DIRECTOR

    @property
    def in_words(self) -> str:
        """Who is there, in a part of a sentence."""
        return say(self.said)


_DIRECTED, _COORDINATED = (DIRECTOR,), (COORDINATOR, DIRECTOR)
TEAMS = (
    FirstTeam(
        {DIRECTOR: WHOLE, FACILITATOR: HALF},
        _DIRECTED,
        mark("a full-time director leads, and a facilitator is there at least half time"),
    ),
    FirstTeam(
        {DIRECTOR: WHOLE, COORDINATOR: HALF},
        _DIRECTED,
        mark("a full-time director leads, and a coordinator is there at least half time"),
    ),
    FirstTeam(
        {COORDINATOR: WHOLE, FACILITATOR: HALF},
        _COORDINATED,
        mark(
            "a full-time coordinator leads, because it did not carry a director with others; a "
            "facilitator is there at least half time, and rooms are given in kind"
        ),
    ),
    FirstTeam(
        {COORDINATOR: WHOLE},
        _COORDINATED,
        mark("one full-time coordinator does some of everything, and rooms are given in kind"),
    ),
    FirstTeam(
        {COORDINATOR: MOST},
        _COORDINATED,
        mark(
            "one coordinator at three quarters does some of everything, and rooms are given in kind"
        ),
    ),
    FirstTeam(
        {COORDINATOR: HALF},
        _COORDINATED,
        mark("one half-time coordinator does some of everything, and rooms are given in kind"),
    ),
    FirstTeam(
        {},
        _COORDINATED,
        mark("nobody, because it did not carry half a post; rooms are given in kind"),
    ),
)
"""The largest first; assumed."""
FLOORS = ("floor_usual", "floor_first_year", "floor_small", "floor_smallest")
"""Prices of the catalog, the highest first."""


def first_team(
    plan: Plan, catalog: Catalog, *, solve: Callable[[Plan], Allocation] = allocate
) -> Plan:
    """The plan with the first team that its money carries, and the least coverage it carries.

    A larger team with a lower least coverage comes before a smaller team with a higher one, but
    each team is tried at all but the lowest before any is at the lowest, and at none at the last.
    Teams of posts the plan does not have are left out.

    Args:
        plan: with its need in hours.
        catalog: where least coverage comes from.
        solve: finds a plan; a page hands in one that remembers.
    """
    there = {role.id for role in plan.roles}
    made = plan
    for team, floor in _tried(catalog):
        if {*team.posts, *team.led_by} <= there:
            made = _with_team(plan, team, floor, catalog)
            if solve(made).found:
                break
    return made


def _tried(catalog: Catalog) -> Iterator[tuple[FirstTeam, Decimal]]:
    *higher, lowest = (catalog.price(id).value for id in FLOORS)
    for floors in (higher, [lowest], [NOTHING]):
        for team in TEAMS:
            for floor in floors:
                yield team, floor


def _with_team(plan: Plan, team: FirstTeam, floor: Decimal, catalog: Catalog) -> Plan:
    usual = {entry.id: entry for entry in catalog.roles}
    each = plan.supervision.hours_per_person if plan.supervision else NOTHING
    rooms = catalog.price("office_base_usd").value
    base = plan.office.base_usd
    if base in (NOTHING, rooms):
        base = NOTHING if team.is_small else rooms
    return plan.model_copy(
        update={
            "floor": floor,
            "roles": tuple(_filled(role, team, usual.get(role.id)) for role in plan.roles),
            "supervision": Supervision(by=team.led_by, hours_per_person=each),
            "office": plan.office.model_copy(update={"base_usd": base}),
        }
    )


def _filled(role: Role, team: FirstTeam, usual: RoleEntry | None) -> Role:
    """A post as a team has it; one the catalog does not know stays as it is."""
    if usual is None:
        return role
    least = team.posts.get(role.id, NOTHING)
    start = 1 if role.id == team.leader else int(usual.start_month.value)
    return role.model_copy(
        update={
            "must_have": bool(least),
            "min_fte": least or usual.fte.range[0],
            "start_month": start,
        }
    )


def team_of(plan: Plan) -> FirstTeam | None:
    """The first team that a plan still stands on; None where its musts are others."""
    musts = {role.id: role.min_fte for role in plan.roles if role.must_have}
    led_by = plan.supervision.by if plan.supervision else ()
    return next(
        (team for team in TEAMS if dict(team.posts) == musts and team.led_by == tuple(led_by)), None
    )


def first_team_said(plan: Plan, catalog: Catalog) -> str:
    """Which first team a plan stands on, and its least coverage; empty where somebody changed
    them.
    """
    team = team_of(plan)
    if team is None or isinstance(plan.floor, dict):
        return ""
    if plan.floor not in (NOTHING, *(catalog.price(id).value for id in FLOORS)):
        return ""
    least = (
        say("Each function gets at least {floor} of its hours.", floor=percent(plan.floor))
        if plan.floor
        else say("A function may go uncovered.")
    )
    return say(
        "The first team is what the money in sight carried: {team}. {least} Both are assumed.",
        team=team.in_words,
        least=least,
    )
