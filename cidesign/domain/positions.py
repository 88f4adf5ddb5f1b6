"""Who holds what already, before a host is chosen: the grant, the first meetings, the money, the
chair, the choice itself. A host should be chosen, and not follow from one of these unseen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cidesign.domain.apart import as_seen
from cidesign.domain.panel import Candidate
from cidesign.domain.worded import Worded
from cidesign.text import mark


class Position(Worded):
    """One of them; what people read for it says what its holder does."""

    GRANT = "grant", mark("holds or applies for the grant")
    CONVENED = "convened", mark("convened us")
    FUNDS = "funds", mark("funds us")
    CHAIRS = "chairs", mark("chairs the committee")
    DECIDES = "decides", mark("chooses the backbone")


@dataclass(frozen=True)
class OwnVotes:
    """A candidate that holds a position and leads, and what members who sit there for it do to
    that.

    Args:
        candidate: its id.
        own: how many raters of it sit there for it.
        raters: how many raters it has in all.
        order: ids by place, those that share one together, without the scores of its own; empty
            where this may not be told, or where nobody would have a rank.
    """

    candidate: str
    own: int
    raters: int
    order: tuple[tuple[str, ...], ...] = ()

    @property
    def decide(self) -> bool:
        """Whether others would come first without its own."""
        return bool(self.order) and self.order[0] != (self.candidate,)


def candidate_of(written: str, candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate that somebody wrote by id or name; None for another organization."""
    told = as_seen(written)
    for one in candidates:
        if told and told in (as_seen(one.id), as_seen(one.called), as_seen(one.label)):
            return one
    return None


def incumbents(
    positions: Mapping[Position, str], candidates: Sequence[Candidate]
) -> dict[str, tuple[Position, ...]]:
    """The candidates that hold a position, by id, in the order of the list."""
    holder = {
        position: found.id
        for position in Position
        if (found := candidate_of(positions.get(position, ""), candidates))
    }
    return {
        one.id: tuple(position for position in holder if holder[position] == one.id)
        for one in candidates
        if one.id in holder.values()
    }


def elsewhere(
    positions: Mapping[Position, str], candidates: Sequence[Candidate]
) -> dict[str, tuple[Position, ...]]:
    """The other organizations that hold a position, by name, in the order of the positions."""
    found: dict[str, tuple[Position, ...]] = {}
    for position in Position:
        name = " ".join(positions.get(position, "").split())
        if name and candidate_of(name, candidates) is None:
            name = next((one for one in found if as_seen(one) == as_seen(name)), name)
            found[name] = (*found.get(name, ()), position)
    return found
