"""What survives: a killed writer, programs that open a new store at the same moment, a store of
another version.
"""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from cidesign.domain.problem import BadInput
from cidesign.workshop import Store
from cidesign.workshop.tables import everything
from tests.workshop.bundles import bundle, read

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("acknowledged", [1, 7])
def test_a_writer_killed_in_the_middle_leaves_every_told_save_and_a_readable_store(
    tmp_path, acknowledged
):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with Store(url, read=read) as store:
        id = store.create(bundle("start", one=b"0", two=b"0" * 20_000))
    command = [sys.executable, "-m", "tests.workshop.writer", url, id]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        told = [int(writer.stdout.readline()) for _ in range(acknowledged)]
        writer.kill()
        told += [
            int(line)
            for line in writer.stdout.read().splitlines(keepends=True)
            if line.endswith("\n")
        ]

    with Store(url, read=read) as store:
        kept = store.read(id)
        save_after = store.save(
            id, bundle("after"), revision=kept.revision, nonce="after the crash"
        )

    mark = str(kept.revision - 1).encode()
    assert kept.revision >= max(told)
    assert kept.bundle == bundle(
        f"save {kept.revision - 1}", one=mark, two=mark * 20_000
    )  # whole, never half of a save
    assert save_after == kept.revision + 1
    with sqlite3.connect(tmp_path / "store.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()


def test_programs_that_open_a_new_store_at_the_same_moment_all_succeed(tmp_path):
    url = f"sqlite:///{tmp_path / 'new' / 'store.db'}"
    program = (
        "import sys; from cidesign.workshop import Store; from tests.workshop.bundles import "
        "bundle, read\n"
        "sys.stdin.readline()\n"
        "with Store(sys.argv[1], read=read) as store: store.create(bundle('Ours'))"
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

    with Store(url, read=read) as store:
        kept = store.names()

    assert said == [""] * 4
    assert len(kept) == 4


def test_the_migrations_lead_to_the_tables_the_store_uses(tmp_path):
    url = f"sqlite:///{tmp_path / 'migrated.db'}"
    Store(url, read=read).close()
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
        Store(f"sqlite:///{tmp_path / 'store.db'}", read=read) as store,
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
    Store(url, read=read).close()
    with sqlite3.connect(tmp_path / "store.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()

    with pytest.raises(BadInput, match="made by a newer version"):
        Store(url, read=read)

    db = sqlite3.connect(tmp_path / "store.db")
    assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    db.close()


def test_a_file_that_is_no_database_is_refused_in_one_line(tmp_path):
    (tmp_path / "store.db").write_text(
        "this is a letter to the board, and no database at all\n" * 100
    )

    with pytest.raises(BadInput) as refused:
        Store(f"sqlite:///{tmp_path / 'store.db'}", read=read)

    assert [problem.what for problem in refused.value.problems] == [
        "cannot be opened (file is not a database)"
    ]
