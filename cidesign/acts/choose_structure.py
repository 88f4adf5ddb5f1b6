"""A committee decides on a structure: the decision is recorded, and the profile names what was
chosen.
"""

from typing import Any, ClassVar

from cidesign.acts.decide import Decide
from cidesign.domain.set_in_plan import STRUCTURE
from cidesign.domain.value import Number
from cidesign.domain.workshop import Bundle
from cidesign.record import changed


class ChooseStructure(Decide):
    """The id of the structure stands in ``figures`` as ``chosen``; ``benefits_rate``: what a host
    of that kind usually pays, where that is not what a nonprofit does.
    """

    kind: ClassVar[str] = "choose_structure"
    step: ClassVar[str] = "structure"
    benefits_rate: Number | None = None

    def change(self, record: Bundle) -> Bundle:
        chosen = self.figures["chosen"]
        changes: dict[tuple[str | int, ...], Any] = {("decision", "structure"): chosen}
        if record.structure is None or record.structure.decision.structure != chosen:
            changes["sets", "benefits_rate"] = self.benefits_rate
        return changed(super().change(record), STRUCTURE, changes)
