"""The levels of a whole sheet typed in one go, as somebody copies them from paper."""

from decimal import Decimal

import pytest

from cidesign.domain.problem import BadInput
from cidesign.domain.rules import Criterion
from cidesign.views.score.typed import levels_typed


def criteria(*scales):
    return [
        Criterion.model_validate(
            {"id": f"c{n}", "label": f"Number {n}", "weight": 1, "scale": scale}
        )
        for n, scale in enumerate(scales, start=1)
    ]


FIVE = {"worst": 1, "best": 5, "step": 1}
HALF = {"worst": 0, "best": 35, "step": 0.5}
DOWN = {"worst": 900, "best": 100}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4 2 5", [4, 2, 5]),
        ("425", [4, 2, 5]),
        (" 4,2,5 ", [4, 2, 5]),
        ("4; 2;5", [4, 2, 5]),
        ("4\t2\t5", [4, 2, 5]),
        ("4 - 5", [4, None, 5]),
        ("4-5", [4, None, 5]),
        ("", []),
        ("  ", []),
    ],
)
def test_levels_are_read_in_order_however_they_are_set_apart(text, found):
    assert list(levels_typed(text, criteria(FIVE, FIVE, FIVE))) == found


def test_figures_of_several_digits_are_never_torn_apart():
    asked = criteria(HALF, FIVE, DOWN)

    assert levels_typed("17.5 3 420", asked) == (Decimal("17.5"), 3, 420)
    with pytest.raises(BadInput):
        levels_typed("175", asked)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("4 2", ["All in one go: 2 levels stand there, and there are 3"]),
        ("4 2 5 1", ["All in one go: 4 levels stand there, and there are 3"]),
        ("4 6 0", ['Number 2: "6" is no level of it', 'Number 3: "0" is no level of it']),
        ("4 two 5", ['Number 2: "two" is no level of it']),
        ("4 2.5 5", ['Number 2: "2.5" is no level of it']),
        ("NaN 1 1", ['Number 1: "NaN" is no level of it']),
    ],
)
def test_what_is_no_level_is_told_by_its_criterion_and_nothing_is_guessed(text, told):
    with pytest.raises(BadInput) as found:
        levels_typed(text, criteria(FIVE, FIVE, FIVE))

    assert [one.line()[: len(said)] for one, said in zip(found.value.problems, told)] == told
    assert len(found.value.problems) == len(told)
