"""What an hour, a line, a coverage and a budget are worth: the small figures both the program and
its reading use.
"""

from decimal import Decimal

from cidesign.domain.plan import Line, Plan
from cidesign.domain.words import FUNCTIONS, Function

THOUSAND = Decimal(1000)


def line_share(line: Line, function: Function) -> Decimal:
    """Part of a line's dollars and hours that is this function's; parts add to 1."""
    return line.functions.get(function, Decimal(0)) / sum(
        (line.functions.get(f, Decimal(0)) for f in FUNCTIONS), Decimal(0)
    )


def benefit_lines(plan: Plan) -> list[tuple[float, float]]:
    """The benefit curve as lines (slope, start): benefit is the least of them."""
    listed, before = [], (Decimal(0), Decimal(0))
    for point in plan.benefit_curve:
        slope = (point.benefit - before[1]) / (point.coverage - before[0])
        listed.append((float(slope), float(before[1] - slope * before[0])))
        before = (point.coverage, point.benefit)
    return listed


def free_money(plan: Plan) -> Decimal:
    """Unrestricted dollars of the year, after the fee."""
    awarded = plan.funding.awarded_usd
    return (1 - plan.overhead.fee_rate) * (plan.funding.budget_usd - awarded)


def line_hours(line: Line, usd: Decimal) -> Decimal:
    """Hours a month that a spend on a line buys: the fixed part, then along the pieces."""
    if usd == 0 and line.fixed_usd > 0:
        return Decimal(0)
    hours, left = line.fixed_hours_per_month, usd - line.fixed_usd
    for piece in line.pieces:
        part = max(Decimal(0), min(piece.usd, left))
        hours += part / THOUSAND * piece.hours_per_month_per_1000_usd
        left -= part
    return hours
