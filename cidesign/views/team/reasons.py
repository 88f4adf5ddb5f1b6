"""Rules in words: what holds a plan back, which rules exclude each other, and the ways out with
their buttons.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cidesign.domain.allocation import Repair, Rule
from cidesign.domain.figures import fte, inside, listed, money, money_short, percent, points
from cidesign.domain.mending import Edit, edit_of
from cidesign.domain.plan import Plan
from cidesign.domain.words import Function
from cidesign.text import say
from cidesign.views.team.words import Mend, Reason

MOST_REASONS = 3
MOST_MENDS = 6


@dataclass(frozen=True)
class _Names:
    """What people read for the id a rule is about, and the plan's own figures for it."""

    plan: Plan
    labels: Mapping[str, str]

    def of(self, id: str | None) -> str:
        return self.labels.get(id or "", id or "")

    def most_fte(self, id: str | None) -> str:
        return fte(next(role.max_fte for role in self.plan.roles if role.id == id))

    def least_fte(self, id: str | None) -> str:
        return fte(next(role.min_fte for role in self.plan.roles if role.id == id))

    def floor(self, id: str | None) -> str:
        return percent(self.plan.floor_of(Function(id or "")))

    def most_usd(self, id: str | None) -> str:
        return money_short(next(line.most_usd for line in self.plan.lines if line.id == id))

    def grant(self, id: str | None) -> tuple[str, str]:
        grant = next(grant for grant in self.plan.funding.grants if grant.id == id)
        return money_short(grant.usd), listed(
            [inside(self.of(function)) for function in grant.functions]
        )


def _bold(sentence: str) -> Reason:
    """One sentence of which a part at its beginning stands between ``**``."""
    before, lead, rest = sentence.split("**", 2)
    return Reason(f"{before}{lead}", rest.strip())


# What holds a plan back, by rule: the words that open the sentence, and the rest. In the order in
# which people can act on them.
_HOLDS: dict[str, Callable[[_Names, str | None], Reason]] = {
    "max_fte": lambda names, id: Reason(
        say("{post} stops at {fte} FTE.", post=names.of(id), fte=names.most_fte(id)),
        say("The plan would hire more."),
    ),
    "must_have": lambda names, id: Reason(
        say("{post} is a must.", post=names.of(id)),
        say("Without that rule the money would do more elsewhere."),
    ),
    "floor": lambda names, id: Reason(
        say(
            "{function} is kept at its floor of {floor}.",
            function=names.of(id),
            floor=names.floor(id),
        ),
        say("That takes hours from other functions."),
    ),
    "grant": lambda names, id: _bold(
        say(
            "**The {amount} grant** pays only for {functions}.",
            amount=names.grant(id)[0],
            functions=names.grant(id)[1],
        )
    ),
    "people_only_share": lambda names, _: Reason(
        say("People before purchases."),
        say(
            "What we buy may cover at most {share} of a need.",
            share=percent(1 - names.plan.people_only_share),
        ),
    ),
    "line_limit": lambda names, id: Reason(
        say("{purchase} ends at {amount}.", purchase=names.of(id), amount=names.most_usd(id)),
        say("More of it would help."),
    ),
    "community_min_share": lambda names, _: Reason(
        say("Community voice is paid."),
        say(
            "At least {share} of direct cost goes there.",
            share=percent(names.plan.community_min_share),
        ),
    ),
    "reserve": lambda names, _: Reason(
        say("The reserve."),
        say(
            "The {share} of cost we put aside buys no hours this year.",
            share=percent(names.plan.reserve_rate),
        ),
    ),
    "budget": lambda names, _: Reason(
        say("The budget."),
        say(
            "More than {budget} would buy more of what we need.",
            budget=money_short(names.plan.funding.budget_usd),
        ),
    ),
}


