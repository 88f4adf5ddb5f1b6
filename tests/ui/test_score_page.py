"""The page Score: one member's sheet, one criterion on a screen, saved as it goes; rounds opened
and closed; nobody sees another's.
"""

import re

import pytest

from cidesign.acts.set_keys import SetKeys
from cidesign.record import example_bundle, read_files
from cidesign.ui.kit import drafts
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
    press(tab, f"score.who.{member}")
    return workshop, tab


def header(tab):
    return tab.header[0].value.replace("\\", "")


def title(tab):
    return tab.title[0].value.replace("\\", "")


def shown(tab):
    return re.sub(r"\\(.)", r"\1", words(tab))


def choose(tab, level, candidate="oak", criterion="trust"):
    press(tab, f"score.level.{candidate}.{criterion}.{level}")


def cards(tab, candidate="oak", criterion="trust"):
    """The cards of a criterion by their levels, and the marked ones."""
    key = f"score.level.{candidate}.{criterion}."
    shown = [button for button in tab.button if str(button.key).startswith(key)]
    marked = [one.key.removeprefix(key) for one in shown if one.proto.type == "primary"]
    return [one.label for one in shown], marked


def rows(store, workshop):
    return [
        (one.rater, one.candidate, one.criterion, one.score, one.seq)
        for one in store.read(workshop).bundle.scores
    ]


def test_a_level_is_saved_by_one_tap_and_the_next_criterion_comes(store):
    workshop, tab = as_member(store, opened())
    press(tab, "score.begin.0")

    choose(tab, 4)

    assert not tab.exception
    assert rows(store, workshop) == [("ana", "oak", "trust", 4, 1)]
    assert title(tab) == "2. Reach"
    assert "1 of 2 saved" in shown(tab)
    assert "Trust: 4, saved" in shown(tab)


def test_a_card_shows_number_name_and_sentence_and_none_is_marked(store):
    _, tab = as_member(store, opened())

    press(tab, "score.begin.0")

    assert cards(tab) == (
        [
            "**1 · Seen as taking sides** Few would come.",
            "**2**",
            "**3**",
            "**4**",
            "**5 · Asked by all** Rivals ask them.",
        ],
        [],
    )


def test_each_card_has_the_key_of_its_number(store):
    _, tab = as_member(store, opened())

    press(tab, "score.begin.0")

    keys = {
        one.key[-1]: one.proto.shortcut
        for one in tab.button
        if str(one.key).startswith("score.level.")
    }
    assert keys == {number: number for number in "12345"}


@pytest.mark.parametrize("level", [1, 3, 5])
def test_a_double_tap_or_a_key_held_down_is_one_press(store, monkeypatch, level):
    monkeypatch.setattr("cidesign.ui.kit.session.moment", iter([1.0, 1.2, 1.5, 9.0]).__next__)
    workshop, tab = as_member(store, opened())
    press(tab, "score.begin.0")

    choose(tab, level)
    choose(tab, level, criterion="reach")
    choose(tab, level, criterion="reach")
    at_once = rows(store, workshop)
    choose(tab, level, criterion="reach")

    assert at_once == [("ana", "oak", "trust", level, 1)]
    assert rows(store, workshop)[1:] == [("ana", "oak", "reach", level, 2)]


def test_the_same_level_tapped_again_goes_on_and_adds_no_row(store):
    workshop, tab = as_member(store, opened(scores=scores("ana oak trust 2")))
    press(tab, "score.begin.0")
    press(tab, "score.back")

    choose(tab, 2)

    assert title(tab) == "2. Reach"
    assert len(rows(store, workshop)) == 1


def test_a_reason_written_before_the_tap_is_saved_with_it(store):
    workshop, tab = as_member(store, opened())
    press(tab, "score.begin.0")
    tab.text_area(key="score.why.oak.trust").set_value("Rivals asked them twice")

    choose(tab, 4)

    (one,) = store.read(workshop).bundle.scores
    assert (one.score, one.reason) == (4, "Rivals asked them twice")


