"""What a funder would commit by year adds up to what the years cost, with all that pays for it."""

from cidesign.catalog import load
from cidesign.views.outlook.view import outlook_view
from cidesign.views.scenarios import costs
from tests.views.outlook.test_view import YEARS, bundle


def told(**years):
    view = outlook_view(bundle(years={**YEARS, **years}), load())
    return costs.commitment(view)[-1], costs.commitment_note(view)


def test_cost_less_money_in_less_the_opening_reserve_is_what_to_commit():
    # 120,000 and 126,000 are 246,000; 200,000 come and 30,000 are there: 16,000
    together, note = told()

    assert together == {
        "Year": "Together",
        "Cost": "$246k",
        "Money in": "$200k",
        "To commit": "$16k",
    }
    assert "The opening reserve of $30k is counted." in note


def test_a_reserve_of_nothing_is_not_told():
    assert "opening reserve" not in told(opening_reserve_usd=0)[1]
