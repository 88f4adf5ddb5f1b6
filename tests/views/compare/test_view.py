"""The view of the page Compare: order, lead, points by criterion, and who has no rank and why."""

from dataclasses import FrozenInstanceError
from decimal import Decimal
from fractions import Fraction

import pytest

from cidesign.domain.problem import BadInput
from cidesign.record import read_files
from cidesign.views.compare.view import compare_view
from tests.views.compare.panels import bundle as panel
from tests.views.compare.panels import scores as panel_scores

RULES = """\
criteria:
- {id: reach, label: Ability to convene, weight: 12, scale: {worst: 1, best: 5, step: 1}}
- {id: cost, weight: 10, scale: {worst: 200, best: 0}, calculated: true}
missing: leave_out
ties: [lot]
"""
CANDIDATES = (
    "id,name,eligible,cost\noak,Oak Foundation,yes,60\nelm,Elm United,yes,60\nash,Ash "
    "College,no,0\n"
)
SCORES = "rater,candidate,criterion,score,round\nr1,oak,reach,4,1\nr1,elm,reach,4,1\nr1,ash,reach,5,1\nr1,elm,reach,2,2\n"


def view_of(*, round=None, **files):
    sound = {
        "workshop.yaml": "name: Ours\n",
        "rules.yaml": RULES,
        "candidates.csv": CANDIDATES,
        "scores.csv": SCORES,
    }
    texts = sound | {name.replace("_", "."): text for name, text in files.items()}
    return compare_view(
        read_files({name: text.encode() for name, text in texts.items() if text}), round=round
    )


def test_rows_stand_in_rank_order_with_names_and_those_without_a_rank_last():
    view = view_of()

    assert [(row.label, row.rank) for row in view.rows] == [
        ("Oak Foundation", 1),
        ("Elm United", 2),
        ("Ash College", None),
    ]
    assert [row.id for row in view.leaders] == ["oak"]
    assert [(row.id, row.unranked_because) for row in view.unranked] == [("ash", ("not eligible",))]


def test_points_come_by_criterion_and_add_up():
    view = view_of()

    assert view.rows[0].products == {"reach": 9, "cost": 7}  # 12 x 3/4, 10 x 140/200
    assert view.rows[0].points == 16
    assert view.most_points == 22
    assert [(column.label, column.weight, column.calculated) for column in view.criteria] == [
        ("Ability to convene", Decimal(12), False),
        ("cost", Decimal(10), True),
    ]


def test_the_lead_is_over_the_next_who_has_a_rank():
    assert view_of().lead == Fraction(6)  # elm has 12 x 1/4 + 7 = 10; ash is not eligible


def test_an_earlier_round_can_be_looked_at():
    view = view_of(round=1)

    assert view.round == 1
    assert view.lead == 0
    assert view.ties == (("Elm United", "Oak Foundation"),)
    assert [row.id for row in view.leaders] == ["elm", "oak"]


def test_scores_of_an_earlier_round_that_still_count_are_listed():
    assert [(one.candidate, one.round) for one in view_of().carried] == [("ash", 1), ("oak", 1)]


def test_the_lot_comes_from_the_decisions():
    view = view_of(
        round=1,
        decisions_yaml="lot: {number: 8, witnesses: [Ana]}\n",
        scores_csv=SCORES.replace("oak", "fir"),
        candidates_csv=FIR,
    )

    assert view.ties == ()
    assert len(view.leaders) == 1


FIR = CANDIDATES.replace("oak,Oak Foundation", "fir,Fir Foundation")


def test_why_a_candidate_has_no_rank_stands_in_its_row_and_not_again_beside_the_result():
    view = view_of()

    assert [row.unranked_because for row in view.unranked] == [("not eligible",)]
    assert view.warnings == ()


@pytest.mark.parametrize(
    ("without", "said"),
    [
        ({"rules_yaml": ""}, "There is no rule sheet yet: write the criteria, scales and weights."),
        ({"scores_csv": ""}, "There are no scores yet: first a facilitator opens a round."),
    ],
)
def test_what_must_be_there_first_is_said_and_nothing_is_compared(without, said):
    view = view_of(**without)

    assert view.missing == (said,)
    assert view.rows == ()


def test_while_a_round_is_open_nothing_is_compared():
    view = view_of(workshop_yaml="name: Ours\nstage: scoring\nround: 2\n")

    assert (view.hidden, view.rows, view.criteria, view.lead) == (2, (), (), None)
    assert view.missing == ("Nobody sees a result before round 2 is closed.",)


def test_a_later_version_of_the_sealed_rules_is_told_apart():
    sealed = RULES + 'seal: {version: 2, at: "2026-09-14", by: Ana and Ben, sha256: abc}\n'

    assert view_of(rules_yaml=sealed).version == 2
    assert view_of().version == 1


def test_what_must_be_mended_is_raised():
    with pytest.raises(BadInput, match=r"scores.csv: row 2: .* no criterion"):
        view_of(scores_csv="rater,candidate,criterion,score\nr1,oak,raech,4\n")


def test_the_view_is_frozen():
    with pytest.raises(FrozenInstanceError):
        view_of().round = 2


def test_who_steps_aside_after_scoring_leaves_no_result_in_silence():
    rows = [
        f"{rater} oak {what} {level}"
        for rater, level in (("ana", 5), ("ben", 4), ("chi", 4))
        for what in ("trust", "reach")
    ]
    rows += [
        f"{rater} elm {what} {level}"
        for rater, level in (("ana", 4), ("ben", 5), ("chi", 4))
        for what in ("trust", "reach")
    ]
    aside = "rater,candidate\nben,elm\n"

    before = compare_view(panel(scores=panel_scores(*rows)))
    after = compare_view(panel(scores=panel_scores(*rows), recusals=aside))

    # By hand, with Ben: Oak 80 × 10/12 + 12 = 78.7, Elm 80 × 10/12 + 16 = 82.7. Without him Elm has
    # 80 × 3/4 + 16 = 76.
    assert [row.label for row in before.rows if row.leads] == ["Elm Fund"]
    assert [row.label for row in after.rows if row.leads] == ["Oak House"]
    assert (
        "If the scores of those who stepped aside counted, Elm Fund would come first with 82.7 "
        "points."
    ) in after.warnings
    assert not [warning for warning in before.warnings if "stepped aside" in warning]
