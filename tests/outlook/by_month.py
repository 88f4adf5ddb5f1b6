"""A second opinion on the cash: posts that are filled anyway, each fully booked in one function of
its own, and sources of every kind, month after month in plain arithmetic.

Written from the contract's section 4 alone; shares nothing with the product. Who may claim how much
is asked of scipy, one linear program for each claim.
"""

from dataclasses import dataclass
from random import Random

import numpy as np
from scipy.optimize import linprog

FUNCTIONS = ("vision", "aligned", "measurement")
PAYS = {"yearly_ahead": 12, "quarterly_ahead": 3, "monthly": 1}


@dataclass(frozen=True)
class Piece:
    """Dollars a year, spread over months (1 to 12), with what a source may know it by."""

    usd: float
    first: int
    last: int
    bears: bool
    names: frozenset[str]


def story(seed: int) -> dict:
    """Plan and years of a seed, as their files would hold them."""
    draw = Random(seed)
    count = draw.randint(1, 3)
    overhead = draw.choice(
        [{"kind": "none"}, {"kind": "indirect", "rate": 0.15}, {"kind": "fee", "rate": 0.08}]
    )
    roles = [
        {
            "id": f"role_{place}",
            "salary_usd": draw.randint(50, 120) * 1000,
            "benefits_rate": draw.choice([0, 0.25]),
            "min_fte": 1,
            "max_fte": 1,
            "must_have": True,
            "in_post": draw.choice([0, 1]),
            "start_month": draw.choice([1, 1, 4, 7]),
            "does": {FUNCTIONS[place]: 1},
        }
        for place in range(count)
    ]
    plan = {
        "fte_step": 1,
        "floor": 0,
        "people_only_share": 0,
        "need": {FUNCTIONS[place]: 200 for place in range(count)},
        "roles": roles,
        "office": {
            "base_usd": draw.choice([0, 12000]),
            "per_person_usd": draw.choice([0, 3000]),
            "indirect": draw.choice([True, False]),
        },
        "overhead": overhead,
        "funding": {"budget_usd": 2_000_000},
    }
    years = {
        "start": draw.choice(["2027-01", "2027-04"]),
        "years": draw.randint(2, 4),
        "growth": {"salaries": draw.choice([0, 0.04]), "other": draw.choice([0, 0.03])},
        "hiring": {
            "cost_share": draw.choice([0, 0.15]),
            "ramp_up_loss": draw.choice([0, 0.25]),
            "per_person_usd": draw.choice([0, 2000]),
        },
        "opening_reserve_usd": draw.choice([0, 25000, 90000]),
        "funding": [_source(draw, f"s{n}", count) for n in range(draw.randint(1, 4))],
    }
    return {"plan": plan, "years": years}


def _source(draw: Random, id: str, count: int) -> dict:
    first = draw.randint(-8, 20)
    last = first + draw.randint(5, 30)
    kind = draw.choice(["free", "functions", "functions", "roles", "office", "both"])
    named: dict = {}
    if kind in ("functions", "both"):
        named["functions"] = draw.sample(FUNCTIONS[:count], draw.randint(1, count))
    if kind in ("roles", "both"):
        named["roles"] = [f"role_{draw.randrange(count)}"]
    if kind == "office":
        named["office"] = True
    if named and draw.random() < 0.4:
        named["indirect_cap"] = draw.choice([0, 0.05, 0.1])
    return {
        "id": id,
        "usd": draw.randint(2, 12) * 10_000,
        "from": _month(first),
        "to": _month(last),
        "pays": draw.choice([*PAYS, {"in_arrears_days": draw.choice([0, 30, 61])}]),
        **named,
    }


def _month(place: int) -> str:
    """A month counted from January 2027, 0."""
    return f"{2027 + place // 12}-{place % 12 + 1:02d}"


def _between(start: str, month: str) -> int:
    return (int(month[:4]) - int(start[:4])) * 12 + int(month[5:]) - int(start[5:])