def test_saving_without_a_level_says_what_is_missing_and_offers_to_go_on(store):
    workshop, tab = as_member(store, opened())
    press(tab, "score.begin.0")

    press(tab, "score.save")
    told, stayed = shown(tab), title(tab)
    press(tab, "score.skip")

    assert "Trust: no level is chosen yet" in told
    assert (stayed, title(tab)) == ("1. Trust", "2. Reach")
    assert rows(store, workshop) == []


def test_a_level_that_waits_for_its_reason_says_so_and_survives_the_way_back(store):
    start = bundle(
        "scoring",
        declarations=DECLARED,
        rules=RULES + "reasons: extremes\n",
        scores=scores("ana oak trust 2"),
    )
    workshop, tab = as_member(store, start)
    press(tab, "score.begin.0")
    choose(tab, 5, criterion="reach")
    said, here = shown(tab), title(tab)

    press(tab, "score.back")
    press(tab, "score.save")

    assert here == "2. Reach"
    assert "Not yet saved" in said
    assert cards(tab, criterion="reach")[1] == ["5"]
    assert len(rows(store, workshop)) == 1


def test_a_changed_mind_is_a_new_row_behind_the_old_one(store):
    workshop, tab = as_member(store, opened(scores=scores("ana oak trust 2", "ana oak reach 3")))
    press(tab, "score.begin.0")
    press(tab, "score.back")
    press(tab, "score.back")

    choose(tab, 5)

    assert rows(store, workshop)[-1] == ("ana", "oak", "trust", 5, 3)
    assert len(rows(store, workshop)) == 3


def test_a_score_saved_while_another_member_saved_too_is_kept_beside_it(store):
    workshop, tab = as_member(store, opened())
    press(tab, "score.begin.0")
    goal = ((("initiative", "goal"), "Ours"),)
    theirs = SetKeys(of="initiative", path="workshop.yaml", thing="our goal", changes=goal)
    store.do(workshop, theirs, nonce="theirs")

    choose(tab, 4)

    assert not tab.warning
    assert rows(store, workshop) == [("ana", "oak", "trust", 4, 1)]
    assert store.read(workshop).bundle.workshop.initiative.goal == "Ours"


FULL = ("ana oak trust 2", "ana oak reach 3")


def write_words(tab, candidate="oak"):
    tab.text_area(key=f"score.strength.{candidate}").set_value("Everybody knows them")
    tab.text_area(key=f"score.concern.{candidate}").set_value("Two people")


def test_after_the_last_criterion_come_the_words_and_then_the_next_candidate(store):
    workshop, tab = as_member(store, opened(scores=scores(*FULL)))
    press(tab, "score.begin.0")
    write_words(tab)
    promised = shown(tab)

    press(tab, "score.save")

    (one,) = store.read(workshop).bundle.remarks
    assert (one.rater, one.strength, one.concern) == ("ana", "Everybody knows them", "Two people")
    assert "Next candidate: Elm Fund" in promised
    assert title(tab) == "1. Trust"
    assert "Elm Fund · **0 of 2 saved**" in shown(tab)
    assert "Oak House: saved" in shown(tab)


def test_after_her_last_candidate_a_member_hands_on_and_nothing_of_hers_stays(store):
    workshop, tab = as_member(
        store, opened(scores=scores(*FULL, "ana elm trust 4", "ana elm reach 4"))
    )
    press(tab, "score.begin.0")
    write_words(tab)
    press(tab, "score.save")
    write_words(tab, "elm")
    promised = shown(tab)

    press(tab, "score.save")
    handed = shown(tab)
    press(tab, "score.who.ben")
    press(tab, "score.begin.0")

    assert len(store.read(workshop).bundle.remarks) == 2
    assert "hand on to the next member" in promised
    assert "Hand the device on" in "".join(box.value for box in tab.success) + handed
    assert "Everybody knows them" not in handed + shown(tab)
    assert cards(tab)[1] == []


