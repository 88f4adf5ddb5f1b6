"""The stages of a selection, from draft to final: what may be done in each, and which may follow.

Everything that depends on a stage asks the stage; one more is one more entry in ``STAGES``.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator

from cidesign.domain.nearest import instead
from cidesign.domain.problem import BadInput, Problem, Wrong
from cidesign.domain.value import shown
from cidesign.text import mark, say


@dataclass(frozen=True)
class Refusal:
    """Why something may not be done in a stage, and what to do instead; ids of sentences."""

    what: str
    remedy: str

    def at(self, where: str) -> Problem:
        """The problem to tell somebody who tries, in the reader's language."""
        return Problem(where, say(self.what), say(self.remedy))


IS_FINAL = Refusal(mark("the selection is final"), mark("begin a new workshop for a new selection"))
_NO_ROUND_YET = Refusal(mark("no round was held yet"), mark("open a round on the page Score"))


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Where a selection stands.

    Args:
        id: as bundles write it.
        label: what people read; the id of a sentence.
        leads_to: ids of the stages that may follow, the usual one first.
        round_is_open: whether scores are taken; then everybody sees her own sheet only, and
            nobody's points or order are shown anywhere.
        round_was_closed: whether the last round is over, so that its result can be decided on.
        is_final: whether nothing of the selection changes any more.
        against_a_round: why no round may be opened; None where one may, as below.
        against_notes: why nothing may be noted about a cell.
        against_candidates: why candidates may not change, nor who stepped aside return.
        against_recusals: why nobody may step aside any more.
        against_new_rules: why sealed rules may not be opened for a new version.
        against_a_rehearsal: why nobody rehearses any more; one that is held then ends, unseen.
    """

    id: str
    label: str
    leads_to: tuple[str, ...]
    round_is_open: bool = False
    round_was_closed: bool = False
    is_final: bool = False
    against_a_round: Refusal | None = None
    against_notes: Refusal | None = None
    against_candidates: Refusal | None = None
    against_recusals: Refusal | None = None
    against_new_rules: Refusal | None = None
    against_a_rehearsal: Refusal | None = None

    @property
    def opening(self) -> "Stage | None":
        """The stage that opening a round leads to; None where none may be opened."""
        return next((one for one in self._following if one.round_is_open), None)

    @property
    def closing(self) -> "Stage | None":
        """The stage that closing the open round leads to; None where none is open."""
        after = (one for one in self._following if not one.round_is_open)
        return next(after, None) if self.round_is_open else None

    @property
    def _following(self) -> "tuple[Stage, ...]":
        return tuple(stage_of(id) for id in self.leads_to)

    def to(self, id: str) -> "Stage":
        """The stage of this id, to which this one leads.

        Raises:
            BadInput: it leads to others only; names them.
        """
        if id in self.leads_to:
            return stage_of(id)
        what = say(
            "a selection cannot go from {here} to {there}",
            here=shown(say(self.label)),
            there=shown(say(stage_of(id).label)),
        )
        listed = ", ".join(say(one.label) for one in self._following)
        remedy = say("from here it may go to: {stages}", stages=listed) if listed else None
        raise BadInput([Problem(say("Stage"), what, remedy or say(IS_FINAL.remedy))])


DRAFT = Stage(
    id="draft",
    label=mark("Draft"),
    leads_to=("sealed", "scoring"),
    against_notes=_NO_ROUND_YET,
)
"""Leads to a round too: a bundle made by hand may bear a seal and name no stage."""
SEALED = Stage(
    id="sealed",
    label=mark("Rules sealed"),
    leads_to=("scoring", "draft"),
    against_notes=_NO_ROUND_YET,
)
SCORING = Stage(
    id="scoring",
    label=mark("Round open"),
    leads_to=("scored",),
    round_is_open=True,
    against_a_round=Refusal(mark("a round is open already"), mark("close it first")),
    against_notes=Refusal(
        mark("a round is open, and nobody should be swayed in it"),
        mark("write it after the round is closed"),
    ),
    against_candidates=Refusal(
        mark("it is open, and all score the same candidates"),
        mark("change this after the round is closed"),
    ),
    against_a_rehearsal=Refusal(mark("a round is open"), mark("go on with the real sheets")),
)
SCORED = Stage(
    id="scored",
    label=mark("Round closed"),
    leads_to=("scoring", "final"),
    round_was_closed=True,
    against_a_rehearsal=Refusal(
        mark("a round was held already"), mark("talk about what Compare shows to lie far apart")
    ),
)
FINAL = Stage(
    id="final",
    label=mark("Final"),
    leads_to=(),
    round_was_closed=True,
    is_final=True,
    against_a_round=IS_FINAL,
    against_notes=IS_FINAL,
    against_candidates=IS_FINAL,
    against_recusals=IS_FINAL,
    against_new_rules=IS_FINAL,
    against_a_rehearsal=IS_FINAL,
)
STAGES: tuple[Stage, ...] = (DRAFT, SEALED, SCORING, SCORED, FINAL)
"""In order."""


def stage_of(word: Any) -> Stage:
    """The stage that a bundle names.

    Raises:
        Wrong: there is none of this name; says the nearest.
    """
    if isinstance(word, Stage):
        return word
    known = {stage.id: stage for stage in STAGES}
    if not isinstance(word, str) or word not in known:
        raise Wrong(
            say("{word} is no stage of a selection", word=shown(word)), instead(str(word), known)
        )
    return known[word]


StageWord = Annotated[Stage, PlainValidator(stage_of), PlainSerializer(lambda one: one.id)]
"""A stage, read from its id and written as its id."""
