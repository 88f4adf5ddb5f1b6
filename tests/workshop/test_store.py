"""What the store promises: nothing is lost, nothing is doubled, and nobody overwrites what they
have not seen.
"""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, event, text

from cidesign.domain.problem import BadInput
from cidesign.workshop import Conflict, NoSuchWorkshop, Store, default_url
from tests.workshop.bundles import bundle, read


@pytest.fixture(params=["sqlite", "postgres"])
def url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'a folder' / 'store.db'}"
    address = request.getfixturevalue("postgres_url")
    engine = create_engine(address)
    with engine.begin() as db:
        db.execute(text("DROP TABLE IF EXISTS saved, document, workshop, alembic_version"))
    engine.dispose()
    return address


@pytest.fixture
def store(url):
    with Store(url, read=read) as opened:
        yield opened


def test_what_was_kept_comes_back_byte_for_byte_after_a_restart(url):
    every_byte = bytes(range(256))
    with Store(url, read=read) as before:
        id = before.create(bundle("Ours", raw=every_byte, none=b""))

    with Store(url, read=read) as after:
        kept = after.read(id)

    assert kept.bundle.files == {
        "workshop.yaml": b"name: Ours\n",
        "raw.txt": every_byte,
        "none.txt": b"",
    }
    assert (kept.id, kept.revision) == (id, 1)


def test_a_save_replaces_adds_and_forgets_documents(store):
    id = store.create(bundle("Ours", same=b"1", changes=b"1", goes=b"1"))
    new = bundle("Renamed", same=b"1", changes=b"2", comes=b"1")

    revision = store.save(id, new, revision=1, nonce="a")

    assert revision == 2
    assert store.read(id).bundle == new
    assert [(listed, name) for listed, name, _ in store.names()] == [(id, "Renamed")]


def test_only_documents_that_changed_are_written(store):
    id = store.create(bundle("Ours", same=b"1", changes=b"1"))
    written = []

    def watch(_connection, _cursor, statement, parameters, _context, _many):
        if "document" in statement and not statement.startswith("SELECT"):
            written.append(parameters)

    event.listen(store._engine, "before_cursor_execute", watch)
    store.save(id, bundle("Ours", same=b"1", changes=b"2"), revision=1, nonce="a")

    assert len(written) == 1
    assert "changes.txt" in str(written[0])
    assert "same.txt" not in str(written[0])


def test_a_save_on_an_old_revision_is_refused_with_a_sentence_and_writes_nothing(store):
    id = store.create(bundle("Ours", plan=b"first"))
    store.save(id, bundle("Ours", plan=b"hers"), revision=1, nonce="hers")

    with pytest.raises(
        Conflict,
        match=(
            r"Somebody saved this workshop .* at save 2, your change began at save 1\. Nothing "
            r"of yours was written"
        ),
    ):
        store.save(id, bundle("Ours", plan=b"mine"), revision=1, nonce="mine")

    assert store.read(id).bundle.files["plan.txt"] == b"hers"
    assert store.read(id).revision == 2


def test_the_same_save_twice_is_written_once_and_tells_the_first_revision(store):
    id = store.create(bundle("Ours", plan=b"1"))
    first = store.save(id, bundle("Ours", plan=b"2"), revision=1, nonce="click")
    store.save(id, bundle("Ours", plan=b"3"), revision=2, nonce="another click")

    again = store.save(id, bundle("Ours", plan=b"2"), revision=1, nonce="click")

    assert (first, again) == (2, 2)
    assert store.read(id).bundle.files["plan.txt"] == b"3"
    assert store.revision(id) == 3


def test_a_refused_save_does_not_use_up_its_nonce(store):
    id = store.create(bundle("Ours", plan=b"1"))
    store.save(id, bundle("Ours", plan=b"2"), revision=1, nonce="hers")
    with pytest.raises(Conflict):
        store.save(id, bundle("Ours", plan=b"3"), revision=1, nonce="mine")

    assert store.save(id, bundle("Ours", plan=b"3"), revision=2, nonce="mine") == 3
    assert store.read(id).bundle.files["plan.txt"] == b"3"


def test_a_nonce_of_another_workshop_is_a_mistake_of_the_program(store):
    one, other = store.create(bundle("One")), store.create(bundle("Other"))
    store.save(one, bundle("One", plan=b"1"), revision=1, nonce="n")

    with pytest.raises(ValueError, match="another workshop"):
        store.save(other, bundle("Other", plan=b"1"), revision=1, nonce="n")


def test_two_clicks_on_create_make_one_workshop(store):
    first = store.create(bundle("Ours"), nonce="click")
    again = store.create(bundle("Ours"), nonce="click")

    assert first == again
    assert len(store.names()) == 1


def test_ids_are_long_and_never_the_same(store):
    ids = {store.create(bundle("Ours")) for _ in range(20)}

    assert len(ids) == 20
    assert min(len(id) for id in ids) >= 22  # 128 random bits in base64


