"""A PostgreSQL for the tests of the store: ours while they run, or the one somebody names."""

import os
from collections.abc import Iterator

import pytest

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
