"""What people are told when the disk or the database of the store fails: what is wrong, and what to
do. Nothing of an act is written then.
"""

import sqlite3
from typing import Any

from cidesign.domain.problem import BadInput
from cidesign.domain.stage import Refusal
from cidesign.text import mark, say


class StoreFails(BadInput):
    """The store can be read or written no further, for a reason of its machine. The same act may go
    through later.
    """


_FULL = Refusal(
    mark("its disk is full"),
    mark("tell whoever runs the server to make room, then try again"),
)
_READ_ONLY = Refusal(
    mark("it can only be read, not written"),
    mark("tell whoever runs the server to look at the disk and its rights, then try again"),
)
_DAMAGED = Refusal(
    mark("it is damaged"),
    mark("tell whoever runs the server: cidesign doctor says where, cidesign restore mends it"),
)
_AWAY = Refusal(
    mark("it cannot be reached"),
    mark("tell whoever runs the server to look at the disk and the database, then try again"),
)
_BUSY = Refusal(mark("it is busy"), mark("try again in a moment"))

_OF_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_IOERR: _AWAY,
    sqlite3.SQLITE_CANTOPEN: _AWAY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
}
_OF_POSTGRESQL = (  # how its codes begin
    ("53100", _FULL),
    ("25006", _READ_ONLY),
    ("XX00", _DAMAGED),
    ("58", _AWAY),
    ("57P", _AWAY),
    ("08", _AWAY),
    ("53", _BUSY),
    ("55P03", _BUSY),
)


def tell(context: Any) -> None:
    """Say in our words what a driver said, where it is the machine that failed; for SQLAlchemy,
    which calls this before it raises an error of a driver.

    Raises:
        StoreFails: it is.
    """
    refusal = _refusal(context.original_exception, gone=context.is_disconnect)
    if refusal is not None and not context.is_pre_ping:
        problem = refusal.at(say("The store of this server"))
        raise StoreFails([problem]) from context.original_exception


def _refusal(error: BaseException, *, gone: bool) -> Refusal | None:
    if isinstance(error, sqlite3.Error):
        return _OF_SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    code = getattr(error, "sqlstate", None) or ""
    found = next((said for begins, said in _OF_POSTGRESQL if code.startswith(begins)), None)
    return found or (_AWAY if gone else None)
