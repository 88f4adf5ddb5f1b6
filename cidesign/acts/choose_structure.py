"""A committee decides on a structure: the decision is recorded, and the profile names what was
chosen.
"""

from typing import ClassVar

from cidesign.acts.decide import Decide
from cidesign.domain.workshop import Bundle
from cidesign.record import changed

STRUCTURE = "structure.yaml"


class ChooseStructure(Decide):
    """The id of the structure stands in ``figures`` as ``chosen``."""

    kind: ClassVar[str] = "choose_structure"
    step: ClassVar[str] = "structure"

    def change(self, record: Bundle) -> Bundle:
        chosen = self.figures["chosen"]
        return changed(super().change(record), STRUCTURE, {("decision", "structure"): chosen})
