"""Random workshops, small enough to be solved at once: strange names, ties, recusals, budgets that
fit and budgets that do not.
"""

import csv
import io
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from cidesign.record import fingerprint

FUNCTIONS = ("vision", "aligned", "measurement", "community", "policy", "resources")
DRIVERS = ("partners", "working_groups", "meetings", "indicators", "sites", "events", "grants")
PHASES = ("generate_ideas", "initiate_action", "organize_for_impact", "sustain")
NAMES = (
    "Áine O’Brien 3rd",
    "河川 Alliance",
    "Riverbend <b>Works</b> & Co",
    "=SUM(A1:A9)",
    "{ PAGE } 12 partners",
    "Ὀδύσσεια House",
    "Mercer $5 Fund",
    "بيت الأمل",
    "Plain Street 44",
    "tab\there, line\nthere",
    "bell\x07 and \x1b[31m red",
    "Zoë 🌱 Garden",
)
ROLES = ("director", "facilitator", "data_manager", "conv.eñor 2")
LINES = ("data_platform", "convening", "our own línea")


def written(folder: Path, seed: int) -> Path:
    """A workshop made from one number, as a folder."""
    draw, more = random.Random(seed), random.Random(f"more of {seed}")
    candidates = _candidates(draw)
    rules = _rules(draw)
    plan = _plan(draw)
    files: dict[str, str] = {"workshop.yaml": _yaml(_workshop(draw, candidates))}
    if draw.random() < 0.85:
        files["structure.yaml"] = _yaml(_structure(draw, candidates) | _sets(seed))
    if draw.random() < 0.85:
        files["rules.yaml"] = _yaml(rules)
        if candidates:
            files["candidates.csv"] = _csv(candidates)
            members = [f"m{number}" for number in range(draw.randint(1, 4))]
            if draw.random() < 0.85:
                files["scores.csv"] = _csv(
                    _more_scores(more, _scores(draw, members, candidates, rules), rules)
                )
                files |= {"weights.csv": _csv(rows)} if (rows := _own_weights(more, rules)) else {}
            if draw.random() < 0.4:
                files["recusals.csv"] = _csv(
                    [
                        {
                            "rater": members[0],
                            "candidate": candidates[0]["id"],
                            "reason": draw.choice(NAMES),
                        }
                    ]
                )
    if draw.random() < 0.9:
        files["plan.yaml"] = _yaml(plan)
        if draw.random() < 0.9:
            files["outlook.yaml"] = _yaml(_outlook(draw))
    if draw.random() < 0.9:
        files["decisions.yaml"] = _yaml(
            _decisions(draw, candidates if "candidates.csv" in files else [])
        )
    for name, content in files.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def _yaml(document: dict[str, Any]) -> str:
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=draw_unicode(document))


def draw_unicode(document: dict[str, Any]) -> bool:
    """Half of the files hold letters as they are, half escape them."""
    return len(document) % 2 == 0


