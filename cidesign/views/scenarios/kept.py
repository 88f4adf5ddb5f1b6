"""Saved scenarios: keep the one on screen under a name, change it, delete it, or make it our
plan.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cidesign.domain.naming import id_from
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.scenario import OWN_TERMS, Scenario, merged
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, document, read_files, scenario_file
from cidesign.text import say
from cidesign.views.scenarios.view import Option

PLAN = "plan.yaml"


@dataclass(frozen=True)
class Draft:
    """A scenario as it is filled in.

    Args:
        id: of the saved one that is changed; empty for a new one.
        host: as in ``Scenario``.
        floor: least coverage of every function; None where the plan's floors differ by function,
            which then stay.
        must_have: whether posts that are a must stay one.
    """

    id: str
    name: str
    note: str
    host: str
    budget_usd: Decimal
    floor: Decimal | None
    community_min_share: Decimal
    reserve_rate: Decimal
    must_have: bool


def draft_of(option: Option) -> Draft:
    """What the form says when it starts from one of the plans shown."""
    plan, kept = option.plan, option.saved
    return Draft(
        id=kept.id if kept else "",
        name=kept.name if kept else "",
        note=kept.note if kept else "",
        host=kept.host if kept else (option.id.partition(":")[2] if option.kind == "host" else ""),
        budget_usd=plan.funding.budget_usd,
        floor=None if isinstance(plan.floor, dict) else plan.floor,
        community_min_share=plan.community_min_share,
        reserve_rate=plan.reserve_rate,
        must_have=any(role.must_have for role in plan.roles),
    )


def keep(bundle: Bundle, draft: Draft) -> Bundle:
    """The bundle with this scenario in ``scenarios/``; what the form does not ask about stays as it
    was in the file.

    Raises:
        BadInput: it has no name, another one has the same, there is no plan, or no plan follows
            from it.
    """
    plan = bundle.plan
    if plan is None:
        raise BadInput(
            [
                Problem(
                    PLAN,
                    say("there is no plan yet"),
                    say("make one on the page Team and budget first"),
                )
            ]
        )
    name = " ".join(draft.name.split())
    if not name:
        raise BadInput(
            [
                Problem(
                    say("Name of the scenario"),
                    say("there is none yet"),
                    say("write a few words that tell it from others"),
                )
            ]
        )
    same = [one.id for one in bundle.scenarios.values() if one.name == name and one.id != draft.id]
    if same:
        raise BadInput(
            [
                Problem(
                    say("Name of the scenario"),
                    say("another one has this name"),
                    say("write another name"),
                )
            ]
        )
    before = bundle.scenarios.get(draft.id)
    file = scenario_file(
        draft.id
        if before
        else id_from(name, {one.casefold() for one in bundle.scenarios}, otherwise="scenario")
    )
    written: dict[str, Any] = {"name": name, "note": draft.note.strip(), "host": draft.host}
    return changed(
        bundle,
        file,
        {
            (): {
                **{key: one for key, one in written.items() if one},
                **_changes(plan, draft, before),
            }
        },
    )


def _changes(plan: Plan, draft: Draft, before: Scenario | None) -> dict[str, Any]:
    """Only what differs from our plan now, so that the rest follows it."""
    asked = {
        "floor": (draft.floor, None if isinstance(plan.floor, dict) else plan.floor),
        "community_min_share": (draft.community_min_share, plan.community_min_share),
        "reserve_rate": (draft.reserve_rate, plan.reserve_rate),
    }
    managed = {key for key, (value, _) in asked.items() if value is not None}
    kept = {
        key: one for key, one in (before.changes if before else {}).items() if key not in managed
    }
    changes = {
        **kept,
        **{
            key: value
            for key, (value, ours) in asked.items()
            if value is not None and value != ours
        },
    }
    funding = {
        key: one
        for key, one in dict(changes.pop("funding", None) or {}).items()
        if key != "budget_usd"
    }
    if draft.budget_usd != plan.funding.budget_usd:
        funding["budget_usd"] = draft.budget_usd
    roles = _roles(plan, draft.must_have, changes.pop("roles", ()))
    return {
        **changes,
        **({"roles": roles} if roles else {}),
        **({"funding": funding} if funding else {}),
    }


def _roles(plan: Plan, must_have: bool, before: Any) -> list[Mapping[str, Any]]:
    """What was changed of roles, and, where no post is a must, that."""
    kept = [
        {key: one for key, one in dict(role).items() if key != "must_have"} for role in before or ()
    ]
    by_id = {str(role["id"]): role for role in kept}
    if not must_have:
        for role in plan.roles:
            if role.must_have:
                by_id.setdefault(role.id, {"id": role.id})["must_have"] = False
    return [role for role in by_id.values() if len(role) > 1]


def without(bundle: Bundle, id: str) -> Bundle:
    """The bundle without a saved scenario."""
    return read_files(
        {path: content for path, content in bundle.files.items() if path != scenario_file(id)}
    )


def adopted(bundle: Bundle, id: str) -> Bundle:
    """The bundle in which a saved scenario is our plan; the scenario stays, and no host is chosen
    by it.

    Raises:
        BadInput: there is no such scenario any more.
    """
    kept = bundle.scenarios.get(id)
    if kept is None:
        raise BadInput(
            [Problem(scenario_file(id), say("is not there any more"), say("reload the page"))]
        )
    return changed(bundle, PLAN, {(): merged(document(bundle, PLAN), kept.changes)})


def hosts_to_choose(bundle: Bundle) -> dict[str, str]:
    """Whose terms a scenario may stand on: as our plan, our own, or a candidate's."""
    return {
        "": say("As our plan"),
        OWN_TERMS: say("Our own terms"),
        **{one.id: one.label for one in bundle.candidates if one.eligible},
    }
