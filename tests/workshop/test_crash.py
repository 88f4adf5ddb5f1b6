"""What survives: a killed writer, programs that open a new store at the same moment, a store of
another version.
"""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, select

from cidesign.domain.problem import BadInput
from cidesign.workshop import Store
from cidesign.workshop.tables import act, everything
from tests.workshop.bundles import scoring, years

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
OLD = ROOT / "tests" / "golden" / "store" / "release_0001.sql"


def killed(tmp_path, kills: int, seed: int) -> None:
    """Kill so many processes that act, then hold the store against what they acknowledged."""
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with Store(url) as store:
        id = store.create(scoring())
    command = [sys.executable, "-m", "tests.workshop.killed", url, id, str(kills), str(seed)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    with Store(url) as store:
        with store._engine.connect().execution_options(readonly=True) as db, db.begin():
            kept = set(db.execute(select(act.c.nonce)).scalars())
        faults = store.faults(id)
        after = store.do(id, years(3), nonce="after the crash")

    acknowledged = told.stdout.split()
    assert len(acknowledged) >= kills
    assert set(acknowledged) <= kept
    assert faults == ()
    assert after.seq == len(kept) + 1
    with sqlite3.connect(tmp_path / "store.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()


def test_two_hundred_killed_processes_lose_no_act_that_was_acknowledged(tmp_path):
    killed(tmp_path, 200, 1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 22))
def test_two_thousand_killed_processes_lose_no_act_that_was_acknowledged(tmp_path, seed):
    """A hundred to a workshop: a process that is killed at once leaves one that reads all anew."""
    killed(tmp_path, 100, seed)


def test_a_store_of_an_older_version_is_moved_whole(tmp_path):
    """The dump was made by the release before acts; two workshops, one saved twice."""
    path = tmp_path / "store.db"
    with sqlite3.connect(path) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
        before = db.execute("SELECT workshop_id, path, content FROM document").fetchall()
    db.close()

    with Store(f"sqlite:///{path}") as store:
        names = [name for _, name, _ in store.names()]
        found = {
            (id, file): content
            for id, _, _ in store.names()
            for file, content in store.exported(id).files.items()
        }
        faults = [store.faults(id) for id, _, _ in store.names()]

    assert sorted(names) == ["Alone", "Oak Valleyé"]
    assert found == {(id, file): content for id, file, content in before}
    assert faults == [(), ()]


def test_programs_that_open_a_new_store_at_the_same_moment_all_succeed(tmp_path):
    url = f"sqlite:///{tmp_path / 'new' / 'store.db'}"
    program = (
        "import sys; from cidesign.workshop import Store; from tests.workshop.bundles import "
        "bundle\n"
        "sys.stdin.readline()\n"
        "with Store(sys.argv[1]) as store: store.create(bundle('Ours'))"
    )
    command = [sys.executable, "-c", program, url]
    running = [
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    for one in running:
        one.stdin.write("go\n")
        one.stdin.flush()
    said = [one.communicate(timeout=60)[1] for one in running]

    with Store(url) as store:
        kept = store.names()

    assert said == [""] * 4
    assert len(kept) == 4


def test_the_migrations_lead_to_the_tables_the_store_uses(tmp_path):
    url = f"sqlite:///{tmp_path / 'migrated.db'}"
    Store(url).close()
    migrated, meant = create_engine(url), create_engine(f"sqlite:///{tmp_path / 'meant.db'}")
    everything.create_all(meant)

    def shape(engine):
        seen = inspect(engine)
        tables = [name for name in sorted(seen.get_table_names()) if name != "alembic_version"]
        return {
            name: (
                [
                    (column["name"], str(column["type"]), column["nullable"])
                    for column in seen.get_columns(name)
                ],
                seen.get_pk_constraint(name)["constrained_columns"],
                [
                    (key["constrained_columns"], key["referred_table"], key["options"])
                    for key in seen.get_foreign_keys(name)
                ],
                seen.get_indexes(name),
            )
            for name in tables
        }

    assert shape(migrated) == shape(meant)
    migrated.dispose()
    meant.dispose()


def test_sqlite_is_opened_with_the_settings_that_were_measured(tmp_path):
    with (
        Store(f"sqlite:///{tmp_path / 'store.db'}") as store,
        store._engine.connect() as db,
    ):
        settings = {
            name: db.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        }

    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 15000,
        "foreign_keys": 1,
    }  # 2 is FULL


def test_a_store_of_a_newer_version_is_refused_and_left_alone(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    Store(url).close()
    with sqlite3.connect(tmp_path / "store.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()

    with pytest.raises(BadInput, match="made by a newer version"):
        Store(url)

    db = sqlite3.connect(tmp_path / "store.db")
    assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    db.close()


def test_a_file_that_is_no_database_is_refused_in_one_line(tmp_path):
    (tmp_path / "store.db").write_text(
        "this is a letter to the board, and no database at all\n" * 100
    )

    with pytest.raises(BadInput) as refused:
        Store(f"sqlite:///{tmp_path / 'store.db'}")

    assert [problem.what for problem in refused.value.problems] == [
        "cannot be opened (file is not a database)"
    ]
