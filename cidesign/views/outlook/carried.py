"""What promised money can carry: the hiring plan as the page tells it, as a decision keeps it, and
as the memo prints it from there.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from hashlib import sha256
from typing import Any

from cidesign.domain.figures import rounded
from cidesign.domain.outlook import Outlook, OutlookPlan, OutlookYear
from cidesign.domain.plan import Plan
from cidesign.domain.reading import covered_share, weakest
from cidesign.domain.value import MONTHS, months_after, plain
from cidesign.domain.workshop import Decision, Decisions
from cidesign.text.sentence import at

DECISIONS = "decisions.yaml"
PAGE = "outlook"
KEEP, CARRY = "keep", "carry"
"""What a committee may plan on; the decision keeps it as ``chosen``."""
ASKED = "asked"
"""Under which a decision of the page Outlook keeps the fingerprint of what its figures were asked
of.
"""
KEY = "carried"
"""Under which a decision of the page Outlook keeps the hiring plan that was on the screen."""


@dataclass(frozen=True)
class CarriedYear:
    """One year of it.

    Args:
        year: the calendar year it begins in.
        posts: FTE by role, of those with any.
        need_hours: hours needed a month, by function.
        covered: share of all hours needed; None where nothing is needed.
        weakest: the function covered least, with ``weakest_share``; empty where none is needed.
    """

    year: int
    posts: Mapping[str, float]
    need_hours: Mapping[str, float]
    covered: float | None
    weakest: str
    weakest_share: float | None
    cost_usd: float
    funding_usd: float
    unspendable_usd: float
    balance_usd: float

    @property
    def fte(self) -> float:
        """FTE of all posts."""
        return sum(self.posts.values())


@dataclass(frozen=True)
class Carried:
    """The hiring plan.

    Args:
        asked: fingerprint of the plan and the years it was asked of.
        status: as of an ``Outlook``; ``infeasible`` where not even parting can be paid.
        through: the last month it is planned for; empty without years.
        gap: by what share a better one could still lie above.
        record: the place of the decision it is read from; None where it was worked out now.
    """

    asked: str
    status: str
    years: tuple[CarriedYear, ...] = ()
    through: str = ""
    gap: float = 0.0
    record: int | None = field(default=None, compare=False)

    @property
    def fte(self) -> tuple[float, ...]:
        """FTE by year."""
        return tuple(year.fte for year in self.years)

    def address(self, *steps: str | int) -> str:
        """Where a figure of it stands: in the decision, or in the answer of ``outlook --hire``."""
        if self.record is None:
            return at("hiring", *steps)
        return at(DECISIONS, "decisions", self.record, "figures", KEY, *steps)


def fingerprint(plan: Plan, years: OutlookPlan) -> str:
    """Of all that a hiring plan is asked of: another one when any of it is another."""
    asked = f"{plan.model_dump_json()}{years.model_dump_json()}"
    return sha256(asked.encode()).hexdigest()[:16]


def carried_of(found: Outlook, plan: Plan, years: OutlookPlan) -> Carried:
    """The hiring plan as it was found; ``plan``: of the first year, on the terms it was asked
    on.
    """
    asked = fingerprint(plan, years)
    through = months_after(years.start, MONTHS * len(found.years) - 1) if found.years else ""
    return Carried(
        asked, found.status, tuple(_year(one) for one in found.years), through, found.gap
    )


def _year(year: OutlookYear) -> CarriedYear:
    least = weakest(year.coverage) or ""
    return CarriedYear(
        year=year.year,
        posts={id: fte for id, fte in sorted(year.fte.items()) if fte},
        need_hours=dict(year.need_hours),
        covered=covered_share(year.need_hours, year.coverage),
        weakest=least,
        weakest_share=year.coverage[least] if least else None,
        cost_usd=year.cost_usd,
        funding_usd=year.funding_usd,
        unspendable_usd=year.grants_unspendable_usd,
        balance_usd=year.balance_usd,
    )


def as_figures(carried: Carried) -> dict[str, Any]:
    """The hiring plan as a decision keeps it, in exact decimals; dollars in cents, hours and shares
    to a thousandth.
    """
    return {
        "status": carried.status,
        "through": carried.through,
        "gap": kept_number(carried.gap, "0.000001"),
        "years": [
            {key: _kept(key, value) for key, value in asdict(year).items()}
            for year in carried.years
        ],
    }


def _kept(key: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return {id: kept_number(one, "0.001") for id, one in value.items()}
    if isinstance(value, float):
        return kept_number(value, "0.01" if key.endswith("usd") else "0.001")
    return value


def kept_number(number: float, step: str = "0.01") -> Decimal:
    """A number as a decision keeps it: decimals, rounded to ``step``."""
    return Decimal(plain(rounded(number, step)))


def carried_in(decisions: Decisions) -> Carried | None:
    """The hiring plan that the decision about the years keeps; None where it keeps none that can be
    read.
    """
    held = decisions.latest(PAGE)
    kept = held.figures.get(KEY) if held else None
    if held is None or not isinstance(kept, Mapping):
        return None
    record = place_of(decisions, held)
    try:
        return Carried(
            str(held.figures.get(ASKED, "")),
            str(kept["status"]),
            tuple(_kept_year(one) for one in kept["years"]),
            str(kept["through"]),
            float(kept["gap"]),
            record,
        )
    except (KeyError, TypeError, ValueError):
        return None


def place_of(decisions: Decisions, held: Decision) -> int:
    """Where a decision stands among all."""
    return max(place for place, one in enumerate(decisions.decisions) if one is held)


def _floats(kept: Mapping[str, Any]) -> dict[str, float]:
    return {str(id): float(one) for id, one in kept.items()}


def _kept_year(kept: Mapping[str, Any]) -> CarriedYear:
    def share(key: str) -> float | None:
        return None if kept[key] is None else float(kept[key])

    return CarriedYear(
        year=int(kept["year"]),
        posts=_floats(kept["posts"]),
        need_hours=_floats(kept["need_hours"]),
        covered=share("covered"),
        weakest=str(kept["weakest"]),
        weakest_share=share("weakest_share"),
        cost_usd=float(kept["cost_usd"]),
        funding_usd=float(kept["funding_usd"]),
        unspendable_usd=float(kept["unspendable_usd"]),
        balance_usd=float(kept["balance_usd"]),
    )
