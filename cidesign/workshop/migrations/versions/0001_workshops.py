"""The first shape of the store: workshops, documents, saves."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "document",
        sa.Column(
            "workshop_id",
            sa.String(64),
            sa.ForeignKey("workshop.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("path", sa.String(500), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "saved",
        sa.Column("nonce", sa.String(128), primary_key=True),
        sa.Column(
            "workshop_id",
            sa.String(64),
            sa.ForeignKey("workshop.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index("ix_saved_workshop_id", "saved", ["workshop_id"])


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("saved")
    op.drop_table("document")
    op.drop_table("workshop")
