"""A sound store passes; each thing that must hold is broken in turn, and named with what to do."""

import shutil
import sqlite3
import tempfile
import threading
from collections import namedtuple
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text

from cidesign.acts.give_score import GiveScore
from cidesign.domain.person import OPERATOR, Role
from cidesign.domain.problem import BadInput
from cidesign.workshop import Store, passes, people
from cidesign.workshop.doctor import looked_over
from tests.workshop.bundles import ODD_SCORES, scoring, years

ALL = ["shape", "pages", "orphans", "workshops", "rehearsals"]
OF_A_FILE = ["journal", "rights", "room"]


@pytest.fixture
def lived_in(url):
    """The address of a store with two workshops in which people planned and scored."""
    with Store(url) as store:
        for id in (store.create(scoring(scores_csv=ODD_SCORES)), store.create(scoring())):
            store.do(id, years(2), nonce=f"{id}.a")
            one = GiveScore(rater="ana", candidate="elm", criterion="trust", score=Decimal(3))
            store.do(id, one, nonce=f"{id}.b")
            people.invite(store, id, OPERATOR, name="Ana Reyes", role=Role.MEMBER, member="ana")
            people.open_room(store, id, OPERATOR)
    return url


def found_in(url):
    return [
        (one.id, problem.where, problem.what) for one in looked_over(url) for problem in one.found
    ]


def broken(url, *statements):
    """Change a store behind its back."""
    with Store(url) as store, store.writing() as db:
        for one in statements:
            db.execute(text(one))


def file_of(url):
    return Path(url.removeprefix("sqlite:///"))


def test_a_store_people_worked_in_is_sound(lived_in):
    checked = looked_over(lived_in)

    assert [(one.id, one.found) for one in checked] == [
        (id, ()) for id in (ALL if lived_in.startswith("postgresql") else ALL + OF_A_FILE)
    ]


