"""What people read in place of ids, in the reasons that go with a result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cidesign.domain.figures import listed
from cidesign.domain.panel import Candidate
from cidesign.domain.reason import Cell
from cidesign.domain.rules import RuleSheet
from cidesign.text import say

SHOWN = 4


@dataclass(frozen=True)
class Names:
    """Labels by id; an id without a label stands for itself."""

    candidates: Mapping[str, str] = field(default_factory=dict)
    criteria: Mapping[str, str] = field(default_factory=dict)

    def candidate(self, id: str) -> str:
        """The candidate's name."""
        return self.candidates.get(id, id)

    def criterion(self, id: str) -> str:
        """The criterion's name."""
        return self.criteria.get(id, id)

    def cell(self, cell: Cell) -> str:
        """A cell as one says it: Oak Foundation on Perceived neutrality."""
        candidate, criterion = cell
        return say(
            "{candidate} on {criterion}",
            candidate=self.candidate(candidate),
            criterion=self.criterion(criterion),
        )

    def some_candidates(self, ids: Sequence[str]) -> str:
        """The first few by name, and how many more."""
        return some([self.candidate(id) for id in ids])

    def some_criteria(self, ids: Sequence[str]) -> str:
        """Likewise."""
        return some([self.criterion(id) for id in ids])


def some(labels: Sequence[str]) -> str:
    """The first few, and how many more."""
    if len(labels) <= SHOWN:
        return listed(list(labels))
    return say(
        "{labels} and {more} more",
        labels=", ".join(labels[: SHOWN - 1]),
        more=len(labels) - SHOWN + 1,
    )


def names_of(rules: RuleSheet, candidates: Sequence[Candidate]) -> Names:
    """The labels of a rule sheet and of the candidates."""
    return Names(
        {one.id: one.label for one in candidates}, {one.id: one.name for one in rules.criteria}
    )
