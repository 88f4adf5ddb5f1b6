"""Who may do what, and when: one row for each kind of act, one column for each role, and what the
stage of the selection refuses to everybody.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from cidesign.acts.act import Act
from cidesign.acts.add_award import AddAward
from cidesign.acts.add_candidates import AddCandidates
from cidesign.acts.add_gift import AddGift
from cidesign.acts.add_member import AddMember
from cidesign.acts.add_members import AddMembers
from cidesign.acts.add_own_criterion import AddOwnCriterion
from cidesign.acts.add_partners import AddPartners
from cidesign.acts.add_phase import AddPhase
from cidesign.acts.add_post import AddPost
from cidesign.acts.add_purchase import AddPurchase
from cidesign.acts.add_usual_criterion import AddUsualCriterion
from cidesign.acts.adopt_scenario import AdoptScenario
from cidesign.acts.answer_backbone import AnswerBackbone
from cidesign.acts.answer_check import AnswerCheck
from cidesign.acts.answer_driver import AnswerDriver
from cidesign.acts.answer_practice import AnswerPractice
from cidesign.acts.begin_outlook import BeginOutlook
from cidesign.acts.begin_plan import BeginPlan
from cidesign.acts.begin_rules import BeginRules
from cidesign.acts.bring_back import BringBack
from cidesign.acts.bring_candidates import BringCandidates
from cidesign.acts.bring_groups import BringGroups
from cidesign.acts.bring_makeup import BringMakeup
from cidesign.acts.bring_measures import BringMeasures
from cidesign.acts.bring_members import BringMembers
from cidesign.acts.bring_partners import BringPartners
from cidesign.acts.bring_recusals import BringRecusals
from cidesign.acts.bring_scores import BringScores
from cidesign.acts.bring_weights import BringWeights
from cidesign.acts.change_award import ChangeAward
from cidesign.acts.change_field import ChangeField
from cidesign.acts.change_post import ChangePost
from cidesign.acts.choose_capabilities import ChooseCapabilities
from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.acts.choose_mode import ChooseMode
from cidesign.acts.choose_structure import ChooseStructure
from cidesign.acts.choose_variant import ChooseVariant
from cidesign.acts.close_round import CloseRound
from cidesign.acts.come_back import ComeBack
from cidesign.acts.count_in_plan import CountInPlan
from cidesign.acts.decide import Decide
from cidesign.acts.decide_way import DecideWay
from cidesign.acts.declare import Declare
from cidesign.acts.delete_scenario import DeleteScenario
from cidesign.acts.edit_criterion import EditCriterion
from cidesign.acts.explain_sole_source import ExplainSoleSource
from cidesign.acts.give_function import GiveFunction
from cidesign.acts.give_score import GiveScore
from cidesign.acts.hold_rehearsal import HoldRehearsal
from cidesign.acts.keep_answer import KeepAnswer
from cidesign.acts.keep_heard import KeepHeard
from cidesign.acts.lend_post import LendPost
from cidesign.acts.lock_scenario import LockScenario
from cidesign.acts.mend_plan import MendPlan
from cidesign.acts.move_scores import MoveScores
from cidesign.acts.open_round import OpenRound
from cidesign.acts.open_rules import OpenRules
from cidesign.acts.open_workshop import OpenWorkshop
from cidesign.acts.plan_weeks import PlanWeeks
from cidesign.acts.put_member_back import PutMemberBack
from cidesign.acts.put_right import after_a_close
from cidesign.acts.remove_award import RemoveAward
from cidesign.acts.remove_backbone import RemoveBackbone
from cidesign.acts.remove_candidate import RemoveCandidate
from cidesign.acts.remove_criterion import RemoveCriterion
from cidesign.acts.remove_gift import RemoveGift
from cidesign.acts.remove_group import RemoveGroup
from cidesign.acts.remove_heard import RemoveHeard
from cidesign.acts.remove_measure import RemoveMeasure
from cidesign.acts.remove_member import RemoveMember
from cidesign.acts.remove_partner import RemovePartner
from cidesign.acts.remove_pathway_entry import RemovePathwayEntry
from cidesign.acts.remove_people_group import RemovePeopleGroup
from cidesign.acts.remove_post import RemovePost
from cidesign.acts.remove_purchase import RemovePurchase
from cidesign.acts.rename_member import RenameMember
from cidesign.acts.save_backbone import SaveBackbone
from cidesign.acts.save_candidate import SaveCandidate
from cidesign.acts.save_group import SaveGroup
from cidesign.acts.save_measure import SaveMeasure
from cidesign.acts.save_partner import SavePartner
from cidesign.acts.save_pathway_entry import SavePathwayEntry
from cidesign.acts.save_people_group import SavePeopleGroup
from cidesign.acts.save_scenario import SaveScenario
from cidesign.acts.seal_rules import SealRules
from cidesign.acts.seat_member import SeatMember
from cidesign.acts.set_aside_sheets import SetAsideSheets
from cidesign.acts.set_budget import SetBudget
from cidesign.acts.set_first_day import SetFirstDay
from cidesign.acts.set_keys import SetKeys
from cidesign.acts.set_phase import SetPhase
from cidesign.acts.set_rule import SetRule
from cidesign.acts.set_weights import SetWeights
from cidesign.acts.settle_director import SettleDirector
from cidesign.acts.settle_question import SettleQuestion
from cidesign.acts.step_aside import StepAside
from cidesign.acts.switch_hire_rule import SwitchHireRule
from cidesign.acts.unlock_scenario import UnlockScenario
from cidesign.acts.use_usual_pass_marks import UseUsualPassMarks
from cidesign.acts.weigh import Weigh
from cidesign.acts.write_note import WriteNote
from cidesign.acts.write_remark import WriteRemark
from cidesign.domain.person import Person, Role
from cidesign.domain.problem import Problem
from cidesign.domain.stage import Refusal, Stage
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say


class Reach(Enum):
    """How far a right goes."""

    NONE = "none"
    OWN = "own"
    ALL = "all"


Refuses = Callable[[Stage], Refusal | None]
NO_ROUND = Refusal(mark("no round is open"), mark("ask the facilitator to open one"))


def never(stage: Stage) -> Refusal | None:
    """No stage refuses it."""
    return None


def outside_a_round(stage: Stage) -> Refusal | None:
    """Refused while no round is open."""
    return None if stage.round_is_open else NO_ROUND


def reaching(**reaches: Reach) -> Mapping[Role, Reach]:
    """How far a right goes by role, of those that are named; the others have none."""
    told = {Role(name): reach for name, reach in reaches.items()}
    return MappingProxyType({role: told.get(role, Reach.NONE) for role in Role})


FACILITATING = reaching(operator=Reach.ALL, facilitator=Reach.ALL)
WRITING = reaching(operator=Reach.ALL, facilitator=Reach.ALL, scribe=Reach.ALL)
TAKING_PART = reaching(
    operator=Reach.ALL, facilitator=Reach.ALL, scribe=Reach.ALL, member=Reach.OWN
)


@dataclass(frozen=True)
class Right:
    """One row: a kind of act, how far each role's right goes, and which stages refuse it."""

    act: type[Act]
    reach: Mapping[Role, Reach]
    refuses: Refuses = never


