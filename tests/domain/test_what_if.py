"""What-ifs: each changes what its hand sum says and nothing else, in any order, and a plan of which
nothing is asked is the plan.
"""

from decimal import Decimal
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput
from cidesign.domain.what_if import (
    NOTHING_ASKED,
    WHAT_IFS,
    Amount,
    NumbersOfSources,
    OfSome,
    OneOf,
    Percentage,
    WhatIfs,
    doubts_of,
    fitting,
    subject_of,
    would_be,
)
from cidesign.domain.what_if.subject import told
from cidesign.record.faults import valid

# 550,000 are promised in 2027: 300,000 + 100,000 free, 90,000 and 60,000 (half a year of 120,000) not.
YEARS = OutlookPlan.model_validate(
    {
        "start": "2027-01",
        "funding": [
            {
                "id": "foundation",
                "usd": 300_000,
                "from": "2027-01",
                "to": "2029-12",
                "renewal": {"chance": 0.5, "usd": 200_000, "years": 2},
            },
            {"id": "employers", "usd": 100_000, "from": "2026-01", "to": "2031-12"},
            {
                "id": "data",
                "usd": 90_000,
                "from": "2027-01",
                "to": "2029-12",
                "functions": ["measurement"],
            },
            {
                "id": "city",
                "usd": 120_000,
                "from": "2027-07",
                "to": "2028-06",
                "functions": ["community"],
                "renewal": {"chance": 0.9, "usd": 80_000, "years": 1.5},
            },
        ],
    }
)
PLAN = Plan.model_validate(
    {
        "drivers": {"partners": 30, "meetings": 6},
        "phase": "initiate_action",
        "priorities": {"vision": 1, "measurement": 1, "community": 1},
        "roles": [
            {"id": "director", "salary_usd": 95_000, "benefits_rate": 0.25, "min_fte": 0, "max_fte": 1, "does": {"vision": 1}},
            {"id": "helper", "salary_usd": 50_000, "min_fte": 0, "max_fte": 1, "does": {"community": 1}},
        ],
        "in_kind": [{"id": "loan", "usd": 5_000, "offsets": "role:helper"}],
        "funding": {
            "budget_usd": 550_000,
            "grants": [
                {"id": "data", "usd": 90_000, "functions": ["measurement"]},
                {"id": "city", "usd": 60_000, "functions": ["community"], "months": [7, 12]},
            ],
        },
    }
)  # fmt: skip
IDS = ("foundation", "employers", "data", "city")


def asked(**settings):
    return WhatIfs.model_validate(settings)


def plan_if(plan=PLAN, **settings):
    return would_be(plan, YEARS, asked(**settings))[0]


def years_if(**settings):
    return would_be(PLAN, YEARS, asked(**settings))[1]


def money(plan):
    return plan.funding.budget_usd, {grant.id: grant.usd for grant in plan.funding.grants}


def ends(years):
    return {one.id: one.to for one in years.funding}


def test_of_which_nothing_is_asked_is_the_plan_itself():
    assert would_be(PLAN, YEARS, NOTHING_ASKED) == (PLAN, YEARS)
    assert not NOTHING_ASKED
    assert NOTHING_ASKED.written() == {}


@pytest.mark.parametrize(("share", "director", "helper"), [("0.1", 104_500, 55_000), ("-0.1", 85_500, 45_000)])  # fmt: skip
def test_pay_moves_every_salary_and_nothing_else(share, director, helper):
    found = plan_if(pay=share)

    assert [role.salary_usd for role in found.roles] == [director, helper]
    assert found.model_copy(update={"roles": PLAN.roles}) == PLAN
    assert years_if(pay=share) == YEARS


def test_a_free_source_that_is_lost_takes_its_first_year_from_the_budget_and_leaves_the_years():
    assert money(plan_if(source_lost=["foundation"])) == (250_000, {"data": 90_000, "city": 60_000})
    assert set(ends(years_if(source_lost=["foundation"]))) == {"employers", "data", "city"}


def test_a_restricted_source_that_is_lost_is_no_grant_of_the_plan_either():
    assert money(plan_if(source_lost=["data", "city"])) == (400_000, {})


def test_promised_money_the_budget_did_not_plan_to_spend_is_lost_first():
    careful = PLAN.model_copy(
        update={"funding": PLAN.funding.model_copy(update={"budget_usd": Decimal(400_000)})}
    )

    # 150,000 of 550,000 are not planned: of 300,000 lost the budget feels 150,000, and 250,000 are
    # what is still promised.
    assert money(plan_if(careful, source_lost=["foundation"]))[0] == 250_000
    assert money(plan_if(careful, source_lost=["employers"]))[0] == 400_000


