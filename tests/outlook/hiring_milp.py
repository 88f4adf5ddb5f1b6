"""A second opinion on hiring plans: every sentence of the contract's section 4 as one row, solved by
scipy.

Written from the contract alone. A year is that of the second opinion on plans
(``tests.budget.milp``); who was in post the year before is stated move by move: from each FTE a
role may have had to each it may have.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil

from cidesign.domain.allocation import RuleOn
from cidesign.domain.plan import Plan, Role
from cidesign.domain.words import FUNCTIONS
from tests.budget.linear import Form, Program, minimise, times, total, value_of
from tests.budget.milp import HIRING, LEAVING, Piece, Year

AHEAD = {"yearly_ahead": 12, "quarterly_ahead": 3, "monthly": 1}
EDGE = 1e-4
"""Given up of each figure that is kept."""
FREE_OF = {RuleOn("budget"), *(RuleOn("floor", f) for f in FUNCTIONS)}


@dataclass(frozen=True)
class Carried:
    """The first three figures of a hiring plan: hours lacking to floors over all years, the least
    plan score of a year, the average; and how much cash is free at the end, most of all.

    Each is sought with those before it kept, and only once somebody asks for it.
    """

    made: "AllYears"
    lacking: float

    @cached_property
    def least(self) -> float:
        return self.made.most(self.made.worst)

    @cached_property
    def average(self) -> float:
        assert self.least is not None
        return self.made.most(self.made.average)

    @cached_property
    def free(self) -> float:
        assert self.average is not None
        return self.made.most(self.made.free)


def carried(
    given: dict, *, team: list[dict[str, float]] | None = None, changed: float | None = None
) -> Carried | None:
    """What promised money can carry; None where not even nobody.

    Args:
        given: ``plan`` and ``years`` as their files would hold them.
        team: FTE by year and role, where they are not to be chosen.
        changed: FTE by which posts change at most from year to year after the first; None: however
            many.
    """
    made = AllYears(given)
    if team is not None:
        made.is_given(team)
    if changed is not None:
        made.is_steady(changed)
    lacking = made.least(made.lacking)
    if lacking is None:
        return None
    return Carried(made, lacking)


def most_free(
    given: dict, team: list[dict[str, float]], figures: tuple[float, float, float]
) -> float:
    """The most cash free at the end with these posts and these figures: hours lacking, the least
    plan score of a year, the average.
    """
    made = AllYears(given)
    made.is_given(team)
    made.has_at_least(figures)
    return made.most(made.free)


def best_average(
    given: dict, lacking: float, least: float, *, changed: float | None = None
) -> float:
    """The best average with such hours lacking, such a least plan score of a year, and so many FTE
    by which posts change after the first year (None: however many).
    """
    made = AllYears(given)
    made.has_at_least((lacking, least, 0.0))
    if changed is not None:
        made.is_steady(changed)
    return made.most(made.average)


class HiringYear(Year):
    """One year of a hiring plan.

    Args:
        plan: at the year's prices.
        before: by role, the FTE it may have had in the year before, each with a column of that
            year (None: it is known).
    """

    def __init__(
        self, plan: Plan, at_start: dict[str, Fraction], before: dict[str, set[Fraction]]
    ) -> None:
        super().__init__(plan, FREE_OF)
        self.at_start, self.before = at_start, before
        self.there: dict[str, dict[Fraction, Form]] = {}
        self.was: dict[str, dict[Fraction, Form]] = {}
        is_open = self.made.column("open", high=1, whole=True)
        self.open = is_open
        self.desks = times(float(plan.office.base_usd), is_open)
        self.changed: Form = {}

    def role(self, role: Role) -> None:
        made, hiring, pay = self.made, self.plan.hiring, float(role.cost_per_fte_usd)
        start = self.at_start[role.id]
        usual = _usual(self.plan, role)
        moves: dict[tuple[Fraction, Fraction], Form] = {}
        for was in sorted(self.before[role.id]):
            for fte in sorted(usual | {Fraction(0)} | ({was} if was == start else set())):
                moves[was, fte] = made.column("move", role.id, str(was), str(fte), high=1)
        self.there[role.id] = {
            fte: made.column("choose", role.id, str(fte), high=1, whole=True)
            for fte in {fte for _, fte in moves}
        }
        for fte, chosen in self.there[role.id].items():
            arriving = total(*(move for (_, to), move in moves.items() if to == fte))
            made.row("it is moved to", total(arriving, times(-1, chosen)), low=0, high=0)
        self.was[role.id] = {
            was: total(*(move for (of, _), move in moves.items() if of == was))
            for was in self.before[role.id]
        }
        made.row("one of its moves", total(*moves.values()), low=1, high=1)

        def sum_of(counted: dict[tuple[Fraction, Fraction], float]) -> Form:
            return total(*(times(counted[key], move) for key, move in moves.items()))

        self.hired[role.id] = sum_of({key: float(key[1] > 0) for key in moves})
        changed = sum_of({(was, fte): float(abs(fte - was)) for was, fte in moves})
        self.changed = total(self.changed, changed)
        self.people = total(self.people, sum_of({key: float(ceil(key[1])) for key in moves}))
        part = (13 - role.start_month) / 12
        if role.is_contractor:
            worked = sum_of({key: part * float(key[1]) for key in moves})
            self.time(role, "new", worked, pay, role.start_month)
            return
        made.row(
            "an office where anybody is", total(self.hired[role.id], times(-1, self.open)), high=0
        )
        loss, salary, first = float(hiring.ramp_up_loss), float(role.salary_usd), role.start_month
        stay = {(was, fte): float(min(fte, ceil(was))) for was, fte in moves}
        new = {(was, fte): float(fte) - stay[was, fte] for was, fte in moves}
        self.time(role, "staying", sum_of(stay), pay, 1)
        worked = times(part * (1 - loss), sum_of(new))
        self.time(role, "new", worked, pay / (1 - loss), first)
        newcomers = {(was, fte): float(max(0, ceil(fte) - ceil(was))) for was, fte in moves}
        gone = {(was, fte): float(max(Fraction(0), was - fte)) for was, fte in moves}
        hire = total(
            times(float(hiring.cost_share) * salary, sum_of(new)),
            times(float(hiring.per_person_usd), sum_of(newcomers)),
        )
        leave = times(float(hiring.severance_share) * salary, sum_of(gone))
        self.pieces += [
            Piece(("role", role.id, HIRING), hire, first, first, bears=False),
            Piece(("role", role.id, LEAVING), leave, last=1, bears=False),
        ]
        every = sum_of({key: float(key[1]) for key in moves})
        persons = sum_of({key: float(ceil(key[1])) for key in moves})
        self.desks = total(
            self.desks,
            times(float(self.plan.office.per_fte_usd), every),
            times(float(self.plan.office.per_person_usd), persons),
        )

    def lacking(self) -> Form:
        """Hours to the floors."""
        found: Form = {}
        for f, hours in self.need.items():
            floor = (
                self.plan.floor.get(f, 0) if isinstance(self.plan.floor, dict) else self.plan.floor
            )
            if hours and floor:
                short = self.made.column("lacking", f)
                covered = {("covered", f): hours}
                self.made.row("to the floor", total(covered, short), low=hours * float(floor))
                found = total(found, short)
        return found

    def owed_at_the_end(self) -> Form:
        """Severance of the team in post."""
        share = float(self.plan.hiring.severance_share)
        return total(
            *(
                times(share * float(role.salary_usd) * float(fte), chosen)
                for role in self.plan.roles
                if not role.is_contractor
                for fte, chosen in self.there[role.id].items()
            )
        )


def _usual(plan: Plan, role: Role) -> set[Fraction]:
    """FTE between its least and most with a last person of at least the smallest post."""
    step, post = Fraction(plan.fte_step), Fraction(plan.smallest_post)
    counted = (number * step for number in range(int(Fraction(role.max_fte) / step) + 1))
    return {
        fte
        for fte in counted
        if fte and fte >= Fraction(role.min_fte) and (fte % 1 == 0 or fte % 1 >= post)
    }


class AllYears:
    """All years in one program; dollars."""

    def __init__(self, given: dict) -> None:
        years = given["years"]
        self.sources = [_Source(one, years["start"]) for one in years["funding"]]
        last = max((one.last for one in self.sources), default=0)
        self.horizon = max(1, min(years["years"], last // 12 + 1))
        self.made = Program()
        kept = 1 - _rate(given["plan"], "fee")
        scores: list[Form] = []
        self.lacking: Form = {}
        self.changed: Form = {}
        paid: dict[str, Form] = {one.id: {} for one in self.sources if one.restricted}
        own: Form = {}
        before: dict[str, set[Fraction]] | None = None
        self.built: list[HiringYear] = []
        for number in range(self.horizon):
            plan = Plan.model_validate(self._sheet(given, number))
            if number == 0:
                at_start = {role.id: Fraction(role.in_post) for role in plan.roles}
                before = {id: {fte} for id, fte in at_start.items()}
            year = HiringYear(plan, at_start, before or {})
            self._state(year)
            self._take_in(year, number)
            before = {id: set(there) for id, there in year.there.items()}
            if any(
                float(hours) * float(plan.priorities.get(f, 1)) for f, hours in plan.need.items()
            ):
                scores.append(_moved(year.made.score, number))
            self.lacking = total(self.lacking, _moved(self.short, number))
            if number:
                self.changed = total(self.changed, _moved(year.changed, number))
            for id, granted in year.made.granted.items():
                paid[id] = total(paid[id], _moved(granted, number))
            own = total(own, _moved(year.made.money, number))
            for one in self.sources:
                if one.restricted and paid[one.id]:
                    room = kept * one.room(12 * number + 11)
                    self.made.row("a source within its room", paid[one.id], high=room)
            earned = float(years["opening_reserve_usd"]) + kept * sum(
                one.earned(12 * number + 11) for one in self.sources
            )
            self.free = total({(): earned}, times(-1, own))
            self.made.row("cash is there", self.free, low=0)
        owed = _moved(year.owed_at_the_end(), self.horizon - 1)
        self.made.row("those in post could go", total(self.free, times(-1, owed)), low=0)
        worst = self.made.column("worst", high=100)
        for score in scores:
            self.made.row("worst of all", total(worst, times(-1, score)), high=0)
        self.worst = worst if scores else {}
        self.average = times(1 / max(1, len(scores)), total(*scores))

    def _sheet(self, given: dict, number: int) -> dict:
        """The year's plan: prices grown, grants its sources with all the room by its end."""
        growth = given["years"].get("growth", {})
        pay = (1 + Decimal(str(growth.get("salaries", 0)))) ** number
        other = (1 + Decimal(str(growth.get("other", 0)))) ** number

        def at(usd: object, price: Decimal) -> Decimal:
            return Decimal(str(usd)) * price

        plan = given["plan"]
        sheet = {**plan, "reserve_rate": 0, "hiring": dict(given["years"].get("hiring", {}))}
        if "per_person_usd" in sheet["hiring"]:
            sheet["hiring"]["per_person_usd"] = at(sheet["hiring"]["per_person_usd"], other)
        sheet["roles"] = [
            {
                **role,
                "salary_usd": at(role["salary_usd"], pay),
                "must_have": False,
                **({"start_month": 1, "in_post": 0} if number else {}),
            }
            for role in plan["roles"]
        ]
        sheet["lines"] = [
            {
                **line,
                "fixed_usd": at(line.get("fixed_usd", 0), other),
                "min_usd": 0,
                "pieces": [
                    {
                        "usd": at(piece["usd"], other),
                        "hours_per_month_per_1000_usd": Decimal(
                            str(piece["hours_per_month_per_1000_usd"])
                        )
                        / other,
                    }
                    for piece in line.get("pieces", [])
                ],
            }
            for line in plan.get("lines", [])
        ]
        office = plan.get("office", 0)
        sheet["office"] = (
            {key: value if key == "indirect" else at(value, other) for key, value in office.items()}
            if isinstance(office, dict)
            else at(office, other)
        )
        sheet["in_kind"] = [
            {**gift, "usd": at(gift["usd"], other)} for gift in plan.get("in_kind", [])
        ]
        grants = []
        for one in self.sources:
            months = [m for m in range(12) if one.first <= 12 * number + m <= one.last]
            if one.restricted and months:
                usd = round(one.room(12 * number + 11), 2)
                kept = {"id": one.id, "usd": usd, "months": [months[0] + 1, months[-1] + 1]}
                grants.append({**kept, **one.names})
        sheet["funding"] = {"budget_usd": 100_000_000, "grants": grants}
        return sheet

    def _state(self, year: HiringYear) -> None:
        plan = year.plan
        for role in sorted(plan.roles, key=lambda role: role.id):
            year.role(role)
        for line in sorted(plan.lines, key=lambda line: line.id):
            year.line(line)
        year.pieces.append(Piece(("office",), year.desks, bears=plan.office.indirect))
        year.together()
        year.coverage()
        self.short = year.lacking()
        year.money()
        year.voice()

    def _take_in(self, year: HiringYear, number: int) -> None:
        """The year's columns and rows beside those of the years before, and who moves from where."""
        for key, column in year.made.columns.items():
            self.made.columns[str(number), *key] = column
        for name, form, low, high in year.made.rows:
            self.made.rows.append((name, _moved(form, number), low, high))
        if self.built:
            for id, leaving in year.was.items():
                for fte, moved in leaving.items():
                    was = _moved(self.built[-1].there[id][fte], number - 1)
                    here = _moved(moved, number)
                    self.made.row("it moves from there", total(here, times(-1, was)), low=0, high=0)
        self.built.append(year)

    def is_given(self, team: list[dict[str, float]]) -> None:
        """From now on these are the posts."""
        for number, year in enumerate(self.built):
            for id, there in year.there.items():
                for fte in there:
                    is_it = float(abs(float(fte) - team[number][id]) < EDGE)
                    self.made.columns[str(number), "choose", id, str(fte)] = (is_it, is_it, True)

    def is_steady(self, changed: float) -> None:
        """From now on posts change by no more FTE from year to year after the first."""
        self.made.row("as steady", self.changed, high=changed + EDGE)

    def has_at_least(self, figures: tuple[float, float, float]) -> None:
        """From now on as few hours are lacking, no year is worse, and the average is as good."""
        lacking, least, average = figures
        self.made.row("as much is lacking", self.lacking, high=lacking + EDGE)
        self.made.row("no year is worse", self.worst, low=least - EDGE)
        self.made.row("on average as good", self.average, low=average - EDGE)

    def least(self, form: Form) -> float | None:
        """The least of a form, from now on kept."""
        values = minimise(self.made, form)
        if values is None:
            return None
        found = value_of(form, values)
        self.made.row("what was found is kept", form, high=found + EDGE)
        return found

    def most(self, form: Form) -> float:
        """The most of a form, from now on kept."""
        found = self.least(times(-1, form))
        assert found is not None, "what was just reached cannot be out of reach"
        return -found


