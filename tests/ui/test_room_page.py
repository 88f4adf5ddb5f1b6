"""The facilitator's screen, drawn for one person after another in one process: who leads the room
lets people in and sees who is done; everybody else sees a total, and nobody what was given.
"""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from cidesign.acts.close_round import CloseRound
from cidesign.domain.person import OPERATOR, Presence, Role
from cidesign.domain.problem import BadInput
from cidesign.record import read_files
from cidesign.report.links import links_sheet
from cidesign.ui.kit import who
from cidesign.ui.room import links
from cidesign.workshop import Conflict, passes, people, rehearsing, timing
from cidesign.workshop.writing import now
from tests.serve.asking import files
from tests.ui.test_no_dead_button import DECLARED, REFUSES
from tests.ui.test_pages import visit, words
from tests.ui.test_put_right_page import BEN, LEFT
from tests.ui.test_shared import everything, holding, joined, planted
from tests.views.compare.panels import bundle, scores
from tests.workshop.test_rehearsing import FEIGNED, SIX, give
from tests.workshop.test_rehearsing import files as rehearsed

CODE = re.compile(r"[A-Z2-9]{4} [A-Z2-9]{4}")


@pytest.fixture
def shared():
    who.share(at="http://10.0.0.5:8501")
    yield
    who.share(on=False)


@pytest.fixture
def workshop(store):
    """Four members; Ana and Ben have declared, and a round is open."""
    return store.create(read_files(files()))


@pytest.fixture
def leading(store, workshop, shared):
    """The facilitator's browser."""
    _, cookie = joined(store, workshop, "", Role.FACILITATOR)
    with holding(cookie):
        yield cookie


def keys(tab):
    return {str(one.key) for one in tab.button}


def loudest(tab):
    """The keys of the buttons drawn as the first thing to press."""
    return {str(one.key) for one in tab.button if one.proto.type == "primary"}


def press(tab, key):
    return next(one for one in tab.button if one.key == key).click().run()


def of(store, workshop, presence):
    known = people.people_of(store, workshop, OPERATOR)
    return [one.person for one in known if one.presence is presence]


def texts(tab):
    return [one.value for one in tab.text]


def test_alone_the_page_says_so_and_how_phones_come_in(store, workshop):
    tab = visit("room", workshop)

    assert not tab.exception
    assert tab.header[0].value == "Everybody uses this one device\\."
    assert "cidesign serve" in words(tab)
    assert keys(tab) == set()


def test_a_code_is_opened_shown_large_and_shut(store, workshop, leading):
    tab = press(visit("room", workshop), "room.open")
    code = people.code_of(store, workshop, OPERATOR)
    shown = texts(tab)
    press(tab, "room.shut")

    assert f"{code[:4]} {code[4:]}" in shown
    assert "Point a phone at the square, or open 10.0.0.5:8501/join" in shown
    assert people.code_of(store, workshop, OPERATOR) == ""
    assert not any(CODE.fullmatch(one) for one in texts(tab))


def test_two_quick_presses_open_one_door(store, workshop, leading):
    tab = visit("room", workshop)
    button = next(one for one in tab.button if one.key == "room.open")
    press(tab, "room.open")
    code = people.code_of(store, workshop, OPERATOR)

    button.click().run()

    assert people.code_of(store, workshop, OPERATOR) == code


def test_who_waits_is_let_in_as_the_member_of_her_name_or_turned_away(store, workshop, leading):
    code = people.open_room(store, workshop, OPERATOR)
    chi = people.ask(store, code, "chi tran").person
    eve = people.ask(store, code, "Eve").person
    tab = visit("room", workshop)
    offered = tab.selectbox(key=f"room.door.as.{eve.id}")
    chosen = (tab.selectbox(key=f"room.door.as.{chi.id}").value, offered.value)

    press(tab, f"room.door.yes.{chi.id}")
    press(tab, f"room.door.no.{eve.id}")

    assert chosen == ("member:chi", "observer")
    assert len(offered.options) == 4 + 3
    assert people.known(store, workshop, chi.id).person.member == "chi"
    assert people.known(store, workshop, chi.id).presence is Presence.JOINED
    assert people.known(store, workshop, eve.id).presence is Presence.GONE


