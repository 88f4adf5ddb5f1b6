"""A copy made while people write is the store of one moment; it takes the place of a store only
where nothing is lost by it.
"""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import select, update

from cidesign.domain.person import OPERATOR, Role
from cidesign.domain.problem import BadInput
from cidesign.workshop import Store, passes, people
from cidesign.workshop.backing_up import back_up
from cidesign.workshop.failing import StoreFails
from cidesign.workshop.restoring import restore
from cidesign.workshop.tables import act, everything
from tests.workshop.bundles import scoring, years

pytestmark = pytest.mark.slow

WRITERS, ACTS, MANY, TRIES = 3, 12, 120, 9


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kept.db"


def hashes(store, id):
    asked = select(act.c.hash).where(act.c.workshop_id == id).order_by(act.c.seq)
    with store.asking() as db:
        return list(db.execute(asked).scalars())


def all_rows(url):
    """Every row of a store, each table in an order of its own."""
    with Store(url) as store, store.asking() as db:
        return {
            name: sorted(map(repr, db.execute(select(table))))
            for name, table in everything.tables.items()
        }


def refusals(refused):
    return [(one.where, one.what) for one in refused.value.problems]


def begun(url, *, name="Ours"):
    """A store with one workshop, and the workshop's id."""
    with Store(url) as store:
        return store.create(scoring(workshop_yaml=f"name: {name}\n".encode()))


def sent(store, id, what, nonce):
    """An act, sent again as a phone does where the store was busy for longer than it waits."""
    for _ in range(TRIES):
        try:
            return store.do(id, what, nonce=nonce)
        except StoreFails:
            continue
    return store.do(id, what, nonce=nonce)


def copied_while_writing(url, file, *, acts):
    """Copy a store while threads act on two workshops; what was acknowledged before, in the copy
    and in the end, of both.
    """
    kept = [[], []]
    begin, halfway = threading.Barrier(2 * WRITERS + 1), threading.Event()

    def write(store, place, id, number):
        begin.wait()
        for one in range(acts):
            done = sent(store, id, years(1 + one % 10), f"{place}.{number}.{one}")
            kept[place].append(done.hash)
            if len(kept[0]) > acts:
                halfway.set()

    with Store(url) as store:
        ids = [store.create(scoring()) for _ in kept]
        threads = [
            threading.Thread(target=write, args=(store, place, id, number))
            for place, id in enumerate(ids)
            for number in range(WRITERS)
        ]
        for thread in threads:
            thread.start()
        begin.wait()
        halfway.wait()
        before = [set(one) for one in kept]
        copy = back_up(store, file)
        for thread in threads:
            thread.join()
        after = [hashes(store, id) for id in ids]
    with Store(f"sqlite:///{file}") as there:
        held = [hashes(there, id) for id in ids]
        faults = [there.faults(id) for id in ids]
    assert copy.faults == ()
    assert faults == [(), ()]
    return before, held, after


def holds_a_prefix(before, held, after):
    for known, copied, whole in zip(before, held, after):
        assert known <= set(copied)
        assert copied == whole[: len(copied)]


def test_a_copy_made_while_people_write_holds_all_that_was_acknowledged_and_whole_chains(url, file):
    holds_a_prefix(*copied_while_writing(url, file, acts=ACTS))


@pytest.mark.soak
@pytest.mark.parametrize("turn", range(10))
def test_so_do_ten_copies_with_ten_times_as_many_changes(url, file, turn):
    holds_a_prefix(*copied_while_writing(url, file, acts=MANY))


def test_a_copy_is_one_file_for_our_own_eyes_with_its_secret_beside_it(tmp_path, file):
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        id = store.create(scoring())
        secret = passes.secret_of(store)
        copy = back_up(store, file)

    assert [(one.id, one.name, one.acts) for one in copy.workshops] == [(id, "Ours", 1)]
    assert copy.with_secret
    assert sorted(one.name for one in tmp_path.glob("kept*")) == ["kept.db", "kept.db.secret"]
    assert [one.stat().st_mode & 0o777 for one in tmp_path.glob("kept*")] == [0o600, 0o600]
    assert Path(f"{file}.secret").read_bytes() == secret


