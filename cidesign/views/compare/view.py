"""What the page Compare shows: who leads, by how much, where the points come from, and who has no
rank and why.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from cidesign.acts.committee import counting_recusals, seats_of, silent_members
from cidesign.acts.seal import marks
from cidesign.acts.telling import seats_count
from cidesign.domain.figures import listed, points
from cidesign.domain.labels import Labels, of_panel
from cidesign.domain.panel import Candidate, Carried, Ranking, Standing
from cidesign.domain.problem import BadInput
from cidesign.domain.reason import (
    BrokenSeal,
    NoRank,
    Reason,
    ScoresMissing,
    SilentAfterSteppingAside,
    UnequalPanels,
)
from cidesign.domain.rules import Aggregation, RuleSheet, Scale
from cidesign.domain.workshop import Bundle, Workshop
from cidesign.record import broken_seal, document, told_broken
from cidesign.text import say
from cidesign.value import lead, rank
from cidesign.views.compare.reasons import all_in_words

RULES = "rules.yaml"


@dataclass(frozen=True)
class CriterionColumn:
    """A criterion as people read it; ``weight`` is also the most points it can give, ``scale`` None
    where it is not told.
    """

    id: str
    label: str
    weight: Decimal
    calculated: bool
    scale: Scale | None = field(
        default=None, hash=False
    )  # a scale holds a mapping; columns are keys elsewhere


@dataclass(frozen=True)
class CandidateRow:
    """One candidate: place, points, and how they come about.

    Args:
        points: exact, None where a cell is empty.
        products: points by criterion id; cells: the panel's value by criterion id.
        unranked_because: why there is no rank, in words; empty where there is one.
        leads: whether the candidate is first or shares the first rank.
    """

    id: str
    label: str
    kind: str
    rank: int | None
    points: Fraction | None
    raters: int
    products: dict[str, Fraction | None]
    cells: dict[str, Fraction | None]
    unranked_because: tuple[str, ...]
    leads: bool


@dataclass(frozen=True)
class CompareView:
    """The comparison as of one round, best first, those without a rank last.

    Args:
        most_points: the sum of the weights.
        lead: points between the first and the best of the others; 0 for a tie, None with fewer than
            two ranked.
        ties: labels of those still sharing a rank.
        uneven: those of the warnings that say who was not scored by everybody; blank: those that
            say which scores are missing.
        missing: what must be there first (rule sheet, scores), or why the places and points in
            ``rows`` are all that this reader may see, in words; empty where there is a comparison.
        hidden: the number of the round that is open, so that nothing may be shown; 0 where none is.
        version: of the sealed rules.
        no_round_helps: why no further round can give anybody a rank, and what can, in words; empty
            where one can.
        aggregation: how scores become a panel's value; tie_rules: what parts equals, in order.
    """

    criteria: tuple[CriterionColumn, ...] = ()
    rows: tuple[CandidateRow, ...] = ()
    most_points: Decimal = Decimal(0)
    lead: Fraction | None = None
    ties: tuple[tuple[str, ...], ...] = ()
    carried: tuple[Carried, ...] = ()
    warnings: tuple[str, ...] = ()
    uneven: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    round: int = 1
    missing: tuple[str, ...] = ()
    hidden: int = 0
    version: int = 1
    aggregation: Aggregation = Aggregation.MEAN
    tie_rules: tuple[str, ...] = ()
    no_round_helps: str = ""

    @property
    def has_values(self) -> bool:
        """Whether the panel's values by criterion are there, too."""
        return any(value is not None for row in self.rows for value in row.cells.values())

    @property
    def ranked(self) -> tuple[CandidateRow, ...]:
        """Those with a rank, best first."""
        return tuple(row for row in self.rows if row.rank is not None)

    @property
    def unranked(self) -> tuple[CandidateRow, ...]:
        """Those without a rank; each says why."""
        return tuple(row for row in self.rows if row.rank is None)

    @property
    def leaders(self) -> tuple[CandidateRow, ...]:
        """The first, or all who share the first rank."""
        return tuple(row for row in self.rows if row.leads)


