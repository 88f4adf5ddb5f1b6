"""A committee chooses how its structure is arranged, such as with staff on loan."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

STRUCTURE = "structure.yaml"


class ChooseVariant(Shared):
    """``variant`` empty takes it back; ``called``: what people read for it."""

    kind: ClassVar[str] = "choose_variant"
    step: ClassVar[str] = "structure"
    variant: Text
    called: Text = ""

    @property
    def document(self) -> str:
        return STRUCTURE

    def change(self, record: Bundle) -> Bundle:
        return changed(record, STRUCTURE, {("decision", "variant"): self.variant or None})

    def told(self, who: str, record: Bundle) -> str:
        if not self.variant:
            return say("{who} took back how the structure is arranged", who=who)
        variant = self.called or self.variant
        return say("{who} chose how the structure is arranged: {variant}", who=who, variant=variant)
