"""What the form for a scenario starts from, and whose terms one may stand on."""

from cidesign.acts.save_scenario import SaveScenario
from cidesign.domain.scenario import OWN_TERMS
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.scenarios.view import Option


def draft_of(option: Option) -> SaveScenario:
    """What the form says when it starts from one of the plans shown; saving it so would change
    nothing.
    """
    kept = option.saved
    plan = kept.plan if kept and kept.plan else option.plan
    return SaveScenario(
        id=kept.id if kept else "",
        name=kept.name if kept else "",
        note=kept.note if kept else "",
        host=kept.host if kept else (option.id.partition(":")[2] if option.kind == "host" else ""),
        budget_usd=plan.funding.budget_usd,
        floor=None if isinstance(plan.floor, dict) else plan.floor,
        community_min_share=plan.community_min_share,
        reserve_rate=plan.reserve_rate,
        must_have=any(role.must_have for role in plan.roles),
        what_if=kept.what_if.written() if kept else {},
    )


def hosts_to_choose(bundle: Bundle) -> dict[str, str]:
    """Whose terms a scenario may stand on: as our plan, our own, or a candidate's."""
    return {
        "": say("As our plan"),
        OWN_TERMS: say("Our own terms"),
        **{one.id: one.label for one in bundle.candidates if one.eligible},
    }
