"""Each test of the store runs on SQLite, and on PostgreSQL: ours while they run, or the one somebody
names.
"""

import os
from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text

from cidesign.workshop import Store
from cidesign.workshop.tables import everything
from tools import postgres


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """An address; what lies there is dropped. CIDESIGN_TEST_POSTGRES names another server."""
    if named := os.environ.get("CIDESIGN_TEST_POSTGRES", ""):
        yield named
    elif postgres.found() is None:
        pytest.skip(
            "no PostgreSQL on this machine: python -m tools.postgres installs one, as root on Debian"
        )
    else:
        with postgres.served() as url:
            yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def url(request, tmp_path):
    """The address of an empty database."""
    if request.param == "sqlite":
        folder = tmp_path / "a folder"
        folder.mkdir()
        return f"sqlite:///{folder / 'store.db'}"
    address = request.getfixturevalue("postgres_url")
    engine = create_engine(address)
    tables = ", ".join([*everything.tables, "alembic_version"])
    with engine.begin() as db:
        db.execute(text(f"DROP TABLE IF EXISTS {tables} CASCADE"))
    engine.dispose()
    return address


@pytest.fixture
def store(url):
    """A store in it."""
    with Store(url) as opened:
        yield opened
