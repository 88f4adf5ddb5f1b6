"""What must be mended in scores, recusals and candidates' own figures before anything is added
up.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cidesign.domain.nearest import unknown
from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.problem import Problem
from cidesign.domain.rules import Criterion, RuleSheet, Scale
from cidesign.domain.value import plain, shown
from cidesign.text import say


def problems_of(
    rules: RuleSheet,
    scores: Sequence[Score],
    candidates: Sequence[Candidate],
    recusals: Sequence[Recusal],
) -> Iterator[Problem]:
    """Every problem of every row, whether the row would count or not."""
    known = {candidate.id for candidate in candidates}
    criteria = {criterion.id: criterion for criterion in rules.criteria}
    for score in scores:
        yield from _of_row(score, criteria, known)
    yield from _of_repeats(scores)
    yield from _of_recusals(recusals, known or {score.candidate for score in scores})
    yield from _of_candidates(rules, candidates)


def place_of(score: Score) -> str:
    """Where a score stands: its row in the file, or its key where it comes from no file."""
    return (
        say("scores.csv: row {row}", row=score.row)
        if score.row
        else f"scores.csv: {score.rater}, {score.candidate}, {score.criterion}"
    )


def _of_row(
    score: Score, criteria: dict[str, Criterion], candidates: set[str]
) -> Iterator[Problem]:
    where = place_of(score)
    if candidates and score.candidate not in candidates:
        yield unknown(where, "candidate", score.candidate, candidates)
    criterion = criteria.get(score.criterion)
    if criterion is None:
        yield unknown(where, "criterion", score.criterion, criteria)
    elif criterion.calculated:
        yield Problem(
            where,
            say("{criterion} is calculated, nobody scores it", criterion=criterion.id),
            say(
                "delete the row; its value is the column {column} of candidates.csv",
                column=criterion.id,
            ),
        )
    elif score.score is not None and not criterion.scale.holds(score.score):
        yield Problem(
            where,
            say(
                "{score} is off the scale of {criterion}",
                score=plain(score.score),
                criterion=criterion.id,
            ),
            _described(criterion.scale),
        )


def _described(scale: Scale) -> str:
    ends = {"low": plain(scale.low), "high": plain(scale.high)}
    if scale.step is None:
        return say("write a number from {low} to {high}, or leave it blank", **ends)
    return say(
        "write a number from {low} to {high} in steps of {step}, or leave it blank",
        **ends,
        step=plain(scale.step),
    )


def _of_repeats(scores: Sequence[Score]) -> Iterator[Problem]:
    entries: dict[tuple[int, str, str, str], list[Score]] = defaultdict(list)
    for score in scores:
        entries[score.round, score.rater, score.candidate, score.criterion].append(score)
    for (turn, rater, candidate, criterion), rows in sorted(entries.items()):
        numbers = [row.seq for row in rows]
        if len(set(numbers)) == len(rows) and (len(rows) == 1 or None not in numbers):
            continue
        named = {
            "rater": rater,
            "candidate": candidate,
            "criterion": criterion,
            "times": len(rows),
            "round": turn,
        }
        places = ", ".join(str(row.row) for row in sorted(rows, key=lambda row: row.row) if row.row)
        where = say("scores.csv: rows {places}", places=places) if places else place_of(rows[0])
        if set(numbers) == {None}:
            yield Problem(
                where,
                say(
                    "{rater} scores {candidate} on {criterion} {times} times in round {round}, "
                    "without seq to say which is the latest",
                    **named,
                ),
                say("keep one row, or number the edits in a column seq"),
            )
        elif None in numbers:
            yield Problem(
                where,
                say(
                    "{rater} scores {candidate} on {criterion} {times} times in round {round}, "
                    "some with seq and some without",
                    **named,
                ),
                say("give every one of these rows its own seq"),
            )
        else:
            yield Problem(
                where,
                say(
                    "{rater} scores {candidate} on {criterion} {times} times in round {round} with "
                    "equal seq",
                    **named,
                ),
                say("give every edit its own, larger seq"),
            )


def _of_recusals(recusals: Sequence[Recusal], candidates: set[str]) -> Iterator[Problem]:
    for recusal in recusals:
        if candidates and recusal.candidate not in candidates:
            yield unknown(
                f"recusals.csv: {recusal.rater}, {recusal.candidate}",
                "candidate",
                recusal.candidate,
                candidates,
            )


def _of_candidates(rules: RuleSheet, candidates: Sequence[Candidate]) -> Iterator[Problem]:
    calculated = [criterion for criterion in rules.criteria if criterion.calculated]
    if calculated and not candidates:
        columns = ", ".join(criterion.id for criterion in calculated)
        yield Problem(
            "candidates.csv",
            say(
                "calculated criteria need the candidates' own figures ({columns})", columns=columns
            ),
            say("give the file of candidates"),
        )
    seen: set[str] = set()
    for candidate in candidates:
        if candidate.id in seen:
            yield Problem(
                f"candidates.csv: {candidate.id}",
                say("candidate {id} stands twice", id=shown(candidate.id)),
                say("keep one row for each"),
            )
        seen.add(candidate.id)
        for criterion in calculated:
            figure = candidate.values.get(criterion.id)
            where = f"candidates.csv: {candidate.id}, {criterion.id}"
            if figure is not None and not criterion.scale.holds(figure):
                yield Problem(
                    where,
                    say(
                        "{figure} is off the scale of {criterion}",
                        figure=plain(figure),
                        criterion=criterion.id,
                    ),
                    _described(criterion.scale),
                )
