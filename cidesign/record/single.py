"""Single files of a bundle, read on their own: what the command line is given."""

from pathlib import Path
from typing import Any

from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.plan import Plan
from cidesign.domain.rules import RuleSheet
from cidesign.domain.structure import StructureProfile
from cidesign.domain.workshop import MemberWeight
from cidesign.record.applicants import candidates_in
from cidesign.record.faults import valid
from cidesign.record.folder import file_bytes
from cidesign.record.panel import recusals_in, scores_in, weights_in
from cidesign.record.yaml_in import exact_mapping

# Each of these raises BadInput with every problem of the file; places begin with the file's name.


def read_mapping(path: Path) -> dict[Any, Any]:
    """Any YAML document of keys with values, as it is written: numbers are ints and Decimals."""
    return exact_mapping(file_bytes(path), Path(path).name)


def read_rules(path: Path) -> RuleSheet:
    """A rule sheet."""
    return valid(RuleSheet, read_mapping(path), Path(path).name)


def read_plan(path: Path) -> Plan:
    """A plan of one year."""
    return valid(Plan, read_mapping(path), Path(path).name)


def read_outlook(path: Path) -> OutlookPlan:
    """The years ahead."""
    return valid(OutlookPlan, read_mapping(path), Path(path).name)


def read_structure(path: Path) -> StructureProfile:
    """What a committee answered about structures."""
    return valid(StructureProfile, read_mapping(path), Path(path).name)


def read_scores(path: Path) -> tuple[Score, ...]:
    """Every row of a score file, edits and withdrawals included."""
    return scores_in(file_bytes(path), Path(path).name)


def read_recusals(path: Path) -> tuple[Recusal, ...]:
    """Who steps aside for whom."""
    return recusals_in(file_bytes(path), Path(path).name)


def read_candidates(path: Path, rules: RuleSheet | None) -> tuple[Candidate, ...]:
    """The candidates, with a value for each criterion the rules calculate."""
    return candidates_in(file_bytes(path), Path(path).name, rules)


def read_member_weights(path: Path) -> tuple[MemberWeight, ...]:
    """Each member's own weights, one criterion a row."""
    return weights_in(file_bytes(path), Path(path).name)
