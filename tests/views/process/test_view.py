"""The page Process in words: the answer at each point of the way, every setting as a sentence, and
ranges only after the seal.
"""

from dataclasses import replace
from fractions import Fraction

import pytest

from cidesign.acts.add_own_criterion import AddOwnCriterion
from cidesign.acts.choose_mode import ChooseMode
from cidesign.acts.edit_criterion import EditCriterion
from cidesign.acts.open_rules import opening
from cidesign.acts.seal_rules import SealRules
from cidesign.acts.set_rule import SetRule
from cidesign.catalog import load
from cidesign.record import changed, example_bundle, examples, read_files
from cidesign.views.process import rules as rule_words
from cidesign.views.process import view as process
from cidesign.views.process import weigh as weighing
from cidesign.views.process import words

KNOWN = load()
RULES = b"""
mode: open
criteria:
- {id: neutrality, label: Trust, weight: 30, scale: {worst: 1, best: 5, step: 1, levels: {5: All, 1: Nobody}}, pass_mark: 2}
- {id: price, label: Price, weight: 70, calculated: true, scale: {worst: 900, best: 100}}
"""
MEMBERS = b"name: Ours\nmembers: [{id: ann}, {id: bo}, {id: cy}, {id: di}]\n"
SMALL = read_files({"workshop.yaml": MEMBERS, "rules.yaml": RULES})
ACT = {"what": "So.", "by": "Ada Ames", "at": "2027-02-01T12:00:00", "because": "So."}
CHANGE = {
    "reason": "One was forgotten.",
    "first": "Ada",
    "second": "Bo",
    "at": "2027-02-02T12:00:00",
}
SEALED = SealRules(**ACT).on(SMALL)
OPENED = opening(SEALED, **CHANGE).on(SEALED)


def view(bundle):
    return process.process_view(bundle, KNOWN)


def weighed(bundle):
    for member in bundle.workshop.members:
        shares = {"neutrality": Fraction(1), "price": Fraction(3)}
        bundle = weighing.weighed_alone(member.id, shares).on(bundle)
    return bundle


@pytest.mark.parametrize(
    ("bundle", "says"),
    [
        (read_files({"workshop.yaml": MEMBERS}), "Nothing is sealed yet: there is no rule sheet."),
        (
            changed(SMALL, "rules.yaml", {("mode",): None}),
            "Nothing is sealed yet: choose who may apply.",
        ),
        (
            AddOwnCriterion(label="Near").on(SMALL),
            "Nothing is sealed yet: one thing is missing.",
        ),
        (ChooseMode(mode="closed").on(SMALL), "Nothing is sealed yet: two things are missing."),
        (SMALL, "Nothing is sealed yet, and all is ready for it."),
        (
            SEALED,
            "Open selection over 14 weeks, two criteria, sealed on 1 February 2027 as version 1.",
        ),
        (
            OPENED,
            "The rules are open again, for version 2.",
        ),
        (
            changed(SEALED, "rules.yaml", {("seal",): None}),
            "The seal was taken out of the rules.",
        ),
        (
            changed(SEALED, "rules.yaml", {("quorum",): 2}),
            "The rules no longer match their seal.",
        ),
    ],
)
def test_the_answer_says_where_the_rules_stand(bundle, says):
    assert words.answer(view(bundle)) == says
    assert words.so_far(bundle, KNOWN) == says.removesuffix(".")
    assert words.and_line(view(bundle)).endswith(".")


def test_the_record_names_the_version_that_is_about_to_be_sealed():
    assert (
        words.decides(view(SMALL))
        == "Open selection over 14 weeks, two criteria, and the rule sheet sealed as version 1."
    )
    assert words.decides(view(OPENED)).endswith("sealed as version 2.")


def test_criteria_stand_heaviest_first_with_their_shares_and_levels_worst_first():
    price, trust = view(SMALL).criteria

    assert (price.share, trust.share) == (Fraction(7, 10), Fraction(3, 10))
    assert trust.levels == ((1, "Nobody"), (5, "All"))
    assert words.criterion_name(trust) == "Trust · counts 30%"
    assert words.criterion_lines(trust)[:3] == ("1: Nobody", "5: All", "Pass mark: 2 of 5.")
    assert words.criterion_lines(price) == (
        "Calculated from the application; nobody scores it.",
        "One of your own.",
    )


