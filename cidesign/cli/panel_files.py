"""What the commands about a panel read: its rules, scores, recusals and candidates, each from a
file or all from a bundle.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field, replace
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from cidesign.acts.committee import seats_of
from cidesign.cli.asking import PATH, Count, all_read, alone, bundle_option, named, required
from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import Names, RuleSheet
from cidesign.domain.workshop import Bundle
from cidesign.record import (
    document,
    read_bundle,
    read_candidates,
    read_mapping,
    read_recusals,
    read_rules,
    read_scores,
)
from cidesign.record.brought.lone_scores import lone_scores, own_scores
from cidesign.record.brought.odd_raters import odd_raters
from cidesign.record.folder import file_bytes
from cidesign.views.compare.letters import lettered

T = TypeVar("T")


@dataclass(frozen=True)
class PanelFiles:
    """A panel as it was read.

    Args:
        written: the rule sheet as it is written, with its seal.
        given: the files that were named, by the bundle's names.
        bundle: the whole workshop, where it came from one.
        told: what was understood of a table as people have it, and doubts about its raters.
    """

    rules: RuleSheet
    scores: Sequence[Score]
    candidates: Sequence[Candidate]
    recusals: Sequence[Recusal]
    written: Mapping[str, Any]
    given: Mapping[str, Path | None] = field(default_factory=dict)
    bundle: Bundle | None = None
    told: tuple[str, ...] = ()

    @property
    def people(self) -> dict[str, Any]:
        """Candidates and recusals, as the steps take them."""
        return {"candidates": self.candidates, "recusals": self.recusals}

    @property
    def lot(self) -> str | None:
        """The number of the lot that the bundle's decisions hold."""
        return (
            self.bundle.decisions.lot.number if self.bundle and self.bundle.decisions.lot else None
        )

    @property
    def seats(self) -> Mapping[str, str] | None:
        """Seat by rater; None for files that stand alone, which tell no seats."""
        return None if self.bundle is None else seats_of(self.bundle)

    def beside(self, answer: dict[str, Any]) -> dict[str, Any]:
        """An answer with what was understood of the files among its warnings."""
        return {**answer, "warnings": [*answer["warnings"], *self.told]}

    def named(self) -> AbstractContextManager[None]:
        """Tell problems by the names of the files that were given."""
        return named(self.given)

    def asked_as_shown(self, ask: Callable[["PanelFiles"], T]) -> T:
        """What is asked of the panel as a group may see it; what must be mended is told with the
        names that stand in the file.
        """
        with suppress(BadInput):
            return ask(self._shown())
        return ask(self)

    def _shown(self) -> "PanelFiles":
        """The same with raters as letters, where a bundle's rule sheet says letters; files that
        stand alone stay as they are.
        """
        if self.bundle is None:
            return self
        bundle = lettered(self.bundle)
        return replace(self, scores=bundle.scores, recusals=bundle.recusals, bundle=bundle)


def panel_files(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command ``panel``, read from its options, and ``turn``, as of which round to
    answer.
    """

    @wraps(command)
    def reading(
        rules: Path | None,
        scores: Path | None,
        recusals: Path | None,
        candidates: Path | None,
        bundle: Path | None,
        **other: Any,
    ) -> None:
        files = {
            "--rules": rules,
            "--scores": scores,
            "--recusals": recusals,
            "--candidates": candidates,
        }
        command(
            panel=_of_files(rules, scores, recusals, candidates)
            if bundle is None
            else _of_bundle(bundle, files),
            **other,
        )

    options = (
        click.option("--rules", type=PATH, help="The rule sheet, rules.yaml."),
        click.option("--scores", type=PATH, help="The scores, scores.csv."),
        click.option("--recusals", type=PATH, help="Who steps aside for whom, recusals.csv."),
        click.option("--candidates", type=PATH, help="The candidates, candidates.csv."),
        bundle_option,
        click.option(
            "--round",
            "turn",
            type=Count(1, 1000),
            help="As of which round; the highest one when left out.",
        ),
    )
    for option in reversed(options):
        reading = option(reading)
    return reading


def _of_files(
    rules: Path | None, scores: Path | None, recusals: Path | None, candidates: Path | None
) -> PanelFiles:
    if rules is None or scores is None:
        raise click.UsageError(
            "Give --rules and --scores, or --bundle.", click.get_current_context()
        )
    sheet, _, aside = all_read(
        lambda: read_rules(rules),
        lambda: _looked_at(scores, rules),
        lambda: read_recusals(recusals) if recusals else (),
    )
    people = read_candidates(candidates, sheet) if candidates else ()
    found = lone_scores(file_bytes(scores), scores.name, sheet, people)
    given = {
        "scores.csv": scores,
        "recusals.csv": recusals,
        "candidates.csv": candidates,
        "rules.yaml": rules,
    }
    told = (*found.told, *odd_raters(found.rows))
    return PanelFiles(sheet, found.rows, people, aside, read_mapping(rules), given, told=told)


def _looked_at(scores: Path, rules: Path) -> None:
    """Tell what is wrong with a file of the record's own columns, and with any file where there are
    no rules to understand it by.
    """
    content = file_bytes(scores)
    own = own_scores(content, scores.name)
    if own is None:
        try:
            read_rules(rules)
        except BadInput:
            read_scores(scores)


def _of_bundle(folder: Path, files: Mapping[str, Path | None]) -> PanelFiles:
    """The panel of a bundle, once its round is closed: before that nobody sees a result, here
    neither.
    """
    alone("--bundle", files)
    whole = read_bundle(folder)
    if whole.workshop.round_is_open:
        what = f"round {whole.workshop.round} is open, and nobody sees a result before it is closed"
        raise BadInput(
            [
                Problem(
                    f"{folder}: workshop.yaml: stage",
                    what,
                    "close the round on the page Score, then ask again",
                )
            ]
        )
    sheet = required(whole.rules, "rules.yaml", folder)
    if "scores.csv" not in whole.files:
        required(None, "scores.csv", folder)
    return PanelFiles(
        sheet,
        whole.scores,
        whole.candidates,
        whole.recusals,
        document(whole, "rules.yaml"),
        bundle=whole,
        told=odd_raters(whole.scores, named=sheet.names is Names.SHOWN),
    )