def test_a_sheet_that_is_looked_at_again_lists_all_and_leads_on(store):
    words = "rater,candidate,strength,concern\nana,oak,Known,Small\n"
    _, tab = as_member(store, opened(scores=scores(*FULL), reasons=words))

    press(tab, "score.begin.0")
    end = [button.key for button in tab.button if str(button.key).startswith("score.to.")]
    press(tab, "score.save")

    assert end == ["score.to.0", "score.to.1", "score.to.words"]
    assert "Elm Fund · **0 of 2 saved**" in shown(tab)


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


def test_a_strength_that_waits_for_its_concern_survives_the_way_on(store):
    workshop, tab = as_member(store, opened(scores=scores(*FULL)))
    press(tab, "score.begin.0")
    tab.text_area(key="score.strength.oak").set_value("Everybody knows them")

    press(tab, "score.save")
    press(tab, "score.skip")
    press(tab, "score.to.words")

    assert tab.text_area(key="score.strength.oak").value == "Everybody knows them"
    assert store.read(workshop).bundle.remarks == ()


def test_a_reason_the_rules_ask_for_is_asked_before_the_score_is_kept(store):
    workshop, tab = as_member(
        store, bundle("scoring", declarations=DECLARED, rules=RULES + "reasons: extremes\n")
    )
    press(tab, "score.begin.0")

    choose(tab, 5)
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
    assert cards(tab)[1] == []
    assert "You step aside for Elm Fund." in home
    assert "**Elm Fund**" not in home


def test_whoever_has_not_declared_is_asked_by_name_before_she_sees_a_sheet(store):
    workshop, tab = as_member(store, bundle("scoring"), "chi")
    before = [button.key for button in tab.button if str(button.key).startswith("score.begin")]
    asked = shown(tab)

    press(tab, "candidates.clear.save")

    assert before == []
    assert ("- Oak House" in asked, "- Elm Fund" in asked, cards(tab)[0] != []) == (True,) * 3
    declared = store.read(workshop).bundle.declarations
    assert [one.candidate for one in declared] == ["oak", "elm", "ash"]
    assert {one.rater for one in declared} == {"chi"}
    assert title(tab) == "1. Trust"


def test_whoever_steps_aside_for_one_begins_with_another(store):
    _, tab = as_member(store, bundle("scoring", recusals="rater,candidate\nchi,oak\n"), "chi")

    press(tab, "candidates.clear.save")

    assert "Elm Fund · " in shown(tab)
    assert cards(tab) == ([], [])
    assert cards(tab, "elm")[0] != []


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


def test_opening_names_before_who_has_not_declared(store):
    workshop = store.create(bundle(declarations=DECLARED))
    tab = visit("score", workshop)
    told, before = tab.warning[0].value, store.read(workshop).bundle.workshop.stage.id

    press(tab, "score.open")

    assert (
        "Chi Tran and Dee Walker have not declared their conflicts yet, or that there are none."
        in told.replace("\\", "")
    )
    assert "each is asked first, and sees no sheet before" in told
    assert (before, store.read(workshop).bundle.workshop.stage.id) == ("sealed", "scoring")


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


def on_one_screen(store, start=None, member="ana"):
    workshop, tab = as_member(store, start or opened(), member)
    press(tab, "score.begin.0")
    press(tab, "score.switch")
    return workshop, tab


def typed(tab, levels, member="ana", candidate="oak"):
    tab.text_input(key=f"score.typed.{member}.{candidate}").set_value(levels).run()


def levels(tab):
    return [
        box.value
        for kind in (tab.button_group, tab.number_input)
        for box in kind
        if str(box.key).startswith("score.whole.")
    ]


def choose_in_row(tab, place, level):
    rows = [box for box in tab.button_group if str(box.key).startswith("score.whole.")]
    rows[place].set_value(level).run()


