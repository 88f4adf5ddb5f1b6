"""Our colours can be read and told apart, by people who see colours differently too."""

from itertools import combinations, pairwise

import pytest

from cidesign.charts.palette import DARK, LIGHT
from cidesign.domain.words import FUNCTIONS
from tests.charts.colour import SIGHT, ciede2000, contrast, lab

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [  # rows 1, 7, 13, 17, 31 and 34 of table 1 in Sharma, Wu & Dalal 2005
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_our_ciede2000_is_the_published_one(one, other, difference):
    assert ciede2000(one, other) == pytest.approx(difference, abs=5e-5)


def test_our_contrast_is_that_of_wcag():
    # Black on white is 21:1; #767676 is the known edge of 4.5:1 on white.
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@BOTH
def test_every_text_can_be_read_on_its_ground(colours):
    pairs = [
        (text, ground)
        for text in (colours.ink, colours.muted, colours.accent, colours.wrong)
        for ground in (colours.page, colours.surface, colours.answer)
    ]
    pairs += [(colours.on_accent, colours.accent), *zip(colours.on_places, colours.places)]
    pairs += [
        (colours.functions[function], ground)
        for function in FUNCTIONS
        for ground in (colours.page, colours.surface)
    ]

    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5} == {}


@BOTH
def test_figures_can_be_read_on_every_colour_of_the_spread_between_the_stops_too(colours):
    between = [
        "#"
        + "".join(
            f"{round(int(low[k : k + 2], 16) * (1 - part) + int(high[k : k + 2], 16) * part):02X}"
            for k in (1, 3, 5)
        )
        for low, high in pairwise(colours.heat)
        for part in (0, 0.25, 0.5, 0.75, 1)
    ]

    assert {
        ground: round(contrast(colours.ink, ground), 2)
        for ground in between
        if contrast(colours.ink, ground) < 4.5
    } == {}


@BOTH
def test_more_spread_and_a_later_place_are_told_by_light_alone_so_that_grey_print_tells_them(
    colours,
):
    for steps in (colours.heat, colours.places):
        lights = [lab(colour)[0] for colour in steps]
        assert lights in (sorted(lights), sorted(lights, reverse=True))
        assert min(abs(one - other) for one, other in pairwise(lights)) >= 4


def test_every_function_can_be_read_on_the_light_answer_card():
    assert [
        function
        for function in FUNCTIONS
        if contrast(LIGHT.functions[function], LIGHT.answer) < 4.5
    ] == []


@BOTH
def test_every_mark_without_words_stands_out_from_the_page(colours):
    marks = (
        colours.edge,
        colours.other,
        colours.accent,
        colours.members,
        *colours.functions.values(),
    )

    assert {
        mark: round(contrast(mark, colours.page), 2)
        for mark in marks
        if contrast(mark, colours.page) < 3
    } == {}


@BOTH
@pytest.mark.parametrize("sight", list(SIGHT))
def test_any_two_functions_can_be_told_apart(colours, sight):
    seen = {function: lab(colours.functions[function], sight) for function in FUNCTIONS}

    nearest = min(ciede2000(seen[one], seen[other]) for one, other in combinations(FUNCTIONS, 2))

    assert nearest >= 11


@BOTH
def test_no_two_functions_share_a_colour_with_the_leader_or_the_others(colours):
    assert {colours.accent, colours.other} & set(colours.functions.values()) == set()