def test_a_grant_that_ends_within_the_first_year_is_worth_its_months():
    # Six months of 120,000 are 60,000; three are 30,000.
    assert money(plan_if(grant_length={"city": -9})) == (520_000, {"data": 90_000, "city": 30_000})
    assert ends(years_if(grant_length={"city": -9}))["city"] == "2027-09"


def test_a_grant_that_ends_later_changes_the_years_and_not_the_first_plan():
    assert plan_if(grant_length={"foundation": 24, "data": -12}) == PLAN
    assert ends(years_if(grant_length={"foundation": 24, "data": -12})) == {
        "foundation": "2031-12",
        "employers": "2031-12",
        "data": "2028-12",
        "city": "2028-06",
    }


def test_a_grant_of_which_nothing_is_left_is_lost():
    assert plan_if(grant_length={"city": -12}) == plan_if(source_lost=["city"])
    assert years_if(grant_length={"city": -12}) == years_if(source_lost=["city"])


def test_an_unrestricted_grant_is_as_much_money_for_anything():
    assert money(plan_if(unrestricted=["data"])) == (550_000, {"city": 60_000})
    assert [one.functions for one in years_if(unrestricted=["data"]).funding[2:]] == [
        (),
        ("community",),
    ]


def test_more_hours_for_each_partner_ask_for_as_much_as_more_partners():
    assert plan_if(hours_per_partner="-0.2").drivers == {"partners": 24, "meetings": 6}


def test_all_work_takes_a_tenth_more_hours_where_there_is_a_tenth_more_of_everything():
    assert plan_if(needs="0.1").drivers == {"partners": 33, "meetings": Decimal("6.6")}
    hours = PLAN.model_copy(update={"drivers": None, "phase": None, "need": {"vision": Decimal(9)}})
    assert plan_if(hours, needs="-0.5").need == {"vision": Decimal("4.5")}


def test_a_renewal_follows_on_the_last_month_for_the_same_things():
    years = years_if(renewed=["foundation", "city"])

    # Two years of 200,000 from January 2030; a year and a half of 80,000 from July 2028, restricted.
    assert [(one.id, one.usd, one.from_, one.to, one.functions) for one in years.funding] == [
        ("foundation", 300_000, "2027-01", "2029-12", ()),
        ("foundation_renewed", 200_000, "2030-01", "2031-12", ()),
        ("employers", 100_000, "2026-01", "2031-12", ()),
        ("data", 90_000, "2027-01", "2029-12", ("measurement",)),
        ("city", 120_000, "2027-07", "2028-06", ("community",)),
        ("city_renewed", 80_000, "2028-07", "2029-12", ("community",)),
    ]
    assert plan_if(renewed=["foundation", "city"]) == PLAN


def test_a_renewal_of_what_ends_within_the_first_year_pays_in_it():
    # City ends in September: three months of 120,000 are 30,000. Then three of 80,000 are 20,000.
    found = plan_if(renewed=["city"], grant_length={"city": -9})

    assert money(found) == (540_000, {"data": 90_000, "city": 30_000, "city_renewed": 20_000})


def test_a_grant_that_is_free_is_renewed_free():
    years = years_if(renewed=["city"], unrestricted=["city"])

    assert [one.functions for one in years.funding if one.id.startswith("city")] == [(), ()]


def test_a_match_that_fails_stops_its_money_and_its_renewal_and_leaves_what_was_paid():
    asking = {"match_fails": {"foundation": 2, "city": 2}, "renewed": ["foundation", "city"]}

    assert ends(years_if(**asking)) == {
        "foundation": "2027-12",
        "employers": "2031-12",
        "data": "2029-12",
        "city": "2027-12",
    }
    assert plan_if(**asking) == PLAN


def test_a_match_that_fails_later_cuts_the_renewal_only():
    assert ends(years_if(match_fails={"foundation": 5}, renewed=["foundation"]))[
        "foundation_renewed"
    ] == ("2030-12")


def test_more_budget_is_money_nobody_promised_and_less_never_takes_a_grant():
    assert money(plan_if(budget=25_000)) == (575_000, {"data": 90_000, "city": 60_000})
    assert years_if(budget=25_000) == YEARS
    assert money(plan_if(budget=-500_000))[0] == 150_000
    (doubt,) = doubts_of(PLAN, YEARS, asked(budget=-500_000))
    assert doubt[1].why == "below_grants"


