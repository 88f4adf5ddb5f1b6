"""What people beyond the committee said of the candidates, as far as it may be seen now: like
scores not before the close, and of no group of fewer than four.
"""

from cidesign.domain.heard import Heard
from cidesign.domain.workshop import Bundle

LONGEST, LONGEST_NAME, MOST_ASKED = 300, 120, 1_000_000
"""Letters of a sentence, and of a group or source; people."""


def is_blind_to_others(record: Bundle) -> bool:
    """Whether nobody may read yet what others think of the candidates: before the first round is
    closed, and while one is open.
    """
    return record.workshop.round_is_open or not record.workshop.stage.round_was_closed


def heard_in_sight(record: Bundle) -> tuple[Heard, ...]:
    """The rows that may be seen now."""
    if is_blind_to_others(record):
        return ()
    return tuple(one for one in record.heard if one.may_be_shown)
