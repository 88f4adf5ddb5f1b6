"""What to talk about first: one dot for each score on the criterion's own scale, none under five
scores, and never a name.
"""

from dataclasses import dataclass
from fractions import Fraction

import pytest

from cidesign.charts import strips
from cidesign.charts.palette import palette
from cidesign.charts.template import scaled
from tests.charts.drawn import faults, words


@dataclass(frozen=True)
class Strip:
    number: int
    candidate: str
    criterion: str
    scores: tuple[Fraction, ...]
    worst: Fraction = Fraction(1)
    best: Fraction = Fraction(5)
    words: str = "members, in words"


def strip(number, *scores, worst=1, best=5, words="members, in words", criterion="Trust"):
    return Strip(
        number,
        "River",
        criterion,
        tuple(Fraction(score) for score in scores),
        Fraction(worst),
        Fraction(best),
        words,
    )


SPLIT = strip(1, 1, 1, 2, 5, 5, 5)
FEW = strip(2, 2, 4, 5, words="3 members, from 2 to 5")
WIDE = strip(3, 0, 3, 4, 5, 10, best=10, worst=0)
PRICE = strip(4, 100, 100, 60, 20, 0, worst=100, best=0)
CROWD = strip(5, *[5] * 60, *[4] * 30, *[1] * 10)


def dots(figure):
    trace = next(trace for trace in figure.data if trace.mode == "markers")
    return list(zip(trace.x, trace.y))


def at(figure, text):
    trace = figure.data[-1]
    return trace.x[[said.strip() for said in trace.text].index(text)]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("shown", [(SPLIT, FEW, WIDE, PRICE, CROWD), (FEW,), (CROWD,), ()])
def test_the_chart_is_whole_in_both_modes(mode, shown):
    assert faults(strips.draw(shown, mode=mode), mode) == []


def test_there_is_one_dot_for_each_score():
    assert len(dots(strips.draw((SPLIT, WIDE), mode="light"))) == 6 + 5
    assert len(dots(strips.draw((CROWD,), mode="light"))) == 100


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
def test_fewer_than_five_scores_are_never_dots_whatever_they_are(count):
    figure = strips.draw((strip(1, *[1, 5, 2, 4][:count], words="so many members"),), mode="light")

    assert dots(figure) == []
    assert "so many members" in [text.strip() for text in words(figure)]


def test_five_scores_are_dots_and_need_no_words():
    figure = strips.draw((strip(1, 1, 2, 3, 4, 5, words="not shown"),), mode="light")

    assert len(dots(figure)) == 5
    assert "not shown" not in [text.strip() for text in words(figure)]


def test_the_table_gives_no_single_score_of_fewer_than_five_either():
    assert strips.table((FEW,))[0]["Scores"] == "3 members, from 2 to 5"
    assert strips.table((SPLIT,))[0]["Scores"] == "1, 1, 2, 5, 5, 5"


def test_the_table_counts_scores_that_are_many():
    assert strips.table((strip(1, *[2] * 9, *[4] * 4),))[0]["Scores"] == "9 × 2, 4 × 4"


def test_a_lone_score_stands_over_its_level():
    figure = strips.draw((strip(1, 1, 2, 3, 4, 5),), mode="light")

    levels = [at(figure, text) for text in ("1 weakest", "2", "3", "4", "5 strongest")]

    assert [x for x, _ in dots(figure)] == pytest.approx(levels)


def test_equal_scores_lie_around_their_level_and_no_two_dots_on_each_other():
    figure = strips.draw((CROWD,), mode="light")
    own = [(x, y) for x, y in dots(figure) if x > (at(figure, "4") + at(figure, "5 strongest")) / 2]

    assert len(own) == 60
    assert sum(x for x, _ in own) / 60 == pytest.approx(at(figure, "5 strongest"))
    for number, (x, y) in enumerate(own):
        assert all(
            abs(x - other) * 350 >= strips.DOT or abs(y - under) >= strips.DOT
            for other, under in own[:number]
        )


def test_lower_is_better_puts_the_best_at_the_right_too():
    figure = strips.draw((PRICE,), mode="light")

    assert at(figure, "100 weakest") < at(figure, "0 strongest")
    assert [x > at(figure, "50") for x, _ in dots(figure)].count(True) == 2  # 20 and 0 dollars


def test_strips_on_one_scale_share_an_axis_and_others_have_their_own():
    one = [text for text in words(strips.draw((SPLIT, CROWD), mode="light")) if "weakest" in text]
    two = [text for text in words(strips.draw((SPLIT, WIDE), mode="light")) if "weakest" in text]

    assert one == ["1 weakest"]
    assert two == ["1 weakest", "0 weakest"]


def test_scores_almost_alike_are_stacked_and_not_drawn_on_each_other():
    figure = strips.draw((strip(1, "3.1", "3.11", "3.12", "3.13", 5),), mode="light")

    assert len(set(dots(figure))) == 5


def test_dots_have_the_members_colour_and_strips_their_number():
    figure = strips.draw((SPLIT,), mode="dark")

    assert (
        next(trace for trace in figure.data if trace.mode == "markers").marker.color
        == palette("dark").members
    )
    assert words(figure)[0] == "<b>1</b> River · Trust"


def test_tags_in_names_are_shown_and_not_obeyed():
    assert (
        "&lt;i&gt;"
        in words(strips.draw((strip(1, 1, 2, 3, 4, 5, criterion="<i>"),), mode="light"))[0]
    )


def test_the_words_beside_the_chart_name_every_cell():
    assert (
        strips.alt((FEW,))
        == "Where our scores lie furthest apart: 2. River · Trust: 3 members, from 2 to 5."
    )
    assert strips.alt(()) == "Nobody's scores lie apart."


def test_on_the_wall_dots_keep_their_places_and_grow():
    drawn = strips.draw((SPLIT, FEW), mode="light")

    larger = scaled(drawn, 1.6)

    assert dots(larger) == dots(drawn)
    assert larger.data[1].marker.size == pytest.approx(1.6 * drawn.data[1].marker.size)
