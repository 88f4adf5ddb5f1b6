"""The open round closes for all at once; every score that was given counts."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.sheets import owed
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import Missing
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say, say_count

WORKSHOP = "workshop.yaml"


class CloseRound(Shared):
    """``accepted``: the facilitator has seen what is missing and closes all the same."""

    kind: ClassVar[str] = "close_round"
    step: ClassVar[str] = "score"
    accepted: bool = False

    @property
    def document(self) -> str:
        return WORKSHOP

    @property
    def undoable(self) -> bool:
        return False

    def problems(self, record: Bundle) -> Iterator[Problem]:
        where = say("Round {round}", round=record.workshop.round)
        if record.workshop.stage.closing is None:
            yield Problem(where, say("it is not open"), say("open it first"))
            return
        begun = unfinished(record)
        if begun:
            what = say_count(
                "{n} member has begun and is not done with every sheet",
                "{n} members have begun and are not done with every sheet",
                begun,
                n=begun,
            )
            remedy = say(
                "wait until all is given, or set the unfinished sheets aside under “Put something "
                "right”"
            )
            yield Problem(where, what, remedy)
        elif (missing := sum(one.missing for one in owed(record))) and not self.accepted:
            yield Problem(
                where,
                say_count("{n} score is missing", "{n} scores are missing", missing, n=missing),
                say("look at the list, then close with these missing"),
            )

    def change(self, record: Bundle) -> Bundle:
        then = record.workshop.stage.closing
        if then is None:
            raise BadInput(self.problems(record))
        return changed(record, WORKSHOP, {("stage",): then.id, ("round",): record.workshop.round})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} closed a round of scoring", who=who)


def unfinished(record: Bundle) -> int:
    """How many members have begun sheets that must be complete before the round is closed."""
    return sum(one.begun for one in owed(record)) if refuses_gaps(record) else 0


def refuses_gaps(record: Bundle) -> bool:
    """Whether who has begun must be done before a round is closed."""
    return record.rules is not None and record.rules.missing is Missing.REFUSE
