"""A rule sheet is begun, with the usual criteria."""

from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.rule_sheet import mode_of, with_levels
from cidesign.acts.seal import RULES
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class BeginRules(Shared):
    """``sheet``: what it begins with, as ``rules.yaml`` holds it; a sheet that is there stays."""

    kind: ClassVar[str] = "begin_rules"
    step: ClassVar[str] = "process"
    sheet: dict[str, Any]

    @property
    def document(self) -> str:
        return RULES

    def change(self, record: Bundle) -> Bundle:
        if record.rules is not None:
            return record
        criteria = [with_levels(one) for one in self.sheet["criteria"]]
        mode = mode_of(record)
        begun = {**self.sheet, "criteria": criteria, **({"mode": mode} if mode else {})}
        return changed(record, RULES, {(): begun})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} began a rule sheet with the usual criteria", who=who)
