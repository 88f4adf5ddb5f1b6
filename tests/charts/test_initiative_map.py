"""The map of the initiative: a box for each place from top to bottom, two arrows between neighbors,
words inside the frame.
"""

from itertools import pairwise

import pytest

from cidesign.charts import initiative_map
from cidesign.charts.palette import palette
from cidesign.domain.initiative_map import InitiativeMap, Place, Tie
from tests.charts.drawn import faults, words

MAP = InitiativeMap(
    places=(
        Place("committee", "Committee", ("Seven members",)),
        Place("backbone", "Backbone", ("Host: <b>Ann</b>",)),
        Place("groups", "Groups"),
    ),
    ties=(Tie("guides", "staff report to the committee"), Tie("supports", "act")),
    middle="backbone",
)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_chart_is_whole_in_both_modes(mode):
    assert faults(initiative_map.draw(MAP, mode=mode), mode) == []


def test_boxes_stand_below_each_other_and_do_not_touch():
    boxes = initiative_map.draw(MAP, mode="light").layout.shapes

    assert len(boxes) == 3
    assert all(above.y1 < below.y0 for above, below in pairwise(boxes))


def test_only_the_backbone_has_the_accent():
    boxes = initiative_map.draw(MAP, mode="dark").layout.shapes

    assert [box.line.color == palette("dark").accent for box in boxes] == [False, True, False]


def test_between_neighbors_one_arrow_points_down_and_one_up():
    _, heads, _ = initiative_map.draw(MAP, mode="light").data

    assert list(heads.marker.symbol) == ["triangle-down", "triangle-up"] * 2
    downs, ups = list(heads.y)[::2], list(heads.y)[1::2]
    assert all(down > up for down, up in zip(downs, ups))


def test_people_cannot_put_tags_on_the_map():
    assert "Host: &lt;b&gt;Ann&lt;/b&gt;" in words(initiative_map.draw(MAP, mode="light"))


def test_a_long_name_is_cut_and_stays_on_the_map():
    long = InitiativeMap(
        (Place("a", "A", ("word " * 60,)), Place("b", "B")), (Tie("many words " * 9, ""),), "b"
    )

    assert faults(initiative_map.draw(long, mode="light"), "light") == []
    assert any(text.endswith("…") for text in words(initiative_map.draw(long, mode="light")))


def test_the_table_and_the_words_say_what_the_map_shows():
    rows = initiative_map.table(MAP)

    assert [row["Part"] for row in rows] == ["Committee", "Backbone", "Groups"]
    assert (rows[0]["To the next part"], rows[0]["From the next part"]) == (
        "guides",
        "staff report to the committee",
    )
    assert (
        initiative_map.alt(MAP) == "Committee: Seven members. Backbone: Host: <b>Ann</b>. Groups."
    )
