"""Everything people do before the first round: it is told in one sentence, and made again from the
ledger it gives the same files, letter for letter, whatever language is spoken.
"""

from decimal import Decimal

import pytest

from cidesign.acts import Act, Shared, act_kind
from cidesign.acts.add_member import AddMember
from cidesign.acts.add_members import AddMembers, Joining
from cidesign.acts.add_own_criterion import AddOwnCriterion
from cidesign.acts.add_usual_criterion import AddUsualCriterion
from cidesign.acts.answer_backbone import AnswerBackbone
from cidesign.acts.answer_check import AnswerCheck
from cidesign.acts.answer_driver import AnswerDriver
from cidesign.acts.before_sealing import lateness
from cidesign.acts.begin_rules import BeginRules
from cidesign.acts.choose_mode import ChooseMode
from cidesign.acts.choose_structure import ChooseStructure
from cidesign.acts.choose_variant import ChooseVariant
from cidesign.acts.count_in_plan import CountInPlan
from cidesign.acts.edit_criterion import EditCriterion
from cidesign.acts.explain_sole_source import ExplainSoleSource
from cidesign.acts.give_function import GiveFunction
from cidesign.acts.lend_post import LendPost
from cidesign.acts.open_rules import opening
from cidesign.acts.plan_weeks import PlanWeeks
from cidesign.acts.remove_criterion import RemoveCriterion
from cidesign.acts.remove_member import RemoveMember
from cidesign.acts.rename_member import RenameMember
from cidesign.acts.rule_sheet import first_rules, usual_criterion
from cidesign.acts.seal_rules import SealRules
from cidesign.acts.seat_member import SeatMember
from cidesign.acts.set_first_day import SetFirstDay
from cidesign.acts.set_rule import SetRule
from cidesign.acts.set_weights import SetWeights
from cidesign.acts.settle_question import SettleQuestion
from cidesign.acts.use_usual_pass_marks import UseUsualPassMarks
from cidesign.acts.written import read_back, written
from cidesign.catalog import load
from cidesign.record import read_files
from cidesign.record.ledger import as_json, from_json
from cidesign.text import speaking
from tests.text.visible import Pretended

CATALOG = load()
RULES = b"""
mode: open
criteria:
- {id: trust, label: Trust, weight: 60, scale: {worst: 1, best: 5, step: 1, levels: {1: Nobody, 5: All}}}
- {id: price, label: Price, weight: 40, calculated: true, scale: {worst: 900, best: 100}}
"""
FILES = {
    "workshop.yaml": b"name: Ours\nmembers: [{id: ana, name: Ana Reyes, seat: city}, {id: bo}]\n",
    "candidates.csv": b"id,name,price\noak,Oak House,300\nelm,Elm Fund,200\n",
    "applications/oak/answers.txt": b"We would.",
}
BARE = read_files(FILES)
READY = read_files({**FILES, "rules.yaml": RULES})
LATE = lateness(READY)
SEALING = SealRules(
    what="An open call.", by="Ada", at="2027-02-01T12:00:00", because="It is fair.", late=LATE
)
SEALED = SEALING.on(READY)
OPENING = opening(
    SEALED, reason="One was forgotten.", first="Ada", second="Bo", at="2027-02-02T12:00:00"
)

