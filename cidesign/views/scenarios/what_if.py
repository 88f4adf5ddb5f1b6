"""What the page Scenarios shows of what-ifs: our plan and years as they are, and as they would be,
side by side. The record stays as it is.
"""

from dataclasses import dataclass
from decimal import Decimal

from cidesign.budget import allocate, book
from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.funding import Source as Award
from cidesign.domain.outlook import Outlook, OutlookPlan
from cidesign.domain.panel import Candidate
from cidesign.domain.plan import Plan
from cidesign.domain.scenario import Figures, Scenario
from cidesign.domain.what_if import (
    NOTHING_ASKED,
    WHAT_IFS,
    Asked,
    Doubt,
    Subject,
    WhatIf,
    doubts_of,
    fitting,
    subject_of,
    would_be,
)
from cidesign.domain.what_if.match_fails import MATCH_FAILS
from cidesign.domain.workshop import Bundle
from cidesign.outlook import with_first_need
from cidesign.record import scenario_file
from cidesign.views.outlook.view import years_ahead
from cidesign.views.scenarios.figures import figures_of
from cidesign.views.scenarios.view import Project, askable_hosts, host_of
from cidesign.views.scenarios.what_if_words import BARE, NOWHERE, Telling
from cidesign.views.team.terms import hosted
from cidesign.views.team.view import Solve


@dataclass(frozen=True)
class Seen:
    """A plan, what its budget buys, and the years it leads to; None where the workshop has no
    years, or the plan was not found. ``asked``: the years it was asked with.
    """

    plan: Plan
    found: Allocation
    years: Outlook | None
    asked: OutlookPlan | None = None

    @property
    def figures(self) -> Figures:
        """What one looks at first."""
        return figures_of(self.plan, self.found, self.asked, self.years)


@dataclass(frozen=True)
class Compared:
    """As it is, and what if.

    Args:
        asked: all of it; ``fits``: what of it changes something today.
        base: the scenario of whose plan it is asked; None: of ours.
        telling: what its sentences call posts and hosts.
        on_match: those of whom it is asked what happens when their match fails.
        kept_usd: what our own team and purchases would cost then; None where they could not be.
    """

    ours: Seen
    then: Seen
    asked: Asked
    fits: Asked
    base: Scenario | None = None
    doubts: tuple[tuple[WhatIf, Doubt], ...] = ()
    telling: Telling = BARE
    kept_usd: float | None = None
    on_match: tuple[Award, ...] = ()


def telling(bundle: Bundle, catalog: Catalog, base: Scenario | None = None) -> Telling:
    """What sentences about a scenario, or about switches nobody saved, call posts and hosts."""
    return Telling(
        scenario_file(base.id) if base else NOWHERE,
        catalog.labels.roles,
        {one.id: one.label for one in bundle.candidates},
        frozenset(one.id for one in matched(bundle)),
    )


def matched(bundle: Bundle) -> tuple[Award, ...]:
    """Those who pay something only against a match."""
    paying = bundle.outlook.funding if bundle.outlook else ()
    return tuple(one for one in paying if one.matched_usd is not None)


def subject(bundle: Bundle) -> Subject | None:
    """What one asks about in this workshop; None where there is no plan yet."""
    if bundle.plan is None:
        return None
    return subject_of(bundle.plan, bundle.outlook, askable_hosts(bundle))


def to_ask(bundle: Bundle) -> tuple[tuple[WhatIf, Subject], ...]:
    """Every what-if that can be asked of this workshop, with what it would be asked about; () where
    there is no plan yet.
    """
    asked = subject(bundle)
    if asked is None:
        return ()
    return tuple((one, asked) for one in WHAT_IFS if one.can_be_asked(asked))


def not_fitting(bundle: Bundle, asked: Asked) -> tuple[tuple[WhatIf, Doubt], ...]:
    """What of it does not fit the workshop as it is now."""
    if bundle.plan is None:
        return ()
    return doubts_of(bundle.plan, bundle.outlook, asked, askable_hosts(bundle))


def compared(
    bundle: Bundle,
    catalog: Catalog,
    asked: Asked,
    *,
    base: Scenario | None = None,
    solve: Solve = allocate,
    project: Project = years_ahead,
) -> Compared | None:
    """As it is and what if; None where the workshop has no plan yet.

    Args:
        base: the scenario of whose plan it is asked; None: our own.
        solve: finds a plan; a page hands in one that remembers. Likewise ``project`` for the years.

    Raises:
        BadInput: what must be mended in the plan, the outlook or a host's offer.
    """
    if bundle.plan is None:
        return None

    def seen(plan: Plan, host: Candidate | None, asking: Asked) -> Seen:
        then, years = would_be(plan, bundle.outlook, asking)
        whole = hosted(with_first_need(then, years, catalog.need_table()), host)
        found = solve(whole)
        ahead = (
            project(hosted(then, host), years, catalog)
            if years is not None and found.found
            else None
        )
        return Seen(whole, found, ahead if ahead and ahead.years else None, years)

    plan = base.plan if base and base.plan else bundle.plan
    ours = seen(bundle.plan, host_of(bundle), NOTHING_ASKED)
    then = seen(plan, host_of(bundle, base, asked), asked)
    return Compared(
        ours,
        then,
        asked,
        fitting(bundle.plan, bundle.outlook, asked, askable_hosts(bundle)),
        base,
        not_fitting(bundle, asked),
        telling(bundle, catalog, base),
        _kept_usd(ours, then),
        tuple(one for one in matched(bundle) if one.id in asked.of(MATCH_FAILS)),
    )


def _kept_usd(ours: Seen, then: Seen) -> float | None:
    """What our own team and purchases would cost then, hours booked anew; no floor and no budget
    binds.
    """
    team = {id: Decimal(repr(posts)) for id, posts in (ours.found.fte or {}).items() if posts}
    lines = {id: Decimal(repr(usd)) for id, usd in ours.found.lines.items() if usd}
    most = {role.id: role.max_fte for role in then.plan.roles}
    there = all(posts <= most.get(id, 0) for id, posts in team.items())
    if not ours.found.found or not there or lines.keys() - {one.id for one in then.plan.lines}:
        return None
    return book(then.plan, team, lines).cost_usd
