"""The linear program that is left when staffing and lines are chosen: how hours are booked and
money is placed.
"""

from collections.abc import Iterator
from math import inf

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS

# Dollars in thousands and hours in hundreds keep all figures of one size; without that the solver
# gives up on some plans.
UNITS = {
    "book": 1.0,
    "piece": 1000.0,
    "gift": 1000.0,
    "grant": 1000.0,
    "counted": 100.0,
    "segment": 1.0,
}
Row = NDArray[np.float64]


class Inner:
    """The linear program left when staffing and lines are chosen: only right-hand sides and bounds
    differ between choices.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.asked = [f for f in FUNCTIONS if (plan.need or {}).get(f, 0) > 0]
        self.need = {f: float((plan.need or {})[f]) for f in self.asked}
        self.month = float(plan.hours_per_fte_month)
        self.rho = 1 + float(plan.overhead.indirect_rate)
        self.rate = {line.id: self.rho if line.indirect else 1.0 for line in plan.lines}
        self.rate_office = self.rho if plan.office.indirect else 1.0
        self.pay = {role.id: float(role.cost_per_fte_usd) for role in plan.roles}
        self.part = {
            line.id: {f: float(p / sum(line.functions.values())) for f, p in line.functions.items()}
            for line in plan.lines
        }
        self.keep = 1 - float(plan.overhead.fee_rate)
        self.names = [*self._names()]
        self.at = {name: number for number, name in enumerate(self.names)}
        self.left: list[Row] = []
        self.right: list[tuple[float, Row, Row]] = []
        self.score = np.zeros(len(self.names))
        self._benefit()
        self._hours()
        self._gifts()
        self._money()
        self.unit = np.array([UNITS[name[0]] for name in self.names])
        matrix = np.array(self.left) * self.unit
        size = np.maximum(np.abs(matrix).max(axis=1), 1e-9)
        self.matrix = matrix / size[:, None]
        self.base = np.array([constant for constant, _, _ in self.right]) / size
        self.by_fte = np.array([by for _, by, _ in self.right]) / size[:, None]
        self.by_line = np.array([by for _, _, by in self.right]) / size[:, None]
        self.score *= self.unit
        self.money_size = float(size[-1])

    def _names(self) -> Iterator[tuple[str, ...]]:
        """Booked FTE, dollars on pieces, counted hours, segments of coverage, gifts by place,
        grants by function.
        """
        plan = self.plan
        given = {gift.offsets for gift in plan.in_kind}
        for role in plan.roles:
            booked = [f for f in role.does if f in self.need]
            yield from (("book", role.id, f) for f in booked)
            if f"role:{role.id}" in given:
                yield from (("gift", f"role:{role.id}", f) for f in [*booked, "idle"])
        for line in plan.lines:
            yield from (("piece", line.id, str(k)) for k in range(len(line.pieces)))
            if f"line:{line.id}" in given:
                yield from (("gift", f"line:{line.id}", f) for f in self.part[line.id])
        if "office" in given:
            yield ("gift", "office", "office")
        for f in self.asked:
            yield ("counted", f)
            yield from (("segment", f, str(k)) for k in range(len(plan.benefit_curve) + 1))
        for grant in plan.funding.grants:
            yield from (("grant", grant.id, f) for f in grant.functions if f in self.need)

    def _at_most(
        self,
        terms: dict[tuple[str, ...], float],
        constant: float = 0,
        fte: dict[str, float] | None = None,
        line: dict[str, float] | None = None,
    ) -> None:
        """Terms are at most a constant plus so much for each FTE of a role and for each line that
        is bought.
        """
        row = np.zeros(len(self.names))
        for name, factor in terms.items():
            row[self.at[name]] += factor
        self.left.append(row)
        by_fte = np.array([(fte or {}).get(role.id, 0.0) for role in self.plan.roles])
        by_line = np.array([(line or {}).get(one.id, 0.0) for one in self.plan.lines])
        self.right.append((constant, by_fte, by_line))

    def _all(self, *start: str) -> list[tuple[str, ...]]:
        return [name for name in self.names if name[: len(start)] == start]

    def _benefit(self) -> None:
        shares = self.plan.shares(self.plan.need or {})
        whole = float(sum(shares.values()))
        ends = [0.0, *(float(point.coverage) for point in self.plan.benefit_curve), 1.0]
        tops = [
            0.0,
            *(float(point.benefit) for point in self.plan.benefit_curve),
            float(self.plan.benefit_curve[-1].benefit),
        ]
        self.width = {}
        for f in self.asked:
            for k in range(len(ends) - 1):
                width = ends[k + 1] - ends[k]
                self.width[("segment", f, str(k))] = width
                slope = (tops[k + 1] - tops[k]) / width if width > 0 else 0.0
                self.score[self.at[("segment", f, str(k))]] = (
                    slope * float(shares.get(f, 0)) / whole
                )
            self._at_most(
                dict.fromkeys(self._all("segment", f), -1.0), -float(self.plan.floor_of(f))
            )

    def _hours(self) -> None:
        for role in self.plan.roles:
            self._at_most(dict.fromkeys(self._all("book", role.id), 1.0), fte={role.id: 1.0})
        for f in self.asked:
            effect = {
                ("book", role.id, f): self.month * float(role.does[f])
                for role in self.plan.roles
                if f in role.does
            }
            self._at_most(effect, self.need[f])
            have = {name: -hours for name, hours in effect.items()}
            covered = dict.fromkeys(self._all("segment", f), self.need[f])
            self._at_most({**covered, **have, ("counted", f): -1.0})
            bought: dict[tuple[str, ...], float] = {("counted", f): 1.0}
            fixed = {}
            for line in self.plan.lines:
                part = self.part[line.id].get(f, 0.0)
                fixed[line.id] = part * float(line.fixed_hours_per_month)
                for k, piece in enumerate(line.pieces):
                    bought[("piece", line.id, str(k))] = (
                        -part * float(piece.hours_per_month_per_1000_usd) / 1000
                    )
            self._at_most(bought, line=fixed)

    def _gifts(self) -> None:
        plan = self.plan
        for target in {gift.offsets for gift in plan.in_kind}:
            self._at_most(
                dict.fromkeys(self._all("gift", target), 1.0),
                sum(float(g.usd) for g in plan.in_kind if g.offsets == target),
            )
        for kind, target, f in self._all("gift"):
            name = (kind, target, f)
            if target == "office":
                per_fte = dict.fromkeys(self.pay, float(plan.office.per_fte_usd))
                self._at_most({name: 1.0}, float(plan.office.base_usd), fte=per_fte)
            elif target.startswith("role:"):
                role = target.removeprefix("role:")
                if f == "idle":
                    booked = dict.fromkeys(self._all("book", role), self.pay[role])
                    self._at_most({name: 1.0, **booked}, fte={role: self.pay[role]})
                else:
                    self._at_most({name: 1.0, ("book", role, f): -self.pay[role]})
            else:
                line = next(one for one in plan.lines if f"line:{one.id}" == target)
                part = self.part[line.id][f]  # type: ignore[index]
                self._at_most(
                    {name: 1.0, **dict.fromkeys(self._all("piece", line.id), -part)},
                    line={line.id: part * float(line.fixed_usd)},
                )

    def _cost_of(
        self, f: str, *, loaded: bool
    ) -> tuple[dict[tuple[str, ...], float], dict[str, float]]:
        """What one function costs after in-kind, as terms and as dollars per line bought."""
        terms: dict[tuple[str, ...], float] = {}
        fixed = {}
        for role in self.plan.roles:
            load = self.rho if loaded else 1.0
            terms |= dict.fromkeys(self._all("book", role.id, f), load * self.pay[role.id])
            terms |= dict.fromkeys(self._all("gift", f"role:{role.id}", f), -load)
        for line in self.plan.lines:
            part = self.part[line.id].get(f, 0.0)  # type: ignore[call-overload]
            load = self.rate[line.id] if loaded else 1.0
            if part > 0:
                terms |= dict.fromkeys(self._all("piece", line.id), load * part)
                fixed[line.id] = load * part * float(line.fixed_usd)
            terms |= dict.fromkeys(self._all("gift", f"line:{line.id}", f), -load)
        return terms, fixed

    def total(
        self, *, loaded: bool
    ) -> tuple[dict[tuple[str, ...], float], float, dict[str, float], dict[str, float]]:
        """Cost of everything after in-kind: terms, constant, dollars per FTE, dollars per line
        bought.
        """
        plan = self.plan
        office = self.rate_office if loaded else 1.0
        load = self.rho if loaded else 1.0
        terms: dict[tuple[str, ...], float] = dict.fromkeys(self._all("gift", "office"), -office)
        fixed = {}
        for role in plan.roles:
            terms |= dict.fromkeys(self._all("gift", f"role:{role.id}"), -load)
        for line in plan.lines:
            own = self.rate[line.id] if loaded else 1.0
            terms |= dict.fromkeys(self._all("piece", line.id), own)
            terms |= dict.fromkeys(self._all("gift", f"line:{line.id}"), -own)
            fixed[line.id] = own * float(line.fixed_usd)
        per_fte = {
            role: load * pay + office * float(plan.office.per_fte_usd)
            for role, pay in self.pay.items()
        }
        return terms, office * float(plan.office.base_usd), per_fte, fixed

    def _money(self) -> None:
        plan = self.plan
        for f in self.asked:
            grants = {name: 1.0 for name in self._all("grant") if name[2] == f}
            terms, fixed = self._cost_of(f, loaded=True)
            self._at_most({**grants, **{name: -usd for name, usd in terms.items()}}, line=fixed)
        for grant in plan.funding.grants:
            self._at_most(
                dict.fromkeys(self._all("grant", grant.id), 1.0), self.keep * float(grant.usd)
            )
        if plan.community_min_share:
            share = float(plan.community_min_share)
            terms, constant, per_fte, fixed = self.total(loaded=False)
            own, own_fixed = self._cost_of("community", loaded=False)
            net = {name: share * usd for name, usd in terms.items()}
            for name, usd in own.items():
                net[name] = net.get(name, 0.0) - usd
            by_line = {line: own_fixed.get(line, 0.0) - share * usd for line, usd in fixed.items()}
            self._at_most(
                net,
                -share * constant,
                fte={role: -share * usd for role, usd in per_fte.items()},
                line=by_line,
            )
        reserve = 1 + float(plan.reserve_rate)
        terms, constant, per_fte, fixed = self.total(loaded=True)
        free = self.keep * float(
            plan.funding.budget_usd - sum(grant.usd for grant in plan.funding.grants)
        )
        money = {name: reserve * usd for name, usd in terms.items()} | dict.fromkeys(
            self._all("grant"), -1.0
        )
        self._at_most(
            money,
            free - reserve * constant,
            fte={r: -reserve * usd for r, usd in per_fte.items()},
            line={k: -reserve * usd for k, usd in fixed.items()},
        )
        self.free = free

    def right_side(self, fte: Row, lines: Row) -> Row:
        return self.base + self.by_fte @ fte + self.by_line @ lines

    def bounds(self, lines: Row) -> Row:
        """Upper bounds: pieces of bought lines only, segments by their width, counted hours by the
        cap.
        """
        chosen = {line.id: on for line, on in zip(self.plan.lines, lines, strict=True)}
        high = np.full(len(self.names), np.inf)
        for name, number in self.at.items():
            if name[0] == "piece":
                line = next(one for one in self.plan.lines if one.id == name[1])
                high[number] = chosen[line.id] * float(line.pieces[int(name[2])].usd)
            elif name[0] == "segment":
                high[number] = self.width[name]
            elif name[0] == "counted":
                high[number] = (1 - float(self.plan.people_only_share)) * self.need[name[1]]  # type: ignore[index]
        return high / self.unit

    def best(self, fte: Row, lines: Row) -> float:
        """Best score of this staffing with these lines; minus infinity where none is possible."""
        answer = linprog(
            -self.score,
            A_ub=self.matrix,
            b_ub=self.right_side(fte, lines),
            bounds=_pairs(self.bounds(lines)),
            method="highs",
        )
        assert answer.status in (0, 2), answer.message
        return -inf if answer.status == 2 else -float(answer.fun)

    def cheapest(self, fte: Row, lines: Row, score: float) -> float:
        """Least unrestricted money with which this choice reaches a score; infinity where it does
        not.
        """
        right = self.right_side(fte, lines)
        answer = linprog(
            self.matrix[-1],
            A_ub=np.vstack([self.matrix, -self.score]),
            b_ub=np.append(right, -score),
            bounds=_pairs(self.bounds(lines)),
            method="highs",
        )
        assert answer.status in (0, 2), answer.message
        return (
            inf
            if answer.status == 2
            else self.free + self.money_size * float(answer.fun - right[-1])
        )


def _pairs(high: Row) -> Row:
    return np.column_stack([np.zeros_like(high), high])
