"""A disk that is full, a file that can only be read, a damaged database: what is wrong is said with
what to do, and nothing is half-written.
"""

import sqlite3

import pytest
from sqlalchemy import text

from cidesign.acts.set_keys import SetKeys
from cidesign.domain.person import OPERATOR, Role
from cidesign.workshop import Store, StoreFails, failing, people
from tests.workshop.bundles import scoring, years
from tests.workshop.failing import FULL, READ_ONLY, damage, refusing
from tests.workshop.test_backup import all_rows

LONG = "a long word about it, " * 400


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'store.db'}"


def goal(number):
    """A change with so many letters that it needs pages of its own."""
    changes = ((("initiative", "goal"), f"{number} {LONG}"),)
    return SetKeys(of="initiative", path="workshop.yaml", thing="the goal", changes=changes)


def filled(store, id):
    """Write until no more fits; how many were kept, and what was said."""
    for number in range(200):
        try:
            store.do(id, goal(number), nonce=f"fill.{number}")
        except StoreFails as failure:
            return number, failure
    raise AssertionError("the disk took everything")


def test_on_a_full_disk_an_act_is_kept_whole_or_refused_with_what_to_do(url):
    with Store(url) as store:
        id = store.create(scoring())
        with refusing(store, FULL):
            kept, failure = filled(store, id)
            refused = store.read(id)

        assert str(failure) == (
            "The store of this server: its disk is full; tell whoever runs the server to make room, "
            "then try again"
        )
        assert refused.revision == 1 + kept
        assert store.faults(id) == ()
        assert store.do(id, goal(kept), nonce=f"fill.{kept}").seq == 2 + kept


@pytest.mark.parametrize("setting", [FULL, READ_ONLY])
def test_a_workshop_is_begun_whole_or_not_at_all(url, setting):
    with Store(url) as store:
        store.create(scoring())
        before = all_rows(url)
        with refusing(store, setting), pytest.raises(StoreFails):
            store.create(scoring(notes_txt=LONG.encode() * 20), nonce="second")

        assert all_rows(url) == before
        assert store.create(scoring(), nonce="second")


def test_a_store_that_can_only_be_read_is_read_and_says_so_to_who_writes(url):
    with Store(url) as store:
        id = store.create(scoring())
        before = all_rows(url)
        with refusing(store, READ_ONLY):
            with pytest.raises(StoreFails, match="it can only be read, not written; tell whoever"):
                store.do(id, years(2), nonce="a")
            with pytest.raises(StoreFails, match="it can only be read"):
                people.invite(store, id, OPERATOR, name="Ana Reyes", role=Role.MEMBER)
            assert store.read(id).revision == 1
            assert store.answers()

        assert all_rows(url) == before
        assert store.do(id, years(2), nonce="a").seq == 2


def test_a_damaged_database_says_so_to_who_reads_and_who_writes(url):
    with Store(url) as store, Store(url) as fresh:
        id = store.create(scoring())
        fresh.close()
        damage(store)

        for ask in (
            lambda: fresh.read(id),
            lambda: store.do(id, years(2), nonce="a"),
            fresh.names,
        ):
            with pytest.raises(StoreFails, match="it is damaged; tell whoever runs the server"):
                ask()
        assert not fresh.answers()


def test_a_store_that_is_locked_for_long_is_busy(url):
    with Store(url) as store:
        id = store.create(scoring())
        other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with (
            refusing(store, "PRAGMA busy_timeout=20"),
            pytest.raises(StoreFails, match="it is busy; try again in a moment"),
        ):
            store.do(id, years(2), nonce="a")
        other.execute("ROLLBACK")
        other.close()

        assert store.do(id, years(2), nonce="a").seq == 2


@pytest.mark.slow
def test_postgresql_that_takes_no_writing_or_goes_away_says_so(postgres_url):
    with Store(postgres_url) as store:
        id = store.create(scoring())
        with store.writing() as db:
            db.execute(text("ALTER DATABASE postgres SET default_transaction_read_only = on"))
        store.close()
        try:
            with pytest.raises(StoreFails, match="it can only be read"):
                store.do(id, years(2), nonce="a")
        finally:
            with store.outside_transactions() as db:
                db.execute(text("SET default_transaction_read_only = off"))
                db.execute(text("ALTER DATABASE postgres RESET default_transaction_read_only"))
            store.close()
        with pytest.raises(StoreFails, match="it cannot be reached"), store.asking() as db:
            db.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

        assert store.do(id, years(2), nonce="a").seq == 2
        store.delete(id)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("53100", "its disk is full"),
        ("25006", "it can only be read, not written"),
        ("XX001", "it is damaged"),
        ("57P03", "it cannot be reached"),
        ("53300", "it is busy"),
        ("23505", None),
        ("42P01", None),
    ],
)
def test_a_code_of_postgresql_is_told_where_the_machine_failed_and_only_there(code, says):
    class FailedError(Exception):
        sqlstate = code

    found = failing._refusal(FailedError(), gone=False)

    assert (found.what if found else None) == says
