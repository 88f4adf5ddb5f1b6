"""Numbers and ids that look right and would still spoil a plan: too large, too fine, or not to be
told apart.
"""

from decimal import Decimal

import pytest
from pydantic import BaseModel, ValidationError

from cidesign.domain.funding import Source
from cidesign.domain.money import Grant, InKind, Overhead
from cidesign.domain.outlook import GrowthRates
from cidesign.domain.panel import Offer
from cidesign.domain.plan import CurvePoint, Line, Plan, Role
from cidesign.domain.problem import Wrong
from cidesign.domain.value import exact, months_between

ROLE = {
    "id": "director",
    "salary_usd": 90000,
    "min_fte": "0.5",
    "max_fte": 1,
    "does": {"vision": 1},
}
PLAN = {
    "need": {"vision": 100},
    "priorities": {"vision": 1},
    "roles": [ROLE],
    "funding": {"budget_usd": 200000},
}
AWARD = {"id": "fund", "usd": 1000, "from": "2027-01", "to": "2027-12"}

# the model, a sound value of it, and one key with a value that is refused and its nearest neighbour
# that is not
BOUNDS = [
    (Role, ROLE, "salary_usd", 10**9 + 1, 10**9),
    (Role, ROLE, "max_fte", "1000.25", 1000),
    (Plan, PLAN, "need", {"vision": "1e-9"}, {"vision": "0.001"}),
    (Plan, PLAN, "need", {"vision": "1000000001"}, {"vision": "1e9"}),
    (Plan, PLAN, "hours_per_fte_month", "0.9", 1),
    (Plan, PLAN, "hours_per_fte_month", 745, 744),
    (Plan, PLAN, "fte_step", "0.0009", "0.001"),
    (Plan, PLAN, "funding", {"budget_usd": "1000000000.01"}, {"budget_usd": "1e9"}),
    (Plan, PLAN, "office", {"base_usd": "9e14"}, {"base_usd": "1e9"}),
    (CurvePoint, {"coverage": 1, "benefit": 100}, "coverage", "1e-30", "0.001"),
    (Line, {"id": "web", "functions": {"vision": 1}}, "fixed_usd", "2e9", "1e9"),
    (Line, {"id": "web", "functions": {"vision": 1}}, "fixed_hours_per_month", "2e9", "1e9"),
    (Overhead, {"kind": "fee"}, "rate", "0.991", "0.99"),
    (Grant, {"id": "fund", "functions": ["vision"]}, "usd", "2e9", "1e9"),
    (InKind, {"id": "desk", "offsets": "office"}, "usd", "2e9", "1e9"),
    (Source, AWARD, "usd", "2e9", "1e9"),
    (GrowthRates, {}, "salaries", "-0.91", "-0.9"),
    (Offer, {}, "benefits_rate", 25, 2),
    (Offer, {}, "pay_scale", 95, 5),
]


@pytest.mark.parametrize(
    ("model", "sound", "key", "refused", "taken"),
    BOUNDS,
    ids=[f"{b[0].__name__}.{b[2]} {b[3]}" for b in BOUNDS],
)
def test_a_number_no_year_can_be_computed_with_is_refused_and_its_neighbour_is_not(
    model: type[BaseModel], sound: dict, key: str, refused: object, taken: object
):
    with pytest.raises(ValidationError):
        model.model_validate({**sound, key: refused})

    model.model_validate({**sound, key: taken})


@pytest.mark.parametrize("text", ["٣", "５５", "1٠"])
def test_a_number_is_written_in_ascii_digits(text: str):
    with pytest.raises(Wrong):
        exact(text)


def test_a_month_is_written_in_ascii_digits_because_months_compare_as_text():
    with pytest.raises(ValidationError):
        Source.model_validate({**AWARD, "to": "２０２７-12"})

    award = Source.model_validate(AWARD)
    assert months_between(award.from_, award.to) == 11


@pytest.mark.parametrize(
    "id",
    [
        "di\u200brector",
        "\ufeffdirector",
        "dir\u202eector",
        "dir\u2028ector",
        "dir\u00adector",
        "dir\x1bector",
    ],
)
def test_an_id_that_only_looks_like_another_is_refused(id: str):
    with pytest.raises(ValidationError):
        Role.model_validate({**ROLE, "id": id})


@pytest.mark.parametrize("id", ["Zürich", "می\u200cخواهم", "क्\u200dष", "二", "a b"])
def test_an_id_may_be_spelled_in_any_language(id: str):
    assert Role.model_validate({**ROLE, "id": id}).id == id


def test_a_full_time_hour_has_a_price_at_every_bound():
    plan = Plan.model_validate(
        {**PLAN, "hours_per_fte_month": 1, "roles": [{**ROLE, "salary_usd": 10**9}]}
    )

    assert plan.roles[0].cost_per_fte_usd / plan.hours_per_fte_month == Decimal(10**9)


@pytest.mark.parametrize("word", ["yes", "on", "true", 1, "n"])
def test_a_word_or_a_number_is_neither_true_nor_false(word: object):
    with pytest.raises(ValidationError):
        Role.model_validate({**ROLE, "must_have": word})
    with pytest.raises(ValidationError):
        Line.model_validate({"id": "web", "functions": {"vision": 1}, "indirect": word})
