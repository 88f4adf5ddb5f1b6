"""Changes to the rule sheet: each is valid or refused with a reason, nothing else moves, and a
sealed sheet stays as it is.
"""

from decimal import Decimal

import pytest

from cidesign.acts import Act
from cidesign.acts.add_own_criterion import AddOwnCriterion
from cidesign.acts.add_usual_criterion import AddUsualCriterion
from cidesign.acts.begin_rules import BeginRules
from cidesign.acts.choose_mode import ChooseMode
from cidesign.acts.edit_criterion import EditCriterion
from cidesign.acts.explain_sole_source import ExplainSoleSource
from cidesign.acts.remove_criterion import RemoveCriterion
from cidesign.acts.rule_sheet import (
    first_rules,
    is_fitness_check,
    mode_of,
    part_of_leadership,
    usual_criterion,
)
from cidesign.acts.set_rule import SetRule
from cidesign.acts.set_weights import SetWeights
from cidesign.acts.use_usual_pass_marks import UseUsualPassMarks
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.record import document, read_files
from cidesign.value import rank

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
    "pass_mark": "",
}


def workshop(rules: bytes | None = RULES, **tables: bytes):
    files = {f"{name}.csv": content for name, content in tables.items()}
    return read_files(
        {"workshop.yaml": b"name: Ours\n", **({"rules.yaml": rules} if rules else {}), **files}
    )


def test_the_way_of_choosing_stands_in_rules_and_structure():
    after = ChooseMode(mode="semi_open").on(workshop())

    assert (
        after.rules.mode,
        after.structure.decision.selection_mode,
        mode_of(after),
    ) == ("semi_open",) * 3


def test_without_rules_the_way_is_kept_and_goes_into_the_first_sheet():
    chosen = ChooseMode(mode="closed").on(workshop(None))

    after = BeginRules(sheet=first_rules(load())).on(chosen)

    assert mode_of(chosen) == after.rules.mode == "closed"
    assert [one.id for one in after.rules.criteria] == [one.id for one in load().criteria]


def test_a_sheet_that_is_there_is_not_begun_again():
    before = workshop()

    assert BeginRules(sheet=first_rules(load())).on(before) is before


def test_a_criterion_is_edited_in_all_its_parts():
    after = EditCriterion(
        criterion="trust",
        label=" Trusted  by all ",
        question="",
        weight=Decimal("62.5"),
        levels={Decimal(1): "None", Decimal(3): "Half", Decimal(5): " "},
        pass_mark=2,
    ).on(workshop())

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
        ("trust", {"pass_mark": "6"}, "Pass mark"),
        ("price", {"pass_mark": "99"}, "Pass mark"),
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
        EditCriterion(criterion=id, **{**EDIT, **change}).on(workshop())

    assert [problem.where for problem in refused.value.problems] == [where]


def test_a_pass_mark_can_be_taken_back():
    marked = UseUsualPassMarks().on(workshop())

    assert (
        EditCriterion(criterion="trust", **EDIT).on(marked).rules.criterion("trust").pass_mark
        is None
    )


def test_usual_pass_marks_are_the_middle_of_each_scale_and_keep_what_is_set():
    own = EditCriterion(criterion="trust", **{**EDIT, "pass_mark": "4"}).on(workshop())

    assert [one.pass_mark for one in UseUsualPassMarks().on(workshop()).rules.criteria] == [3, 500]
    assert [one.pass_mark for one in UseUsualPassMarks().on(own).rules.criteria] == [
        4,
        500,
    ]


def test_a_usual_criterion_comes_with_words_for_every_level():
    entry = load().criteria[0]

    after = AddUsualCriterion(criterion=usual_criterion(entry)).on(workshop())

    added = after.rules.criteria[-1]
    assert (added.id, added.weight, len(added.scale.levels)) == (entry.id, entry.weight.value, 5)


def test_a_part_of_leadership_is_a_criterion_that_moves_the_points():
    entry = load().entry("capabilities", "leader_mediates")
    before = workshop(RULES.replace(b"calculated: true, ", b""))

    after = AddUsualCriterion(criterion=part_of_leadership(entry)).on(before)

    added = after.rules.criteria[-1]
    assert (added.name, added.weight) == ("Leadership: Settles conflicts", 4)
    assert added.scale.levels[1] == (
        "Takes sides or runs. Conflicts grow, or are passed on to others."
    )
    sheet = RemoveCriterion(criterion="price").on(after)
    assert [_points_with(sheet, level) for level in (1, 3, 5)] == [60, 62, 64]


def _points_with(sheet, level: int):
    """The points of one candidate at the top on trust, and at a level on settling conflicts."""
    given = f"rater,candidate,criterion,score\nada,elm,trust,5\nada,elm,leader_mediates,{level}\n"
    scored = read_files({**sheet.files, "scores.csv": given.encode()})
    return rank(scored.rules, scored.scores).standings[0].points


