"""Who may do what in a rehearsal, and see what of it: one row for each deed, one column for each
role, and what the stage of the selection and of the rehearsal refuse to everybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from cidesign.acts.rights import FACILITATING, Reach, reaching
from cidesign.domain.person import ROLES, Person, Role
from cidesign.domain.problem import Problem
from cidesign.domain.rehearsal import Rehearsal
from cidesign.domain.stage import Refusal
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say


class Deed(Enum):
    """What somebody does in a rehearsal."""

    BEGIN = "begin"
    GIVE = "give"
    READ_OWN = "read_own"
    END = "end"
    READ_ALL = "read_all"
    DELETE = "delete"


class Moment(Enum):
    """How far a rehearsal is."""

    NONE = "none"
    OPEN = "open"
    OVER = "over"


_NONE = Refusal(
    mark("no rehearsal is held (any more)"), mark("nothing of it counts; go on with what is real")
)
_OVER = Refusal(
    mark("the rehearsal is over"), mark("nothing of it counts; look at how far apart you read")
)
_HELD = Refusal(mark("a rehearsal is held already"), mark("delete it first, then begin another"))
_NOT_YET = Refusal(
    mark("the rehearsal is not over, and nobody should be swayed in it"),
    mark("wait until a facilitator ends it"),
)
_NO_RIGHT = Refusal(mark("you have no right to do this"), mark("ask a facilitator"))
_NO_MEMBER = Refusal(
    mark("your name is not on the list of the committee"), mark("ask a facilitator to add you")
)
_EVERYBODY = reaching(**{role.value: Reach.ALL for role in ROLES})
_MEMBERS = reaching(member=Reach.OWN)


@dataclass(frozen=True)
class RehearsalRight:
    """One row: a deed, how far each role's right goes, and what each moment of a rehearsal refuses;
    a moment that is not named refuses nothing. ``in_any_stage``: the selection's stage neither.
    """

    deed: Deed
    reach: Mapping[Role, Reach]
    refused: Mapping[Moment, Refusal]
    in_any_stage: bool = False


REHEARSING: tuple[RehearsalRight, ...] = (
    RehearsalRight(Deed.BEGIN, FACILITATING, {Moment.OPEN: _HELD, Moment.OVER: _HELD}),
    RehearsalRight(Deed.GIVE, _MEMBERS, {Moment.NONE: _NONE, Moment.OVER: _OVER}),
    RehearsalRight(Deed.READ_OWN, _MEMBERS, {Moment.NONE: _NONE}),
    RehearsalRight(Deed.END, FACILITATING, {Moment.NONE: _NONE, Moment.OVER: _OVER}),
    RehearsalRight(Deed.READ_ALL, _EVERYBODY, {Moment.NONE: _NONE, Moment.OPEN: _NOT_YET}),
    RehearsalRight(Deed.DELETE, FACILITATING, {Moment.NONE: _NONE}, in_any_stage=True),
)


def moment_of(held: Rehearsal | None) -> Moment:
    """How far a rehearsal is; None: none is held."""
    if held is None:
        return Moment.NONE
    return Moment.OVER if held.is_over else Moment.OPEN


def against(
    who: Person, deed: Deed, record: Bundle, held: Rehearsal | None, *, workshop: str
) -> tuple[Problem, ...]:
    """Why this person may not do this in a rehearsal now, as one problem; none where she may.

    Args:
        who: does it; what is a member's own she does for herself alone.
        deed: what she does.
        record: the workshop's.
        held: the rehearsal; None where none is held.
        workshop: in which it is held.
    """
    refused = _refusal(who, deed, record, moment_of(held), workshop)
    return (refused.at(say("Rehearsal")),) if refused else ()


def _refusal(
    who: Person, deed: Deed, record: Bundle, moment: Moment, workshop: str
) -> Refusal | None:
    right = next(one for one in REHEARSING if one.deed is deed)
    reach = right.reach[who.role]
    if reach is Reach.NONE or who.workshop not in ("", workshop):
        return _NO_RIGHT
    if reach is Reach.OWN and who.rater not in {one.id for one in record.workshop.members}:
        return _NO_MEMBER
    stage = None if right.in_any_stage else record.workshop.stage.against_a_rehearsal
    return stage or right.refused.get(moment)
