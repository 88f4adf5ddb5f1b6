"""A weights file that cannot be used is refused, every problem with its place and the way out."""

from decimal import Decimal

import pytest

from cidesign.domain.problem import BadInput
from cidesign.selection import weights

AHP = {"method": "ahp", "ids": ["a", "b", "c"], "upper": [[3, 5], [2]]}
BWM = {
    "method": "bwm",
    "ids": ["a", "b", "c"],
    "best_to_others": [1, 3, 8],
    "others_to_worst": [8, 2, 1],
}


def refused(file):
    with pytest.raises(BadInput) as bad:
        weights(file)
    return [
        (problem.where.removeprefix("weights.yaml: "), problem.what)
        for problem in bad.value.problems
    ]


@pytest.mark.parametrize(
    ("file", "where", "what"),
    [
        ({}, "method", "is missing"),
        ({"method": "swimg"}, "method", '"swimg" is no method we know'),
        ({"method": 3}, "method", "3 is no method we know"),
        ({"method": "swing"}, "swing", "is missing"),
        (
            {"method": "swing", "swing": {"a": 1}, "direct": {"a": 1}},
            "direct",
            '"direct" is no key of this method',
        ),
        ({"method": "direct", "direct": {}}, "direct", "{} says no weights"),
        ({"method": "direct", "direct": [1, 2]}, "direct", "[1, 2] says no weights"),
        ({"method": "direct", "direct": {"a": -1, "b": 2}}, "direct.a", '"-1" is below 0'),
        ({"method": "direct", "direct": {"a": 0, "b": 0}}, "direct", "all weights are 0"),
        ({"method": "direct", "direct": {"a": "much"}}, "direct.a", '"much" is not a number'),
        ({"method": "direct", "direct": {"a": None}}, "direct.a", "nothing is not a number"),
        ({"method": "direct", "direct": {"a": True}}, "direct.a", "True is not a number"),
        ({"method": "direct", "direct": {"a": "1,5"}}, "direct.a", '"1,5" is not a number'),
        (
            {"method": "direct", "direct": {"a": Decimal("NaN")}},
            "direct.a",
            "NaN is not a finite number",
        ),
        ({"method": "direct", "direct": {"a": "1e400"}}, "direct.a", '"1e400" is out of range'),
        ({"method": "direct", "direct": {"a": 1, " a": 1}}, "direct. a", '"a" stands twice'),
        ({"method": "direct", "direct": {None: 1}}, "direct", "nothing is not an id"),
        ({"method": "rank", "rank": []}, "rank", "[] is no ranking"),
        ({"method": "rank", "rank": {"a": 1}}, "rank", "{'a': 1} is no ranking"),
        ({"method": "rank", "rank": ["a", []]}, "rank[1]", "[] is no list of ids"),
        ({"method": "rank", "rank": ["a", "b", "a"]}, "rank[2]", '"a" stands twice'),
        ({"method": "rank", "rank": ["a", ["b", "a"]]}, "rank[1]", '"a" stands twice'),
        ({"method": "rank", "rank": ["a", ["b", "b"]]}, "rank[1][1]", '"b" stands twice'),
        ({"method": "rank", "rank": ["a", ["b", ["c"]]]}, "rank[1][1]", "['c'] is not an id"),
        (AHP | {"ids": ["a", "b", "b"]}, "ids[2]", '"b" stands twice'),
        (AHP | {"ids": "abc"}, "ids", '"abc" is no list of ids'),
        (
            AHP | {"ids": [f"k{number}" for number in range(11)]},
            "ids",
            "11 criteria are too many to compare two by two",
        ),
        (AHP | {"upper": [[3, 5]]}, "upper", "holds 1 rows instead of 2"),
        (AHP | {"upper": 3}, "upper", "3 is no list of rows"),
        (AHP | {"upper": [[3], [2]]}, "upper[0]", "holds 1 numbers instead of 2"),
        (AHP | {"upper": [[3, 5], 2]}, "upper[1]", "2 is no list"),
        (AHP | {"upper": [[3, 0], [2]]}, "upper[0][1]", '"0" is too small'),
        (AHP | {"upper": [[3, -5], [2]]}, "upper[0][1]", '"-5" is too small'),
        (AHP | {"upper": [[3, "1/0"], [2]]}, "upper[0][1]", '"1/0" divides by 0'),
        (AHP | {"upper": [[3, "1/x"], [2]]}, "upper[0][1]", '"x" is not a number'),
        (BWM | {"best_to_others": [1, 3]}, "best_to_others", "holds 2 numbers instead of 3"),
        (
            BWM | {"best_to_others": [2, 3, 8]},
            "best_to_others",
            "no criterion is the best: none has 1",
        ),
        (
            BWM | {"others_to_worst": [8, 2, 2]},
            "others_to_worst",
            "no criterion is the worst: none has 1",
        ),
        (
            BWM | {"others_to_worst": [1, 2, 8]},
            "others_to_worst",
            "the best criterion is also the worst",
        ),
        (BWM | {"others_to_worst": [8, 0, 1]}, "others_to_worst[1]", '"0" is too small'),
        (BWM | {"others_to_worst": [8, "1/2", 1]}, "others_to_worst[1]", '"1/2" is too small'),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_place(file, where, what):
    assert refused(file) == [(where, what)]


def test_the_nearest_method_is_named():
    with pytest.raises(BadInput, match="did you mean swing"):
        weights({"method": "swimg"})


def test_all_problems_are_told_at_once():
    file = {
        "method": "bwm",
        "ids": ["a", "b"],
        "best_to_others": [1, 0],
        "others_to_worst": ["x", 1, 3],
    }

    assert [where for where, _ in refused(file)] == [
        "best_to_others[1]",
        "others_to_worst",
        "others_to_worst[0]",
    ]
