"""What people read in place of an id, told once for every kind of thing: the catalog's words, and
the names that a workshop gives to its candidates, criteria, members and scenarios.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from cidesign.domain.apart import told_apart
from cidesign.domain.naming import name_from
from cidesign.domain.panel import Candidate
from cidesign.domain.rules import Criterion, RuleSheet
from cidesign.domain.workshop import Bundle
from cidesign.text import say


@dataclass(frozen=True)
class Named(Mapping[str, str]):
    """Labels by id, in order; an id that nobody named is read as a name.

    Two things of one name are told apart where all names of a kind are known: see
    ``cidesign.domain.apart``.
    """

    by_id: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "Named":
        """Labels by id of such pairs of id and name."""
        return cls(dict(pairs))

    def __getitem__(self, id: str) -> str:
        return self.by_id.get(id) or name_from(id)

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
        criteria: of the rule sheet, as in ``of_panel``; in the catalog's own labels in full.
        criteria_short: the catalog's short names.
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
    forms: Named = NOBODY
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


def of_panel(
    rules: RuleSheet | None, candidates: Sequence[Candidate], known: Labels = NO_LABELS
) -> Labels:
    """The labels of a rule sheet and of the candidates, where that is all there is.

    Args:
        rules: the sheet; None where there is none.
        candidates: of the selection.
        known: the catalog's labels; a criterion that the sheet calls as the catalog does is read
            by the catalog's short name, on every page and in every paper.
    """
    return Labels(
        candidates=Named.of((one.id, one.label) for one in candidates),
        criteria=Named.of((one.id, _criterion(one, known)) for one in rules.criteria)
        if rules
        else NOBODY,
    )


def _criterion(one: Criterion, known: Labels) -> str:
    alike = one.id in known.criteria and known.criteria[one.id] == one.name
    return known.criteria_short[one.id] if alike else one.name


def as_read(rules: RuleSheet, known: Labels) -> RuleSheet:
    """The sheet with each criterion called as people read it, to be shown and not to be kept."""
    named = of_panel(rules, (), known).criteria
    read = tuple(one.written_as(named[one.id]) for one in rules.criteria)
    return rules.model_copy(update={"criteria": read})


def labels_of(bundle: Bundle, known: Labels = NO_LABELS) -> Labels:
    """Every label of a workshop.

    Args:
        known: as in ``of_panel``.
    """
    panel = of_panel(bundle.rules, bundle.candidates, known)
    return replace(
        known,
        candidates=panel.candidates,
        criteria=panel.criteria,
        members=Named.of((one.id, one.label) for one in bundle.workshop.members),
        scenarios=_apart([(id, one.name) for id, one in bundle.scenarios.items()]),
    )


def _apart(pairs: Sequence[tuple[str, str]]) -> Named:
    labels = told_apart([(name, "") for _, name in pairs])
    return Named.of((id, label) for (id, _), label in zip(pairs, labels, strict=True))