def test_who_comes_to_the_door_is_told_wherever_on_the_page_one_is_and_counted_on_the_wall(
    store, workshop, leading
):
    code = people.open_room(store, workshop, OPERATOR)
    people.ask(store, code, "Fay Stone")
    tab = visit("room", workshop)
    one = texts(tab)
    people.ask(store, code, "Eve *Ward*")
    two = texts(tab.run())
    tab.query_params["show"] = "projector"
    wall = texts(tab.run())

    top = "You let people in at the top of this page."
    assert f"Fay Stone waits at the door. {top}" in one
    assert f"Two people wait at the door. {top}" in two
    assert "Two people wait at the door." in wall
    assert not any("Fay" in one for one in wall)


@pytest.mark.parametrize("page", ["overview", "process", "team"])
def test_who_knocks_is_told_to_the_facilitator_on_her_other_pages_with_the_way_there(
    store, workshop, leading, page
):
    code = people.open_room(store, workshop, OPERATOR)
    tab = visit(page, workshop)
    nobody = texts(tab)
    people.ask(store, code, "Fay *Stone*")
    one, way = texts(tab.run()), everything(tab)
    people.ask(store, code, "Eve Ward")
    two = texts(tab.run())
    tab.query_params["show"] = "projector"
    wall = texts(tab.run())

    assert "Fay *Stone* waits at the door." not in nobody
    assert "Fay *Stone* waits at the door." in one
    assert "Go to Room" in way
    assert "Two people wait at the door." in two
    assert not any("the door" in told for told in wall)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.OBSERVER, Role.SCRIBE])
def test_who_knocks_is_told_to_nobody_else(store, workshop, shared, role):
    people.ask(store, people.open_room(store, workshop, OPERATOR), "Fay Stone")
    who_, cookie = joined(store, workshop, "ana" if role is Role.MEMBER else "", role)
    with holding(cookie):
        tab = visit("process", workshop)

    assert not tab.exception
    assert "Fay Stone" not in everything(tab)
    with pytest.raises(BadInput):
        people.at_the_door(store, workshop, who_)


def test_one_who_comes_while_links_are_made_loses_nobody_hers(store, workshop, leading):
    tab = visit("room", workshop)
    joined(store, workshop, "ben")  # since the page was drawn
    press(tab, "room.links.all")

    made = tab.session_state[f"_room.cards.{workshop}"]
    assert [card.of for card in made] == ["ana", "chi", "dee"]


def test_one_press_makes_a_link_for_each_member_who_has_none(store, workshop, leading):
    joined(store, workshop, "ana")
    ben = people.invite(store, workshop, OPERATOR, name="Ben", role=Role.MEMBER, member="ben")
    tab = press(visit("room", workshop), "room.links.all")

    made = tab.session_state[f"_room.cards.{workshop}"]
    tokens = [card.link.partition("/join#")[2] for card in made]
    came = [people.redeem(store, token).person.member for token in tokens]
    press(tab, "room.put_away")

    assert came == ["chi", "dee"]
    assert people.redeem(store, ben.token).person.member == "ben"  # hers still leads in
    assert all(card.link.startswith("http://10.0.0.5:8501/join#") for card in made)
    assert "Make links" not in words(tab)
    assert tab.session_state[f"_room.cards.{workshop}"] == ()


def test_the_links_stand_on_a_sheet_to_cut_out_with_names_as_text(store, workshop, leading):
    cards = (links.Card("x", "<b>Eve</b>", Role.OBSERVER, "http://h/join#TOKEN"),)

    told = links_sheet("Mill & Creek", cards).decode()

    assert "&lt;b&gt;Eve&lt;/b&gt;" in told
    assert "<b>Eve" not in told
    assert told.count("<svg") == 1
    assert "http://h/join#TOKEN" in told
    assert not re.findall(r"(?:src|href)=", told)


