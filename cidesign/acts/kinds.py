"""All kinds of acts there are: one line for each, in the order of the walk."""

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

ACTS: tuple[type[Act], ...] = (
    OpenWorkshop,
    SetKeys,
    KeepAnswer,
    AnswerBackbone,
    AnswerCheck,
    DecideWay,
    AddMember,
    AddMembers,
    RenameMember,
    SeatMember,
    RemoveMember,
    BringMembers,
    SavePathwayEntry,
    RemovePathwayEntry,
    SaveBackbone,
    RemoveBackbone,
    SavePeopleGroup,
    RemovePeopleGroup,
    BringMakeup,
    AnswerPractice,
    AddPartners,
    SavePartner,
    RemovePartner,
    BringPartners,
    SaveGroup,
    RemoveGroup,
    BringGroups,
    SaveMeasure,
    RemoveMeasure,
    BringMeasures,
    AnswerDriver,
    SettleQuestion,
    ChooseVariant,
    GiveFunction,
    CountInPlan,
    LendPost,
    ChooseStructure,
    BeginRules,
    ChooseMode,
    PlanWeeks,
    SetFirstDay,
    EditCriterion,
    AddUsualCriterion,
    AddOwnCriterion,
    RemoveCriterion,
    SetRule,
    SetWeights,
    UseUsualPassMarks,
    ExplainSoleSource,
    Weigh,
    BringWeights,
    SealRules,
    OpenRules,
    SaveCandidate,
    AddCandidates,
    RemoveCandidate,
    BringCandidates,
    KeepHeard,
    RemoveHeard,
    Declare,
    StepAside,
    ComeBack,
    BringRecusals,
    HoldRehearsal,
    OpenRound,
    GiveScore,
    WriteRemark,
    BringScores,
    SetAsideSheets,
    MoveScores,
    PutMemberBack,
    CloseRound,
    WriteNote,
    BeginPlan,
    SetBudget,
    SetPhase,
    ChangeField,
    AddPost,
    ChangePost,
    RemovePost,
    AddPurchase,
    RemovePurchase,
    AddGift,
    RemoveGift,
    ChooseInPlan,
    MendPlan,
    SwitchHireRule,
    ChooseCapabilities,
    SettleDirector,
    SaveScenario,
    AdoptScenario,
    LockScenario,
    UnlockScenario,
    DeleteScenario,
    BeginOutlook,
    AddAward,
    ChangeAward,
    RemoveAward,
    AddPhase,
    Decide,
    BringBack,
)


def act_kind(kind: str) -> type[Act]:
    """The kind of act of this name.

    Raises:
        KeyError: this version knows none.
    """
    return {one.kind: one for one in ACTS}[kind]


def rater_field(kind: str) -> str:
    """The field in which a kind of act names a rater; empty where it names none or is unknown."""
    return next((one.rater_in for one in ACTS if one.kind == kind), "")
