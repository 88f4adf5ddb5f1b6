"""The page Compare: closed while a round is open, a fitness check where one was asked, large on the
wall.
"""

import re

import pytest

from cidesign.record import changed, example_bundle
from tests.ui.planning import drawn
from tests.ui.test_pages import APP, EXAMPLE, AppTest, press, visit, words
from tests.views.compare.panels import RULES, bundle, scores

CANARY = (
    "ana oak trust 4",
    "ben oak trust 3",
    "ana oak reach 1",
    "ben oak reach 2",
    "ana elm trust 5",
    "ben elm reach 5",
)
ONE = "id,name,price\noak,Oak House,40\n"


def header(tab):
    return tab.header[0].value.replace("\\", "")


def links(tab):
    return [link.proto.label for link in tab.get("page_link")]


def alone(**more):
    return bundle(
        "scored", rules=RULES + "mode: closed\n", candidates=ONE, scores=scores(*CANARY[:4]), **more
    )


def on_the_wall(workshop):
    tab = AppTest.from_file(str(APP), default_timeout=60)
    tab.query_params["w"] = workshop
    tab.query_params["show"] = "projector"
    return tab.switch_page("pages/compare.py").run()


def test_while_a_round_is_open_no_surface_shows_a_result(store):
    workshop = store.create(bundle("scoring", scores=scores(*CANARY)))

    compare, overview, wall = (
        visit("compare", workshop),
        visit("overview", workshop),
        on_the_wall(workshop),
    )

    assert header(compare) == "The result stays closed while round 1 is open."
    assert "Nobody sees scores, points or order before the round is closed" in words(compare)
    for tab in (compare, overview, wall):
        assert not tab.exception
        assert not tab.get("plotly_chart")
        assert "leads by" not in words(tab)
    assert not [radio for radio in compare.radio if radio.key == "compare.decision.chosen"]


def test_after_the_close_the_example_is_compared():
    tab = drawn("compare")

    assert "leads by" in header(tab)
    assert [chart.key for chart in tab.get("plotly_chart")] == ["compare.points"]


@pytest.mark.parametrize(
    ("more", "charts"),
    [
        ("would-it-hold", ["compare.firm"]),
        ("what-would-change-it", ["compare.tie"]),
        ("where-we-differ", ["compare.talk", "compare.spread"]),
    ],
)
def test_what_the_result_rests_on_waits_in_tabs(more, charts):
    tab = drawn("compare", more=more)

    assert not tab.exception
    assert [chart.key for chart in tab.get("plotly_chart")][1:] == charts


def test_where_one_was_asked_its_fitness_is_checked_and_nobody_is_ranked(store):
    tab = visit("compare", store.create(alone()))

    assert header(tab) == "Oak House passes two of three marks; weak on reach."
    assert "leads by" not in words(tab)
    assert "Without a rank" not in words(tab)


def test_the_decision_waits_for_the_reason_why_only_one_was_asked(store):
    workshop = store.create(alone())
    tab = visit("compare", workshop)
    before = [button.key for button in tab.button if button.key == "compare.decision.record"]
    press(tab, "compare.alone.save")
    told = tab.error[0].value
    tab.text_area(key="compare.alone").set_value("Nobody else here could hold the grant.")

    press(tab, "compare.alone.save")
    tab.radio(key="compare.decision.chosen").set_value("oak")
    tab.text_area(key="compare.decision.because").set_value(
        "Reach is built by hiring an organizer."
    )
    press(tab, "compare.decision.record")

    kept = store.read(workshop).bundle
    assert before == []
    assert "Nothing is written there" in told
    assert kept.workshop.sole_source == "Nobody else here could hold the grant."
    held = kept.decisions.latest("compare")
    assert (held.what, held.figures["chosen"], held.figures["passed"]) == ("Oak House", "oak", 2)
    assert held.figures["sole_source"] == "Nobody else here could hold the grant."


def test_the_wall_shows_question_answer_and_one_chart_and_nothing_to_decide(store):
    tab = on_the_wall(store.create(example_bundle(EXAMPLE)))

    assert not tab.exception
    assert "leads by" in header(tab)
    assert [chart.key for chart in tab.get("plotly_chart")] == ["compare.wall.totals"]
    assert not [*tab.text_area, *tab.text_input, *tab.subheader]
    assert "raters" not in words(tab)


