"""A committee rehearses on candidates that do not exist; what it gives is kept apart."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables; nobody rehearses yet."""
    op.create_table(
        "rehearsal",
        _of_workshop(),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("candidates", sa.Text, nullable=False),
        sa.Column("criteria", sa.Text, nullable=False),
        sa.Column("is_over", sa.Boolean, nullable=False),
    )
    op.create_table(
        "rehearsed",
        _of_workshop(),
        sa.Column("nonce", sa.String(128), primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("rater", sa.String(200), nullable=False),
        sa.Column("candidate", sa.String(200), nullable=False),
        sa.Column("criterion", sa.String(200), nullable=False),
        sa.Column("score", sa.Text),
    )


def _of_workshop() -> "sa.Column[str]":
    return sa.Column(
        "workshop_id",
        sa.String(64),
        sa.ForeignKey("workshop.id", ondelete="CASCADE"),
        primary_key=True,
    )
