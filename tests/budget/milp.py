"""A second opinion on the budget program: every sentence of the contract as one row, solved by
scipy.

Written from the contract alone; shares nothing with the product but the plan it reads. Grants are
stated month by month, the plainest way.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from cidesign.domain.allocation import RuleOn
from cidesign.domain.money import Grant
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.words import FUNCTIONS
from tests.budget.linear import Form, Program, minimise, times, total, value_of

SCORE_SLACK = 1e-5
CENT = 0.01
SHARE = 1e-6
HOUR = 1e-4
UNLIMITED_FTE = 80
UNLIMITED_USD = 20e6
OTHER, HIRING, LEAVING = "other time", "hiring", "leaving"


@dataclass(frozen=True)
class Piece:
    """A part of cost, spread evenly over its months; ``name`` begins with role, line or office.

    Args:
        usd: a year, before in-kind.
        first: month; it ends in the last.
        last: month, 12 unless it falls at once.
        bears: whether indirect lies on it.
    """

    name: tuple[str, ...]
    usd: Form
    first: int = 1
    last: int = 12
    bears: bool = True

    @property
    def function(self) -> str:
        """The function it lies in; empty where it lies in none."""
        return self.name[-1] if self.name[-1] in set(FUNCTIONS) else ""

    @property
    def owner(self) -> str:
        """What a gift offsets to be placed on it: ``office``, ``role:<id>`` or ``line:<id>``."""
        return ":".join(self.name[:2])

    @property
    def is_of_hiring(self) -> bool:
        """Hiring cost, severance in it: no gift, no indirect, no part of the community share."""
        return self.name[-1] in (HIRING, LEAVING)

    def is_paid_by(self, grant: Grant, needed: Collection[str]) -> bool:
        """Whether a grant may pay it, its months aside."""
        kind, *rest = self.name
        if kind == "office":
            return grant.office
        if self.name[-1] == LEAVING:
            return False
        named = grant.roles if kind == "role" else grant.lines
        return rest[0] in named or (self.function in grant.functions and self.function in needed)


class Year:
    """The contract's program while it is written down."""

    def __init__(self, plan: Plan, without: Collection[RuleOn]) -> None:
        self.plan, self.without, self.made = plan, set(without), Program()
        self.need = {str(f): float((plan.need or {}).get(f, 0)) for f in FUNCTIONS}
        self.month = float(plan.hours_per_fte_month)
        self.effective: dict[str, Form] = {f: {} for f in self.need}
        self.bought: dict[str, Form] = {f: {} for f in self.need}
        self.lead: Form = {}
        self.people: Form = {}
        self.desks: Form = {(): float(plan.office.base_usd)}
        self.hired: dict[str, Form] = {}
        self.pieces: list[Piece] = []

    def holds(self, rule: str, id: str | None = None) -> bool:
        return RuleOn(rule, id) not in self.without

    def role(self, role: Role) -> None:
        """One FTE of those it may have is chosen; all that follows from it is a sum over the
        choice.
        """
        made, hiring, pay = self.made, self.plan.hiring, float(role.cost_per_fte_usd)
        choices = {
            fte: made.column("choose", role.id, str(fte), high=1, whole=True)
            for fte in _fte(
                self.plan,
                role,
                unlimited=not self.holds("max_fte", role.id),
                must=role.must_have and self.holds("must_have", role.id),
            )
        }
        made.row("one of its FTE", total(*choices.values()), low=1, high=1)

        def sum_of(counted: Mapping[Fraction, float]) -> Form:
            return total(*(times(counted[fte], chosen) for fte, chosen in choices.items()))

        in_post = Fraction(role.in_post)
        persons = {fte: float(ceil(fte)) for fte in choices}
        stay = {fte: float(min(fte, ceil(in_post))) for fte in choices}
        new = {fte: float(fte) - stay[fte] for fte in choices}
        self.hired[role.id] = sum_of({fte: float(fte > 0) for fte in choices})
        self.people = total(self.people, sum_of(persons))
        part = (13 - role.start_month) / 12
        loss = 0.0 if role.is_contractor else float(hiring.ramp_up_loss)
        if role.is_contractor:
            worked = sum_of({fte: part * float(fte) for fte in choices})
            self.time(role, "new", worked, pay, role.start_month)
            return
        self.time(role, "staying", sum_of(stay), pay, 1)
        worked = times(part * (1 - loss), sum_of(new))
        self.time(role, "new", worked, pay / (1 - loss), role.start_month)
        salary = float(role.salary_usd)
        newcomers = sum_of({fte: max(0.0, n - ceil(in_post)) for fte, n in persons.items()})
        gone = sum_of({fte: float(max(Fraction(0), in_post - fte)) for fte in choices})
        hire = total(
            times(float(hiring.cost_share) * salary, sum_of(new)),
            times(float(hiring.per_person_usd), newcomers),
        )
        start = role.start_month
        self.pieces += [
            Piece(("role", role.id, HIRING), hire, start, start, bears=False),
            Piece(
                ("role", role.id, LEAVING),
                times(float(hiring.severance_share) * salary, gone),
                last=1,
                bears=False,
            ),
        ]
        self.desks = total(
            self.desks,
            times(float(self.plan.office.per_fte_usd), sum_of({f: float(f) for f in choices})),
            times(float(self.plan.office.per_person_usd), sum_of(persons)),
        )

    def time(self, role: Role, who: str, fte: Form, pay: float, first: int) -> None:
        """Hours of those who stay, or of those who are new: in functions, for leading, or idle."""
        made, wage = self.made, pay / self.month
        other = made.column("idle", role.id, who)
        if self.plan.supervision and role.id in self.plan.supervision.by:
            leading = made.column("lead", role.id, who)
            self.lead = total(self.lead, leading)
            other = total(other, leading)
        spent = other
        self.pieces.append(Piece(("role", role.id, who, OTHER), times(wage, other), first))
        for f, effect in role.does.items():
            hours = made.column("hours", role.id, who, f)
            spent = total(spent, hours)
            self.effective[f] = total(self.effective[f], times(float(effect), hours))
            self.pieces.append(Piece(("role", role.id, who, f), times(wage, hours), first))
        made.row("hours are the fte", total(spent, times(-self.month, fte)), low=0, high=0)

    def line(self, line: Line) -> None:
        """Nothing, or the fixed amount and then along the pieces; owed at least what is due."""
        made = self.made
        used = made.column("used", line.id, high=1, whole=True)
        dollars = times(float(line.fixed_usd), used)
        hours = times(float(line.fixed_hours_per_month), used)
        for place, piece in enumerate(line.pieces):
            is_last = place == len(line.pieces) - 1
            endless = is_last and not self.holds("line_limit", line.id)
            longest = UNLIMITED_USD if endless else float(piece.usd)
            part = made.column("piece", line.id, str(place))
            made.row("pieces only when used", total(part, times(-longest, used)), high=0)
            dollars = total(dollars, part)
            hours = total(hours, times(float(piece.hours_per_month_per_1000_usd) / 1000, part))
        if line.min_usd and self.holds("min_usd", line.id):
            made.row("always bought", used, low=1)
            made.row("at least what is due", dollars, low=float(line.min_usd))
        whole = float(sum(line.functions.values()))
        for f, proportion in line.functions.items():
            share = float(proportion) / whole
            self.bought[f] = total(self.bought[f], times(share, hours))
            self.pieces.append(
                Piece(("line", line.id, f), times(share, dollars), bears=line.indirect)
            )

    def together(self) -> None:
        """What several roles owe each other: who needs whom, and who leads."""
        for role in self.plan.roles:
            for other in role.needs if self.holds("needs", role.id) else ():
                self.made.row(
                    "hired with whom it needs",
                    total(self.hired[role.id], times(-1, self.hired[other])),
                    high=0,
                )
        if self.plan.supervision and self.holds("supervision"):
            hours = float(self.plan.supervision.hours_per_person)
            # At least 0 hours whoever is there: no row needed where nobody is.
            self.made.row(
                "people are led", total(self.lead, times(-hours, self.people)), low=-hours
            )

    def coverage(self) -> None:
        made, plan = self.made, self.plan
        most_bought = (
            1.0 if not self.holds("people_only_share") else 1 - float(plan.people_only_share)
        )
        weights = {
            f: float(plan.priorities.get(f, 1)) * hours  # type: ignore[call-overload]
            for f, hours in self.need.items()
        }
        for f, hours in self.need.items():
            made.row("booked within need", self.effective[f], high=hours)
            if not hours:
                continue
            counted = made.column("counted", f, high=most_bought * hours)
            made.row("counted within bought", total(counted, times(-1, self.bought[f])), high=0)
            covered = made.column("covered", f, high=1)
            made.row(
                "covered by hours",
                total(times(hours, covered), times(-1, self.effective[f]), times(-1, counted)),
                high=0,
            )
            floor = plan.floor.get(f, 0) if isinstance(plan.floor, dict) else plan.floor  # type: ignore[call-overload]
            if self.holds("floor", f):
                made.row("floor", covered, low=float(floor))
            made.score = total(
                made.score,
                times(weights[f] / sum(weights.values()), _benefit(made, plan, f, covered)),
            )

    def money(self) -> None:
        """Gifts on pieces, cost after them, grants month by month, and what is left to free
        money.
        """
        made, plan = self.made, self.plan
        rate, fee = float(plan.overhead.indirect_rate), float(plan.overhead.fee_rate)
        needed = {f for f, hours in self.need.items() if hours}
        cost: Form = {}
        granted: dict[str, Form] = {grant.id: {} for grant in plan.funding.grants}
        given: dict[str, Form] = {gift.id: {} for gift in plan.in_kind}
        for piece in self.pieces:
            placed: Form = {}
            for gift in plan.in_kind:
                if gift.offsets == piece.owner and not piece.is_of_hiring:
                    part = made.column("gift", gift.id, *piece.name)
                    placed = total(placed, part)
                    given[gift.id] = total(given[gift.id], part)
            net = total(piece.usd, times(-1, placed))
            if placed:
                made.row("gifts within the cost of a piece", net, low=0)
            bears = rate if piece.bears else 0.0
            cost = total(cost, times(1 + bears, net))
            payers = [
                grant
                for grant in plan.funding.grants
                if piece.is_paid_by(grant, needed) and self.holds("grant", grant.id)
            ]
            for month in range(piece.first, piece.last + 1):
                paid: Form = {}
                for grant in payers:
                    if grant.months[0] <= month <= grant.months[1]:
                        cap = grant.indirect_cap
                        load = bears if cap is None else min(bears, float(cap))
                        direct = made.column("pays", grant.id, *piece.name, str(month))
                        paid = total(paid, direct)
                        granted[grant.id] = total(granted[grant.id], times(1 + load, direct))
                if paid:
                    each = times(1 / (piece.last - piece.first + 1), net)
                    made.row("a month is paid once", total(paid, times(-1, each)), high=0)
        for gift in plan.in_kind:
            made.row("a gift is given once", given[gift.id], high=float(gift.usd))
        for grant in plan.funding.grants:
            most = (1 - fee) * float(grant.usd)
            if not self.holds("grant", grant.id):
                granted[grant.id] = made.column("pays", grant.id, "anything", high=most)
            made.row("a grant within its dollars", granted[grant.id], high=most)
        reserve = float(plan.reserve_rate) if self.holds("reserve") else 0.0
        made.money = total(
            times(1 + reserve, cost), *(times(-1, spent) for spent in granted.values())
        )
        made.cost, made.granted, made.given = cost, granted, given
        awarded = sum(grant.usd for grant in plan.funding.grants)
        if self.holds("budget"):
            made.row("money", made.money, high=(1 - fee) * float(plan.funding.budget_usd - awarded))

    def voice(self) -> None:
        """The community's share of direct cost, before in-kind and without hiring cost."""
        if self.plan.community_min_share and self.holds("community_min_share"):
            all_of_it = [piece for piece in self.pieces if not piece.is_of_hiring]
            voice = [piece.usd for piece in all_of_it if piece.function == "community"]
            share = float(self.plan.community_min_share)
            everything = total(*(piece.usd for piece in all_of_it))
            self.made.row("community", total(*voice, times(-share, everything)), low=0)


