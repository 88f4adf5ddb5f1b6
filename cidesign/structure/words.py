"""The sentences of the structure room: whole ones, with named slots."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from cidesign.domain.value import plain
from cidesign.text import mark, say

Slot = str | Decimal | Fraction


@dataclass(frozen=True)
class Sentence:
    """A sentence with named slots; numbers are rounded to 0.1 where they are shown."""

    pattern: str

    def sentence(self, **slots: Slot) -> str:
        """The sentence with its slots filled."""
        return say(
            self.pattern,
            **{
                name: value if isinstance(value, str) else _shown(value)
                for name, value in slots.items()
            },
        )


def _shown(value: Decimal | Fraction) -> str:
    number = (
        Decimal(value.numerator) / Decimal(value.denominator)
        if isinstance(value, Fraction)
        else value
    )
    return plain(number.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


STRONG = Sentence(mark("{label}: {points} of {most} points. {reason}"))
JUDGED_BY_YOU = Sentence(mark("{label}: your committee judged it {level} of 5."))
NOT_JUDGED = Sentence(
    mark("{label}: nobody has judged this yet, so it counts as {level} of 5. Judge it yourselves.")
)
EQUAL_SHARES = mark("You have not said yet what matters to you, so every question counts the same.")
