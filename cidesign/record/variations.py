"""Scenarios in and out: each is read as the changed plan it leads to, so that what cannot be
planned is told at once.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.scenario import OWN_TERMS, Scenario, ScenarioNote, merged
from cidesign.domain.set_in_plan import STRUCTURE
from cidesign.domain.value import shown
from cidesign.record.faults import valid
from cidesign.record.yaml_in import exact_mapping
from cidesign.record.yaml_out import written as yaml_written
from cidesign.text import say

FOLDER = "scenarios"
_OWN = tuple(ScenarioNote.model_fields)
_RESTS_ON = (
    *("plan.yaml", "funding.yaml", "outlook.yaml", "candidates.csv"),
    *("partners.csv", "groups.csv", "measures.csv"),
)
_TOLD = ("name", "note", "locked")
"""What a scenario says that moves no figure."""


def scenario_file(id: str) -> str:
    """Where a scenario is kept in a bundle."""
    return f"{FOLDER}/{id}.yaml"


def rests_on(files: Mapping[str, bytes], id: str) -> dict[str, str]:
    """What a scenario's figures rest on, by its path: the fingerprint of each file of plan, money,
    years and hosts, of what our choices about the structure set, and of what the scenario itself
    changes.
    """
    found = {path: sha256(files[path]).hexdigest() for path in _RESTS_ON if path in files}
    structure = exact_mapping(files[STRUCTURE], STRUCTURE) if STRUCTURE in files else {}
    if structure.get("sets"):
        sets = {key: structure[key] for key in ("sets", "hosts") if key in structure}
        found[STRUCTURE] = sha256(yaml_written(sets).encode("utf-8")).hexdigest()
    path = scenario_file(id)
    if path in files:
        written = exact_mapping(files[path], path)
        asked = {key: one for key, one in written.items() if key not in _TOLD}
        found[path] = sha256(yaml_written(asked).encode("utf-8")).hexdigest()
    return found


def scenario_in(
    content: bytes, path: str, plan: Mapping[Any, Any] | None, hosts: Sequence[str] | None
) -> Scenario:
    """The scenario a file describes.

    Args:
        content: the file.
        path: its place in the bundle.
        plan: ``plan.yaml`` as it is written; None where there is none, or none that holds.
        hosts: ids of the candidates; None where they could not be read.

    Raises:
        BadInput: every problem of the file, or of the plan it leads to.
    """
    written = exact_mapping(content, path)
    told = valid(ScenarioNote, {key: written[key] for key in _OWN if key in written}, path)
    changes = {key: one for key, one in written.items() if key not in _OWN}
    id = path.removeprefix(f"{FOLDER}/").removesuffix(".yaml")
    if told.host not in ("", OWN_TERMS) and hosts is not None and told.host not in hosts:
        remedy = say("write one of {known}, or leave it out", known=", ".join([OWN_TERMS, *hosts]))
        raise BadInput(
            [Problem(f"{path}: host", say("{host} is no candidate", host=shown(told.host)), remedy)]
        )
    changed = None if plan is None else valid(Plan, merged(plan, changes), path)
    name = told.name or id
    return Scenario(id, name, told.note, told.host, changes, changed, told.what_if, told.locked)
