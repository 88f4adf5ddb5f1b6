"""The page Team asks, answers and saves: every change stands in plan.yaml, and every way out leads
on.
"""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from cidesign.acts.decide import Decide
from cidesign.acts.give_function import GiveFunction
from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.record import changed, example_bundle, read_files, with_decision
from cidesign.views.overview.beginning import drafted
from cidesign.views.overview.drafting import Answers
from cidesign.workshop import Store
from tests.ui.driving import ANSWER, answer, open_example, settled, shows, shows_no_more
from tests.ui.planning import charts, drawn, look_closer, plan_of, tab_on, widget, words

EXAMPLE = "philadelphia_stem"
# Small enough to be solved at once: a director and a data manager.
PLAN = {
    "price_year": 2025,
    "need": {"vision": 100, "measurement": 100},
    "priorities": {"vision": 1, "measurement": 1},
    "roles": [
        {
            "id": "director",
            "salary_usd": 95_000,
            "min_fte": 0.5,
            "max_fte": 1,
            "must_have": True,
            "does": {"vision": 1},
        },
        {
            "id": "data_manager",
            "salary_usd": 80_000,
            "min_fte": 0.25,
            "max_fte": 1,
            "does": {"measurement": 1},
        },
    ],
    "funding": {"budget_usd": 150_000},
}
EVIDENCE = {
    "functions": "What each function gets",
    "holds-back": "What holds us back",
    "next-dollars": "The next",
    "paid-for": "Everything the plan pays for",
    "one-can-hire": "A team one can hire costs",
}


DRIVEN = {
    **{key: value for key, value in PLAN.items() if key != "need"},
    "drivers": {"partners": 30},
    "phase": "organize_for_impact",
    "floor": 0,
}
HOSTS = b"id,name,offer_pay_scale\nharbor,Harbor,1.5\nspark,Spark,0.9\nsilent,Silent,\n"


def kept(store: Store, plan=PLAN, *, candidates: bytes = b"") -> str:
    """A workshop in the store, with this plan or none."""
    files = {"candidates.csv": candidates} if candidates else {}
    bundle = read_files({"workshop.yaml": b"name: Ours\n", **files})
    return store.create(bundle if plan is None else changed(bundle, "plan.yaml", {(): plan}))


def test_the_example_is_answered_with_all_its_evidence():
    tab = drawn("team")

    assert not tab.exception
    assert tab.header[0].value.replace("\\", "").startswith("$534k of $550k pays for ")
    assert tab.subheader[0].value == "Whom we hire"
    assert charts(tab) == 2


@pytest.mark.parametrize(("more", "claim"), EVIDENCE.items())
def test_every_other_piece_of_evidence_waits_in_a_tab(more, claim):
    tab = drawn("team", more=more)

    assert not tab.exception
    assert any(heading.value.startswith(claim) for heading in tab.subheader)


def test_a_rule_of_hiring_is_switched_in_its_tab_and_told_with_what_it_costs(store):
    workshop = kept(store, {**PLAN, "hiring": {"ramp_up_loss": 0.25}})
    tab = tab_on("team", workshop, more="one-can-hire")
    assert "A new person loses 25% of the first year's hours. It costs" in words(tab)

    widget(tab, "toggle", "team.hire.learning").set_value(False).run()

    assert not tab.exception
    assert plan_of(store, workshop).hiring.ramp_up_loss == 0
    assert "Off. It would cost" in words(tab)

    widget(tab, "toggle", "team.hire.learning").set_value(True).run()
    assert plan_of(store, workshop).hiring.ramp_up_loss == Decimal("0.25")


def test_the_director_s_profile_is_filled_in_its_tab(store):
    workshop = kept(store)
    tab = tab_on("team", workshop, more="director")
    assert "Nobody has said what matters most to us." in words(tab)

    marked = ["leader_mediates", "leader_slow"]
    widget(tab, "multiselect", "team.director.capabilities").set_value(marked).run()
    widget(tab, "text_input", "team.director.hires").set_value("the chairs").run()

    assert not tab.exception
    profile = store.read(workshop).bundle.workshop.director
    assert (list(profile.capabilities), profile.hires) == (marked, "the chairs")
    assert "Two things matter most to us" in words(tab)
    assert "Two questions for the interview and a score sheet stand in" in words(tab)
    assert "Tell us of two partners who were at odds." in words(tab)


