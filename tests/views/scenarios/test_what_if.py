"""What if, beside as it is: each figure is what a hand sum says, and every what-if has its words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cidesign.budget import allocate, with_offer
from cidesign.catalog import load
from cidesign.domain import funding
from cidesign.domain.figures import money_short
from cidesign.domain.outlook import Outlook, OutlookMonth
from cidesign.domain.what_if import WHAT_IFS, Doubt, Source, WhatIfs, Why
from cidesign.domain.what_if.pay import Pay
from cidesign.outlook import project
from cidesign.record import changed, read_files
from cidesign.views.funding.words import depends
from cidesign.views.outlook.view import years_ahead
from cidesign.views.scenarios import side_by_side, what_if, what_if_words
from cidesign.views.scenarios.view import options
from cidesign.views.scenarios.what_if_words import WHAT_IF_WORDS, Telling, words_of

# One post that does one thing: $100,000 a year buys 130 of 260 hours a month, in quarters of a post.
PLAN = {
    "need": {"community": 260},
    "priorities": {"community": 1},
    "benefit_curve": [{"coverage": 1, "benefit": 100}],
    "floor": 0,
    "roles": [
        {"id": "helper", "salary_usd": 100_000, "min_fte": 0, "max_fte": 8, "does": {"community": 1}}
    ],
    "funding": {"budget_usd": 150_000},
}  # fmt: skip
# Free money of 100,000 a year for three years, 50,000 a year for community work, nothing put aside.
YEARS = {
    "start": "2027-01",
    "years": 5,
    "funding": [
        {"id": "church", "usd": 100_000, "from": "2027-01", "to": "2029-12"},
        {"id": "city", "usd": 50_000, "from": "2027-01", "to": "2031-12", "functions": ["community"]},
    ],
}  # fmt: skip


def workshop(**plan):
    bundle = changed(read_files({"workshop.yaml": b"name: Small\n"}), "plan.yaml", {(): {**PLAN, **plan}})  # fmt: skip
    return changed(bundle, "outlook.yaml", {(): YEARS})


def once(search):
    """The same search, which finds what was found already: half of each question is our plan as it
    is.
    """
    known = {}

    def found(*given):
        key = repr(given[:2])
        if key not in known:
            known[key] = search(*given)
        return known[key]

    return found


SOLVE, PROJECT = once(allocate), once(years_ahead)


def told(bundle=None, **asked):
    found = what_if.compared(
        bundle or workshop(),
        load(),
        WhatIfs.model_validate(asked),
        solve=SOLVE,
        project=PROJECT,
    )
    rows = side_by_side.rows(found, load().labels.functions)
    return found, {row.figure: (row.ours, row.then, row.change) for row in rows}


def test_pay_10_percent_higher_buys_what_the_hand_sum_says():
    found, rows = told(pay="0.1")

    # 1.25 posts at 110,000 are 137,500; a quarter more would be 165,000. 162.5 of 260 hours are 62.5%.
    assert rows["Plan score"] == ("75.0", "62.5", "−12.5")
    assert rows["FTE"] == ("1.5", "1.25", "−0.25")
    assert rows["Cost of budget"] == ("$150k of $150k", "$138k of $150k", "−$13k")
    assert rows["Hours covered"] == ("75%", "63%", "−12%")
    assert side_by_side.answer(found).plain.startswith(
        "If pay is 10% higher, the plan score goes from 75.0 to 62.5 and the money runs out in "
    )


def test_pay_10_percent_lower_buys_what_the_hand_sum_says():
    # 1.5 posts at 90,000 are 135,000; a quarter more would be 157,500.
    _, rows = told(pay="-0.1")

    assert rows["Plan score"] == ("75.0", "75.0", "")
    assert rows["Cost of budget"] == ("$150k of $150k", "$135k of $150k", "−$15k")


def test_a_source_that_is_lost_costs_what_the_hand_sum_says():
    # 50,000 are left: half a post, 65 of 260 hours.
    found, rows = told(source_lost=["church"])

    assert rows["Plan score"] == ("75.0", "25.0", "−50.0")
    assert rows["Cost of budget"] == ("$150k of $150k", "$50k of $50k", "−$100k")
    # The team costs 12,500 a month. All of it is paid to the end of 2029; then City's 50,000 of
    # January pay four months more, and May lacks. Half a post, 50,000 a year, City pays for good.
    assert rows["Runs out"] == ("May 2030", "not by December 2031", "")
    assert side_by_side.answer(found).plain == (
        "If Church is lost, the plan score goes from 75.0 to 25.0 and the money lasts."
    )


def test_a_grant_a_year_shorter_ends_the_money_a_year_earlier_and_leaves_the_plan():
    found, rows = told(grant_length={"church": -12})

    assert rows["Plan score"] == ("75.0", "75.0", "")
    assert rows["Runs out"] == ("May 2030", "May 2029", "12 months earlier")  # fmt: skip
    assert side_by_side.answer(found).plain == (
        "If Church ends one year earlier, the plan score stays at 75.0 and the money runs out in "
        "May 2029 instead of May 2030."
    )


def test_free_money_buys_what_the_restricted_grant_could_not():
    # Half of the work is another function that the grant may not pay for, and the grant is all money.
    bundle = workshop(
        need={"community": 26, "policy": 260},
        priorities={"community": 1, "policy": 1},
        roles=[
            {"id": "helper", "salary_usd": 100_000, "min_fte": 0, "max_fte": 8, "does": {"community": 1, "policy": 1}}
        ],
        funding={"budget_usd": 50_000},
    )  # fmt: skip
    _, rows = told(bundle, unrestricted=["city"])

    # At most 26 hours are community work, 20,000 of the grant: a quarter post takes 25,000 and is
    # not paid. Free, 50,000 buy half a post: 65 of 286 hours.
    assert rows["FTE"] == ("0", "0.5", "+0.5")
    assert rows["Hours covered"] == ("0%", "23%", "+23%")


def test_hours_for_each_partner_move_what_is_needed_as_the_hand_sum_says():
    bundle = workshop(need=None, drivers={"partners": 10}, phase="initiate_action")
    found, _ = told(bundle, hours_per_partner="0.5")
    was, now = found.ours.found.need, found.then.found.need

    # Everything comes from partners here, so half as much again of each is half as much again of all.
    assert {id: pytest.approx(1.5 * hours) for id, hours in was.items()} == now


def test_the_weakest_function_is_named_on_both_sides():
    # 150,000 buy 195 hours: all of the function that counts twice, half of the other. Without Church
    # there are 50,000, and they may pay for community work only.
    bundle = workshop(
        need={"community": 130, "policy": 130},
        priorities={"community": 2, "policy": 1},
        roles=[
            {"id": "helper", "salary_usd": 100_000, "min_fte": 0, "max_fte": 8, "does": {"community": 1, "policy": 1}}
        ],
    )  # fmt: skip
    rows = told(bundle, source_lost=["church"])[1]

    assert rows["Weakest"] == ("Advancing policy, 50%", "Advancing policy, 0%", "")


def test_a_plan_that_cannot_keep_every_rule_then_is_told_in_one_sentence():
    found, rows = told(workshop(floor=0.2), source_lost=["church", "city"])

    assert side_by_side.answer(found).plain == (
        "If Church is lost and City is lost, no team and no purchases keep every rule."
    )
    assert rows == {}


def test_both_sides_are_told_as_they_are_shown_so_that_the_difference_adds_up():
    found, _ = told(pay="0.1")
    ours = replace(found.ours.found, plan_score=66.14)
    then = replace(found.then.found, plan_score=52.76)
    near = replace(
        found, ours=replace(found.ours, found=ours), then=replace(found.then, found=then)
    )

    rows = side_by_side.rows(near, load().labels.functions)

    assert rows[1] == side_by_side.Row("Plan score", "66.1", "52.8", "−13.3")
    assert rows[1].differs


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ("2030-01", "2030-01", ("January 2030", "")),
        ("2030-01", "2030-02", ("February 2030", "1 month later")),
        ("2030-01", None, ("not by December 2031", "")),
        (None, "2030-01", ("January 2030", "")),
        (None, None, ("not by December 2031", "")),
    ],
)
def test_when_the_money_runs_out_is_compared_in_months(was, now, says):
    found, _ = told(pay="0.1")
    ends = (OutlookMonth("2031-12", 0, 0, 0),)
    ours, then = (
        replace(side, years=Outlook("optimal", months=ends, runs_out=month))
        for side, month in ((found.ours, was), (found.then, now))
    )

    rows = side_by_side.rows(replace(found, ours=ours, then=then), load().labels.functions)

    ends = next(row for row in rows if row.figure == "Runs out")
    assert (ends.then, ends.change) == says


def test_without_years_nothing_is_said_about_money_that_runs_out():
    grants = [{"id": "city", "usd": 50_000, "functions": ["community"]}]
    plan = {**PLAN, "funding": {"budget_usd": 150_000, "grants": grants}}
    bundle = changed(read_files({"workshop.yaml": b"name: Small\n"}), "plan.yaml", {(): plan})
    found, rows = told(bundle, source_lost=["city"])

    assert "Runs out" not in rows
    assert side_by_side.answer(found).plain == (
        "If City is lost, the plan score goes from 75.0 to 50.0."
    )


def test_where_nothing_of_what_is_asked_is_there_that_is_said():
    assert side_by_side.answer(told(source_lost=["gone"])[0]).plain == (
        "Nothing of what is asked changes anything today."
    )


def test_a_saved_what_if_stands_beside_our_plan_as_it_would_be():
    lean = b"name: Lean\nwhat_if: {source_lost: [church]}\n"
    asking = {**workshop().files, "scenarios/lean.yaml": lean}

    (lean,) = [one for one in options(read_files(asking), load()) if one.saved]

    assert lean.plan.funding.budget_usd == 50_000


SOME = {"host": "elm", "smallest_post": Decimal("0.5")}


def _some(one):
    return {"x": 12} if one.off == {} else ("x",) if one.off == () else Decimal(1)


@pytest.mark.parametrize("one", WHAT_IFS, ids=lambda one: one.key)
def test_a_what_if_has_all_the_words_it_can_need(one):
    words = words_of(one)

    assert words.label
    said = words.asks(SOME.get(one.key, _some(one)), Telling("here"))
    assert all(one.plain and "{" not in one.plain for one in said)
    assert said


def test_no_words_are_about_a_what_if_that_is_not_in_the_list():
    assert [words.what_if for words in WHAT_IF_WORDS] == list(WHAT_IFS)


def test_what_nothing_is_said_about_is_refused_by_its_name():
    class Silent(Pay):
        key = "silent"

    with pytest.raises(LookupError, match="nothing is said about the what-if silent"):
        words_of(Silent())


@pytest.mark.parametrize("why", Why)
def test_every_doubt_is_a_sentence(why):
    (said,) = what_if_words.doubts([(WHAT_IFS[0], Doubt(why, "city_hall"))])

    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize(
    ("months", "says"),
    [
        (24, "Data fund: 5 years, not 3"),
        (-24, "Data fund: 1 year, not 3"),
        (-1, "Data fund: 35 months, not 36"),
    ],
)
def test_a_length_to_choose_is_short_and_in_years_where_it_is_whole_ones(months, says):
    award = funding.Source.model_validate(
        {"id": "data_fund", "usd": 9, "from": "2027-01", "to": "2029-12"}
    )

    assert what_if_words.length_option(Source("data_fund", Decimal(9), award), months) == says


def test_who_hosts_and_which_post_stays_empty_are_told_by_their_names():
    asked = WhatIfs(host="elm", without_post=["helper"])
    telling = Telling("here", {"helper": "Good Helper"}, {"elm": "Elm House of Trenton"})

    assert what_if_words.asks(asked, telling).plain == (
        "nobody is hired as good Helper and Elm House of Trenton hosts us"
    )


def test_the_years_are_told_beside_the_plan_as_the_engine_has_them():
    found, rows = told(grant_length={"church": -12})
    ours, then = (
        project(one.plan, one.asked, load().need_table()) for one in (found.ours, found.then)
    )

    # Church pays 100,000 in 2029 or not: the same team lacks 100,000 more in the end.
    assert then.missing_usd - ours.missing_usd == pytest.approx(100_000)
    assert rows["Missing at the end"] == (
        money_short(ours.missing_usd),
        money_short(then.missing_usd),
        "+$100k",
    )
    assert rows["Still to raise"] == ("nothing", "nothing", "")


def test_a_match_that_fails_in_year_2_costs_what_the_hand_sum_says():
    # 150,000 a year for 1.5 posts. City's 50,000 of January 2028 pay four months; May lacks.
    found, rows = told(match_fails={"church": 2})

    assert rows["Plan score"] == ("75.0", "75.0", "")
    assert rows["Runs out"] == ("May 2030", "May 2028", "24 months earlier")
    assert side_by_side.answer(found).plain == (
        "If Church stops in year 2, the plan score stays at 75.0 and the money runs out in May "
        "2028 instead of May 2030."
    )


def matched(**match):
    church = {**YEARS["funding"][0], "match": match}
    return changed(
        workshop(), "outlook.yaml", {(): {**YEARS, "funding": [church, YEARS["funding"][1]]}}
    )


def test_where_a_match_fails_only_what_depends_on_it_is_lost():
    bundle = matched(usd=40_000, note="a dollar from members for each")
    found, rows = told(bundle, match_fails={"church": 2})

    # 110,000 come in 2028 and in 2029, for 150,000 a year: 40,000 lack at the end of 2028. With the
    # money of January 2029 70,000 are there, for five months and a half.
    assert rows["Runs out"] == ("May 2030", "June 2029", "11 months earlier")
    assert rows["Missing at the end"] == ("$200k", "$280k", "+$80k")
    assert rows["Bridge needed"] == ("nothing", "nothing", "")
    assert side_by_side.answer(found).plain == (
        "If the match of Church fails in year 2, the plan score stays at 75.0 and the money runs "
        "out in June 2029 instead of May 2030."
    )
    assert (
        side_by_side.promised(found) == "Promised from January 2027 to December 2031: $80,000 less."
    )
    assert [depends(one) for one in found.on_match] == [
        "Of the $100,000 a year of Church $40,000 depends on a match (a dollar from members for "
        "each); the rest is paid without it."
    ]


def test_where_nobody_says_how_much_depends_on_a_match_all_of_it_is_lost():
    bundle = matched(note="as much from members")
    found, rows = told(bundle, match_fails={"church": 2})

    assert rows["Runs out"] == ("May 2030", "May 2028", "24 months earlier")
    assert [depends(one) for one in found.on_match] == [
        "All of Church depends on a match (as much from members)."
    ]


def test_nothing_is_said_of_a_match_that_nobody_asks_for_or_about():
    found, _ = told(match_fails={"church": 2})
    longer, _ = told(matched(usd=40_000), grant_length={"church": 12})

    assert (found.on_match, longer.on_match) == ((), ())


def test_money_that_is_promised_and_more_of_it_is_told_over_all_years():
    longer, _ = told(grant_length={"church": 24})
    same, _ = told(pay="0.1")

    assert (
        side_by_side.promised(longer)
        == "Promised from January 2027 to December 2031: $200,000 more."
    )
    assert side_by_side.promised(same) == ""


def test_what_our_own_team_would_cost_is_told_with_higher_and_with_lower_pay():
    # 1.5 posts at 110,000, and at 90,000; at today's pay they cost 150,000
    higher, _ = told(pay="0.1")
    lower, _ = told(pay="-0.1")
    same, _ = told(grant_length={"church": 24})
    gone, _ = told(without_post=["helper"])

    assert side_by_side.beside(higher) == [
        "To keep our team and purchases would cost $165,000, $15,000 more than now."
    ]
    assert side_by_side.kept(lower).endswith("would cost $135,000, $15,000 less than now.")
    assert side_by_side.kept(same) == ""
    assert side_by_side.kept(gone) == ""


def test_a_renewal_carries_the_team_as_long_as_the_hand_sum_says():
    church = {**YEARS["funding"][0], "renewal": {"chance": 0.5, "usd": 100_000, "years": 2}}
    bundle = changed(
        workshop(), "outlook.yaml", {(): {**YEARS, "funding": [church, YEARS["funding"][1]]}}
    )

    # Everything that comes in 2030 and 2031 too is 150,000 a year: what the team costs.
    assert told(bundle, renewed=["church"])[1]["Runs out"] == (
        "May 2030",
        "not by December 2031",
        "",
    )


def test_a_budget_that_is_not_promised_is_still_to_raise_and_missing_later():
    # 200,000 pay two posts, all 260 hours; nobody promised the 50,000, so each year lacks them, and
    # the first already.
    found, rows = told(budget=50_000)

    assert rows["Plan score"] == ("75.0", "100.0", "+25.0")
    assert rows["Still to raise"] == ("nothing", "$50k", "+$50k")
    assert found.then.years.missing_usd - found.ours.years.missing_usd == pytest.approx(250_000)


def test_full_time_posts_only_buy_what_the_hand_sum_says():
    # 150,000 pay one whole post of 100,000, not a half more: 130 of 260 hours.
    _, rows = told(smallest_post=1)

    assert rows["FTE"] == ("1.5", "1", "−0.5")
    assert rows["Plan score"] == ("75.0", "50.0", "−25.0")
    assert rows["Cost of budget"] == ("$150k of $150k", "$100k of $150k", "−$50k")


def test_without_a_post_the_team_is_what_the_others_do():
    roles = [
        *PLAN["roles"],
        {"id": "aide", "salary_usd": 120_000, "min_fte": 0, "max_fte": 1, "does": {"community": 1}},
    ]
    # The aide costs 20 percent more an hour: 1.25 posts for 150,000, of which one at most is hers.
    found, _ = told(workshop(roles=roles), without_post=["helper"])

    assert found.then.found.fte == {"helper": 0.0, "aide": 1.0}
    assert side_by_side.team(found, load().labels).startswith("Team and purchases: ")
    assert told(workshop(roles=roles), without_post=["helper"], one_more=["aide"])[
        0
    ].then.found.fte == {"helper": 0.0, "aide": 1.25}


def test_work_that_takes_more_time_is_covered_less():
    # 195 of 390 hours are half.
    assert told(needs="0.5")[1]["Hours covered"] == ("75%", "50%", "−25%")


def test_another_host_is_asked_on_its_own_terms():
    hosts = b"id,name,offer_pay_scale\nelm,Elm House,0.5\n"
    bundle = read_files({**workshop().files, "candidates.csv": hosts})
    found, rows = told(bundle, host="elm")

    # At half the pay 150,000 buy three posts; two cover all.
    assert rows["Plan score"] == ("75.0", "100.0", "+25.0")
    assert side_by_side.answer(found).plain.startswith("If Elm House hosts us, ")
    assert found.then.found == allocate(with_offer(found.ours.plan, bundle.candidates[0].offer))