def test_all_criteria_stand_on_one_screen_and_one_press_saves_them_with_the_words(store):
    workshop, tab = on_one_screen(store)
    choose_in_row(tab, 0, 4)
    choose_in_row(tab, 1, 2)
    unsaved, kept = shown(tab), rows(store, workshop)
    write_words(tab)

    press(tab, "score.save")

    assert not tab.exception
    assert ("2 not yet saved" in unsaved, kept) == (True, [])
    assert rows(store, workshop) == [("ana", "oak", "trust", 4, 1), ("ana", "oak", "reach", 2, 2)]
    assert len(store.read(workshop).bundle.remarks) == 1
    assert "Elm Fund · **0 of 2 saved**" in shown(tab)


def test_all_levels_typed_in_one_go_are_shown_before_they_are_saved(store):
    workshop, tab = on_one_screen(store)

    typed(tab, "4 2")
    seen, kept = levels(tab), rows(store, workshop)
    write_words(tab)
    press(tab, "score.save")

    assert (seen, kept) == ([4, 2], [])
    assert [row[2:4] for row in rows(store, workshop)] == [("trust", 4), ("reach", 2)]


def test_what_is_typed_and_not_yet_entered_is_saved_by_the_press_too(store):
    workshop, tab = on_one_screen(store)
    tab.text_input(key="score.typed.ana.oak").set_value("42")

    press(tab, "score.save")

    assert [row[2:4] for row in rows(store, workshop)] == [("trust", 4), ("reach", 2)]


def test_typed_levels_that_cannot_be_read_are_told_and_nothing_is_saved(store):
    workshop, tab = on_one_screen(store)
    typed(tab, "4 7")

    press(tab, "score.save")

    assert 'Reach: "7" is no level' in tab.error[0].value.replace("\\", "")
    assert tab.text_input(key="score.typed.ana.oak").value == "4 7"
    assert (levels(tab), rows(store, workshop)) == ([None, None], [])


def test_what_is_open_is_told_what_is_there_is_saved_and_one_may_go_on(store):
    workshop, tab = on_one_screen(store)
    choose_in_row(tab, 0, 4)
    tab.text_area(key="score.strength.oak").set_value("Everybody knows them")

    press(tab, "score.save")
    told = shown(tab)
    press(tab, "score.skip")
    on_the_next = shown(tab)
    press(tab, "score.back")
    press(tab, "score.begin.0")

    assert "Still open: Reach and One concern" in told
    assert [row[2:4] for row in rows(store, workshop)] == [("trust", 4)]
    assert "Elm Fund" in on_the_next
    assert tab.text_area(key="score.strength.oak").value == "Everybody knows them"


def test_what_is_chosen_on_one_screen_and_not_saved_waits_there(store):
    workshop, tab = on_one_screen(store)
    choose_in_row(tab, 0, 4)

    tab.switch_page("pages/team.py").run()
    tab.switch_page("pages/score.py").run()

    assert levels(tab) == [4, None]
    assert rows(store, workshop) == []


def test_one_screen_shows_what_was_saved_one_by_one_and_the_other_way_round(store):
    workshop, tab = as_member(store, opened())
    press(tab, "score.begin.0")
    choose(tab, 4)

    press(tab, "score.switch")
    whole = levels(tab)
    choose_in_row(tab, 0, 5)
    press(tab, "score.save")
    press(tab, "score.switch")
    press(tab, "score.back")

    assert whole == [4, None]
    assert rows(store, workshop) == [("ana", "oak", "trust", 4, 1), ("ana", "oak", "trust", 5, 2)]
    assert cards(tab)[1] == ["5"]


