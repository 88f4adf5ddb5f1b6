"""Which scores count: the latest of each rater, without recused raters, as of one round."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cidesign.domain.panel import Candidate, Carried, Recusal, Score
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.reason import (
    Cell,
    NobodyScoredInRound,
    NoScores,
    OnlyConsensusCounts,
    Reason,
    ScoresMissing,
    SteppedAside,
    StrangerStepsAside,
)
from cidesign.domain.rules import Aggregation, Missing, RuleSheet
from cidesign.text import say
from cidesign.value.aggregate import CONSENSUS_RATER
from cidesign.value.check import place_of


@dataclass(frozen=True)
class Panel:
    """The counted scores as of one round.

    Args:
        round: the round the result is of.
        candidates: ids, sorted.
        cells: by candidate and criterion, the counted scores by rater; a cell nobody scored is
            absent.
        warnings: what did not count and why.
    """

    round: int
    candidates: tuple[str, ...]
    cells: Mapping[tuple[str, str], Mapping[str, Score]]
    warnings: tuple[Reason, ...]

    def raters_of(self, candidate: str) -> tuple[str, ...]:
        """Raters with at least one counted score for the candidate, sorted."""
        return tuple(
            sorted(
                {
                    rater
                    for (scored, _), by_rater in self.cells.items()
                    if scored == candidate
                    for rater in by_rater
                }
            )
        )

    def carried(self) -> tuple[Carried, ...]:
        """Counted scores given in an earlier round, in order of rater, candidate and criterion."""
        counted = [
            score
            for by_rater in self.cells.values()
            for score in by_rater.values()
            if score.round < self.round
        ]
        keys = sorted(
            (score.rater, score.candidate, score.criterion, score.round) for score in counted
        )
        return tuple(Carried(*key) for key in keys)


def panel_of(
    rules: RuleSheet,
    scores: Sequence[Score],
    candidates: Sequence[Candidate],
    recusals: Sequence[Recusal],
    turn: int | None,
) -> Panel:
    """The panel as it stood in round ``turn`` (None: the highest in the file); later rows are as if
    not there.

    Raises:
        BadInput: the round is below 1, or the sheet refuses missing scores and some are missing
            (each is named).
    """
    if turn is not None and turn < 1:
        raise BadInput(
            [Problem("round", say("there is no round {turn}", turn=turn), say("write 1 or more"))]
        )
    turn = turn if turn is not None else max((score.round for score in scores), default=1)
    entries = latest(score for score in scores if score.round <= turn)
    consensus = rules.aggregation is Aggregation.CONSENSUS
    listed = sorted(
        {candidate.id for candidate in candidates} or {candidate for _, candidate, _ in entries}
    )
    recused = {(recusal.rater, recusal.candidate) for recusal in recusals}
    in_file = sorted({rater for rater, _, _ in entries})
    owing = ([CONSENSUS_RATER] if in_file else []) if consensus else in_file
    gaps = [
        (rater, candidate, criterion.id)
        for rater in owing
        for candidate in listed
        for criterion in rules.rated
        if (rater, candidate) not in recused
        and not _given(entries.get((rater, candidate, criterion.id)))
    ]
    if gaps and rules.missing is Missing.REFUSE:
        raise BadInput(_missing(gap, entries.get(gap)) for gap in gaps)
    cells: dict[tuple[str, str], dict[str, Score]] = defaultdict(dict)
    for (rater, candidate, criterion), score in sorted(entries.items()):
        if rater in owing and (rater, candidate) not in recused and _given(score):
            cells[candidate, criterion][rater] = score
    warnings = [
        *(_of_round(scores, turn) if rules.rated else ()),
        *_of_ignored(entries, owing),
        *_of_recused(entries, recused, owing),
        *_of_strangers(recusals, in_file),
        *_of_gaps(gaps),
    ]
    return Panel(turn, tuple(listed), dict(cells), tuple(warnings))


def latest(scores: Iterator[Score]) -> dict[tuple[str, str, str], Score]:
    """By rater, candidate and criterion, the row that counts: that of the latest round, then of the
    largest ``seq``.
    """
    found: dict[tuple[str, str, str], Score] = {}
    for score in sorted(scores, key=lambda score: (score.round, score.seq or 0)):
        found[score.rater, score.candidate, score.criterion] = score
    return found


def _given(score: Score | None) -> bool:
    return score is not None and score.score is not None


def _missing(gap: tuple[str, str, str], entry: Score | None) -> Problem:
    rater, candidate, criterion = gap
    where = place_of(entry) if entry else f"scores.csv: {rater}, {candidate}, {criterion}"
    return Problem(
        where,
        say(
            "{rater} has no score for {candidate} on {criterion}",
            rater=rater,
            candidate=candidate,
            criterion=criterion,
        ),
        say("enter it, or record why the rater steps aside in recusals.csv"),
    )


def _of_round(scores: Sequence[Score], turn: int) -> Iterator[Reason]:
    if not scores:
        yield NoScores()
    elif turn not in {score.round for score in scores}:
        yield NobodyScoredInRound(turn)


def _of_ignored(
    entries: Mapping[tuple[str, str, str], Score], owing: Sequence[str]
) -> Iterator[Reason]:
    ignored = sum(
        1 for (rater, _, _), score in entries.items() if rater not in owing and _given(score)
    )
    if ignored:
        yield OnlyConsensusCounts(ignored, CONSENSUS_RATER)


def _of_recused(
    entries: Mapping[tuple[str, str, str], Score],
    recused: set[tuple[str, str]],
    owing: Sequence[str],
) -> Iterator[Reason]:
    present = Counter(
        (rater, candidate)
        for (rater, candidate, _), score in entries.items()
        if rater in owing and (rater, candidate) in recused and _given(score)
    )
    for (rater, candidate), count in sorted(present.items()):
        yield SteppedAside(rater, candidate, count)


def _of_strangers(recusals: Sequence[Recusal], in_file: Sequence[str]) -> Iterator[Reason]:
    for rater in sorted({recusal.rater for recusal in recusals} - set(in_file)) if in_file else ():
        yield StrangerStepsAside(rater)


def _of_gaps(gaps: Sequence[tuple[str, str, str]]) -> Iterator[Reason]:
    by_rater: dict[str, list[Cell]] = defaultdict(list)
    for rater, candidate, criterion in gaps:
        by_rater[rater].append((candidate, criterion))
    for rater, missing in by_rater.items():
        yield ScoresMissing(rater, tuple(missing))
