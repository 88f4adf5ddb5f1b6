"""Random plans of believable size, each from a seed: some comfortable, some tight, some that no
money row can hold.
"""

from random import Random
from typing import Any

from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS

ROLES = ("director", "facilitator", "data_manager", "community_manager", "fundraiser")
LINES = ("systems", "engagement", "convening")
CURVES = (
    [
        {"coverage": 0.6, "benefit": 75},
        {"coverage": 0.85, "benefit": 95},
        {"coverage": 1, "benefit": 100},
    ],
    [{"coverage": 1, "benefit": 100}],
    [{"coverage": 0.5, "benefit": 60}, {"coverage": 0.9, "benefit": 90}],
)


def random_plan(seed: int, *, step: float = 0.5) -> Plan:
    """The plan that belongs to a seed; the same seed gives the same plan on every machine."""
    return Plan.model_validate(random_sheet(seed, step=step))


def random_sheet(seed: int, *, step: float = 0.5) -> dict[str, Any]:
    """What ``plan.yaml`` would hold: 2 to 5 roles, 2 to 6 functions, 0 to 3 lines, money of every
    kind.
    """
    draw = Random(seed)
    functions = [str(function) for function in draw.sample(FUNCTIONS, draw.randint(2, 6))]
    need = {function: draw.randint(4, 34) * 5 for function in functions}
    if len(functions) > 2 and draw.random() < 0.2:
        need[functions[-1]] = 0
    roles = _roles(draw, functions, step)
    if draw.random() < 0.9:
        _give_every_function_a_role(draw, functions, roles)
    lines = _lines(draw, functions)
    office = draw.choice(
        [
            0,
            {
                "base_usd": draw.randint(5, 40) * 1000,
                "per_fte_usd": draw.randint(0, 8) * 1000,
                "indirect": draw.random() < 0.7,
            },
        ]
    )
    overhead = draw.choice(
        [
            {"kind": "none"},
            {"kind": "indirect", "rate": draw.choice([0.1, 0.15, 0.25])},
            {"kind": "fee", "rate": draw.choice([0.05, 0.08, 0.12])},
        ]
    )
    return {
        "hours_per_fte_month": draw.choice([130, 120]),
        "fte_step": step,
        "benefit_curve": draw.choice(CURVES),
        "floor": _floor(draw, functions),
        "people_only_share": draw.choice([0, 0.55, 0.8]),
        "priorities": {function: draw.randint(1, 10) for function in functions},
        "need": need,
        "roles": roles,
        "lines": lines,
        "office": office,
        "overhead": overhead,
        "reserve_rate": draw.choice([0, 0, 0.05, 0.1]),
        "community_min_share": draw.choice([0, 0, 0.05, 0.12]) if "community" in functions else 0,
        "in_kind": _in_kind(draw, roles, lines),
        "funding": _funding(draw, functions, roles, lines),
    }


def _roles(draw: Random, functions: list[str], step: float) -> list[dict[str, Any]]:
    roles = []
    for name in draw.sample(ROLES, draw.randint(2, 5)):
        least = draw.choice([0, 0.5, 0.5, 1])
        able = draw.sample(functions, min(len(functions), draw.randint(1, 3)))
        roles.append(
            {
                "id": name,
                "salary_usd": draw.randint(55, 130) * 1000,
                "benefits_rate": draw.choice([0, 0.22, 0.3]),
                "min_fte": least,
                "max_fte": round(least + step * draw.randint(0 if least else 1, 3), 6),
                "must_have": least > 0 and draw.random() < 0.4,
                "does": {function: draw.choice([0.25, 0.5, 0.8, 0.9, 1, 1.2]) for function in able},
            }
        )
    return roles


def _give_every_function_a_role(
    draw: Random, functions: list[str], roles: list[dict[str, Any]]
) -> None:
    """Without this most plans fail because nobody can do a function, and money never decides."""
    for function in functions:
        if not any(function in role["does"] for role in roles):
            draw.choice(roles)["does"][function] = draw.choice([0.5, 0.8, 1])


def _lines(draw: Random, functions: list[str]) -> list[dict[str, Any]]:
    lines = []
    for name in draw.sample(LINES, draw.randint(0, 3)):
        served = draw.sample(functions, min(len(functions), draw.randint(1, 3)))
        fixed = draw.choice([0, 0, 3000, 6000, 12000])
        rates = sorted(
            (
                draw.choice([0.2, 0.4, 0.6, 1, 1.5])
                for _ in range(draw.randint(0 if fixed else 1, 3))
            ),
            reverse=True,
        )
        lines.append(
            {
                "id": name,
                "functions": {function: draw.randint(1, 4) for function in served},
                "fixed_usd": fixed,
                "fixed_hours_per_month": draw.randint(0, 12) if fixed else 0,
                "pieces": [
                    {"usd": draw.randint(2, 30) * 1000, "hours_per_month_per_1000_usd": rate}
                    for rate in rates
                ],
                "indirect": draw.random() < 0.6,
            }
        )
    return lines


def _in_kind(
    draw: Random, roles: list[dict[str, Any]], lines: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    targets = [
        "office",
        *(f"role:{role['id']}" for role in roles),
        *(f"line:{line['id']}" for line in lines),
    ]
    return [
        {"id": f"gift_{number}", "usd": draw.randint(2, 45) * 1000, "offsets": draw.choice(targets)}
        for number in range(draw.choice([0, 0, 1, 2, 3]))
    ]


def _floor(draw: Random, functions: list[str]) -> Any:
    if draw.random() < 0.6:
        return draw.choice([0, 0.1, 0.2, 0.35])
    return {
        function: draw.choice([0, 0.2, 0.4, 0.5]) for function in functions if draw.random() < 0.7
    }


def _funding(
    draw: Random, functions: list[str], roles: list[dict[str, Any]], lines: list[dict[str, Any]]
) -> dict[str, Any]:
    everything = sum(
        role["salary_usd"] * (1 + role["benefits_rate"]) * role["max_fte"] for role in roles
    )
    everything += sum(
        line["fixed_usd"] + sum(piece["usd"] for piece in line["pieces"]) for line in lines
    )
    budget = round(everything * draw.uniform(0.4, 1.1) / 1000) * 1000
    grants, left = [], 0.7 * budget
    for number in range(draw.choice([0, 1, 1, 2, 2])):
        usd = round(left * draw.uniform(0.1, 0.6) / 1000) * 1000
        left -= usd
        grants.append(
            {
                "id": f"grant_{number}",
                "usd": usd,
                "functions": draw.sample(functions, draw.randint(1, min(3, len(functions)))),
            }
        )
    return {"budget_usd": budget, "grants": grants}
