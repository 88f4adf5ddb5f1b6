"""One of the rules that make a team one can hire is switched on or off."""

from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.set_keys import Place
from cidesign.domain.value import Flag, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class SwitchHireRule(Shared):
    """``called``: the rule in words; ``is_on``: what it is afterwards; ``changes``: file, place and
    new value of each key that says so, None removes.
    """

    kind: ClassVar[str] = "switch_hire_rule"
    step: ClassVar[str] = "team"
    called: Text
    is_on: Flag
    changes: tuple[tuple[Text, Place, Any], ...]

    @property
    def document(self) -> str:
        return PLAN

    def change(self, record: Bundle) -> Bundle:
        after = record
        for file in dict.fromkeys(file for file, _, _ in self.changes):
            keys = {place: value for path, place, value in self.changes if path == file}
            after = changed(after, file, keys)
        return after

    def told(self, who: str, record: Bundle) -> str:
        said = {"who": who, "rule": self.called.rstrip(".")}
        if self.is_on:
            return say("{who} switched a rule of the team on: {rule}", **said)
        return say("{who} switched a rule of the team off: {rule}", **said)
