"""What the command line asks for: the same rooms as the pages, for files that stand alone or a
whole bundle.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from cidesign import budget, outlook, selection, structure, value
from cidesign.domain.allocation import Allocation, FrontierPoint, Repair, RuleOn
from cidesign.domain.catalog import Catalog
from cidesign.domain.nearest import instead
from cidesign.domain.outlook import Outlook, OutlookPlan
from cidesign.domain.panel import Candidate, Ranking, Recusal, Score
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import RuleSheet
from cidesign.domain.structure import ModeAdvice, StructureFit, StructureProfile
from cidesign.domain.value import shown
from cidesign.domain.words import Phase
from cidesign.domain.workshop import Bundle
from cidesign.record import broken_seal
from cidesign.selection import BesideWeights, Weights
from cidesign.text import say
from cidesign.views.outlook.carried import carried_of
from cidesign.views.outlook.told import hired_told, kept_told
from cidesign.views.team.terms import chosen_host, host_named, hosted

__all__ = [
    "MOST_BUDGETS",
    "BesideWeights",
    "Planned",
    "Weights",
    "beside_weights",
    "frontier",
    "on_chosen_terms",
    "planned",
    "ranking",
    "structures",
    "weights",
    "with_host",
    "years_ahead",
    "years_hired",
    "years_told",
]

MOST_BUDGETS = 200


@dataclass(frozen=True)
class Planned:
    """A plan and why it is as it is.

    Args:
        asked: what was solved.
        binding: what holds it back; empty without a plan.
        conflict: which rules exclude each other, and ``repairs``: what alone would mend it; empty
            where there is a plan.
    """

    asked: Plan
    found: Allocation
    binding: tuple[RuleOn, ...] = ()
    conflict: tuple[RuleOn, ...] = ()
    repairs: tuple[Repair, ...] = ()


def ranking(
    rules: RuleSheet,
    scores: Sequence[Score],
    *,
    candidates: Sequence[Candidate] = (),
    recusals: Sequence[Recusal] = (),
    turn: int | None = None,
    lot: str | None = None,
    sheet: Mapping[str, Any] | None = None,
    seats: Mapping[str, str] | None = None,
) -> Ranking:
    """Points and ranks as of one round (None: the highest there is).

    Args:
        sheet: the rule sheet as it is written, so that a broken seal is told.
        seats: seat by rater; None where no bundle tells who the members are.

    Raises:
        BadInput: what must be mended in scores, recusals or candidates.
    """
    found = value.rank(
        rules, scores, candidates=candidates, recusals=recusals, round=turn, lot=lot, seats=seats
    )
    broken = broken_seal(sheet or {})
    return replace(found, warnings=(broken, *found.warnings)) if broken else found


def weights(file: Mapping[str, Any]) -> Weights:
    """Weights from a weights file.

    Raises:
        BadInput: what must be mended in the file.
    """
    return selection.weights(file)


def beside_weights(file: Mapping[str, Any]) -> BesideWeights:
    """What the same file says beside its weights.

    Raises:
        BadInput: as ``weights`` does.
    """
    return selection.beside(file)


def structures(
    profile: StructureProfile, catalog: Catalog
) -> tuple[tuple[StructureFit, ...], ModeAdvice]:
    """How each structure fits, best first, and how to select a host.

    Raises:
        BadInput: an answer or judgement about something unknown, or off its scale.
    """
    fits = structure.fit(profile, catalog.structures, catalog.structure_drivers)
    return fits, structure.advise_mode(profile, catalog.modes)


def planned(
    plan: Plan,
    catalog: Catalog,
    *,
    years: OutlookPlan | None = None,
    phase: Phase | None = None,
    budget_usd: Decimal | None = None,
) -> Planned:
    """The plan a budget buys, and why; ``phase`` and ``budget_usd`` take the place of the plan's
    own. ``years``: whose phases count, where no ``phase`` is given.

    Raises:
        BadInput: a phase for a plan whose need is given, a budget below the grants, an unknown
            driver.
    """
    needed = (
        outlook.with_first_need(plan, years, catalog.need_table())
        if phase is None
        else budget.with_need(plan, catalog.need_table(), phase=phase)
    )
    asked = needed if budget_usd is None else budget.with_budget(needed, budget_usd)
    found = budget.allocate(asked)
    if found.status == "infeasible":
        return Planned(asked, found, conflict=budget.conflict(asked), repairs=budget.repairs(asked))
    return Planned(asked, found, binding=budget.binding(asked, found))


def with_host(bundle: Bundle, plan: Plan, host: str) -> Plan:
    """The plan on the terms a candidate offers.

    Raises:
        BadInput: there is no such candidate, or its offer does not fit the plan.
    """
    offers = {candidate.id: candidate.offer for candidate in bundle.candidates}
    if host not in offers:
        raise BadInput(
            [
                Problem(
                    "--host",
                    say("{name} is no candidate of this bundle", name=shown(host)),
                    instead(host, offers),
                )
            ]
        )
    return budget.with_offer(plan, offers[host])


def on_chosen_terms(bundle: Bundle, plan: Plan) -> tuple[Plan, Candidate | None]:
    """The plan on the terms of the host the decision names, and that host; our own plan and None
    where none is chosen.

    Raises:
        BadInput: the offer does not fit the plan.
    """
    host = host_named(bundle, chosen_host(bundle))
    return hosted(plan, host), host


def frontier(
    plan: Plan, catalog: Catalog, *, first_usd: Decimal, last_usd: Decimal, step_usd: Decimal
) -> tuple[FrontierPoint, ...]:
    """The best plan at each budget from the first to the last.

    Raises:
        BadInput: budgets that lead nowhere, or more than 200 of them; an unknown driver.
    """
    problems = []
    if first_usd < 0:
        problems.append(Problem("--from", say("a budget below 0"), say("write 0 or more")))
    if last_usd < first_usd:
        problems.append(
            Problem(
                "--to",
                say("the last budget is below the first"),
                say("write the larger one after --to"),
            )
        )
    if step_usd <= 0:
        problems.append(
            Problem(
                "--step",
                say("a step of 0 or less leads nowhere"),
                say("write how many dollars lie between two budgets, such as 25000"),
            )
        )
    elif last_usd - first_usd >= step_usd * MOST_BUDGETS:
        problems.append(
            Problem(
                "--step",
                say("this makes more than {most} budgets", most=MOST_BUDGETS),
                say("write a larger step, or a shorter range"),
            )
        )
    if problems:
        raise BadInput(problems)
    budgets = [
        first_usd + step_usd * number
        for number in range(int((last_usd - first_usd) / step_usd) + 1)
    ]
    return budget.frontier(budget.with_need(plan, catalog.need_table()), budgets)


def years_ahead(plan: Plan, years: OutlookPlan, catalog: Catalog) -> Outlook:
    """The years ahead without uncertainty.

    Raises:
        BadInput: an unknown driver, in the plan or in the growth.
    """
    return outlook.project(plan, years, catalog.need_table())


def years_hired(plan: Plan, years: OutlookPlan, catalog: Catalog) -> Outlook:
    """What promised money can carry, year by year.

    Raises:
        BadInput: an unknown driver, in the plan or in the growth.
    """
    return outlook.hiring_plan(plan, years, catalog.need_table())


def years_told(
    found: Outlook, plan: Plan, years: OutlookPlan, catalog: Catalog, *, hired: bool
) -> tuple[str, ...]:
    """What the years say, in the sentences of the page Outlook.

    Args:
        found: of ``years_ahead``, or of ``years_hired`` where these were ``hired``.
        plan: of the first year, on the terms they were asked on.
        years: the calendar and who pays.
        catalog: what people read for an id.
    """
    if hired:
        return hired_told(carried_of(found, plan, years), plan, years, catalog)
    return kept_told(found, plan, years)
