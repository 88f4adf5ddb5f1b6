"""How the hours a function needs come about: each bar begins where the one before ends, the phase
takes its part off, and the sum is what remains.
"""

from decimal import Decimal
from fractions import Fraction

import pytest

from cidesign.charts import need_steps
from cidesign.charts.palette import palette
from cidesign.domain.need import NeedStep, NeedSteps
from cidesign.domain.words import Function
from tests.charts.drawn import bars, faults, words

# 30 x 2 = 60 hours, 4 x 10 = 40 hours, together 100; half of it is asked for: 50.
NEEDED = NeedSteps(
    (
        NeedStep("partners", Decimal(30), Decimal(2)),
        NeedStep("meetings", Decimal(4), Decimal(10)),
    ),
    Fraction(1, 2),
)
DRIVERS = {"partners": "Partners", "meetings": "Meetings"}


def drawn(needed=NEEDED, mode="light"):
    return need_steps.draw(needed, Function.POLICY, DRIVERS, "Initiate action", mode=mode)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_chart_is_whole_in_both_modes(mode):
    figure = drawn(mode=mode)

    assert faults(figure, mode) == []
    assert bars(figure)[0].marker.color[-1] == palette(mode).functions["policy"]


def test_each_bar_begins_where_the_one_before_ends_and_the_phase_takes_its_part_off():
    (bar,) = bars(drawn())

    assert list(bar.base) == pytest.approx([0, 0.6, 0.5, 0])
    assert list(bar.x) == pytest.approx([0.6, 0.4, 0.5, 0.5])


def test_every_factor_and_every_product_is_written():
    assert words(drawn()) == [
        "Partners: 30 × 2 h",
        "60 h",
        "Meetings: 4 × 10 h",
        "40 h",
        "Initiate action: asks for 50%",
        "−50 h",
        "Hours needed a month",
        "50 h",
    ]


def test_a_function_that_nothing_makes_work_for_is_drawn_without_bars():
    nothing = NeedSteps((), Fraction(0))

    assert faults(drawn(nothing), "light") == []
    assert need_steps.alt(nothing, "Policy", DRIVERS) == "Policy needs 0 h a month: 0% of nothing."


def test_the_words_beside_the_chart_tell_the_sum():
    assert need_steps.alt(NEEDED, "Policy", DRIVERS) == (
        "Policy needs 50 h a month: 50% of Partners 60 h, Meetings 40 h."
    )
