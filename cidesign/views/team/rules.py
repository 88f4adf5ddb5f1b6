"""The sentences of the rules of a plan, one object for each rule: what it asks, how it holds a plan
back, its way out, and what a plan without it is called.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cidesign.budget.rules import RULES, Rule, rule_named
from cidesign.budget.rules.budget import BUDGET
from cidesign.budget.rules.community_share import COMMUNITY_SHARE
from cidesign.budget.rules.floor import FLOOR
from cidesign.budget.rules.grant import GRANT_LIMIT
from cidesign.budget.rules.least_spend import LEAST_SPEND
from cidesign.budget.rules.line_limit import LINE_LIMIT
from cidesign.budget.rules.most_posts import MOST_POSTS
from cidesign.budget.rules.must_have import MUST_HAVE
from cidesign.budget.rules.needs import NEEDS
from cidesign.budget.rules.people_share import PEOPLE_SHARE
from cidesign.budget.rules.reserve import RESERVE
from cidesign.budget.rules.supervision import SUPERVISION
from cidesign.domain.allocation import Edit
from cidesign.domain.figures import fte, hours, inside, listed, money, money_short, percent
from cidesign.domain.money import Grant
from cidesign.domain.plan import Plan
from cidesign.domain.words import Function
from cidesign.text import mark, say
from cidesign.views.team.words import Reason


@dataclass(frozen=True)
class Names:
    """What people read for the id a rule is set on, and the plan's own figures for it."""

    plan: Plan
    labels: Mapping[str, str]

    def of(self, id: str | None) -> str:
        """What people read for an id."""
        return self.labels.get(id or "", id or "")

    def most_fte(self, id: str | None) -> str:
        """The most FTE of a role."""
        return fte(next(role.max_fte for role in self.plan.roles if role.id == id))

    def least_fte(self, id: str | None) -> str:
        """The least FTE of a role."""
        return fte(next(role.min_fte for role in self.plan.roles if role.id == id))

    def floor(self, id: str | None) -> str:
        """The floor of a function."""
        return percent(self.plan.floor_of(Function(id or "")))

    def most_usd(self, id: str | None) -> str:
        """What a line ends at."""
        return money_short(next(line.most_usd for line in self.plan.lines if line.id == id))

    def grant(self, id: str | None) -> dict[str, str]:
        """How large a grant is, and what it pays for."""
        grant = next(grant for grant in self.plan.funding.grants if grant.id == id)
        return {"amount": money_short(grant.usd), "what": self.paid_by(grant)}

    def paid_by(self, grant: Grant) -> str:
        """What a grant may pay for, in a row."""
        named = [*grant.functions, *grant.roles, *grant.lines]
        office = [say("the office")] if grant.office else []
        return listed([*(inside(self.of(id)) for id in named), *office])

    def needed_by(self, id: str | None) -> str:
        """The roles that a role needs, in a row."""
        role = next(role for role in self.plan.roles if role.id == id)
        return listed([inside(self.of(one)) for one in role.needs])

    def leaders(self) -> str:
        """Who leads, in a row."""
        by = self.plan.supervision.by if self.plan.supervision else ()
        return listed([inside(self.of(one)) for one in by])

    def hours_to_lead(self) -> str:
        """Hours a month that leading one person takes."""
        rule = self.plan.supervision
        return hours(rule.hours_per_person if rule else 0)

    def owed(self, id: str | None) -> str:
        """What is spent on a line at least."""
        return money_short(next(line.min_usd for line in self.plan.lines if line.id == id))


@dataclass(frozen=True)
class LeftOut:
    """How a rule of ours is named where Scenarios leaves it out.

    Args:
        rule: the rule itself, as the head of a line.
        plan: the plan without it.
    """

    rule: str
    plan: str


@dataclass(frozen=True)
class RuleWords:
    """All that is said about one rule.

    Args:
        holds: how it holds a plan back, on one id.
        asks: what it asks, on all its ids together, as a part of a sentence.
        mend: what the button of its way out says, from the edit and the name of what it is about;
            None where no change of it is offered.
        left_out: None where it is no choice of ours.
        figure: what its figure in ``plan.yaml`` is called where all figures are listed; empty where
            it has none of its own.
    """

    rule: Rule
    holds: Callable[[Names, str | None], Reason]
    asks: Callable[[Names, Sequence[str]], str]
    mend: Callable[[Edit, str], str] | None = None
    left_out: LeftOut | None = None
    figure: str = ""


