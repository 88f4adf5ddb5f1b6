"""A post or a purchase is taken out of a plan, with everything that names it: what posts need, who
leads, gifts to it, what sources may pay for, scenarios that change it.
"""

from collections.abc import Iterator
from typing import Any

from cidesign.acts.begin_plan import PLAN, against_gone, against_no_plan
from cidesign.acts.set_keys import Place
from cidesign.domain.first_year import FUNDING
from cidesign.domain.naming import payer_named
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.ties import Listed, Ties, payers_of, ties_of
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, document, scenario_file
from cidesign.text import say

Changes = dict[Place, Any]


def against_untying(record: Bundle, kind: Listed, id: str, called: str) -> Iterator[Problem]:
    """That it is gone already, or that a source may pay for nothing else: without it, it would pay
    for anything.
    """
    yield from against_no_plan(record)
    if record.plan is not None and id not in [one.id for one in getattr(record.plan, kind.key)]:
        yield from against_gone(called)
    for source in ties_of(record, kind, id).only_payers:
        yield Problem(
            called,
            say("{source} pays for nothing else", source=payer_named(source)),
            say("first say what else it may pay for, or take it out of who pays"),
        )


def untied(record: Bundle, kind: Listed, id: str) -> Bundle:
    """The record without it.

    Raises:
        BadInput: the record would not be valid.
    """
    ties, plan = ties_of(record, kind, id), record.plan
    if plan is None:
        raise BadInput(against_no_plan(record))
    after = record
    for scenario in ties.scenarios:
        file = scenario_file(scenario)
        told = [one for one in document(after, file)[kind.key] if str(one.get("id")) != id]
        after = changed(after, file, {(kind.key,): told or None})
    paying = {
        (name, kind.key): [other for other in getattr(payer, kind.key) if other != id]
        for name, payer in payers_of(record, plan)
        if name in ties.payers
    }
    has_sources = bool(record.funding and record.funding.sources)
    if paying and has_sources:
        after = changed(after, FUNDING, {("sources", *at): kept for at, kept in paying.items()})
        paying = {}
    grants: Changes = {("funding", "grants", *at): kept for at, kept in paying.items()}
    return changed(after, PLAN, {**_in_plan(plan, kind, id, ties), **grants, (kind.key, id): None})


def _in_plan(plan: Plan, kind: Listed, id: str, ties: Ties) -> Changes:
    changes: Changes = {
        (kind.key, one.id, "needs"): [other for other in one.needs if other != id] or None
        for one in plan.roles
        if one.id in ties.needed_by
    }
    if ties.leads_alone:
        changes["supervision",] = None
    elif ties.leads and plan.supervision:
        changes["supervision", "by"] = [one for one in plan.supervision.by if one != id]
    return {**changes, **{("in_kind", gift): None for gift in ties.gifts}}