def program(plan: Plan, *, without: Collection[RuleOn] = ()) -> Program:
    """The contract's program; ``without`` names rules that are not to hold."""
    return stated(plan, without=without).made


def stated(plan: Plan, *, without: Collection[RuleOn] = ()) -> Year:
    """The same, with the pieces its cost lies in."""
    year = Year(plan, without)
    for role in sorted(plan.roles, key=lambda role: role.id):
        year.role(role)
    for line in sorted(plan.lines, key=lambda line: line.id):
        year.line(line)
    year.pieces.append(Piece(("office",), year.desks, bears=plan.office.indirect))
    year.together()
    year.coverage()
    year.money()
    year.voice()
    return year


def _fte(plan: Plan, role: Role, *, unlimited: bool, must: bool) -> Iterator[Fraction]:
    """The FTE a role may have: none, what is in post, or between its least and most with a last
    person of at least the smallest post.
    """
    step, post = Fraction(plan.fte_step), Fraction(plan.smallest_post)
    least, there = Fraction(role.min_fte), Fraction(role.in_post)
    most = Fraction(UNLIMITED_FTE) if unlimited else Fraction(role.max_fte)
    for number in range(int(most / step) + 1):
        fte = number * step
        last = fte - int(fte)
        if fte == 0:
            if not must:
                yield fte
        elif fte == there or (least <= fte and (last == 0 or last >= post)):
            yield fte