def _moved(form: Form, number: int) -> Form:
    return {(str(number), *key) if key else key: factor for key, factor in form.items()}


def _rate(plan: dict, kind: str) -> float:
    overhead = plan.get("overhead", {})
    return float(overhead["rate"]) if overhead.get("kind") == kind else 0.0


class _Source:
    """A source on the calendar whose month 0 is the start; dollars before a fee."""

    def __init__(self, given: dict, start: str) -> None:
        self.id, self.usd = given["id"], float(given["usd"])
        self.first, self.last = (_between(start, given[key]) for key in ("from", "to"))
        pays = given.get("pays", "yearly_ahead")
        days = pays["in_arrears_days"] if isinstance(pays, dict) else None
        self.delay = None if days is None else ceil(days / 30)
        self.every = 12 if isinstance(pays, dict) else AHEAD[pays]
        kinds = ("functions", "roles", "lines", "office", "indirect_cap")
        self.names = {key: given[key] for key in kinds if key in given}
        self.restricted = bool(self.names)

    def room(self, until: int) -> float:
        """Dollars of its months from the start to a month."""
        return self.usd / 12 * max(0, min(until, self.last) - max(0, self.first) + 1)

    def earned(self, until: int) -> float:
        """Free dollars received from the start to a month, or on their way then."""
        if self.restricted:
            return 0.0
        if self.delay is None:
            payments = range(self.first, self.last + 1, self.every)
            return sum(
                self.usd / 12 * min(self.every, self.last - month + 1)
                for month in payments
                if 0 <= month <= until
            )
        months = range(self.first, self.last + 1)
        return sum(self.usd / 12 for month in months if month + self.delay >= 0 and month <= until)


def _between(start: str, month: str) -> int:
    return (int(month[:4]) - int(start[:4])) * 12 + int(month[5:]) - int(start[5:])