def test_other_money_offers_its_own_first_team_by_one_button(store):
    begun = drafted(Answers("Ours", "2027-01", budget_usd=Decimal(200_000)), load())
    workshop = store.create(
        changed(begun, "plan.yaml", {("funding", "budget_usd"): Decimal(400_000)})
    )
    tab = tab_on("team", workshop, more="one-can-hire")
    assert "Today's money carries another first team: a full-time director leads" in words(tab)

    widget(tab, "button", "team.hire.team").click().run()

    assert not tab.exception
    assert plan_of(store, workshop).supervision.by == ("director",)
    assert "Today's money carries another" not in words(tab)


def test_a_switch_that_no_plan_can_keep_is_refused_at_its_place(store):
    # Half a post is no multiple of steps of 0.3.
    odd = {**PLAN, "fte_step": 0.3, "smallest_post": 0}
    odd["roles"] = [{**role, "min_fte": 0.3, "max_fte": 0.9} for role in PLAN["roles"]]
    workshop = kept(store, odd)
    tab = tab_on("team", workshop, more="one-can-hire")

    widget(tab, "toggle", "team.hire.smallest_post").set_value(True).run()

    assert not tab.exception
    assert "Nothing was saved." in tab.error[0].value
    assert plan_of(store, workshop).smallest_post == 0
    assert not widget(tab, "toggle", "team.hire.smallest_post").value