def test_nothing_is_written_over(tmp_path, file):
    file.write_text("a letter", encoding="utf-8")

    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store, pytest.raises(BadInput) as refused:
        back_up(store, file)

    assert refusals(refused) == [(str(file), "is there already")]
    assert file.read_text(encoding="utf-8") == "a letter"


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    folder = tmp_path / "no such folder"

    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store, pytest.raises(BadInput) as refused:
        back_up(store, folder / "kept.db")

    (problem,) = refused.value.problems
    assert problem.what.startswith("could not be written or read again (")
    assert not folder.exists()


def test_what_does_not_hold_in_the_store_is_told_and_copied_all_the_same(url, file):
    with Store(url) as store:
        id = store.create(scoring())
        store.do(id, years(2), nonce="a")
        with store.writing() as db:
            db.execute(update(act).where(act.c.seq == 2).values(value='{"changed":1}'))
        copy = back_up(store, file)

    assert [problem.what for problem in copy.faults] == [
        "Act 2 does not follow from the one before"
    ]
    assert file.exists()


def test_a_copy_goes_on_at_an_empty_place_where_the_first_one_stopped(url, tmp_path, file):
    old, new = url, f"sqlite:///{tmp_path / 'elsewhere' / 'store.db'}"
    with Store(old) as store:
        id = store.create(scoring())
        link = people.invite(store, id, OPERATOR, name="Ana Reyes", role=Role.MEMBER, member="ana")
        back_up(store, file)
    before = all_rows(old)

    done = restore(file, new)

    assert done.kept_as == ""
    assert all_rows(new) == before
    with Store(new) as store:
        assert people.redeem(store, link.token).person.name == "Ana Reyes"
        assert store.do(id, years(2), nonce="goes on").seq == 2
        assert store.faults(id) == ()


def test_a_pass_made_before_holds_after_the_store_was_moved(tmp_path, file):
    new = f"sqlite:///{tmp_path / 'elsewhere' / 'store.db'}"
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        id = store.create(scoring())
        link = people.invite(store, id, OPERATOR, name="Ana Reyes", role=Role.MEMBER)
        cookie = passes.pass_for(store, people.redeem(store, link.token))
        back_up(store, file)

    restore(file, new)

    with Store(new) as store:
        assert passes.person_of(store, cookie) == link.person


def test_a_copy_that_holds_all_the_store_does_takes_its_place(url, file):
    id = begun(url)
    with Store(url) as store:
        store.do(id, years(2), nonce="a")
        back_up(store, file)
    before = all_rows(url)

    restore(file, url)

    assert all_rows(url) == before


def test_changes_made_since_are_never_written_over(url, file):
    id = begun(url)
    with Store(url) as store:
        back_up(store, file)
        store.do(id, years(2), nonce="a")
        store.do(id, years(3), nonce="b")
        when = max(at for _, _, at in store.names())
    before = all_rows(url)

    with pytest.raises(BadInput) as refused:
        restore(file, url)

    (problem,) = refused.value.problems
    assert problem.where == "Ours"
    assert problem.what.startswith("has 2 changes that this backup does not have, the last on ")
    assert problem.what.endswith(str(when.year))
    assert all_rows(url) == before


def test_a_workshop_begun_since_and_people_who_came_since_are_never_lost(url, file):
    id = begun(url)
    with Store(url) as store:
        back_up(store, file)
        store.create(scoring(workshop_yaml=b"name: Later\n"))
        people.invite(store, id, OPERATOR, name="Ana Reyes", role=Role.MEMBER)
    before = all_rows(url)

    with pytest.raises(BadInput) as refused:
        restore(file, url)

    (later, who) = refusals(refused)
    assert later[0] == "Later"
    assert later[1].startswith("is not in this backup; its last change was on ")
    assert who == ("Ours", "1 person was invited, came or was sent away since this backup")
    assert all_rows(url) == before


def test_who_was_sent_away_since_does_not_come_back_by_an_old_copy(url, file):
    id = begun(url)
    with Store(url) as store:
        link = people.invite(store, id, OPERATOR, name="Ana Reyes", role=Role.MEMBER)
        people.redeem(store, link.token)
        back_up(store, file)
        people.send_away(store, id, OPERATOR, id=link.person.id)

    with pytest.raises(BadInput, match="1 person was invited, came or was sent away"):
        restore(file, url)