def test_names_come_latest_first_with_moments_in_utc(store):
    start = datetime.now(UTC)
    old, new = store.create(bundle("Old")), store.create(bundle("New"))
    store.save(old, bundle("Old, touched"), revision=1, nonce="n")

    listed = store.names()

    assert [(id, name) for id, name, _ in listed] == [(old, "Old, touched"), (new, "New")]
    assert all(
        at.utcoffset() == timedelta(0) and start <= at <= datetime.now(UTC) for _, _, at in listed
    )


def test_a_deleted_workshop_is_gone_with_its_documents(store):
    id = store.create(bundle("Ours", plan=b"1"))
    other = store.create(bundle("Other", plan=b"1"))
    store.save(id, bundle("Ours", plan=b"2"), revision=1, nonce="n")

    store.delete(id)
    store.delete(id)

    with pytest.raises(NoSuchWorkshop, match="no such workshop"):
        store.read(id)
    with pytest.raises(NoSuchWorkshop):
        store.save(id, bundle("Ours"), revision=2, nonce="later")
    with store._engine.connect() as db, db.begin():
        left = (
            db.execute(
                text(
                    "SELECT DISTINCT workshop_id FROM document UNION SELECT workshop_id FROM saved"
                )
            )
            .scalars()
            .all()
        )
    assert left == [other]


def test_two_stores_on_one_database_see_each_others_saves(url):
    with Store(url, read=read) as here, Store(url, read=read) as there:
        id = here.create(bundle("Ours", plan=b"1"))
        assert there.read(id).revision == 1

        here.save(id, bundle("Ours", plan=b"2"), revision=1, nonce="n")

        assert there.read(id).bundle.files["plan.txt"] == b"2"


def test_writers_at_once_lose_nothing_and_double_nothing(store):
    """8 people append 6 lines each to one document, read, change, save, and start over when
    somebody was faster.
    """
    id = store.create(bundle("Ours", lines=b""))
    wrong = []

    def person(name: str) -> None:
        for number in range(6):
            while True:
                kept = store.read(id)
                lines = kept.bundle.files["lines.txt"] + f"{name}{number}\n".encode()
                try:
                    done = store.save(
                        id,
                        bundle("Ours", lines=lines),
                        revision=kept.revision,
                        nonce=f"{name}{number}",
                    )
                    again = store.save(
                        id,
                        bundle("Ours", lines=lines),
                        revision=kept.revision,
                        nonce=f"{name}{number}",
                    )
                except Conflict:
                    continue
                if again != done:
                    wrong.append((name, number, done, again))
                break

    people = [threading.Thread(target=person, args=(letter,)) for letter in "abcdefgh"]
    for one in people:
        one.start()
    for one in people:
        one.join()

    kept = store.read(id)
    assert wrong == []
    assert sorted(kept.bundle.files["lines.txt"].decode().split()) == sorted(
        f"{letter}{number}" for letter in "abcdefgh" for number in range(6)
    )
    assert kept.revision == 1 + 8 * 6


def test_one_click_arriving_on_many_threads_at_once_is_saved_once(store):
    id = store.create(bundle("Ours", plan=b"1"))
    start = threading.Barrier(6)
    told = []

    def click() -> None:
        start.wait()
        told.append(store.save(id, bundle("Ours", plan=b"2"), revision=1, nonce="click"))

    clicks = [threading.Thread(target=click) for _ in range(6)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()

    assert told == [2] * 6
    assert store.revision(id) == 2


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("no address", "is no address of a database"),
        ("nosuch://host/db", "is no address of a database"),
        ("sqlite://", "is no address of a database"),
        ("sqlite:///{tmp}", "cannot be opened"),
    ],
)
def test_an_address_without_a_database_is_refused_in_one_line(tmp_path, address, says):
    with pytest.raises(BadInput) as refused:
        Store(address.replace("{tmp}", str(tmp_path)), read=read)

    assert [says in problem.what for problem in refused.value.problems] == [True]


def test_a_password_in_the_address_is_never_told():
    """Nobody listens on port 1; where the driver is missing the refusal says so instead."""
    with pytest.raises(BadInput) as refused:
        Store("postgresql+psycopg://ann:hunter2@127.0.0.1:1/workshops?connect_timeout=2", read=read)

    assert "hunter2" not in str(refused.value)


def test_the_store_lies_where_the_environment_says_else_in_the_users_data_folder(
    monkeypatch, tmp_path
):
    monkeypatch.setenv("CIDESIGN_STORE", "sqlite:///elsewhere.db")
    named = default_url()
    monkeypatch.delenv("CIDESIGN_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    on_linux = default_url()
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.setattr("sys.platform", "win32")
    on_windows = default_url()

    assert named == "sqlite:///elsewhere.db"
    assert on_linux == f"sqlite:///{tmp_path}/cidesign/workshops.db"
    assert on_windows == f"sqlite:///{tmp_path}/Local/cidesign/workshops.db"
