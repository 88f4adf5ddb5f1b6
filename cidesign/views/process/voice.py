"""What the equity mirror says for the rule sheet: a larger share of all points for the community's
voice where somebody is missing, and the weights that give it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cidesign.acts.seal import is_sealed
from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Fact
from cidesign.domain.figures import of_hundred
from cidesign.domain.labels import labels_of
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.text.sentence import Figure, Sentence, at, told
from cidesign.views.initiative.mirror import GUIDANCE, mirror_view

HUNDRED = 100


@dataclass(frozen=True)
class Voice:
    """The suggestion.

    Args:
        criterion: what the criterion is called; empty where the sheet has none that asks for it.
        points: what we suggest, of a hundred.
        shares: by criterion, those that give it; the others keep their proportions.
    """

    criterion: str
    points: Fact
    shares: Mapping[str, Fraction]


def voice(bundle: Bundle, catalog: Catalog) -> Voice | None:
    """The suggestion for a sheet that is not sealed; None where the mirror asks for nothing, or
    where the community's voice has that share already.
    """
    rules = bundle.rules
    if rules is None or is_sealed(bundle) or bundle.workshop.has_a_backbone:
        return None
    mirror = mirror_view(bundle, catalog)
    if not (mirror.gaps or mirror.lacking):
        return None
    points = mirror.rule["voice_points"]
    asking = {entry.id for entry in catalog.criteria if entry.community_voice}
    found = next((one for one in rules.criteria if one.id in asking), None)
    if found is None:
        return Voice("", points, {})
    total = Fraction(sum((one.weight for one in rules.criteria), Decimal(0)))
    shares = {one.id: Fraction(one.weight) / total for one in rules.criteria}
    now, wanted = shares[found.id], Fraction(points.value) / HUNDRED
    if now >= wanted:
        return None
    kept = (1 - wanted) / (1 - now)
    name = labels_of(bundle, catalog.labels).criteria[found.id]
    others = {id: share * kept for id, share in shares.items()}
    return Voice(name, points, {**others, found.id: wanted})


def why(found: Voice) -> Sentence:
    """What we suggest, and on what it rests."""
    suggested = Figure(
        of_hundred(Fraction(found.points.value) / HUNDRED),
        found.points.value,
        "points",
        told(say("Points for the community's voice that we suggest where somebody is missing")),
        at("data/guidance.yaml", GUIDANCE, "figures", "voice_points"),
        found.points.source,
        found.points.assumed,
    )
    if not found.criterion:
        said = say(
            "The equity mirror on Initiative shows what is missing, and no criterion asks for the "
            "community's voice. We suggest one with {points} points (assumed)."
        )
        return told(said, points=suggested)
    said = say(
        "The equity mirror on Initiative shows what is missing. We suggest {points} points for the "
        "community's voice (assumed)."
    )
    return told(said, points=suggested)


def does(found: Voice) -> str:
    """What the button does."""
    return say(
        "Give {criterion} {points}",
        criterion=found.criterion,
        points=of_hundred(Fraction(found.points.value) / HUNDRED),
    )
