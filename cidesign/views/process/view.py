"""What the page Process shows: who may apply, the weeks, the criteria and their weights, what the
seal still lacks, and the seal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cidesign.acts import before_sealing
from cidesign.acts.rule_sheet import EVEN_WEIGHT, is_fitness_check, mode_of
from cidesign.acts.seal import Seal, is_sealed, opening_of, seal_of, seal_was_cut, versions
from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import CapabilityEntry, CriterionEntry
from cidesign.domain.fact import Source
from cidesign.domain.labels import as_read, labels_of
from cidesign.domain.problem import Problem
from cidesign.domain.rules import Criterion, RuleSheet
from cidesign.domain.workshop import Bundle, Decision
from cidesign.views.process import weigh as weighing
from cidesign.views.process.timetable import Timetable, timetable
from cidesign.views.structure.view import ModeRow, Question, structure_view


@dataclass(frozen=True)
class CriterionRow:
    """One criterion as people read it.

    Args:
        weight: as the sheet has it.
        share: of all points.
        levels: every level with words, worst first.
        source: where it comes from; None for one of the committee's own.
        why: why it matters, in the catalog's words; empty where there are none.
        low: the smallest share a member gives, where the range is shown.
        high: the largest, likewise.
    """

    id: str
    label: str
    question: str
    weight: Decimal
    share: Fraction
    levels: tuple[tuple[Decimal, str], ...]
    pass_mark: Decimal | None
    best: Decimal
    calculated: bool
    source: Source | None
    why: str
    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True)
class ProcessView:
    """The page.

    Args:
        modes: the ways of choosing, from open to closed; one of them is advised.
        chosen: the id of the way that was chosen; empty where none was.
        because: why we advise the one that is.
        questions: to the committee, on which the advice rests.
        table: the weeks of the chosen way, else of the advised one.
        rules: as they stand; None where there are none.
        sheet: the same with each criterion called as people read it.
        criteria: heaviest first.
        total: of all weights.
        seal: None where the rules are not sealed.
        lacks: what must be settled before the seal.
        late: what was there before the seal could be set.
        opening: the record that opened the rules for a new version.
        cut: whether a seal on record is no longer in the sheet.
        fitness: whether one organization is held against pass marks.
        past: all acts of sealing and opening.
        done: how many members have weighed every criterion.
        members: how many there are.
        theirs: whether the sheet bears the group's weights.
        usual: whether it bears the catalog's.
        of_a_person: what the way is where a director is chosen; empty where a host is.
    """

    modes: tuple[ModeRow, ...]
    chosen: str
    because: tuple[str, ...]
    questions: tuple[Question, ...]
    table: Timetable
    rules: RuleSheet | None
    criteria: tuple[CriterionRow, ...]
    total: Decimal
    seal: Seal | None
    lacks: tuple[Problem, ...]
    late: str
    opening: Decision | None
    cut: bool
    fitness: bool
    past: tuple[Decision, ...]
    done: int
    members: int
    theirs: bool = False
    usual: bool = False
    sheet: RuleSheet | None = None
    of_a_person: str = ""

    @property
    def advised(self) -> ModeRow:
        """The way we advise."""
        return next(mode for mode in self.modes if mode.advised)

    @property
    def way(self) -> ModeRow:
        """The way that was chosen, else the one we advise."""
        return next((mode for mode in self.modes if mode.id == self.chosen), self.advised)

    @property
    def unweighed(self) -> bool:
        """Whether nobody has weighed: no member alone, and the sheet bears the usual weights."""
        return not self.done and self.still_usual

    @property
    def still_usual(self) -> bool:
        """Whether the sheet bears the usual weights, and they are not what its members gave."""
        return self.usual and not self.theirs

    @property
    def fixed(self) -> bool:
        """Whether mode, criteria, weights and settings may no longer be changed."""
        return self.seal is not None


def process_view(bundle: Bundle, catalog: Catalog) -> ProcessView:
    """The view of a workshop.

    Raises:
        BadInput: an answer about the structure or the way of choosing that nobody can use.
    """
    structure = structure_view(bundle, catalog)
    chosen = mode_of(bundle)
    shown = chosen or structure.advised_mode.id
    rules = bundle.rules
    criteria = rules.criteria if rules else ()
    sheet = as_read(rules, catalog.labels) if rules else None
    way = next(mode for mode in catalog.modes if mode.id == shown)
    return ProcessView(
        modes=structure.modes,
        chosen=chosen,
        because=structure.mode_because,
        questions=structure.about("mode"),
        table=timetable(bundle, way),
        rules=rules,
        criteria=tuple(_rows(bundle, sheet.criteria if sheet else (), catalog)),
        total=sum((one.weight for one in criteria), Decimal(0)),
        seal=seal_of(bundle),
        lacks=before_sealing.lacking(bundle),
        late="" if is_sealed(bundle) else before_sealing.lateness(bundle),
        opening=opening_of(bundle),
        cut=seal_was_cut(bundle),
        fitness=is_fitness_check(bundle),
        past=versions(bundle),
        done=len(weighing.members_done(bundle)),
        members=len(bundle.workshop.members),
        theirs=weighing.has_group_weights(bundle),
        usual=bool(criteria) and _as_usual(criteria, bundle, catalog),
        sheet=sheet,
        of_a_person=way.what_of_a_person if bundle.workshop.seeks_a_person else "",
    )


def _as_usual(criteria: Iterable[Criterion], bundle: Bundle, catalog: Catalog) -> bool:
    usual = {entry.id: entry.weight.value for entry in catalog.criteria}
    if bundle.workshop.seeks_a_person:
        usual = {entry.id: EVEN_WEIGHT for entry in catalog.capabilities}
    return all(one.weight == usual.get(one.id) for one in criteria)


def _rows(
    bundle: Bundle, criteria: Iterable[Criterion], catalog: Catalog
) -> Iterable[CriterionRow]:
    listed = sorted(criteria, key=lambda one: -one.weight)
    total = Fraction(sum((one.weight for one in listed), Decimal(0)))
    entries: dict[str, CriterionEntry | CapabilityEntry] = {
        **{entry.id: entry for entry in catalog.criteria},
        **{entry.id: entry for entry in catalog.capabilities},
    }
    group = weighing.group_of(bundle) if is_sealed(bundle) else None
    for one in listed:
        low, high = group.ranges[one.id] if group else (None, None)
        yield _row(one, entries.get(one.id), catalog, Fraction(one.weight) / total, low, high)


def _row(
    one: Criterion,
    entry: CriterionEntry | CapabilityEntry | None,
    catalog: Catalog,
    share: Fraction,
    low: Fraction | None,
    high: Fraction | None,
) -> CriterionRow:
    rising = one.scale.best > one.scale.worst
    levels = sorted(one.scale.levels.items(), key=lambda level: level[0] if rising else -level[0])
    return CriterionRow(
        id=one.id,
        label=one.name,
        question=one.question,
        weight=one.weight,
        share=share,
        levels=tuple(levels),
        pass_mark=one.pass_mark,
        best=one.scale.best,
        calculated=one.calculated,
        source=catalog.source(entry.source) if entry else None,
        why=_why(entry),
        low=low,
        high=high,
    )


def _why(entry: CriterionEntry | CapabilityEntry | None) -> str:
    if entry is None:
        return ""
    return entry.why if isinstance(entry, CriterionEntry) else entry.says


@dataclass(frozen=True)
class Weighed:
    """A share of one criterion for the chart, and the members' range where it is shown."""

    label: str
    share: Fraction
    low: Fraction | None = None
    high: Fraction | None = None


def group_rows(bundle: Bundle, catalog: Catalog) -> tuple[Weighed, ...]:
    """The group's weights, heaviest first; nothing where fewer than four members are done."""
    group, labels = weighing.group_of(bundle), labels_of(bundle, catalog.labels).criteria
    if group is None or bundle.rules is None:
        return ()
    rows = [
        Weighed(labels[one.id], group.shares[one.id], *group.ranges[one.id])
        for one in bundle.rules.criteria
    ]
    return tuple(sorted(rows, key=lambda row: -row.share))


def own_rows(bundle: Bundle, member: str, catalog: Catalog) -> tuple[Weighed, ...]:
    """What one member said, heaviest first; nothing before she has weighed every criterion."""
    said, labels = weighing.own_weights(bundle, member), labels_of(bundle, catalog.labels).criteria
    wanted = [one for one in (bundle.rules.criteria if bundle.rules else ()) if one.id in said]
    total = sum((said[one.id] for one in wanted), Fraction(0))
    return tuple(
        sorted(
            (Weighed(labels[one.id], said[one.id] / total) for one in wanted),
            key=lambda row: -row.share,
        )
    )
