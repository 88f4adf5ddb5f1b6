"""Random hiring plans, each from a seed: small plans with everything a plan may say, and promised
money for two or three years that seldom carries all of it.
"""

from random import Random

from tests.budget.plans import random_sheet

PAYS = ["yearly_ahead", "quarterly_ahead", "monthly"]


def story(seed: int) -> dict:
    """What ``plan.yaml`` and ``outlook.yaml`` of a seed would hold."""
    draw = Random(f"hiring {seed}")
    plan = random_sheet(draw.randrange(10**6))
    plan["roles"] = plan["roles"][: draw.randint(2, 3)]
    there = {role["id"] for role in plan["roles"]}
    for role in plan["roles"]:
        role["max_fte"] = max(role["min_fte"], role["in_post"], min(role["max_fte"], 1.5))
        role["needs"] = [other for other in role.get("needs", []) if other in there]
    plan["lines"] = plan["lines"][:2]
    bought = {line["id"] for line in plan["lines"]}
    plan["in_kind"] = [
        gift
        for gift in plan["in_kind"]
        if gift["offsets"].partition(":")[2] in {"", *there, *bought}
    ]
    if "supervision" in plan:
        leaders = [id for id in plan["supervision"]["by"] if id in there]
        plan["supervision"]["by"] = leaders
        if not leaders:
            del plan["supervision"]
    hiring = plan.pop("hiring")
    plan["funding"] = {"budget_usd": 10_000_000}
    years = draw.randint(1, 3)
    pay = sum(role["salary_usd"] * role["max_fte"] for role in plan["roles"]) * draw.uniform(0.4, 1)
    return {
        "plan": plan,
        "years": {
            "start": draw.choice(["2027-01", "2027-04"]),
            "years": years,
            "growth": {"salaries": draw.choice([0, 0.04]), "other": draw.choice([0, 0.03])},
            "hiring": hiring,
            "opening_reserve_usd": draw.choice([0, 25_000, 90_000]),
            "funding": [
                _source(draw, f"s{number}", plan, pay) for number in range(draw.randint(1, 4))
            ],
        },
    }


def _source(draw: Random, id: str, plan: dict, pay: float) -> dict:
    first = draw.randint(-8, 14)
    named: dict = {}
    kinds = draw.sample(["functions", "roles", "lines", "office"], draw.choice([0, 0, 1, 1, 2]))
    if "functions" in kinds:
        named["functions"] = draw.sample(list(plan["need"]), min(2, len(plan["need"])))
    if "roles" in kinds:
        named["roles"] = [draw.choice(plan["roles"])["id"]]
    if "lines" in kinds and plan["lines"]:
        named["lines"] = [draw.choice(plan["lines"])["id"]]
    if "office" in kinds:
        named["office"] = True
    if named and draw.random() < 0.4:
        named["indirect_cap"] = draw.choice([0, 0.05, 0.1])
    return {
        "id": id,
        "usd": round(pay * draw.uniform(0.1, 0.7) / 1000) * 1000 + 1000,
        "from": month(first),
        "to": month(first + draw.randint(5, 30)),
        "pays": draw.choice([*PAYS, {"in_arrears_days": draw.choice([0, 30, 61])}]),
        **named,
    }


def month(place: int) -> str:
    """A month counted from January 2027, 0."""
    return f"{2027 + place // 12}-{place % 12 + 1:02d}"
