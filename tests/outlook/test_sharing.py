"""What grants pay together: in order, nothing twice, and as much as there is to pay."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from cidesign.domain.words import FUNCTIONS, Function
from cidesign.outlook.sharing import shared

amounts = some.integers(0, 60).map(lambda thirds: Fraction(thirds, 3))
costs = some.fixed_dictionaries(dict.fromkeys(FUNCTIONS, amounts))
subsets = some.lists(some.sampled_from(FUNCTIONS), min_size=1, max_size=4, unique=True)
purses = some.lists(some.tuples(amounts, subsets), max_size=5).map(
    lambda drawn: [
        (f"grant {place}", dollars, functions) for place, (dollars, functions) in enumerate(drawn)
    ]
)


def most(cost, purses):
    """The most that purses can pay: the least, over sets of functions, of their cost and of all
    purses that reach beyond them.
    """
    return min(
        sum(cost[f] for f in chosen)
        + sum(dollars for _, dollars, functions in purses if not set(functions) <= set(chosen))
        for size in range(len(FUNCTIONS) + 1)
        for chosen in combinations(FUNCTIONS, size)
    )


@given(costs, purses)
def test_every_grant_in_turn_pays_as_much_as_can_be_paid(cost, purses):
    paid = shared(cost, purses)

    each = [sum(paid[name].values()) for name, _, _ in purses]
    assert each == [
        most(cost, purses[: place + 1]) - most(cost, purses[:place]) for place in range(len(purses))
    ]


@given(costs, purses)
def test_no_function_gets_more_than_it_costs_and_no_grant_pays_elsewhere(cost, purses):
    paid = shared(cost, purses)

    assert all(sum(row.get(f, 0) for row in paid.values()) <= cost[f] for f in FUNCTIONS)
    assert all(dollars >= 0 for row in paid.values() for dollars in row.values())
    assert all(set(paid[name]) == set(functions) for name, _, functions in purses)


def test_an_earlier_grant_makes_room_for_a_later_one():
    ten = Fraction(10)

    paid = shared(
        {Function.VISION: ten, Function.ALIGNED: ten},
        [("a", ten, [Function.VISION, Function.ALIGNED]), ("b", ten, [Function.VISION])],
    )

    assert paid == {"a": {Function.VISION: 0, Function.ALIGNED: 10}, "b": {Function.VISION: 10}}
