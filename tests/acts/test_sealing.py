"""Sealing: what is missing is named, a seal fixes the sheet, and a new version takes a reason and
two different people.
"""

import pytest

from cidesign.acts import Act
from cidesign.acts.before_sealing import lateness
from cidesign.acts.open_rules import opening
from cidesign.acts.seal import is_sealed, marks, opening_of, seal_of, versions
from cidesign.acts.seal_rules import SealRules
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Bundle
from cidesign.memo.seal import beside, warnings
from cidesign.record import changed, document, fingerprint, read_files

# The worked case of the contract: this sheet has this fingerprint.
SHEET = """
criteria:
- {id: a, label: Zoë’s criterion, weight: 18.0, scale: {worst: 1, best: 5, step: 0.5}}
aggregation: mean
missing: refuse
rounding: none
ties: [shared]
"""
SHA = "3487f9bc38b43dfa56aad94dd5011ae4104c44e7ca4237079177e22560c5574e"
READY = """
mode: open
criteria:
- {id: trust, label: Trust, weight: 60, scale: {worst: 1, best: 5, step: 1, levels: {1: Nobody does, 5: All do}}}
- {id: price, label: Price, weight: 40, calculated: true, scale: {worst: 900, best: 100}}
"""
NOON = "2027-02-01T12:00:00-05:00"
ACT = {"what": "An open call.", "by": "Ada Ames", "at": NOON, "because": "It is fair."}


def workshop(rules: str = READY, **files: bytes):
    named = {
        name.replace("__", "/").replace("_dot_", "."): content for name, content in files.items()
    }
    return read_files(
        {
            "workshop.yaml": b"name: Ours\n",
            **({"rules.yaml": rules.encode()} if rules else {}),
            **named,
        }
    )


def sealed(bundle: Bundle, **said: str) -> Bundle:
    return SealRules(**said).on(bundle)


def opened(bundle: Bundle, **said: str) -> Bundle:
    return opening(bundle, **said).on(bundle)


def what_is_missing(act: Act, bundle: Bundle) -> list[str]:
    with pytest.raises(BadInput) as refused:
        act.on(bundle)
    return [problem.where for problem in refused.value.problems]


def test_the_contracts_worked_case_bears_its_fingerprint():
    bundle = workshop(SHEET + f"seal: {{version: 1, at: {NOON}, by: Ada, sha256: {SHA}}}\n")

    seal = seal_of(bundle)

    assert (seal.sha256, seal.broken, seal.short) == (SHA, "", "3487 f9bc 38b4 3dfa")


def test_a_sheet_that_was_changed_behind_its_seal_is_told():
    bundle = workshop(
        SHEET.replace("18.0", "19") + f"seal: {{version: 1, at: {NOON}, by: Ada, sha256: {SHA}}}\n"
    )

    assert "was changed after it was sealed" in seal_of(bundle).broken


def test_sealing_writes_the_four_keys_and_moves_a_draft_on():
    after = sealed(workshop(), **ACT)

    seal = document(after, "rules.yaml")["seal"]
    assert seal == {
        "version": 1,
        "at": NOON,
        "by": "Ada Ames",
        "sha256": fingerprint(document(workshop(), "rules.yaml")),
    }
    assert (after.workshop.stage.id, after.structure.decision.selection_mode) == ("sealed", "open")
    assert seal_of(after).broken == ""


def test_sealing_leaves_one_record_with_its_figures():
    after = sealed(workshop(), **ACT, agreed="All five", dissent="None")

    records = [one for one in after.decisions.decisions if one.page == "process"]
    assert [(one.what, one.because, one.agreed, one.by) for one in records] == [
        ("An open call.", "It is fair.", "All five", "Ada Ames")
    ]
    assert records[0].figures == {
        "version": 1,
        "fingerprint": seal_of(after).short,
        "mode": "open",
        "criteria": 2,
    }


def test_the_bundle_that_is_sealed_stays_as_it_was():
    before = workshop()

    sealed(before, **ACT)

    assert before.rules.seal is None


@pytest.mark.parametrize("stage", ["scoring", "scored", "final"])
def test_sealing_never_moves_a_later_stage_back(stage):
    before = changed(workshop(), "workshop.yaml", {("stage",): stage})

    assert sealed(before, **ACT).workshop.stage.id == stage


def test_no_name_and_no_reason_are_named_together():
    assert what_is_missing(SealRules(**{**ACT, "by": " ", "because": ""}), workshop()) == [
        "Sealed by",
        "Because",
    ]


def test_without_rules_nothing_can_be_sealed():
    assert what_is_missing(SealRules(**ACT), workshop("")) == ["Rule sheet"]


def test_a_way_of_choosing_and_words_for_both_ends_are_needed():
    bare = READY.replace("mode: open", "").replace(", 5: All do", "")

    assert what_is_missing(SealRules(**ACT), workshop(bare)) == ["Way of choosing", "Trust"]


def test_where_only_one_is_asked_pass_marks_and_a_reason_are_needed():
    closed = READY.replace("mode: open", "mode: closed")
    marked = closed.replace("weight: 60,", "weight: 60, pass_mark: 3,").replace(
        "weight: 40,", "weight: 40, pass_mark: 500,"
    )

    assert what_is_missing(SealRules(**ACT), workshop(closed)) == [
        "Pass marks",
        "Why only one is asked",
    ]
    reasoned = changed(
        workshop(marked), "workshop.yaml", {("sole_source",): "Nobody else has staff here."}
    )
    assert is_sealed(sealed(reasoned, **ACT))


def test_a_sealed_sheet_is_not_sealed_twice():
    assert what_is_missing(SealRules(**ACT), sealed(workshop(), **ACT)) == ["Rule sheet"]