def test_what_one_who_pays_makes_possible_follows_the_choice(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = tab_on("team", workshop, more="paid-for")
    assert "Where does each dollar go?" in [one.value for one in tab.subheader]
    assert "What do the $90,000 of Data fund pay for?" in words(tab)

    widget(tab, "button_group", "team.who_pays").set_value("2").run()

    assert not tab.exception
    assert "What do the $300,000 of Foundation pay for?" in words(tab)
    assert "% of what the year costs is management" in words(tab)
    assert "is put aside as reserve" in words(tab)


def test_the_page_is_a_question_an_answer_and_a_decision(store):
    tab = tab_on("team", kept(store))

    assert tab.title[0].value == "Whom do we hire, and what does each function get?"
    assert len(tab.header) == 1
    assert tab.subheader[-1].value == "Our decision"


def test_a_workshop_without_a_plan_gets_a_first_one_by_one_button(store):
    workshop = kept(store, None)
    tab = tab_on("team", workshop)
    assert tab.header[0].value.replace("\\", "") == "There is no plan yet."

    widget(tab, "button", "team.first").click().run()

    assert not tab.exception
    assert " pays for " in tab.header[0].value
    assert plan_of(store, workshop) is not None


def test_a_step_of_the_budget_is_saved_and_answered(store):
    workshop = kept(store)
    tab = tab_on("team", workshop)

    widget(tab, "button", "team.more").click().run()

    assert plan_of(store, workshop).funding.budget_usd == 175_000
    assert tab.header[0].value.replace("\\", "").startswith("$175k of $175k pays for ")


def test_the_slider_is_saved_and_shows_what_is_kept(store):
    workshop = kept(store)
    tab = tab_on("team", workshop)

    widget(tab, "select_slider", "team.budget").set_value(Decimal(300_000)).run()

    assert plan_of(store, workshop).funding.budget_usd == 300_000
    assert widget(tab_on("team", workshop), "select_slider", "team.budget").value == 300_000


def test_the_budget_cannot_step_below_its_grants(store):
    grant = {"id": "fund", "usd": 140_000, "functions": ["measurement"]}
    tab = tab_on(
        "team", kept(store, {**PLAN, "funding": {"budget_usd": 150_000, "grants": [grant]}})
    )

    assert widget(tab, "button", "team.less").disabled


def test_the_phase_is_asked_only_where_the_need_comes_from_drivers(store):
    given = tab_on("team", kept(store))
    driven = tab_on("team", kept(store, DRIVEN))

    assert [one for one in given.segmented_control if one.key == "team.phase"] == []
    assert widget(driven, "segmented_control", "team.phase").value == "organize_for_impact"


def test_another_phase_is_saved_and_changes_the_answer(store):
    workshop = kept(store, DRIVEN)
    tab = tab_on("team", workshop)
    before = tab.header[0].value

    widget(tab, "segmented_control", "team.phase").set_value("generate_ideas").run()

    assert plan_of(store, workshop).phase == "generate_ideas"
    assert tab.header[0].value != before


def test_a_budget_that_is_too_small_offers_ways_out_and_the_first_one_leads_to_a_plan(store):
    workshop = kept(store, {**PLAN, "funding": {"budget_usd": 40_000}})
    tab = tab_on("team", workshop)
    assert tab.header[0].value.replace("\\", "") == "$40k cannot keep all of our rules."
    assert "These cannot all hold" in words(tab)
    assert charts(tab) == 1

    widget(tab, "button", "team.mend.0").click().run()

    assert plan_of(store, workshop).funding.budget_usd > 40_000
    assert " pays for " in tab.header[0].value
    assert charts(tab) == 2


def test_a_hosts_terms_can_be_tried_and_change_no_file(store):
    workshop = kept(store, candidates=HOSTS)
    tab = tab_on("team", workshop)
    select = widget(tab, "selectbox", "team.host")
    ours = tab.header[0].value
    assert select.options == ["Our own terms", "Harbor", "Spark"]

    select.set_value("Harbor").run()

    assert not tab.exception
    assert "On the terms of Harbor." in words(tab)
    assert tab.header[0].value != ours
    assert plan_of(store, workshop).roles[0].salary_usd == 95_000


def test_the_decided_host_is_the_one_whose_terms_are_shown(store):
    bundle = store.read(kept(store, candidates=HOSTS)).bundle
    decided = with_decision(
        bundle, Decision(page="compare", what="Chosen.", figures={"chosen": "spark"})
    )

    tab = tab_on("team", store.create(decided))

    assert widget(tab, "selectbox", "team.host").value == "Spark"
    assert "On the terms of Spark." in words(tab)


@pytest.mark.parametrize("tried", ["Our own terms", "Harbor"])
def test_a_host_decided_after_a_look_at_the_page_is_the_one_shown(store, tried):
    workshop = kept(store, candidates=HOSTS)
    tab = tab_on("team", workshop)
    widget(tab, "selectbox", "team.host").set_value(tried).run()
    assert widget(tab, "selectbox", "team.host").value == tried
    chosen = Decide(of="compare", what="Chosen.", figures={"chosen": "spark"})

    store.do(workshop, chosen, nonce="decided")
    tab.run()

    assert widget(tab, "selectbox", "team.host").value == "Spark"
    assert "On the terms of Spark." in words(tab)
    widget(tab, "selectbox", "team.host").set_value("Harbor").run()
    assert "On the terms of Harbor." in words(tab), (
        "other terms can still be tried after the decision"
    )


def test_a_driver_nobody_knows_is_told_calmly_under_the_question(store):
    tab = tab_on("team", kept(store, DRIVEN | {"drivers": {"partnerz": 3}}))

    assert not tab.exception
    assert tab.title[0].value == "Whom do we hire, and what does each function get?"
    assert "did you mean partners?" in words(tab).lower()
    assert len(tab.header) == 0


def opened(tab, section: str):
    """The tab of all figures, open at a section."""
    tab.session_state["team.section"] = section
    return look_closer(tab, "change")


@pytest.mark.parametrize(
    "section", ["work", "priorities", "posts", "purchases", "gifts", "money", "hiring"]
)
def test_every_section_of_figures_can_be_opened(store, section):
    tab = opened(tab_on("team", store.create(example_bundle(EXAMPLE))), section)

    assert not tab.exception
    assert len(tab.number_input) > 0


def row_opened(tab, section: str, id: str):
    """The section with this row open."""
    return widget(tab, "button", f"team.{section}.open.{id}").click().run()


def test_the_figures_are_not_drawn_while_their_tab_is_closed(store):
    tab = tab_on("team", kept(store))

    assert len(tab.number_input) == 0


def test_hours_to_build_trust_are_entered_beside_what_we_assume_and_told_with_their_cost(store):
    workshop = kept(store, DRIVEN)
    tab = opened(tab_on("team", workshop), "work")
    assert "We assume 0.5 hours a month for each partner (0.25 to 1): 15 for 30 partners." in words(
        tab
    )
    assert "Hours to build trust: the plan needs" not in words(tab)

    widget(tab, "number_input", "team.driver.trust").set_value(15.0).run()

    assert plan_of(store, workshop).drivers["trust"] == 15
    assert "Hours to build trust: the plan needs" in words(tab)
    assert "in the first year only." in words(tab)


def test_where_functions_sit_with_several_hosts_the_tab_on_dollars_says_what_each_works_for(store):
    workshop = kept(store, candidates=HOSTS)
    alone = words(look_closer(tab_on("team", workshop), "paid-for"))
    given = GiveFunction(function="measurement", host="harbor", called="Shared measurement")
    store.do(workshop, given, nonce="given")

    shared = words(look_closer(tab_on("team", workshop), "paid-for"))

    assert "What does each host work for?" not in alone
    assert "What does each host work for?" in shared
    assert "Not in this plan are the terms of Harbor: salaries times 1.5" in shared


def test_a_salary_is_saved_and_loses_its_mark(store):
    workshop = kept(store)
    tab = row_opened(opened(tab_on("team", workshop), "posts"), "posts", "director")
    before = words(tab).count("our own figure")

    widget(tab, "number_input", "team.post.director.salary").set_value(99_000.0).run()

    assert plan_of(store, workshop).roles[0].salary_usd == 99_000
    # 95,000 x 1.035 = 98,325, to the next hundred
    assert "our own figure; usual 98300" in words(tab)
    assert words(tab).count("our own figure") == before + 1


def test_a_share_is_shown_in_percent_and_kept_as_a_share(store):
    workshop = kept(store)
    tab = opened(tab_on("team", workshop), "money")

    widget(tab, "number_input", "team.reserve").set_value(7.0).run()

    assert plan_of(store, workshop).reserve_rate == Decimal("0.07")


def test_what_the_file_cannot_hold_is_told_and_nothing_is_saved(store):
    workshop = kept(store)
    tab = row_opened(opened(tab_on("team", workshop), "posts"), "posts", "data_manager")

    widget(tab, "number_input", "team.post.data_manager.most").set_value(0.9).run()

    assert not tab.exception
    assert "Nothing was saved." in words(tab)
    assert "not a multiple of the step" in words(tab)
    assert plan_of(store, workshop).roles[1].max_fte == 1
    assert widget(tab, "number_input", "team.post.data_manager.most").value == 0.9
    assert "not yet saved" in widget(tab, "number_input", "team.post.data_manager.most").label


def test_the_host_can_be_made_to_charge_and_the_rate_comes_with_it(store):
    workshop = kept(store)
    tab = opened(tab_on("team", workshop), "money")

    widget(tab, "segmented_control", "team.overhead").set_value("indirect").run()

    assert plan_of(store, workshop).overhead.kind == "indirect"
    assert plan_of(store, workshop).overhead.rate == Decimal("0.15")
    widget(tab, "segmented_control", "team.overhead").set_value("none").run()
    assert plan_of(store, workshop).overhead.kind == "none"


def test_what_the_structure_sets_is_told_in_its_place_and_taken_out_by_one_press(store):
    sets = {
        "fee_rate": Decimal("0.1"),
        "benefits_rate": Decimal("0.35"),
        "loans": {"data_manager": {"days_a_week": 2}},
    }
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})
    planned = changed(bundle, "plan.yaml", {(): PLAN})
    workshop = store.create(changed(planned, "structure.yaml", {("sets",): sets}))
    tab = opened(tab_on("team", workshop), "money")

    assert "benefits at such a host 35%" in words(tab)
    assert widget(tab, "number_input", "team.sets.fee_rate").value == 10
    assert not [one for one in tab.button_group if one.key == "team.overhead"]
    widget(tab, "button", "team.sets.fee_rate.press").click().run()
    assert plan_of(store, workshop).overhead.kind == "none"
    assert [one for one in tab.button_group if one.key == "team.overhead"]

    gifts = opened(tab_on("team", workshop), "gifts")
    widget(gifts, "button", "team.loan.end.data_manager").click().run()
    assert plan_of(store, workshop).in_kind == ()
    posts = row_opened(opened(tab_on("team", workshop), "posts"), "posts", "director")
    assert "Benefits are set by our structure" in words(posts)
    # Its job profile stands behind a fold, from the memo's Figure 3.
    assert "Job profile: what this post does" in [one.label for one in posts.expander]
    posts.session_state["team.profile.director.fold"] = True
    posts.run()
    assert "Stands for the effort in public" in words(posts)


