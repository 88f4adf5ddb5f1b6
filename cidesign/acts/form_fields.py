"""The fields of the form for a candidate, by the column each is kept in, so that a fault names the
field people see.
"""

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say

FIELDS = {
    "name": mark("Name"),
    "kind": mark("Kind"),
    "eligible": mark("May it be chosen?"),
    "eligible_reason": mark("If not, why it may not be chosen"),
    "offer_in_kind_usd": mark("In kind, in dollars a year"),
    "offer_in_kind_offsets": mark("What that stands for"),
    "offer_overhead": mark("What it charges"),
    "offer_rate": mark("At which rate, in percent"),
    "offer_pay_scale": mark("What it pays, in percent of our salaries"),
    "offer_benefits_rate": mark("Benefits, in percent of salary"),
    "offer_start": mark("Can start in"),
}


def on_screen(bundle: Bundle, error: BadInput) -> BadInput:
    """The same faults, each at the field of the form in place of a row and column of the table;
    others stay as they are.
    """
    figures = {one.id: one.name for one in bundle.rules.criteria} if bundle.rules else {}
    remedies = {say("write a rate such as 0.1"): say("write a percentage such as 10")}
    return BadInput(
        Problem(_field(one.where, figures), one.what, remedies.get(one.remedy, one.remedy))
        for one in error.problems
    )


def _field(where: str, figures: dict[str, str]) -> str:
    column = where.rpartition(", ")[2]
    return say(FIELDS[column]) if column in FIELDS else figures.get(column, where)
