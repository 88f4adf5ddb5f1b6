"""The weights: bars on one scale, the members' range as a line, and never a member's name."""

from dataclasses import dataclass
from fractions import Fraction

import pytest

from cidesign.charts import weights
from tests.charts.drawn import bars, faults, words


@dataclass(frozen=True)
class Weight:
    label: str
    share: Fraction
    low: Fraction | None = None
    high: Fraction | None = None


GROUP = (
    Weight("Neutrality and trust", Fraction(2, 5), Fraction(1, 5), Fraction(3, 5)),
    Weight("Convening power", Fraction(3, 5), Fraction(3, 10), Fraction(4, 5)),
)
SHEET = tuple(Weight(one.label, one.share) for one in GROUP)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("shown", [GROUP, SHEET, ()])
def test_the_chart_is_whole_in_both_modes(shown, mode):
    assert faults(weights.draw(shown, mode=mode), mode) == []


def test_bars_and_lines_share_one_scale():
    figure = weights.draw(GROUP, mode="light")

    line = next(
        trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines+markers"
    )
    # The largest share shown is 4/5, the whole width: 2/5 is half of it, 3/5 three quarters.
    assert list(bars(figure)[1].x) == pytest.approx([0.5, 0.75])
    assert [x for x in line.x if x is not None] == pytest.approx([0.25, 0.75, 0.375, 1.0])


def test_without_a_range_there_is_no_line_and_no_second_figure():
    figure = weights.draw(SHEET, mode="light")

    assert next(
        trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines+markers"
    ).x in (None, ())
    assert not any(" to " in text for text in words(figure))
    assert list(weights.table(SHEET)[0]) == ["Criterion", "Counts"]


def test_share_and_range_stand_at_the_right():
    assert '<b style="color:#1A2129">40%</b> · 20% to 60%' in words(
        weights.draw(GROUP, mode="light")
    )


def test_the_words_name_every_criterion():
    assert (
        weights.alt(GROUP)
        == "How much each criterion counts: Neutrality and trust 40%, Convening power 60%."
    )
