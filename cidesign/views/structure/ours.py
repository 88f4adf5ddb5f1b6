"""Which answers about the structure are ours. A new workshop answers every question with the usual
value: there those are ours that differ from it; where some are open, people gave the others.
"""

from collections.abc import Mapping
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.structure import StructureProfile


def usual_answers(profile: StructureProfile | None, catalog: Catalog) -> tuple[str, ...]:
    """The ids of the questions that stand at the usual value and may be nobody's answer, in the
    catalog's order.
    """
    given = profile.answers if profile else {}
    if not all(one.id in given for one in catalog.structure_drivers):
        return ()
    return tuple(one.id for one in catalog.structure_drivers if given[one.id] == one.default.value)


def our_answers(profile: StructureProfile | None, catalog: Catalog) -> Mapping[str, Decimal]:
    """The answers about the structure that no usual value gave, by question."""
    given, usual = profile.answers if profile else {}, usual_answers(profile, catalog)
    return {
        one.id: given[one.id]
        for one in catalog.structure_drivers
        if one.about == "structure" and one.id in given and one.id not in usual
    }
