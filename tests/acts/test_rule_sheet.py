"""Changes to the rule sheet: each is valid or refused with a reason, nothing else moves, and a
sealed sheet stays as it is.
"""

from decimal import Decimal

import pytest

from cidesign.acts import rule_sheet
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.record import document, read_files

RULES = b"""
criteria:
- {id: trust, label: Trust, question: Who trusts them, weight: 60, scale: {worst: 1, best: 5, step: 1, levels: {1: Nobody, 5: All}}}
- {id: price, label: Price, weight: 40, calculated: true, scale: {worst: 900, best: 100}}
ties: ["criterion:price", lot]
"""
SEALED = RULES + b"seal: {version: 1, at: '2027-01-01', by: Ada, sha256: x}\n"
EDIT = {
    "label": "Trust",
    "question": "Who trusts them",
    "weight": Decimal(60),
    "levels": {},
    "pass_mark": None,
}


def workshop(rules: bytes | None = RULES, **tables: bytes):
    files = {f"{name}.csv": content for name, content in tables.items()}
    return read_files(
        {"workshop.yaml": b"name: Ours\n", **({"rules.yaml": rules} if rules else {}), **files}
    )


def test_the_way_of_choosing_stands_in_rules_and_structure():
    after = rule_sheet.with_mode(workshop(), "semi_open")

    assert (
        after.rules.mode,
        after.structure.decision.selection_mode,
        rule_sheet.mode_of(after),
    ) == ("semi_open",) * 3


def test_without_rules_the_way_is_kept_and_goes_into_the_first_sheet():
    chosen = rule_sheet.with_mode(workshop(None), "closed")

    after = rule_sheet.begun(chosen, load())

    assert rule_sheet.mode_of(chosen) == after.rules.mode == "closed"
    assert [one.id for one in after.rules.criteria] == [one.id for one in load().criteria]


def test_a_sheet_that_is_there_is_not_begun_again():
    before = workshop()

    assert rule_sheet.begun(before, load()) is before


def test_a_criterion_is_edited_in_all_its_parts():
    after = rule_sheet.with_criterion(
        workshop(),
        "trust",
        label=" Trusted  by all ",
        question="",
        weight=Decimal("62.5"),
        levels={Decimal(1): "None", Decimal(3): "Half", Decimal(5): " "},
        pass_mark=Decimal(2),
    )

    trust = after.rules.criterion("trust")
    assert (trust.label, trust.question, trust.weight, trust.pass_mark) == (
        "Trusted by all",
        "",
        Decimal("62.5"),
        2,
    )
    assert trust.scale.levels == {1: "None", 3: "Half"}
    assert (
        document(after, "rules.yaml")["criteria"][1]
        == document(workshop(), "rules.yaml")["criteria"][1]
    )


@pytest.mark.parametrize(
    ("id", "change", "where"),
    [
        ("trust", {"label": " "}, "Name of the criterion"),
        ("trust", {"pass_mark": Decimal(6)}, "Pass mark"),
        ("price", {"pass_mark": Decimal(99)}, "Pass mark"),
        ("trust", {"weight": Decimal(-1)}, "rules.yaml: criteria[0] (trust).weight"),
        (
            "trust",
            {"levels": {Decimal(9): "Off"}},
            "rules.yaml: criteria[0] (trust).scale.levels.9",
        ),
    ],
)
def test_what_no_sheet_can_hold_is_refused(id, change, where):
    with pytest.raises(BadInput) as refused:
        rule_sheet.with_criterion(workshop(), id, **{**EDIT, **change})

    assert [problem.where for problem in refused.value.problems] == [where]


def test_a_pass_mark_can_be_taken_back():
    marked = rule_sheet.with_usual_pass_marks(workshop())

    assert (
        rule_sheet.with_criterion(marked, "trust", **EDIT).rules.criterion("trust").pass_mark
        is None
    )


