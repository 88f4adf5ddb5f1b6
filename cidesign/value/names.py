"""What people read in place of ids, for the sentences that go with a ranking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cidesign.domain.panel import Candidate
from cidesign.domain.rules import RuleSheet
from cidesign.text import say


@dataclass(frozen=True)
class Names:
    """Labels by id; an id without a label stands for itself."""

    candidates: Mapping[str, str]
    criteria: Mapping[str, str]

    def candidate(self, id: str) -> str:
        """The candidate's name."""
        return self.candidates.get(id, id)

    def cell(self, candidate: str, criterion: str) -> str:
        """A cell as one says it: Oak Foundation on Perceived neutrality."""
        return say(
            "{candidate} on {criterion}",
            candidate=self.candidate(candidate),
            criterion=self.criteria.get(criterion, criterion),
        )


def names_of(rules: RuleSheet, candidates: Sequence[Candidate]) -> Names:
    """The labels of a rule sheet and of the candidates."""
    return Names(
        {one.id: one.label for one in candidates}, {one.id: one.name for one in rules.criteria}
    )
