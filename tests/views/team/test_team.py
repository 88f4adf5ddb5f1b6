"""The page Team says what a budget buys, where it lies, what holds it back, and the way out where
there is none.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from cidesign.acts.set_phase import SetPhase
from cidesign.catalog import load
from cidesign.domain.allocation import Allocation, Repair, RuleOn
from cidesign.domain.panel import Candidate, Offer
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle, Decision, Decisions, Workshop
from cidesign.record import changed
from cidesign.views.overview.beginning import begun
from cidesign.views.team import pay, reasons, words
from cidesign.views.team import terms as team_terms
from cidesign.views.team import view as team
from cidesign.views.team.words import Mend

NEED = {"vision": 100, "measurement": 100, "policy": 50}
PLAN = {
    "price_year": 2025,
    "need": NEED,
    "priorities": {"vision": 1, "measurement": 1, "policy": 1},
    "roles": [
        {
            "id": "director",
            "salary_usd": 100_000,
            "min_fte": "0.5",
            "max_fte": 1,
            "must_have": True,
            "does": {"vision": 1, "policy": 1},
        },
        {
            "id": "data_manager",
            "salary_usd": 80_000,
            "min_fte": "0.25",
            "max_fte": 1,
            "does": {"measurement": 1},
        },
    ],
    "lines": [
        {
            "id": "evaluation",
            "functions": {"measurement": 1},
            "pieces": [{"usd": 10_000, "hours_per_month_per_1000_usd": 1}],
        }
    ],
    "funding": {"budget_usd": 550_000},
}
FOUND = Allocation(
    "optimal",
    83.2,
    need={"vision": 100.0, "measurement": 100.0, "policy": 50.0},
    coverage={"vision": 0.8, "measurement": 0.8, "policy": 0.3},
    fte={"director": 1.0, "data_manager": 0.75},
    lines={"evaluation": 10_000.0},
    unassigned_hours={"director": 12.0, "data_manager": 0.0},
    direct_cost_usd=170_000.0,
    cost_usd=170_000.0,
    unrestricted_usd=170_000.0,
    free_usd=550_000.0,
)
GRANT = {"id": "data_fund", "usd": 90_000, "functions": ["measurement"]}


@pytest.fixture(scope="module")
def catalog():
    return load()


def bundle(plan=PLAN, candidates=(), decisions=()) -> Bundle:
    return Bundle(
        files={},
        workshop=Workshop(name="Ours"),
        plan=None if plan is None else Plan.model_validate(plan),
        candidates=tuple(candidates),
        decisions=Decisions(decisions=tuple(decisions)),
    )


def with_budget(usd, **more):
    return {**PLAN, "funding": {"budget_usd": usd, **more}}


def seen(catalog, plan=PLAN, found=FOUND):
    return team.view(bundle(plan), catalog, solve=lambda _: found)


def test_without_a_plan_there_is_no_view(catalog):
    assert team.view(bundle(None), catalog) is None


def test_the_answer_names_budget_posts_and_the_share_of_all_hours(catalog):
    view = seen(catalog)

    assert (
        view.answer == "$170k of $550k pays for 1.75 FTE and covers 70% of what we need."
    )  # 80 + 80 + 15 of 250 hours


def test_the_weakest_function_is_named_inside_a_sentence_and_stressed(catalog):
    view = seen(catalog)

    assert view.and_line.startswith("Weakest: advancing policy at 30%.")
    assert view.bold == ("advancing policy",)


@pytest.mark.parametrize(
    ("usd", "says"),
    [
        (500_000, "Below the usual range for first years."),
        (550_000, "Just below the usual range for first years."),
        (600_000, "Inside the usual range for first years."),
        (900_000, "Above the usual range for first years."),
    ],
)
def test_the_budget_is_placed_in_the_range_of_first_years(catalog, usd, says):
    # 400,000 to 600,000 dollars of 2017 are 556,000 to 834,000 of 2025
    assert says in seen(catalog, with_budget(usd)).and_line


def test_usual_ranges_stand_in_the_plans_price_year(catalog):
    today, memo = seen(catalog), seen(catalog, {**PLAN, "price_year": 2017})

    assert [(round(usual.low_usd), round(usual.high_usd)) for usual in today.ranges] == [
        (556_000, 834_000),
        (695_000, 1_042_500),
    ]
    assert [(usual.low_usd, usual.high_usd) for usual in memo.ranges] == [
        (400_000, 600_000),
        (500_000, 750_000),
    ]
    assert "computed" in today.ranges_note
    assert "raised" not in memo.ranges_note


STAYS = (
    "stays free, because our rules let it buy nothing that helps: keep it as reserve, or loosen one"
)


@pytest.mark.parametrize(
    ("plan", "found", "says"),
    [
        # 550 - 170 = 380, all of it free money.
        (PLAN, {}, f"Of the rest, $380k {STAYS}."),
        (
            PLAN,
            {"coverage": dict.fromkeys(NEED, 1.0)},
            "Of the rest, $380k is not needed this year: keep it as reserve, or for a post when the "
            "work grows.",
        ),
        # 3% of 170,000 is 5,100; 374,900 stay.
        (
            {**PLAN, "reserve_rate": "0.03"},
            {"unrestricted_usd": 175_100.0},
            f"Of the rest, $5k is put aside as reserve and $375k {STAYS}.",
        ),
        # A grant of 90,000 of which 40,000 are used leaves 50,000; free is 460,000 less 130,000.
        (
            {**PLAN, "funding": {"budget_usd": 550_000, "grants": [GRANT]}},
            {"free_usd": 460_000.0, "unrestricted_usd": 130_000.0},
            f"Of the rest, $50k of the grants has nothing it may pay and $330k {STAYS}.",
        ),
        (
            with_budget(170_400),
            {"free_usd": 170_400.0},
            "That is the whole budget.",
        ),
        # The next quarter post takes 20,000 dollars a year.
        (
            with_budget(185_000),
            {"free_usd": 185_000.0},
            "Of the rest, $15k stays free, because no further post or purchase fits: keep it as "
            "reserve, or hire later in the year.",
        ),
        (
            PLAN,
            {"fte": {"director": 1.0, "data_manager": 1.0}},
            "Of the rest, $380k stays free, because every post and purchase that could help is at "
            "its most: keep it as reserve, or allow more.",
        ),
    ],
)
def test_what_to_do_with_the_rest_is_told_in_one_sentence(catalog, plan, found, says):
    view = seen(catalog, plan, replace(FOUND, **found))

    assert view.and_line.endswith(says)


def test_parts_that_do_not_add_as_shown_are_said_to_be_rounded(catalog):
    # 549,500 is shown as 550 and leaves 380; its parts 5,100 and 374,400 are shown as 5 and 374.
    plan = {**with_budget(549_500), "reserve_rate": "0.03"}

    view = seen(catalog, plan, replace(FOUND, free_usd=549_500.0, unrestricted_usd=175_100.0))

    assert view.answer.startswith("$170k of $550k pays")
    assert "Of the rest (rounded), $5k is put aside as reserve and $374k stays" in view.and_line


@pytest.mark.parametrize(
    ("posts", "led", "says"),
    [
        ({"director": 1, "data_manager": 1}, (), False),
        ({"data_manager": 2}, (), True),
        ({"data_manager": 2}, ("data_manager",), False),
        ({"data_manager": 1}, (), False),
    ],
    ids=["a director is there", "two data managers", "who may lead", "one alone"],
)
def test_a_team_that_nobody_leads_is_told_so(catalog, posts, led, says):
    rule = {"by": led, "hours_per_person": 6} if led else None

    view = seen(catalog, {**PLAN, "supervision": rule}, replace(FOUND, people=posts))

    assert ("Nobody leads these 2 people." in view.and_line) == says


def test_a_search_that_ran_out_of_time_says_how_much_better_a_plan_could_be(catalog):
    view = seen(catalog, found=replace(FOUND, status="best_found", gap=1.25))

    assert "up to 1.2 points more" in view.and_line or "up to 1.3 points more" in view.and_line


def test_a_plan_that_covers_everything_says_so_and_names_no_weakest(catalog):
    view = seen(catalog, found=replace(FOUND, coverage=dict.fromkeys(NEED, 1.0)))

    assert view.answer.endswith("covers all we need.")
    assert "Weakest" not in view.and_line


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("infeasible", "$550k cannot keep all of our rules."),
        ("none_found", "No plan for $550k was found in time."),
    ],
)
def test_without_a_plan_the_answer_says_why(catalog, status, says):
    assert seen(catalog, found=Allocation(status)).answer == says


def test_drivers_become_hours_before_anything_is_solved(catalog):
    drivers = {
        **{key: value for key, value in PLAN.items() if key != "need"},
        "drivers": {"partners": 10},
        "phase": "sustain",
    }
    asked = []

    team.view(bundle(drivers), catalog, solve=lambda plan: asked.append(plan) or FOUND)

    assert asked[0].need is not None
    assert asked[0].drivers is None


def test_the_slider_holds_our_budget_and_begins_no_lower_than_the_grants(catalog):
    view = seen(catalog, with_budget(412_345, grants=[{**GRANT, "usd": 260_000}]))

    assert Decimal(412_345) in view.budgets
    assert view.budgets[0] == 275_000  # the first step of 25,000 that holds 260,000
    assert view.budgets == tuple(sorted(view.budgets))


def test_one_step_down_stops_at_the_grants(catalog):
    assert seen(catalog, with_budget(100_000, grants=[GRANT])).less_usd is None
    assert seen(catalog, with_budget(115_000, grants=[GRANT])).less_usd == 90_000


def test_budgets_around_ours_are_a_step_apart_and_never_below_the_grants(catalog):
    plan = team_terms.terms(bundle(with_budget(150_000, grants=[GRANT])), catalog).plan

    points = team.explore(
        plan,
        solve=lambda asked: replace(FOUND, plan_score=float(asked.funding.budget_usd) / 10_000),
    )

    assert [point.budget_usd for point in points] == [
        100_000,
        125_000,
        150_000,
        175_000,
        200_000,
        225_000,
        250_000,
        275_000,
    ]
    assert [point.plan_score for point in points] == [point.budget_usd / 10_000 for point in points]


def after(**changes):
    """What the next 25,000 lead to."""
    return replace(FOUND, plan_score=84.5, **changes)


@pytest.mark.parametrize(
    ("more", "heading"),
    [
        (
            after(fte={"director": 1.0, "data_manager": 1.0}),
            "The next $25,000 adds a quarter data manager",
        ),
        (
            after(fte={"director": 1.0, "data_manager": 1.25}),
            "The next $25,000 adds half a data manager",
        ),
        (after(fte={"director": 0.75, "data_manager": 1.0}), "The next $25,000 changes the team"),
        (after(lines={"evaluation": 18_000.0}), "The next $25,000 buys services, no posts"),
        (replace(FOUND, plan_score=83.24), "The next $25,000 adds nothing"),
    ],
)
def test_the_heading_says_what_the_next_money_buys(catalog, more, heading):
    assert team.next_money(seen(catalog), solve=lambda _: more).heading == heading


def test_a_function_that_falls_with_more_money_is_named(catalog):
    more = after(
        fte={"director": 0.75, "data_manager": 1.0},
        coverage={"vision": 0.7, "measurement": 0.95, "policy": 0.3},
    )

    said = team.next_money(seen(catalog), solve=lambda _: more).details

    assert said[0] == "−0.25 FTE director and +0.25 FTE data manager."
    assert said[-1] == "Vision and strategy falls from 80% to 70%."


def test_what_is_listed_of_the_next_money_makes_the_whole(catalog):
    # A quarter of 80,000 is 20,000, the line grows by 2,000, and the cost by 23,000: 1,000 beside
    # them, and 2,000 are left of 25,000.
    more = after(
        fte={"director": 1.0, "data_manager": 1.0},
        lines={"evaluation": 12_000.0},
        cost_usd=193_000.0,
        direct_cost_usd=193_000.0,
    )

    said = team.next_money(seen(catalog), solve=lambda _: more).details

    assert (
        "Of the $25,000: +$20,000 for posts, +$2,000 for purchases, +$1,000 for the office and the "
        "host's share, less gifts and +$2,000 not spent."
    ) in said


def test_the_next_money_is_asked_for_at_our_budget_and_one_step(catalog):
    asked = []

    team.next_money(
        seen(catalog), solve=lambda plan: asked.append(plan.funding.budget_usd) or FOUND
    )

    assert asked == [575_000]


HOST = Candidate(
    id="harbor",
    name="Harbor",
    offer=Offer(
        pay_scale=Decimal("1.1"), in_kind=({"id": "rooms", "usd": 5000, "offsets": "office"},)
    ),
)
SILENT = Candidate(id="silent", name="Silent")
OUT = Candidate(id="out", name="Out", eligible=False, offer=Offer(pay_scale=Decimal(2)))


def test_only_eligible_candidates_with_terms_can_be_tried_as_host():
    assert team_terms.hosts(bundle(candidates=[SILENT, HOST, OUT])) == (HOST,)


def test_a_hosts_offer_flows_into_the_plan(catalog):
    asked = team_terms.terms(bundle(candidates=[HOST]), catalog, host="harbor")

    assert [role.salary_usd for role in asked.plan.roles] == [110_000, 88_000]
    assert [gift.id for gift in asked.plan.in_kind] == ["rooms"]
    assert "On the terms of Harbor." in team_terms.about(
        bundle(candidates=[HOST]), catalog, host="harbor"
    )


def test_the_decided_host_comes_first_and_one_without_terms_does_not():
    chosen = [Decision(page="compare", what="Harbor hosts.", figures={"chosen": "harbor"})]

    assert team_terms.chosen_host(bundle(candidates=[HOST], decisions=chosen)) == "harbor"
    assert team_terms.chosen_host(bundle(candidates=[SILENT], decisions=chosen)) == ""
    assert team_terms.chosen_host(bundle(candidates=[HOST])) == ""


FULL = {
    **PLAN,
    "community_min_share": "0.1",
    "reserve_rate": "0.03",
    "funding": {"budget_usd": 550_000, "grants": [GRANT]},
}
SENTENCES = {
    RuleOn("budget"): "The budget. More than $550k would buy more of what we need.",
    RuleOn("reserve"): "The reserve. The 3% of cost we put aside buys no hours this year.",
    RuleOn(
        "community_min_share"
    ): "Community voice is paid. At least 10% of direct cost goes there.",
    RuleOn(
        "people_only_share"
    ): "People before purchases. What we buy may cover at most 45% of a need.",
    RuleOn("max_fte", "director"): "Director stops at 1 FTE. The plan would hire more.",
    RuleOn(
        "must_have", "director"
    ): "Director is a must. Without that rule the money would do more elsewhere.",
    RuleOn(
        "floor", "policy"
    ): "Advancing policy is kept at its floor of 35%. That takes hours from other functions.",
    RuleOn("grant", "data_fund"): "The $90k grant pays only for shared measurement.",
    RuleOn("line_limit", "evaluation"): "Outside evaluation ends at $10k. More of it would help.",
}


@pytest.mark.parametrize(
    ("rule", "sentence"), list(SENTENCES.items()), ids=[rule.rule for rule in SENTENCES]
)
def test_every_rule_that_can_hold_a_plan_back_has_its_sentence(catalog, rule, sentence):
    view = seen(catalog, FULL)

    (reason,) = reasons.holds_back(view.plan, [rule], view.labels.of_a_plan)

    assert f"{reason.lead} {reason.rest}" == sentence


def test_three_reasons_at_most_and_those_one_can_act_on_first(catalog):
    view = seen(catalog, FULL)

    said = [
        reason.lead
        for reason in reasons.holds_back(view.plan, list(SENTENCES), view.labels.of_a_plan)
    ]

    assert said == [
        "Director stops at 1 FTE.",
        "Director is a must.",
        "Advancing policy is kept at its floor of 35%.",
    ]


def test_a_plan_nothing_holds_back_says_so(catalog):
    view = seen(catalog)

    assert reasons.holds_back(view.plan, (), view.labels.of_a_plan)[0].lead == "Nothing does."


def test_rules_that_exclude_each_other_are_told_in_one_sentence(catalog):
    view = seen(catalog, with_budget(60_000))

    said = reasons.clash(
        view.plan,
        [RuleOn("budget"), RuleOn("must_have", "director"), RuleOn("floor", "policy")],
        view.labels.of_a_plan,
    )

    assert said == (
        "These cannot all hold: the budget of $60,000, the posts we must have (Director 0.5 FTE) "
        "and the least coverage of advancing policy (35%)."
    )


def test_where_no_single_change_is_enough_it_says_what_to_do():
    alone = Mend("Raise the budget to $90k", "", {})

    assert reasons.how_to_mend([alone]) == "Each way out alone makes a plan possible."
    assert reasons.how_to_mend([]).startswith("No single change is enough: change more than one")


def test_ways_out_come_in_round_figures_the_budget_first(catalog):
    view = seen(catalog, with_budget(60_000))
    found = [
        Repair("must_have:director", -0.5, 40.0),
        Repair("floor", -0.1366, 45.0),
        Repair("budget_usd", 12_345.67, 50.0),
    ]

    ways = reasons.mends(view.plan, found, view.labels.of_a_plan)

    assert [way.label for way in ways] == [
        "Raise the budget to $73k",
        "Lower the floor to 21%",
        "Do without the director",
    ]
    assert dict(ways[0].changes) == {("funding", "budget_usd"): Decimal(73_000)}
    assert ways[0].leads_to == "plan score about 50.0"


@pytest.fixture(scope="module")
def poor(catalog):
    """A real plan that is impossible: the least post alone costs more than there is."""
    return team_terms.terms(bundle(with_budget(40_000)), catalog).plan


def test_every_way_out_offered_leads_to_a_plan(poor, catalog):
    why = team.explain(poor, team.solve(poor))

    ways = reasons.mends(poor, why.repairs, {})

    assert ways
    for way in ways:
        mended = poor.model_dump()
        for place, value in way.changes.items():
            inner = mended
            for step in place[:-1]:
                inner = inner[step]
            inner[place[-1]] = value
        assert team.solve(Plan.model_validate(mended)).found, way.label


def test_more_money_leads_to_the_plan_the_engine_finds(catalog):
    view = team.view(bundle(with_budget(150_000)), catalog)

    more = team.next_money(view)

    assert view.found.status == "optimal"
    assert more.heading.startswith("The next $25,000")


def test_what_the_plan_pays_for_adds_up_on_the_page(catalog):
    view = seen(catalog)

    rows = words.spending(view.plan, FOUND, view.labels.roles, view.labels.lines)

    # 100,000 + 0.75 x 80,000 + 10,000
    assert [row["A year"] for row in rows] == ["$100,000", "$60,000", "$10,000", "$170,000"]


def test_each_post_shows_its_full_time_salary_and_whether_it_is_assumed(catalog):
    usual = next(role.salary_usd for role in catalog.plan_roles() if role.id == "data_manager")
    roles = [PLAN["roles"][0], {**PLAN["roles"][1], "salary_usd": usual}]
    view = seen(catalog, {**PLAN, "roles": roles})

    rows = pay.paid_rows(bundle(view.plan.model_dump()), catalog, view)

    assert [row["Full-time salary"] for row in rows] == [
        "$100,000, own figure",
        f"${usual:,.0f}, assumed",
        "",
        "",
    ]


def test_what_hiring_costs_is_told_where_it_costs_anything():
    assert pay.hiring_note(replace(FOUND, hiring_cost_usd=48_000.0)) == (
        "Hiring this team costs $48,000, once; the budget holds it."
    )
    assert pay.hiring_note(FOUND) == ""


def test_time_nobody_needs_is_told(catalog):
    view = seen(catalog)

    assert (
        words.unassigned(FOUND, view.labels.roles)
        == "Time not yet assigned, a month: director 12 h."
    )
    assert words.bought(FOUND, view.labels.lines) == "We also buy outside evaluation $10k."


def test_the_decision_keeps_the_figures_it_was_taken_on(catalog):
    view = seen(catalog)

    assert (
        view.decides
        == "We adopt the plan: 1.75 FTE; it covers 70% of the hours we need. It costs $170,000 of "
        "the budget of $550,000."
    )
    assert view.figures["fte"] == {"director": "1", "data_manager": "0.75"}
    assert view.figures["coverage"] == {"vision": "80%", "measurement": "80%", "policy": "30%"}
    # Nobody who pays is listed: the whole budget is still to raise.
    assert (view.figures["promised_usd"], view.figures["to_raise_usd"]) == (0, view.budget_usd)


def test_usual_salaries_of_an_earlier_year_are_named_with_their_month_until_they_are_changed():
    catalog = load()
    usual = catalog.roles[0]
    plan = Plan.model_validate(
        {
            "price_year": usual.salary.as_of.year + 1,
            "need": {"vision": 100},
            "priorities": {"vision": 1},
            "roles": [
                {
                    "id": usual.id,
                    "salary_usd": usual.salary.value,
                    "min_fte": 1,
                    "max_fte": 1,
                    "does": {"vision": 1},
                }
            ],
            "funding": {"budget_usd": 500_000},
        }
    )
    raised = plan.model_copy(
        update={"roles": (plan.roles[0].model_copy(update={"salary_usd": usual.salary.value + 1}),)}
    )
    # 95,000 x 1.035 = 98,325, to the next hundred 98,300; in Pennsylvania, 98.0: 96,334, so 96,300
    brought = [
        plan.model_copy(
            update={"roles": (plan.roles[0].model_copy(update={"salary_usd": Decimal(usd)}),)}
        )
        for usd in (98_300, 96_300)
    ]

    assert "Usual salaries are those of May 2024, not raised since (assumed)." in words.reading(
        plan, catalog
    )
    assert "Usual salaries" not in words.reading(raised, catalog)
    for one in brought:
        assert "May 2024, raised by 3.5% a year to dollars of 2025 (assumed)." in words.reading(
            one, catalog
        )


def test_another_phase_is_the_plans_and_the_one_the_years_begin_with():
    ours = begun("Ours", load(), start="2027-01")

    after = SetPhase(phase="generate_ideas").on(ours)

    assert str(after.plan.phase) == "generate_ideas"
    assert [str(start.phase) for start in after.outlook.phases] == [
        "generate_ideas",
        *(str(s.phase) for s in ours.outlook.phases[1:]),
    ]


def test_a_phase_that_begins_within_the_first_year_is_told_beside_its_first_one():
    ours = begun("Ours", load(), start="2027-01")
    plain_years = changed(
        ours, "outlook.yaml", {("phases",): [{"phase": "sustain", "from": "2027-01"}]}
    )
    mixed = changed(
        ours,
        "outlook.yaml",
        {
            ("phases",): [
                {"phase": "initiate_action", "from": "2027-01"},
                {"phase": "sustain", "from": "2027-10"},
                {"phase": "organize_for_impact", "from": "2028-01"},
            ]
        },
    )

    assert words.phase_at_start(mixed) == "initiate_action"
    assert words.phases_note(plain_years, load()) == ""
    assert words.phases_note(mixed, load()) == (
        "“Sustain action and impact” begins in October 2027: the hours needed are the mean of the "
        "year's months."
    )
