"""Every change an act: the documents of each workshop become the first act of its ledger."""

import hashlib
import json
import unicodedata
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

START = "0" * 64
ENTRIES = {
    "score": (
        ("round", "rater", "candidate", "criterion"),
        ("score", "reason", "via", "entered_by"),
    ),
    "remark": (("round", "rater", "candidate"), ("strength", "concern")),
    "declaration": (("rater", "candidate"), ("aside", "tie", "reason")),
    "weight": (("member", "criterion"), ("weight",)),
    "note": (("round", "candidate", "criterion"), ("note", "said_by", "said_at")),
}


def upgrade() -> None:
    """Make the tables of acts, and move what is there into them."""
    connection = op.get_bind()
    workshops = connection.execute(
        sa.text("SELECT id, name, revision, changed_at FROM workshop")
    ).all()
    documents = {
        row.id: connection.execute(
            sa.text("SELECT path, content FROM document WHERE workshop_id = :id ORDER BY path"),
            {"id": row.id},
        ).all()
        for row in workshops
    }
    op.drop_table("saved")
    op.drop_table("document")
    op.drop_table("workshop")
    _create()
    for row in workshops:
        files = {path: bytes(content) for path, content in documents[row.id]}
        _begin(connection, row.id, row.name, _moment(row.changed_at), files)


def _create() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.Column("folded", sa.Integer, nullable=False),
        sa.Column("derived", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "act",
        _of_workshop(),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("nonce", sa.String(128), nullable=False, unique=True),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("actor", sa.String(128), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("object", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("held", sa.Text, nullable=False),
        sa.Column("salt", sa.String(64), nullable=False),
        sa.Column("commit", sa.String(64), nullable=False),
        sa.Column("prev", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_table(
        "blob",
        _of_workshop(),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "document",
        _of_workshop(),
        sa.Column("path", sa.String(500), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64)),
    )
    op.create_table(
        "version",
        _of_workshop(),
        sa.Column("path", sa.String(500), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64)),
        sa.Column("before", sa.String(64)),
    )
    op.create_table(
        "letter",
        _of_workshop(),
        sa.Column("rater", sa.String(200), primary_key=True),
        sa.Column("letter", sa.String(8), nullable=False),
    )
    for name, (key, values) in ENTRIES.items():
        op.create_table(
            name,
            _of_workshop(),
            *(sa.Column(column, sa.String(200), primary_key=True) for column in key),
            *(sa.Column(column, sa.Text) for column in values),
        )


def _of_workshop() -> "sa.Column[str]":
    return sa.Column(
        "workshop_id",
        sa.String(64),
        sa.ForeignKey("workshop.id", ondelete="CASCADE"),
        primary_key=True,
    )


def _begin(
    connection: sa.Connection, id: str, name: str, at: datetime, files: dict[str, bytes]
) -> None:
    """The first act of a workshop that was there before: it was opened with these files. The rows
    are made by the store when it first reads the workshop (``derived`` is 0).
    """
    named = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    value = {"came": "store", "files": {path: {"sha256": sha} for path, sha in named.items()}}
    told = at.isoformat(timespec="microseconds")
    line = {
        "act": "open_workshop",
        "actor": "operator",
        "at": told,
        "object": "workshop.yaml",
        "prev": START,
        "value": value,
    }
    canonical = json.dumps(
        _nfc({**line, "seq": "1"}), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    head = hashlib.sha256((START + canonical).encode("utf-8")).hexdigest()
    run = connection.execute
    run(
        sa.text(
            "INSERT INTO workshop (id, name, seq, head, folded, derived, changed_at) "
            "VALUES (:id, :name, 1, :head, 1, 0, :at)"
        ).bindparams(sa.bindparam("at", type_=sa.DateTime(timezone=True))),
        {"id": id, "name": name, "head": head, "at": at},
    )
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    run(
        sa.text(
            "INSERT INTO act (workshop_id, seq, nonce, kind, actor, at, object, value, held, salt, "
            "\"commit\", prev, hash) VALUES (:id, 1, :nonce, 'open_workshop', 'operator', :at, "
            "'workshop.yaml', :value, '{}', '', '', :prev, :hash)"
        ),
        {"id": id, "nonce": f"moved-{id}", "at": told, "value": text, "prev": START, "hash": head},
    )
    for sha in dict.fromkeys(named.values()):
        content = next(files[path] for path, one in named.items() if one == sha)
        run(
            sa.text("INSERT INTO blob (workshop_id, sha256, content) VALUES (:id, :sha, :content)"),
            {"id": id, "sha": sha, "content": content},
        )
    for path, sha in named.items():
        place = {"id": id, "path": path, "sha": sha}
        run(
            sa.text(
                "INSERT INTO document (workshop_id, path, revision, sha256) "
                "VALUES (:id, :path, 1, :sha)"
            ),
            place,
        )
        run(
            sa.text(
                "INSERT INTO version (workshop_id, path, seq, revision, sha256) "
                "VALUES (:id, :path, 1, 1, :sha)"
            ),
            place,
        )


def _nfc(value: object) -> object:
    if isinstance(value, dict):
        return {_nfc(key): _nfc(one) for key, one in value.items()}
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _moment(told: object) -> datetime:
    at = told if isinstance(told, datetime) else datetime.fromisoformat(str(told))
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
