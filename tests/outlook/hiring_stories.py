"""Random hiring plans, each from a seed: small plans with everything a plan may say, and promised
money for two or three years that seldom carries all of it; and the same with money that leaves
years without any, ends too early, or pays so many posts exactly and no more.
"""

from collections.abc import Callable
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


def lean_story(seed: int) -> dict:
    """What ``plan.yaml`` and ``outlook.yaml`` of a seed would hold where money is scarce, in each way
    in turn. Every other plan is a plain one, of which each post has a round price.
    """
    draw = Random(f"lean {seed}")
    given = story(draw.randrange(10**6))
    plan, years = given["plan"], given["years"]
    if draw.random() < 0.5:
        given["plan"] = plan = _plain_sheet(draw)
        years["hiring"] = {"severance_share": draw.choice([0, 0, 0.2])}
        years["growth"] = {"salaries": draw.choice([0, 0, 0.1]), "other": 0}
    if draw.random() < 0.4:  # floors beyond reach
        plan["floor"] = draw.choice([0.8, 1])
    if draw.random() < 0.5:  # nobody to part with
        for role in plan["roles"]:
            role["in_post"] = 0
    role = draw.choice(plan["roles"])
    step = plan["fte_step"] * role["salary_usd"] * (1 + role["benefits_rate"])
    posts = step * draw.randint(1, int(role["max_fte"] / plan["fte_step"]) + 1)
    years["start"], years["years"] = "2027-01", draw.randint(2, 4)
    years["opening_reserve_usd"] = draw.choice([0, 0, 0, 1_000, posts])
    months = WAYS[seed % len(WAYS)](draw, 12 * years["years"])
    trickles = draw.random() < 0.5  # or the last year planned is that of the last money
    years["funding"] = [
        {
            "id": f"s{number}",
            "usd": round(usd_of(posts) * 12 / min(12, last - first + 1)),
            "from": month(first),
            "to": month(last),
            "pays": draw.choice(PAYS),
            **({"roles": [role["id"]]} if draw.random() < 0.3 else {}),
        }
        for number, (first, last, usd_of) in enumerate(months)
    ]
    if trickles:
        ahead = {"from": "2027-01", "to": month(12 * years["years"] - 1), "pays": "yearly_ahead"}
        years["funding"].append({"id": "trickle", "usd": draw.choice([1, 1_000, 3_000]), **ahead})
    return given


def _plain_sheet(draw: Random) -> dict:
    """Pay and nothing else; posts of half an FTE, several of a kind."""
    names = ["vision", "aligned", "measurement"][: draw.randint(1, 3)]
    return {
        "hours_per_fte_month": 130,
        "fte_step": 0.5,
        "smallest_post": draw.choice([0, 0.5]),
        "benefit_curve": [{"coverage": 1, "benefit": 100}],
        "floor": 0,
        "people_only_share": 0,
        "need": {name: 130 * draw.randint(1, 3) for name in names},
        "roles": [
            {
                "id": f"role_{place}",
                "kind": draw.choice(["employee", "employee", "contractor"]),
                "salary_usd": draw.randint(3, 6) * 20_000,
                "benefits_rate": 0,
                "min_fte": draw.choice([0.5, 1]),
                "max_fte": draw.randint(1, 3),
                "in_post": 0,
                "start_month": 1,
                "does": {name: 1},
            }
            for place, name in enumerate(names)
        ],
        "funding": {"budget_usd": 10_000_000},
    }


Promised = tuple[int, int, Callable[[float], float]]
"""Money from a month to a month, and how much where so much would pay some posts for a year."""


def _all_of(posts: float) -> float:
    return posts


def _half_of(posts: float) -> float:
    return posts / 2


def _next_to_nothing(_posts: float) -> float:
    return 1_000


def _in_the_first_year(draw: Random, months: int) -> list[Promised]:
    return [(0, 11, _all_of), (12, months - 1, _next_to_nothing)][: draw.choice([1, 2])]


def _in_the_last_year(_draw: Random, months: int) -> list[Promised]:
    return [(months - 12, months - 1, _all_of)]


def _at_both_ends(draw: Random, months: int) -> list[Promised]:
    return [(0, 11, _all_of), (months - 12, months - 1, draw.choice([_all_of, _half_of]))]


def _until_the_middle_of_a_year(draw: Random, months: int) -> list[Promised]:
    return [(draw.choice([-6, 0, 3]), draw.randrange(4, months - 1), _all_of)]


def _a_trickle(_draw: Random, months: int) -> list[Promised]:
    return [(0, months - 1, _next_to_nothing)]


def _half_of_it_each_year(_draw: Random, months: int) -> list[Promised]:
    return [(0, months - 1, _half_of)]


WAYS: tuple[Callable[[Random, int], list[Promised]], ...] = (
    _in_the_first_year,
    _in_the_last_year,
    _at_both_ends,
    _until_the_middle_of_a_year,
    _a_trickle,
    _half_of_it_each_year,
)
"""When money is promised, of so many months."""


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
