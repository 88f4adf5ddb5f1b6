"""One act of the past, as the ledger tells it: who, when, what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from cidesign.acts.act import Act, Shared
from cidesign.acts.kinds import act_kind
from cidesign.acts.written import files_named, read_back
from cidesign.domain.person import OPERATOR
from cidesign.domain.workshop import Bundle
from cidesign.record.ledger import Line
from cidesign.text import say


@dataclass(frozen=True)
class Past:
    """An act that was done.

    Args:
        seq: its place in the ledger.
        at: when, in UTC.
        actor: who, as the ledger names her.
        kind: its kind.
        act: the act itself; None where this version does not know its kind.
        whole: whether the files it brought are here, so that it can be undone.
    """

    seq: int
    at: datetime
    actor: str
    kind: str
    act: Act | None
    whole: bool

    @property
    def undoable(self) -> bool:
        """Whether it can be undone."""
        return self.whole and isinstance(self.act, Shared) and self.act.undoable

    @property
    def who(self) -> str:
        """Who did it, in words."""
        return say("Somebody") if self.actor == OPERATOR.id else self.actor

    def told(self, record: Bundle) -> str:
        """Who did what, in a sentence."""
        if self.act is None:
            return say("{who} did something this version does not know", who=self.who)
        return self.act.told(self.who, record)


def past(line: Line, held: Mapping[str, Any], files: Mapping[str, bytes]) -> Past:
    """What a line tells, with its private part and the files that are at hand."""
    named = files_named(line.value)
    at_hand = {name: files.get(name, b"") for name in named}
    try:
        act = read_back(act_kind(line.act), line.value or {}, held, at_hand)
    except (KeyError, ValidationError):
        act = None
    at = datetime.fromisoformat(line.at)
    return Past(line.seq, at, line.actor, line.act, act, named <= set(files))
