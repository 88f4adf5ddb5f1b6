"""Acts that wait for the disk at the same time are written in one go; each member is answered as if
she had been alone.
"""

import gc
import threading
import time
from contextlib import contextmanager
from decimal import Decimal

import pytest
from sqlalchemy import event

from cidesign.acts.give_score import GiveScore
from cidesign.domain.person import OPERATOR
from cidesign.domain.problem import BadInput
from cidesign.text import speaking
from cidesign.workshop.tables import act as act_table
from cidesign.workshop.together import MOST, Together
from tests.text.visible import OPEN, Pretended
from tests.workshop.bundles import scoring

PATIENCE = 30


def score(level, criterion="reach", rater="ana"):
    return GiveScore(rater=rater, candidate="oak", criterion=criterion, score=Decimal(level))


class InThreads:
    """Each call in a thread of its own; what it gave or raised, in order."""

    def __init__(self, calls):
        self.gave = [None] * len(calls)
        self._threads = [threading.Thread(target=self._run, args=one) for one in enumerate(calls)]
        for one in self._threads:
            one.start()

    def _run(self, place, call):
        try:
            self.gave[place] = call()
        except BaseException as error:  # noqa: BLE001 - looked at by the test
            self.gave[place] = error

    def wait(self):
        for one in self._threads:
            one.join(PATIENCE)
            assert not one.is_alive()
        return self.gave


def until(holds):
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.001)


@contextmanager
def busy(store, id):
    """A store whose next acts on a workshop wait until we are through; gives how often a
    transaction that wrote acts was kept.
    """
    commits, wrote = [], set()

    @event.listens_for(store._engine, "before_cursor_execute")
    def _writes(connection, _cursor, statement, *_):
        if statement.startswith(f"INSERT INTO {act_table.name} "):
            wrote.add(connection)

    @event.listens_for(store._engine, "commit")
    def _kept(connection):
        if connection in wrote:
            wrote.discard(connection)
            commits.append(connection)

    queue = store._queue_of(id)
    with queue._turn:
        yield commits, queue._queue


def test_those_who_come_while_another_is_served_are_taken_in_one_go():
    goes, under_way, go_on = [], threading.Event(), threading.Event()

    def alone(ask):
        under_way.set()
        go_on.wait(PATIENCE)
        return -ask

    def in_one_go(asked):
        goes.append(len(asked))
        return [-ask for ask in asked]

    together = Together(alone, in_one_go)
    first = InThreads([lambda: together.do(0.5)])
    under_way.wait(PATIENCE)
    others = InThreads([lambda ask=ask: together.do(ask) for ask in range(1, MOST + 3)])
    until(lambda: len(together._queue) == MOST + 2)
    go_on.set()

    assert first.wait() == [-0.5]
    assert others.wait() == [-ask for ask in range(1, MOST + 3)]
    assert goes == [MOST, 2]


def test_one_who_is_interrupted_while_she_does_it_for_all_leaves_the_others_their_turn():
    under_way, go_on, goes = threading.Event(), threading.Event(), []

    def alone(ask):
        under_way.set()
        go_on.wait(PATIENCE)
        return ask

    def in_one_go(asked):
        goes.append(len(asked))
        if len(goes) == 1:
            raise KeyboardInterrupt
        return asked

    together = Together(alone, in_one_go)
    first = InThreads([lambda: together.do("first")])
    under_way.wait(PATIENCE)
    others = InThreads([lambda ask=ask: together.do(ask) for ask in "abc"])
    until(lambda: len(together._queue) == 3)
    go_on.set()

    assert first.wait() == ["first"]
    gave = others.wait()
    assert [isinstance(one, KeyboardInterrupt) for one in gave].count(True) == 1
    assert all(one == "abc"[place] for place, one in enumerate(gave) if isinstance(one, str))
    assert goes[0] == 3


def test_many_scores_are_kept_by_one_flush_in_one_chain(store):
    id = store.create(scoring())
    store.do(id, score(1), nonce="first")
    with busy(store, id) as (commits, queue):
        calls = [
            lambda level=level: store.do(id, score(level), nonce=f"n{level}")
            for level in range(1, 6)
        ]
        running = InThreads(calls)
        until(lambda: len(queue) == len(calls))
    done = running.wait()

    assert len(commits) == 1
    assert sorted(one.seq for one in done) == [3, 4, 5, 6, 7]
    levels = {one.seq: int(one.kept.bundle.scores[-1].score) for one in done}
    assert sorted(levels.values()) == [1, 2, 3, 4, 5]
    kept = store.read(id)
    assert [int(one.score) for one in kept.bundle.scores[-5:]] == [
        levels[seq] for seq in sorted(levels)
    ]
    assert store.faults(id) == ()


def test_a_refused_one_is_told_in_her_language_and_the_others_are_kept(store):
    id = store.create(scoring())
    store.do(id, score(1), nonce="first")

    def wrong():
        with speaking(Pretended()):
            return store.do(id, score(9), nonce="wrong")

    with busy(store, id) as (commits, queue):
        before = InThreads([lambda: store.do(id, score(4), nonce="right")])
        until(lambda: len(queue) == 1)
        after = InThreads([wrong])
        until(lambda: len(queue) == 2)
    (done,), (refused,) = before.wait(), after.wait()
    with pytest.raises(BadInput) as alone, speaking(Pretended()):
        store.do(id, score(9), nonce="wrong")

    assert isinstance(refused, BadInput)
    assert refused.problems == alone.value.problems
    assert refused.problems[0].what.startswith(OPEN)
    assert done.seq == 3
    assert len(commits) == 1
    assert store.faults(id) == ()


def test_one_click_that_comes_twice_in_one_go_is_done_once(store):
    id = store.create(scoring())
    store.do(id, score(1), nonce="first")
    with busy(store, id) as (_, queue):
        calls = [lambda: store.do(id, score(4), nonce="same")] * 2
        running = InThreads([*calls, lambda: store.do(id, score(2, "trust"), nonce="other")])
        until(lambda: len(queue) == 3)
    one, again, other = running.wait()

    assert (one.seq, one.hash) == (again.seq, again.hash)
    assert {one.seq, other.seq} == {3, 4}
    assert store.faults(id) == ()


def test_a_fault_of_ours_in_one_act_is_hers_alone(store, monkeypatch):
    id = store.create(scoring())
    store.do(id, score(1), nonce="first")
    change = GiveScore.change

    def breaks(act, bundle):
        if act.score == 5:
            raise ZeroDivisionError
        return change(act, bundle)

    monkeypatch.setattr(GiveScore, "change", breaks)
    with busy(store, id) as (_, queue):
        calls = [
            lambda level=level: store.do(id, score(level), OPERATOR, nonce=f"n{level}")
            for level in (4, 5)
        ]
        running = InThreads(calls)
        until(lambda: len(queue) == 2)
    done, broken = running.wait()

    assert done.seq == 3
    assert isinstance(broken, ZeroDivisionError)
    assert store.faults(id) == ()


def test_a_store_keeps_no_queue_of_a_workshop_on_which_nobody_acts(store):
    ids = [store.create(scoring()) for _ in range(3)]
    held = store._queue_of(ids[0])
    for id in ids:
        store.do(id, score(3), nonce=f"{id}.1")
        with pytest.raises(BadInput):
            store.do(id, score(9), nonce=f"{id}.2")
    gc.collect()

    assert dict(store._queues) == {ids[0]: held}