def holds_back(plan: Plan, rules: Sequence[Rule], labels: Mapping[str, str]) -> tuple[Reason, ...]:
    """At most three sentences on what holds the plan back.

    Args:
        labels: what people read for roles, lines and functions.
    """
    names, order = _Names(plan, labels), list(_HOLDS)
    known = sorted(
        (rule for rule in rules if rule.rule in _HOLDS), key=lambda rule: order.index(rule.rule)
    )
    reasons = tuple(_HOLDS[rule.rule](names, rule.id) for rule in known[:MOST_REASONS])
    return reasons or (
        Reason(
            say("Nothing does."),
            say("No single rule, relaxed alone, would raise the score of this plan."),
        ),
    )


# Rules that exclude each other, as parts of one sentence. Rules that name a role or a function are
# told together.
_CLASHES: dict[str, Callable[[_Names, list[str]], str]] = {
    "budget": lambda names, _: say(
        "the budget of {amount}", amount=money(names.plan.funding.budget_usd)
    ),
    "must_have": lambda names, ids: say(
        "the posts we must have ({posts})",
        posts=listed(
            [say("{role} {fte} FTE", role=names.of(id), fte=names.least_fte(id)) for id in ids]
        ),
    ),
    "floor": lambda names, ids: say(
        "the least coverage of {functions}",
        functions=listed([f"{inside(names.of(id))} ({names.floor(id)})" for id in ids]),
    ),
    "community_min_share": lambda names, _: say(
        "{share} of direct cost for community engagement",
        share=percent(names.plan.community_min_share),
    ),
    "people_only_share": lambda names, _: say(
        "purchases for at most {share} of a need", share=percent(1 - names.plan.people_only_share)
    ),
    "max_fte": lambda names, ids: say("the most posts of each role"),
}


def clash(plan: Plan, rules: Sequence[Rule], labels: Mapping[str, str]) -> str:
    """Which rules cannot all hold, in one sentence."""
    names = _Names(plan, labels)
    parts = [
        told(names, [rule.id or "" for rule in rules if rule.rule == name])
        for name, told in _CLASHES.items()
        if _has(rules, name)
    ]
    return (
        say(
            "These cannot all hold: {rules}. Each way out alone makes a plan possible.",
            rules=listed(parts),
        )
        if parts
        else say("Which rules exclude each other could not be found in time.")
    )


def _has(rules: Sequence[Rule], name: str) -> bool:
    return any(rule.rule == name for rule in rules)


_MENDS: dict[str, Callable[[Edit, str], str]] = {
    "budget_usd": lambda edit, _: say(
        "Raise the budget to {amount}", amount=money_short(edit.after)
    ),
    "floor": lambda edit, _: say("Lower the floor to {share}", share=percent(edit.after)),
    "community_min_share": lambda edit, _: say(
        "Keep {share} for community voice", share=percent(edit.after)
    ),
    "reserve_rate": lambda edit, _: say("Put {share} aside", share=percent(edit.after)),
    "must_have": lambda edit, name: say("Do without the {post}", post=inside(name)),
    "max_fte": lambda edit, name: say(
        "Allow {fte} FTE {post}", fte=fte(edit.after), post=inside(name)
    ),
}


def mends(plan: Plan, found: Sequence[Repair], labels: Mapping[str, str]) -> tuple[Mend, ...]:
    """Ways out, the budget first: each alone makes the plan possible.

    Args:
        plan: as it stands in ``plan.yaml``.
    """
    order = list(_MENDS)
    known = [repair for repair in found if repair.lever.partition(":")[0] in _MENDS]
    edits = [
        (edit_of(plan, repair), repair)
        for repair in sorted(known, key=lambda one: order.index(one.lever.partition(":")[0]))
    ]
    return tuple(
        _mend(edit, repair, labels) for edit, repair in edits if edit.after != edit.before
    )[:MOST_MENDS]


def _mend(edit: Edit, repair: Repair, labels: Mapping[str, str]) -> Mend:
    score = (
        ""
        if repair.plan_score is None
        else say("plan score about {points}", points=points(repair.plan_score))
    )
    return Mend(_MENDS[edit.lever](edit, labels.get(edit.id, edit.id)), score, edit.changes)
