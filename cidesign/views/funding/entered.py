"""What somebody entered about a source: from the fields of its form to the entry of the list, and
back.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from cidesign.acts.awards import said_of
from cidesign.domain.dates import month, month_read
from cidesign.domain.funding import Source
from cidesign.domain.naming import payer_named
from cidesign.domain.problem import Problem
from cidesign.domain.value import MONTHS, months_after

HUNDRED = 100
USUAL_DAYS = 60
IN_ARREARS = "in_arrears"
BUDGET = "budget_usd"
FIELDS = (
    *("id", "usd", "from", "to", "pays", "functions", "roles", "lines", "office"),
    *("indirect_cap", "renewal", "match", "takes_on", "results", BUDGET),
)
"""The keys at which something can be wrong, each a field or a few fields of the form."""
_KEY = re.compile("[a-z_]+")


def blank(start: str, parts: Sequence[str] = ()) -> dict[str, Any]:
    """The form of a new source, for the first year.

    Args:
        start: its first month.
        parts: ids of what funders can take on beside paying; each has two fields, who and by when.
    """
    return {
        **{who(part): "" for part in parts},
        **{by(part): "" for part in parts},
        "id": "",
        "usd": None,
        "from": month(start),
        "to": month(months_after(start, MONTHS - 1)),
        "pays": "yearly_ahead",
        "days": float(USUAL_DAYS),
        "functions": [],
        "roles": [],
        "lines": [],
        "office": False,
        "indirect_cap": None,
        "renewal_chance": None,
        "renewal_usd": None,
        "renewal_years": None,
        "match_usd": None,
        "match_note": "",
        "takes_on": [],
        "results": "",
    }


def who(part: str) -> str:
    """The name of the field in which stands who does a part there."""
    return f"who_{part}"


def by(part: str) -> str:
    """Likewise by which month."""
    return f"by_{part}"


def typed(source: Source, parts: Sequence[str] = ()) -> dict[str, Any]:
    """The form of a source that is in the list; ``parts``: as in ``blank``."""
    said, renewal = said_of(source), source.renewal
    match = source.match or {}
    days = source.pays.arrears_days
    return {
        **blank(source.from_, [*parts, *(one.role for one in source.takes_on)]),
        "id": payer_named(source.id),
        "usd": float(source.usd),
        "to": month(source.to),
        "pays": IN_ARREARS if days is not None else said["pays"],
        "days": float(USUAL_DAYS if days is None else days),
        "functions": said.get("functions", []),
        "roles": said.get("roles", []),
        "lines": said.get("lines", []),
        "office": source.office,
        "indirect_cap": _percent(source.indirect_cap),
        "renewal_chance": _percent(renewal.chance if renewal else None),
        "renewal_usd": float(renewal.usd) if renewal else None,
        "renewal_years": float(renewal.years) if renewal else None,
        "match_usd": float(match["usd"]) if isinstance(match.get("usd"), Decimal) else None,
        "match_note": str(match.get("note") or ""),
        "takes_on": [one.role for one in source.takes_on],
        **{who(one.role): one.who for one in source.takes_on},
        **{by(one.role): month(one.by) if one.by else "" for one in source.takes_on},
        "results": str(source.results),
    }


def said(fields: Mapping[str, Any], before: Source | None = None) -> dict[str, Any]:
    """The entry of a source, by key of the list.

    Args:
        fields: what stands in the form.
        before: the source as it was; what no field shows of it stays.
    """
    name = str(fields["id"] or "")
    in_arrears = fields["pays"] == IN_ARREARS
    return {
        "id": before.id if before and name == payer_named(before.id) else name,
        "usd": _number(fields["usd"]),
        "from": month_read(str(fields["from"] or "").strip()),
        "to": month_read(str(fields["to"] or "").strip()),
        "pays": {"in_arrears_days": _days(fields["days"])} if in_arrears else fields["pays"],
        **{key: list(fields[key] or ()) for key in ("functions", "roles", "lines")},
        "office": bool(fields["office"]),
        "indirect_cap": _share(fields["indirect_cap"]),
        "renewal": _some(
            chance=_share(fields["renewal_chance"]),
            usd=_number(fields["renewal_usd"]),
            years=_number(fields["renewal_years"]),
        ),
        "match": _match(fields, before),
        "takes_on": [_part(fields, part) for part in fields["takes_on"] or ()],
        "results": str(fields["results"] or ""),
    }


def by_field(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """What is wrong, by the key of the list it is about; under "" what is about none of them."""
    found: dict[str, list[Problem]] = {}
    for one in problems:
        keys = _KEY.findall(one.where.partition(":")[2])
        key = next((word for word in keys if word in FIELDS), "")
        found.setdefault(key, []).append(one)
    return found


def _part(fields: Mapping[str, Any], part: str) -> dict[str, str]:
    then = str(fields.get(by(part)) or "").strip()
    return {
        "role": part,
        "who": str(fields.get(who(part)) or "").strip(),
        "by": month_read(then) if then else "",
    }


def _match(fields: Mapping[str, Any], before: Source | None) -> dict[str, Any] | None:
    kept = dict(before.match or {}) if before else {}
    for key, value in (
        ("usd", _number(fields["match_usd"])),
        ("note", str(fields["match_note"] or "").strip() or None),
    ):
        kept.pop(key, None)
        if value is not None:
            kept[key] = value
    return kept or None


def _some(**parts: Decimal | None) -> dict[str, Decimal | None] | None:
    return parts if any(one is not None for one in parts.values()) else None


def _number(typed: Any) -> Decimal | None:
    if typed is None:
        return None
    number = Decimal(str(typed))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _days(typed: Any) -> int | None:
    return None if typed is None else round(typed)


def _share(percent: Any) -> Decimal | None:
    return None if percent is None else _number(Decimal(str(percent)) / HUNDRED)


def _percent(share: Decimal | None) -> float | None:
    return None if share is None else float(share * HUNDRED)
