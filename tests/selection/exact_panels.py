"""Random decision matrices and random panels: values on coarse grids that tie often, weights of
zero, candidates twice.
"""

import random
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.robustness import DecisionMatrix
from cidesign.domain.rules import RuleSheet

SCALES = (
    {"worst": 1, "best": 5, "step": 1},
    {"worst": 5, "best": 1, "step": 1},
    {"worst": 0, "best": 10},
    {"worst": 200, "best": 50},
)


def matrix_of(values, weights):
    """``matrix_of({"A": [.9, .2], "B": [.4, .8]}, [3, 2])``: the first is the leader; numbers count
    as they are written.
    """
    exact = [Fraction(str(weight)) for weight in weights]
    return DecisionMatrix(
        candidates=tuple(values),
        criteria=tuple(f"k{place}" for place in range(1, len(weights) + 1)),
        values=tuple(tuple(Fraction(str(value)) for value in row) for row in values.values()),
        weights=tuple(weight / sum(exact) for weight in exact),
    )


def random_matrix(seed, *, most_candidates, most_criteria):
    """One to so many candidates on a grid of 5, of 29 or of a million steps, or of any float; the
    first has the most points.
    """
    draw = random.Random(seed)
    size, steps = draw.randint(1, most_criteria), draw.choice((4, 4, 28, 10**6, None))
    rows = [
        [_value(draw, steps) for _ in range(size)] for _ in range(draw.randint(1, most_candidates))
    ]
    if draw.random() < 0.3:
        rows.append(list(draw.choice(rows)))
    weights = [Fraction(draw.choice((0, 1, 1, 2, 3, 5, draw.randint(1, 97)))) for _ in range(size)]
    weights[draw.randrange(size)] += draw.randint(1, 9)
    shares = tuple(weight / sum(weights) for weight in weights)
    order = sorted(
        range(len(rows)),
        key=lambda row: (-sum(value * share for value, share in zip(rows[row], shares)), row),
    )
    return DecisionMatrix(
        candidates=tuple(f"c{row:02}" for row in order),
        criteria=tuple(f"k{place}" for place in range(size)),
        values=tuple(tuple(rows[row]) for row in order),
        weights=shares,
    )


def _value(draw, steps):
    return Fraction(draw.random()) if steps is None else Fraction(draw.randint(0, steps), steps)


def random_panel(seed):
    """A rule sheet of any kind, scores with blanks, recusals, candidates with figures, seats, and a
    number drawn: the keys of ``rank``.
    """
    draw = random.Random(seed)
    criteria = [_criterion(draw, f"k{place}") for place in range(draw.randint(1, 4))]
    criteria[0] |= {"weight": 20, "calculated": False}
    aggregation = draw.choice(("mean", "mean", "median", "trimmed", "consensus"))
    rules = RuleSheet.model_validate(
        {
            "criteria": criteria,
            "missing": "leave_out",
            "aggregation": aggregation,
            "quorum": 1 if aggregation == "consensus" else draw.randint(1, 2),
            "seats": "each_rater"
            if aggregation == "consensus"
            else draw.choice(("each_rater", "each_rater", "equal")),
            "rounding": draw.choice(
                (
                    "none",
                    "none",
                    {"cell": 1},
                    {"cell": 0, "points": 0},
                    {"points": 1},
                    {"cell": 2, "points": 2},
                )
            ),
            "ties": draw.choice(
                (["shared"], ["criterion:k0", "shared"], ["criterion:k0", "lot"], ["lot"])
            ),
        }
    )
    raters = [f"r{place}" for place in range(draw.randint(1, 5))] + (
        ["panel"] if aggregation == "consensus" else []
    )
    ids = [f"c{place}" for place in range(draw.randint(1, 5))]
    scores = [
        Score(
            rater=rater,
            candidate=id,
            criterion=one.id,
            score=None if draw.random() < 0.1 else _score(draw, one.scale),
            seq=seq,
        )
        for rater in raters
        for id in ids
        for one in rules.rated
        if draw.random() < 0.95
        for seq in ((1, 2) if draw.random() < 0.1 else (1,))
    ]
    candidates = [
        Candidate(
            id=id,
            eligible=draw.random() < 0.95,
            values={one.id: _score(draw, one.scale) for one in rules.criteria if one.calculated},
        )
        for id in ids
    ]
    recusals = [
        Recusal(rater=rater, candidate=id) for rater in raters for id in ids if draw.random() < 0.1
    ]
    seats = {rater: draw.choice(("resident", "institution", "funder")) for rater in raters}
    return (
        rules,
        scores,
        {
            "candidates": candidates,
            "recusals": recusals,
            "seats": seats,
            "lot": str(draw.randint(1, 99)),
        },
    )


def _criterion(draw, id):
    """With a weight of 0 at times, a scale that runs up or down, and at times a pass mark in its
    worse half.
    """
    scale = draw.choice(SCALES)
    middle = (scale["worst"] + scale["best"]) // 2
    mark = (
        {"pass_mark": draw.randint(*sorted((scale["worst"], middle)))}
        if draw.random() < 0.25
        else {}
    )
    return {
        "id": id,
        "weight": draw.choice((0, 1, 2, 10, 12.5, 30)),
        "scale": scale,
        "calculated": draw.random() < 0.15,
    } | mark


def _score(draw, scale):
    if scale.step is not None:
        return Decimal(draw.randint(int(scale.low), int(scale.high)))
    return Decimal(draw.randint(int(scale.low) * 2, int(scale.high) * 2)) / 2