def test_people_get_a_new_link_or_are_sent_away_and_guests_are_invited(store, workshop, leading):
    ana, her_pass = joined(store, workshop, "ana")
    tab = visit("room", workshop)
    tab.button_group(key="room.closer").set_value("people").run()

    press(tab, f"room.links.new.{ana.id}")
    said, holds = words(tab), passes.person_of(store, her_pass)
    press(tab, f"room.links.keep.{ana.id}")
    kept = keys(tab)
    press(tab, f"room.links.new.{ana.id}")
    press(tab, f"room.links.yes.{ana.id}")
    ended, shown = passes.person_of(store, her_pass), tab.session_state[f"_room.cards.{workshop}"]
    press(tab, f"room.links.away.{ana.id}")
    press(tab, f"room.links.yes.{ana.id}")
    tab.text_input(key="room.guest.name").input("Fay Stone").run()
    tab.button_group(key="room.guest.role").set_value("scribe").run()
    press(tab, "room.guest.make")

    assert "It ends at once" in said
    assert holds is not None  # nothing ends by the first press
    assert f"room.links.yes.{ana.id}" not in kept
    assert ended is None
    assert [card.name for card in shown] == ["ana"]
    assert ana.id not in [one.id for one in of(store, workshop, Presence.JOINED)]
    (fay,) = of(store, workshop, Presence.INVITED)
    assert (fay.name, fay.role) == ("Fay Stone", Role.SCRIBE)


def test_a_link_stands_in_the_tab_where_it_was_made_and_its_owner_ends_no_way_of_her_own(
    store, workshop, leading
):
    (pat,) = of(store, workshop, Presence.JOINED)
    ana, _ = joined(store, workshop, "ana")
    tab = visit("room", workshop)
    tab.button_group(key="room.closer").set_value("people").run()
    tab.text_input(key="room.guest.name").input("Fay Stone").run()
    press(tab, "room.guest.make")
    made = [one.value for one in tab.code]
    offered = [key for key in keys(tab) if key.endswith((pat.id, ana.id))]

    assert len(made) == 1  # once, and seen at once
    assert made[0].startswith("http://10.0.0.5:8501/join#")
    assert sorted(offered) == [f"room.links.away.{ana.id}", f"room.links.new.{ana.id}"]
    assert "room.links.all" in keys(tab)


def test_only_who_reads_by_name_who_has_declared_draws_the_page_anew_for_it(store, shared):
    workshop = store.create(read_files(files(stage="sealed")))
    found = {}
    for role, member in ((Role.MEMBER, "ana"), (Role.FACILITATOR, "")):
        _, cookie = joined(store, workshop, member, role)
        with holding(cookie):
            found[role] = "_room.declared" in visit("room", workshop).session_state

    assert found == {Role.MEMBER: False, Role.FACILITATOR: True}


def test_a_name_that_says_nothing_is_told_and_nobody_is_invited(store, workshop, leading):
    tab = visit("room", workshop)
    tab.button_group(key="room.closer").set_value("people").run()

    press(tab, "room.guest.make")

    assert "no name is given" in "\n".join(one.value for one in tab.error)
    assert of(store, workshop, Presence.INVITED) == []


def test_the_facilitator_reads_who_is_done_in_counts(store, shared):
    workshop = store.create(planted())
    joined(store, workshop, "ana")
    _, cookie = joined(store, workshop, "", Role.FACILITATOR)

    with holding(cookie):
        told = words(visit("room", workshop))

    assert "One of four members is here\\. One of four members is done with every sheet\\." in told
    assert "| Ana Reyes | here | yes | 0 of 2 |" in told
    assert "| Ben Okafor | no link yet | yes | 1 of 1, done |" in told
    assert "| Chi Tran | no link yet | not yet | 0 of 2 |" in told


@pytest.mark.parametrize("role", [Role.MEMBER, Role.OBSERVER, Role.SCRIBE])
def test_others_read_a_total_the_timer_and_what_comes_next_and_no_names(store, shared, role):
    workshop = store.create(planted())
    people.open_room(store, workshop, OPERATOR)
    timing.set_timer(store, workshop, OPERATOR, minutes=30)
    _, cookie = joined(store, workshop, "ana" if role is Role.MEMBER else "", role)

    with holding(cookie):
        tab = visit("room", workshop)
        store.do(workshop, CloseRound(accepted=True), nonce="closed")
        after = visit("room", workshop)

    told = words(tab)
    leads = "To the comparison"
    assert leads not in "".join(str(one.proto) for one in tab.main)
    assert leads in "".join(str(one.proto) for one in after.main)
    assert texts(after) == []  # the time was that of the round
    assert "One of four members is done with every sheet\\." in told
    assert "When the facilitator closes the round" in told
    assert re.fullmatch(r"(30:00|29:\d\d)", texts(tab)[0])
    assert not any(CODE.fullmatch(one) for one in texts(tab))
    assert "Ben Okafor" not in told
    assert keys(tab) == set()


