"""The last round that was closed, readable while the next one is open: nothing of the open round is
in it.
"""

from dataclasses import replace

from cidesign.domain.stage import SCORED
from cidesign.domain.workshop import Bundle
from cidesign.text import say


def last_closed(bundle: Bundle) -> Bundle | None:
    """The workshop with the scores, words and notes of the rounds before the open one, to be read
    and not changed; None where no round is open, or none was closed before.
    """
    workshop = bundle.workshop
    rounds = [score.round for score in bundle.scores if score.round < workshop.round]
    if not workshop.round_is_open or not rounds:
        return None
    last, now = max(rounds), workshop.stage
    # As closed, and yet all that the open round refuses stays refused.
    stage = replace(
        SCORED,
        against_a_round=now.against_a_round,
        against_notes=now.against_notes,
        against_candidates=now.against_candidates,
        against_new_rules=now.against_new_rules,
    )
    return replace(
        bundle,
        workshop=workshop.model_copy(update={"stage": stage, "round": last}),
        scores=tuple(one for one in bundle.scores if one.round <= last),
        remarks=tuple(one for one in bundle.remarks if one.round <= last),
        notes=tuple(one for one in bundle.notes if one.round <= last),
    )


def note(bundle: Bundle, past: Bundle) -> str:
    """What is seen, and what is not."""
    return say(
        "Round {open} is open. This is round {closed} as it was closed; nothing of round {open} is "
        "in it.",
        open=bundle.workshop.round,
        closed=past.workshop.round,
    )
