"""A second opinion on the budget program: every sentence of the contract as one row, solved by
scipy.

Written from the contract alone; shares nothing with the product but the plan it reads.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from cidesign.domain.allocation import RuleOn
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS
from tests.budget.linear import INFINITE, Form, Program, minimise, times, total, value_of

SCORE_SLACK = 1e-5
UNLIMITED_FTE = 80.0
UNLIMITED_USD = 20e6


def program(plan: Plan, *, without: Collection[RuleOn] = ()) -> Program:
    """The contract's program; ``without`` names rules that are not to hold."""
    made = Program()
    dropped = set(without)
    need = {str(f): float((plan.need or {}).get(f, 0)) for f in FUNCTIONS}
    month = float(plan.hours_per_fte_month)
    step = float(plan.fte_step)
    indirect = 1 + float(plan.overhead.indirect_rate)
    fee = float(plan.overhead.fee_rate)
    function_cost: dict[str, Form] = {f: {} for f in need}
    community: Form = {}
    direct: Form = {}
    cost: Form = {}
    effective: dict[str, Form] = {f: {} for f in need}
    bought: dict[str, Form] = {f: {} for f in need}
    all_fte: Form = {}

    def gifts_on(target: str, place: str, gross: Form, rate: float) -> Form:
        """In-kind placed on one place, at most its cost; takes it off direct cost and cost."""
        nonlocal direct, cost
        placed = total(
            *(
                made.column("gift", gift.id, place)
                for gift in plan.in_kind
                if gift.offsets == target
            )
        )
        made.row(
            f"gifts on {target} at {place} within cost", total(placed, times(-1, gross)), high=0
        )
        net = total(gross, times(-1, placed))
        direct = total(direct, net)
        cost = total(cost, times(rate, net))
        return net

    for role in plan.roles:
        most = UNLIMITED_FTE if RuleOn("max_fte", role.id) in dropped else float(role.max_fte)
        hired = made.column("hired", role.id, high=1, whole=True)
        fte = times(step, made.column("steps", role.id, high=round(most / step), whole=True))
        made.row("at most the most", total(fte, times(-most, hired)), high=0)
        made.row("at least the least", total(fte, times(-float(role.min_fte), hired)), low=0)
        if role.must_have and RuleOn("must_have", role.id) not in dropped:
            made.row("must have", hired, low=1)
        wage = float(role.salary_usd * (1 + role.benefits_rate)) / month
        idle = made.column("idle", role.id)
        spent = idle
        gifts_on(f"role:{role.id}", "unassigned", times(wage, idle), indirect)
        for f, effect in role.does.items():
            hours = made.column("hours", role.id, f)
            spent = total(spent, hours)
            effective[f] = total(effective[f], times(float(effect), hours))
            net = gifts_on(f"role:{role.id}", f, times(wage, hours), indirect)
            function_cost[f] = total(function_cost[f], times(indirect, net))
            community = total(community, net) if f == "community" else community
        made.row("hours are the fte", total(spent, times(-month, fte)), low=0, high=0)
        all_fte = total(all_fte, fte)

    for line in plan.lines:
        used = made.column("used", line.id, high=1, whole=True)
        dollars = times(float(line.fixed_usd), used)
        hours = times(float(line.fixed_hours_per_month), used)
        last = len(line.pieces) - 1
        for place, piece in enumerate(line.pieces):
            longest = (
                UNLIMITED_USD
                if place == last and RuleOn("line_limit", line.id) in dropped
                else float(piece.usd)
            )
            part = made.column("piece", line.id, str(place))
            made.row("pieces only when used", total(part, times(-longest, used)), high=0)
            dollars = total(dollars, part)
            hours = total(hours, times(float(piece.hours_per_month_per_1000_usd) / 1000, part))
        whole = float(sum(line.functions.values()))
        rate = indirect if line.indirect else 1.0
        for f, proportion in line.functions.items():
            share = float(proportion) / whole
            net = gifts_on(f"line:{line.id}", f, times(share, dollars), rate)
            function_cost[f] = total(function_cost[f], times(rate, net))
            bought[f] = total(bought[f], times(share, hours))
            community = total(community, net) if f == "community" else community

    office = total(
        {(): float(plan.office.base_usd)}, times(float(plan.office.per_fte_usd), all_fte)
    )
    gifts_on("office", "office", office, indirect if plan.office.indirect else 1.0)
    for gift in plan.in_kind:
        placed = {key: 1.0 for key in made.columns if key[:2] == ("gift", gift.id)}
        made.row("a gift is given once", placed, high=float(gift.usd))

    shares = {str(f): float(share) for f, share in plan.shares(plan.need or {}).items()}
    cap = 1.0 if RuleOn("people_only_share") in dropped else 1 - float(plan.people_only_share)
    for f, hours_needed in need.items():
        made.row("booked within need", effective[f], high=hours_needed)
        if hours_needed <= 0:
            continue
        counted = made.column("counted", f, high=cap * hours_needed)
        made.row("counted within bought", total(counted, times(-1, bought[f])), high=0)
        covered = made.column("covered", f, high=1)
        made.row(
            "covered by hours",
            total(times(hours_needed, covered), times(-1, effective[f]), times(-1, counted)),
            high=0,
        )
        if RuleOn("floor", f) not in dropped:
            made.row("floor", covered, low=float(plan.floor_of(f)))  # type: ignore[arg-type]
        if f in shares:
            made.score = total(
                made.score,
                times(shares[f] / sum(shares.values()), _benefit(made, plan, f, covered)),
            )

    granted: Form = {}
    paid: dict[str, Form] = {f: {} for f in need}
    for grant in plan.funding.grants:
        most = (1 - fee) * float(grant.usd)
        if RuleOn("grant", grant.id) in dropped:
            granted = total(granted, made.column("grant", grant.id, "anything", high=most))
            continue
        spent = total(*(made.column("grant", grant.id, f) for f in grant.functions if need[f] > 0))
        for f in grant.functions:
            if need[f] > 0:
                paid[f] = total(paid[f], {("grant", grant.id, str(f)): 1.0})
        made.row("a grant within its dollars", spent, high=most)
        granted = total(granted, spent)
    for f, pays in paid.items():
        made.row("grants within function cost", total(pays, times(-1, function_cost[f])), high=0)

    reserve = 0.0 if RuleOn("reserve") in dropped else float(plan.reserve_rate)
    made.money = total(times(1 + reserve, cost), times(-1, granted))
    if RuleOn("budget") not in dropped:
        awarded = sum(grant.usd for grant in plan.funding.grants)
        made.row("money", made.money, high=(1 - fee) * float(plan.funding.budget_usd - awarded))
    if plan.community_min_share and RuleOn("community_min_share") not in dropped:
        made.row(
            "community", total(community, times(-float(plan.community_min_share), direct)), low=0
        )
    return made


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
    held = Program(
        made.columns,
        [*made.rows, ("score is kept", made.score, score, INFINITE)],
        made.score,
        made.money,
    )
    values = minimise(held, times(0.01, made.money))
    assert values is not None, "a score that was just reached cannot be out of reach"
    return value_of(made.money, values), values


