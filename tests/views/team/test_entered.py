"""What is entered of a plan in a row of words: every part that was said stands there, and what was
not said does not.
"""

from decimal import Decimal

import pytest

from cidesign.catalog import load
from cidesign.domain.money import InKind
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.words import Function
from cidesign.record import changed, read_files
from cidesign.views.team import counts, entered, needed

CATALOG = load()
LABELS = CATALOG.labels
PLAIN = {"id": "director", "salary_usd": 90_000, "min_fte": 1, "max_fte": 1, "does": {"vision": 1}}
PLAN = {
    "drivers": {"partners": 30, "working_groups": 4},
    "phase": "initiate_action",
    "roles": [PLAIN],
    "funding": {"budget_usd": 400_000},
}


def record(years=None):
    bundle = changed(read_files({"workshop.yaml": b"name: Ours\n"}), "plan.yaml", {(): PLAN})
    return changed(bundle, "outlook.yaml", {(): years}) if years else bundle


def test_a_plain_post_is_told_by_pay_size_and_work():
    role = Role.model_validate({**PLAIN, "benefits_rate": Decimal("0.25")})

    assert entered.post(role, LABELS, "") == (
        "$90,000 full time, 25% benefits · 1 FTE · vision and strategy 1"
    )


def test_a_post_with_everything_said_is_told_with_everything():
    role = Role.model_validate(
        {
            **PLAIN,
            "id": "helper",
            "min_fte": Decimal("0.5"),
            "max_fte": 2,
            "must_have": True,
            "in_post": Decimal("0.5"),
            "start_month": 4,
            "needs": ["director", "Clerk"],
        }
    )

    assert entered.post(role, LABELS, "2027-01") == (
        "$90,000 full time, 0% benefits · 0.5 to 2 FTE · a must · 0.5 FTE in post · "
        "from April 2027, 9 months of the first year · only with director and clerk · vision and strategy 1"
    )
    assert "from month 4" in entered.post(role, LABELS, "")


def test_a_purchase_is_told_by_what_it_holds_and_whether_it_is_a_must():
    line = {"id": "Cloud", "functions": {"measurement": 1}, "fixed_usd": 10_000}

    assert entered.purchase(Line.model_validate(line), LABELS) == (
        "up to $10,000 a year · bought where it pays · serves shared measurement"
    )
    always = Line.model_validate({**line, "min_usd": 10_000, "indirect": False})
    assert entered.purchase(always, LABELS) == (
        "up to $10,000 a year · always bought, at least $10,000 · serves shared measurement · "
        "bears no indirect cost"
    )


@pytest.mark.parametrize(
    ("offsets", "says"),
    [("office", "the office"), ("role:director", "director"), ("line:Cloud", "cloud")],
)
def test_a_gift_is_told_by_what_it_takes_cost_off(offsets, says):
    gift = InKind(id="Rooms", usd=Decimal(4_000), offsets=offsets)

    assert entered.gift(gift, LABELS) == f"$4,000 a year, off {says}"


def test_an_own_post_begins_at_the_smallest_size_up_to_full_time():
    plan = Plan.model_validate({**PLAN, "smallest_post": Decimal("0.5")})

    told = entered.own_post(plan, CATALOG, "lead  engineer", Decimal(80_000), Function.POLICY)

    assert (told["id"], told["min_fte"], told["max_fte"]) == ("Lead engineer", Decimal("0.5"), 1)
    assert told["does"] == {"policy": 1}


def test_every_factor_of_a_need_is_told_with_its_bounds_and_where_it_is_from():
    rows = needed.step_rows(record(), CATALOG, Function.VISION)

    # 30 x 1.5 + 4 x 7 = 73 hours; the first phase of action asks for all of vision's.
    assert [row["A month"] for row in rows] == ["45 h", "28 h", "12 months of the year", "73 h"]
    assert rows[0]["Factor"] == "30 × 1.5 h each"
    assert rows[0]["Where from"].startswith("assumed, 0.75 to 2.25 hours a month each (")


def test_a_phase_that_begins_within_the_year_asks_from_its_month_on():
    # Measurement is asked for at level 2 of 3 for nine months, then at 3 of 3.
    phases = [
        {"phase": "initiate_action", "from": "2027-01"},
        {"phase": "organize_for_impact", "from": "2027-10"},
    ]
    bundle = record({"start": "2027-01", "years": 2, "phases": phases})

    steps = needed.steps_of(bundle, CATALOG, Function.MEASUREMENT)

    # (9 x 2/3 + 3 x 1) / 12 = 3/4 of 30 x 2.2 + 4 x 4 = 82 hours.
    assert float(steps.hours) == pytest.approx(61.5)
    assert needed.phases_named(bundle, CATALOG) == (
        "Initiate action, 9 months and Organize for impact, 3 months"
    )


def test_hours_set_by_hand_begin_with_todays_to_whole_hours():
    plan = Plan.model_validate({**PLAN, "drivers": None, "need": {"vision": Decimal("72.6")}})

    assert needed.by_hand(plan)["vision"] == 73
    assert needed.by_hand(plan)["policy"] == 0


@pytest.mark.parametrize(
    ("points", "says"),
    [
        (1.93, "Ten more hours a month: +1.9 points of the plan score."),
        (0.04, "Ten more hours a month: under +0.1 points of the plan score."),
        (0.0, "Ten more hours a month add nothing: all is there."),
    ],
)
def test_what_ten_more_hours_add_is_told_to_a_tenth_of_a_point(points, says):
    assert counts.adds({Function.VISION: points}, Function.VISION) == says
    assert counts.adds({Function.VISION: points}, Function.POLICY) == ""


def test_how_often_an_hour_counts_is_told_in_times():
    assert [counts.times(Decimal(one)) for one in ("0", "1", "1.5")] == [
        "0 times",
        "1 time",
        "1.5 times",
    ]