def test_no_id_of_the_files_is_shown_to_people():
    shown = words(drawn("team"))

    assert [
        id
        for id in (
            "data_manager",
            "community_min_share",
            "people_only_share",
            "max_fte",
            "organize_for_impact",
        )
        if id in shown
    ] == []


def test_an_adopted_plan_is_recorded_with_its_figures(store):
    workshop = kept(store)
    tab = tab_on("team", workshop)
    widget(tab, "text_area", "team.decision.because").set_value("It is what we can raise.")

    widget(tab, "button", "team.decision.record").click().run()

    held = store.read(workshop).bundle.decisions.latest("team")
    assert held.what.startswith("We adopt the plan: 1.5 FTE; ")
    assert held.what.endswith("It costs $131,250 of the budget of $150,000.")
    assert held.figures["budget_usd"] == 150_000


@pytest.mark.browser
def test_a_budget_chosen_with_the_keyboard_survives_a_reload(page):
    address = open_example(page)
    page.goto(f"/team?{address}")
    settled(page)
    before = answer(page)

    page.get_by_role("slider").press("ArrowRight")
    shows_no_more(page, before, ANSWER)
    after = answer(page)
    page.reload()
    settled(page)

    assert " of $575k " in after
    assert answer(page) == after


@pytest.mark.browser
@pytest.mark.soak
def test_quick_steps_of_the_budget_are_each_counted_once(page):
    address = open_example(page)
    page.goto(f"/team?{address}")
    settled(page)

    for shown in ("$575k", "$600k"):
        page.get_by_role("button", name="+ $25k").click()
        shows(page, shown, ANSWER)
    page.reload()
    settled(page)

    assert " of $600k " in answer(page)


@pytest.mark.browser
@pytest.mark.soak
def test_a_figure_changed_in_its_tab_survives_a_reload(page):
    address = open_example(page)
    page.goto(f"/team?{address}&more=change")
    settled(page)
    page.get_by_role("radio", name="Money", exact=True).click()
    field = page.get_by_label("Budget of the year, to the dollar")

    field.fill("512345")
    field.press("Enter")
    shows(page, "$512k", ANSWER)
    page.reload()
    settled(page)

    assert " of $512k " in answer(page)


@pytest.mark.browser
@pytest.mark.soak
def test_a_hosts_terms_stay_when_the_page_is_loaded_again(page):
    address = open_example(page)
    page.goto(f"/team?{address}")
    settled(page)

    page.get_by_role("combobox", name="On the terms of").click()
    page.get_by_role("option", name="Harborlight Community Foundation").click()
    expect(page.get_by_text("On the terms of Harborlight Community Foundation.")).to_be_visible()
    settled(page)
    page.reload()

    expect(page.get_by_text("On the terms of Harborlight Community Foundation.")).to_be_visible()
