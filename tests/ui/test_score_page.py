"""The page Score: one member's sheet, one criterion on a screen, saved as it goes; rounds opened
and closed; nobody sees another's.
"""

import re

import pytest

from cidesign.acts.set_keys import SetKeys
from cidesign.record import example_bundle, read_files
from tests.ui.test_pages import EXAMPLE, press, visit, words
from tests.views.compare.panels import RULES, bundle, scores

DECLARED = "rater,candidate\n" + "".join(
    f"{rater},{candidate}\n" for rater in ("ana", "ben") for candidate in ("oak", "elm")
)


def opened(**tables):
    return bundle("scoring", **{"declarations": DECLARED, **tables})


def as_member(store, start, member="ana"):
    workshop = store.create(start)
    tab = visit("score", workshop)
    tab.selectbox(key="score.who").set_value(member).run()
    return workshop, tab


def header(tab):
    return tab.header[0].value.replace("\\", "")


def title(tab):
    return tab.title[0].value.replace("\\", "")


def shown(tab):
    return re.sub(r"\\(.)", r"\1", words(tab))


def choose(tab, level, candidate="oak", criterion="trust"):
    tab.radio(key=f"score.level.{candidate}.{criterion}").set_value(level).run()


def rows(store, workshop):
    return [
        (one.rater, one.candidate, one.criterion, one.score, one.seq)
        for one in store.read(workshop).bundle.scores
    ]


def test_a_level_is_saved_at_once_and_the_next_criterion_comes(store):
    workshop, tab = as_member(store, opened())
    press(tab, "score.begin.0")
    choose(tab, tab.radio(key="score.level.oak.trust").options and 4)

    press(tab, "score.save")

    assert not tab.exception
    assert rows(store, workshop) == [("ana", "oak", "trust", 4, 1)]
    assert title(tab) == "2. Reach"
    assert "1 of 2 saved" in shown(tab)


def test_a_card_shows_number_name_and_sentence(store):
    _, tab = as_member(store, opened())

    press(tab, "score.begin.0")

    cards = [
        re.sub(r"\\(.)", r"\1", card) for card in tab.radio(key="score.level.oak.trust").options
    ]
    assert cards == [
        "**1 · Seen as taking sides** Few would come.",
        "**2**",
        "**3**",
        "**4**",
        "**5 · Asked by all** Rivals ask them.",
    ]


def test_saving_without_a_level_says_what_is_missing_and_offers_to_go_on(store):
    workshop, tab = as_member(store, opened())
    press(tab, "score.begin.0")

    press(tab, "score.save")
    told, stayed = shown(tab), title(tab)
    press(tab, "score.skip")

    assert "Trust: no level is chosen yet" in told
    assert (stayed, title(tab)) == ("1. Trust", "2. Reach")
    assert rows(store, workshop) == []


def test_an_unsaved_level_says_so_and_survives_the_way_back(store):
    workshop, tab = as_member(store, opened(scores=scores("ana oak trust 2")))
    press(tab, "score.begin.0")
    choose(tab, 5, criterion="reach")
    said = shown(tab)

    press(tab, "score.back")
    press(tab, "score.save")

    assert "Not yet saved" in said
    assert tab.radio(key="score.level.oak.reach").value == 5
    assert len(rows(store, workshop)) == 1


def test_a_changed_mind_is_a_new_row_behind_the_old_one(store):
    workshop, tab = as_member(store, opened(scores=scores("ana oak trust 2", "ana oak reach 3")))
    press(tab, "score.begin.0")
    press(tab, "score.back")
    press(tab, "score.back")
    choose(tab, 5)

    press(tab, "score.save")

    assert rows(store, workshop)[-1] == ("ana", "oak", "trust", 5, 3)
    assert len(rows(store, workshop)) == 3


def test_a_score_saved_while_another_member_saved_too_is_kept_beside_it(store):
    workshop, tab = as_member(store, opened())
    press(tab, "score.begin.0")
    choose(tab, 4)
    goal = ((("initiative", "goal"), "Ours"),)
    theirs = SetKeys(of="initiative", path="workshop.yaml", thing="our goal", changes=goal)
    store.do(workshop, theirs, nonce="theirs")

    press(tab, "score.save")

    assert not tab.warning
    assert rows(store, workshop) == [("ana", "oak", "trust", 4, 1)]
    assert store.read(workshop).bundle.workshop.initiative.goal == "Ours"


