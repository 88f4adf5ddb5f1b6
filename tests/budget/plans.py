"""Random plans of believable size, each from a seed: some comfortable, some tight, some that no
money row can hold. Everything a plan may say is said in a good part of them.
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
    need = {function: draw.randint(6, 40) * 5 for function in functions}
    if len(functions) > 2 and draw.random() < 0.3:
        need[functions[-1]] = 0
    post = draw.choice([0, 0, 0.5, 1])
    roles = _roles(draw, functions, step, post)
    if draw.random() < 0.9:
        _give_every_function_a_role(draw, functions, roles)
    lines = _lines(draw, functions)
    sheet = {
        "hours_per_fte_month": draw.choice([130, 120]),
        "fte_step": step,
        "smallest_post": post,
        "benefit_curve": draw.choice(CURVES),
        "floor": _floor(draw, functions),
        "people_only_share": draw.choice([0, 0.55, 0.8]),
        "priorities": _priorities(draw, need),
        "need": need,
        "roles": roles,
        "hiring": _hiring(draw),
        "lines": lines,
        "office": _office(draw),
        "overhead": draw.choice(
            [
                {"kind": "none"},
                {"kind": "indirect", "rate": draw.choice([0.1, 0.15, 0.25])},
                {"kind": "fee", "rate": draw.choice([0.05, 0.08, 0.12])},
            ]
        ),
        "reserve_rate": draw.choice([0, 0, 0.05, 0.1]),
        "community_min_share": draw.choice([0, 0, 0.05, 0.12]) if "community" in functions else 0,
        "in_kind": _in_kind(draw, roles, lines),
        "funding": _funding(draw, need, roles, lines),
    }
    leaders = [role["id"] for role in roles if role["kind"] == "employee"]
    if leaders and draw.random() < 0.5:
        sheet["supervision"] = {
            "by": draw.sample(leaders, min(len(leaders), draw.randint(1, 2))),
            "hours_per_person": draw.choice([4, 8, 13]),
        }
    return sheet


def _priorities(draw: Random, need: dict[str, int]) -> dict[str, int]:
    """0, 2 or 3, or nothing said; at least one function that is needed counts."""
    drawn = {function: draw.choice([None, None, 0, 1, 2, 3]) for function in need}
    said = {function: value for function, value in drawn.items() if value is not None}
    if all(said.get(function, 1) == 0 for function, hours in need.items() if hours):
        said[next(function for function, hours in need.items() if hours)] = 2
    return said


def _roles(draw: Random, functions: list[str], step: float, post: float) -> list[dict[str, Any]]:
    roles = []
    names = draw.sample(ROLES, draw.randint(2, 5))
    for name in names:
        least = draw.choice([0, 0.5, 0.5, 1])
        most = round(least + step * draw.randint(0 if least else 1, 3), 6)
        if post:
            most = max(1, round(most))
        able = draw.sample(functions, min(len(functions), draw.randint(1, 3)))
        contractor = draw.random() < 0.15
        there = 0.0 if contractor or draw.random() < 0.5 else step * draw.randint(1, int(2 / step))
        roles.append(
            {
                "id": name,
                "kind": "contractor" if contractor else "employee",
                "salary_usd": draw.randint(55, 130) * 1000,
                "benefits_rate": draw.choice([0, 0.22, 0.3]),
                "min_fte": least,
                "max_fte": most,
                "in_post": min(there, most),
                "start_month": draw.choice([1, 1, 1, 4, 7, 10]),
                "must_have": least > 0 and draw.random() < 0.3,
                "does": {function: draw.choice([0.3, 0.5, 0.8, 0.9, 1, 1.2]) for function in able},
            }
        )
    for role in roles:
        others = [name for name in names if name != role["id"]]
        if draw.random() < 0.15:
            role["needs"] = draw.sample(others, min(len(others), draw.choice([1, 1, 2])))
    return roles


def _give_every_function_a_role(
    draw: Random, functions: list[str], roles: list[dict[str, Any]]
) -> None:
    """Without this most plans fail because nobody can do a function, and money never decides."""
    for function in functions:
        if not any(function in role["does"] for role in roles):
            draw.choice(roles)["does"][function] = draw.choice([0.5, 0.8, 1])


def _hiring(draw: Random) -> dict[str, Any]:
    if draw.random() < 0.35:
        return {}
    return {
        "cost_share": draw.choice([0, 0.1, 0.2]),
        "ramp_up_loss": draw.choice([0, 0.2, 0.25]),
        "per_person_usd": draw.choice([0, 1500, 3000]),
        "severance_share": draw.choice([0, 0.15, 0.3]),
    }


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
        pieces = [
            {"usd": draw.randint(2, 30) * 1000, "hours_per_month_per_1000_usd": rate}
            for rate in rates
        ]
        most = fixed + sum(piece["usd"] for piece in pieces)
        lines.append(
            {
                "id": name,
                "functions": {function: draw.randint(1, 4) for function in served},
                "fixed_usd": fixed,
                "fixed_hours_per_month": draw.randint(0, 12) if fixed else 0,
                "pieces": pieces,
                "min_usd": min(most, draw.choice([1000, 5000, 10000]))
                if draw.random() < 0.25
                else 0,
                "indirect": draw.random() < 0.6,
            }
        )
    return lines


def _office(draw: Random) -> Any:
    if draw.random() < 0.3:
        return draw.choice([0, 12000])
    return {
        "base_usd": draw.randint(0, 40) * 1000,
        "per_fte_usd": draw.randint(0, 8) * 1000,
        "per_person_usd": draw.choice([0, 0, 2000, 5000]),
        "indirect": draw.random() < 0.6,
    }


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
        return draw.choice([0, 0, 0.1, 0.2, 0.35])
    return {
        function: draw.choice([0, 0, 0.1, 0.25]) for function in functions if draw.random() < 0.7
    }


def _funding(
    draw: Random, need: dict[str, int], roles: list[dict[str, Any]], lines: list[dict[str, Any]]
) -> dict[str, Any]:
    """From what to half as much again as all of the need, or all that can be bought, would
    cost.
    """
    pay = [role["salary_usd"] * (1 + role["benefits_rate"]) for role in roles]
    everyone = sum(usd * role["max_fte"] for usd, role in zip(pay, roles, strict=True))
    for_the_need = sum(need.values()) / 130 * sum(pay) / len(pay)
    bought = sum(line["fixed_usd"] + sum(p["usd"] for p in line["pieces"]) for line in lines)
    usual = min(everyone, for_the_need) + bought / 2
    budget = round(usual * draw.uniform(0.95, 1.5) / 1000) * 1000
    grants, left = [], 0.7 * budget
    for number in range(draw.choice([0, 1, 1, 2, 2])):
        usd = round(left * draw.uniform(0.1, 0.6) / 1000) * 1000
        left -= usd
        grants.append(
            {"id": f"grant_{number}", "usd": usd, **_terms(draw, list(need), roles, lines)}
        )
    return {"budget_usd": budget, "grants": grants}


def _terms(
    draw: Random, functions: list[str], roles: list[dict[str, Any]], lines: list[dict[str, Any]]
) -> dict[str, Any]:
    """What a grant may pay for: one to three of the four kinds, in which months, and how much
    indirect it bears.
    """
    terms: dict[str, Any] = {}
    if draw.random() < 0.6:
        terms["functions"] = draw.sample(functions, draw.randint(1, min(3, len(functions))))
    if draw.random() < 0.35:
        terms["roles"] = [role["id"] for role in draw.sample(roles, draw.randint(1, 2))]
    if lines and draw.random() < 0.35:
        terms["lines"] = [draw.choice(lines)["id"]]
    if not terms or draw.random() < 0.25:
        terms["office"] = True
    terms["months"] = draw.choice([[1, 12], [1, 12], [1, 6], [4, 9], [7, 12]])
    if draw.random() < 0.35:
        terms["indirect_cap"] = draw.choice([0, 0.05, 0.1])
    return terms
