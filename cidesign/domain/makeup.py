"""The equity mirror: people counted in groups the committee itself names, in the community, on the
committee, among the staff and in each candidate. One to three people are never kept as a number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.listed import BETWEEN, Entry, Ids, Yes, apart
from cidesign.domain.problem import Wrong
from cidesign.domain.value import MOST_USD, Id, Text, exact, plain, shown
from cidesign.domain.worded import Worded
from cidesign.text import mark, say

MAKEUP = "makeup.csv"
FEW: Literal["few"] = "few"
"""One, two or three people: all that is kept of such a count."""
MOST_PEOPLE = int(MOST_USD)
COARSE = 1000
"""From so many people on, a share in whole percent tells no group of one to three."""
PAIR = 2
IS = "="
"""Between a candidate's id and its count."""
People = int | Literal["few"] | None
"""A count as it is kept; None where nobody has said."""


def kept(written: str) -> str:
    """What is kept of a count that somebody typed: one to three people become ``few``; a number
    loses the signs between its thousands; anything else stays, and is refused later.
    """
    told = " ".join(written.split())
    bare = told.replace(",", "").replace(" ", "")
    if not (bare.isascii() and bare.isdigit()):
        return told.casefold() if told.casefold() == FEW else told
    number = int(bare)
    return FEW if 0 < number < FEWEST_IN_A_GROUP else str(number)


def _people(written: Any) -> People:
    told = str(written if written is not None else "").strip().casefold()
    if not told:
        return None
    if told == FEW:
        return FEW
    number = exact(told)
    if number != number.to_integral_value() or not 0 <= number <= MOST_PEOPLE:
        raise Wrong(
            say("{number} is no number of people", number=plain(number)),
            say("write how many people, such as 12; few for one to three; blank if not known"),
        )
    if 0 < number < FEWEST_IN_A_GROUP:
        raise Wrong(
            say("fewer than four people are never kept as a number"), say("write few instead")
        )
    return int(number)