def test_after_the_last_criterion_come_the_words_and_then_the_list_of_all(store):
    workshop, tab = as_member(store, opened(scores=scores("ana oak trust 2", "ana oak reach 3")))
    press(tab, "score.begin.0")
    tab.text_area(key="score.strength.oak").set_value("Everybody knows them")
    tab.text_area(key="score.concern.oak").set_value("Two people")

    press(tab, "score.save")

    (one,) = store.read(workshop).bundle.remarks
    assert (one.rater, one.strength, one.concern) == ("ana", "Everybody knows them", "Two people")
    assert [button.key for button in tab.button if str(button.key).startswith("score.to.")] == [
        "score.to.0",
        "score.to.1",
        "score.to.words",
    ]


def test_a_sheet_that_lacks_only_its_words_says_so_and_opens_with_a_way_back_to_each_score(store):
    _, tab = as_member(store, opened(scores=scores("ana oak trust 2", "ana oak reach 3")))
    home = shown(tab)

    press(tab, "score.begin.0")
    end = [button.key for button in tab.button if str(button.key).startswith("score.to.")]
    counted = shown(tab)
    press(tab, "score.to.0")

    assert not tab.exception
    assert "strength and concern missing" in home
    assert "2 of 2 saved" not in home
    assert "2 of 2 saved**, strength and concern missing" in counted
    assert end == ["score.to.0", "score.to.1"]
    assert title(tab) == "1. Trust"


def test_a_strength_that_is_not_saved_yet_survives_a_look_at_a_score(store):
    workshop, tab = as_member(store, opened(scores=scores("ana oak trust 2", "ana oak reach 3")))
    press(tab, "score.begin.0")
    tab.text_area(key="score.strength.oak").set_value("Everybody knows them")

    press(tab, "score.to.1")
    press(tab, "score.save")
    back = tab.text_area(key="score.strength.oak").value
    tab.text_area(key="score.concern.oak").set_value("Two people")
    press(tab, "score.save")

    assert back == "Everybody knows them"
    (one,) = store.read(workshop).bundle.remarks
    assert (one.strength, one.concern) == ("Everybody knows them", "Two people")


def test_words_need_both_a_strength_and_a_concern(store):
    workshop, tab = as_member(store, opened(scores=scores("ana oak trust 2", "ana oak reach 3")))
    press(tab, "score.begin.0")
    tab.text_area(key="score.strength.oak").set_value("Everybody knows them")

    press(tab, "score.save")

    assert "One concern: nothing is written there" in shown(tab)
    assert store.read(workshop).bundle.remarks == ()


def test_a_reason_the_rules_ask_for_is_asked_before_the_score_is_kept(store):
    workshop, tab = as_member(
        store, bundle("scoring", declarations=DECLARED, rules=RULES + "reasons: extremes\n")
    )
    press(tab, "score.begin.0")
    choose(tab, 5)

    press(tab, "score.save")
    refused = rows(store, workshop)
    tab.text_area(key="score.why.oak.trust").set_value("Rivals asked them twice")
    press(tab, "score.save")

    assert refused == []
    assert store.read(workshop).bundle.scores[0].reason == "Rivals asked them twice"


def test_a_member_sees_nothing_of_another_and_not_whom_she_steps_aside_for(store):
    canary = scores(
        "ben oak trust 1", "ben oak reach 1", "ben elm trust 1", "ben elm reach 1"
    ).replace(",1,1,,,,1", ",1,1,canary-why,,,1")
    _, tab = as_member(store, opened(scores=canary, recusals="rater,candidate\nana,elm\n"))
    home = shown(tab)
    press(tab, "score.begin.0")

    assert "canary-why" not in home + shown(tab)
    assert tab.radio(key="score.level.oak.trust").value is None
    assert "You step aside for Elm Fund." in home
    assert "**Elm Fund**" not in home


def test_whoever_has_not_declared_is_asked_before_she_scores(store):
    _, tab = as_member(store, bundle("scoring"), "chi")
    before = [button.key for button in tab.button if str(button.key).startswith("score.begin")]

    press(tab, "candidates.clear.save")

    assert before == []
    assert [button.key for button in tab.button if str(button.key).startswith("score.begin")] == [
        "score.begin.0",
        "score.begin.1",
    ]


@pytest.mark.parametrize(
    ("stage", "links"), [("scored", ["To the comparison"]), ("sealed", []), ("scoring", [])]
)
def test_the_comparison_is_a_tap_away_once_the_round_is_closed(store, stage, links):
    tab = visit(
        "score",
        store.create(
            bundle(stage, scores=scores("ana oak trust 4") if stage == "scored" else None)
        ),
    )

    assert not tab.exception
    assert [
        link.proto.label
        for link in tab.get("page_link")
        if link.proto.page == "compare" and "comparison" in link.proto.label
    ] == links


