"""A committee chooses how its structure is arranged, such as with staff on loan."""

from typing import Any, ClassVar

from pydantic import Field

from cidesign.acts.act import Shared
from cidesign.domain.set_in_plan import STRUCTURE
from cidesign.domain.value import Number, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class ChooseVariant(Shared):
    """``variant`` empty takes it back; ``called``: what people read for it; ``sets``: what of
    ``sets`` in ``structure.yaml`` it puts there, None for what it takes out.
    """

    kind: ClassVar[str] = "choose_variant"
    step: ClassVar[str] = "structure"
    variant: Text
    called: Text = ""
    sets: dict[Text, Number | None] = Field(default_factory=dict)

    @property
    def document(self) -> str:
        return STRUCTURE

    def change(self, record: Bundle) -> Bundle:
        changes: dict[tuple[str | int, ...], Any] = {("decision", "variant"): self.variant or None}
        changes |= {("sets", key): value for key, value in self.sets.items()}
        return changed(record, STRUCTURE, changes)

    def told(self, who: str, record: Bundle) -> str:
        if not self.variant:
            return say("{who} took back how the structure is arranged", who=who)
        variant = self.called or self.variant
        return say("{who} chose how the structure is arranged: {variant}", who=who, variant=variant)