def compare_view(
    bundle: Bundle, *, round: int | None = None, members: Set[str] | None = None
) -> CompareView:
    """Rank the bundle's candidates by its rule sheet; the lot comes from its decisions.

    Args:
        round: as of which round; None for the highest there is.
        members: who is known to be on the panel, as the recusals name them; None for the members of
            the workshop.

    Raises:
        BadInput: what must be mended in scores, recusals or candidates.
    """
    if bundle.workshop.round_is_open:
        number = bundle.workshop.round
        return CompareView(
            missing=(say("Nobody sees a result before round {round} is closed.", round=number),),
            hidden=number,
        )
    if bundle.rules is not None and bundle.result is not None:
        return _told_alone(bundle, bundle.rules, bundle.result)
    missing = tuple(_missing(bundle))
    if bundle.rules is None or missing:
        return CompareView(missing=missing)
    lot, silent = lot_of(bundle), silent_members(bundle, members)
    ranking = rank(bundle.rules, bundle.scores, **people_of(bundle, members), round=round, lot=lot)
    names = of_panel(bundle.rules, bundle.candidates)
    by_id = {candidate.id: candidate for candidate in bundle.candidates}
    people = {
        standing.candidate: by_id.get(standing.candidate, Candidate(id=standing.candidate))
        for standing in ranking.standings
    }
    return CompareView(
        criteria=_columns(bundle.rules),
        rows=tuple(
            _row(standing, people[standing.candidate], names) for standing in ranking.standings
        ),
        most_points=sum((criterion.weight for criterion in bundle.rules.criteria), Decimal(0)),
        lead=lead(ranking),
        ties=tuple(tuple(people[id].label for id in tie) for tie in ranking.ties),
        carried=ranking.carried,
        warnings=(
            *_seal(bundle),
            *all_in_words((*_beside_the_ranks(ranking), *_silent(silent)), names),
            *_with_them(bundle, people, ranking.round, lot),
        ),
        uneven=_told(ranking, UnequalPanels, names),
        blank=_told(ranking, ScoresMissing, names),
        round=ranking.round,
        version=_version(bundle.rules),
        aggregation=bundle.rules.aggregation,
        tie_rules=bundle.rules.ties,
    )


def _told_alone(bundle: Bundle, rules: RuleSheet, ranking: Ranking) -> CompareView:
    """Places and points, where this reader may see no more."""
    names = of_panel(rules, bundle.candidates)
    by_id = {candidate.id: candidate for candidate in bundle.candidates}
    people = {
        one.candidate: by_id.get(one.candidate, Candidate(id=one.candidate))
        for one in ranking.standings
    }
    return CompareView(
        criteria=_columns(rules),
        rows=tuple(_row(one, people[one.candidate], names) for one in ranking.standings),
        most_points=sum((criterion.weight for criterion in rules.criteria), Decimal(0)),
        lead=lead(ranking),
        ties=tuple(tuple(people[id].label for id in tie) for tie in ranking.ties),
        warnings=tuple(_seal(bundle)),
        round=ranking.round,
        missing=(_no_sheets(bundle, ranking),),
        version=_version(rules),
        aggregation=rules.aggregation,
        tie_rules=rules.ties,
    )


def _no_sheets(bundle: Bundle, ranking: Ranking) -> str:
    if not ranking.standings:
        return say("The scores need mending first; a facilitator sees what.")
    if seats_count(bundle):
        return say(
            "Every seat counts the same, and a letter with a seat would tell who sits there. So "
            "only the result is shown, and no sheets."
        )
    return say(
        "Only the result is shown, and no sheets: fewer than four people scored the same "
        "candidates in the same rounds, so a sheet without a name would still tell whose it is."
    )


