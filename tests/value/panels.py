"""Small rule sheets and score files for tests, written the way one reads them aloud."""

from decimal import Decimal
from fractions import Fraction

from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.problem import BadInput
from cidesign.domain.rules import RuleSheet
from cidesign.value import rank

ONE_TO_FIVE = {"worst": 1, "best": 5, "step": 1}


def criterion(id, weight=10, scale=None, **more):
    return {"id": id, "weight": weight, "scale": scale or ONE_TO_FIVE, **more}


def sheet(*criteria, **keys):
    """A rule sheet that leaves missing scores out, unless told otherwise."""
    return RuleSheet.model_validate(
        {"criteria": criteria or (criterion("reach"),), "missing": "leave_out", **keys}
    )


def scored(*lines):
    """``"r1 oak reach 4"``; a score of ``-`` is blank; then, where they matter, ``round=2 seq=7``.
    Rows count from 2.
    """
    return [_score(line, row) for row, line in enumerate(lines, start=2)]


def _score(line, row):
    rater, candidate, criterion_id, score, *more = line.split()
    extra = {key: int(value) for key, value in (pair.split("=") for pair in more)}
    return Score(
        rater=rater,
        candidate=candidate,
        criterion=criterion_id,
        score=None if score == "-" else Decimal(score),
        **({"row": row} | extra),
    )


def recused(*lines):
    return [
        Recusal(rater=rater, candidate=candidate)
        for rater, candidate in (line.split() for line in lines)
    ]


def candidates(*ids, **figures):
    """``candidates("oak", cost={"oak": 60})``."""
    return [
        Candidate(id=id, values={key: by_id.get(id) for key, by_id in figures.items()})
        for id in ids
    ]


def points(ranking):
    return {standing.candidate: standing.points for standing in ranking.standings}


def ranks(ranking):
    return {standing.candidate: standing.rank for standing in ranking.standings}


def cell(ranking, candidate, criterion_id):
    return next(
        standing.cells[criterion_id]
        for standing in ranking.standings
        if standing.candidate == candidate
    )


def problems(*args, **keys):
    """What ``rank`` refuses, as (where, what, remedy); empty where it refuses nothing."""
    try:
        rank(*args, **keys)
    except BadInput as bad:
        return [(problem.where, problem.what, problem.remedy) for problem in bad.problems]
    return []


def exact(text):
    return Fraction(text)
