"""How far apart groups stand in our measures, in words: the ends, and what lies between."""

from collections.abc import Sequence
from fractions import Fraction

from cidesign.domain.course import unit_of
from cidesign.domain.measures import MEASURES, Measure
from cidesign.text import say
from cidesign.text.sentence import Figure, Sentence, at, of, own, told
from cidesign.views.partners.course import in_unit, shown

TWO = 2


def apart(measures: Sequence[Measure]) -> tuple[Sentence, ...]:
    """A sentence for each measure that has a number of two groups or more."""
    return tuple(_told(one) for one in measures if len(one.by_group) >= TWO)


def split_and_untold(one: Measure) -> bool:
    """Whether it was measured and is to be split, and fewer than two groups have a number."""
    return bool(one.split_by and one.by_year) and len(one.by_group) < TWO


def _told(one: Measure) -> Sentence:
    low = min(one.by_group, key=lambda group: group[1])
    high = max(one.by_group, key=lambda group: group[1])
    name, cell = own(one.label), at(MEASURES, one.id, "by_group")
    least, most = of("least_of", cell), of("most_of", cell)
    if low[1] == high[1]:
        return told(
            say("{name}: {number} in each group."),
            name=name,
            number=_figure(one, low[1], told(say("In each group: {name}"), name=name), least),
        )
    between = told(say("Between the groups that stand furthest apart: {name}"), name=name)
    return told(
        say("{name}: {low} of {lower}, {high} of {higher}; they stand {apart} apart."),
        name=name,
        low=_figure(one, low[1], told(say("Group with the least: {name}"), name=name), least),
        lower=own(low[0]),
        high=_figure(one, high[1], told(say("Group with the most: {name}"), name=name), most),
        higher=own(high[0]),
        apart=_points(high[1] - low[1], between, of("difference", most, least)),
    )


def _figure(one: Measure, value: Fraction, what: Sentence, address: str) -> Sentence:
    return in_unit(Figure(shown(value), value, "measured", what, address), unit_of(one))


def _points(value: Fraction, what: Sentence, address: str) -> Figure:
    return Figure(shown(value), value, "measured", what, address)