def _benefit(made: Program, plan: Plan, function: str, covered: Form) -> Form:
    """Benefit as the lowest of the lines through the curve's pieces (it is concave)."""
    benefit = made.column("benefit", function, high=float(plan.benefit_curve[-1].benefit))
    at, height = 0.0, 0.0
    for point in plan.benefit_curve:
        to, top = float(point.coverage), float(point.benefit)
        slope = (top - height) / (to - at)
        made.row(
            "below the curve", total(benefit, times(-slope, covered)), high=height - slope * at
        )
        at, height = to, top
    return benefit


@dataclass(frozen=True)
class Best:
    """The best plan found: score, least unrestricted money within 1e-5 points of it, and that
    plan's values.
    """

    score: float
    money: float
    values: Mapping[tuple[str, ...], float]

    @property
    def fte(self) -> dict[str, float]:
        """By role."""
        return fte_of(self.values)


def best(plan: Plan, *, without: Collection[RuleOn] = ()) -> Best | None:
    """Best score, then least unrestricted money; None where no plan exists."""
    made = program(plan, without=without)
    first = minimise(made, times(-1, made.score))
    if first is None:
        return None
    score = value_of(made.score, first)
    money, values = least_money(made, score - SCORE_SLACK)
    return Best(score, money, values)


def best_score(plan: Plan, *, without: Collection[RuleOn] = ()) -> float | None:
    """The best plan score; None where no plan exists."""
    made = program(plan, without=without)
    values = minimise(made, times(-1, made.score))
    return None if values is None else value_of(made.score, values)


