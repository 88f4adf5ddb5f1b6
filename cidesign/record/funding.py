"""Money of an older workshop on its way to ``funding.yaml``: written in one place from the first
change on.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cidesign.domain.first_year import FUNDING, OUTLOOK, PLAN
from cidesign.domain.money import Grant
from cidesign.domain.value import MONTHS, months_after
from cidesign.domain.workshop import Bundle
from cidesign.record.bundle import document


def money_moved(bundle: Bundle) -> dict[str, Mapping[Any, Any]]:
    """The documents of a workshop whose money stands in ``outlook.yaml``, and grants in
    ``plan.yaml``, as they are with all of it in ``funding.yaml``; only those that change. {} where
    there is nothing to move.
    """
    years = bundle.outlook
    if FUNDING in bundle.files or years is None:
        return {}
    outlook, plan = document(bundle, OUTLOOK), document(bundle, PLAN)
    moved: dict[str, Mapping[Any, Any]] = {}
    sheet: dict[str, Any] = {}
    if "opening_reserve_usd" in outlook:
        sheet["opening_reserve_usd"] = outlook["opening_reserve_usd"]
    sources = list(outlook.get("funding") or [])
    if {"opening_reserve_usd", "funding"} & outlook.keys():
        gone = ("opening_reserve_usd", "funding")
        moved[OUTLOOK] = {key: value for key, value in outlook.items() if key not in gone}
    money = plan.get("funding")
    if isinstance(money, dict) and money.get("grants") and bundle.plan is not None:
        taken = {source.id for source in years.funding}
        listed = bundle.plan.funding.grants
        sources += [_as_source(grant, years.start) for grant in listed if grant.id not in taken]
        kept = {key: value for key, value in money.items() if key != "grants"}
        moved[PLAN] = {**plan, "funding": kept}
    if not moved:
        return {}
    return {**moved, FUNDING: {**sheet, "sources": sources}}


def _as_source(grant: Grant, start: str) -> dict[str, Any]:
    """A grant of the first year's plan as a source of that year."""
    first, last = grant.months
    count = last - first + 1
    usd = grant.usd if count == MONTHS else (grant.usd * MONTHS / count).quantize(Decimal("0.01"))
    pays_for: dict[str, Any] = {
        "functions": [str(function) for function in grant.functions],
        "roles": list(grant.roles),
        "lines": list(grant.lines),
        "office": grant.office or None,
        "indirect_cap": grant.indirect_cap,
    }
    return {
        "id": grant.id,
        "usd": usd,
        "from": months_after(start, first - 1),
        "to": months_after(start, last - 1),
        "pays": "yearly_ahead",
        **{key: value for key, value in pays_for.items() if value not in (None, [])},
    }
