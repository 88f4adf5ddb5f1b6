"""Whether all that must hold of the store holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from cidesign.cli.asking import as_json
from cidesign.cli.running import NOT_HELD
from cidesign.cli.table import paragraph, table, tell

if TYPE_CHECKING:
    from cidesign.workshop.doctor import Checked


@click.command()
@as_json
def doctor(*, as_json: bool) -> None:
    """Look the store over and change nothing; what does not hold is told with what to do."""
    from cidesign.workshop import default_url  # the store takes a moment to load
    from cidesign.workshop.doctor import looked_over
    from cidesign.workshop.opening import shown

    store = shown(default_url())
    title = f"What must hold of {store}"
    tell_checked(title, looked_over(default_url()), [], as_json=as_json, store=store)


def tell_checked(
    title: str, checked: Sequence[Checked], notes: Sequence[str], *, as_json: bool, **more: Any
) -> None:
    """Tell what was looked at and what does not hold; the command then ends with 3."""
    found = [(check, problem) for check in checked for problem in check.found]
    answer = {
        **more,
        "checks": [{"id": check.id, "holds": not check.found} for check in checked],
        "findings": [
            {
                "check": check.id,
                "where": problem.where,
                "what": problem.what,
                "do": problem.remedy,
            }
            for check, problem in found
        ],
    }
    rows = [(check.claim, "no" if check.found else "yes") for check in checked]
    lines = [
        *table((title, "holds"), rows),
        *paragraph(*(note for note in notes if note)),
        *paragraph(*(problem.line() for _, problem in found)),
    ]
    tell(answer, lines, as_json=as_json)
    if found:
        click.get_current_context().exit(NOT_HELD)