@pytest.mark.parametrize("stage", ["draft", "sealed"])
def test_nobody_scores_before_the_rules_are_sealed(store, stage):
    tab = visit("score", store.create(bundle(stage, sealed=False)))

    assert header(tab) == "Scoring waits for the sealed rules."
    assert "Nobody scores before the rule sheet is sealed" in words(tab)
    assert not [box for box in tab.selectbox if box.key == "score.who"]


def test_a_facilitator_opens_the_round(store):
    everybody = "rater,candidate\n" + "".join(
        f"{one},{candidate}\n"
        for one in ("ana", "ben", "chi", "dee")
        for candidate in ("oak", "elm")
    )
    workshop = store.create(bundle(declarations=everybody))
    tab = visit("score", workshop)

    press(tab, "score.open")

    assert store.read(workshop).bundle.workshop.stage.id == "scoring"
    assert header(tab) == "Round 1 is open: none of four sheets is complete."


def test_opening_names_who_has_not_declared_and_takes_a_second_word(store):
    workshop = store.create(bundle(declarations=DECLARED))
    tab = visit("score", workshop)

    press(tab, "score.open")
    told, still = tab.warning[0].value, store.read(workshop).bundle.workshop.stage.id
    press(tab, "score.open.anyway")

    assert (
        "Chi Tran and Dee Walker have not declared their conflicts yet, or that there are none."
        in told.replace("\\", "")
    )
    assert (still, store.read(workshop).bundle.workshop.stage.id) == ("sealed", "scoring")


def test_closing_says_before_that_nobody_would_have_a_rank(store):
    full = [
        f"ana {candidate} {criterion} 3"
        for candidate in ("oak", "elm")
        for criterion in ("trust", "reach")
    ]
    tab = visit("score", store.create(opened(scores=scores(*full))))

    press(tab, "score.close")

    # Oak and Elm may be chosen; each stands on Ana alone, and the rule sheet asks for two.
    told = tab.warning[0].value.replace("\\", "")
    assert "If it closes now, nobody will have a rank" in told
    assert (
        "Two candidates are scored by fewer members than the two the rule sheet asks for." in told
    )


def test_closing_shows_what_is_missing_in_counts_and_takes_a_second_word(store):
    full = [
        f"ana {candidate} {criterion} 3"
        for candidate in ("oak", "elm")
        for criterion in ("trust", "reach")
    ]
    workshop = store.create(opened(scores=scores(*full, "ben oak trust 5")))
    tab = visit("score", workshop)

    press(tab, "score.close")
    told, still = tab.warning[0].value, store.read(workshop).bundle.workshop.stage.id
    press(tab, "score.close.anyway")

    assert "Two members have given no score" in told
    assert "One sheet is not complete; scores missing: 3" in told.replace("\\", "")
    assert not [name for name in ("Ana", "Ben", "Chi", "Dee") if name in told]
    assert (still, store.read(workshop).bundle.workshop.stage.id) == ("scoring", "scored")
    assert len(store.read(workshop).bundle.scores) == 5


def test_the_close_can_be_recorded_with_its_number_of_sheets(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit("score", workshop)
    tab.text_area(key="score.decision.because").set_value("All who could have scored.")

    press(tab, "score.decision.record")

    assert (
        store.read(workshop).bundle.decisions.latest("score").what
        == "Round 1 is closed with 6 of 7 sheets complete."
    )


def test_a_scale_without_steps_takes_a_number(store):
    smooth = RULES.replace("{worst: 1, best: 5, step: 1}", "{worst: 0, best: 100}")
    workshop, tab = as_member(
        store,
        bundle("scoring", rules=smooth, declarations=DECLARED, scores=scores("ana oak trust 3")),
    )
    press(tab, "score.begin.0")
    tab.number_input(key="score.level.oak.reach").set_value(62.5).run()

    press(tab, "score.save")

    assert str(store.read(workshop).bundle.scores[-1].score) == "62.5"


def test_what_a_candidate_wrote_about_a_criterion_stands_beside_it(store):
    start = read_files({**opened().files, "applications/oak/trust.md": b"We hold the **table**."})
    _, tab = as_member(store, start)

    press(tab, "score.begin.0")

    assert "We hold the **table**." in [element.value for element in tab.text]


def test_while_a_round_is_open_pages_say_what_still_tells_a_score(store):
    workshop, tab = as_member(store, opened(scores=scores("ben oak trust 4")))
    closed = store.create(bundle("scored", scores=scores("ben oak trust 4")))
    warned = "the bundle holds every score with its name"

    assert "There is no password: who chooses your name sees your sheet." in shown(tab)
    assert warned in shown(visit("overview", workshop))
    assert warned in shown(visit("memo", workshop))
    assert warned not in shown(visit("overview", closed))
