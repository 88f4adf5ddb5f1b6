"""What a rule sheet says before anybody changed it, and which way of choosing a host it serves."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import Anchored, CapabilityEntry, CriterionEntry
from cidesign.domain.value import exact
from cidesign.domain.words import MODES, Mode
from cidesign.domain.workshop import Bundle
from cidesign.text import say

PART_OF_LEADERSHIP = Decimal(4)
"""Weight of a part of leadership in points of 100, a third of the usual 12: an assumption."""
EVEN_WEIGHT = Decimal(20)
"""Weight of each capability in a search for a director until members have weighed them: an
assumption, so that the most there may be make 100.
"""


def first_rules(catalog: Catalog) -> dict[str, Any]:
    """What a first ``rules.yaml`` says: every usual criterion with its usual weight."""
    return _rules([usual_criterion(entry) for entry in catalog.criteria])


def rules_of_a_search(entries: Sequence[CapabilityEntry]) -> dict[str, Any]:
    """What the first rules of a search for a director say: each capability as a criterion."""
    return _rules([_criterion(entry, entry.label, EVEN_WEIGHT) for entry in entries])


def _rules(criteria: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "criteria": criteria,
        "aggregation": "mean",
        "missing": "refuse",
        "quorum": 3,
        "ties": ["shared"],
    }


def usual_criterion(entry: CriterionEntry) -> dict[str, Any]:
    """A criterion of the catalog as a rule sheet holds it."""
    return _criterion(entry, entry.short, entry.weight.value)


def part_of_leadership(entry: CapabilityEntry) -> dict[str, Any]:
    """A capability as a criterion of its own, by which a host's leaders are judged."""
    return _criterion(entry, say("Leadership: {part}", part=entry.label), PART_OF_LEADERSHIP)


def _criterion(entry: Anchored, label: str, weight: Decimal) -> dict[str, Any]:
    return {
        "id": entry.id,
        "label": label,
        "question": entry.question,
        "weight": weight,
        "scale": {
            "worst": min(entry.levels),
            "best": max(entry.levels),
            "step": 1,
            "levels": {level: f"{said.short}. {said.says}" for level, said in entry.levels.items()},
        },
    }


def mode_of(bundle: Bundle) -> str:
    """How the host is chosen: as the rules say, else as the structure decision says; empty where
    nobody has chosen.
    """
    said = bundle.rules.mode if bundle.rules else ""
    said = said or (bundle.structure.decision.selection_mode if bundle.structure else "")
    return said if said in MODES else ""


def is_fitness_check(bundle: Bundle) -> bool:
    """Whether one organization is held against pass marks, in place of a ranking."""
    return mode_of(bundle) == Mode.CLOSED or len(bundle.candidates) == 1


def was_asked_alone(bundle: Bundle) -> bool:
    """Whether one organization was asked and no other; not where an open call found one only."""
    others_could = mode_of(bundle) in (Mode.OPEN, Mode.SEMI_OPEN)
    return not others_could or bool(bundle.workshop.sole_source)


def with_levels(criterion: Mapping[str, Any]) -> dict[str, Any]:
    """A criterion as a rule sheet holds it, whose levels may have come through a ledger, where
    every key is a text.
    """
    scale = criterion["scale"]
    levels = {exact(str(level)): words for level, words in scale.get("levels", {}).items()}
    return {**criterion, "scale": {**scale, **({"levels": levels} if levels else {})}}
