"""The smallest change that ties: one scale from 0, the largest move first, words on the outer sides
so that they never meet.
"""

from dataclasses import dataclass

import pytest

from cidesign.charts import flip
from cidesign.charts.template import scaled
from tests.charts.drawn import faults, words


@dataclass(frozen=True)
class Weight:
    label: str
    now: float
    needed: float


TRUST, MONEY, STILL = (
    Weight("Trust", 0.20, 0.12),
    Weight("Money", 0.14, 0.22),
    Weight("Reach", 0.30, 0.304),
)
DATA = Weight("Data", 0.10, 0.13)
ENDS = (
    Weight("All of it", 0.0, 1.0),
    Weight("None of it", 1.0, 0.0),
    Weight("Close", 0.5, 0.506),
    Weight("Near nothing", 0.0, 0.005),
)


def said(figure):
    return [text.strip() for text in words(figure)]


def marks(figure, symbol):
    return next(
        trace for trace in figure.data if trace.mode == "markers" and trace.marker.symbol == symbol
    )


def span(label_x, text, at, size):
    """Where a text begins and ends at 350 pixels; our bold letters take 0.54 of their size on
    average.
    """
    width = len(text) * size * 0.54 / 350
    return (label_x - width, label_x) if at == "middle left" else (label_x, label_x + width)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    "weights",
    [
        (TRUST, MONEY, STILL),
        ENDS,
        (STILL,),
        (),
        tuple(Weight(f"C{n}", 0.01, 0.0) for n in range(40)),
    ],
)
def test_the_chart_is_whole_in_both_modes(mode, weights):
    assert faults(flip.draw(weights, mode=mode), mode) == []


def test_largest_move_comes_first_and_what_stays_is_left_out():
    assert said(flip.draw((DATA, STILL, TRUST), mode="light"))[:2] == ["Trust", "Data"]


def test_both_weights_are_written_with_what_they_are():
    written = said(flip.draw((TRUST, DATA), mode="light"))

    assert written[2:6] == ["20% now", "12% needed", "10% now", "13% needed"]


def test_all_rows_share_one_scale_that_begins_at_zero():
    figure = flip.draw((TRUST, MONEY, DATA), mode="light")
    now, needed = marks(figure, "circle"), marks(figure, "diamond")

    # Moves of 8, 8 and 3 percent: 20 to 12, 14 to 22, 10 to 13; the zero lies where both lines
    # cross nothing.
    unit = (now.x[0] - needed.x[0]) / 0.08
    zero = now.x[0] - 0.20 * unit

    assert list(now.x) == pytest.approx([zero + share * unit for share in (0.20, 0.14, 0.10)])
    assert list(needed.x) == pytest.approx([zero + share * unit for share in (0.12, 0.22, 0.13)])
    assert figure.data[-1].x[said(figure).index("0%")] == pytest.approx(zero)


def test_shape_and_fill_tell_the_two_marks_apart():
    figure = flip.draw((TRUST,), mode="light")

    assert marks(figure, "circle").marker.color == ("#FFFFFF",)
    assert marks(figure, "diamond").marker.color == ("#0F4C5C",)


@pytest.mark.parametrize("weights", [ENDS, (TRUST, MONEY, DATA)])
def test_no_words_leave_the_chart_or_meet_each_other(weights):
    trace = flip.draw(weights, mode="light").data[-1]
    rows: dict = {}
    for x, y, text, at, size in zip(
        trace.x, trace.y, trace.text, trace.textposition, trace.textfont.size
    ):
        if "now" in text or "needed" in text:
            rows.setdefault(y, []).append(span(x, text, at, size))

    for left, right in (sorted(spans) for spans in rows.values()):
        assert left[0] >= -1e-9
        assert left[1] <= right[0] + 1e-9
        assert right[1] <= 1 + 1e-9


def test_two_weights_that_would_read_alike_have_a_decimal():
    # 14.4 and 13.8 percent both round to 14.
    assert said(flip.draw((Weight("Close", 0.144, 0.138),), mode="light"))[1:3] == [
        "14.4% now",
        "13.8% needed",
    ]


def test_with_nothing_that_moves_nothing_is_drawn():
    assert words(flip.draw((STILL,), mode="light")) == []
    assert flip.moving((STILL,)) == []


def test_moves_too_small_to_draw_are_counted_and_what_stays_is_not():
    assert flip.left_out((STILL, TRUST, Weight("Same", 0.2, 0.2))) == 1


def test_half_a_percent_is_a_move():
    assert flip.moving((Weight("Half", 0.1, 0.105),))


def test_the_words_beside_the_chart_name_who_ties_and_what_moves():
    assert (
        flip.alt((TRUST, STILL), "Valley State")
        == "With these weights Valley State ties: Trust 20% now, 12% needed."
    )
    assert flip.alt((STILL,), "Valley State").startswith("No weight has to move")


def test_the_table_has_every_weight_those_that_stay_too():
    rows = flip.table((STILL, TRUST))

    assert rows == [
        {"Criterion": "Trust", "Counts now": "20%", "Needed": "12%"},
        {"Criterion": "Reach", "Counts now": "30%", "Needed": "30.4%"},
    ]


def test_on_the_wall_marks_grow_with_the_words():
    drawn = flip.draw((TRUST,), mode="light")

    larger = scaled(drawn, 2)

    assert marks(larger, "diamond").marker.size == 2 * marks(drawn, "diamond").marker.size
    assert larger.layout.height == 2 * drawn.layout.height
