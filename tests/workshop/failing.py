"""Makes a store's disk full, its file readable only, or its pages damaged, and mends it again. We
may run as root, whom no mode of a file stops, so SQLite itself is told to refuse.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event

from cidesign.workshop import Store

FULL = "PRAGMA max_page_count=1"  # never below what it has: it cannot grow by a page
READ_ONLY = "PRAGMA query_only=ON"


@contextmanager
def refusing(store: Store, setting: str) -> Iterator[None]:
    """Every connection of this store is told so."""

    def told(connection: object, _: object) -> None:
        connection.execute(setting).close()  # type: ignore[attr-defined]

    store.close()
    event.listen(store._engine, "connect", told)
    try:
        yield
    finally:
        event.remove(store._engine, "connect", told)
        store.close()


def damage(store: Store) -> None:
    """Overwrite every page but the first, which says what the file is."""
    store.close()
    place = Path(str(store.url.database))
    content = place.read_bytes()
    place.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
