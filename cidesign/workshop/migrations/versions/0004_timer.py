"""A facilitator sets a timer that everybody in the room sees."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; no timer runs yet."""
    op.create_table(
        "timer",
        sa.Column(
            "workshop_id",
            sa.String(64),
            sa.ForeignKey("workshop.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
    )
