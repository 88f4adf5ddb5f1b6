"""One setting of the rule sheet is chosen, such as how several scores become one value."""

from typing import Any, ClassVar

from cidesign.acts.rule_change import RuleChange
from cidesign.acts.seal import RULES
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class SetRule(RuleChange):
    """``key`` and ``value``: as ``rules.yaml`` holds them; ``called``: both in words."""

    kind: ClassVar[str] = "set_rule"
    key: Text
    value: Any
    called: Text = ""

    def change(self, record: Bundle) -> Bundle:
        return changed(record, RULES, {(self.key,): self.value})

    def told(self, who: str, record: Bundle) -> str:
        rule = (self.called or self.key).rstrip(".")
        return say("{who} changed the rules: {rule}", who=who, rule=rule)