def test_own_criteria_get_ids_of_their_own():
    once = AddOwnCriterion(label="Trust!").on(workshop())
    twice = AddOwnCriterion(label="¿¡").on(once)

    assert [(one.id, one.label) for one in twice.rules.criteria[2:]] == [
        ("trust_2", "Trust!"),
        ("criterion", "¿¡"),
    ]


def test_a_criterion_goes_with_its_tie_rule_and_its_members_weights():
    bundle = workshop(weights=b"member,criterion,weight\nann,trust,70\nann,price,30\n")

    after = RemoveCriterion(criterion="price").on(bundle)

    assert [one.id for one in after.rules.criteria] == ["trust"]
    assert after.rules.ties == ("lot",)
    assert [row.criterion for row in after.weights] == ["trust"]


def test_the_only_and_a_scored_criterion_stay():
    alone = RemoveCriterion(criterion="price").on(workshop())
    scored = workshop(scores=b"rater,candidate,criterion,score\nann,x,trust,4\n")

    with pytest.raises(BadInput, match="no criterion"):
        RemoveCriterion(criterion="trust").on(alone)
    with pytest.raises(BadInput, match="it has scores"):
        RemoveCriterion(criterion="trust").on(scored)


@pytest.mark.parametrize(
    ("key", "value"), [("quorum", 0), ("aggregation", "loudest"), ("ties", ["lot", "shared"])]
)
def test_a_setting_no_sheet_knows_is_refused(key, value):
    with pytest.raises(BadInput, match=rf"rules.yaml: {key}"):
        SetRule(key=key, value=value).on(workshop())


def test_a_setting_is_kept():
    assert SetRule(key="quorum", value=5).on(workshop()).rules.quorum == 5


@pytest.mark.parametrize(
    "act",
    [
        ChooseMode(mode="open"),
        EditCriterion(criterion="trust", **EDIT),
        AddUsualCriterion(criterion=usual_criterion(load().criteria[0])),
        AddOwnCriterion(label="Other"),
        RemoveCriterion(criterion="price"),
        SetRule(key="quorum", value=2),
        SetWeights(weights={"trust": 50}),
        UseUsualPassMarks(),
    ],
)
def test_a_sealed_sheet_refuses_every_change(act: Act):
    with pytest.raises(BadInput, match="it is sealed; open a new version"):
        act.on(workshop(SEALED))


@pytest.mark.parametrize(
    "act",
    [
        EditCriterion(criterion="trust", **EDIT),
        AddOwnCriterion(label="Other"),
        RemoveCriterion(criterion="price"),
        SetRule(key="quorum", value=2),
        SetWeights(weights={"trust": 50}),
        UseUsualPassMarks(),
    ],
)
def test_without_a_sheet_there_is_nothing_to_change(act: Act):
    with pytest.raises(BadInput, match="Rule sheet: there is none yet; begin with"):
        act.on(workshop(None))


@pytest.mark.parametrize(
    "act",
    [
        EditCriterion(criterion="looks", **EDIT),
        RemoveCriterion(criterion="looks"),
        SetWeights(weights={"trust": 50, "looks": 50}),
    ],
)
def test_a_criterion_that_somebody_removed_meanwhile_is_named(act: Act):
    with pytest.raises(BadInput, match='"looks" is no criterion of the rule sheet'):
        act.on(workshop())


@pytest.mark.parametrize("weight", ["NaN", "sNaN", "Infinity"])
def test_a_forged_weight_that_is_no_number_is_refused(weight):
    for act in (
        EditCriterion(criterion="trust", **{**EDIT, "weight": Decimal(weight)}),
        SetWeights(weights={"trust": Decimal(weight)}),
    ):
        with pytest.raises(BadInput, match=r"rules\.yaml: criteria"):
            act.on(workshop())


@pytest.mark.parametrize("mark", ["three", "3,5"])
def test_a_pass_mark_that_is_no_number_is_told_with_everything_else(mark):
    with pytest.raises(BadInput) as refused:
        EditCriterion(criterion="trust", **{**EDIT, "label": "", "pass_mark": mark}).on(workshop())

    assert [one.where for one in refused.value.problems] == ["Name of the criterion", "Pass mark"]


def test_one_candidate_or_a_closed_choice_is_a_fitness_check():
    assert is_fitness_check(ChooseMode(mode="closed").on(workshop()))
    assert is_fitness_check(workshop(candidates=b"id,name,price\nx,X,300\n"))
    assert not is_fitness_check(workshop())


def test_the_reason_for_asking_only_one_is_kept_and_can_be_taken_back():
    told = ExplainSoleSource(reason=" Nobody else. ").on(workshop())

    assert told.workshop.sole_source == "Nobody else."
    assert ExplainSoleSource(reason="").on(told).workshop.sole_source == ""
