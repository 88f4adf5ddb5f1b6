"""Open, semi-open or closed: how to select a host, advised from the committee's answers by the
rules in the data.
"""

from collections.abc import Sequence

from cidesign.domain.choices import ModeEntry, ModeRule
from cidesign.domain.structure import ModeAdvice, ModeRuleHolds, StructureProfile
from cidesign.domain.words import MODES
from cidesign.structure.profile import holds


def advise_mode(profile: StructureProfile, modes: Sequence[ModeEntry]) -> ModeAdvice:
    """The mode whose rules that hold add the most points, the more open one where two are level;
    and why.

    Reasons: what speaks for it, strongest first, then what speaks against it.
    """
    ordered = sorted(modes, key=lambda mode: MODES.index(mode.id))
    chosen = max(ordered, key=lambda mode: sum(rule.adds.value for _, rule in _met(mode, profile)))
    reasons = sorted(_met(chosen, profile), key=lambda one: -one[1].adds.value)
    return ModeAdvice(
        advice=chosen.id.value,
        because=tuple(ModeRuleHolds(chosen.id.value, place) for place, _ in reasons),
    )


def _met(mode: ModeEntry, profile: StructureProfile) -> list[tuple[int, ModeRule]]:
    return [
        (place, rule)
        for place, rule in enumerate(mode.rules)
        if all(holds(condition, profile.answers) for condition in rule.when)
    ]
