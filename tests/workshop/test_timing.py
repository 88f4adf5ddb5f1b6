"""The timer everybody sees: set by who facilitates, kept in the store, gone with the workshop."""

from datetime import timedelta

import pytest

from cidesign.acts.close_round import CloseRound
from cidesign.acts.open_round import OpenRound
from cidesign.acts.write_remark import WriteRemark
from cidesign.domain.person import OPERATOR, ROLES, Person, Role
from cidesign.domain.problem import BadInput
from cidesign.record import read_files
from cidesign.workshop import NoSuchWorkshop, Store, rehearsing, timing
from cidesign.workshop.writing import now
from tests.workshop.bundles import bundle, scoring
from tests.workshop.test_rehearsing import FEIGNED
from tests.workshop.test_rehearsing import files as rehearsed


@pytest.fixture
def id(store):
    return store.create(scoring())


def test_a_timer_ends_after_its_minutes_and_another_program_sees_the_same_end(store, url, id):
    before = now()

    told = timing.set_timer(store, id, OPERATOR, minutes=12)

    assert before + timedelta(minutes=12) <= told <= now() + timedelta(minutes=12)
    with Store(url) as again:
        assert timing.ends_at(again, id) == told


def test_a_timer_set_anew_takes_the_place_of_the_first_and_one_that_is_stopped_is_gone(store, id):
    timing.set_timer(store, id, OPERATOR, minutes=12)
    later = timing.set_timer(store, id, OPERATOR, minutes=90)
    seen = timing.ends_at(store, id)
    timing.stop_timer(store, id, OPERATOR)

    assert seen == later
    assert timing.ends_at(store, id) is None


def test_the_time_of_a_round_ends_with_it_and_not_before(store, id):
    timing.set_timer(store, id, OPERATOR, minutes=12)
    store.do(id, WriteRemark(rater="ana", candidate="oak", strength="S", concern="C"), nonce="one")
    during = timing.ends_at(store, id)
    store.do(id, CloseRound(accepted=True), nonce="two")

    assert during is not None
    assert timing.ends_at(store, id) is None


@pytest.mark.parametrize("how", ["end", "delete", "a round"])
@pytest.mark.parametrize("over", [False, True])
def test_the_time_of_a_rehearsal_ends_with_it_and_one_set_after_its_end_does_not(store, how, over):
    id = store.create(read_files(rehearsed()))
    rehearsing.begin(store, id, OPERATOR, candidates=FEIGNED)
    if over:
        rehearsing.end(store, id, OPERATOR)
    timing.set_timer(store, id, OPERATOR, minutes=12)

    if how == "a round":
        store.do(id, OpenRound(), nonce="open")
    elif how == "delete" or over:
        rehearsing.delete(store, id, OPERATOR)
    else:
        rehearsing.end(store, id, OPERATOR)

    assert (timing.ends_at(store, id) is not None) == over


@pytest.mark.parametrize("minutes", [0, -5, 241])
def test_a_time_nobody_means_is_refused(store, id, minutes):
    with pytest.raises(BadInput, match="runs for 1 to 240 minutes"):
        timing.set_timer(store, id, OPERATOR, minutes=minutes)
    assert timing.ends_at(store, id) is None


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("place", ["here", "elsewhere"])
def test_only_a_facilitator_of_this_workshop_sets_or_stops_it(store, id, role, place):
    other = store.create(bundle("Another"))
    by = Person("p", role, "P", "", id if place == "here" else other)
    began = timing.set_timer(store, id, OPERATOR, minutes=30)
    may = place == "here" and role in (Role.OPERATOR, Role.FACILITATOR)

    for call in (
        lambda: timing.set_timer(store, id, by, minutes=5),
        lambda: timing.stop_timer(store, id, by),
    ):
        if may:
            call()
        else:
            with pytest.raises(BadInput, match="no right"):
                call()

    assert timing.ends_at(store, id) == (None if may else began)


def test_a_workshop_that_is_deleted_takes_its_timer_along(store, id):
    timing.set_timer(store, id, OPERATOR, minutes=30)

    store.delete(id)

    assert timing.ends_at(store, id) is None
    with pytest.raises(NoSuchWorkshop):
        timing.set_timer(store, id, OPERATOR, minutes=30)
