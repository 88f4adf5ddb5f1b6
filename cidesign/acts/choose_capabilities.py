"""The committee marks which capabilities of the director matter most."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.director import MOST_CAPABILITIES
from cidesign.domain.figures import listed
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

WORKSHOP = "workshop.yaml"


class ChooseCapabilities(Shared):
    """``capabilities``: their ids, at most five; ``called``: what people read for them."""

    kind: ClassVar[str] = "choose_capabilities"
    step: ClassVar[str] = "team"
    capabilities: tuple[Id, ...] = ()
    called: tuple[Text, ...] = ()

    @property
    def document(self) -> str:
        return WORKSHOP

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if len(self.capabilities) > MOST_CAPABILITIES:
            yield Problem(
                say("What matters most"),
                say("{n} are marked", n=len(self.capabilities)),
                say("keep the {most} that matter most", most=MOST_CAPABILITIES),
            )

    def change(self, record: Bundle) -> Bundle:
        marked = list(self.capabilities) or None
        return changed(record, WORKSHOP, {("director", "capabilities"): marked})

    def told(self, who: str, record: Bundle) -> str:
        if not self.capabilities:
            return say("{who} took back what matters most in the director", who=who)
        names = listed(self.called or self.capabilities)
        return say("{who} marked what matters most in the director: {names}", who=who, names=names)
