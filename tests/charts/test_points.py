"""Points by criterion: tracks are as long as weights, bars as points; whoever leads is told by the
accent and by bold words.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import pytest

from cidesign.charts import points
from cidesign.charts.palette import palette
from tests.charts.drawn import bars, faults, words


@dataclass(frozen=True)
class Criterion:
    id: str
    label: str
    weight: Decimal


@dataclass(frozen=True)
class Candidate:
    label: str
    points: Fraction | None
    leads: bool = False
    products: dict = field(default_factory=dict)


CRITERIA = (Criterion("funds", "Funds", Decimal(25)), Criterion("trust", "Trust", Decimal(75)))


def candidate(label, trust, funds, *, leads=False):
    return Candidate(
        label,
        Fraction(trust) + Fraction(funds),
        leads,
        {"trust": Fraction(trust), "funds": Fraction(funds)},
    )


RIVER, HILL = candidate("River", 60, 10, leads=True), candidate("Hill", 30, 20)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_chart_is_whole_in_both_modes(mode):
    figure = points.draw(CRITERIA, (RIVER, HILL), mode=mode)

    assert faults(figure, mode) == []


def test_bars_and_tracks_share_one_scale_for_all_candidates():
    track, bar = bars(points.draw(CRITERIA, (RIVER, HILL), mode="light"))

    # Trust weighs 75, funds 25: tracks 3 to 1. River earns 60 of 75 and 10 of 25, Hill 30 and 20.
    assert [length / track.x[2] for length in track.x] == pytest.approx([3, 3, 1, 1])
    assert [part / whole for part, whole in zip(bar.x, track.x)] == pytest.approx(
        [0.8, 0.4, 0.4, 0.8]
    )


def test_criteria_stand_in_order_of_weight_and_say_what_they_count():
    said = words(points.draw(CRITERIA, (RIVER, HILL), mode="light"))

    rows = [text.split(" <span")[0] for text in said if "counts" in text]

    assert rows == ["Trust", "Funds"]
    assert "counts 75%" in next(text for text in said if text.startswith("Trust"))


def test_only_leaders_have_the_accent():
    colours = palette("light")

    _, bar = bars(points.draw(CRITERIA, (RIVER, HILL), mode="light"))

    assert list(bar.marker.color) == [colours.accent, colours.other] * 2


def test_candidates_who_share_the_lead_share_the_accent():
    both = (candidate("River", 60, 10, leads=True), candidate("Hill", 50, 20, leads=True))

    _, bar = bars(points.draw(CRITERIA, both, mode="light"))

    assert set(bar.marker.color) == {palette("light").accent}


def test_at_most_four_candidates_are_drawn_and_none_without_points():
    many = (RIVER, Candidate("Nobody", None), *(candidate(f"C{n}", 1, 1) for n in range(5)))

    said = words(points.draw(CRITERIA, many, mode="light"))

    assert [text for text in said if text in ("Nobody", "C0", "C1", "C2", "C3")] == [
        "C0",
        "C1",
        "C2",
    ]


def test_a_cell_nobody_scored_says_none_and_not_zero():
    gap = Candidate("Gap", Fraction(60), True, {"trust": Fraction(60), "funds": None})

    said = words(points.draw(CRITERIA, (gap,), mode="light"))

    assert said[-1] == "none"


def test_a_criterion_without_weight_is_left_out():
    said = words(
        points.draw((*CRITERIA, Criterion("extra", "Extra", Decimal(0))), (RIVER,), mode="light")
    )

    assert [text for text in said if text.startswith("Extra")] == []


def test_a_word_that_is_a_letter_longer_than_its_line_is_not_torn():
    four = tuple(candidate(f"Candidate organization {n}", 1, 1) for n in range(4))

    said = [text.strip() for text in words(points.draw(CRITERIA, four, mode="light"))]

    assert said.count("organization") == 4


def test_tags_in_names_are_shown_and_not_obeyed():
    said = words(points.draw(CRITERIA, (candidate("<b>A</b>", 1, 1),), mode="light"))

    assert said[0] == "&lt;b&gt;A&lt;/b&gt;"