def test_a_criterion_of_ours_names_where_it_comes_from():
    trust = view(SMALL).criteria[1]

    assert words.criterion_lines(trust)[-1].startswith(
        f"After {KNOWN.source(KNOWN.entry('criteria', 'neutrality').source).title}"
    )


def test_the_members_range_is_on_the_page_only_after_the_seal():
    before = weighed(SMALL)
    after = SealRules(**ACT).on(before)

    assert [row.low for row in view(before).criteria] == [None, None]
    assert [(row.low, row.high) for row in view(after).criteria] == [
        (Fraction(3, 4), Fraction(3, 4)),
        (Fraction(1, 4), Fraction(1, 4)),
    ]


def test_a_group_is_shown_heaviest_first_and_not_below_four():
    three = weighed(
        replace(
            SMALL,
            workshop=SMALL.workshop.model_copy(update={"members": SMALL.workshop.members[:3]}),
        )
    )

    assert [(row.label, row.share) for row in process.group_rows(weighed(SMALL), KNOWN)] == [
        ("Price", Fraction(3, 4)),
        ("Trust", Fraction(1, 4)),
    ]
    assert process.group_rows(three, KNOWN) == ()
    assert [row.share for row in process.own_rows(three, "ann", KNOWN)] == [
        Fraction(3, 4),
        Fraction(1, 4),
    ]
    assert process.own_rows(three, "di", KNOWN) == ()


@pytest.mark.parametrize("key", rule_words.CHOICES)
def test_every_choice_of_a_setting_has_a_sentence_and_a_short_name(key):
    for one in rule_words.CHOICES[key]:
        rules = SetRule(key=key, value=one.value).on(SMALL).rules
        assert all(told.endswith(".") for told in rule_words.settings(rules))
        assert rule_words.SHORT[one]


def test_ways_to_part_equals_offer_the_heaviest_criterion_and_keep_the_sheets_own():
    own = SetRule(key="ties", value=["criterion:neutrality", "shared"]).on(SMALL).rules

    assert rule_words.tie_choices(own)[2:] == (
        ("criterion:price", "shared"),
        ("criterion:price", "lot"),
        ("criterion:neutrality", "shared"),
    )
    assert (
        rule_words.tie(own, own.ties)
        == "Equal points: the better on Trust goes first, then both share the rank."
    )


def test_rounding_is_said_where_the_sheet_rounds():
    rounded = SetRule(key="rounding", value={"cell": 2}).on(SMALL).rules

    assert (
        rule_words.settings(rounded)[-1]
        == "Values are rounded to 2 places, half up, before the ranks are given."
    )


def test_pass_marks_stand_with_their_words():
    marked = EditCriterion(
        criterion="neutrality",
        label="Trust",
        question="",
        weight=30,
        levels={1: "Nobody", 3: "Half", 5: "All"},
        pass_mark=3,
    ).on(SMALL)

    assert words.pass_marks(view(marked)) == [
        {"Criterion": "Price", "Pass mark": "none yet", "In words": "–"},
        {"Criterion": "Trust", "Pass mark": "3", "In words": "Half"},
    ]


def test_every_act_of_sealing_stands_in_the_list_of_versions():
    again = SealRules(**ACT).on(OPENED)

    rows = words.versions(view(again))

    assert [(row["When"], row["Version"], row["Who"]) for row in rows] == [
        ("1 February 2027", "1", "Ada Ames"),
        ("2 February 2027", "1", "Ada and Bo"),
        ("1 February 2027", "2", "Ada Ames"),
    ]


@pytest.mark.parametrize("example", [one.id for one in examples()])
def test_every_example_has_an_answer(example):
    shown = view(example_bundle(example))

    assert words.answer(shown)
    assert shown.table.rows
