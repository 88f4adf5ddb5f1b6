"""What the charts of the page Compare draw: places by candidate, weights that move, cells to talk
about; and no rater's name anywhere.
"""

from dataclasses import dataclass
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP, AgendaCell
from cidesign.domain.robustness import Acceptability, DecisionMatrix, Flip
from cidesign.text import say, say_count
from cidesign.value import told
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CandidateRow, CompareView, CriterionColumn

MOST_TO_TALK_ABOUT = 5


@dataclass(frozen=True)
class Places:
    """A candidate and the share of samples in which it takes each place; ``leads``: first by the
    rules, or sharing that.
    """

    label: str
    shares: tuple[float, ...]
    leads: bool


@dataclass(frozen=True)
class MovingWeight:
    """A criterion's share of all weight now, and the share with which a rival ties."""

    label: str
    now: float
    needed: float


@dataclass(frozen=True)
class Talk:
    """A cell to talk about: its number, its scores in order of size on the criterion's scale, and
    the same in words.
    """

    number: int
    candidate: str
    criterion: str
    scores: tuple[Fraction, ...]
    worst: Fraction
    best: Fraction
    words: str


@dataclass(frozen=True)
class Spreads:
    """How far scores lie apart: candidates in rank order, rated criteria by weight, and by cell the
    spread of scores from 0 to 1.

    ``numbered``: the cells to talk about, in their order.
    """

    candidates: tuple[CandidateRow, ...]
    criteria: tuple[CriterionColumn, ...]
    by_cell: dict[tuple[str, str], float]
    numbered: tuple[tuple[str, str], ...]


def primary(view: RobustnessView) -> Acceptability | None:
    """The samples that stand first: our members' own weights, else any in our order, else any at
    all; None under two candidates.
    """
    return view.members or view.order or view.anything


def places(compare: CompareView, sampled: Acceptability) -> tuple[Places, ...]:
    """One row a candidate with a rank, in rank order."""
    labels, leaders = (
        {row.id: row.label for row in compare.rows},
        {row.id for row in compare.leaders},
    )
    return tuple(
        Places(labels[id], ranks, id in leaders)
        for id, ranks in zip(sampled.candidates, sampled.ranks)
    )


def moves(compare: CompareView, matrix: DecisionMatrix, flip: Flip) -> tuple[MovingWeight, ...]:
    """One row a criterion, those that stay too, in the order of the rule sheet."""
    labels = {column.id: column.label for column in compare.criteria}
    return tuple(
        MovingWeight(labels[id], float(now), flip.weights[id])
        for id, now in zip(matrix.criteria, matrix.weights)
    )


def to_talk_about(compare: CompareView, view: RobustnessView) -> tuple[AgendaCell, ...]:
    """The five cells whose scores lie furthest apart; of those that count for the order, where
    there are any.
    """
    apart = [cell for cell in view.agreement.agenda if cell.spread > 0]
    ranked = {row.id for row in compare.ranked}
    weighed = {column.id for column in compare.criteria if column.weight}
    counting = [cell for cell in apart if cell.candidate in ranked and cell.criterion in weighed]
    return tuple((counting or apart)[:MOST_TO_TALK_ABOUT])


def talk(compare: CompareView, view: RobustnessView) -> tuple[Talk, ...]:
    """What to talk about, numbered; the widest spread first."""
    labels = {row.id: row.label for row in compare.rows}
    columns = {column.id: column for column in compare.criteria}
    return tuple(
        _talk(number, cell, labels[cell.candidate], columns[cell.criterion])
        for number, cell in enumerate(to_talk_about(compare, view), start=1)
    )


def _talk(number: int, cell: AgendaCell, candidate: str, column: CriterionColumn) -> Talk:
    scale = column.scale
    # Without its scale a cell has no place to stand on, so it is told in words.
    ends = (Fraction(scale.worst), Fraction(scale.best)) if scale else (Fraction(0), Fraction(1))
    return Talk(
        number, candidate, column.label, cell.scores if scale else (), *ends, in_words(cell.scores)
    )


def in_words(scores: tuple[Fraction, ...]) -> str:
    """How many members scored and in which range; of fewer than four people no range is told."""
    n = len(scores)
    if n < FEWEST_IN_A_GROUP:
        return say_count(
            "{n} member, too few to show a range", "{n} members, too few to show a range", n, n=n
        )
    return say(
        "{n} members, from {low} to {high}", n=n, low=told(min(scores)), high=told(max(scores))
    )


def _told(cell: AgendaCell) -> bool:
    return len(cell.scores) >= FEWEST_IN_A_GROUP


def spreads(compare: CompareView, view: RobustnessView) -> Spreads:
    """The spread of every cell with at least four scores: of fewer people it would tell too
    much.
    """
    rated = [column for column in compare.criteria if not column.calculated]
    return Spreads(
        candidates=compare.rows,
        criteria=tuple(sorted(rated, key=lambda column: -column.weight)),
        by_cell={
            (cell.candidate, cell.criterion): cell.spread
            for cell in view.agreement.agenda
            if _told(cell)
        },
        numbered=tuple((cell.candidate, cell.criterion) for cell in to_talk_about(compare, view)),
    )


@dataclass(frozen=True)
class OnTheWall:
    """What the projector shows beside the points: places under other weightings, the smallest
    change that ties, what to talk about.
    """

    places: tuple[Places, ...]
    moves: tuple[MovingWeight, ...]
    talk: tuple[Talk, ...]


def on_the_wall(compare: CompareView, view: RobustnessView) -> OnTheWall:
    """Empty where there is nothing to show."""
    sampled, flips = primary(view), view.exact.flips if view.exact else ()
    several = len(view.matrix.criteria) > 1
    return OnTheWall(
        places=places(compare, sampled) if sampled and several else (),
        moves=moves(compare, view.matrix, flips[0]) if flips else (),
        talk=talk(compare, view),
    )
