"""Who comes first without one rater, criterion or candidate: by hand, and against the ranking of
edited inputs.
"""

from cidesign.domain.robustness import LeftOut
from cidesign.selection import left_out
from cidesign.value import rank, rater_sheets
from tests.seeds import each_seed
from tests.selection.exact_panels import random_panel
from tests.value.panels import candidates, criterion, recused, scored, sheet

SOME, ALL_OF_THEM = range(60), range(60, 1000)
TWO = ("r1 oak reach 5", "r1 elm reach 2", "r2 oak reach 3", "r2 elm reach 4")


def first(rules, scores, **given):
    return tuple(
        standing.candidate
        for standing in rank(rules, scores, **given).standings
        if standing.rank == 1
    )


def edited(rules, scores, keys, ranked, *, rater=None, criterion=None, candidate=None):
    """The inputs as if somebody or something had never been there: only candidates with a rank, and
    no quorum.
    """
    criteria = [one for one in rules.criteria if one.id != criterion]
    stay = [one for one in keys["candidates"] if one.id in ranked and one.id != candidate]
    if not stay or not any(one.weight for one in criteria):
        return ()
    ids = {one.id for one in stay}
    smaller = rules.model_copy(
        update={
            "criteria": tuple(criteria),
            "quorum": 1,
            "ties": tuple(rule for rule in rules.ties if rule != f"criterion:{criterion}"),
        }
    )
    left = [
        row
        for row in scores
        if row.candidate in ids and row.criterion != criterion and row.rater != rater
    ]
    recusals = [row for row in keys["recusals"] if row.candidate in ids]
    return first(smaller, left, **keys | {"candidates": stay, "recusals": recusals})


@each_seed(SOME, ALL_OF_THEM)
def test_a_ranking_of_edited_inputs_says_the_same(seed):
    rules, scores, keys = random_panel(seed)
    ranking = rank(rules, scores, **keys)
    ranked = {standing.candidate for standing in ranking.standings if standing.rank is not None}
    raters = rater_sheets(
        rules, scores, **{key: keys[key] for key in ("candidates", "recusals", "seats")}
    ).raters

    answer = left_out(rules, scores, **keys)

    assert answer == LeftOut(
        raters={rater: edited(rules, scores, keys, ranked, rater=rater) for rater in raters},
        criteria={
            one.id: edited(rules, scores, keys, ranked, criterion=one.id) for one in rules.criteria
        },
        candidates={id: edited(rules, scores, keys, ranked, candidate=id) for id in ranked},
    )


def test_what_is_known_already_is_not_counted_again():
    rules, scores, keys = random_panel(7)
    shared = {key: keys[key] for key in ("candidates", "recusals", "seats")}

    again = left_out(
        rules,
        scores,
        **keys,
        ranking=rank(rules, scores, **keys),
        sheets=rater_sheets(rules, scores, **shared),
    )

    assert again == left_out(rules, scores, **keys)


def test_one_rater_decides_the_order():
    answer = left_out(sheet(), scored(*TWO))

    assert answer.raters == {"r1": ("elm",), "r2": ("oak",)}


def test_the_quorum_is_not_asked_again():
    assert left_out(sheet(quorum=2), scored(*TWO)).raters == {"r1": ("elm",), "r2": ("oak",)}


def test_the_only_rater_leaves_nobody_first():
    assert left_out(sheet(), scored(*TWO[:2])).raters == {"r1": ()}


def test_who_loses_the_only_score_cannot_be_first():
    scores = scored("r1 oak reach 5", "r2 elm reach 2")

    assert left_out(sheet(), scores, recusals=recused("r2 oak")).raters == {
        "r1": ("elm",),
        "r2": ("oak",),
    }


def test_the_only_criterion_leaves_nobody_first():
    assert left_out(sheet(), scored(*TWO)).criteria == {"reach": ()}


def test_criteria_of_weight_zero_alone_put_nobody_first():
    rules = sheet(criterion("reach"), criterion("trust", 0))

    answer = left_out(
        rules, scored("r1 oak reach 5", "r1 oak trust 1", "r1 elm reach 2", "r1 elm trust 5")
    )

    assert answer.criteria == {"reach": (), "trust": ("oak",)}


def test_the_next_is_first_when_the_first_goes():
    answer = left_out(
        sheet(), scored("r1 oak reach 5", "r1 elm reach 4", "r1 ash reach 4", "r1 fir reach 1")
    )

    assert answer.candidates == {
        "oak": ("ash", "elm"),
        "ash": ("oak",),
        "elm": ("oak",),
        "fir": ("oak",),
    }


def test_the_only_candidate_leaves_nobody_first():
    assert left_out(sheet(), scored("r1 oak reach 5")).candidates == {"oak": ()}


def test_who_has_no_rank_stays_out_whoever_else_goes():
    rules = sheet(criterion("reach"), criterion("trust", pass_mark=3))
    oak, elm = ("r1 oak reach 5", "r1 oak trust 2"), ("r1 elm reach 1", "r1 elm trust 3")

    answer = left_out(rules, scored(*oak, *elm))

    assert answer == LeftOut(
        raters={"r1": ()}, criteria={"reach": ("elm",), "trust": ("elm",)}, candidates={"elm": ()}
    )


def test_who_now_misses_a_pass_mark_cannot_be_first():
    rules = sheet(criterion("reach", pass_mark=3))

    answer = left_out(
        rules, scored("r1 oak reach 2", "r1 elm reach 3", "r2 oak reach 5", "r2 elm reach 3")
    )

    assert answer.raters == {"r1": ("oak",), "r2": ("elm",)}


def test_a_tie_rule_without_its_criterion_is_skipped():
    rules = sheet(criterion("reach"), criterion("trust"), ties=["criterion:trust", "shared"])

    answer = left_out(
        rules, scored("r1 oak reach 4", "r1 oak trust 5", "r1 elm reach 4", "r1 elm trust 3")
    )

    assert answer.criteria == {"reach": ("oak",), "trust": ("elm", "oak")}


def test_nobody_at_all_leaves_nothing_to_leave_out():
    answer = left_out(sheet(), [], candidates=candidates())

    assert answer == LeftOut(raters={}, criteria={"reach": ()}, candidates={})