def told(given: dict) -> dict:
    """What must come out: by year cost, funding, unspendable, balance and gap; over all runs_out,
    missing, bridge and short_from.
    """
    plan, years = given["plan"], given["years"]
    start, horizon = years["start"], years["years"]
    overhead = plan["overhead"]
    fee = overhead["rate"] if overhead["kind"] == "fee" else 0.0
    indirect = overhead["rate"] if overhead["kind"] == "indirect" else 0.0
    sources = sorted((_Source(one, start, fee) for one in years["funding"]), key=lambda s: s.turn)
    cash = float(years["opening_reserve_usd"])
    due = np.zeros(2000)
    told_years, free_ends, in_sight = [], [], []
    for year in range(horizon):
        pieces = _pieces(plan, years, year)
        paid_this_year = dict.fromkeys((s.id for s in sources), 0.0)
        figures = {"cost_usd": 0.0, "funding_usd": 0.0, "grants_unspendable_usd": 0.0}
        opening = cash
        for month in range(12):
            now = 12 * year + month
            claims = {}
            for s in sources:
                if s.restricted and s.first <= now <= s.last:
                    room = min(s.paid_in(now), s.room(12 * year + 11)) - s.paid
                    held = {**paid_this_year}
                    most = _most(s, sources, pieces, held, month, year, room, indirect)
                    claims[s.id] = max(0.0, most - paid_this_year[s.id])
                    paid_this_year[s.id] = max(most, paid_this_year[s.id])
            cost = sum(
                p.usd / (p.last - p.first + 1) * (1 + indirect * p.bears)
                for p in pieces
                if p.first <= month + 1 <= p.last
            )
            received = 0.0
            for s in sources:
                claim = claims.get(s.id, 0.0)
                arrives = s.arrives(now)
                received += arrives
                if not s.restricted:
                    cash += arrives * (1 - fee)
                if s.delay is None:
                    cash += claim
                else:
                    due[now + s.delay] += claim
            received += due[now] / (1 - fee)
            cash += due[now] - cost
            figures["cost_usd"] += cost + fee * received
            figures["funding_usd"] += received
            free_ends.append(cash)
            coming = sum(s.owed(now) for s in sources if not s.restricted) * (1 - fee)
            in_sight.append(cash + due[now + 1 :].sum() + coming)
            for s in sources:
                if s.restricted and s.last == now:
                    left = s.room(now) - s.paid - paid_this_year[s.id]
                    figures["grants_unspendable_usd"] += max(0.0, left)
        for s in sources:
            s.paid += paid_this_year[s.id]
        gap = max(0.0, max(0.0, -cash) - max(0.0, -opening))
        told_years.append({**figures, "balance_usd": cash, "gap_usd": gap})
    return {"years": told_years, **_over_all(start, free_ends, in_sight)}


def _over_all(start: str, free_ends: list[float], in_sight: list[float]) -> dict:
    missing = max(0.0, -in_sight[-1])
    out = None
    if missing > 0.005:
        out = len(in_sight) - 1
        while out > 0 and in_sight[out - 1] < -0.005:
            out -= 1
    short = [place for place, usd in enumerate(free_ends) if usd < -0.005]
    first = _between("2027-01", start)
    return {
        "runs_out": None if out is None else _month(first + out),
        "missing_usd": missing,
        "bridge_usd": max(0.0, -(min(free_ends) + missing)),
        "short_from": _month(first + short[0]) if short else None,
    }


class _Source:
    """One source on the calendar; dollars after the fee where it is restricted."""

    def __init__(self, given: dict, start: str, fee: float) -> None:
        self.id, self.usd = given["id"], given["usd"]
        self.first, self.last = _between(start, given["from"]), _between(start, given["to"])
        pays = given["pays"]
        days = pays["in_arrears_days"] if isinstance(pays, dict) else None
        self.delay = None if days is None else days // 30 + (1 if days % 30 else 0)
        self.every = 12 if isinstance(pays, dict) else PAYS[pays]
        self.names = frozenset(
            [
                *given.get("functions", []),
                *given.get("roles", []),
                *(["office"] if given.get("office") else []),
            ]
        )
        self.cap = given.get("indirect_cap")
        self.restricted = bool(self.names)
        self.kept = 1 - fee
        self.paid = 0.0
        self.turn = (self.delay is not None, self.last, self.id)

    def room(self, until: int) -> float:
        months = len([m for m in range(self.first, self.last + 1) if 0 <= m <= until])
        return self.kept * self.usd / 12 * months

    def paid_in(self, now: int) -> float:
        if self.delay is not None:
            return self.room(now)
        covered = set()
        for pay in range(self.first, self.last + 1, self.every):
            if pay <= now:
                covered |= set(range(pay, min(pay + self.every, self.last + 1)))
        return self.kept * self.usd / 12 * len([m for m in covered if m >= 0])

    def arrives(self, now: int) -> float:
        if self.delay is None:
            if self.first <= now <= self.last and (now - self.first) % self.every == 0:
                return self.usd / 12 * min(self.every, self.last - now + 1)
            return 0.0
        free = not self.restricted and self.first <= now - self.delay <= self.last
        return self.usd / 12 if free else 0.0

    def owed(self, now: int) -> float:
        if self.delay is None:
            return 0.0
        months = [m for m in range(self.first, self.last + 1) if m <= now < m + self.delay]
        return self.usd / 12 * len(months)