def _csv(rows: Iterable[dict[str, Any]]) -> str:
    lines = list(rows)
    columns = list(dict.fromkeys(key for row in lines for key in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue()


def _workshop(draw: random.Random, candidates: list[dict[str, Any]]) -> dict[str, Any]:
    backbone = draw.choice(["", "", "", "no", "yes"])
    return {
        "name": draw.choice(NAMES),
        **({"example": "An example with 7 invented members."} if draw.random() < 0.3 else {}),
        "initiative": {
            "goal": draw.choice(NAMES),
            "existing_backbone": backbone,
            "backbone": draw.choice(NAMES),
        },
        "stage": draw.choice(["draft", "sealed", "scoring", "scored", "scored", "final"]),
        **(
            {"sole_source": draw.choice(NAMES)}
            if len(candidates) == 1 and draw.random() < 0.7
            else {}
        ),
        **({"timetable": {"start": "2027-02-01"}} if draw.random() < 0.5 else {}),
    }


def _structure(draw: random.Random, candidates: list[dict[str, Any]]) -> dict[str, Any]:
    structures = ("funder", "new_nonprofit", "existing_nonprofit", "government", "shared", "")
    answers = {
        "funding": draw.randint(0, 4),
        "neutrality": draw.randint(0, 4),
        "speed": draw.randint(0, 4),
    }
    decision = {
        "structure": draw.choice(structures),
        "staff_report_to": draw.choice(NAMES),
        "fiscal_agent": draw.choice(["", *NAMES]),
    }
    return {"answers": answers if draw.random() < 0.8 else {}, "decision": decision}


def _sets(seed: int) -> dict[str, Any]:
    """What choices about the structure set in the plan, in two of three workshops."""
    draw = random.Random(f"sets of {seed}")
    if draw.random() < 1 / 3:
        return {}
    loans = {
        draw.choice(ROLES): {"days_a_week": draw.choice([1, 2.5, 5]), "lender": draw.choice(NAMES)}
    }
    found = {"fee_rate": 0.09, "benefits_rate": 0.33, "loans": loans}
    return {"sets": {key: one for key, one in found.items() if draw.random() < 0.6}}


def _candidates(draw: random.Random) -> list[dict[str, Any]]:
    found = []
    for number in range(draw.randint(0, 5)):
        one: dict[str, Any] = {
            "id": draw.choice(["oak", "pïne", "elm tree", "ash.2"]) + str(number),
            "name": " ".join(_seen(draw.choice(NAMES)).split()),
        }
        one["eligible"] = "no" if draw.random() < 0.1 else "yes"
        one["figure"] = str(draw.randint(0, 40) / 4)
        if draw.random() < 0.7:
            kind = draw.choice(["none", "indirect", "fee"])
            one |= {
                "offer_overhead": kind,
                "offer_rate": "" if kind == "none" else draw.choice(["0.07", "0.12", "0.1"]),
            }
            one |= {
                "offer_pay_scale": draw.choice(["", "1.05", "0.9"]),
                "offer_benefits_rate": draw.choice(["", "0.3"]),
            }
            one |= {
                "offer_in_kind_usd": draw.choice(["", "6000", "12500.50"]),
                "offer_start": draw.choice(["", "2027-03"]),
            }
            if one["offer_in_kind_usd"]:
                one["offer_in_kind_offsets"] = "office"
        found.append(one)
    return found


def _seen(text: str) -> str:
    """Names in a table are one line of letters one can see."""
    return "".join(letter for letter in text if letter.isprintable() or letter in "\t\n")


def _rules(draw: random.Random) -> dict[str, Any]:
    criteria = []
    for number in range(draw.randint(1, 4)):
        worst, best = draw.choice([(1, 5), (0, 10), (5, 1)])
        one: dict[str, Any] = {
            "id": f"c{number}",
            "label": draw.choice(NAMES),
            "weight": draw.choice([1, 12.5, 20, 33]),
        }
        one["scale"] = {"worst": worst, "best": best, "step": 1}
        if draw.random() < 0.5:
            one["pass_mark"] = 2 if best > worst else 4
        criteria.append(one)
    if draw.random() < 0.3:
        criteria.append(
            {
                "id": "figure",
                "label": "A calculated one",
                "weight": 10,
                "scale": {"worst": 0, "best": 10},
                "calculated": True,
            }
        )
    sheet: dict[str, Any] = {
        "criteria": criteria,
        "aggregation": draw.choice(["mean", "median", "trimmed"]),
        "missing": "leave_out",
    }
    sheet |= {
        "quorum": draw.choice([1, 1, 2]),
        "ties": ["shared"],
        "mode": draw.choice(["open", "semi_open", "closed", "open"]),
    }
    if draw.random() < 0.3:
        sheet["rounding"] = {"cell": 2, "points": draw.choice([1, 2])}
    if draw.random() < 0.6:
        sealed = fingerprint(sheet) if draw.random() < 0.7 else "7f3a91c4" * 8
        sheet["seal"] = {
            "version": draw.choice([1, 1, 2]),
            "at": "2026-03-26T10:00:00+00:00",
            "by": draw.choice(NAMES),
            "sha256": sealed,
        }
    return sheet


def _scores(
    draw: random.Random, members: list[str], candidates: list[dict[str, Any]], rules: dict[str, Any]
) -> list[dict[str, Any]]:
    tied = draw.random() < 0.3
    rows = []
    for member in members:
        for candidate in candidates:
            for criterion in rules["criteria"]:
                if criterion.get("calculated") or draw.random() < 0.05:
                    continue
                low, high = sorted((criterion["scale"]["worst"], criterion["scale"]["best"]))
                score = low + 1 if tied else draw.randint(low, high)
                rows.append(
                    {
                        "rater": member,
                        "candidate": candidate["id"],
                        "criterion": criterion["id"],
                        "score": score,
                        "reason": "",
                    }
                )
    return rows or [
        {
            "rater": members[0],
            "candidate": candidates[0]["id"],
            "criterion": rules["criteria"][0]["id"],
            "score": 2,
            "reason": "",
        }
    ]


def _more_scores(
    draw: random.Random, rows: list[dict[str, Any]], rules: dict[str, Any]
) -> list[dict[str, Any]]:
    """A larger panel in half of the workshops, and a second round in half: scores changed,
    withdrawn or given first.
    """
    scales = {
        one["id"]: sorted((one["scale"]["worst"], one["scale"]["best"]))
        for one in rules["criteria"]
        if not one.get("calculated")
    }
    cells = sorted({(row["candidate"], row["criterion"]) for row in rows})
    found = [{**row, "round": 1} for row in rows]
    if draw.random() < 0.5:
        for rater in [f"n{number}" for number in range(draw.randint(1, 4))]:
            for candidate, criterion in cells:
                score = draw.randint(*scales[criterion])
                found.append(
                    {
                        "rater": rater,
                        "candidate": candidate,
                        "criterion": criterion,
                        "score": score,
                        "reason": "",
                        "round": 1,
                    }
                )
    if draw.random() < 0.5:
        again = [row for row in found if draw.random() < 0.15]
        found += [
            {**row, "score": draw.choice([*scales[row["criterion"]], ""]), "round": 2}
            for row in again
        ]
    return found


def _own_weights(draw: random.Random, rules: dict[str, Any]) -> list[dict[str, Any]]:
    """Weights of up to six members, some of whom leave one out."""
    members = [f"w{number}" for number in range(draw.choice([0, 0, 2, 4, 5, 6]))]
    rows = [
        {"member": member, "criterion": one["id"], "weight": draw.randint(1, 60)}
        for member in members
        for one in rules["criteria"]
    ]
    return [row for row in rows if draw.random() < 0.97]


def _plan(draw: random.Random) -> dict[str, Any]:
    roles = []
    for id in draw.sample(ROLES, draw.randint(1, 3)):
        does = {function: draw.choice([1, 0.8, 0.5]) for function in draw.sample(FUNCTIONS, 3)}
        least = draw.choice([0, 0.5])
        one: dict[str, Any] = {
            "id": id,
            "salary_usd": draw.choice([95000, 78000, 61234.5]),
            "min_fte": least,
            "max_fte": draw.choice([1, 1.5]),
        }
        one |= {
            "does": does,
            **({"benefits_rate": draw.choice([0.25, 0.31])} if draw.random() < 0.8 else {}),
        }
        one |= {"must_have": True} if least and draw.random() < 0.4 else {}
        roles.append(one)
    lines = []
    for id in draw.sample(LINES, draw.randint(0, 2)):
        pieces = [{"usd": 8000, "hours_per_month_per_1000_usd": 1.5}]
        lines.append(
            {
                "id": id,
                "functions": {draw.choice(FUNCTIONS): 1},
                "pieces": pieces,
                "indirect": draw.random() < 0.7,
            }
        )
    plan: dict[str, Any] = {
        "fte_step": 0.5,
        "priorities": dict.fromkeys(FUNCTIONS, 1),
        "roles": roles,
        "lines": lines,
        "floor": 0,
    }
    if draw.random() < 0.5:
        plan["price_year"] = draw.choice([2017, 2025, 2026])
    if draw.random() < 0.5:
        plan |= {
            "drivers": {driver: draw.randint(0, 6) for driver in DRIVERS}
            | {"partners": draw.randint(1, 30)},
            "phase": draw.choice(PHASES),
        }
    else:
        plan["need"] = {function: draw.choice([0, 20, 47.5, 90]) for function in FUNCTIONS} | {
            "vision": 40
        }
    if draw.random() < 0.5:
        plan["hours_per_fte_month"] = draw.choice([130, 125])
    if draw.random() < 0.4:
        plan["floor"] = draw.choice([0.9, 0.2, 0.05])
    plan["office"] = draw.choice([0, 15000, {"base_usd": 20000, "per_fte_usd": 8000}])
    plan["overhead"] = draw.choice(
        ["none", {"kind": "indirect", "rate": 0.12}, {"kind": "fee", "rate": 0.08}]
    )
    plan["reserve_rate"] = draw.choice([0, 0.03])
    budget = draw.choice([20000, 150000, 300000, 555555.55, 1200000])
    grants = (
        [
            {
                "id": draw.choice(["state 2", "fönd"]),
                "usd": budget / 10,
                "functions": ["measurement", "vision"],
            }
        ]
        if draw.random() < 0.4
        else []
    )
    if draw.random() < 0.3:
        plan["in_kind"] = [{"id": "lent desk", "usd": 4000, "offsets": "office"}]
    plan["funding"] = {"budget_usd": budget, **({"grants": grants} if grants else {})}
    return plan


def _outlook(draw: random.Random) -> dict[str, Any]:
    start = draw.choice(["2027-01", "2026-09"])
    ends = draw.choice(["2028-12", "2031-12"])
    award: dict[str, Any] = {
        "id": draw.choice(["foundation", "fünder 1"]),
        "usd": draw.choice([100000, 400000.5, 900000]),
        "from": start,
        "to": ends,
    }
    award["pays"] = draw.choice(["yearly_ahead", "quarterly_ahead", "monthly"])
    found: dict[str, Any] = {
        "start": start,
        "years": draw.randint(1, 4),
        "funding": [award] if draw.random() < 0.9 else [],
    }
    if draw.random() < 0.5:
        found["growth"] = {
            "salaries": 0.035,
            "other": draw.choice([0.025, 0.01]),
            **({"drivers": {"partners": 0.08}} if draw.random() < 0.5 else {}),
        }
        found["hiring"] = {"cost_share": 0.15, "ramp_up_loss": draw.choice([0.25, 0.1])}
    if draw.random() < 0.5:
        found |= {"opening_reserve_usd": 50000, "reserve_target_months": draw.choice([3, 4.5])}
    if draw.random() < 0.4:
        first, second = draw.sample(PHASES, 2)
        found["phases"] = [
            {"phase": first, "from": start},
            {"phase": second, "from": draw.choice(["2027-04", "2027-07", "2029-01"])},
        ]
    return found


def _decisions(draw: random.Random, candidates: list[dict[str, Any]]) -> dict[str, Any]:
    made = []
    for page in ("initiative", "structure", "process", "compare", "team", "outlook", "memo"):
        if draw.random() < 0.35 or (page == "compare" and not candidates):
            continue
        one: dict[str, Any] = {
            "page": page,
            "what": draw.choice(NAMES),
            "because": draw.choice(NAMES),
            "agreed": "9 of 11",
            "at": "2026-11-02",
        }
        if draw.random() < 0.4:
            one["dissent"] = f"{draw.choice(NAMES)}: we lose 3 years. " * draw.choice([1, 9])
        if page == "compare":
            chosen = draw.choice(candidates)
            one |= {
                "what": chosen["name"],
                "figures": {"chosen": chosen["id"], "answer": "It leads by 1.5 points."},
            }
            one |= {"departs": "We trust them 100 times more."} if draw.random() < 0.4 else {}
        made.append(one)
        if draw.random() < 0.15:
            again = {**one, "because": "We looked again on page 12."}
            made.append({**again, "figures": dict(one["figures"])} if "figures" in one else again)
    return {"decisions": made}
