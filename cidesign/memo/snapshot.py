"""One frozen moment of a workshop: everything a memo says is read off this and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from cidesign import budget
from cidesign.acts.rule_sheet import is_fitness_check, was_asked_alone
from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.labels import as_read
from cidesign.domain.outlook import Outlook, OutlookPlan
from cidesign.domain.panel import Candidate
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput
from cidesign.domain.scenario import Scenario
from cidesign.domain.set_in_plan import SetInPlan
from cidesign.domain.workshop import Bundle, Decision
from cidesign.outlook import Raising, raising
from cidesign.text.sentence import Sentence, known, own
from cidesign.views.compare.letters import lettered
from cidesign.views.compare.robustness import RobustnessView, evidence_of
from cidesign.views.compare.view import CompareView, compare_view
from cidesign.views.initiative.view import initiative_view
from cidesign.views.outlook.carried import ASKED, Carried, carried_in, fingerprint
from cidesign.views.outlook.view import years_ahead
from cidesign.views.scenarios.what_if import Compared, compared
from cidesign.views.structure.view import StructureView, structure_view
from cidesign.views.team.terms import chosen_host, host_named, hosted, terms

Solve = Callable[[Plan], Allocation]
Project = Callable[[Plan, OutlookPlan, Catalog], Outlook]
PLANNED = frozenset({"team", "outlook"})
TryOut = Callable[[Bundle, CompareView], RobustnessView | None]


def _nothing() -> None:
    """No evidence."""


@dataclass(frozen=True)
class Snapshot:
    """A workshop and what its figures lead to.

    Args:
        structure: how the structures fit; None where the answers need mending.
        compare: who leads; None while a round is open, without scores, or where they need mending.
        asked: the plan on the terms of the chosen host, with its need in hours; ``found`` what its
            budget buys.
        years: the years ahead, on the same terms.
        raising: what must be raised; None where the money lasts.
        host: the host our decision names.
        terms_of: the id of the host on whose terms the plan stands; empty for our own.
        broken: pages whose files need mending before they say anything.
        asked_if: each saved scenario that asks what if, as it is beside what if.
        carried: what promised money can carry, as the decision about the years keeps it; None where
            it keeps none, or what it was asked of has changed since.
        first_year_kept: whether that decision's figures of the first year still hold.
        evidence: whether the order would hold, worked out when first asked; None where ``compare``
            is.
    """

    bundle: Bundle
    catalog: Catalog
    structure: StructureView | None = None
    compare: CompareView | None = None
    asked: Plan | None = None
    found: Allocation | None = None
    years: Outlook | None = None
    raising: Raising | None = None
    host: Candidate | None = None
    terms_of: str = ""
    broken: frozenset[str] = frozenset()
    asked_if: tuple[tuple[Scenario, Compared], ...] = ()
    carried: Carried | None = None
    first_year_kept: bool = False
    evidence: Callable[[], RobustnessView | None] = _nothing

    @property
    def has_a_choice(self) -> bool:
        """Whether a structure and a host are chosen at all: not where a backbone works already."""
        return not self.bundle.workshop.has_a_backbone

    def left_out(self, page: str) -> bool:
        """Whether the form we chose does not need a page, and nothing was decided on it."""
        return self.decided(page) is None and bool(
            self.catalog.left_out(page, self.bundle.workshop)
        )

    @property
    def sets(self) -> SetInPlan:
        """What our choices about the structure set in the plan."""
        return self.bundle.structure.sets if self.bundle.structure else SetInPlan()

    @property
    def seeks_a_person(self) -> bool:
        """Whether a director is chosen here, and nothing else."""
        return self.bundle.workshop.seeks_a_person

    @property
    def hidden(self) -> bool:
        """Whether a round is open, so that nothing of points may be shown."""
        return self.bundle.workshop.round_is_open

    @property
    def result_alone(self) -> bool:
        """Whether whoever makes this memo sees the result of the scoring and no sheets."""
        return self.bundle.result is not None

    @property
    def sole(self) -> bool:
        """Whether one organization was asked, so that fitness is checked and nobody is ranked."""
        return bool(self.bundle.workshop.sole_source) or is_fitness_check(self.bundle)

    @property
    def asked_alone(self) -> bool:
        """Whether that one was asked, and is not the only one that applied."""
        return was_asked_alone(self.bundle)

    def decided(self, page: str) -> Decision | None:
        """The record of a page that holds."""
        return self.bundle.decisions.latest(page)

    def named(self, kind: str, id: str) -> Sentence:
        """What people read for an id: words of the catalog, or those made of the id."""
        labels = self.catalog.labels.kind(kind)
        return known(labels[id]) if id in labels else own(labels[id])

    def function(self, id: str) -> Sentence:
        """The short name of a function."""
        return known(self.catalog.labels.functions[id])


def snapshot(
    bundle: Bundle,
    catalog: Catalog,
    *,
    solve: Solve = budget.allocate,
    project: Project = years_ahead,
    try_out: TryOut = evidence_of,
) -> Snapshot:
    """The workshop as it is now. ``solve``, ``project`` and ``try_out``: a page hands in ones that
    remember.
    """
    broken: set[str] = set()
    catalog = catalog.of(bundle.workshop)
    asked, found, years, print_ = None, None, None, ""
    if bundle.rules is not None:
        bundle = replace(bundle, rules=as_read(bundle.rules, catalog.labels))
    try:
        stand = terms(bundle, catalog, host=chosen_host(bundle))
        asked = stand.plan if stand else None
        found = solve(asked) if asked else None
    except BadInput:
        broken.add("team")
    if asked is not None and bundle.outlook is not None and bundle.plan is not None:
        try:
            first = hosted(bundle.plan, host_named(bundle, chosen_host(bundle)))
            years = project(first, bundle.outlook, catalog)
            print_ = fingerprint(first, bundle.outlook)
        except BadInput:
            broken.add("outlook")
    ranked = _compare(bundle, broken)
    held = bundle.decisions.latest("outlook")
    holds = bool(print_ and held and held.figures.get(ASKED) == print_ and years and years.years)
    try:
        initiative_view(bundle, catalog)
    except BadInput:
        broken.add("initiative")
    return Snapshot(
        bundle=bundle,
        catalog=catalog,
        structure=_structure(bundle, catalog, broken),
        compare=ranked,
        asked=asked,
        found=found,
        years=years if years and years.years else None,
        raising=raising(years, fee_rate=asked.overhead.fee_rate)
        if asked and years and years.years
        else None,
        host=bundle.host,
        terms_of=chosen_host(bundle),
        broken=frozenset(broken),
        carried=carried_in(bundle.decisions) if holds else None,
        first_year_kept=holds,
        asked_if=() if broken & PLANNED else _what_if(bundle, catalog, solve, project),
        evidence=cache(lambda: try_out(bundle, ranked) if ranked is not None else None),
    )


def _what_if(
    bundle: Bundle, catalog: Catalog, solve: Solve, project: Project
) -> tuple[tuple[Scenario, Compared], ...]:
    found = (
        (one, compared(bundle, catalog, one.what_if, base=one, solve=solve, project=project))
        for one in bundle.scenarios.values()
        if one.what_if
    )
    return tuple((one, told) for one, told in found if told is not None)


def _structure(bundle: Bundle, catalog: Catalog, broken: set[str]) -> StructureView | None:
    try:
        return structure_view(bundle, catalog)
    except BadInput:
        broken.add("structure")
        return None


def _compare(bundle: Bundle, broken: set[str]) -> CompareView | None:
    if bundle.workshop.round_is_open or bundle.workshop.has_a_backbone:
        return None
    try:
        view = compare_view(lettered(bundle))
    except BadInput:
        broken.add("compare")
        return None
    return None if view.missing and not view.has_values else view
