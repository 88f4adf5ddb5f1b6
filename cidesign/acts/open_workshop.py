"""A workshop begins: with a copy of an example, with first answers, or with a bundle somebody
brings.
"""

from typing import ClassVar

from pydantic import Field

from cidesign.acts.act import Shared
from cidesign.domain.workshop import Bundle
from cidesign.record import read_files
from cidesign.text import say


class OpenWorkshop(Shared):
    """The first act of a workshop here; ``files`` are all it begins with."""

    kind: ClassVar[str] = "open_workshop"
    step: ClassVar[str] = "overview"
    files: dict[str, bytes] = Field(default_factory=dict)
    came: str = ""

    @property
    def document(self) -> str:
        return "workshop.yaml"

    @property
    def undoable(self) -> bool:
        return False

    def change(self, record: Bundle) -> Bundle:
        return read_files(self.files)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} opened this workshop", who=who)