def test_the_timer_is_set_by_one_press_or_by_any_number_and_stopped(store, workshop, leading):
    before = keys(visit("room", workshop))
    tab = press(visit("room", workshop), "room.timer.20")
    first = timing.ends_at(store, workshop)
    tab.text_input(key="room.minutes").input("45").run()
    second = timing.ends_at(store, workshop)
    shown = texts(visit("room", workshop))  # another tab, as after a reload
    offered = keys(tab)
    tab.text_input(key="room.minutes").input("soon").run()
    refused = "\n".join(one.value for one in tab.error)
    press(tab, "room.timer.stop")

    assert timedelta(minutes=19) < first - now() <= timedelta(minutes=20)
    assert timedelta(minutes=44) < second - now() <= timedelta(minutes=45)
    assert re.fullmatch(r"(45:00|44:\d\d)", shown[0])
    assert "no number of minutes" in refused
    assert "room.timer.stop" in offered
    assert "room.timer.stop" not in before | keys(tab)
    assert timing.ends_at(store, workshop) is None


def test_the_round_is_closed_here_after_seeing_who_is_missing(store, workshop, leading):
    tab = press(visit("room", workshop), "score.close")
    told = words(tab)
    press(tab, "score.close.anyway")

    assert "Ana Reyes: ties declared · 0 of 2 sheets complete" in told
    assert store.read(workshop).bundle.workshop.stage.id == "scored"
    assert "The round is closed\\." in words(tab)


def test_where_a_begun_sheet_must_be_complete_the_way_out_stands_in_place_of_closing(store, shared):
    workshop = store.create(
        bundle("scoring", rules=REFUSES, scores=scores(*BEN, *LEFT[0]), declarations=DECLARED)
    )
    _, cookie = joined(store, workshop, "", Role.FACILITATOR)
    with holding(cookie):
        tab = press(visit("room", workshop), "score.close")
        refused = keys(tab)
        tab.text_input(key="score.right.reason").input("Fell ill").run()
        tab = press(tab, "score.right.sheet.save")  # Ana alone has begun, so she is chosen
        done, walk = words(tab), everything(tab)
        tab = press(press(tab, "score.close"), "score.close.anyway")

    assert "score.close.anyway" not in refused
    assert "The unfinished sheets are set aside\\." in done
    assert "must" not in done
    assert "not saved" not in walk
    assert store.read(workshop).bundle.workshop.stage.id == "scored"


def test_where_something_must_be_done_first_the_page_leads_there(store, shared):
    workshop = store.create(read_files({"workshop.yaml": b"name: New\n"}))
    _, cookie = joined(store, workshop, "", Role.FACILITATOR)

    with holding(cookie):
        tab = visit("room", workshop)

    assert "score.open" not in keys(tab)
    assert "Nobody is on the committee yet\\." in words(tab)
    assert "Write the criteria first\\." in words(tab)


def test_two_facilitators_who_press_close_at_once_close_once(store, workshop, shared):
    """Each page was drawn while the round was open; the second press is told and changes nothing."""
    tabs = []
    for _ in range(2):
        _, cookie = joined(store, workshop, "", Role.FACILITATOR)
        with holding(cookie):
            tabs.append((press(visit("room", workshop), "score.close"), cookie))
    for tab, cookie in tabs:
        with holding(cookie):
            press(tab, "score.close.anyway")

    ledger = store.exported(workshop).files["ledger.jsonl"].decode()
    assert ledger.count('"close_round"') == 1
    assert "Somebody changed this meanwhile" in "\n".join(one.value for one in tabs[1][0].warning)


