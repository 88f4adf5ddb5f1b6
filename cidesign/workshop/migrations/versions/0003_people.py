"""People join a workshop: who they are, the code of the room, and what a store keeps of itself."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables; nobody has joined anything yet."""
    op.create_table(
        "person",
        _of_workshop(),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("member", sa.String(200), nullable=False),
        sa.Column("token", sa.String(64)),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("presence", sa.String(16), nullable=False),
        sa.Column("came_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_person_token", "person", ["token"])
    op.create_table(
        "room",
        _of_workshop(),
        sa.Column("code", sa.String(16), nullable=False, unique=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _of_workshop() -> "sa.Column[str]":
    return sa.Column(
        "workshop_id",
        sa.String(64),
        sa.ForeignKey("workshop.id", ondelete="CASCADE"),
        primary_key=True,
    )
