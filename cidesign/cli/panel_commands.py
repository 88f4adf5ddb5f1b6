"""The commands that ask a panel more than who comes first: how far it agrees, and whether its
ranking would hold.
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Literal

import click

from cidesign.cli import answers
from cidesign.cli.agreement_table import agreement_lines
from cidesign.cli.asking import PATH, Count, as_json
from cidesign.cli.panel_files import PanelFiles, panel_files
from cidesign.cli.robustness_table import robustness_lines
from cidesign.cli.table import paragraph, tell
from cidesign.domain.labels import of_panel
from cidesign.record import read_member_weights
from cidesign.views.compare.panel_agreement import agreed
from cidesign.views.compare.robustness import SAMPLES, held
from cidesign.views.process.weigh import member_shares, shares_of

MOST_SAMPLES = 10_000_000
Vary = Literal["weights", "raters", "both"]


@click.command()
@panel_files
@click.option(
    "--seed",
    type=Count(0, 2**63 - 1),
    default=1,
    help="Where the draws for the interval of alpha start.",
)
@as_json
def agreement(panel: PanelFiles, turn: int | None, seed: int, as_json: bool) -> None:
    """How far the raters agree, what to talk about first, and who scores higher than the others."""
    with panel.named():
        found = panel.asked_as_shown(
            lambda files: agreed(
                files.rules, files.scores, **files.people, turn=turn, seed=seed, sheet=files.written
            )
        )
    tell(
        panel.beside(answers.of_agreement(found, of_panel(panel.rules, panel.candidates))),
        [*agreement_lines(found, panel.rules, panel.candidates), *paragraph(*panel.told)],
        as_json=as_json,
    )


@click.command()
@panel_files
@click.option(
    "--member-weights",
    type=PATH,
    help="Each member's own weights, weights.csv; a bundle's own when left out.",
)
@click.option(
    "--vary",
    type=click.Choice(["weights", "raters", "both"]),
    default="weights",
    show_default=True,
    help="What is drawn anew.",
)
@click.option(
    "--samples",
    type=Count(1, MOST_SAMPLES),
    default=SAMPLES,
    show_default=True,
    help="How many draws.",
)
@click.option(
    "--seed", type=Count(0, 2**63 - 1), default=1, show_default=True, help="Where the draws start."
)
@as_json
def robustness(
    panel: PanelFiles,
    turn: int | None,
    member_weights: Path | None,
    vary: Vary,
    samples: int,
    seed: int,
    as_json: bool,
) -> None:
    """Whether the ranking would hold: other weights, other raters, one thing left out; and what
    would change it.
    """
    members: tuple[Mapping[str, Fraction], ...] = (
        member_shares(panel.bundle) if panel.bundle else ()
    )
    if member_weights is not None:
        members = shares_of(read_member_weights(member_weights), panel.rules, member_weights.name)
    with panel.named():
        found = panel.asked_as_shown(
            lambda files: held(
                files.rules,
                files.scores,
                **files.people,
                turn=turn,
                lot=files.lot,
                seats=files.seats,
                members=members,
                vary=vary,
                samples=samples,
                seed=seed,
            )
        )
    tell(
        panel.beside(answers.of_robustness(found, of_panel(panel.rules, panel.candidates))),
        [*robustness_lines(found, panel.rules, panel.candidates), *paragraph(*panel.told)],
        as_json=as_json,
    )
