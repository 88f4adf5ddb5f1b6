"""Runs the migrations on the connection that the store hands over; the store opens and closes
it.
"""

from alembic import context

from cidesign.workshop.tables import everything

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=everything,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
