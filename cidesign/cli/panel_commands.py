"""The commands that ask a panel more than who comes first."""

from contextlib import suppress

import click

from cidesign.cli import answers
from cidesign.cli.agreement_table import agreement_lines
from cidesign.cli.asking import Count, as_json
from cidesign.cli.panel_files import PanelFiles, panel_files
from cidesign.cli.table import tell
from cidesign.domain.agreement import Agreement
from cidesign.domain.problem import BadInput
from cidesign.steps.panel_agreement import agreed


@click.command()
@panel_files
@click.option("--seed", type=Count(0, 2**63 - 1), default=1, help="Where the draws for the interval of alpha start.")
@as_json
def agreement(panel: PanelFiles, turn: int | None, seed: int, as_json: bool) -> None:
    """How far the raters agree, what to talk about first, and who scores higher than the others."""
    with panel.named():
        found = _agreed(panel, turn, seed)
    tell(answers.of_agreement(found), agreement_lines(found, panel.rules, panel.candidates), as_json=as_json)


def _agreed(panel: PanelFiles, turn: int | None, seed: int) -> Agreement:
    """With raters as letters where the rules say so; what must be mended is told with the names that stand in the file."""
    shown = panel.shown()
    with suppress(BadInput):
        return agreed(shown.rules, shown.scores, **shown.people, turn=turn, seed=seed, sheet=shown.written)
    return agreed(panel.rules, panel.scores, **panel.people, turn=turn, seed=seed, sheet=panel.written)