def _pieces(plan: dict, years: dict, year: int) -> list[Piece]:
    pay = (1 + years["growth"]["salaries"]) ** year
    other = (1 + years["growth"]["other"]) ** year
    hiring = years["hiring"]
    found = []
    for place, role in enumerate(plan["roles"]):
        new = year == 0 and not role["in_post"]
        first = role["start_month"] if new else 1
        full = role["salary_usd"] * (1 + role["benefits_rate"]) * pay
        names = frozenset([role["id"], FUNCTIONS[place]])
        found.append(Piece(full * (13 - first) / 12, first, 12, True, names))
        if new:
            once = hiring["cost_share"] * role["salary_usd"] + hiring["per_person_usd"]
            found.append(Piece(once, first, first, False, frozenset([role["id"]])))
    office = plan["office"]
    usd = (office["base_usd"] + office["per_person_usd"] * len(plan["roles"])) * other
    found.append(Piece(usd, 1, 12, office["indirect"], frozenset(["office"])))
    return found


def _most(
    asking: _Source,
    sources: list[_Source],
    pieces: list[Piece],
    held: dict[str, float],
    month: int,
    year: int,
    room: float,
    indirect: float,
) -> float:
    """The most a source may have claimed this year by the end of a month, with what others have
    claimed kept as it is.
    """
    columns, use, cells = [], [], {}
    for s in sources:
        if not s.restricted:
            continue
        for number, p in enumerate(pieces):
            if not s.names & p.names:
                continue
            borne = indirect if s.cap is None else min(indirect, s.cap)
            for m in range(p.first - 1, min(p.last, month + 1)):
                if s.first <= 12 * year + m <= s.last:
                    cells.setdefault((number, m), []).append(len(columns))
                    columns.append(s.id)
                    use.append(1 + borne * p.bears)
    if not columns or room <= 0:
        return held[asking.id]
    use_of = np.array(use)
    is_of = {s.id: np.array([one == s.id for one in columns]) for s in sources}
    at_most = [
        (
            np.isin(np.arange(len(columns)), there),
            pieces[n].usd / (pieces[n].last - pieces[n].first + 1),
        )
        for (n, _), there in cells.items()
    ]
    rows = [row.astype(float) for row, _ in at_most] + [use_of * is_of[asking.id]]
    limits = [usd for _, usd in at_most] + [room]
    for s in sources:
        if s.id != asking.id and held[s.id] > 0:
            rows.append(-use_of * is_of[s.id])
            limits.append(-held[s.id] + 1e-7)
    found = linprog(-(use_of * is_of[asking.id]), A_ub=np.array(rows), b_ub=limits, method="highs")
    assert found.status == 0, found.message
    return -found.fun


def costs_by_month(given: dict, team: list[dict[str, float]]) -> list[float]:
    """What each month of all years costs where these people are hired, a fee left out.

    Args:
        given: plan and years of a story; each post is fully booked in a function of its own.
        team: FTE by year and role, 0 or 1.
    """
    overhead = given["plan"]["overhead"]
    indirect = overhead["rate"] if overhead["kind"] == "indirect" else 0.0
    found = []
    before = {role["id"]: role["in_post"] for role in given["plan"]["roles"]}
    for year, there in enumerate(team):
        pieces = _hired_pieces(given["plan"], given["years"], year, before, there)
        found += [
            sum(
                p.usd / (p.last - p.first + 1) * (1 + indirect * p.bears)
                for p in pieces
                if p.first <= month <= p.last
            )
            for month in range(1, 13)
        ]
        before = there
    return found


def _hired_pieces(
    plan: dict, years: dict, year: int, before: dict[str, float], there: dict[str, float]
) -> list[Piece]:
    pay = (1 + years["growth"]["salaries"]) ** year
    other = (1 + years["growth"]["other"]) ** year
    hiring = years["hiring"]
    found = []
    for place, role in enumerate(plan["roles"]):
        salary, names = role["salary_usd"] * pay, frozenset([role["id"], FUNCTIONS[place]])
        new = there[role["id"]] and not before[role["id"]]
        first = role["start_month"] if new and year == 0 else 1
        if there[role["id"]]:
            usd = salary * (1 + role["benefits_rate"]) * (13 - first) / 12
            found.append(Piece(usd, first, 12, True, names))
        if new:
            once = hiring["cost_share"] * salary + hiring["per_person_usd"] * other
            found.append(Piece(once, first, first, False, names))
        if before[role["id"]] and not there[role["id"]]:
            gone = hiring.get("severance_share", 0) * salary
            found.append(Piece(gone, 1, 1, False, frozenset()))
    people = sum(there.values())
    office = plan["office"]
    usd = ((office["base_usd"] if people else 0) + office["per_person_usd"] * people) * other
    found.append(Piece(usd, 1, 12, office["indirect"], frozenset(["office"])))
    return found


def free_receipts_by_month(given: dict, months: int) -> list[float]:
    """What arrives of sources that may pay for anything, before a fee."""
    sources = [_Source(one, given["years"]["start"], 0.0) for one in given["years"]["funding"]]
    return [
        sum(one.arrives(month) for one in sources if not one.restricted) for month in range(months)
    ]
