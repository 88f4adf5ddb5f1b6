"""How much of a purchase there is: a line is bought along its pieces and ends with the last."""

from cidesign.budget.block import Block
from cidesign.budget.rates import THOUSAND
from cidesign.budget.rules.rule import Rule
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Line, Plan


class LineLimit(Rule):
    """Each piece of a line takes at most its dollars."""

    name = "line_limit"
    key = "lines"
    unit = "USD"
    can_exclude = False

    def set_on(self, plan: Plan) -> tuple[str, ...]:
        return tuple(sorted(line.id for line in plan.lines))

    def state(self, year: Block) -> None:
        for line in year.lines:
            for piece, spent in zip(line.pieces, year.pieces[line.id], strict=True):
                year.bound_above(spent, piece.usd / THOUSAND)

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        line = next(line for line in plan.lines if line.id == id)
        return found.lines[line.id] >= float(line.most_usd) > 0

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        lines = tuple(_longer(line) if line.id == id else line for line in plan.lines)
        return plan.model_copy(update={"lines": lines})


def _longer(line: Line) -> Line:
    """The line with plenty of its last piece."""
    last = [piece.model_copy(update={"usd": piece.usd * 100}) for piece in line.pieces[-1:]]
    return line.model_copy(update={"pieces": (*line.pieces[:-1], *last)})


LINE_LIMIT = LineLimit()
