"""What is left when the staffing is chosen: how hours are booked, how much of each line is bought,
and who pays what.

Stated otherwise than the second program: time in FTE-years, money in thousands, gifts on one target
together, and months put together where the same grants may pay.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import ceil, inf

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

from cidesign.domain.money import Grant
from cidesign.domain.plan import Plan, Role
from cidesign.domain.words import FUNCTIONS

THOUSAND = 1000.0
ONE = ("one",)
Row = NDArray[np.float64]
Name = tuple[str, ...]
Amount = dict[Name, float]


@dataclass(frozen=True)
class Part:
    """A part of cost, in thousands, that is spread evenly over ``months`` and that some may pay."""

    amount: Amount
    load: float
    target: str | None = None
    months: range = range(1, 13)
    payers: tuple[Grant, ...] = ()
    voice: bool = False
    hiring: bool = False


def state_of(plan: Plan, role: Role, fte: float) -> dict[str, float]:
    """What a role's FTE means: FTE-years of those who stay and of those who are new (paid ones),
    persons who are new, FTE that leave, people, desks.
    """
    part_of_year = (13 - role.start_month) / 12
    if role.is_contractor:
        return {"new": part_of_year * fte, "people": ceil(fte)}
    chairs, there = ceil(role.in_post), float(role.in_post)
    return {
        "there": min(fte, chairs),
        "new": part_of_year * (fte - min(fte, chairs)),
        "hire": fte - min(fte, chairs),
        "newcomers": max(0, ceil(fte) - chairs),
        "left": max(0.0, there - fte),
        "people": ceil(fte),
        "desk_fte": fte,
        "desk_people": ceil(fte),
    }


STATES = ("there", "new", "hire", "newcomers", "left", "people", "desk_fte", "desk_people")


class Inner:
    """The linear program left when the staffing is chosen: only bounds differ between staffings."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        needs = plan.need or {}
        self.need = {str(f): float(needs[f]) for f in FUNCTIONS if needs.get(f, 0) > 0}
        self.month = float(plan.hours_per_fte_month)
        self.rho = 1 + float(plan.overhead.indirect_rate)
        self.keep = 1 - float(plan.overhead.fee_rate)
        self.free = self.keep * float(
            plan.funding.budget_usd - sum(grant.usd for grant in plan.funding.grants)
        )
        self.weight = {f: self._priority(f) * hours for f, hours in self.need.items()}
        self.high: dict[Name, float] = {ONE: 1.0}
        self.rows: list[Amount] = []
        self.score: Amount = {}
        self.parts: list[Part] = []
        self._people()
        self._lines()
        self._office()
        self._coverage()
        self.money = self._money()
        self._arrays()

    def effect(self, role: Role, who: str) -> float:
        """Hours a month that a paid FTE-year gives."""
        lost = who == "new" and not role.is_contractor
        return self.month * (1 - float(self.plan.hiring.ramp_up_loss) if lost else 1.0)

    def _priority(self, function: str) -> float:
        said = {str(f): float(value) for f, value in self.plan.priorities.items()}
        return said.get(function, 1.0)

    def _payers(self, may: Callable[[Grant], bool]) -> tuple[Grant, ...]:
        return tuple(grant for grant in self.plan.funding.grants if may(grant))

    def _people(self) -> None:
        plan = self.plan
        leaders = plan.supervision.by if plan.supervision else ()
        led: Amount = {}
        for role in plan.roles:
            for state in STATES:
                self.high[(state, role.id)] = 0.0
            pay = float(role.salary_usd * (1 + role.benefits_rate)) / THOUSAND
            salary = float(role.salary_usd) / THOUSAND
            for who in ("there", "new"):
                months = range(role.start_month if who == "new" else 1, 13)
                rest: Amount = {(who, role.id): 1.0}
                for f in role.does:
                    if f not in self.need:
                        continue
                    booked = ("book", role.id, who, str(f))
                    self.high[booked] = inf
                    rest[booked] = -1.0
                    self.parts.append(
                        Part(
                            {booked: pay},
                            self.rho,
                            f"role:{role.id}",
                            months,
                            self._payers(
                                lambda g, r=role.id, f=f: r in g.roles or f in g.functions
                            ),
                            voice=f == "community",
                        )
                    )
                self.parts.append(
                    Part(
                        {name: pay * factor for name, factor in rest.items()},
                        self.rho,
                        f"role:{role.id}",
                        months,
                        self._payers(lambda g, r=role.id: r in g.roles),
                    )
                )
                if role.id in leaders:
                    self.high[("lead", role.id, who)] = inf
                    led[("lead", role.id, who)] = -self.effect(role, who)
                    rest[("lead", role.id, who)] = -1.0
                self._at_most_0({name: -factor for name, factor in rest.items()})
            hire = {
                ("hire", role.id): float(plan.hiring.cost_share) * salary,
                ("newcomers", role.id): float(plan.hiring.per_person_usd) / THOUSAND,
            }
            start = role.start_month
            self.parts += [
                Part(
                    hire,
                    1.0,
                    months=range(start, start + 1),
                    payers=self._payers(lambda g, r=role.id: r in g.roles),
                    hiring=True,
                ),
                Part(
                    {("left", role.id): float(plan.hiring.severance_share) * salary},
                    1.0,
                    hiring=True,
                ),
            ]
        if plan.supervision:
            for_each = float(plan.supervision.hours_per_person)
            everybody = {("people", role.id): for_each for role in plan.roles}
            self._at_most_0({**led, **everybody, ONE: -for_each})

    def _lines(self) -> None:
        self.bought: dict[str, Amount] = {f: {} for f in self.need}
        for line in self.plan.lines:
            on = ("on", line.id)
            self.high[on] = 1.0
            dollars: Amount = {on: float(line.fixed_usd) / THOUSAND}
            hours: Amount = {on: float(line.fixed_hours_per_month)}
            for k, piece in enumerate(line.pieces):
                part = ("piece", line.id, str(k))
                self.high[part] = inf
                self._at_most_0({part: 1.0, on: -float(piece.usd) / THOUSAND})
                dollars[part] = 1.0
                hours[part] = float(piece.hours_per_month_per_1000_usd)
            self._at_most_0(
                {name: -usd for name, usd in dollars.items()}, float(line.min_usd) / THOUSAND
            )
            whole = sum(line.functions.values())
            for f, proportion in line.functions.items():
                share = float(proportion / whole)
                if f in self.need:
                    for name, much in hours.items():
                        self.bought[f][name] = self.bought[f].get(name, 0.0) + share * much
                asked = f in self.need
                self.parts.append(
                    Part(
                        {name: share * usd for name, usd in dollars.items()},
                        self.rho if line.indirect else 1.0,
                        f"line:{line.id}",
                        payers=self._payers(
                            lambda g, k=line.id, f=f, asked=asked: (
                                k in g.lines or (asked and f in g.functions)
                            )
                        ),
                        voice=f == "community",
                    )
                )

    def _office(self) -> None:
        office = self.plan.office
        amount: Amount = {ONE: float(office.base_usd) / THOUSAND}
        for role in self.plan.roles:
            amount["desk_fte", role.id] = float(office.per_fte_usd) / THOUSAND
            amount["desk_people", role.id] = float(office.per_person_usd) / THOUSAND
        self.parts.append(
            Part(
                amount,
                self.rho if office.indirect else 1.0,
                "office",
                payers=self._payers(lambda g: g.office),
            )
        )

    def _coverage(self) -> None:
        plan, curve = self.plan, self.plan.benefit_curve
        ends = [0.0, *(float(point.coverage) for point in curve)]
        tops = [0.0, *(float(point.benefit) for point in curve)]
        if ends[-1] < 1:
            ends, tops = [*ends, 1.0], [*tops, tops[-1]]
        for f, hours in self.need.items():
            staff = {
                ("book", role.id, who, f): self.effect(role, who) * float(role.does[f])  # type: ignore[index]
                for role in plan.roles
                for who in ("there", "new")
                if ("book", role.id, who, f) in self.high
            }
            self._at_most_0(staff, -hours)
            counted = ("counted", f)
            self.high[counted] = (1 - float(plan.people_only_share)) * hours
            self._at_most_0({counted: 1.0} | {name: -much for name, much in self.bought[f].items()})
            covered: Amount = {}
            for k in range(1, len(ends)):
                segment = ("segment", f, str(k))
                self.high[segment] = ends[k] - ends[k - 1]
                covered[segment] = 1.0
                slope = (tops[k] - tops[k - 1]) / (ends[k] - ends[k - 1])
                self.score[segment] = slope * self.weight[f] / sum(self.weight.values())
            self._at_most_0(
                dict.fromkeys(covered, hours)
                | {name: -much for name, much in staff.items()}
                | {counted: -1.0}
            )
            self._at_most_0(dict.fromkeys(covered, -1.0), self.floor_of(f))

    def floor_of(self, function: str) -> float:
        """The least coverage of a function with a need."""
        floor = self.plan.floor
        if not isinstance(floor, dict):
            return float(floor)
        return {str(f): float(share) for f, share in floor.items()}.get(function, 0.0)

    def _money(self) -> Amount:
        """Unrestricted money; with it the rows of gifts, grants, the community's share and the
        budget.
        """
        plan = self.plan
        money: Amount = {}
        spent: dict[str, Amount] = {grant.id: {} for grant in plan.funding.grants}
        placed: dict[str, Amount] = {gift.offsets: {} for gift in plan.in_kind}
        reserve = 1 + float(plan.reserve_rate)
        for number, part in enumerate(self.parts):
            net = dict(part.amount)
            if part.target in placed:
                gift = ("gift", str(number))
                self.high[gift] = inf
                net[gift] = -1.0
                placed[part.target][gift] = 1.0
                self._at_most_0({name: -usd for name, usd in net.items()})
            for name, usd in net.items():
                money[name] = money.get(name, 0.0) + reserve * part.load * usd
            for span, payers in _spans(part):
                paid: Amount = {}
                for grant in payers:
                    name = ("grant", grant.id, str(number), str(span.start))
                    self.high[name] = inf
                    paid[name] = 1.0
                    cap = inf if grant.indirect_cap is None else float(grant.indirect_cap)
                    spent[grant.id][name] = 1 + min(part.load - 1, cap)
                within = len(span) / len(part.months)
                self._at_most_0({**paid, **{name: -within * usd for name, usd in net.items()}})
        for target, gifts in placed.items():
            together = sum(float(g.usd) for g in plan.in_kind if g.offsets == target)
            self._at_most_0(gifts, -together / THOUSAND)
        for grant in plan.funding.grants:
            self._at_most_0(spent[grant.id], -self.keep * float(grant.usd) / THOUSAND)
            for name, usd in spent[grant.id].items():
                money[name] = -usd
        if plan.community_min_share:
            share = float(plan.community_min_share)
            lacking: Amount = {}
            for part in self.parts:
                factor = 0.0 if part.hiring else share - part.voice
                for name, usd in part.amount.items():
                    lacking[name] = lacking.get(name, 0.0) + factor * usd
            self._at_most_0(lacking)
        self._at_most_0(money, -self.free / THOUSAND)
        return money

    def _at_most_0(self, amount: Mapping[Name, float], constant: float = 0.0) -> None:
        row = dict(amount)
        row[ONE] = row.get(ONE, 0.0) + constant
        self.rows.append(row)

    def _arrays(self) -> None:
        self.at = {name: number for number, name in enumerate(self.high)}
        self.matrix = csr_array(np.array([self._vector(row) for row in self.rows]))
        self.score_row, self.money_row = self._vector(self.score), self._vector(self.money)
        self.most = np.array(list(self.high.values()))

    def _vector(self, amount: Amount) -> Row:
        vector = np.zeros(len(self.at))
        for name, factor in amount.items():
            vector[self.at[name]] += factor
        return vector

    def bounds(self, fte: Mapping[str, float], on: Mapping[str, float]) -> Row:
        """Least and most of each column for a staffing and the lines that are decided."""
        low, high = np.zeros(len(self.most)), self.most.copy()
        low[self.at[ONE]] = 1.0
        for role in self.plan.roles:
            for state, value in state_of(self.plan, role, fte[role.id]).items():
                number = self.at[state, role.id]
                low[number] = high[number] = value
        for line, decided in on.items():
            low[self.at["on", line]] = high[self.at["on", line]] = decided
        return np.column_stack([low, high])

    def most_score(
        self, fte: Mapping[str, float], on: Mapping[str, float]
    ) -> tuple[float, Mapping[Name, float]]:
        """Best score of a staffing with some lines decided, the others bought in any part; minus
        infinity where none is possible. With the values of its columns.
        """
        answer = linprog(
            -self.score_row,
            A_ub=self.matrix,
            b_ub=np.zeros(self.matrix.shape[0]),
            bounds=self.bounds(fte, on),
            method="highs",
        )
        assert answer.status in (0, 2), answer.message
        return (-inf, {}) if answer.status else (-float(answer.fun), self._named(answer.x))

    def least_money(
        self, fte: Mapping[str, float], on: Mapping[str, float], score: float
    ) -> tuple[float, Mapping[Name, float]]:
        """Least unrestricted dollars with which a staffing reaches a score, lines as above;
        infinity where it does not.
        """
        answer = linprog(
            self.money_row,
            A_ub=vstack([self.matrix, csr_array(-self.score_row[None, :])]),
            b_ub=np.append(np.zeros(self.matrix.shape[0]), -score),
            bounds=self.bounds(fte, on),
            method="highs",
        )
        assert answer.status in (0, 2), answer.message
        return (inf, {}) if answer.status else (THOUSAND * float(answer.fun), self._named(answer.x))

    def _named(self, values: Row) -> dict[Name, float]:
        return dict(zip(self.at, values.tolist(), strict=True))


def _spans(part: Part) -> Iterator[tuple[range, tuple[Grant, ...]]]:
    """The months of a part in runs in which the same grants may pay, without those nobody pays."""

    def payers(month: int) -> tuple[Grant, ...]:
        return tuple(g for g in part.payers if g.months[0] <= month <= g.months[1])

    for who, months in groupby(part.months, payers):
        first, *rest = months
        if who:
            yield range(first, first + 1 + len(rest)), who