def test_a_seal_after_the_first_score_is_late_and_marked():
    scored = workshop(
        scores_dot_csv=b"rater,candidate,criterion,score\nann,x,trust,4\nann,y,trust,\n"
    )

    assert what_is_missing(SealRules(**ACT), scored) == ["Late seal"]
    seal = seal_of(sealed(scored, **ACT, late=lateness(scored)))
    assert seal.late == "1 score was given before the seal."


def test_a_seal_after_the_first_application_is_late():
    assert (
        lateness(workshop(applications__x__answers_dot_txt=b"We would."))
        == "1 file of an application was here before the seal."
    )
    assert lateness(workshop()) == ""


CHANGE = {
    "reason": "A criterion was forgotten.",
    "first": "Ada Ames",
    "second": "Bo Berg",
    "at": NOON,
}


def test_a_new_version_keeps_the_old_seal_on_record():
    first = sealed(workshop(), **ACT)
    old = seal_of(first).short

    between = opened(first, **CHANGE)
    changed_rules = changed(between, "rules.yaml", {("criteria", 0, "weight"): 70})
    second = sealed(changed_rules, **ACT)

    assert (between.rules.seal, between.workshop.stage.id, second.workshop.stage.id) == (
        None,
        "draft",
        "sealed",
    )
    seal = seal_of(second)
    assert (seal.version, seal.reason, seal.broken) == (2, "A criterion was forgotten.", "")
    assert second.decisions.latest("process").figures["replaced"] == old
    assert [one.figures["version"] for one in versions(second)] == [1, 1, 2]
    assert opening_of(between).by == "Ada Ames and Bo Berg"
    assert opening_of(second) is None


def test_a_later_version_and_a_late_seal_are_told_beside_every_result():
    first = sealed(workshop(), **ACT)
    again = sealed(opened(first, **CHANGE), **ACT)
    scored = workshop(scores_dot_csv=b"rater,candidate,criterion,score\nann,x,trust,4\n")
    late = sealed(scored, **ACT, late=lateness(scored))

    assert marks(workshop()) == marks(first) == []
    assert marks(again) == ["The rules are version 2: A criterion was forgotten."]
    assert marks(late) == ["The rules were sealed late: 1 score was given before the seal."]


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"reason": ""}, ["Why the rules must change"]),
        ({"first": ""}, ["First facilitator"]),
        ({"second": "ada  ames"}, ["Second facilitator"]),
        ({"second": ""}, ["Second facilitator"]),
        ({"second": "Ames, Ada"}, ["Second facilitator"]),
        ({"second": "Ada\u200b Ames."}, ["Second facilitator"]),
        ({"first": "Zoé Ames", "second": "ZOE\u0301 AMES"}, ["Second facilitator"]),
    ],
)
def test_a_new_version_needs_a_reason_and_two_different_people(change, missing):
    first = sealed(workshop(), **ACT)

    assert what_is_missing(opening(first, **{**CHANGE, **change}), first) == missing


def test_a_final_selection_keeps_its_rules():
    final = changed(sealed(workshop(), **ACT), "workshop.yaml", {("stage",): "final"})

    assert what_is_missing(opening(final, **CHANGE), final) == ["Rule sheet"]


def test_rules_that_are_not_sealed_need_no_opening():
    assert what_is_missing(opening(workshop(), **CHANGE), workshop()) == ["Rule sheet"]


def test_a_seal_that_was_cut_out_of_the_file_is_noticed():
    first = sealed(workshop(), **ACT)
    cut = changed(first, "rules.yaml", {("seal",): None})

    assert what_is_missing(SealRules(**ACT), cut) == ["Rule sheet"]
    again = sealed(opened(cut, **CHANGE), **ACT)
    assert seal_of(again).version == 2


def test_a_forged_seal_a_cut_one_and_an_open_version_are_told_beside_every_result():
    first = sealed(workshop(), **ACT)
    between = opened(first, **CHANGE)
    second = sealed(between, **ACT)
    heavier = changed(first, "rules.yaml", {("criteria", 0, "weight"): 70})
    forged = changed(
        heavier, "rules.yaml", {("seal", "sha256"): fingerprint(document(heavier, "rules.yaml"))}
    )
    older = changed(second, "rules.yaml", {("seal", "version"): 1})
    cut = changed(heavier, "rules.yaml", {("seal",): None})
    again = changed(between, "rules.yaml", {("seal",): first.rules.seal})

    assert marks(first) == []
    assert marks(second) == ["The rules are version 2: A criterion was forgotten."]
    for bundle, said in (
        (forged, "The seal is not the one on record: the record names version 1"),
        (older, "The seal is not the one on record: the record names version 2"),
        (cut, "The seal was taken out of the rules: the record names version 1"),
        (
            between,
            "Version 1 of the rules was opened and is not sealed again: A criterion was forgotten.",
        ),
        (again, "The rules bear a seal that is not on record: version 1 was opened"),
    ):
        assert marks(bundle)[-1].startswith(said)
        assert beside(bundle)[-1].startswith(said)
        assert any("contradict each other" in line.plain for line in warnings(bundle))
    assert seal_of(forged).broken.startswith("The seal is not the one on record")


def test_a_forged_version_is_never_numbered_twice():
    second = sealed(opened(sealed(workshop(), **ACT), **CHANGE), **ACT)
    older = changed(second, "rules.yaml", {("seal", "version"): 1})

    third = sealed(opened(older, **CHANGE), **ACT)

    assert seal_of(third).version == 3


def test_an_open_round_stays_open_when_the_rules_are_opened():
    scoring = changed(sealed(workshop(), **ACT), "workshop.yaml", {("stage",): "scoring"})

    assert opened(scoring, **CHANGE).workshop.round_is_open
