"""What every change to a rule sheet asks first: is there one, and is it still open?"""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.seal import RULES, against_change
from cidesign.domain.problem import Problem
from cidesign.domain.rules import RuleSheet
from cidesign.domain.value import Text, shown
from cidesign.domain.workshop import Bundle
from cidesign.text import say

LONGEST = 200
"""Letters of a criterion's name."""


class RuleChange(Shared):
    """An act on a rule sheet that is there and not sealed."""

    step: ClassVar[str] = "process"

    @property
    def document(self) -> str:
        return RULES

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_change(record)
        if record.rules is None:
            what, remedy = say("there is none yet"), say("begin with the usual criteria")
            yield Problem(say("Rule sheet"), what, remedy)


class CriterionChange(RuleChange):
    """An act on one criterion of such a sheet."""

    criterion: Text

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from super().problems(record)
        if record.rules and self.criterion not in {one.id for one in record.rules.criteria}:
            what = say(
                "{criterion} is no criterion of the rule sheet", criterion=shown(self.criterion)
            )
            yield Problem(say("Criterion"), what, say("choose one of the sheet"))


def sheet_of(record: Bundle) -> RuleSheet:
    """The rule sheet of a record that has one.

    Raises:
        ValueError: it has none; ``problems`` says so before.
    """
    if record.rules is None:
        raise ValueError("there is no rule sheet")
    return record.rules


def place_of(record: Bundle, id: str) -> tuple[str | int, ...]:
    """Where a criterion stands in ``rules.yaml``."""
    ids = [one.id for one in sheet_of(record).criteria]
    return ("criteria", ids.index(id))