def test_many_who_close_on_one_revision_close_once(store, workshop):
    """The door of the store alone, as two servers would use it."""
    revision = store.read(workshop).revisions["workshop.yaml"]
    ready, told = Barrier(6), []

    def close(number):
        ready.wait()
        try:
            store.do(workshop, CloseRound(accepted=True), OPERATOR, nonce=f"n{number}", on=revision)
        except (Conflict, BadInput) as refused:
            told.append(type(refused))
        else:
            told.append("closed")

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(close, range(6)))

    assert told.count("closed") == 1
    assert len(told) == 6
    assert store.read(workshop).bundle.workshop.stage.id == "scored"


@pytest.fixture
def before(store, shared):
    """Six members, rules sealed with levels in words; the facilitator's pass."""
    workshop = store.create(read_files(rehearsed()))
    _, cookie = joined(store, workshop, "", Role.FACILITATOR)
    return workshop, cookie


def test_a_rehearsal_is_begun_with_its_timer_ended_looked_at_and_deleted(store, before):
    workshop, cookie = before
    with holding(cookie):
        tab = press(visit("room", workshop), "room.rehearsal.begin")
        held = rehearsing.held(store, workshop)
        timed = timing.ends_at(store, workshop)
        open_words = words(tab)
        loud = loudest(tab)
        for who_, level in zip(SIX, (2, 2, 2, 2, 2, 5), strict=True):
            give(store, workshop, who_, level)
        tab = press(tab, "room.rehearsal.end")
        over_words = words(tab)
        tab = press(tab, "room.rehearsal.delete")

    assert held.criteria == ("reach", "trust", "money")
    assert timed is not None
    assert "room.rehearsal.end" in loud
    assert "score.open" not in loud  # it would delete the rehearsal, as is said beside it
    assert "Opening the round deletes it" in open_words
    assert "score.open" in loudest(tab)
    assert "A rehearsal is open\\." in open_words
    assert "None of six members have read both\\." in open_words
    assert "Five read level 2 and one level 5: agree what counts as evidence\\." in over_words
    assert timing.ends_at(store, workshop) is None
    assert rehearsing.held(store, workshop) is None
    assert "room.rehearsal.begin" in keys(tab)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.OBSERVER, Role.SCRIBE])
def test_others_see_that_one_is_open_and_after_the_end_what_came_out(store, before, role):
    workshop, _ = before
    rehearsing.begin(store, workshop, OPERATOR, candidates=FEIGNED)
    for who_, level in zip(SIX, (2, 2, 2, 2, 2, 5), strict=True):
        give(store, workshop, who_, level)
    _, cookie = joined(store, workshop, "ana" if role is Role.MEMBER else "", role)

    with holding(cookie):
        tab = visit("room", workshop)
        while_open, pressed = words(tab), keys(tab)
        rehearsing.end(store, workshop, OPERATOR)
        over = words(visit("room", workshop))

    assert "A rehearsal is open\\." in while_open
    assert "level 2" not in while_open
    assert pressed == set()
    assert "Five read level 2 and one level 5" in over


def test_the_wall_shows_what_came_out_and_score_leads_to_the_sheet(store, before):
    workshop, cookie = before
    rehearsing.begin(store, workshop, OPERATOR, candidates=FEIGNED)
    _, hers = joined(store, workshop, "ana")
    with holding(hers):
        score = words(visit("score", workshop))
    for who_, level in zip(SIX, (2, 2, 2, 2, 2, 5), strict=True):
        give(store, workshop, who_, level)
    rehearsing.end(store, workshop, OPERATOR)
    with holding(cookie):
        tab = visit("room", workshop)
        tab.query_params["show"] = "projector"
        wall = words(tab.run())

    assert "A rehearsal is open\\." in score
    assert "Five read level 2 and one level 5" in wall
    assert not any(one.title() in wall for one in SIX)


@pytest.mark.parametrize("stage", ["scoring", "scored"])
def test_beside_real_scores_no_rehearsal_is_offered(store, shared, stage):
    workshop = store.create(read_files(rehearsed(stage)))
    _, cookie = joined(store, workshop, "", Role.FACILITATOR)

    with holding(cookie):
        tab = visit("room", workshop)

    assert not tab.exception
    assert not [key for key in keys(tab) if key.startswith("room.rehearsal")]
