"""A search in the background is asked for once, one goes on at a time, and what it found is kept."""

import pytest

from cidesign.ui.kit import searches


class Broken:
    """A search whose child broke and told nothing."""

    is_over = True

    @property
    def latest(self):
        raise RuntimeError("the child is gone")

    def stop(self):
        """Nothing is left to stop."""


class Fake:
    """A search whose answers the test gives."""

    def __init__(self):
        self.latest, self.is_over, self.stopped = None, False, False

    def stop(self):
        self.is_over = self.stopped = True


@pytest.fixture(autouse=True)
def _nothing_asked():
    searches.forget_all()
    yield
    searches.forget_all()


def test_a_search_is_begun_once_however_often_it_is_asked_for():
    begun = []

    def begin():
        begun.append(Fake())
        return begun[-1]

    searches.seek("ours", begin)
    searches.seek("ours", begin)
    begun[0].latest, begun[0].is_over = "found", True
    searches.seek("ours", begin)

    assert len(begun) == 1
    assert searches.sought("ours").latest == "found"
    assert searches.sought("ours").state == "over"
    assert searches.sought("another").state == "never"


def test_a_second_search_waits_until_the_first_is_over():
    first, second = Fake(), Fake()
    searches.seek("first", lambda: first)
    searches.seek("second", lambda: second)

    before = searches.sought("second").state
    first.is_over, first.latest = True, 1

    assert before == "waiting"
    assert searches.sought("second").state == "under_way"


def test_what_was_found_before_it_was_stopped_stays_and_it_may_be_asked_for_again():
    first, again = Fake(), Fake()
    searches.seek("ours", lambda: first)
    first.latest = "a first one"

    searches.stop("ours")
    stopped = searches.sought("ours")
    searches.seek("ours", lambda: again)

    assert first.stopped
    assert (stopped.state, stopped.latest) == ("stopped", "a first one")
    assert searches.sought("ours").state == "under_way"


def test_a_search_that_ends_without_an_answer_is_said_to_have_failed():
    broken = Fake()
    searches.seek("ours", lambda: broken)

    broken.is_over = True

    assert searches.sought("ours").state == "failed"


def test_a_search_that_broke_is_said_to_have_failed_and_may_be_asked_for_again():
    again = Fake()
    searches.seek("ours", Broken)

    broken = searches.sought("ours")
    searches.seek("ours", lambda: again)

    assert broken.state == "failed"
    assert searches.sought("ours").state == "under_way"


def test_a_search_of_a_few_seconds_begins_at_once_and_nobody_waits_for_it():
    long, short, next_long = Fake(), Fake(), Fake()

    searches.seek("long", lambda: long)
    searches.seek("short", lambda: short, at_once=True)
    searches.seek("next long", lambda: next_long)

    assert searches.sought("short").state == "under_way"
    assert searches.sought("next long").state == "waiting"
    long.is_over, long.latest = True, "found"
    assert searches.sought("next long").state == "under_way"
