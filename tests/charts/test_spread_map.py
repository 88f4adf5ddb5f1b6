"""The map of disagreement: levels of a 1-to-5 scale in each cell, one fixed range of colours, what
to talk about framed and numbered.
"""

from dataclasses import dataclass

import pytest

from cidesign.charts import spread_map
from cidesign.charts.palette import palette
from tests.charts.drawn import faults, words


@dataclass(frozen=True)
class Named:
    id: str
    label: str


RIVER, VALLEY = Named("river", "River"), Named("valley", "Valley State")
TRUST, MONEY = Named("trust", "Trust"), Named("money", "Securing money")
SPREADS = {("river", "trust"): 0.25, ("valley", "trust"): 0.5, ("river", "money"): 0.0}


def many(count, letter):
    return tuple(Named(f"{letter}{place}", f"{letter.upper()}{place}") for place in range(count))


def whole(candidates, criteria):
    return {(one.id, other.id): 0.3 for one in candidates for other in criteria}


def heat(figure):
    return next(trace for trace in figure.data if trace.type == "heatmap")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    ("across", "down"), [(1, 1), (4, 8), (5, 8), (6, 12), (100, 30), (0, 3), (3, 0)]
)
def test_the_chart_is_whole_in_both_modes(mode, across, down):
    candidates, criteria = many(across, "c"), many(down, "k")

    figure = spread_map.draw(
        candidates,
        criteria,
        whole(candidates, criteria),
        list(whole(candidates, criteria))[:5],
        mode=mode,
    )

    assert faults(figure, mode) == []


def test_a_cell_says_its_spread_in_levels_of_a_scale_from_one_to_five():
    said = words(spread_map.draw((RIVER, VALLEY), (TRUST, MONEY), SPREADS, (), mode="light"))

    # 0.25 and 0.5 of a scale of four steps are 1 and 2 levels; nobody scored Valley's money.
    assert said == ["River", "Valley State", "Trust", "1.0", "2.0", "Securing money", "0.0", "–"]


def test_colours_run_over_one_fixed_range_whatever_the_spreads_are():
    calm = heat(spread_map.draw((RIVER,), (MONEY,), {("river", "money"): 0.01}, (), mode="light"))

    assert (calm.zmin, calm.zmax) == (0, 2)
    assert tuple(colour for _, colour in calm.colorscale) == palette("light").heat
    assert [stop for stop, _ in calm.colorscale] == [0, 0.35, 0.7, 1]


def test_a_cell_without_two_scores_has_no_colour():
    figure = spread_map.draw((RIVER, VALLEY), (TRUST, MONEY), SPREADS, (), mode="light")

    assert [list(row) for row in heat(figure).z] == [[1.0, 2.0], [0.0, None]]


def test_what_to_talk_about_is_framed_in_ink_and_numbered_in_its_order():
    agenda = (("valley", "trust"), ("river", "trust"))

    figure = spread_map.draw((RIVER, VALLEY), (TRUST, MONEY), SPREADS, agenda, mode="dark")

    assert words(figure)[2:5] == ["Trust", "2", "1"]
    assert [shape.line.color for shape in figure.layout.shapes] == [palette("dark").ink] * 2


def test_a_frame_lies_around_its_cell():
    figure = spread_map.draw(
        (RIVER, VALLEY), (TRUST, MONEY), SPREADS, (("valley", "trust"),), mode="light"
    )
    cells, (frame,) = heat(figure), figure.layout.shapes

    assert (frame.x0, frame.x1) == pytest.approx((cells.x[1], cells.x[2]))
    assert (frame.y0, frame.y1) == pytest.approx((cells.y[0], cells.y[1]))


def test_with_five_candidates_criteria_are_named_above_their_cells():
    candidates = many(5, "c")

    figure = spread_map.draw(
        candidates, (TRUST, MONEY), whole(candidates, (TRUST, MONEY)), (), mode="light"
    )

    assert heat(figure).x[0] == 0
    assert [list(row) for row in heat(figure).z][0::2] == [
        [None] * 5
    ] * 2  # the lines with the names


def test_words_of_a_name_are_never_torn_in_two():
    names = (
        "Quadrant University, Center for Learning",
        "Harborlight Foundation",
        "Internationalization Board",
        "A",
        "B",
        "C",
    )
    candidates = tuple(Named(f"c{place}", name) for place, name in enumerate(names))

    heads = words(spread_map.draw(candidates, (TRUST,), {}, (), mode="light"))[:7]

    assert heads == [
        "Quadrant",
        "University",
        "Center…",
        "Harborlight",
        "Foundation",
        "Internati…",
        "Board",
    ]


def test_at_most_six_candidates_and_twelve_criteria_are_drawn_and_the_table_has_all():
    candidates, criteria = many(9, "c"), many(20, "k")
    spreads = whole(candidates, criteria)

    said, rows = (
        words(spread_map.draw(candidates, criteria, spreads, (), mode="light")),
        spread_map.table(candidates, criteria, spreads),
    )

    assert [text for text in said if text.startswith("C")] == [f"C{place}" for place in range(6)]
    assert [text for text in said if text.startswith("K")] == [f"K{place}" for place in range(12)]
    assert (len(rows), len(rows[0])) == (9, 21)


def test_the_table_gives_numbered_cells_their_spread():
    assert spread_map.table((VALLEY,), (TRUST, MONEY), SPREADS) == [
        {"Candidate": "Valley State", "Trust": "2.0", "Securing money": "–"}
    ]


def test_the_words_beside_the_chart_name_the_cells():
    said = spread_map.alt((RIVER, VALLEY), (TRUST, MONEY), (("valley", "trust"),))

    assert said == (
        "How far scores lie apart, by criterion and candidate; furthest for Valley State on Trust."
    )
