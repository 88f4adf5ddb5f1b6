"""What the charts of Compare draw: shares as sampled, weights now and needed, scores without
names.
"""

from fractions import Fraction

import pytest

from cidesign.charts import flip, places, spread_map, strips
from cidesign.views.compare import robustness_rows as rows
from tests.views.compare.evidence_made_by_hand import FLIP, cell, compared, evidence

ORDER = compared(1, 2, 3)


def test_members_weights_stand_first_then_our_order_then_anything():
    view = evidence()

    assert rows.primary(view) is view.members
    assert rows.primary(evidence(members=None)).within == "order"
    assert rows.primary(evidence(members=None, order=None)).within == "anything"
    assert rows.primary(evidence(members=None, order=None, anything=None)) is None


def test_places_have_the_labels_people_read_and_tell_who_leads():
    drawn = rows.places(ORDER, evidence().members)

    assert [(row.label, row.shares[0], row.leads) for row in drawn] == [
        ("Oak House", 0.93, True),
        ("Elm Fund", 0.05, False),
        ("Ash Works", 0.02, False),
    ]


def test_weights_that_move_are_told_as_shares_now_and_needed():
    drawn = rows.moves(ORDER, evidence().matrix, FLIP)

    assert [(row.label, row.now, row.needed) for row in drawn] == [
        ("Trust", 0.6, 0.51),
        ("Reach", 0.4, 0.49),
    ]


def test_at_most_five_are_talked_about_the_widest_first():
    wide = tuple(cell("oak", "trust", spread / 10, 1, 5, 1, 5, 1) for spread in range(9, 1, -1))

    numbered = rows.talk(ORDER, evidence(agenda=wide))

    assert [row.number for row in numbered] == [1, 2, 3, 4, 5]


def test_cells_that_count_for_the_order_come_before_those_of_candidates_without_a_rank():
    view = compared(1, 2, None)
    agenda = (cell("ash", "trust", 0.7, 1, 5), cell("elm", "trust", 0.2, 2, 3))

    assert [row.candidate for row in rows.talk(view, evidence(agenda=agenda))] == ["Elm Fund"]
    assert [row.candidate for row in rows.talk(view, evidence(agenda=agenda[:1]))] == ["Ash Works"]


def test_a_strip_has_its_criterions_own_scale_lower_is_better_too():
    trust, reach = rows.talk(ORDER, evidence())

    assert (trust.worst, trust.best) == (1, 5)
    assert (reach.worst, reach.best) == (100, 0)


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ((2, 5), "2 members, too few to show a range"),
        ((2, 4, 5), "3 members, too few to show a range"),
        ((2, 4, 4, 5), "4 members, from 2 to 5"),
        ((1, 2, 3, 4, 5, 5), "6 members, from 1 to 5"),
    ],
)
def test_a_range_in_words_is_told_of_four_people_at_the_least(scores, said):
    assert rows.in_words(tuple(map(Fraction, scores))) == said


def test_the_map_has_criteria_by_weight_numbers_as_the_strips_do_and_no_spread_of_fewer_than_four():
    found = rows.spreads(ORDER, evidence())

    assert [column.id for column in found.criteria] == ["trust", "reach"]
    assert found.numbered == (("oak", "trust"), ("elm", "reach"))
    assert [len(cell.scores) for cell in evidence().agreement.agenda] == [6, 3]
    assert found.by_cell == {("oak", "trust"): 0.5}


def test_every_chart_draws_its_rows():
    found = rows.spreads(ORDER, evidence())

    assert places.draw(rows.places(ORDER, evidence().members), mode="light").data
    assert flip.moving(rows.moves(ORDER, evidence().matrix, FLIP))
    assert strips.draw(rows.talk(ORDER, evidence()), mode="light").data
    assert spread_map.draw(
        found.candidates, found.criteria, found.by_cell, found.numbered, mode="light"
    ).data
