"""One of the six functions goes to a candidate, or back to the backbone's own host."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.labels import labels_of
from cidesign.domain.set_in_plan import STRUCTURE, further_hosts
from cidesign.domain.value import Number, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

_HOURS = ("sets", "coordination_hours")


class GiveFunction(Shared):
    """``host``: a candidate's id; empty for the backbone's own host. ``called``: what people read
    for the function; ``hours``: what each further organization usually takes a month, put down
    where nobody has said yet; nothing is where one organization carries all again.
    """

    kind: ClassVar[str] = "give_function"
    step: ClassVar[str] = "structure"
    function: Text
    host: Text
    called: Text = ""
    hours: Number | None = None

    @property
    def document(self) -> str:
        return STRUCTURE

    def change(self, record: Bundle) -> Bundle:
        given = changed(record, STRUCTURE, {("hosts", self.function): self.host or None})
        if self.hours is None or given.structure is None:
            return given
        profile = given.structure
        if not further_hosts(profile.hosts, given.decisions.chosen_host):
            return changed(given, STRUCTURE, {_HOURS: None})
        if profile.sets.coordination_hours is None:
            return changed(given, STRUCTURE, {_HOURS: self.hours})
        return given

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
