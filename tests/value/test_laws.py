"""Laws of the value model on random panels, and a second implementation written from the
contract.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from statistics import mean, median

from hypothesis import assume, given
from hypothesis import strategies as st

from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.rules import RuleSheet
from cidesign.value import rank

RATERS, CANDIDATES, CRITERIA = (
    ("r1", "r2", "r3", "panel"),
    ("ash", "elm", "oak", "fir"),
    ("reach", "trust", "cost"),
)
SCALES = (
    {"worst": 1, "best": 5, "step": 1},
    {"worst": 10, "best": 0},
    {"worst": -2, "best": 2, "step": "0.5"},
)


@st.composite
def sheets(draw):
    criteria = [
        {
            "id": id,
            "weight": draw(st.integers(1, 40)),
            "scale": draw(st.sampled_from(SCALES)),
            "calculated": id == "cost",
        }
        for id in CRITERIA
    ]
    places = st.none() | st.integers(0, 2)
    return RuleSheet.model_validate(
        {
            "criteria": criteria,
            "aggregation": draw(st.sampled_from(("mean", "median", "trimmed", "consensus"))),
            "missing": "leave_out",
            "quorum": draw(st.integers(1, 2)),
            "rounding": {"cell": draw(places), "points": draw(places)},
            "ties": draw(
                st.sampled_from(
                    (["shared"], ["criterion:trust", "shared"], ["lot"], ["criterion:cost", "lot"])
                )
            ),
        }
    )


def on_scale(draw, scale):
    low, high = sorted((Decimal(scale.worst), Decimal(scale.best)))
    step = scale.step or Decimal("0.1")
    return low + step * draw(st.integers(0, int((high - low) / step)))


@st.composite
def panels(draw):
    """A sheet, scores with edits, blanks and two rounds, candidates with figures, recusals."""
    rules = draw(sheets())
    scores, seq = [], 0
    for rater in RATERS:
        for candidate in CANDIDATES:
            for criterion in rules.rated:
                for turn in draw(st.sampled_from(((), (1,), (1,), (1, 1), (1, 2), (2, 2)))):
                    seq += 1
                    score = (
                        None if draw(st.integers(0, 4)) == 0 else on_scale(draw, criterion.scale)
                    )
                    scores.append(
                        Score(
                            rater=rater,
                            candidate=candidate,
                            criterion=criterion.id,
                            score=score,
                            round=turn,
                            seq=seq,
                            row=seq + 1,
                        )
                    )
    cost = rules.criterion("cost").scale
    listed = [
        Candidate(
            id=id,
            eligible=draw(st.booleans()) or id == "ash",
            values={
                "cost": draw(st.none()) if draw(st.integers(0, 5)) == 0 else on_scale(draw, cost)
            },
        )
        for id in CANDIDATES
    ]
    pairs = draw(
        st.sets(st.tuples(st.sampled_from(RATERS), st.sampled_from(CANDIDATES)), max_size=3)
    )
    return (
        rules,
        scores,
        listed,
        [Recusal(rater=rater, candidate=candidate) for rater, candidate in sorted(pairs)],
    )


def placed(ranking):
    return {standing.candidate: standing for standing in ranking.standings}


@given(panels(), st.randoms(use_true_random=False))
def test_the_order_of_rows_raters_candidates_and_criteria_never_matters(panel, random):
    rules, scores, listed, recusals = panel
    shuffled = [
        random.sample(list(items), len(items))
        for items in (rules.criteria, scores, listed, recusals)
    ]
    other = rules.model_copy(update={"criteria": tuple(shuffled[0])})

    first = rank(rules, scores, candidates=listed, recusals=recusals, lot="7")
    second = rank(other, shuffled[1], candidates=shuffled[2], recusals=shuffled[3], lot="7")

    assert [(s.candidate, s.points, s.rank, s.raters, s.cells) for s in first.standings] == [
        (s.candidate, s.points, s.rank, s.raters, s.cells) for s in second.standings
    ]
    assert (first.ties, first.carried, first.round) == (second.ties, second.carried, second.round)


@given(panels(), st.sampled_from(CANDIDATES))
def test_a_withdrawal_changes_nobody_elses_points(panel, gone):
    rules, scores, listed, recusals = panel
    turn = max((score.round for score in scores), default=1)

    everybody = rank(rules, scores, candidates=listed, recusals=recusals, round=turn)
    without = rank(
        rules,
        [score for score in scores if score.candidate != gone],
        candidates=[candidate for candidate in listed if candidate.id != gone],
        recusals=[recusal for recusal in recusals if recusal.candidate != gone],
        round=turn,
    )

    stays = {
        standing.candidate: (standing.points, standing.cells, standing.raters)
        for standing in without.standings
    }
    assert stays == {
        id: (s.points, s.cells, s.raters) for id, s in placed(everybody).items() if id != gone
    }


@given(panels(), st.sampled_from(RATERS), st.sampled_from(CANDIDATES))
def test_a_recused_rater_never_counts_whatever_she_wrote(panel, rater, candidate):
    rules, scores, listed, recusals = panel
    stepped_aside = [*recusals, Recusal(rater=rater, candidate=candidate)]
    turn = max((score.round for score in scores), default=1)
    silent = [score for score in scores if (score.rater, score.candidate) != (rater, candidate)]

    present = rank(rules, scores, candidates=listed, recusals=stepped_aside, round=turn)
    absent = rank(rules, silent, candidates=listed, recusals=stepped_aside, round=turn)

    assert present.standings == absent.standings
    assert (present.ties, present.carried) == (absent.ties, absent.carried)


@given(panels(), st.data())
def test_a_better_score_never_lowers_a_candidates_points(panel, data):
    rules, scores, listed, recusals = panel
    given_scores = [place for place, score in enumerate(scores) if score.score is not None]
    assume(given_scores)
    place = data.draw(st.sampled_from(given_scores))
    best = rules.criterion(scores[place].criterion).scale.best
    better = [
        *scores[:place],
        scores[place].model_copy(update={"score": best}),
        *scores[place + 1 :],
    ]

    before = placed(rank(rules, scores, candidates=listed, recusals=recusals))[
        scores[place].candidate
    ].points
    after = placed(rank(rules, better, candidates=listed, recusals=recusals))[
        scores[place].candidate
    ].points

    assert (before is None) == (after is None)
    assert before is None or after >= before


@given(panels())
def test_a_second_implementation_gives_the_same_points_ranks_and_ties(panel):
    rules, scores, listed, recusals = panel

    ranking = rank(rules, scores, candidates=listed, recusals=recusals)

    assert [
        (s.candidate, s.points, s.rank) for s in ranking.standings if s.rank
    ] == by_the_contract(rules, scores, listed, recusals)


def by_the_contract(rules, scores, listed, recusals):
    """Ranked candidates with points and ranks, computed cell by cell with Decimal rounding and
    statistics; no lot drawn.
    """
    aside = {(recusal.rater, recusal.candidate) for recusal in recusals}
    results = []
    for candidate in listed:
        values, raters = {}, set()
        for criterion in rules.criteria:
            counted = []
            for rater in RATERS:
                rows = [
                    s
                    for s in scores
                    if (s.rater, s.candidate, s.criterion) == (rater, candidate.id, criterion.id)
                ]
                latest = max(rows, key=lambda row: (row.round, row.seq), default=None)
                mine = rules.aggregation != "consensus" or rater == "panel"
                if (
                    latest is not None
                    and latest.score is not None
                    and (rater, candidate.id) not in aside
                    and mine
                ):
                    counted.append(Fraction(latest.score))
                    raters.add(rater)
            if criterion.calculated:
                counted = (
                    [] if candidate.values["cost"] is None else [Fraction(candidate.values["cost"])]
                )
            values[criterion.id] = (
                round_half_up(aggregated(rules.aggregation, counted), rules.rounding.cell)
                if counted
                else None
            )
        if None in values.values() or len(raters) < rules.quorum or not candidate.eligible:
            continue
        points = Fraction(0)
        for criterion in rules.criteria:
            worst, best = Fraction(criterion.scale.worst), Fraction(criterion.scale.best)
            points += round_half_up(
                Fraction(criterion.weight) * (values[criterion.id] - worst) / (best - worst),
                rules.rounding.points,
            )
        breakers = [
            rules.criterion(rule[10:]) for rule in rules.ties if rule.startswith("criterion:")
        ]
        goodness = [(1 if c.scale.best > c.scale.worst else -1) * values[c.id] for c in breakers]
        results.append((candidate.id, points, [points, *goodness]))
    ahead = {id: sum(other > key for _, _, other in results) for id, _, key in results}
    return [
        (id, points, 1 + ahead[id])
        for id, points, _ in sorted(results, key=lambda result: (ahead[result[0]], result[0]))
    ]


def aggregated(aggregation, counted):
    if aggregation == "median":
        return median(counted)
    if aggregation == "trimmed" and len(counted) > 2:
        return (sum(counted) - max(counted) - min(counted)) / (len(counted) - 2)
    return mean(counted)


def round_half_up(value, places):
    """By Decimal division: 28 digits tell every value of these panels from a half."""
    if places is None:
        return value
    written = Decimal(value.numerator) / Decimal(value.denominator)
    return Fraction(written.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))