def test_what_was_saved_last_stands_there_and_no_older_choice_comes_back(store):
    start = bundle("scoring", declarations=DECLARED, rules=RULES + "reasons: extremes\n")
    workshop, tab = on_one_screen(store, start)
    choose_in_row(tab, 0, 4)
    choose_in_row(tab, 1, 2)
    press(tab, "score.switch")
    choose(tab, 3)
    choose(tab, 5, criterion="reach")  # waits for its reason

    press(tab, "score.switch")
    whole = levels(tab)
    press(tab, "score.save")
    for key in ("score.switch", "score.back", "score.begin.0", "score.to.1"):
        press(tab, key)

    assert whole == [3, 2]
    assert [row[2:4] for row in rows(store, workshop)] == [("trust", 3), ("reach", 2)]
    assert cards(tab, criterion="reach")[1] == ["2"]


def test_a_reason_stays_with_a_level_that_stays(store):
    why = scores("ana oak trust 4").replace(",4,1,,,,1", ",4,1,They listen,,,1")
    workshop, tab = on_one_screen(store, opened(scores=why))
    choose_in_row(tab, 1, 3)

    press(tab, "score.save")

    kept = store.read(workshop).bundle.scores
    assert [(one.criterion, one.reason) for one in kept] == [
        ("trust", "They listen"),
        ("reach", ""),
    ]


def test_a_reason_the_rules_ask_for_is_asked_on_one_screen_too(store):
    start = bundle("scoring", declarations=DECLARED, rules=RULES + "reasons: extremes\n")
    workshop, tab = on_one_screen(store, start)
    choose_in_row(tab, 0, 5)
    choose_in_row(tab, 1, 3)

    press(tab, "score.save")
    refused, told = rows(store, workshop), shown(tab)
    tab.text_input(key="score.whole.why.ana.oak.trust").set_value("Rivals asked them")
    press(tab, "score.save")

    assert refused == []
    assert "the rule sheet asks for a reason here" in told
    assert [(one.score, one.reason) for one in store.read(workshop).bundle.scores] == [
        (5, "Rivals asked them"),
        (3, ""),
    ]


def test_a_second_press_after_a_refusal_saves_what_was_changed_since(store):
    workshop, tab = on_one_screen(store)
    choose_in_row(tab, 0, 4)
    press(tab, "score.save")
    choose_in_row(tab, 0, 2)

    press(tab, "score.save")

    assert [row[2:] for row in rows(store, workshop)] == [("trust", 4, 1), ("trust", 2, 2)]


def test_a_committee_of_many_chooses_its_name_from_a_list(store):
    many = "\n".join(f"- {{id: m{n}, name: Member {n}}}" for n in range(13))
    start = read_files(
        {
            **opened().files,
            "workshop.yaml": f"name: Ours\nstage: scoring\nmembers:\n{many}\n".encode(),
        }
    )
    tab = visit("score", store.create(start))

    tab.selectbox(key="score.who").set_value("m7").run()

    assert "You score as **Member 7**" in shown(tab)
    assert not [one for one in tab.button if str(one.key).startswith("score.who.")]


def test_a_scale_without_levels_is_typed_and_saved_on_one_screen_too(store):
    wide = RULES.replace("{worst: 1, best: 5, step: 1}", "{worst: 0, best: 100}")
    workshop, tab = on_one_screen(store, bundle("scoring", declarations=DECLARED, rules=wide))

    typed(tab, "4 62.5")
    seen = levels(tab)
    press(tab, "score.save")

    assert seen == [4, 62.5]
    assert [row[2:4] for row in rows(store, workshop)] == [("trust", 4), ("reach", 62.5)]


def test_a_panel_that_agrees_on_one_score_has_nobody_to_hand_on_to(store):
    one_score = RULES.replace("quorum: 2", "aggregation: consensus\nreasons: none")
    agreed = bundle("scoring", rules=one_score)
    _, tab = as_member(store, agreed, "panel")
    press(tab, "score.begin.0")
    for criterion, level in (("trust", 4), ("reach", 2)):
        choose(tab, level, criterion=criterion)
    press(tab, "score.save")
    for criterion, level in (("trust", 3), ("reach", 5)):
        choose(tab, level, "elm", criterion)
    last = next(button.label for button in tab.button if button.key == "score.save")

    press(tab, "score.save")

    assert last == "To all candidates"
    assert "your sheet is complete" in header(tab)


