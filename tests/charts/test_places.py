"""Places under other weightings: a bar for each candidate split by place, the main part in words,
small parts without a number.
"""

from dataclasses import dataclass

import pytest

from cidesign.charts import places
from cidesign.charts.palette import palette
from cidesign.charts.template import scaled
from tests.charts.drawn import bars, faults, words


@dataclass(frozen=True)
class Candidate:
    label: str
    shares: tuple[float, ...]
    leads: bool = False


RIVER = Candidate("River", (0.93, 0.07, 0.0, 0.0), True)
VALLEY = Candidate("Valley", (0.07, 0.86, 0.06, 0.01))
NORTH = Candidate("North", (0.0, 0.07, 0.84, 0.09))
MERCER = Candidate("Mercer", (0.0, 0.0, 0.1, 0.9))
FOUR = (RIVER, VALLEY, NORTH, MERCER)
HUNDRED = tuple(
    Candidate(f"C{place}", tuple(0.01 for _ in range(100)), place == 0) for place in range(100)
)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    "shown", [FOUR, HUNDRED, (RIVER,), (Candidate("Alone", (1.0,), True),), ()]
)
def test_the_chart_is_whole_in_both_modes(mode, shown):
    assert faults(places.draw(shown, mode=mode), mode) == []


def test_pieces_follow_each_other_and_fill_the_bar():
    (bar,) = bars(places.draw((VALLEY,), mode="light"))

    assert list(bar.base) == pytest.approx([0, 0.07, 0.93, 0.99])
    assert [begin + length for begin, length in zip(bar.base, bar.x)] == pytest.approx(
        [0.07, 0.93, 0.99, 1]
    )


def test_a_place_has_its_colour_dark_for_first_to_pale_for_fourth():
    (bar,) = bars(places.draw((VALLEY,), mode="dark"))

    assert tuple(bar.marker.color) == palette("dark").places


def test_a_place_nobody_took_has_no_piece():
    (bar,) = bars(places.draw((RIVER,), mode="light"))

    assert list(bar.marker.color) == list(palette("light").places[:2])


def test_the_main_part_is_said_in_words_and_others_from_six_percent_up_with_a_number():
    said = [text.strip() for text in words(places.draw((RIVER, VALLEY), mode="light"))]

    assert said == ["River", "1st in 93%", "7%", "Valley", "2nd in 86%", "7%", "6%"]


def test_of_two_places_taken_equally_often_the_better_one_is_named():
    level = Candidate("Level", (0.4998, 0.5002))

    assert "1st in 50%" in [text.strip() for text in words(places.draw((level,), mode="light"))]
    assert "Level 1st in 50%" in places.alt((level,))


def test_words_on_a_bar_have_the_colour_that_can_be_read_on_it():
    figure = places.draw((VALLEY,), mode="light")

    on = dict(zip([text.strip() for text in figure.data[-1].text], figure.data[-1].textfont.color))

    assert (on["2nd in 86%"], on["6%"]) == (
        palette("light").on_places[1],
        palette("light").on_places[2],
    )


def test_from_the_fifth_place_on_one_pale_piece_says_so():
    many = Candidate("Many", (0.0, 0.0, 0.0, 0.2, 0.3, 0.3, 0.2))

    figure = places.draw((many,), mode="light")

    # 0.3 + 0.3 + 0.2
    assert list(bars(figure)[0].x) == pytest.approx([0.2, 0.8])
    assert set(bars(figure)[0].marker.color) == {palette("light").places[3]}
    assert "5th or later in 80%" in [text.strip() for text in words(figure)]


def test_where_words_do_not_fit_into_the_main_part_they_stand_beside_the_name():
    split = Candidate("Split", (0.22, 0.2, 0.2, 0.19, 0.19))

    said = words(places.draw((split,), mode="light"))

    assert said == ["Split", "most often 1st in 22%", "22%", "20%", "20%", "19%", "19%"]


def test_at_most_eight_are_drawn_and_the_table_has_all():
    names = [text for text in words(places.draw(HUNDRED, mode="light")) if text.startswith("C")]
    rows = places.table(HUNDRED)

    assert names == [f"C{place}" for place in range(8)]
    assert len(rows) == 100
    assert rows[99] == {
        "Candidate": "C99",
        "1st": "1%",
        "2nd": "1%",
        "3rd": "1%",
        "4th": "1%",
        "5th or later": "96%",
    }


def test_the_table_has_as_many_places_as_there_are_candidates():
    assert places.table((RIVER,))[0] == {
        "Candidate": "River",
        "1st": "93%",
        "2nd": "7%",
        "3rd": "0%",
        "4th": "0%",
    }
    assert list(places.table((Candidate("Five", (0.2,) * 5),))[0])[-1] == "5th"


def test_shares_that_would_round_to_all_or_nothing_say_so():
    nearly = Candidate("Nearly", (0.999, 0.001))

    assert places.table((nearly,))[0] == {
        "Candidate": "Nearly",
        "1st": "over 99%",
        "2nd": "under 1%",
    }


def test_the_words_beside_the_chart_name_each_main_place():
    assert (
        places.alt(FOUR[:2])
        == "Places taken under other weightings: River 1st in 93%; Valley 2nd in 86%."
    )
    assert places.alt(()) == "There are no places to show."


def test_on_the_wall_long_names_have_more_room():
    long = Candidate("The Community Foundation of the Three Rivers and the Hills", (1.0,), True)

    assert words(places.draw((long,), mode="light"))[0].endswith("…")
    assert words(scaled(places.draw((long,), mode="light", width=1000), 1.6))[0] == long.label
