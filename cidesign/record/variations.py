"""Scenarios in and out: each is read as the changed plan it leads to, so that what cannot be
planned is told at once.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.scenario import OWN_TERMS, Scenario, ScenarioNote, merged
from cidesign.domain.value import shown
from cidesign.record.faults import valid
from cidesign.record.yaml_in import exact_mapping
from cidesign.text import say

FOLDER = "scenarios"
_OWN = tuple(ScenarioNote.model_fields)


def scenario_file(id: str) -> str:
    """Where a scenario is kept in a bundle."""
    return f"{FOLDER}/{id}.yaml"


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
    return Scenario(id, told.name or id, told.note, told.host, changes, changed)