DONE = [
    (AnswerBackbone(answer="yes"), BARE, "an organization does a backbone's work here already"),
    (AnswerCheck(check="common_agenda", answer=3, called="Common agenda"), BARE, "3 of 4: Common"),
    (AnswerCheck(check="common_agenda", answer=None), BARE, "took back an answer: common_agenda"),
    (AddMember(name="Chi  Tran", seat="city"), BARE, "added Chi Tran to the committee"),
    (AddMembers(members=(Joining(name="Chi"), Joining(name="Di"))), BARE, "two members to the com"),
    (RenameMember(member="bo", name="Bo Lind"), BARE, "wrote a member's name: Bo Lind"),
    (SeatMember(member="ana", seat="residents"), BARE, "whom Ana Reyes sits there for: residents"),
    (SeatMember(member="ana", seat=""), BARE, "took back whom Ana Reyes sits there for"),
    (RemoveMember(member="ana", called="Ana Reyes"), BARE, "took Ana Reyes off the committee"),
    (AnswerDriver(driver="funding", answer=2, called="Money"), BARE, "answered 2 of 4: Money"),
    (AnswerDriver(driver="funding", answer=None), BARE, "took back an answer: funding"),
    (SettleQuestion(key="place", answer="Above a shop.", called="Where"), BARE, "Where: Above a"),
    (SettleQuestion(key="place", answer="", called="Where"), BARE, "took back an answer: Where"),
    (ChooseVariant(variant="loaned", called="On loan"), BARE, "is arranged: On loan"),
    (ChooseVariant(variant=""), BARE, "took back how the structure is arranged"),
    (GiveFunction(function="policy", host="oak", called="Policy"), BARE, "to Oak House: Policy"),
    (GiveFunction(function="policy", host="oak", hours=Decimal("8.0")), BARE, "Oak House: policy"),
    (
        ChooseVariant(variant="fiscally_sponsored", sets={"fee_rate": Decimal("0.10")}),
        BARE,
        "is arranged: fiscally_sponsored",
    ),
    (
        CountInPlan(of="team", key="fee_rate", value=Decimal("0.120"), called="Fee"),
        BARE,
        'counted in the plan what our structure sets: "Fee"',
    ),
    (CountInPlan(of="team", key="fee_rate", called="Fee"), BARE, "took out of the plan what our"),
    (LendPost(of="team", post="cook", called="Cook"), BARE, "took back a loan: Cook"),
    (GiveFunction(function="policy", host="", called="Policy"), BARE, "own host: Policy"),
    (
        ChooseStructure(
            of="structure",
            what="A library.",
            figures={"points": {"Library": "61.2", "Agency": "40.0"}, "chosen": "library"},
        ),
        BARE,
        "recorded a decision: A library",
    ),
    (BeginRules(sheet=first_rules(CATALOG)), BARE, "began a rule sheet with the usual criteria"),
    (ChooseMode(mode="closed", called="Closed selection"), READY, "may apply: Closed selection"),
    (PlanWeeks(part="rules", weeks=Decimal("1.0"), usual=2, called="Rules"), BARE, "1 week for:"),
    (PlanWeeks(part="rules", weeks=Decimal("2.50"), usual=2), BARE, "planned 2.5 weeks for: rules"),
    (SetFirstDay(first="2027-02-01"), BARE, "day of the selection: 1 February 2027"),
    (SetFirstDay(first=""), BARE, "took back the first day of the selection"),
    (
        EditCriterion(
            criterion="trust",
            label="Trusted",
            question="By whom",
            weight=Decimal("62.50"),
            levels={Decimal(1): "Nobody", Decimal("3.0"): "Half"},
            pass_mark=2,
        ),
        READY,
        "changed the criterion Trusted, weight 62.5",
    ),
    (
        AddUsualCriterion(criterion=usual_criterion(CATALOG.criteria[0])),
        READY,
        f"added the criterion {CATALOG.criteria[0].short}",
    ),
    (AddOwnCriterion(label=" Near the  bus"), READY, "added the criterion Near the bus"),
    (RemoveCriterion(criterion="price"), READY, "removed the criterion Price"),
    (SetRule(key="ties", value=("lot",), called="Equal points: a lot."), READY, "points: a lot"),
    (SetWeights(weights={"trust": 70, "price": 30}), READY, "weights: Trust 70 and Price 30"),
    (UseUsualPassMarks(), READY, "set missing pass marks to the middle of each scale"),
    (ExplainSoleSource(reason="Nobody else. "), BARE, "why only one was asked: Nobody else"),
    (ExplainSoleSource(reason=""), BARE, "took back why only one was asked"),
    (SEALING, READY, "sealed the rules: An open call"),
    (OPENING, SEALED, "opened the rules for a new version: One was forgotten"),
]
KINDS = tuple(dict.fromkeys(type(act) for act, _, _ in DONE))


def through_the_ledger(act: Act) -> Act:
    pieces = written(act, {})
    value, held = (from_json(as_json(one)) for one in (pieces.value, pieces.held))
    return read_back(act_kind(act.kind), value, held, pieces.files)


@pytest.mark.parametrize(("act", "record", "says"), DONE)
def test_what_was_done_is_told_in_one_sentence_without_a_full_stop(act, record, says):
    told = act.told("Ana Reyes", record)

    assert told.startswith("Ana Reyes ")
    assert says in told
    assert not told.endswith(".")


@pytest.mark.parametrize(("act", "record", "says"), DONE)
def test_made_again_from_the_ledger_it_gives_the_same_files_in_any_language(act, record, says):
    after = act.on(record)

    with speaking(Pretended()):
        again = through_the_ledger(act).on(record)

    assert dict(again.files) == dict(after.files)


@pytest.mark.parametrize(("act", "record", "says"), DONE)
def test_somebody_elses_change_of_its_document_would_be_in_its_way(act, record, says):
    after = act.on(record)

    differ = {
        path
        for path in {*record.files, *after.files}
        if record.files.get(path) != after.files.get(path)
    }
    assert isinstance(act, Shared)
    assert not differ or act.document in differ


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_a_kind_bears_the_name_of_its_file(kind):
    assert kind.__module__ == f"cidesign.acts.{kind.kind}"


def test_who_sits_on_the_committee_stands_in_no_public_ledger():
    for act in (
        AddMember(name="Chi Tran"),
        AddMembers(members=(Joining(name="Chi Tran", seat="city", line=1),)),
        RenameMember(member="bo", name="Bo Lind"),
        SeatMember(member="bo", seat="residents"),
        RemoveMember(member="bo", called="Bo Lind"),
    ):
        assert set(written(act, {}).value) <= {"seat"}


def test_sealing_and_opening_the_rules_are_never_offered_for_undo():
    assert not SEALING.undoable
    assert not OPENING.undoable
    assert all(act.undoable for act, _, _ in DONE if act not in (SEALING, OPENING))


def test_the_record_of_a_late_seal_says_what_the_committee_was_told():
    assert LATE == "1 file of an application was here before the seal."
    assert SEALED.decisions.latest("process").figures["late"] == LATE
