"""Readiness: answers become words by fixed thresholds, weak checks are named in order, and a form
fits when all it asks holds.
"""

from decimal import Decimal

import pytest

from cidesign.domain.choices import Condition
from cidesign.domain.guidance import Check, FormEntry
from cidesign.structure.readiness import (
    Standing,
    Verdict,
    faults_of_checks,
    forms_that_fit,
    group,
    standing,
    verdict,
    weakest,
)


def check(id, about="condition"):
    return Check(
        id=id,
        about=about,
        label=id,
        what="w",
        question="q?",
        means_0="no",
        means_4="yes",
        low=f"mend {id}",
        source="own",
    )


def form(id, **at_least):
    when = tuple(
        Condition(answer=answer, at_least=least, at_most=most)
        for answer, (least, most) in at_least.items()
    )
    return FormEntry(id=id, label=id, what="w", fits="f", when=when, source="own")


def answers(**given):
    return {id: Decimal(level) for id, level in given.items()}


@pytest.mark.parametrize(
    ("answer", "stands"),
    [
        (None, "unanswered"),
        (0, "weak"),
        (1, "weak"),
        (2, "on_the_way"),
        (3, "in_place"),
        (4, "in_place"),
    ],
)
def test_an_answer_stands_as_the_thresholds_say(answer, stands):
    assert standing(None if answer is None else Decimal(answer)) is Standing(stands)


def test_a_group_counts_what_is_answered_and_what_is_in_place():
    one = group([check("a"), check("b"), check("c")], answers(a=4, b=1))

    assert (one.answered, one.in_place, one.complete) == (2, 1, False)
    assert [check.id for check in one.that_are(Standing.WEAK)] == ["b"]


def test_a_group_without_checks_is_not_complete():
    assert not group([], {}).complete


def test_weak_checks_come_by_group_and_the_lowest_first():
    given = answers(a=1, b=0, c=2, d=0)
    first, second = group([check("a"), check("b"), check("c")], given), group([check("d")], given)

    assert [check.id for check in weakest([first, second], given)] == ["b", "a", "d"]
    assert [check.id for check in weakest([second, first], given)] == ["d", "b", "a"]


OURS = form("ours", size=(2, 4), will=(2, 4))
SMALL = form("small", size=(0, 1))
FREE = form("free")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, Verdict.OPEN),
        ({"size": 3}, Verdict.OPEN),
        ({"size": 2, "will": 2}, Verdict.FITS),
        ({"size": 1}, Verdict.ANOTHER),
        ({"size": 3, "will": 1}, Verdict.NONE),
    ],
)
def test_the_verdict_follows_from_the_conditions_alone(given, said):
    about = group([check("size", "form"), check("will", "form")], answers(**given))

    assert verdict(forms_that_fit([OURS, SMALL, FREE], answers(**given)), about) is said


def test_a_form_without_conditions_never_fits_by_itself():
    assert [one.fits for one in forms_that_fit([FREE], answers(size=1))] == [False]


def test_an_unknown_check_and_one_off_the_scale_are_both_named():
    faults = faults_of_checks(answers(sise=1, will=5), [check("size"), check("will")])

    assert [fault.where for fault in faults] == [
        "workshop.yaml: initiative.checks.sise",
        "workshop.yaml: initiative.checks.will",
    ]
    assert faults[0].remedy == "did you mean size?"
    assert "off the scale" in faults[1].what