def least_money(made: Program, score: float) -> tuple[float, Mapping[tuple[str, ...], float]]:
    """The least unrestricted money with which a plan reaches ``score``, and that plan's values."""
    held = made.copied()
    held.row("score is kept", made.score, low=score)
    values = minimise(held, made.money)
    assert values is not None, "a score that was just reached cannot be out of reach"
    return value_of(made.money, values), values


def fte_of(values: Mapping[tuple[str, ...], float]) -> dict[str, float]:
    """FTE by role at a solution."""
    chosen = [key for key, value in values.items() if key[0] == "choose" and value > 0.5]
    return {role: float(Fraction(fte)) for _, role, fte in chosen}


@dataclass(frozen=True)
class Ties:
    """How the contract breaks ties after the least unrestricted money: the least cost, most FTE by
    role, most dollars by line, the greatest least coverage, then the most of each function's
    coverage, each grant's use, each gift's, each role's unassigned time, in order of id.
    """

    score: float
    money: float
    cost: float
    fte: Mapping[str, float]
    lines: Mapping[str, float]
    least_coverage: float
    coverage: Mapping[str, float]
    grants: Mapping[str, float]
    gifts: Mapping[str, float]
    unassigned: Mapping[str, float]
    values: Mapping[tuple[str, ...], float]