def whole_sheet(tab):
    choose_in_row(tab, 0, 4)
    choose_in_row(tab, 1, 2)
    write_words(tab)
    press(tab, "score.save")


def card_by_card(tab):
    press(tab, "score.switch")
    tab.text_area(key="score.why.oak.trust").set_value("Asked twice").run()
    choose(tab, 4)
    choose(tab, 2, criterion="reach")
    write_words(tab)
    press(tab, "score.save")


def typed_in_one_go(tab):
    tab.text_input(key="score.typed.ana.oak").set_value("4 2")
    write_words(tab)
    press(tab, "score.save")


@pytest.mark.parametrize("fill_in", [whole_sheet, card_by_card, typed_in_one_go])
def test_no_page_says_not_saved_once_a_sheet_is_saved(store, fill_in):
    workshop, tab = on_one_screen(store)

    fill_in(tab)

    assert len(store.read(workshop).bundle.remarks) == 1
    assert "Elm Fund · **0 of 2 saved**" in shown(tab)
    assert not pages_with_some(tab, workshop)


def pages_with_some(tab, workshop):
    return {
        key.split(".")[0]
        for at, of, key in tab.session_state["_drafts"]
        if at == workshop and of != drafts.USED
    }


def test_words_that_are_written_and_not_saved_are_still_told(store):
    workshop, tab = on_one_screen(store)

    write_words(tab)
    tab.run()

    assert pages_with_some(tab, workshop) == {"score"}


@pytest.mark.parametrize("switched", [False, True])
def test_a_sheet_says_whose_it_is_and_can_be_left_at_any_question(store, switched):
    workshop, tab = as_member(store, opened(), "ben")
    press(tab, "score.begin.0")
    choose(tab, 4)
    if switched:
        press(tab, "score.switch")
    whose = shown(tab)

    press(tab, "score.stop")

    assert "Ben Okafor" in whose
    assert rows(store, workshop) == [("ben", "oak", "trust", 4, 1)]
    assert {"score.else", "score.begin.0"} <= {one.key for one in tab.button}


@pytest.mark.parametrize(
    ("left", "says", "never"),
    [
        ([], "no sheet was left out", "set aside"),
        (["ana"], "The unfinished sheets of one member were set aside", "no sheet was left out"),
        (["ana", "ben"], "The unfinished sheets of two members were set aside", "left out"),
    ],
)
def test_a_closed_round_tells_how_many_were_set_aside_and_not_whose(store, left, says, never):
    aside = "rater,candidate,kind\n" + "".join(f"{who},oak,unfinished\n" for who in left)
    start = bundle("scored", scores=scores("chi oak trust 4"), recusals=aside if left else "")

    said = shown(visit("score", store.create(start)))

    assert says in said
    assert never not in said


def test_a_member_whose_sheets_were_set_aside_is_not_told_that_she_steps_aside(store):
    aside = "rater,candidate,kind\nana,oak,unfinished\nana,elm,unfinished\n"

    _, tab = as_member(store, opened(recusals=aside))

    assert "The facilitator set your unfinished sheets aside: Oak House and Elm Fund." in shown(tab)
    assert "step aside" not in shown(tab)


@pytest.mark.parametrize(("given", "warns"), [((), False), (("ana oak trust 2",), True)])
def test_the_rule_on_begun_sheets_is_told_where_one_was_begun(store, given, warns):
    refuses = RULES.replace("missing: leave_out", "missing: refuse")
    start = bundle("scoring", rules=refuses, scores=scores(*given) if given else "")
    tab = visit("score", store.create(start))

    if not warns:
        press(tab, "score.close")
    said = shown(tab) + "".join(box.value for box in tab.warning)

    assert ("A sheet that was begun must be complete" in said) is warns