@dataclass(frozen=True)
class Ties:
    """How the contract breaks ties: most FTE by role, then most dollars by line, in order of id,
    then the greatest least coverage.
    """

    fte: Mapping[str, float]
    lines: Mapping[str, float]
    least_coverage: float


def broken_ties(plan: Plan) -> Ties | None:
    """With the best score and the least free money held, each tie-break in turn; None where no plan
    exists.
    """
    found = best(plan)
    if found is None:
        return None
    made = program(plan)
    made.row("score is kept", made.score, low=found.score - SCORE_SLACK)
    made.row("money is kept", made.money, high=found.money + 0.01)
    fte, lines = {}, {}
    for role in sorted(plan.roles, key=lambda role: role.id):
        steps = round(_most(made, {("steps", role.id): 1.0}))
        made.row("steps are kept", {("steps", role.id): 1.0}, low=steps, high=steps)
        fte[role.id] = float(plan.fte_step) * steps
    for line in sorted(plan.lines, key=lambda line: line.id):
        spent = {("piece", line.id, str(place)): 1.0 for place in range(len(line.pieces))} | {
            ("used", line.id): float(line.fixed_usd)
        }
        lines[line.id] = _most(made, spent)
        made.row("dollars are kept", spent, low=lines[line.id] - 0.01)
    least = made.column("least", high=1)
    for key in [key for key in made.columns if key[0] == "covered"]:
        made.row("least of all", total(least, {key: -1.0}), high=0)
    return Ties(fte, lines, _most(made, least))


def _most(made: Program, form: Form) -> float:
    values = minimise(made, times(-1, form))
    assert values is not None, "what was just reached cannot be out of reach"
    return value_of(form, values)