def test_a_post_that_stays_empty_is_one_nobody_may_be_hired_for():
    must = PLAN.model_copy(
        update={
            "roles": tuple(
                one.model_copy(update={"min_fte": Decimal(1), "must_have": True})
                for one in PLAN.roles
            )
        }
    )

    director, helper = plan_if(must, without_post=["helper"]).roles

    assert (director.min_fte, director.must_have) == (1, True)
    assert (helper.min_fte, helper.max_fte, helper.must_have) == (0, 0, False)


def test_one_person_more_may_be_hired_for_a_post_and_no_other():
    assert [one.max_fte for one in plan_if(one_more=["helper"]).roles] == [1, 2]
    thirds = PLAN.model_copy(update={"fte_step": Decimal("0.3")})
    # In steps of 0.3 the first that holds a whole person is 1.2.
    assert plan_if(thirds, one_more=["helper"]).roles[1].max_fte == Decimal("2.2")


def test_full_time_only_lets_a_half_post_be_a_whole_one():
    half = PLAN.roles[1].model_copy(update={"max_fte": Decimal("0.5")})
    plan = PLAN.model_copy(update={"roles": (PLAN.roles[0], half)})

    found = plan_if(plan, smallest_post=1)

    assert (found.smallest_post, [one.max_fte for one in found.roles]) == (1, [1, 1])
    assert Plan.model_validate(found.model_dump()) == found


def test_a_least_post_the_steps_never_make_changes_nothing_and_is_told():
    thirds = PLAN.model_copy(update={"fte_step": Decimal("0.3")})

    assert plan_if(thirds, smallest_post=1) == thirds
    (doubt,) = doubts_of(thirds, YEARS, asked(smallest_post=1))
    assert doubt[1].why == "no_whole_post"


def test_a_host_changes_no_figure_of_the_plan_itself_and_one_who_is_gone_is_told():
    assert plan_if(host="elm") == PLAN
    assert fitting(PLAN, YEARS, asked(host="elm"), hosts=["elm"]) == asked(host="elm")
    assert fitting(PLAN, YEARS, asked(host="elm")) == NOTHING_ASKED


def test_without_years_a_grant_of_the_plan_is_who_pays():
    found, years = would_be(PLAN, None, asked(source_lost=["data"], grant_length={"city": -9}))

    assert (money(found), years) == ((460_000, {"city": 60_000}), None)


def test_the_budget_never_falls_below_the_grants_that_stay():
    poor = PLAN.model_copy(
        update={"funding": PLAN.funding.model_copy(update={"budget_usd": Decimal(150_000)})}
    )

    assert money(plan_if(poor, source_lost=["foundation", "employers"])) == (
        150_000,
        {"data": 90_000, "city": 60_000},
    )
    assert money(plan_if(poor, source_lost=IDS)) == (0, {})


SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "pay": st.decimals("-0.5", "1", places=2),
        "hours_per_partner": st.decimals("-0.5", "1", places=2),
        "source_lost": st.lists(st.sampled_from((*IDS, "gone")), unique=True, max_size=2),
        "unrestricted": st.lists(st.sampled_from((*IDS, "gone")), unique=True, max_size=3),
        "grant_length": st.dictionaries(
            st.sampled_from((*IDS, "gone")), st.integers(-120, 120), max_size=3
        ),
        "match_fails": st.dictionaries(
            st.sampled_from((*IDS, "gone")), st.integers(2, 10), max_size=2
        ),
        "renewed": st.lists(st.sampled_from((*IDS, "gone")), unique=True, max_size=3),
        "budget": st.integers(-400_000, 400_000),
        "needs": st.decimals("-0.5", "1", places=2),
        "smallest_post": st.sampled_from([0, Decimal("0.5"), 1]),
        "without_post": st.lists(st.sampled_from(("helper", "gone")), unique=True),
        "one_more": st.lists(st.sampled_from(("helper", "director", "gone")), unique=True),
    },
)
BUDGETS = st.integers(150_000, 900_000)


