"""Community voice is paid: a least share of direct cost goes to community engagement."""

from cidesign.budget.block import Block
from cidesign.budget.rules.lever import ZERO, LowerShare
from cidesign.budget.rules.rule import Rule
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan


class CommunityShare(Rule):
    """Staff time and lines in community are at least their share of direct cost, both before
    in-kind and without hiring.
    """

    name = "community_min_share"
    key = "community_min_share"
    unit = "share"
    can_be_left_out = True
    asked_of_a_given_team = False
    lever = LowerShare("community_min_share")

    def set_on(self, plan: Plan) -> tuple[None, ...]:
        return (None,) if plan.community_min_share else ()

    def state(self, year: Block) -> None:
        share = float(year.plan.community_min_share)
        if share:
            year.at_least("community_voice_is_paid", year.community - share * year.gross, 0)

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        return True

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        return plan.model_copy(update={"community_min_share": ZERO})


COMMUNITY_SHARE = CommunityShare()
