"""How numbers are written for people: $550k, 69%, 3.5, 1,010 h, March 2029. Rounded here, and only
here.
"""

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from fractions import Fraction

from cidesign.domain.dates import month as month
from cidesign.domain.value import plain
from cidesign.text import mark, say

Number = Decimal | Fraction | float | int

MINUS = "−"
NEARLY_ALL = Decimal("1e-5")
"""A share that lacks no more than this is told as all: less than a minute of 1,000 hours."""
_UP_TO_TEN = (
    mark("no"),
    mark("one"),
    mark("two"),
    mark("three"),
    mark("four"),
    mark("five"),
    mark("six"),
    mark("seven"),
    mark("eight"),
    mark("nine"),
    mark("ten"),
)


def rounded(number: Number, step: str = "1") -> Decimal:
    """The nearest multiple of ``step`` (such as "0.1"), halves away from zero, never a negative
    zero.
    """
    return _decimal(number).quantize(Decimal(step), rounding=ROUND_HALF_UP) + 0


def _decimal(number: Number) -> Decimal:
    if isinstance(number, Fraction):
        return Decimal(number.numerator) / Decimal(number.denominator)
    return number if isinstance(number, Decimal) else Decimal(str(number))


def money(usd: Number) -> str:
    """Dollars in a sentence or a table: $140,000."""
    value = rounded(usd)
    return f"{MINUS if value < 0 else ''}${abs(value):,}"


def money_up(usd: Number) -> str:
    """Dollars to be found, rounded up to the next thousand so that they are enough: $427,000."""
    value = usd if isinstance(usd, Decimal) else Decimal(str(usd))
    return money((value / 1000).to_integral_value(ROUND_CEILING) * 1000)


def money_short(usd: Number) -> str:
    """Dollars on charts, sliders and cards: $550k, $1.04m, −$200k; below a thousand $850."""
    value = rounded(usd)
    return f"{MINUS if value < 0 else ''}${_short(abs(value))}"


def money_range(low_usd: Number, high_usd: Number) -> str:
    """A range of dollars: $556k–834k, $695k–1.04m."""
    return f"{money_short(low_usd)}–{money_short(high_usd).removeprefix('$')}"


def _short(value: Decimal) -> str:
    if value < 1000:
        return f"{value}"
    if value < 999_500:
        return f"{rounded(value / 1000)}k"
    return f"{plain(rounded(value / 1_000_000, '0.01'))}m"


def percent(share: Number) -> str:
    """A share without decimals: 93%; under 1% and over 99% where rounding would say nothing or
    everything.
    """
    value = _decimal(share)
    if 0 < value < Decimal("0.01") and value > Decimal("1e-9"):
        return say("under 1%")
    if rounded(value * 100) == 100 and value < 1 - NEARLY_ALL:
        return say("over 99%")
    return f"{rounded(value * 100)}%".replace("-", MINUS)


def of_hundred(share: Number) -> str:
    """How often among many tries: 93 of 100; 0 of 100 only for never, 100 of 100 only for
    always.
    """
    value, never = _decimal(share), Decimal("1e-9")
    if never < value < Decimal("0.01"):
        return say("under 1 of 100")
    if Decimal("0.995") <= value < 1 - never:
        return say("over 99 of 100")
    return say("{n} of 100", n=rounded(value * 100))


def rate(share: Decimal) -> str:
    """A share as exactly as somebody wrote it, such as a fee or a growth rate: 12.5%."""
    return f"{plain(share * 100)}%"


def points(score: Number) -> str:
    """Points or plan score: 74.4."""
    return f"{rounded(score, '0.1')}".replace("-", MINUS)


def difference(change: Number, step: str = "0.1") -> str:
    """A change with its sign: +1.3, −0.4, 0.0."""
    value = rounded(change, step)
    return f"{'+' if value > 0 else MINUS if value < 0 else ''}{abs(value)}"


def points_apart(high: Number, low: Number) -> str:
    """How far one number of points lies above another: 13.4; said to be rounded where the two as
    they are shown lie otherwise apart.
    """
    return as_rounded(points(_decimal(high) - _decimal(low)), high, low)


def difference_between(before: Number, after: Number) -> str:
    """The same as a change with its sign: +13.4, −0.4 (rounded)."""
    return as_rounded(difference(_decimal(after) - _decimal(before)), after, before)


def as_rounded(written: str, high: Number, low: Number, step: str = "0.1") -> str:
    """A difference as it is written; said to be rounded where it is not that of both figures as
    they are shown, to ``step``.
    """
    exact = rounded(_decimal(high) - _decimal(low), step)
    shown = rounded(high, step) - rounded(low, step)
    return written if exact == shown else say("{difference} (rounded)", difference=written)


def coefficient(number: Number) -> str:
    """A measure of agreement, at most 1: 0.74, −0.05."""
    return f"{rounded(number, '0.01')}".replace("-", MINUS)


def money_difference(usd: Number) -> str:
    """A change of dollars with its sign: +$25k, −$200k, $0."""
    return f"+{money_short(usd)}" if usd > 0 else money_short(usd)


def fte_difference(count: Number) -> str:
    """A change of posts with its sign: +0.5, −1."""
    return difference(count, "0.01").rstrip("0").rstrip(".")


def fte(count: Number) -> str:
    """Full-time equivalents: 1, 0.75, 3.5."""
    return plain(rounded(count, "0.01"))


def hours(count: Number) -> str:
    """Hours per month: 128 h, 1,010 h."""
    return say("{hours:,} h", hours=rounded(count))


def hours_of(covered: Number, needed: Number) -> str:
    """Hours we have of hours needed: 128 of 170 h."""
    return say("{covered:,} of {needed:,} h", covered=rounded(covered), needed=rounded(needed))


def count(number: int, *, opening: bool = False) -> str:
    """A count up to ten as a word, with a capital where it opens a sentence."""
    word = say(_UP_TO_TEN[number]) if 0 <= number < len(_UP_TO_TEN) else f"{number:,}"
    return word.capitalize() if opening else word


def inside(label: str) -> str:
    """A label in the middle of a sentence; one that begins with capitals, such as FTE, stays as it
    is.
    """
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Words in a row: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return say("{words} and {last}", words=", ".join(words[:-1]), last=words[-1])


def either(words: list[str] | tuple[str, ...]) -> str:
    """Words of which one is meant: a, b or c."""
    if len(words) < 2:
        return "".join(words)
    return say("{words} or {last}", words=", ".join(words[:-1]), last=words[-1])
