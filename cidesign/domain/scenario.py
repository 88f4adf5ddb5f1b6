"""A scenario: our plan with a few keys changed, under a name, so that it can be looked at beside
our own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cidesign.domain.plan import Plan
from cidesign.domain.value import Model, Text

OWN_TERMS = "none"
"""As ``host``: on our own terms, whatever host is chosen."""


class ScenarioNote(Model):
    """What a scenario says beside its changes of the plan.

    Args:
        name: what people read; the file's name where there is none.
        note: why somebody made it.
        host: id of the candidate on whose terms; ``none``: our own; empty: as our plan.
    """

    name: Text = ""
    note: Text = ""
    host: Text = ""


@dataclass(frozen=True)
class Scenario:
    """``scenarios/<id>.yaml``.

    Args:
        changes: keys of ``plan.yaml`` that are different, as they are written.
        plan: the plan they lead to; None where the workshop has none.
    """

    id: str
    name: str
    note: str = ""
    host: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)
    plan: Plan | None = None


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
