"""The three tables of the store: workshops, their documents, and which saves were made already."""

from datetime import UTC, datetime

from sqlalchemy import (
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

workshop = Table(
    "workshop",
    everything,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("changed_at", Moment, nullable=False),
)

document = Table(
    "document",
    everything,
    Column(
        "workshop_id", String(64), ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("path", String(500), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

saved = Table(
    "saved",
    everything,
    Column("nonce", String(128), primary_key=True),
    Column(
        "workshop_id",
        String(64),
        ForeignKey("workshop.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("revision", Integer, nullable=False),
)
