"""What people read in place of an id, told once for every kind of thing: the catalog's words, and
the names that a workshop gives to its candidates, criteria, members and scenarios.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from cidesign.domain.panel import Candidate
from cidesign.domain.rules import RuleSheet
from cidesign.domain.workshop import Bundle
from cidesign.text import say


@dataclass(frozen=True)
class Named(Mapping[str, str]):
    """Labels by id, in order; an id that nobody named stands for itself.

    Two things of one name are told apart here, where all names of a kind are known.
    """

    by_id: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "Named":
        """Labels by id of such pairs of id and name."""
        return cls(dict(pairs))

    def __getitem__(self, id: str) -> str:
        return self.by_id.get(id, id)

    def __contains__(self, id: object) -> bool:
        return id in self.by_id

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)


NOBODY = Named()


@dataclass(frozen=True)
class Labels:
    """Labels by id for each kind; a kind that was not given has none, so its ids stand.

    Args:
        functions: the short names of the six, as in charts and tables.
        functions_in_full: their names in full.
        criteria: as the rule sheet calls them.
        criteria_short: by the catalog's short name, where the sheet calls them as it does.
        members: of the steering committee.
    """

    functions: Named = NOBODY
    functions_in_full: Named = NOBODY
    phases: Named = NOBODY
    drivers: Named = NOBODY
    roles: Named = NOBODY
    lines: Named = NOBODY
    prices: Named = NOBODY
    structures: Named = NOBODY
    structure_drivers: Named = NOBODY
    variants: Named = NOBODY
    modes: Named = NOBODY
    regions: Named = NOBODY
    criteria: Named = NOBODY
    criteria_short: Named = NOBODY
    candidates: Named = NOBODY
    members: Named = NOBODY
    scenarios: Named = NOBODY

    def kind(self, name: str) -> Named:
        """The labels of a kind that a file names, such as ``structures``.

        Raises:
            LookupError: there is no such kind.
        """
        if name not in {one.name for one in fields(self)}:
            raise LookupError(f"{name} is no kind of thing that has labels")
        named: Named = getattr(self, name)
        return named

    @property
    def of_a_plan(self) -> Named:
        """Roles, lines and functions together, for what may be about any of them: a rule, or a way
        out.
        """
        return Named({**self.functions, **self.lines, **self.roles})

    def cell(self, candidate: str, criterion: str) -> str:
        """A cell as one says it: Oak Foundation on Perceived neutrality."""
        return say(
            "{candidate} on {criterion}",
            candidate=self.candidates[candidate],
            criterion=self.criteria[criterion],
        )


NO_LABELS = Labels()


def of_panel(rules: RuleSheet | None, candidates: Sequence[Candidate]) -> Labels:
    """The labels of a rule sheet and of the candidates, where that is all there is."""
    return Labels(
        candidates=Named.of((one.id, one.label) for one in candidates),
        criteria=Named.of((one.id, one.name) for one in rules.criteria) if rules else NOBODY,
    )


def labels_of(bundle: Bundle, known: Labels = NO_LABELS) -> Labels:
    """Every label of a workshop.

    Args:
        known: the catalog's labels; its criteria give short names to those the sheet calls alike.
    """
    panel = of_panel(bundle.rules, bundle.candidates)
    return replace(
        known,
        candidates=panel.candidates,
        criteria=panel.criteria,
        criteria_short=Named.of(
            (id, known.criteria_short[id] if known.criteria.get(id) == name else name)
            for id, name in panel.criteria.items()
        ),
        members=Named.of((one.id, one.name or one.id) for one in bundle.workshop.members),
        scenarios=Named.of((id, one.name) for id, one in bundle.scenarios.items()),
    )