RIGHTS: tuple[Right, ...] = (
    Right(OpenWorkshop, FACILITATING),
    Right(SetKeys, WRITING),
    Right(KeepAnswer, WRITING),
    Right(AnswerBackbone, WRITING),
    Right(AnswerCheck, WRITING),
    Right(DecideWay, WRITING),
    Right(AddMember, WRITING),
    Right(AddMembers, WRITING),
    Right(RenameMember, WRITING),
    Right(SeatMember, WRITING),
    Right(RemoveMember, WRITING),
    Right(BringMembers, FACILITATING),
    Right(SavePathwayEntry, WRITING),
    Right(RemovePathwayEntry, WRITING),
    Right(SaveBackbone, WRITING),
    Right(RemoveBackbone, WRITING),
    Right(SavePeopleGroup, WRITING),
    Right(RemovePeopleGroup, WRITING),
    Right(BringMakeup, WRITING),
    Right(AnswerPractice, WRITING),
    Right(AddPartners, WRITING),
    Right(SavePartner, WRITING),
    Right(RemovePartner, WRITING),
    Right(BringPartners, WRITING),
    Right(SaveGroup, WRITING),
    Right(RemoveGroup, WRITING),
    Right(BringGroups, WRITING),
    Right(SaveMeasure, WRITING),
    Right(RemoveMeasure, WRITING),
    Right(BringMeasures, WRITING),
    Right(AnswerDriver, WRITING),
    Right(SettleQuestion, WRITING),
    Right(ChooseVariant, WRITING),
    Right(GiveFunction, WRITING),
    Right(CountInPlan, WRITING),
    Right(LendPost, WRITING),
    Right(ChooseStructure, WRITING),
    Right(BeginRules, FACILITATING),
    Right(ChooseMode, FACILITATING),
    Right(PlanWeeks, FACILITATING),
    Right(SetFirstDay, FACILITATING),
    Right(EditCriterion, FACILITATING),
    Right(AddUsualCriterion, FACILITATING),
    Right(AddOwnCriterion, FACILITATING),
    Right(RemoveCriterion, FACILITATING),
    Right(SetRule, FACILITATING),
    Right(SetWeights, FACILITATING),
    Right(UseUsualPassMarks, FACILITATING),
    Right(ExplainSoleSource, FACILITATING),
    Right(Weigh, TAKING_PART),
    Right(BringWeights, FACILITATING),
    Right(SealRules, FACILITATING),
    Right(OpenRules, FACILITATING, lambda stage: stage.against_new_rules),
    Right(SaveCandidate, FACILITATING, lambda stage: stage.against_candidates),
    Right(AddCandidates, FACILITATING, lambda stage: stage.against_candidates),
    Right(RemoveCandidate, FACILITATING, lambda stage: stage.against_candidates),
    Right(BringCandidates, FACILITATING, lambda stage: stage.against_candidates),
    Right(KeepHeard, WRITING),
    Right(RemoveHeard, WRITING),
    Right(Declare, TAKING_PART),
    Right(StepAside, TAKING_PART, lambda stage: stage.against_recusals),
    Right(ComeBack, TAKING_PART, lambda stage: stage.against_candidates),
    Right(BringRecusals, FACILITATING, lambda stage: stage.against_recusals),
    Right(HoldRehearsal, FACILITATING, lambda stage: stage.against_a_rehearsal),
    Right(OpenRound, FACILITATING, lambda stage: stage.against_a_round),
    Right(GiveScore, TAKING_PART, outside_a_round),
    Right(WriteRemark, TAKING_PART, outside_a_round),
    Right(BringScores, FACILITATING),
    Right(SetAsideSheets, FACILITATING, outside_a_round),
    Right(MoveScores, FACILITATING, outside_a_round),
    Right(PutMemberBack, FACILITATING, after_a_close),
    Right(CloseRound, FACILITATING, outside_a_round),
    Right(WriteNote, WRITING, lambda stage: stage.against_notes),
    Right(BeginPlan, WRITING),
    Right(SetBudget, WRITING),
    Right(SetPhase, WRITING),
    Right(ChangeField, WRITING),
    Right(AddPost, WRITING),
    Right(ChangePost, WRITING),
    Right(RemovePost, WRITING),
    Right(AddPurchase, WRITING),
    Right(RemovePurchase, WRITING),
    Right(AddGift, WRITING),
    Right(RemoveGift, WRITING),
    Right(ChooseInPlan, WRITING),
    Right(MendPlan, WRITING),
    Right(SwitchHireRule, WRITING),
    Right(ChooseCapabilities, WRITING),
    Right(SettleDirector, WRITING),
    Right(SaveScenario, WRITING),
    Right(AdoptScenario, WRITING),
    Right(LockScenario, WRITING),
    Right(UnlockScenario, WRITING),
    Right(DeleteScenario, WRITING),
    Right(BeginOutlook, WRITING),
    Right(AddAward, WRITING),
    Right(ChangeAward, WRITING),
    Right(RemoveAward, WRITING),
    Right(AddPhase, WRITING),
    Right(Decide, WRITING),
    Right(BringBack, FACILITATING),
)


def right_of(kind: type[Act]) -> Right:
    """The row of a kind of act.

    Raises:
        KeyError: it has none.
    """
    for one in RIGHTS:
        if one.act is kind:
            return one
    raise KeyError(kind)


def no_right(who: Person, act: Act, workshop: str = "") -> tuple[Problem, ...]:
    """Why this person may never do this, as one problem; none where it is hers to do. ``workshop``:
    in which it is done; empty: in her own.
    """
    reach = right_of(type(act)).reach[who.role]
    own = bool(act.rater_in) and getattr(act, act.rater_in) == who.rater
    elsewhere = bool(who.workshop and workshop and who.workshop != workshop)
    if elsewhere or reach is Reach.NONE or (reach is Reach.OWN and not own):
        what = say("you have no right to do this")
        return (Problem(say("Not saved"), what, say("ask a facilitator")),)
    return ()


def refusal(who: Person, act: Act, record: Bundle) -> tuple[Problem, ...]:
    """Why this person may not do this now, as one problem; none where she may."""
    if found := no_right(who, act):
        return found
    refused = right_of(type(act)).refuses(record.workshop.stage)
    return (refused.at(say("Not saved")),) if refused else ()
