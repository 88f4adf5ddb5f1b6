"""Whether all that must hold of the store holds."""

import click

from cidesign.cli.asking import as_json
from cidesign.cli.running import NOT_HELD
from cidesign.cli.table import paragraph, table, tell


@click.command()
@as_json
def doctor(*, as_json: bool) -> None:
    """Look the store over and change nothing; what does not hold is told with what to do."""
    from cidesign.workshop import default_url  # the store takes a moment to load
    from cidesign.workshop.doctor import looked_over
    from cidesign.workshop.opening import shown

    store = shown(default_url())
    checked = looked_over(default_url())
    found = [(check, problem) for check in checked for problem in check.found]
    answer = {
        "store": store,
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
        *table((f"What must hold of {store}", "holds"), rows),
        *paragraph(*(problem.line() for _, problem in found)),
    ]
    tell(answer, lines, as_json=as_json)
    if found:
        click.get_current_context().exit(NOT_HELD)
