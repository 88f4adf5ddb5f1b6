"""What was done on a workshop, from the ledger in its bundle."""

from pathlib import Path

import click

from cidesign.acts.past import Past, past
from cidesign.cli.asking import PATH, as_json
from cidesign.cli.table import paragraph, table, tell
from cidesign.domain.dates import day
from cidesign.domain.workshop import Bundle
from cidesign.record import read_bundle
from cidesign.record.ledger import LEDGER, PRIVATE, read_ledger, read_private
from cidesign.text import say


def acts_of(bundle: Bundle) -> tuple[Past, ...]:
    """Every act its ledger tells, the latest first; none where it has no ledger.

    Raises:
        BadInput: the ledger is broken.
    """
    lines = read_ledger(bundle.files[LEDGER]) if LEDGER in bundle.files else ()
    private = read_private(bundle.files[PRIVATE]) if PRIVATE in bundle.files else ()
    held = {one.seq: one.held for one in private}
    return tuple(past(line, held.get(line.seq, {}), {}) for line in reversed(lines))


@click.command()
@click.argument("bundle", type=PATH, metavar="BUNDLE")
@as_json
def history(bundle: Path, *, as_json: bool) -> None:
    """Tell who changed what and when, from the ledger of BUNDLE; the latest first."""
    whole = read_bundle(bundle)
    acts = acts_of(whole)
    told = [(one, one.told(whole)) for one in acts]
    answer = {
        "acts": [
            {
                "seq": one.seq,
                "at": one.at.isoformat(),
                "actor": one.actor,
                "act": one.kind,
                "says": says,
            }
            for one, says in told
        ]
    }
    rows = [
        (str(one.seq), f"{day(one.at.isoformat())}, {one.at:%H:%M}", says) for one, says in told
    ]
    lines = table(("act", "when (UTC)", "what"), rows, words=3)
    nothing = say("The bundle has no ledger: nothing was changed since it was made.")
    tell(answer, lines if rows else paragraph(nothing)[1:], as_json=as_json)
