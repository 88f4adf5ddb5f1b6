"""The tables of the store. The acts are the truth; documents and rows are made from them, and could
be made again.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from cidesign.domain.entry_rows import ENTRY_TABLES, EntryTable


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, with its zone on the way in and on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


everything = MetaData()


def _of_workshop() -> Column[str]:
    return Column(
        "workshop_id", String(64), ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True
    )


workshop = Table(
    "workshop",
    everything,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("seq", Integer, nullable=False),  # of its last act
    Column("head", String(64), nullable=False),  # that act's hash
    Column("folded", Integer, nullable=False),  # the documents hold every act up to this one
    Column("derived", Integer, nullable=False),  # the rows hold every act up to this one
    Column("changed_at", Moment, nullable=False),
)

act = Table(
    "act",
    everything,
    _of_workshop(),
    Column("seq", Integer, primary_key=True),
    Column("nonce", String(128), nullable=False, unique=True),
    Column("kind", String(64), nullable=False),
    Column("actor", String(128), nullable=False),
    Column("at", String(40), nullable=False),
    Column("object", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("held", Text, nullable=False),  # names and texts the ledger only commits itself to
    Column("salt", String(64), nullable=False),
    Column("commit", String(64), nullable=False),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

blob = Table(
    "blob",
    everything,
    _of_workshop(),
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

document = Table(
    "document",
    everything,
    _of_workshop(),
    Column("path", String(500), primary_key=True),
    Column("revision", Integer, nullable=False),  # counts the shared acts on it
    Column("sha256", String(64)),  # none: it was taken out
)

version = Table(
    "version",
    everything,
    _of_workshop(),
    Column("path", String(500), primary_key=True),
    Column("seq", Integer, primary_key=True),  # of the act that made it
    Column("revision", Integer, nullable=False),
    Column("sha256", String(64)),
    Column("before", String(64)),  # what it was until then
)

letter = Table(
    "letter",
    everything,
    _of_workshop(),
    Column("rater", String(200), primary_key=True),
    Column("letter", String(8), nullable=False),
)


def _entry(table: EntryTable) -> Table:
    return Table(
        table.name,
        everything,
        _of_workshop(),
        *(Column(name, String(200), primary_key=True) for name in table.key),
        *(Column(name, Text) for name in table.values),
    )


entries = {table.name: _entry(table) for table in ENTRY_TABLES}


person = Table(
    "person",
    everything,
    _of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("member", String(200), nullable=False),  # id of the member she is; empty: none
    Column("token", String(64), index=True),  # sha256 of her link's; none: she has no link
    Column("version", Integer, nullable=False),  # goes on when her passes end
    Column("presence", String(16), nullable=False),
    Column("came_at", Moment, nullable=False),  # was invited, or asked
    Column("joined_at", Moment),
)

room = Table(  # the code on the projector, for latecomers
    "room",
    everything,
    _of_workshop(),
    Column("code", String(16), nullable=False, unique=True),
    Column("until", Moment, nullable=False),
)

timer = Table(  # that everybody in the room sees
    "timer",
    everything,
    _of_workshop(),
    Column("ends_at", Moment, nullable=False),
)

of_people = (person, room, timer)

rehearsal = Table(
    "rehearsal",
    everything,
    _of_workshop(),
    Column("key", String(64), nullable=False),
    Column("candidates", Text, nullable=False),
    Column("criteria", Text, nullable=False),
    Column("is_over", Boolean, nullable=False),
)

rehearsed = Table(  # what members gave in it; of a cell the latest counts
    "rehearsed",
    everything,
    _of_workshop(),
    Column("nonce", String(128), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("rater", String(200), nullable=False),
    Column("candidate", String(200), nullable=False),
    Column("criterion", String(200), nullable=False),
    Column("score", Text),  # none: taken back
)

of_rehearsal = (rehearsed, rehearsal)

setting = Table(  # of this store, whoever serves it
    "setting",
    everything,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