@given(settings=SETTINGS, budget=BUDGETS, random=st.randoms(use_true_random=False))
def test_in_any_order_they_lead_to_the_same_plan_and_years(settings, budget, random):
    plan = PLAN.model_copy(
        update={"funding": PLAN.funding.model_copy(update={"budget_usd": Decimal(budget)})}
    )
    before, on = subject_of(plan, YEARS), list(asked(**settings).on)
    orders = [on, on[::-1], *(random.sample(on, len(on)) for _ in range(4))]
    found = [
        told(before, reduce(lambda after, one: one[0].change(after, one[1]), order, before))
        for order in orders
    ]

    assert all((one.plan, one.years) == would_be(plan, YEARS, asked(**settings)) for one in found)


@given(settings=SETTINGS, budget=BUDGETS)
def test_what_they_lead_to_is_a_plan_and_years_that_can_be_written_and_read(settings, budget):
    plan = PLAN.model_copy(
        update={"funding": PLAN.funding.model_copy(update={"budget_usd": Decimal(budget)})}
    )

    after, years = would_be(plan, YEARS, asked(**settings))

    assert Plan.model_validate(after.model_dump()) == after
    assert (
        OutlookPlan.model_validate(years.model_dump(by_alias=True, exclude_defaults=True)) == years
    )


@given(settings=SETTINGS)
def test_what_does_not_fit_changes_nothing(settings):
    fits = fitting(PLAN, YEARS, asked(**settings))

    assert would_be(PLAN, YEARS, fits) == would_be(PLAN, YEARS, asked(**settings))


@given(settings=SETTINGS)
def test_what_is_asked_stands_in_a_file_and_is_read_as_the_same(settings):
    assert asked(**asked(**settings).written()) == asked(**settings)


def test_what_does_not_fit_the_workshop_any_more_is_told_and_the_rest_still_asked():
    asking = asked(
        pay="0.1",
        source_lost=["gone"],
        grant_length={"gone": 12, "city": -24},
        unrestricted=["foundation"],
    )

    assert [(one.key, doubt.why, doubt.id) for one, doubt in doubts_of(PLAN, YEARS, asking)] == [
        ("source_lost", "gone", "gone"),
        ("grant_length", "gone", "gone"),
        ("grant_length", "nothing_left", "city"),
        ("unrestricted", "free_already", "foundation"),
    ]
    assert would_be(PLAN, YEARS, asking)[0].roles[0].salary_usd == 104_500
    # All but 12 months of City's are taken: that leaves nothing of it, which is a change.
    assert fitting(PLAN, YEARS, asking) == asked(pay="0.1", grant_length={"city": -24})


def test_a_need_given_in_hours_knows_no_partners_and_a_grant_without_dates_no_length():
    hours = PLAN.model_copy(update={"drivers": None, "phase": None, "need": {"vision": Decimal(9)}})
    asking = asked(hours_per_partner="0.1", grant_length={"city": 12})

    assert [doubt.why for _, doubt in doubts_of(hours, None, asking)] == [
        "undated",
        "not_from_drivers",
    ]
    assert would_be(hours, None, asking) == (hours, None)
    assert fitting(hours, None, asking) == NOTHING_ASKED


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ({"pay": 3}, "what_if: pay: 3 is not from -0.5 to 1; write 0.1 for 10 percent more, -0.1 for 10 percent less"),
        ({"source_lots": []}, 'what_if: source_lots: "source_lots" is not a known key; did you mean source_lost?'),
        ({"grant_length": {"city": 200}}, "what_if: grant_length.city: 200 months are more than ten years; write months such as 24, or -12 for a year less"),
        ({"match_fails": {"city": 1}}, "what_if: match_fails.city: year 1 is not one from 2 to 10; write 2 for the second year; ask for a source that is lost instead of year 1"),
        ({"smallest_post": 2}, "what_if: smallest_post: 2 is not a share from 0 to 1; write 0.25 for 25 percent"),
        ({"budget": 1e9}, "what_if: budget: $1000000000 are more than a budget moves; write dollars such as 25000, or -25000 for less"),
        ({"unrestricted": "data"}, 'what_if: unrestricted: "data" is no list; write [a, b], or one entry per line after a dash'),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_told_with_its_key(written, line):
    with pytest.raises(BadInput) as refused:
        valid(WhatIfs, written, "what_if")

    assert [problem.line() for problem in refused.value.problems] == [line]


def test_every_what_if_has_its_own_key_and_a_shape_that_people_can_set():
    assert len({one.key for one in WHAT_IFS}) == len(WHAT_IFS)
    shapes = (Percentage, Amount, OfSome, NumbersOfSources, OneOf)
    assert [one.key for one in WHAT_IFS if not isinstance(one, shapes)] == []
