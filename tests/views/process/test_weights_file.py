"""A weights file brought in: it must weigh the sheet's own criteria, says how well it fits, and no
hostile one does harm.
"""

from fractions import Fraction
from time import process_time

import pytest

from cidesign.domain.problem import BadInput
from cidesign.record import read_files
from cidesign.views.process.weights_file import MOST_BYTES, to_fill_in, weights_file

SCALE = "scale: {worst: 1, best: 5}"
RULES = read_files(
    {
        "workshop.yaml": b"name: Ours\n",
        "rules.yaml": f"criteria: [{{id: a, label: Trust, weight: 1, {SCALE}}}, "
        f"{{id: b, weight: 1, {SCALE}}}, "
        f"{{id: c, weight: 1, {SCALE}}}]\n".encode(),
    }
).rules
SQUARE = "method: ahp\nids: [a, b, c]\nupper: "


def found(text):
    return weights_file(text.encode(), RULES)


def refused(content):
    with pytest.raises(BadInput) as caught:
        weights_file(content, RULES)
    return [(problem.where, problem.what, problem.remedy) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "method: direct\ndirect: {c: 1, a: 2, b: 1}",
            [Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)],
        ),
        (
            "method: swing\nswing: {a: 100, b: 60, c: 40}",
            [Fraction(1, 2), Fraction(3, 10), Fraction(1, 5)],
        ),
        ("method: rank\nrank: [a, [b, c]]", [Fraction(11, 18), Fraction(7, 36), Fraction(7, 36)]),
        (SQUARE + "[[2, 4], [2]]", [4 / 7, 2 / 7, 1 / 7]),
        (
            "method: bwm\nids: [c, b, a]\nbest_to_others: [4, 2, 1]\nothers_to_worst: [1, 2, 4]",
            [4 / 7, 2 / 7, 1 / 7],
        ),
    ],
)
def test_every_method_gives_shares_in_the_order_of_the_sheet(text, shares):
    one = found(text)

    assert list(one.shares) == ["a", "b", "c"]
    assert list(map(float, one.shares.values())) == pytest.approx(list(map(float, shares)))
    assert [row["Criterion"] for row in one.rows] == ["Trust", "b", "c"]


def test_answers_that_fit_are_told_so():
    one = found(SQUARE + "[[2, 4], [2]]")

    assert (one.fits, one.told) == (
        True,
        ("Consistency ratio 0, at most 0.10: the answers fit each other.",),
    )


def test_answers_that_contradict_each_other_say_what_to_do():
    # a twice b, b twice c, but a a quarter of c: every answer misses by the cube root of 16
    one = found(SQUARE + "[[2, 1/4], [2]]")

    assert one.fits is False
    assert (
        "above 0.10: the answers contradict each other. Answer again before you save."
        in one.told[0]
    )
    # by their product a weighs 2 x 1/4 = 1/2, b 1/2 x 2 = 1, c 2, cube roots of it: c before b
    # before a, b over a by 2 ** (1/3)
    assert one.told[1].endswith(
        "one answer says that Trust counts 2 times as much as b, all answers together that b "
        "counts 1.3 times as much as Trust."
    )


def test_best_worst_tells_its_miss_and_what_it_leaves_open():
    one = found(
        "method: bwm\nids: [a, b, c]\nbest_to_others: [1, 3, 8]\nothers_to_worst: [8, 2, 1]"
    )

    # non-linear: (3 - xi)(2 - xi) against 8, (3 + xi)(2 + xi) = 8 - xi gives xi^2 + 6 xi - 2 = 0,
    # xi = 0.317, of 4.47 that is 7%
    assert one.told[1].startswith("By the method's first model it is 7% of the most it can be:")
    assert one.fits is None
    assert all(" to " in row["May lie within"] for row in one.rows)


def test_numbers_and_places_cannot_contradict_themselves():
    assert found("method: rank\nrank: [a, b, c]").told == ()


def test_missing_and_unknown_criteria_are_named_together():
    wrong = refused(b"method: direct\ndirect: {a: 1, B: 2}")

    assert [what for _, what, _ in wrong] == [
        "does not weigh b and c",
        'the sheet has no criterion "B"',
    ]
    assert wrong[0][2] == "weigh every criterion of the sheet; their ids are a, b, c"
    assert "b" in wrong[1][2]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("method: direct", "is missing"),
        ("method: magic\nmagic: {a: 1}", '"magic" is no method we know'),
        ("direct: {a: 1}", "is missing"),
        ("method: [ahp]\nids: [a]", "['ahp'] is no method we know"),
        ("method: direct\ndirect: [a, b, c]", "['a', 'b', 'c'] says no weights"),
        ("method: direct\ndirect: {a: 0, b: 0, c: 0}", "all weights are 0"),
        ("method: direct\ndirect: {a: -1, b: 1, c: 1}", '"-1" is below 0'),
        ("method: direct\ndirect: {a: .nan, b: 1, c: 1}", '".nan" is not a finite number'),
        ("method: rank\nrank: [a, b, c, a]", '"a" stands twice'),
        ("method: rank\nrank: 7", "7 is no ranking"),
        (SQUARE + "[[2, 4]]", "holds 1 rows instead of 2"),
        (SQUARE + "[[2, {x: 1}], [2]]", "{'x': 1} is not a number"),
        ("just words", 'holds only "just words", not keys with values'),
        ("", "is empty"),
        ("# only words", "holds nothing but comments"),
        ("method: !!python/object/apply:os.system [ls]", "is a tag"),
        ("a: &a [x]\nb: [*a, *a]", "names a place to point to"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(text, what):
    assert any(what in said for _, said, _ in refused(text.encode()))


@pytest.mark.parametrize(
    "content",
    [
        b"x" * (MOST_BYTES + 1),
        b"\xff\xfe\x00garbage\x00",
        b"method: direct\ndirect: " + b"[" * 40_000,
        b"method: rank\nrank: [" + b"a, " * 30_000 + b"a]",
        b"method: bwm\nids: ["
        + b",".join(b"k%d" % number for number in range(9_000))
        + b"]\nbest_to_others: [1]\nothers_to_worst: [1]",
        b"method: ahp\nids: ["
        + b",".join(b"k%d" % number for number in range(9_000))
        + b"]\nupper: []",
        b"a: &x [1,1,1]\nb: &y [*x,*x,*x]\nc: &z [*y,*y,*y]\nd: [*z,*z]",
    ],
)
def test_a_hostile_file_is_refused_at_once(content):
    begun = process_time()

    assert refused(content)
    assert process_time() - begun < 5


def test_the_file_to_fill_in_has_the_sheets_ids_and_is_refused_until_it_is_filled():
    blank = to_fill_in(RULES)

    assert [what for _, what, _ in refused(blank)] == ["all weights are 0"]
    assert (
        list(weights_file(blank.replace(b": 0", b": 2"), RULES).shares.values())
        == [Fraction(1, 3)] * 3
    )


@pytest.mark.parametrize("method", ["ahp", "bwm"])
def test_the_file_to_fill_in_shows_the_methods_whose_answers_stand_in_rows(method):
    lines = [
        line.removeprefix("# ")
        for line in to_fill_in(RULES).decode().splitlines()
        if line.startswith("# ")
    ]
    begins = lines.index(f"method: {method}")
    ends = begins + {"ahp": 3, "bwm": 4}[method]

    assert list(
        weights_file("\n".join(lines[begins:ends]).encode(), RULES).shares.values()
    ) == pytest.approx([1 / 3] * 3)
