"""One of the six functions goes to a candidate, or back to the backbone's own host."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.labels import labels_of
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

STRUCTURE = "structure.yaml"


class GiveFunction(Shared):
    """``host``: a candidate's id; empty for the backbone's own host. ``called``: what people read
    for the function.
    """

    kind: ClassVar[str] = "give_function"
    step: ClassVar[str] = "structure"
    function: Text
    host: Text
    called: Text = ""

    @property
    def document(self) -> str:
        return STRUCTURE

    def change(self, record: Bundle) -> Bundle:
        return changed(record, STRUCTURE, {("hosts", self.function): self.host or None})

    def told(self, who: str, record: Bundle) -> str:
        function = self.called or self.function
        if not self.host:
            return say(
                "{who} left a function with the backbone's own host: {function}",
                who=who,
                function=function,
            )
        return say(
            "{who} gave a function to {host}: {function}",
            who=who,
            host=labels_of(record).candidates[self.host],
            function=function,
        )
