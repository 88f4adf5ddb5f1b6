"""The one-year program as a reader of the contract would first write it in PuLP: one script, best
plan score, one solve.

It knows nothing of our package, so it is also a second opinion on the score. No tie-breaking, no
explanations.
"""

from collections.abc import Mapping
from typing import Any

import pulp

CURVE = [
    {"coverage": 0.6, "benefit": 75},
    {"coverage": 0.85, "benefit": 95},
    {"coverage": 1, "benefit": 100},
]


def default_solver() -> tuple[Any, str]:
    """PuLP's own default and what to call it; PuLP 4 has none, so HiGHS with its own settings
    stands in.
    """
    chosen = getattr(pulp, "LpSolverDefault", None)
    if chosen is not None and chosen.available():
        chosen.msg = False
        return chosen, f"PuLP {pulp.__version__} with its default, {chosen.name}"
    return pulp.HiGHS(
        msg=False
    ), f"PuLP {pulp.__version__}, which has no default solver, with HiGHS as it comes"


def best_score(plan: Mapping[str, Any], solver: Any) -> float:
    """The greatest plan score, 0 to 100."""
    problem, score = stated(plan)
    problem.setObjective(score)
    problem.solve(solver)
    return float(pulp.value(score))


def stated(plan: Mapping[str, Any]) -> tuple[Any, Any]:
    """The problem without objective, and the plan score."""
    p = pulp.LpProblem("plain", pulp.LpMaximize)
    add, both = p.addConstraint, pulp.lpSum
    need = {f: hours for f, hours in plan["need"].items() if hours > 0}
    roles, lines = (
        {r["id"]: r for r in plan["roles"]},
        {one["id"]: one for one in plan.get("lines", [])},
    )
    grants, gifts = plan["funding"].get("grants", []), plan.get("in_kind", [])
    overhead, office = (
        plan.get("overhead") or {},
        {"base_usd": 0, "per_fte_usd": 0, "indirect": True, **(plan.get("office") or {})},
    )
    rate = overhead.get("rate", 0) if overhead.get("kind") == "indirect" else 0
    fee = overhead.get("rate", 0) if overhead.get("kind") == "fee" else 0
    step, month, money_cannot = (
        plan["fte_step"],
        plan["hours_per_fte_month"],
        1 - plan.get("people_only_share", 0.55),
    )

    # staff
    post, book, idle, dear = {}, {}, {}, {}
    for i, r in roles.items():
        low, high = round(r["min_fte"] / step), round(r["max_fte"] / step)
        post[i] = p.add_variable(f"posts_{i}", 0, high, pulp.LpInteger)
        hired = p.add_variable(f"hired_{i}", 1 if r.get("must_have") else 0, 1, pulp.LpInteger)
        add(post[i] >= low * hired)
        add(post[i] <= high * hired)
        book[i] = {f: p.add_variable(f"hours_{i}_{f}", 0) for f in r["does"] if f in need}
        idle[i] = p.add_variable(f"idle_{i}", 0)
        add(both(book[i].values()) + idle[i] == step * month * post[i])
        dear[i] = r["salary_usd"] * (1 + r.get("benefits_rate", 0)) / month
    fte = both(step * post[i] for i in roles)
    staff_usd = both(dear[i] * (both(book[i].values()) + idle[i]) for i in roles)

    # lines
    spend, bought, share = {}, {}, {}
    for i, one in lines.items():
        taken = p.add_variable(f"taken_{i}", 0, 1, pulp.LpInteger)
        parts = [
            p.add_variable(f"piece_{i}_{n}", 0, piece["usd"])
            for n, piece in enumerate(one.get("pieces", []))
        ]
        for part, piece in zip(parts, one.get("pieces", []), strict=True):
            add(part <= piece["usd"] * taken)
        spend[i] = one.get("fixed_usd", 0) * taken + both(parts)
        bought[i] = one.get("fixed_hours_per_month", 0) * taken + both(
            piece["hours_per_month_per_1000_usd"] / 1000 * part
            for part, piece in zip(parts, one.get("pieces", []), strict=True)
        )
        share[i] = {
            f: part / sum(one["functions"].values()) for f, part in one["functions"].items()
        }

    # coverage and score
    weight = {f: plan["priorities"].get(f, 1) * hours for f, hours in need.items()}
    score, cover = [], {}
    for f, hours in need.items():
        staff = both(roles[i]["does"][f] * book[i][f] for i in roles if f in book[i])
        counted = p.add_variable(f"counted_{f}", 0, money_cannot * hours)
        add(counted <= both(share[i].get(f, 0) * bought[i] for i in lines))
        add(staff <= hours)
        before, parts = (0.0, 0.0), []
        for n, (upto, benefit) in enumerate(
            (point["coverage"], point["benefit"]) for point in plan.get("benefit_curve", CURVE)
        ):
            parts.append(p.add_variable(f"covered_{f}_{n}", 0, upto - before[0]))
            score.append(
                weight[f]
                / sum(weight.values())
                * (benefit - before[1])
                / (upto - before[0])
                * parts[-1]
            )
            before = (upto, benefit)
        cover[f] = both(parts)
        add(hours * cover[f] <= staff + counted)
        add(cover[f] >= plan.get("floor", 0.35))

    # gifts in kind: placed on cost that exists
    place: dict[str, dict[tuple[str, str], Any]] = {}
    for gift in gifts:
        kind, _, i = gift["offsets"].partition(":")
        at = {"office": [""], "role": [*book.get(i, {}), "idle"], "line": list(share.get(i, {}))}[
            kind
        ]
        place[gift["id"]] = {
            (gift["offsets"], f): p.add_variable(f"gift_{gift['id']}_{f}", 0) for f in at
        }
        add(both(place[gift["id"]].values()) <= gift["usd"])

    def given(target: str, f: str) -> Any:
        return both(one[target, f] for one in place.values() if (target, f) in one)

    office_usd = office["base_usd"] + office["per_fte_usd"] * fte
    add(given("office", "") <= office_usd)
    for i in roles:
        add(given(f"role:{i}", "idle") <= dear[i] * idle[i])
        for f in book[i]:
            add(given(f"role:{i}", f) <= dear[i] * book[i][f])
    for i in lines:
        for f, part in share[i].items():
            add(given(f"line:{i}", f) <= part * spend[i])

    # money
    free_of_indirect = [i for i, one in lines.items() if not one.get("indirect", True)]
    lines_left = {i: spend[i] - both(given(f"line:{i}", f) for f in share[i]) for i in lines}
    office_left = office_usd - given("office", "")
    direct = (
        staff_usd
        + both(spend.values())
        + office_usd
        - both(x for one in place.values() for x in one.values())
    )
    burdened = (
        direct
        - both(lines_left[i] for i in free_of_indirect)
        - (0 if office["indirect"] else office_left)
    )
    cost = direct + rate * burdened
    paid: dict[str, list[Any]] = {f: [] for f in need}
    used = []
    for grant in grants:
        mine = {
            f: p.add_variable(f"grant_{grant['id']}_{f}", 0)
            for f in grant["functions"]
            if f in need
        }
        for f, part in mine.items():
            paid[f].append(part)
        add(both(mine.values()) <= (1 - fee) * grant["usd"])
        used += mine.values()
    for f in need:
        people = both(dear[i] * book[i][f] - given(f"role:{i}", f) for i in roles if f in book[i])
        things = [
            (1 + (0 if i in free_of_indirect else rate))
            * (share[i][f] * spend[i] - given(f"line:{i}", f))
            for i in lines
            if f in share[i]
        ]
        add(both(paid[f]) <= (1 + rate) * people + both(things))
    voice = both(
        dear[i] * book[i]["community"] - given(f"role:{i}", "community")
        for i in roles
        if "community" in book[i]
    )
    voice += both(
        share[i]["community"] * spend[i] - given(f"line:{i}", "community")
        for i in lines
        if "community" in share[i]
    )
    add(voice >= plan.get("community_min_share", 0) * direct)
    awarded = sum(grant["usd"] for grant in grants)
    add(
        (1 + plan.get("reserve_rate", 0)) * cost - both(used)
        <= (1 - fee) * (plan["funding"]["budget_usd"] - awarded)
    )
    return p, both(score)
