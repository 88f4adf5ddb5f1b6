"""What a decision changes in the workshop beside its record."""

from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.steps.structure import FILE


def with_structure(bundle: Bundle, id: str) -> Bundle:
    """The bundle whose profile names the chosen structure.

    Raises:
        BadInput: the profile cannot be written so.
    """
    return changed(bundle, FILE, {("decision", "structure"): id})
