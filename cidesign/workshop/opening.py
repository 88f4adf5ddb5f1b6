"""Opens the store's database: SQLite with the settings that were measured, or PostgreSQL by URL;
brings it to the present shape.
"""

import os
import sqlite3
import sys
from enum import Enum
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from cidesign.domain.problem import BadInput, Problem
from cidesign.text import say
from cidesign.workshop import failing

_WAIT_SECONDS = 15
_UPGRADE_LOCK = 0x63696465  # any fixed number: PostgreSQL's upgrades wait for each other on it


def default_url() -> str:
    """Where the store is when nobody says: the environment's CIDESIGN_STORE, else a file in the
    user's data folder.
    """
    if url := os.environ.get("CIDESIGN_STORE", "").strip():
        return url
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / say("Local"))
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return f"sqlite:///{(Path(base) / 'cidesign' / 'workshops.db').as_posix()}"


def opened(url: str) -> Engine:
    """An engine on a database of the present shape.

    Raises:
        BadInput: the URL names no database we can open, or one made by a newer version.
    """
    try:
        engine = _engine(url)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        what = (
            say("needs a database driver that is not installed")
            if isinstance(error, ModuleNotFoundError)
            else say("is no address of a database")
        )
        remedy = say(
            "write sqlite:///path/to/workshops.db, or postgresql+psycopg://… with psycopg installed"
        )
        raise BadInput([Problem("CIDESIGN_STORE", what, remedy)]) from error
    try:
        _bring_to_present_shape(engine)
    except CommandError as error:
        engine.dispose()
        problem = Problem(
            shown(url),
            say("was made by a newer version of this program"),
            say("update the program, or name another store"),
        )
        raise BadInput([problem]) from error
    except (DBAPIError, OSError) as error:
        engine.dispose()
        said = " ".join(str(getattr(error, "orig", None) or error).split())[:200]
        raise BadInput(
            [
                Problem(
                    shown(url),
                    say("cannot be opened ({said})", said=said),
                    say("look at the address, the folder and the rights on it"),
                )
            ]
        ) from error
    event.listen(engine, "handle_error", failing.tell)
    return engine


def must_exist(url: str) -> URL:
    """The address of a store that is there; none is made.

    Raises:
        BadInput: there is none.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and not Path(str(address.database)).exists():
        what = say("there is no store here")
        remedy = say("start the app once, or name another one in CIDESIGN_STORE")
        raise BadInput([Problem(str(address.database), what, remedy)])
    return address


def as_it_is(address: URL) -> Engine:
    """An engine that only reads: nothing is made, moved or set in the database."""
    if address.get_backend_name() != "sqlite":
        return _engine(address.render_as_string(hide_password=False)).execution_options(
            isolation_level="REPEATABLE READ"
        )
    file = f"{Path(str(address.database)).absolute().as_uri()}?mode=rw"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            file, uri=True, timeout=_WAIT_SECONDS, isolation_level=None
        ),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


class Shape(Enum):
    """How the tables of a store stand to those of this version of the program."""

    OURS, OLDER, NEWER, NONE = range(4)


def shape_of(db: Connection) -> Shape:
    """Likewise, of one."""
    found = MigrationContext.configure(db).get_current_revision()
    known = [one.revision for one in ScriptDirectory.from_config(_migrations()).walk_revisions()]
    if found is None:
        return Shape.NONE
    if found not in known:
        return Shape.NEWER
    return Shape.OURS if found == known[0] else Shape.OLDER


def shown(url: str) -> str:
    """The address without its password."""
    return make_url(url).render_as_string(hide_password=True)


def _engine(url: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(
            address,
            pool_size=5,
            max_overflow=0,
            pool_timeout=30,
            pool_pre_ping=True,
            hide_parameters=True,
        )
    if not address.database or address.database == ":memory:":
        raise ArgumentError("a store in memory would be lost")
    engine = create_engine(
        address,
        pool_size=5,
        max_overflow=0,
        pool_timeout=30,
        hide_parameters=True,
        connect_args={"timeout": _WAIT_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for setting in (
        f"busy_timeout={_WAIT_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {setting}").close()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("bare"):
        return
    reading = options.get("readonly")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _migrations() -> Config:
    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).parent / "migrations").replace("%", "%%")
    )
    return config


def _bring_to_present_shape(engine: Engine) -> None:
    """Upgrade under a lock, so that two programs opening a store at once do it one after the
    other.
    """
    if engine.url.get_backend_name() == "sqlite":
        file = Path(str(engine.url.database))
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)  # a new one is for our own eyes only
    config = _migrations()
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.connect().execution_options(readonly=True) as connection, connection.begin():
        if MigrationContext.configure(connection).get_current_revision() == newest:
            return
    with engine.begin() as connection:
        if engine.url.get_backend_name() == "postgresql":
            connection.execute(
                text("SELECT pg_advisory_xact_lock(:number)"), {"number": _UPGRADE_LOCK}
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
