"""Who is done, never what: how far each member is with what the selection asks of her now. No
score, no weight, no candidate is in it, and who does not facilitate is told a total alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from cidesign.acts.sheets import raters, sheets_of, undeclared
from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.person import Person
from cidesign.domain.workshop import Bundle

T = TypeVar("T")


class Asked(Enum):
    """What the selection asks of each member now."""

    NOTHING = "nothing"
    WEIGHTS = "weights"
    TIES = "ties"
    SHEETS = "sheets"


@dataclass(frozen=True)
class OfMember:
    """How far one member is.

    Args:
        id: hers in the record.
        name: as people read it.
        declared: whether she has said, of each candidate, if anything ties her to it.
        weighed: whether she has given weights of her own.
        complete: how many of her sheets lack nothing.
        sheets: how many she has in all, whoever they are about.
        begun: whether she has given a score and still owes one.
    """

    id: str
    name: str
    declared: bool
    weighed: bool
    complete: int
    sheets: int
    begun: bool = False

    def is_asked(self, what: Asked) -> bool:
        """Whether it is asked of her at all; who steps aside for everybody has no sheet."""
        return what is not Asked.NOTHING and (what is not Asked.SHEETS or self.sheets > 0)

    def has_done(self, what: Asked) -> bool:
        """Whether she owes nothing of it any more."""
        return {
            Asked.NOTHING: False,
            Asked.WEIGHTS: self.weighed,
            Asked.TIES: self.declared,
            Asked.SHEETS: self.declared and self.complete == self.sheets,
        }[what]


@dataclass(frozen=True)
class Progress:
    """How far a committee is.

    Args:
        asked: what the selection asks now.
        done: how many owe nothing of it any more; None where that is not told.
        of: of how many it is asked.
        members: how far each is; empty for who does not facilitate.
    """

    asked: Asked
    done: int | None
    of: int
    members: tuple[OfMember, ...] = ()

    def told_to(self, person: Person) -> "Progress":
        """What of it this person may know: all of it where she facilitates."""
        return self if person.facilitates else self.to_all

    @property
    def to_all(self) -> "Progress":
        """What everybody may know: a total, and none of so few that it would tell of one."""
        done = self.done if self.of >= FEWEST_IN_A_GROUP else None
        return Progress(self.asked, done, self.of)


def progress(record: Bundle) -> Progress:
    """How far a committee is, from the whole record; what of it somebody may know is told by
    ``Progress.told_to``.
    """
    members = tuple(_members(record))
    asked = asked_now(record)
    owing = [one for one in members if one.is_asked(asked)]
    done = sum(one.has_done(asked) for one in owing)
    return Progress(asked, done if owing else None, len(owing), members)


def asked_now(record: Bundle) -> Asked:
    """What the selection asks of each member where it stands."""
    rules, shop = record.rules, record.workshop
    if shop.round_is_open:
        return Asked.SHEETS
    if rules is None or not rules.criteria or shop.stage.round_was_closed:
        return Asked.NOTHING
    if rules.seal:
        return Asked.TIES if record.candidates else Asked.NOTHING
    return Asked.WEIGHTS if len(shop.members) >= FEWEST_IN_A_GROUP else Asked.NOTHING


def _members(record: Bundle) -> Iterable[OfMember]:
    """One after the other, each from her own rows alone: a committee is asked about every few
    seconds while it scores.
    """
    scores = _by((one.rater, one) for one in record.scores)
    remarks = _by((one.rater, one) for one in record.remarks)
    recusals = _by((one.rater, one) for one in record.recusals)
    declarations = _by((one.rater, one) for one in record.declarations)
    weighed = {one.member for one in record.weights}
    names, scoring = {one.id: one.label for one in record.workshop.members}, raters(record)
    for id, name in {**names, **scoring}.items():
        hers = replace(
            record,
            scores=tuple(scores[id]),
            remarks=tuple(remarks[id]),
            recusals=tuple(recusals[id]),
            declarations=tuple(declarations[id]),
        )
        sheets = sheets_of(hers, id) if id in scoring else ()
        yield OfMember(
            id=id,
            name=name,
            declared=not undeclared(hers, id),
            weighed=id in weighed,
            complete=sum(one.complete for one in sheets),
            sheets=len(sheets),
            begun=any(one.saved for one in sheets) and any(one.left for one in sheets),
        )


def _by(rows: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for rater, one in rows:
        found[rater].append(one)
    return found