def test_a_store_that_went_another_way_than_the_copy_is_never_written_over(url, file):
    id = begun(url)
    with Store(url) as store:
        store.do(id, years(2), nonce="a")
        back_up(store, file)
    with Store(f"sqlite:///{file}") as other:
        other.do(id, years(5), nonce="there")
    with Store(url) as store:
        store.do(id, years(6), nonce="here")
    before = all_rows(url)

    with pytest.raises(BadInput, match="went on another way than in this backup"):
        restore(file, url)

    assert all_rows(url) == before


def test_a_new_link_of_whoever_runs_the_server_is_not_taken_back(url, file):
    with Store(url) as store:
        back_up(store, file)
        token = passes.new_admin_token(store)

    restore(file, url)

    with Store(url) as store:
        assert passes.admin_token(store) is None
        assert store.setting("admin_token") == passes.hashlib.sha256(token.encode()).hexdigest()


def test_beside_keeps_the_present_store_whole_under_another_name(tmp_path, file):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    id = begun(url)
    with Store(url) as store:
        back_up(store, file)
        store.do(id, years(2), nonce="a")
    before = all_rows(url)

    done = restore(file, url, beside=True)

    assert all_rows(f"sqlite:///{done.kept_as}") == before
    assert Path(done.kept_as).stat().st_mode & 0o777 == 0o600
    with Store(url) as store:
        assert store.revision(id) == 1


def test_a_store_somebody_works_on_is_left_alone(url, file):
    begun(url)
    with Store(url) as running:
        back_up(running, file)
        with pytest.raises(BadInput, match="a program works on it; stop the server"):
            restore(file, url)

        assert running.names()[0][1] == "Ours"


def test_a_damaged_store_is_kept_beside_before_a_copy_takes_its_place(tmp_path, file):
    place = tmp_path / "store.db"
    url = f"sqlite:///{place}"
    id = begun(url)
    with Store(url) as store:
        back_up(store, file)
    place.write_bytes(b"no database any more " * 500)

    with pytest.raises(BadInput, match="cannot be read, so nobody knows whether it holds more"):
        restore(file, url)
    done = restore(file, url, beside=True)

    assert Path(done.kept_as).read_bytes().startswith(b"no database any more")
    with Store(url) as store:
        assert store.faults(id) == ()


def test_a_damaged_copy_is_refused_and_the_store_left_alone(tmp_path, file):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    begun(url)
    with Store(url) as store:
        back_up(store, file)
    before = all_rows(url)
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 9] = b"\xff" * (4096 * 6)
    file.write_bytes(content)

    with pytest.raises(BadInput, match=r"kept\.db: is no backup, or a damaged one"):
        restore(file, url, beside=True)

    assert all_rows(url) == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["kept.db", "store.db"]


@pytest.mark.parametrize("content", [b"", b"a letter to the board"])
def test_a_file_that_is_no_copy_is_refused(tmp_path, file, content):
    file.write_bytes(content)

    with pytest.raises(BadInput, match=r"kept\.db: is no backup, or a damaged one"):
        restore(file, f"sqlite:///{tmp_path / 'store.db'}", beside=True)

    assert not (tmp_path / "store.db").exists()


def test_a_store_in_use_is_no_copy(tmp_path):
    place = tmp_path / "store.db"
    begun(f"sqlite:///{place}")
    with Store(f"sqlite:///{place}") as running:
        running.settle("a", "b")

        with pytest.raises(BadInput, match="is a store that a program works on, and no backup"):
            restore(place, f"sqlite:///{tmp_path / 'new.db'}")

    assert not (tmp_path / "new.db").exists()


def test_a_copy_can_be_looked_into_by_any_reader_of_sqlite(url, file):
    id = begun(url)
    with Store(url) as store:
        back_up(store, file)

    db = sqlite3.connect(file)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert db.execute("SELECT id, name FROM workshop").fetchall() == [(id, "Ours")]
    db.close()
