"""A round of scoring opens for all at once; what was scored before stays and counts on."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.sheets import last_round, raters, to_score
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

WORKSHOP = "workshop.yaml"


class OpenRound(Shared):
    """The first round, or a further one."""

    kind: ClassVar[str] = "open_round"
    step: ClassVar[str] = "score"

    @property
    def document(self) -> str:
        return WORKSHOP

    @property
    def undoable(self) -> bool:
        return False

    def problems(self, record: Bundle) -> Iterator[Problem]:
        where = say("Round {round}", round=next_round(record))
        if refusal := record.workshop.stage.against_a_round:
            yield refusal.at(where)
        if record.rules is None or not record.rules.seal:
            yield Problem(
                where, say("the rules are not sealed"), say("seal them on the page Process")
            )
        elif not record.rules.rated:
            yield Problem(
                where,
                say("the rule sheet has nothing to score"),
                say("add a criterion that people score"),
            )
        if not raters(record):
            yield Problem(
                where, say("nobody is on the panel"), say("add members on the page Initiative")
            )
        if not to_score(record):
            yield Problem(
                where,
                say("no candidate may be scored"),
                say("add candidates, or look at who is eligible"),
            )

    def change(self, record: Bundle) -> Bundle:
        then = record.workshop.stage.opening
        if then is None:
            raise BadInput(self.problems(record))
        return changed(record, WORKSHOP, {("stage",): then.id, ("round",): next_round(record)})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} opened a round of scoring", who=who)


def next_round(record: Bundle) -> int:
    """Which round would be opened now: the first, or the one after the last that was closed."""
    last, stage = last_round(record), record.workshop.stage
    return last + 1 if stage.round_was_closed and stage.opening else last