def _beside_the_ranks(ranking: Ranking) -> Iterator[Reason]:
    """What is to know of a ranking; why a candidate has no rank stands in its own row."""
    return (one for one in ranking.warnings if not isinstance(one, NoRank))


def _told(ranking: Ranking, kind: type[Reason], names: Labels) -> tuple[str, ...]:
    return all_in_words((one for one in ranking.warnings if isinstance(one, kind)), names)


def lot_of(bundle: Bundle) -> str | None:
    """The number of the lot drawn in public, if one was."""
    return bundle.decisions.lot.number if bundle.decisions.lot else None


def people_of(bundle: Bundle, members: Set[str] | None = None) -> dict[str, Any]:
    """The candidates, the recusals that count and everybody's seat, as ``rank`` and its siblings
    take them.
    """
    return {
        "candidates": bundle.candidates,
        "recusals": counting_recusals(bundle, members),
        "seats": seats_of(bundle),
    }


def _silent(members: Set[str]) -> list[Reason]:
    """Members who stepped aside for somebody and have scored nobody: no slip of the pen, as in a
    table that was brought in.
    """
    return [SilentAfterSteppingAside(rater) for rater in sorted(members)]


def _with_them(
    bundle: Bundle, people: dict[str, Candidate], round: int, lot: str | None
) -> list[str]:
    """Who would come first if the scores of those who stepped aside after scoring counted: no sheet
    leaves a result in silence.
    """
    given = {(score.rater, score.candidate) for score in bundle.scores if score.score is not None}
    before = [one for one in bundle.recusals if (one.rater, one.candidate) not in given]
    if (
        bundle.rules is None
        or bundle.rules.aggregation is Aggregation.CONSENSUS
        or len(before) == len(bundle.recusals)
    ):
        return []
    try:
        other = rank(
            bundle.rules,
            bundle.scores,
            **{**people_of(bundle), "recusals": before},
            round=round,
            lot=lot,
        )
    except BadInput:
        return []
    first = [one for one in other.standings if one.rank == 1]
    if not first:
        return [say("If the scores of those who stepped aside counted, nobody would have a rank.")]
    leaders, total = (
        listed([people[one.candidate].label for one in first]),
        points(first[0].points or Fraction(0)),
    )
    return [
        say(
            "If the scores of those who stepped aside counted, {leaders} would come first with "
            "{points} points.",
            leaders=leaders,
            points=total,
        )
    ]


def _version(rules: RuleSheet) -> int:
    said = str((rules.seal or {}).get("version", 1))
    return int(said) if said.isdigit() else 1


def _seal(bundle: Bundle) -> list[str]:
    broken = _broken_seal(bundle.files[RULES]) if RULES in bundle.files else None
    return [*([told_broken(broken)] if broken else []), *marks(bundle)]


@lru_cache(maxsize=32)
def _broken_seal(content: bytes) -> BrokenSeal | None:
    return broken_seal(document(Bundle({RULES: content}, Workshop(name="")), RULES))


def _missing(bundle: Bundle) -> list[str]:
    wanting = []
    if bundle.rules is None:
        wanting.append(say("There is no rule sheet yet: write the criteria, scales and weights."))
    if not bundle.scores and not (bundle.rules and not bundle.rules.rated):
        wanting.append(say("There are no scores yet: first a facilitator opens a round."))
    return wanting


def _columns(rules: RuleSheet) -> tuple[CriterionColumn, ...]:
    return tuple(
        CriterionColumn(
            criterion.id, criterion.name, criterion.weight, criterion.calculated, criterion.scale
        )
        for criterion in rules.criteria
    )


def _row(standing: Standing, candidate: Candidate, names: Labels) -> CandidateRow:
    return CandidateRow(
        id=candidate.id,
        label=candidate.label,
        kind=candidate.kind,
        rank=standing.rank,
        points=standing.points,
        raters=standing.raters,
        products=standing.products,
        cells=standing.cells,
        unranked_because=all_in_words(standing.unranked_because, names),
        leads=standing.rank == 1,
    )
