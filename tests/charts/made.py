"""A plan, an allocation and an outlook made up for chart tests; every figure was chosen by hand."""

from cidesign.domain.allocation import Allocation, FrontierPoint
from cidesign.domain.outlook import Outlook, OutlookMonth, OutlookYear
from cidesign.domain.plan import Plan
from cidesign.domain.value import months_after

FUNCTION_LABELS = {
    "vision": "Vision and strategy",
    "aligned": "Aligned activities",
    "measurement": "Shared measurement",
    "community": "Community engagement",
    "policy": "Advancing policy",
    "resources": "Mobilizing resources",
}
ROLE_LABELS = {
    "director": "Director",
    "facilitator": "Facilitator",
    "community_manager": "Community engagement manager",
    "policy_manager": "Policy manager",
}
NEED = {
    "vision": 90,
    "aligned": 170,
    "measurement": 150,
    "community": 140,
    "policy": 50,
    "resources": 80,
}
COVERAGE = {
    "vision": 0.8,
    "aligned": 0.75,
    "measurement": 0.7,
    "community": 0.65,
    "policy": 0.46,
    "resources": 0.6,
}
FTE = {"director": 1.0, "facilitator": 1.5, "community_manager": 0.75, "policy_manager": 0.0}
SALARIES = {
    "director": 100_000,
    "facilitator": 80_000,
    "community_manager": 60_000,
    "policy_manager": 90_000,
}


def plan(**changes) -> Plan:
    """Four roles, a floor of 35 percent everywhere, $550,000."""
    roles = [
        {
            "id": id,
            "salary_usd": salary,
            "benefits_rate": "0.25",
            "min_fte": "0.25",
            "max_fte": 2,
            "does": {"vision": 1},
        }
        for id, salary in SALARIES.items()
    ]
    sheet = {
        "priorities": dict.fromkeys(NEED, 1),
        "need": NEED,
        "roles": roles,
        "funding": {"budget_usd": 550_000},
    }
    return Plan.model_validate({**sheet, **changes})


def allocation(**changes) -> Allocation:
    """A plan that was found: 3.25 FTE."""
    found = {
        "status": "optimal",
        "plan_score": 83.2,
        "need": {f: float(h) for f, h in NEED.items()},
        "coverage": COVERAGE,
        "fte": FTE,
    }
    return Allocation(**{**found, **changes})


def frontier() -> tuple[FrontierPoint, ...]:
    """Eleven budgets around $550,000; the lowest has no plan."""
    scores = [None, 71.0, 74.5, 77.0, 81.0, 83.2, 84.5, 84.9, 87.0, 88.1, 88.3]
    return tuple(
        FrontierPoint(
            425_000.0 + 25_000 * place,
            "infeasible" if score is None else "optimal",
            score,
            None,
            None if score is None else FTE,
        )
        for place, score in enumerate(scores)
    )


def outlook(years: int = 5, *, runs_out: bool = True) -> Outlook:
    """Cash of $120,000 that falls by $5,000 a month, or stays; need grows by 100 hours a year, two
    thirds of it covered, then less.
    """
    start = "2027-01"
    fall = 5_000 if runs_out else 0
    months = tuple(
        OutlookMonth(months_after(start, n), 20_000, 20_000 + fall, 120_000 - fall * (n + 1))
        for n in range(12 * years)
    )
    listed = tuple(
        OutlookYear(
            year=2027 + n,
            need_hours={"vision": 300.0, "aligned": 300.0 + 100 * n},
            capacity_hours={"vision": 200.0, "aligned": 200.0},
            coverage={"vision": 200 / 300, "aligned": 200 / (300 + 100 * n)},
            plan_score=70.0,
            fte={"director": 1.0},
            cost_usd=300_000,
            funding_usd=240_000,
            grants_unspendable_usd=0,
            balance_usd=max(0, 120_000 - fall * 12 * (n + 1)),
            gap_usd=0,
        )
        for n in range(years)
    )
    return Outlook(
        "optimal", listed, months, next((m.month for m in months if m.free_cash_usd < 0), None)
    )
