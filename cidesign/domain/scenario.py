"""A scenario: our plan with a few keys changed, or some what-ifs asked of it, under a name, so that
it can be looked at beside our own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import Field

from cidesign.domain.plan import Plan
from cidesign.domain.value import AtLeastZero, Flag, Model, Month, Share, Text
from cidesign.domain.what_if import NOTHING_ASKED, Asked, WhatIfs
from cidesign.domain.what_if.host import OWN_TERMS
from cidesign.domain.words import Function

__all__ = ["OWN_TERMS", "Figures", "Lock", "Scenario", "ScenarioNote", "merged"]


class Figures(Model):
    """What one looks at first of a scenario: its plan, and the years if the team stays.

    Args:
        cost_usd: of the first year; this and what follows of the plan None where there is none.
        promised_usd: what the first year's promised money brings to the budget.
        weakest: the function with the least coverage, which is ``least``.
        covered: share of all hours needed, 0 to 1.
        has_years: whether anything is known of the years.
        runs_out: the month; None where the money lasts to ``to``.
        missing_usd: what is lacking at the end of the years.
        bridge_usd: the credit needed for a time even if that came.
    """

    budget_usd: AtLeastZero
    cost_usd: AtLeastZero | None = None
    plan_score: AtLeastZero | None = None
    fte: AtLeastZero | None = None
    covered: Share | None = None
    weakest: Function | None = None
    least: Share | None = None
    promised_usd: AtLeastZero | None = None
    has_years: Flag = False
    runs_out: Month | None = None
    to: Month | None = None
    missing_usd: AtLeastZero | None = None
    bridge_usd: AtLeastZero | None = None

    @property
    def found(self) -> bool:
        """Whether there is a plan."""
        return self.cost_usd is not None

    @property
    def to_raise_usd(self) -> Decimal | None:
        """What of the budget nobody has promised; None where it is not known who pays."""
        if self.promised_usd is None:
            return None
        return max(self.budget_usd - self.promised_usd, Decimal(0))


class Lock(Model):
    """That a scenario keeps its figures.

    Args:
        record: the fingerprint of the record they were computed under.
        at: when, as an ISO time.
        figures: what was computed.
        of: fingerprint of each file they rest on, by its path.
    """

    record: Text
    at: Text = ""
    figures: Figures
    of: dict[Text, Text] = Field(default_factory=dict)


class ScenarioNote(Model):
    """What a scenario says beside its changes of the plan.

    Args:
        name: what people read; the file's name where there is none.
        note: why somebody made it.
        host: id of the candidate on whose terms; ``none``: our own; empty: as our plan.
        what_if: what is asked of the changed plan, of who pays and of the years.
        locked: the figures it keeps.
    """

    name: Text = ""
    note: Text = ""
    host: Text = ""
    what_if: WhatIfs = NOTHING_ASKED
    locked: Lock | None = None


@dataclass(frozen=True)
class Scenario:
    """``scenarios/<id>.yaml``.

    Args:
        changes: keys of ``plan.yaml`` that are different, as they are written.
        plan: the plan they lead to, before its what-ifs; None where the workshop has none.
        what_if: what is asked of that plan and of our years.
        locked: the figures it keeps; None where it follows the record.
    """

    id: str
    name: str
    note: str = ""
    host: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)
    plan: Plan | None = None
    what_if: Asked = NOTHING_ASKED
    locked: Lock | None = None


def merged(document: Any, changes: Any) -> Any:
    """A document with changes: key by key, entries of a list by their id, anything else in place of
    what was there.

    None takes a key away. An id the list does not have is added at its end. An empty list empties
    the list.
    """
    if isinstance(document, Mapping) and isinstance(changes, Mapping):
        kept = {key: one for key, one in document.items() if key not in changes}
        put = {
            key: merged(document.get(key), one) for key, one in changes.items() if one is not None
        }
        order = [
            *(key for key in document if key in kept or key in put),
            *(key for key in put if key not in document),
        ]
        return {key: kept.get(key, put.get(key)) for key in order}
    if changes and _by_id(document) and _by_id(changes):
        new = {str(one["id"]): one for one in changes}
        known = {str(one["id"]) for one in document}
        return [
            *(merged(one, new.get(str(one["id"]), {})) for one in document),
            *(one for id, one in new.items() if id not in known),
        ]
    return changes


def _by_id(entries: Any) -> bool:
    return isinstance(entries, (list, tuple)) and all(
        isinstance(one, Mapping) and "id" in one for one in entries
    )
