"""The plan at a later year's prices: salaries grow, other dollars grow, hours stay."""

from decimal import Decimal

from cidesign.domain.outlook import GrowthRates
from cidesign.domain.plan import Line, Plan


def at_prices(plan: Plan, growth: GrowthRates, year: int) -> Plan:
    """The plan at the prices of a year (0 is the first), before any validation of a single year."""
    salaries, other = (1 + growth.salaries) ** year, (1 + growth.other) ** year
    return plan.model_copy(
        update={
            "roles": tuple(
                role.model_copy(update={"salary_usd": role.salary_usd * salaries})
                for role in plan.roles
            ),
            "lines": tuple(_line(line, other) for line in plan.lines),
            "office": plan.office.model_copy(
                update={
                    "base_usd": plan.office.base_usd * other,
                    "per_fte_usd": plan.office.per_fte_usd * other,
                    "per_person_usd": plan.office.per_person_usd * other,
                }
            ),
            "hiring": plan.hiring.model_copy(
                update={"per_person_usd": plan.hiring.per_person_usd * other}
            ),
            "in_kind": tuple(
                gift.model_copy(update={"usd": gift.usd * other}) for gift in plan.in_kind
            ),
        }
    )


def _line(line: Line, price: Decimal) -> Line:
    """A line whose dollars have grown and whose hours have not."""
    pieces = tuple(
        piece.model_copy(
            update={
                "usd": piece.usd * price,
                "hours_per_month_per_1000_usd": piece.hours_per_month_per_1000_usd / price,
            }
        )
        for piece in line.pieces
    )
    return line.model_copy(
        update={
            "fixed_usd": line.fixed_usd * price,
            "min_usd": line.min_usd * price,
            "pieces": pieces,
        }
    )
