"""The list of what is kept and until when, and the end of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cidesign.cli.asking import Count, Words, as_json
from cidesign.cli.running import printable
from cidesign.cli.table import paragraph, table, tell
from cidesign.domain.dates import day
from cidesign.domain.workshop import KEEP_DAYS

if TYPE_CHECKING:
    from cidesign.workshop.forgetting import Kept


@click.command()
@click.argument("workshop", type=Words(), required=False)
@click.option("--list", "listed", is_flag=True, help="Only tell what is kept, and until when.")
@click.option("--due", is_flag=True, help="Forget each workshop whose time is over.")
@click.option(
    "--days",
    type=Count(0, 36_500),
    default=KEEP_DAYS,
    show_default=True,
    help="How long a workshop is kept after its last change.",
)
@click.option("--yes", is_flag=True, help="Do not ask first.")
@as_json
def forget(
    workshop: str | None, *, listed: bool, due: bool, days: int, yes: bool, as_json: bool
) -> None:
    """Forget WORKSHOP (its name or id), or with --due each whose time is over: everything about it
    leaves the store for good.
    """
    if [bool(workshop), listed, due].count(True) != 1:
        context = click.get_current_context()
        raise click.UsageError("Give a workshop, or --due, or --list.", context)
    from cidesign.workshop import forgetting, there  # the store takes a moment to load

    with there() as store:
        known = forgetting.kept(store, days=days)
        if listed:
            _list(known, as_json=as_json)
            return
        chosen = (
            [forgetting.called(store, workshop)]
            if workshop
            else [one for one in known if one.is_due]
        )
        names = ", ".join(one.name for one in chosen)
        if chosen and not yes:
            told = printable(f"Forget {names}? Nothing of it can be brought back.")
            if not click.confirm(told, err=True):
                chosen = []
        if chosen or yes:
            forgetting.forget(store, [one.id for one in chosen])
    answer = {"forgotten": [{"id": one.id, "name": one.name} for one in chosen]}
    lines = [f"Forgotten: {names}."] if chosen else ["Nothing was forgotten."]
    if chosen:
        lines.append("Backups made before still hold it: delete them once you have a newer one.")
    tell(answer, [printable(line) for line in lines], as_json=as_json)


def _list(known: tuple[Kept, ...], *, as_json: bool) -> None:
    answer = {
        "workshops": [
            {
                "id": one.id,
                "name": one.name,
                "changed_at": one.changed_at.isoformat(),
                "until": one.until.isoformat(),
                "due": one.is_due,
            }
            for one in known
        ]
    }
    rows = [
        (
            one.name,
            one.id,
            day(one.changed_at.isoformat()),
            "now" if one.is_due else day(one.until.isoformat()),
        )
        for one in known
    ]
    lines = table(("workshop", "id", "last change (UTC)", "to be forgotten"), rows, words=3)
    tell(answer, lines if rows else paragraph("No workshop is kept.")[1:], as_json=as_json)
