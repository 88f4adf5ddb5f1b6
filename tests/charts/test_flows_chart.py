"""Where each dollar goes: bars are as high as their dollars, every bar of a thousand dollars carries
its name, and ribbons join what they should.
"""

from decimal import Decimal

import pytest

from cidesign.charts import flows
from cidesign.charts.flows import HEIGHT, PALE, Words
from cidesign.charts.palette import palette
from cidesign.domain.flows import TO_RAISE, Flow, WhoPays
from cidesign.domain.spent import Item, Use
from tests.charts.colour import contrast
from tests.charts.drawn import bars, faults, words
from tests.charts.made import FUNCTION_LABELS

STATE, FREE = WhoPays("grant", "state"), WhoPays("free", "us")
DIRECTOR, PAPERS, ROOM = Item("role", "director"), Item("line", "papers"), Item("line", "room")
OFFICE = Item("office")
NAMES = Words(
    {STATE: "State", FREE: "Us", TO_RAISE: "Still to raise"},
    {DIRECTOR: "Director", PAPERS: "Papers", ROOM: "Room", OFFICE: "Office"},
    {**FUNCTION_LABELS, Use.LEADING: "Leading people", Use.OFFICE: "Office"},
)
# 100,000 in all: the state's 40,000, our 50,000, and 10,000 nobody promised.
LISTED = tuple(
    Flow(who, item, use, Decimal(usd))
    for who, item, use, usd in (
        (STATE, DIRECTOR, "vision", 30_000),
        (STATE, PAPERS, "vision", 10_000),
        (FREE, DIRECTOR, "leading", 20_000),
        (FREE, OFFICE, "office", 30_000),
        (TO_RAISE, ROOM, "community", 9_600),
        (TO_RAISE, OFFICE, "office", 400),
    )
)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_picture_is_whole_in_both_modes(mode):
    assert faults(flows.draw(LISTED, NAMES, mode=mode), mode) == []


def test_bars_are_as_high_as_their_dollars():
    (drawn,) = bars(flows.draw(LISTED, NAMES, mode="light"))

    told = [round(height / HEIGHT * 100_000) for height in drawn.width]
    # who pays; director, purchases; vision, community, leading, office
    assert told == [40_000, 50_000, 10_000, 50_000, 19_600, 40_000, 9_600, 20_000, 30_400]


def test_who_pays_for_some_things_only_is_hatched():
    (drawn,) = bars(flows.draw(LISTED, NAMES, mode="light"))

    assert [place for place, shape in enumerate(drawn.marker.pattern.shape) if shape] == [0]


def test_several_purchases_are_one_bar_and_one_keeps_its_name():
    several = " ".join(words(flows.draw(LISTED, NAMES, mode="light")))
    one = " ".join(words(flows.draw(LISTED[:4], NAMES, mode="light")))

    assert "<b>$20k</b> Purchases" in several
    assert "<b>$10k</b> Papers" in one


def test_each_two_bars_that_share_dollars_are_joined_once():
    figure = flows.draw(LISTED, NAMES, mode="light")

    # state to director and purchases, us to director and office, to raise to purchases and office;
    # director to vision and leading, purchases to vision and community, office to itself
    assert len(figure.layout.shapes) == 6 + 5


def test_a_bar_too_small_to_tell_has_no_name():
    tiny = (*LISTED, Flow(FREE, ROOM, "policy", Decimal(300)))

    assert "policy" not in " ".join(words(flows.draw(tiny, NAMES, mode="light"))).lower()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_words_can_be_read_on_every_ribbon(mode):
    colours = palette(mode)
    on_page = [
        _over(colour, colours.page)
        for colour in (*colours.functions.values(), colours.other, colours.muted)
    ]
    twice = [_over(colours.muted, ground) for ground in on_page]

    assert [one for one in (*on_page, *twice) if contrast(colours.ink, one) < 4.5] == []


def _over(colour: str, ground: str) -> str:
    parts = [
        round(int(colour[at : at + 2], 16) * PALE + int(ground[at : at + 2], 16) * (1 - PALE))
        for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02X}" for part in parts)


def test_the_picture_is_told_in_words():
    assert flows.alt(LISTED, NAMES) == (
        "Who pays: State $40k, Us $50k, Still to raise $10k. What for: Vision and strategy $40k, "
        "Community engagement $10k, Leading people $20k, Office $30k."
    )