def _bold(sentence: str) -> Reason:
    """One sentence of which a part at its beginning stands between ``**``."""
    before, lead, rest = sentence.split("**", 2)
    return Reason(f"{before}{lead}", rest.strip())


RULE_WORDS = (
    RuleWords(
        MOST_POSTS,
        holds=lambda names, id: Reason(
            say("{post} stops at {fte} FTE.", post=names.of(id), fte=names.most_fte(id)),
            say("The plan would hire more."),
        ),
        asks=lambda names, ids: say("the most posts of each role"),
        mend=lambda edit, name: say(
            "Allow {fte} FTE {post}", fte=fte(edit.after), post=inside(name)
        ),
    ),
    RuleWords(
        MUST_HAVE,
        holds=lambda names, id: Reason(
            say("{post} is a must.", post=names.of(id)),
            say("Without that rule the money would do more elsewhere."),
        ),
        asks=lambda names, ids: say(
            "the posts we must have ({posts})",
            posts=listed(
                [say("{role} {fte} FTE", role=names.of(id), fte=names.least_fte(id)) for id in ids]
            ),
        ),
        mend=lambda edit, name: say("Do without the {post}", post=inside(name)),
        left_out=LeftOut(mark("The must-have posts"), mark("No must-have posts")),
    ),
    RuleWords(
        NEEDS,
        holds=lambda names, id: Reason(
            say("{post} needs {others}.", post=names.of(id), others=names.needed_by(id)),
            say("It is filled only beside them."),
        ),
        asks=lambda names, ids: say(
            "the posts that need others ({posts})", posts=listed([names.of(id) for id in ids])
        ),
        left_out=LeftOut(mark("Posts that need others"), mark("Posts need no others")),
    ),
    RuleWords(
        SUPERVISION,
        holds=lambda names, _: Reason(
            say("Leading takes hours."),
            say(
                "That is {hours} a month for each person led, given by: {leaders}.",
                hours=names.hours_to_lead(),
                leaders=names.leaders(),
            ),
        ),
        asks=lambda names, _: say(
            "{hours} a month to lead each person, given by: {leaders}",
            hours=names.hours_to_lead(),
            leaders=names.leaders(),
        ),
        left_out=LeftOut(mark("Hours for leading"), mark("No hours for leading")),
    ),
    RuleWords(
        LEAST_SPEND,
        holds=lambda names, id: Reason(
            say("{purchase} is decided.", purchase=names.of(id)),
            say("At least {amount} go there, whatever they buy.", amount=names.owed(id)),
        ),
        asks=lambda names, ids: say(
            "the purchases that are decided ({purchases})",
            purchases=listed([f"{inside(names.of(id))} {names.owed(id)}" for id in ids]),
        ),
        mend=lambda edit, name: say("Leave {purchase} open", purchase=inside(name)),
        left_out=LeftOut(mark("The purchases that are decided"), mark("No purchase is decided")),
    ),
    RuleWords(
        FLOOR,
        holds=lambda names, id: Reason(
            say(
                "{function} is kept at its floor of {floor}.",
                function=names.of(id),
                floor=names.floor(id),
            ),
            say("That takes hours from other functions."),
        ),
        asks=lambda names, ids: say(
            "the least coverage of {functions}",
            functions=listed([f"{inside(names.of(id))} ({names.floor(id)})" for id in ids]),
        ),
        mend=lambda edit, _: say("Lower the floor to {share}", share=percent(edit.after)),
        left_out=LeftOut(mark("The floor"), mark("No floor")),
        figure=mark("Least share of each function's hours"),
    ),
    RuleWords(
        GRANT_LIMIT,
        holds=lambda names, id: _bold(
            say("**The {amount} grant** pays only for {what}.", **names.grant(id))
        ),
        asks=lambda names, ids: listed(
            [say("the {amount} grant only for {what}", **names.grant(id)) for id in ids]
        ),
    ),
    RuleWords(
        PEOPLE_SHARE,
        holds=lambda names, _: Reason(
            say("People before purchases."),
            say(
                "What we buy may cover at most {share} of a need.",
                share=percent(1 - names.plan.people_only_share),
            ),
        ),
        asks=lambda names, _: say(
            "purchases for at most {share} of a need",
            share=percent(1 - names.plan.people_only_share),
        ),
        left_out=LeftOut(mark("The limit on purchases"), mark("Purchases without limit")),
        figure=mark("Least share of a need that people must cover"),
    ),
    RuleWords(
        LINE_LIMIT,
        holds=lambda names, id: Reason(
            say("{purchase} ends at {amount}.", purchase=names.of(id), amount=names.most_usd(id)),
            say("More of it would help."),
        ),
        asks=lambda names, ids: say(
            "the most of each purchase ({purchases})",
            purchases=listed([f"{inside(names.of(id))} {names.most_usd(id)}" for id in ids]),
        ),
    ),
    RuleWords(
        COMMUNITY_SHARE,
        holds=lambda names, _: Reason(
            say("Community voice is paid."),
            say(
                "At least {share} of direct cost goes there.",
                share=percent(names.plan.community_min_share),
            ),
        ),
        asks=lambda names, _: say(
            "{share} of direct cost for community engagement",
            share=percent(names.plan.community_min_share),
        ),
        mend=lambda edit, _: say("Keep {share} for community voice", share=percent(edit.after)),
        left_out=LeftOut(mark("The share for community voice"), mark("No share for community")),
        figure=mark("Least share of direct cost for community engagement"),
    ),
    RuleWords(
        RESERVE,
        holds=lambda names, _: Reason(
            say("The reserve."),
            say(
                "The {share} of cost we put aside buys no hours this year.",
                share=percent(names.plan.reserve_rate),
            ),
        ),
        asks=lambda names, _: say(
            "a reserve of {share} of cost", share=percent(names.plan.reserve_rate)
        ),
        mend=lambda edit, _: say("Put {share} aside", share=percent(edit.after)),
        left_out=LeftOut(mark("The reserve"), mark("No reserve")),
        figure=mark("Put aside, as a share of the year's cost"),
    ),
    RuleWords(
        BUDGET,
        holds=lambda names, _: Reason(
            say("The budget."),
            say(
                "More than {budget} would buy more of what we need.",
                budget=money_short(names.plan.funding.budget_usd),
            ),
        ),
        asks=lambda names, _: say(
            "the budget of {amount}", amount=money(names.plan.funding.budget_usd)
        ),
        mend=lambda edit, _: say("Raise the budget to {amount}", amount=money_short(edit.after)),
    ),
)
"""In the order in which people can act on them."""