def test_looking_changes_no_byte(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with Store(url) as store:
        store.create(scoring())
    before = file_of(url).read_bytes()

    looked_over(url)

    assert file_of(url).read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["store.db"]


def test_a_store_is_sound_at_every_moment_while_people_write(url):
    with Store(url) as store:
        id = store.create(scoring())
        done, found = threading.Event(), []

        def look():
            while not done.is_set():
                found.extend(found_in(url))

        looking = threading.Thread(target=look)
        looking.start()
        for number in range(25):
            store.do(id, years(1 + number % 10), nonce=str(number))
        done.set()
        looking.join()

    assert found == []


@pytest.mark.parametrize(
    ("statement", "checks", "says"),
    [
        (
            "UPDATE alembic_version SET version_num = '9999'",
            "shape",
            "was made by a newer version of this program",
        ),
        (
            "UPDATE alembic_version SET version_num = '0002'",
            "shape",
            "was made by an older version of this program",
        ),
        ("DELETE FROM alembic_version", "shape", "is no store of this program"),
        (
            "UPDATE act SET actor = 'somebody' WHERE seq = 2",
            "workshops",
            "Act 2 does not follow from the one before",
        ),
        ("DELETE FROM act WHERE seq = 2", "workshops", "Act 3 does not follow from the one before"),
        ("UPDATE act SET held = '{}' WHERE seq = 3", "workshops", "What act 3 holds privately was"),
        (
            "UPDATE act SET value = 'no JSON' WHERE seq = 2",
            "workshops",
            "its changes cannot be read",
        ),
        (
            "INSERT INTO rehearsed SELECT id, 'n', 1, 'ana', 'larkfield', 'reach', '3' FROM workshop",
            "rehearsals",
            "from a rehearsal that is not held",
        ),
        (
            "INSERT INTO rehearsal SELECT id, 'k', '[]', '[]', false FROM workshop",
            "rehearsals",
            "holds a rehearsal of workshop",
        ),
        ("UPDATE score SET score = '5'", "workshops", "The row 1 / ana / elm / trust of score is"),
        ("DELETE FROM declaration", "workshops", "of declaration is not what the acts make of it"),
        ("UPDATE workshop SET head = 'x'", "workshops", "The last act is not the one"),
        ("UPDATE document SET revision = 7", "workshops", "A document's revision is not what"),
        (
            "UPDATE blob SET content = CAST(content || content AS {bytes}) WHERE sha256 IN "
            "(SELECT sha256 FROM document WHERE path = 'outlook.yaml')",
            "workshops",
            "The content of outlook.yaml was changed in the store",
        ),
        (
            "UPDATE blob SET sha256 = 'lost' WHERE sha256 IN "
            "(SELECT sha256 FROM document WHERE path = 'outlook.yaml')",
            "orphans workshops",
            "is gone: ",
        ),
        (
            "INSERT INTO blob SELECT id, 'abc', CAST('x' AS {bytes}) FROM workshop",
            "orphans",
            "belongs to nothing: abc",
        ),
    ],
)
def test_what_was_changed_behind_its_back_is_named(lived_in, statement, checks, says):
    kind = "BYTEA" if lived_in.startswith("postgresql") else "BLOB"
    broken(lived_in, statement.format(bytes=kind) if "{bytes}" in statement else statement)

    found = found_in(lived_in)

    assert {id for id, _, _ in found} == set(checks.split())
    assert any(says in what for _, _, what in found)


def test_rows_of_a_workshop_that_is_gone_are_named(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with Store(url) as store:
        store.create(scoring())
    db = sqlite3.connect(file_of(url))
    db.execute("INSERT INTO letter VALUES ('gone', 'ana', 'A')")
    db.commit()
    db.close()

    assert found_in(url) == [
        ("orphans", "Table letter", "has rows of a workshop that is not there: gone")
    ]


def test_damaged_pages_are_named_and_nothing_is_read_from_them(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with Store(url) as store:
        store.create(scoring())
    content = bytearray(file_of(url).read_bytes())
    for page in range(4, len(content) // 4096, 3):
        content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    file_of(url).write_bytes(content)

    checked = looked_over(url)

    told = {one.id: one.found for one in checked}
    assert list(told) == ["shape", "pages", *OF_A_FILE]
    assert told["pages"][0].what.startswith(("is damaged (", "cannot be read ("))
    assert (
        told["pages"][0].remedy
        == "put the last backup in its place: cidesign restore FILE --beside"
    )


def test_a_file_that_is_no_database_is_named(tmp_path):
    (tmp_path / "store.db").write_text("a letter to the board " * 500, encoding="utf-8")

    found = found_in(f"sqlite:///{tmp_path / 'store.db'}")

    assert ("shape", "cannot be read (file is not a database)") in {
        (id, what) for id, _, what in found
    }


def test_a_journal_that_makes_people_wait_is_named(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    Store(url).close()
    db = sqlite3.connect(file_of(url))
    db.execute("PRAGMA journal_mode=DELETE")
    db.close()

    ((check, where, what),) = found_in(url)

    assert (check, where) == ("journal", str(file_of(url)))
    assert what == "writes its journal in mode delete, so people wait for each other"


def test_a_secret_others_can_read_is_named(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with Store(url) as store:
        passes.secret_of(store)
    secret = tmp_path / "store.db.secret"
    secret.chmod(0o640)

    assert found_in(url) == [
        ("rights", str(secret), "may be read by others on this machine (mode 640)")
    ]


def test_a_store_others_can_reach_and_read_is_named():
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "store.db"
        Store(f"sqlite:///{place}").close()
        Path(folder).chmod(0o755)
        as_it_is_made = found_in(f"sqlite:///{place}")
        place.chmod(0o644)

        open_to_all = found_in(f"sqlite:///{place}")
        Path(folder).chmod(0o700)
        behind_a_door = found_in(f"sqlite:///{place}")

    assert as_it_is_made == []
    assert open_to_all == [
        ("rights", str(place), "may be read by others on this machine (mode 644)")
    ]
    assert behind_a_door == []


def test_a_disk_without_room_for_a_copy_is_named(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    Store(url).close()
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9 - 5 * 10**6, 5 * 10**6))

    ((check, _, what),) = found_in(url)

    assert (check, what) == ("room", "5 MB are free on its disk")


def test_where_there_is_no_store_none_is_made(tmp_path):
    with pytest.raises(BadInput, match="there is no store here"):
        looked_over(f"sqlite:///{tmp_path / 'store.db'}")

    assert list(tmp_path.iterdir()) == []
