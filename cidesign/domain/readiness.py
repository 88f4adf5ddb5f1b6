"""How one condition, principle or sign of readiness stands, as a chart and a table show it."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class ReadinessRow:
    """One check: its name, our answer from 0 to 4 (None: not answered), what that means in a word
    or two, and whether it is in place.
    """

    label: str
    answer: Decimal | None
    word: str
    in_place: bool
