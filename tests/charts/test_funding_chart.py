"""Who pays over the years: a bar runs from its first to its last month, money bound to some things is
hatched, and what nobody promised is an outline.
"""

from dataclasses import dataclass

import pytest

from cidesign.charts import funding
from cidesign.charts.palette import palette
from tests.charts.drawn import bars, faults, words


@dataclass(frozen=True)
class Source:
    name: str
    first: int
    last: int
    amount: str = "$120k a year"
    restricted: bool = False
    renewed_months: int = 0
    renewal: str = ""


FREE = Source("Foundation", 0, 35, "$300k a year", renewed_months=24, renewal="$200k")
BOUND = Source("State", 6, 17, restricted=True)
EARLY = Source("Church", -12, 5)
BEYOND = Source("Later fund", 70, 90)
SOURCES = (FREE, BOUND, EARLY, BEYOND)


def spans(trace):
    return [(first, first + long) for first, long in zip(trace.base, trace.x)]


def drawn(sources=SOURCES, years=5, mode="light"):
    return funding.draw(sources, "2027-01", years, mode=mode)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("years", [1, 5, 10])
@pytest.mark.parametrize("sources", [SOURCES, (Source("A" * 90, 0, 11), Source("<b>", 3, 3)), ()])
def test_the_chart_is_whole(sources, years, mode):
    assert faults(drawn(sources, years, mode), mode) == []


def test_a_bar_runs_from_its_first_month_to_the_end_of_its_last_and_is_cut_at_both_ends():
    track, _, free, bound, _ = bars(drawn())

    assert spans(track) == [(0, 60)] * 4
    # Three years; six months of a source that began a year before; nothing of one after the end.
    assert spans(free) == [(0, 36), (0, 0), (0, 6), (60, 60)]
    assert spans(bound)[1] == (6, 18)


def test_only_money_for_some_things_is_hatched():
    _, _, free, bound, _ = bars(drawn())

    assert free.marker.pattern.shape is None
    assert bound.marker.pattern.shape == "/"
    assert [first != last for first, last in spans(bound)] == [False, True, False, False]


def test_a_renewal_is_an_outline_after_the_last_month():
    hoped = bars(drawn())[1]

    assert spans(hoped)[0] == (36, 60)
    assert hoped.marker.color == palette("light").page
    assert hoped.marker.line.width == 1
    assert spans(hoped)[1] == (18, 18)


def test_a_gap_stands_between_two_years_in_each_row():
    gaps = bars(drawn((FREE,), years=3))[-1]

    assert [round(first + long / 2, 6) for first, long in zip(gaps.base, gaps.x)] == [12, 24]


def test_every_source_is_named_with_its_dollars_and_each_year_stands_below():
    said = words(drawn())

    for one in SOURCES:
        assert one.name in said
    assert any("$300k a year" in text and "renewal $200k" in text for text in said)
    assert {"2027", "2031"} <= set(said)


def test_a_year_across_two_calendar_years_names_both():
    said = words(funding.draw((FREE,), "2027-07", 2, mode="light"))

    assert {"2027/28", "2028/29"} <= set(said)


def test_the_words_say_what_each_pays_and_how_long():
    assert funding.alt((BOUND,), "2027-01") == "State: $120k a year, July 2027 to June 2028."
