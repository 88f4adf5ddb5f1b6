"""Whom we hire: squares, posts and dollars are those of the plan."""

from decimal import Decimal

import pytest

from cidesign.charts import hires
from tests.charts.drawn import faults, words
from tests.charts.made import FTE, ROLE_LABELS, allocation, plan


def squares(figure) -> list[int]:
    """Squares of each shape: those that are empty, those that are filled."""
    return [shape.path.count("Z") for shape in figure.layout.shapes]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_chart_is_whole_in_both_modes(mode):
    figure = hires.draw(plan(), allocation(), ROLE_LABELS, mode=mode)

    assert faults(figure, mode) == []


def test_a_square_is_a_quarter_post_and_outlines_make_whole_posts():
    figure = hires.draw(plan(), allocation(), ROLE_LABELS, mode="light")

    # filled: 4 + 6 + 3 + 0 quarters; whole posts: 4 + 8 + 4 + 4 squares, so 7 are empty
    assert squares(figure) == [7, 13]


def test_a_square_is_half_a_post_where_the_plan_hires_in_halves():
    halves = plan(
        fte_step="0.5",
        roles=[
            {
                "id": "director",
                "salary_usd": 1,
                "min_fte": "0.5",
                "max_fte": 2,
                "does": {"vision": 1},
            }
        ],
    )

    figure = hires.draw(halves, allocation(fte={"director": 1.5}), ROLE_LABELS, mode="light")

    assert squares(figure) == [1, 3]


def test_many_small_squares_still_fit_at_350_pixels():
    role = {
        "id": "director",
        "salary_usd": 1,
        "min_fte": "0.1",
        "max_fte": 3,
        "does": {"vision": 1},
    }

    figure = hires.draw(
        plan(fte_step="0.1", roles=[role]),
        allocation(fte={"director": 2.7}),
        ROLE_LABELS,
        mode="light",
    )

    assert squares(figure) == [3, 27]
    rights = [
        float(part.split("V")[0])
        for shape in figure.layout.shapes
        for part in shape.path.split("H")[1::2]
    ]
    assert max(rights) < 350


def test_each_hired_role_shows_posts_and_cost_and_the_others_say_so():
    figure = hires.draw(plan(), allocation(), ROLE_LABELS, mode="light")

    said = words(figure)

    # 100,000 and a quarter more: 125,000; 1.5 x 80,000 x 1.25: 150,000; 0.75 x 60,000 x 1.25:
    # 56,250
    assert [text for text in said if "FTE" in text] == [
        '<b style="color:#1A2129">1 FTE</b> · $125k',
        '<b style="color:#1A2129">1.5 FTE</b> · $150k',
        '<b style="color:#1A2129">0.75 FTE</b> · $56k',
    ]
    assert said[-2:] == ["Policy manager", "not in this budget"]


def test_a_post_whose_work_is_covered_is_not_needed_and_one_whose_work_is_not_lacks_money():
    roles = [
        {**role, "does": {"policy": 1} if role["id"] == "policy_manager" else {"vision": 1}}
        for role in plan().model_dump(mode="json")["roles"]
    ]
    found = allocation(
        fte={**FTE, "facilitator": 0.0},
        coverage={**dict.fromkeys(plan().need, 1.0), "vision": 0.9},
    )
    asked = plan(roles=roles)

    said = words(hires.draw(asked, found, ROLE_LABELS, mode="light"))

    assert said[said.index("Policy manager") + 1] == "not needed"
    assert said[said.index("Facilitator") + 1] == "not in this budget"
    assert hires.alt(asked, found, ROLE_LABELS).endswith(
        "Not in this budget: Facilitator. Not needed: Policy manager."
    )


def test_a_role_the_committee_named_itself_is_shown_without_its_tags_being_obeyed():
    own = plan(
        roles=[
            {
                "id": "<b>lead</b>",
                "salary_usd": 1,
                "min_fte": "0.25",
                "max_fte": 1,
                "does": {"vision": 1},
            }
        ]
    )

    figure = hires.draw(own, allocation(fte={"<b>lead</b>": 1.0}), {}, mode="light")

    assert words(figure)[0] == "&lt;b&gt;lead&lt;/b&gt;"


def test_the_words_beside_the_chart_name_who_is_hired_and_who_is_not():
    said = hires.alt(plan(), allocation(), ROLE_LABELS)

    assert said == (
        "The plan hires Director 1 FTE, Facilitator 1.5 FTE and Community engagement manager 0.75 "
        "FTE. Not in this budget: Policy manager."
    )


def test_the_table_has_every_role_once():
    rows = hires.table(plan(), allocation(), ROLE_LABELS)

    assert [row["Role"] for row in rows] == list(ROLE_LABELS.values())
    assert [Decimal(row["FTE"]) for row in rows] == [Decimal(str(fte)) for fte in FTE.values()]
    assert rows[0]["A year, with benefits"] == "$125,000"