def test_the_wall_says_which_candidates_and_criteria_it_has_no_room_for(store):
    tab = on_the_wall(store.create(example_bundle(EXAMPLE)))
    first = words(tab)

    tab.button_group(key="compare.screen").set_value("points").run()

    assert "The first five of six candidates are drawn" in first
    assert "The first four of six candidates are drawn" in words(tab)
    assert "The first five of nine criteria are drawn" in words(tab)


def test_another_chart_can_be_put_on_the_wall(store):
    tab = on_the_wall(store.create(example_bundle(EXAMPLE)))

    tab.button_group(key="compare.screen").set_value("points").run()

    assert not tab.exception
    assert len(tab.get("plotly_chart")) == 1


def test_a_second_version_of_the_rules_is_marked(store):
    start = changed(
        bundle("scored", scores=scores(*CANARY)), "rules.yaml", {("seal", "version"): 2}
    )

    shown = words(visit("compare", store.create(start)))

    assert "version 2 of the rules, sealed 14 September 2026" in shown


def test_where_a_backbone_works_already_nobody_is_compared(store):
    has = changed(
        bundle("scored", scores=scores(*CANARY)),
        "workshop.yaml",
        {("initiative", "existing_backbone"): "yes"},
    )

    for page in ("compare", "score"):
        assert (
            header(visit(page, store.create(has)))
            == "This step is not needed: a backbone works already."
        )


def test_where_nobody_has_a_rank_there_is_nothing_to_record(store):
    panel = bundle("scored", rules=RULES.replace("quorum: 2", "quorum: 4"), scores=scores(*CANARY))

    tab = visit("compare", store.create(panel))

    assert not [button.key for button in tab.button if button.key == "compare.decision.record"]
    assert "Nobody has a rank; the reasons stand above." in words(tab).replace("\\", "")
    assert header(tab) == "Nobody can be ranked yet."
    assert "Open round 2" in links(tab)
    assert (
        words(tab).replace("\\", "").count("the 4 raters the rule sheet asks for") == 3
    )  # one line for each of the three


def test_where_the_panel_is_too_small_a_member_is_asked_for_and_no_round_is_offered(store):
    rules = RULES.replace("quorum: 2", "quorum: 5")  # four members
    ranked = visit("compare", store.create(bundle("scored", rules=rules, scores=scores(*CANARY))))
    checked = visit(
        "compare",
        store.create(bundle("scored", rules=rules, candidates=ONE, scores=scores(*CANARY[:4]))),
    )

    for tab in (ranked, checked):
        assert not tab.exception
        assert "the rules ask for five on each candidate, and the workshop has four." in words(
            tab
        ).replace("\\", "")
        assert "Add a member" in links(tab)
        assert "Open round 2" not in links(tab)
        assert "Mend them, or open another round" not in words(tab)


def test_a_member_who_stepped_aside_and_scored_nobody_is_no_misspelt_name(store):
    panel = bundle("scored", scores=scores(*CANARY), recusals="rater,candidate\nchi,oak\n")

    told = words(visit("compare", store.create(panel)))

    assert "gave no score to the others yet" in told
    assert "spelling" not in told


def test_one_that_is_not_eligible_cannot_be_chosen_though_it_was_the_only_one_asked(store):
    out = "id,name,eligible,eligible_reason,price\noak,Oak House,no,It has no staff,40\n"
    more = "sole_source: Nobody else could.\n"
    panel = bundle(
        "scored",
        rules=RULES + "mode: closed\n",
        candidates=out,
        scores=scores(*CANARY[:4]),
        more=more,
    )

    tab = visit("compare", store.create(panel))

    assert not [button.key for button in tab.button if button.key == "compare.decision.record"]
    assert "Oak House is not eligible, so it cannot be chosen." in words(tab).replace("\\", "")


def test_a_candidates_name_is_never_obeyed_as_markup_in_the_decision(store):
    named = "id,name,price\noak,:red[Oak] [x](javascript:alert(1)) $a$ **b**,40\nelm,Elm,20\n"
    rows = ("ana oak trust 4", "ben oak trust 4", "ana oak reach 3", "ben oak reach 3")

    tab = visit("compare", store.create(bundle("scored", candidates=named, scores=scores(*rows))))

    (option,) = tab.radio(key="compare.decision.chosen").options
    assert ":red[" not in option
    assert not re.search(r"(?<!\\)\]\(", option)
    assert not re.search(r"(?<!\\)[$*]", option)


def test_people_beyond_the_committee_stand_beside_the_points_after_the_close():
    tab = drawn("compare", more="where-we-differ")

    assert "Heard, not counted" in words(tab)
    assert "Two groups beyond the committee were heard; all rate Spark Rowhouse" in words(tab)
