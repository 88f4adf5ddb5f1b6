"""Whatever was done in whatever order: documents and rows are what the acts alone make of it, in
the process that acted, in a new one, and after the bundle went out and came in again.
"""

import pytest
from hypothesis import given, settings

from cidesign.workshop import Store
from tests.workshop.bundles import ODD_SCORES, scoring
from tests.workshop.histories import HISTORY, lived


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('replay') / 'store.db'}"
    with Store(url) as acting, Store(url) as fresh:
        yield acting, fresh


def holds(stores, history) -> int:
    acting, fresh = stores
    id = acting.create(scoring(scores_csv=ODD_SCORES))
    done = lived(acting, id, history)
    here = acting.exported(id)
    there = fresh.exported(id)  # the first time it looks at this workshop
    again = fresh.create(here)
    assert fresh.faults(id) == ()
    assert there.files == here.files
    assert fresh.exported(again).files == here.files
    assert there == here
    for one in (id, again):
        fresh.delete(one)
    return done


@pytest.mark.slow
@given(HISTORY)
@settings(max_examples=60)
def test_documents_and_rows_are_what_the_acts_make_of_them(stores, history):
    holds(stores, history)


@pytest.mark.soak
@given(HISTORY)
@settings(max_examples=300)
def test_three_hundred_histories_are_what_the_acts_make_of_them(stores, history):
    holds(stores, history)


def test_a_history_is_told_whole_and_a_change_of_the_store_is_found(tmp_path):
    from sqlalchemy import update

    from cidesign.workshop.tables import act, document, entries

    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        id = store.create(scoring(scores_csv=ODD_SCORES))
        assert store.faults(id) == ()
        for table, values, says in (
            (entries["score"], {"score": "5"}, "The row"),
            (act, {"actor": "somebody"}, "Act 1 does not follow"),
            (document, {"revision": 7}, "revision"),
        ):
            with store._engine.begin() as db:
                db.execute(update(table).values(**values))
            assert any(says in one for one in store.faults(id)), says