def _of_hosts(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    found: dict[str, People] = {}
    for part in (one.strip() for one in written.split(BETWEEN)):
        host, sign, people = part.rpartition(IS)
        if part and not sign:
            raise Wrong(
                say("{part} does not say how many", part=shown(part)),
                say("write each candidate's id with its count, such as oak=12; elm=few"),
            )
        if part:
            found[host.strip()] = _people(people)
    return found


class BodyKind(Worded):
    """Which people are counted; its word is their column of the table."""

    COMMUNITY = "community", mark("Community")
    COMMITTEE = "committee", mark("Steering committee")
    STAFF = "staff", mark("Staff of the backbone")
    HOST = "hosts", mark("Candidate")


ONE_COLUMN_EACH = tuple(one for one in BodyKind if one is not BodyKind.HOST)
"""Those with a column of their own; all candidates share one."""
Counted = Annotated[People, BeforeValidator(_people)]
Kept = Annotated[Text, AfterValidator(kept)]
"""A count as somebody typed it, and as it is kept."""
ByHost = Annotated[dict[Id, People], BeforeValidator(_of_hosts)]


class PeopleGroup(Entry):
    """One row of ``makeup.csv``: a group, and how many people of it there are.

    Args:
        everybody: whether the row counts all people of each body instead.
        hosts: by candidate, how many of its staff.
        parts: ids of the groups of which this is who belongs to all of them.
        brings: what the group brings to the work.
    """

    everybody: Yes = False
    community: Counted = None
    committee: Counted = None
    staff: Counted = None
    hosts: ByHost = Field(default_factory=dict)
    parts: Ids = ()
    brings: Text = ""


def groups_apart_by_parts(rows: Sequence[PeopleGroup]) -> tuple[PeopleGroup, ...]:
    """The rows of one list; two of one name are told apart by their place in it."""
    return apart(rows, [str(place) for place, _ in enumerate(rows, start=1)])


def hosts_cell(counts: Mapping[str, str]) -> str:
    """Counts by candidate as the table holds them; candidates without one are left out."""
    return f"{BETWEEN} ".join(f"{id}{IS}{one}" for id, one in counts.items() if one)


@dataclass(frozen=True)
class Body:
    """People who do something together, by group.

    Args:
        host: the candidate whose staff it is; empty for the others.
        total: how many there are in all.
        counts: by group.
        parts: by group that is made of others, which.
    """

    kind: BodyKind
    host: str
    total: People
    counts: Mapping[str, People]
    parts: Mapping[str, tuple[str, ...]]

    def share(self, group: str) -> Fraction | None:
        """The group's part of all; None where one of the two is not kept as a number."""
        people, total = self.counts.get(group), self.total
        if not isinstance(people, int) or not isinstance(total, int) or not total:
            return None
        return Fraction(people, total)

    @property
    def is_told(self) -> bool:
        """Whether its shares may be shown: they tell no group of one to three people, neither
        directly nor by taking some of them from others.
        """
        if not isinstance(self.total, int) or FEW in self.counts.values():
            return False
        return self.total >= COARSE or not (self._left_over() or self._beside_a_part())

    @property
    def is_told_in_words(self) -> bool:
        """Whether "four or more" and "fewer than four" may be said of each group: whoever knows how
        many there are in all must not be able to count the few by it.
        """
        if self.total == FEW:
            return False
        if self.total is None:
            return True
        few = sum(one == FEW for one in self.counts.values())
        many = sum(one > 0 for one in self._numbers)
        if many:
            return self.total > FEWEST_IN_A_GROUP * many + few
        return self.total not in (few, (FEWEST_IN_A_GROUP - 1) * few) or not few

    def is_short(self, group: str, community: "Body", *, least: Fraction, people: Fraction) -> bool:
        """Whether the group is missing here: its share is below ``least`` of its share in the
        community, and so many people more would be needed for the same share. Of a few, three are
        assumed, so that the answer tells nothing of how many they are.
        """
        wanted, here = community.share(group), self.counts.get(group)
        if wanted is None or here is None or not isinstance(self.total, int):
            return False
        most = here if isinstance(here, int) else FEWEST_IN_A_GROUP - 1
        expected = wanted * self.total
        return most < least * expected and expected - most >= people

    @property
    def _numbers(self) -> list[int]:
        return [one for one in self.counts.values() if isinstance(one, int)]

    def _left_over(self) -> bool:
        """Whether one to three people are left when some groups are taken from all; those made of
        others are in these.
        """
        numbers = [
            one for id, one in self.counts.items() if isinstance(one, int) and id not in self.parts
        ]
        total = self.total if isinstance(self.total, int) else 0
        sums = 1  # bit n: some groups have n people together
        for one in numbers:
            sums |= sums << one
            sums &= (1 << (total + 1)) - 1
        return any(
            left <= total and sums >> (total - left) & 1 for left in range(1, FEWEST_IN_A_GROUP)
        )

    def _beside_a_part(self) -> bool:
        """Whether one to three people belong to a group and not to one that is part of it, or to
        none of two groups of which is said who belongs to both.
        """
        for group, parts in self.parts.items():
            both, found = self.counts.get(group), [self.counts.get(one) for one in parts]
            wholes = [one for one in found if isinstance(one, int)]
            if not isinstance(both, int) or not isinstance(self.total, int):
                continue
            left = [one - both for one in wholes]
            if len(wholes) == len(parts) == PAIR:
                left.append(self.total - sum(wholes) + both)
            if any(0 < one < FEWEST_IN_A_GROUP for one in left):
                return True
        return False


def bodies(rows: Sequence[PeopleGroup]) -> tuple[Body, ...]:
    """Every body of which something is said, the community first, candidates last."""
    return tuple(_bodies(rows))


def _bodies(rows: Sequence[PeopleGroup]) -> Iterator[Body]:
    groups = [one for one in rows if not one.everybody]
    every = next((one for one in rows if one.everybody), PeopleGroup(id="everybody"))
    parts = {one.id: one.parts for one in groups if one.parts}
    for kind in ONE_COLUMN_EACH:
        counts = {one.id: getattr(one, kind) for one in groups}
        total = getattr(every, kind)
        if total is not None or any(it is not None for it in counts.values()):
            yield Body(kind, "", total, counts, parts)
    for host in dict.fromkeys(id for one in rows for id in one.hosts):
        counts = {one.id: one.hosts.get(host) for one in groups}
        yield Body(BodyKind.HOST, host, every.hosts.get(host), counts, parts)
