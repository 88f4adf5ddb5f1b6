"""How our measures go, in words and for the picture: what each was, where it would be on a straight
line to its target, and whether it is behind.
"""

from collections.abc import Sequence
from fractions import Fraction

from cidesign.domain.course import Course, CourseRow, Way, course_of
from cidesign.domain.figures import count, rounded
from cidesign.domain.measures import MEASURES, Measure
from cidesign.text import say, say_count
from cidesign.text.sentence import NOTHING, Figure, Sentence, at, of, own, sentence, together, told


def courses(measures: Sequence[Measure]) -> tuple[Sentence, ...]:
    """A sentence for each measure that has a year told."""
    return tuple(_told(one, found) for one in measures if (found := course_of(one)))


def behind(one: Measure) -> bool:
    """Whether it is behind the straight line to its target."""
    found = course_of(one)
    return found is not None and found.way is Way.BEHIND


def claim(measures: Sequence[Measure]) -> str:
    """How many are where they should be; empty where no year is told."""
    ways = [found.way for one in measures if (found := course_of(one))]
    if not ways:
        return ""
    known = sum(way in (Way.ON, Way.BEHIND, Way.REACHED) for way in ways)
    good = sum(way in (Way.ON, Way.REACHED) for way in ways)
    if not known:
        return say("What our measures were, year by year")
    if not good:
        return say("No measure is on its way to its target")
    return say_count(
        "{good} measure of {n} is on its way to its target",
        "{good} measures of {n} are on their way to their targets",
        good,
        good=count(good, opening=True),
        n=count(known),
    )


def rows(measures: Sequence[Measure]) -> tuple[CourseRow, ...]:
    """For the picture: those with a year told."""
    return tuple(_row(one, found) for one in measures if (found := course_of(one)))


def _row(one: Measure, found: Course) -> CourseRow:
    return CourseRow(
        one.label,
        tuple((year, float(value)) for year, value in one.by_year),
        shown(found.last[1], found.unit),
        (found.target[0], float(found.target[1])) if found.target else None,
        shown(found.target[1], found.unit) if found.target else "",
        behind=found.way is Way.BEHIND,
    )


def _told(one: Measure, found: Course) -> Sentence:
    last, year = _of_year(one, found, found.last), own(str(found.last[0]))
    if found.way is Way.REACHED and found.target:
        return told(
            say("{name}: {last} in {year}. The target of {target} is reached."),
            name=own(one.label),
            last=last,
            year=year,
            target=_target(one, found, found.target[1]),
        )
    if found.first == found.last:
        now = told(say("{name}: {last} in {year}."), name=own(one.label), last=last, year=year)
        return together([now, _next_year(found)])
    first = told(
        say("{name}: {last} in {year}, from {first} in {began}."),
        name=own(one.label),
        last=last,
        year=year,
        first=_of_year(one, found, found.first),
        began=own(str(found.first[0])),
    )
    return together([first, _against(one, found)])


def _next_year(found: Course) -> Sentence:
    if found.way is Way.OPEN:
        return NOTHING
    return told(say("A second year will tell whether it gets nearer."))


def _against(one: Measure, found: Course) -> Sentence:
    if found.target is None or found.expected is None:
        return told(say("No target says in a number and a year where it should go."))
    expected = Figure(
        shown(found.expected),
        found.expected,
        "measured",
        told(say("On a straight line to the target: {name}"), name=own(one.label)),
        of("on_line", at(MEASURES, one.id), str(found.last[0])),
    )
    ends = (
        say("On a straight line to {target} by {year} it would be {expected}: it is behind.")
        if found.way is Way.BEHIND
        else say("On a straight line to {target} by {year} it would be {expected}: on its way.")
    )
    target, year = _target(one, found, found.target[1]), own(str(found.target[0]))
    return told(ends, target=target, year=year, expected=in_unit(expected, found.unit))


def _of_year(one: Measure, found: Course, told_for: tuple[int, Fraction]) -> Sentence:
    year, value = told_for
    what = told(say("What it was: {name}"), name=own(one.label))
    address = of("told_for", at(MEASURES, one.id, "by_year"), str(year))
    return in_unit(Figure(shown(value), value, "measured", what, address), found.unit)


def _target(one: Measure, found: Course, value: Fraction) -> Sentence:
    what = told(say("Target: {name}"), name=own(one.label))
    address = of("number_in", at(MEASURES, one.id, "target"))
    return in_unit(Figure(shown(value), value, "measured", what, address), found.unit)


def in_unit(figure: Figure, unit: str) -> Sentence:
    """With the percent sign of people's own words for the target."""
    return told(say("{number}%"), number=figure) if unit else sentence(figure)


def shown(value: Fraction, unit: str = "") -> str:
    """A measured number as people read it."""
    number = rounded(value, "0.1")
    whole = number.to_integral_value()
    return f"{whole if number == whole else number:,f}{unit}"