def test_usual_pass_marks_are_the_middle_of_each_scale_and_keep_what_is_set():
    own = rule_sheet.with_criterion(workshop(), "trust", **{**EDIT, "pass_mark": Decimal(4)})

    assert [
        one.pass_mark for one in rule_sheet.with_usual_pass_marks(workshop()).rules.criteria
    ] == [3, 500]
    assert [one.pass_mark for one in rule_sheet.with_usual_pass_marks(own).rules.criteria] == [
        4,
        500,
    ]


def test_a_usual_criterion_comes_with_words_for_every_level():
    entry = load().criteria[0]

    after = rule_sheet.with_usual_criterion(workshop(), load(), entry.id)

    added = after.rules.criteria[-1]
    assert (added.id, added.weight, len(added.scale.levels)) == (entry.id, entry.weight.value, 5)


def test_own_criteria_get_ids_of_their_own():
    once = rule_sheet.with_own_criterion(workshop(), "Trust!")
    twice = rule_sheet.with_own_criterion(once, "¿¡")

    assert [(one.id, one.label) for one in twice.rules.criteria[2:]] == [
        ("trust_2", "Trust!"),
        ("criterion", "¿¡"),
    ]


def test_a_criterion_goes_with_its_tie_rule_and_its_members_weights():
    bundle = workshop(weights=b"member,criterion,weight\nann,trust,70\nann,price,30\n")

    after = rule_sheet.without_criterion(bundle, "price")

    assert [one.id for one in after.rules.criteria] == ["trust"]
    assert after.rules.ties == ("lot",)
    assert [row.criterion for row in after.weights] == ["trust"]


def test_the_only_and_a_scored_criterion_stay():
    alone = rule_sheet.without_criterion(workshop(), "price")
    scored = workshop(scores=b"rater,candidate,criterion,score\nann,x,trust,4\n")

    with pytest.raises(BadInput, match="no criterion"):
        rule_sheet.without_criterion(alone, "trust")
    with pytest.raises(BadInput, match="it has scores"):
        rule_sheet.without_criterion(scored, "trust")


@pytest.mark.parametrize(
    ("key", "value"), [("quorum", 0), ("aggregation", "loudest"), ("ties", ["lot", "shared"])]
)
def test_a_setting_no_sheet_knows_is_refused(key, value):
    with pytest.raises(BadInput, match=rf"rules.yaml: {key}"):
        rule_sheet.with_setting(workshop(), key, value)


def test_a_setting_is_kept():
    assert rule_sheet.with_setting(workshop(), "quorum", 5).rules.quorum == 5


@pytest.mark.parametrize(
    "edit",
    [
        lambda bundle: rule_sheet.with_mode(bundle, "open"),
        lambda bundle: rule_sheet.with_criterion(bundle, "trust", **EDIT),
        lambda bundle: rule_sheet.with_usual_criterion(bundle, load(), load().criteria[0].id),
        lambda bundle: rule_sheet.with_own_criterion(bundle, "Other"),
        lambda bundle: rule_sheet.without_criterion(bundle, "price"),
        lambda bundle: rule_sheet.with_setting(bundle, "quorum", 2),
        lambda bundle: rule_sheet.with_weights(bundle, {"trust": 50}),
        lambda bundle: rule_sheet.with_usual_pass_marks(bundle),
    ],
)
def test_a_sealed_sheet_refuses_every_change(edit):
    with pytest.raises(BadInput, match="it is sealed; open a new version"):
        edit(workshop(SEALED))


def test_one_candidate_or_a_closed_choice_is_a_fitness_check():
    assert rule_sheet.is_fitness_check(rule_sheet.with_mode(workshop(), "closed"))
    assert rule_sheet.is_fitness_check(workshop(candidates=b"id,name,price\nx,X,300\n"))
    assert not rule_sheet.is_fitness_check(workshop())


def test_the_reason_for_asking_only_one_is_kept_and_can_be_taken_back():
    told = rule_sheet.with_sole_source(workshop(), " Nobody else. ")

    assert told.workshop.sole_source == "Nobody else."
    assert rule_sheet.with_sole_source(told, "").workshop.sole_source == ""
