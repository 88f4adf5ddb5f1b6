"""Two things of one name are told apart by what else is known of them, else by a number; things of
different names keep theirs.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.domain.apart import alike, as_seen, told_apart


@pytest.mark.parametrize(
    ("named", "labels"),
    [
        ([("Oak House", "nonprofit"), ("Elm Fund", "")], ["Oak House", "Elm Fund"]),
        (
            [("Oak House", "nonprofit"), ("Oak House", "city agency")],
            ["Oak House (nonprofit)", "Oak House (city agency)"],
        ),
        (
            [("Oak House", ""), ("Oak House", "city agency")],
            ["Oak House", "Oak House (city agency)"],
        ),
        ([("Oak House", ""), ("Oak House", "")], ["Oak House (1)", "Oak House (2)"]),
        (
            [("Ana Reyes", "residents"), ("Ben", ""), ("ana  reyes", "Residents")],
            ["Ana Reyes (residents, 1)", "Ben", "ana  reyes (Residents, 2)"],
        ),
        # A name that looks like a number of another is not taken twice.
        (
            [("Oak (2)", ""), ("Oak", ""), ("Oak", "")],
            ["Oak (2)", "Oak (1)", "Oak (3)"],
        ),
        # é in one sign and in two, and signs nobody sees.
        ([("Caf\u00e9", ""), ("Cafe\u0301\u200b", "")], ["Caf\u00e9 (1)", "Cafe\u0301\u200b (2)"]),
    ],
)
def test_labels_are_names_unless_two_are_alike(named, labels):
    assert told_apart(named) == tuple(labels)


NAMES = st.sampled_from(["Oak", "oak", " Oak", "Oak (1)", "Oak (2)", "Oak (a)", "Elm", ""])


@given(st.lists(st.tuples(NAMES, st.sampled_from(["", "a", "A", "b", "1"])), max_size=9))
def test_no_two_labels_are_the_same_to_the_eye(named):
    seen = [as_seen(label) for label in told_apart(named)]

    assert len(set(seen)) == len(named)


def test_only_what_is_alike_stands_in_a_group():
    assert alike([(1, "Oak"), (2, "Elm"), (3, "oak "), (4, "Ash")]) == ((1, 3),)