def words_of(rule: Rule) -> RuleWords:
    """The sentences of a rule.

    Raises:
        LookupError: it has none.
    """
    for words in RULE_WORDS:
        if words.rule is rule:
            return words
    raise LookupError(f"nothing is said about the rule {rule.name}: add it to RULE_WORDS")


def mend_of(rule: Rule) -> Callable[[Edit, str], str]:
    """What the button of its way out says.

    Raises:
        LookupError: nothing is said about it.
    """
    mend = words_of(rule).mend
    if mend is None:
        raise LookupError(f"no way out is told for the rule {rule.name}: give it a mend")
    return mend


def left_out_of(rule: Rule) -> LeftOut:
    """How it is named where it is left out.

    Raises:
        LookupError: nothing is said about it.
    """
    left_out = words_of(rule).left_out
    if left_out is None:
        raise LookupError(f"no plan without the rule {rule.name} has a name: give it left_out")
    return left_out


def asked_of(plan: Plan, labels: Mapping[str, str]) -> tuple[str, ...]:
    """What every rule that is set in a plan asks, in parts of sentences."""
    names = Names(plan, labels)
    return tuple(
        words_of(rule).asks(names, [id or "" for id in ids])
        for rule in RULES
        if (ids := rule.set_on(plan))
    )


def place_of(name: str) -> int:
    """Where a rule stands in the order in which people can act on them.

    Raises:
        LookupError: there is no such rule, or nothing is said about it.
    """
    return RULE_WORDS.index(words_of(rule_named(name)))
