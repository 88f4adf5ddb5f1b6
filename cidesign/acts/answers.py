"""What was answered to the questions to talk about, as far as it may be seen now, and whether more
can be answered.
"""

from cidesign.domain.answers import KeptAnswer
from cidesign.domain.stage import Refusal
from cidesign.domain.walk import WALK
from cidesign.domain.workshop import Bundle
from cidesign.text import mark

ANSWERS = "answers.csv"
LONGEST, LONGEST_NAME = 400, 80
"""Letters of an answer, and of a name."""
SWAYED = Refusal(
    mark("a round is open, and nobody should be swayed in it"),
    mark("write it after the round is closed"),
)


def against_answers(record: Bundle, page: str) -> Refusal | None:
    """Why nothing may be answered to a question of this page now; None where it may."""
    of_the_choice = any(step.id == page and step.of_the_choice for step in WALK)
    return SWAYED if of_the_choice and record.workshop.round_is_open else None


def answers_in_sight(record: Bundle) -> tuple[KeptAnswer, ...]:
    """The answers that may be seen now: while a round is open none about the choice of a host."""
    return tuple(
        one for one in record.answers if one.counts and against_answers(record, one.page) is None
    )