def broken_ties(plan: Plan) -> Ties | None:
    """With the best score and the least free money held, each tie-break in turn; None where no plan
    exists.
    """
    found = best(plan)
    if found is None:
        return None
    made = program(plan)
    made.row("score is kept", made.score, low=found.score - SCORE_SLACK)
    made.row("money is kept", made.money, high=found.money + CENT)
    cost = -_most(made, times(-1, made.cost))
    made.row("cost is kept", made.cost, high=cost + CENT)
    fte = {role.id: 0.0 for role in plan.roles}
    for role in sorted(fte):
        choices = [key for key in made.columns if key[:2] == ("choose", role)]
        counted = {key: float(Fraction(key[2])) for key in choices}
        fte[role] = round(_most(made, counted), 6)
        for key in choices:
            is_it = abs(counted[key] - fte[role]) < 1e-6
            made.columns[key] = (float(is_it), float(is_it), True)
    lines = {}
    for line in sorted(plan.lines, key=lambda line: line.id):
        spent = {("piece", line.id, str(place)): 1.0 for place in range(len(line.pieces))}
        lines[line.id] = _held(
            made, spent | {("used", line.id): float(line.fixed_usd)}, within=CENT
        )
        is_bought = float(lines[line.id] > float(line.fixed_usd) - CENT)
        made.columns["used", line.id] = (is_bought, is_bought, True)
    least = made.column("least", high=1)
    functions = sorted(key[1] for key in made.columns if key[0] == "covered")
    for f in functions:
        made.row("least of all", total(least, {("covered", f): -1.0}), high=0)
    least_coverage = _held(made, least, within=SHARE)
    coverage = {f: _held(made, {("covered", f): 1.0}, within=SHARE) for f in functions}
    grants = {id: _held(made, made.granted[id], within=CENT) for id in sorted(made.granted)}
    gifts = {id: _held(made, made.given[id], within=CENT) for id in sorted(made.given)}
    unassigned = {}
    for role in sorted(fte):
        idle = {key: 1.0 for key in made.columns if key[:2] == ("idle", role)}
        unassigned[role] = _held(made, idle, within=HOUR)
    values = minimise(made, {})
    assert values is not None, "what was just reached cannot be out of reach"
    return Ties(
        found.score,
        found.money,
        cost,
        fte,
        lines,
        least_coverage,
        coverage,
        grants,
        gifts,
        unassigned,
        values,
    )


def _most(made: Program, form: Form) -> float:
    values = minimise(made, times(-1, form))
    assert values is not None, "what was just reached cannot be out of reach"
    return value_of(form, values)


def _held(made: Program, form: Form, *, within: float) -> float:
    """The most of something, from now on kept."""
    most = _most(made, form)
    made.row("what was found is kept", form, low=most - within)
    return most
