"""History tells the last changes in words, and never what was scored while a round is open."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from cidesign.acts.close_round import CloseRound
from cidesign.acts.give_score import GiveScore
from cidesign.acts.set_budget import SetBudget
from cidesign.acts.set_keys import SetKeys
from cidesign.domain.person import Person, Role
from cidesign.views.overview.history import ago, history
from cidesign.workshop import Store
from tests.workshop.bundles import scoring, years

NOW = datetime(2027, 1, 2, 10, 0, tzinfo=UTC)
ANA = Person("operator", Role.OPERATOR, "Ana Reyes")
GOAL = SetKeys(
    of="initiative",
    path="workshop.yaml",
    thing="the goal",
    changes=((("initiative", "goal"), "All read"),),
)


def score(rater: str, level: int) -> GiveScore:
    return GiveScore(
        rater=rater,
        candidate="oak",
        criterion="reach",
        score=Decimal(level),
        reason="secret words",
    )


@pytest.fixture
def workshop(tmp_path):
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        yield store, store.create(scoring())


def told(store, id, **filtered):
    return history(store.past(id), store.read(id).bundle, datetime.now(UTC), **filtered)


def test_each_line_says_who_did_what_and_when(workshop):
    store, id = workshop
    store.do(id, years(5), ANA, nonce="a")

    assert [row.told for row in told(store, id)] == [
        "Ana Reyes changed the years ahead, just now",
        "Somebody opened this workshop, just now",
    ]


def test_while_a_round_is_open_it_says_that_scores_were_saved_and_never_what(workshop):
    store, id = workshop
    for number, act in enumerate((score("ana", 5), score("ben", 1), score("ana", 2))):
        store.do(id, act, nonce=str(number))

    lines = [row.told for row in told(store, id)]

    assert lines[0] == "Somebody saved a score (3 times), just now"
    assert not any(
        word in " ".join(lines) for word in ("ana", "ben", "oak", "Oak", "reach", "secret")
    )


def test_only_the_changes_of_one_page_are_told_where_one_is_chosen(workshop):
    store, id = workshop
    store.do(id, years(5), nonce="a")
    store.do(id, GOAL, nonce="b")

    assert [row.page for row in told(store, id, page="outlook")] == ["outlook"]


def test_nothing_is_undone_while_a_round_is_open_nor_beyond_its_close(workshop):
    store, id = workshop
    store.do(id, GOAL, nonce="a")
    store.do(id, years(5), nonce="b")
    during = [row.undoable for row in told(store, id)]
    store.do(id, CloseRound(accepted=True), nonce="c")

    after = {row.sentence: row.undoable for row in told(store, id)}

    assert not any(during)
    assert after == {
        "Somebody closed a round of scoring": False,
        "Somebody changed the years ahead": True,
        "Somebody changed the goal": False,
        "Somebody opened this workshop": False,
    }


def test_every_undo_that_is_offered_goes_through(workshop):
    store, id = workshop
    store.do(id, CloseRound(accepted=True), nonce="c")
    store.do(id, GOAL, nonce="a")
    store.do(id, years(5), nonce="b")

    offered = [row.seq for row in told(store, id) if row.undoable]
    for seq in offered:
        store.do(id, store.way_back(id, seq), nonce=f"undo {seq}")

    assert len(offered) == 2
    assert store.read(id).bundle.outlook.years == 3
    assert store.read(id).bundle.workshop.initiative.goal == ""


def undo(store, id, seq):
    store.do(id, store.way_back(id, seq), nonce=f"undo {seq}")


def test_what_was_undone_is_told_by_its_words_and_is_not_offered_again(workshop):
    store, id = workshop
    store.do(id, CloseRound(accepted=True), nonce="c")
    goal = store.do(id, GOAL, nonce="a").seq
    changed = store.do(id, years(5), nonce="b").seq

    undo(store, id, changed)

    back, gone, other, *_ = told(store, id)
    assert back.told == "Somebody undid “Somebody changed the years ahead”, just now"
    assert (back.undoable, back.undone) == (True, False)
    assert (gone.seq, gone.undoable, gone.undone) == (changed, False, True)
    assert (other.seq, other.undoable, other.undone) == (goal, True, False)


def test_an_undo_that_is_undone_offers_the_first_one_again(workshop):
    store, id = workshop
    store.do(id, CloseRound(accepted=True), nonce="c")
    changed = store.do(id, years(5), nonce="a").seq

    undo(store, id, changed)
    undo(store, id, changed + 1)

    again, back, first, *_ = told(store, id)
    assert store.read(id).bundle.outlook.years == 5
    assert [row.undone for row in (again, back, first)] == [False, True, False]
    assert [row.undoable for row in (again, back, first)] == [True, False, True]


def test_what_was_done_after_it_to_the_same_thing_is_undone_with_it(workshop):
    store, id = workshop
    store.do(id, CloseRound(accepted=True), nonce="c")
    first = store.do(id, years(5), nonce="a").seq
    second = store.do(id, years(8), nonce="b").seq

    undo(store, id, first)

    assert store.read(id).bundle.outlook.years == 3
    assert {row.seq for row in told(store, id) if row.undone} == {first, second}


@pytest.mark.parametrize(
    ("seconds", "says"),
    [(20, "just now"), (180, "3 min ago"), (7200, "2 h ago"), (3 * 86400, "30 Dec")],
)
def test_how_long_ago_is_told_in_words(seconds, says):
    assert ago(NOW - timedelta(seconds=seconds), NOW) == says


def test_a_budget_is_told_with_its_figure():
    assert "$525,000" in SetBudget(usd=Decimal(525000)).told("Ana Reyes", None)
